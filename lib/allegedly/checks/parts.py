"""Which figures of a list are parts of a total: what grammar lists together need not be counted together."""

import re
from dataclasses import replace
from itertools import combinations

from ..lexicon import load
from .concepts import concepts, is_within
from .patterns import cue, cue_in
from .relation import Relation

OF_IT = 24  #: characters behind a figure in which it may be said to be some of the one before: `3 of it`
KIND_OF = 3  #: words at most in the name of one kind in a list
NEARLY_ALL = 0.25  #: how far, as a part of the total, a list of its kinds may miss it and still be one
SETTLED = ("parts", "within")


def own_parts(relation: Relation, passage) -> Relation | None:
    """The relation with only those parts that can be counted in its total; None where none is left."""
    if relation.check not in SETTLED:
        return relation if one_fate(relation.roles) else None
    parts, (total,) = relation.roles["parts"], relation.roles["total"]
    if cue_in(total.lead.strip().rpartition(" ")[2], "PRIOR") or (relation.check == "parts" and cue(passage, "REST")):
        return None
    kept = of_one_head(of_one_clause(parts, passage))
    of_the_total = relation.row.get("bare") or relation.row.get("only_if_apart")
    kept = tuple(part for part in kept if of_the_total or may_befall(part, total))
    if not kept or (relation.check == "parts" and len(kept) < len(parts)):
        return None
    relation = replace(relation, roles={"total": (total,), "parts": kept})
    if relation.check == "within" and len(kept) > 1 and not are_apart(kept):
        more = next((part for part in kept if (part.low or 0) > (total.high or 0)), None)
        if more:  # however the parts overlap, none of them can be more than all
            return replace(relation, roles={"total": (total,), "parts": (more,)})
        row = relation.row | {"worth_a_look": not may_overlap(kept)}
        return replace(relation, licensed=False, row=row)
    return replace(relation, licensed=relation.licensed and not may_overlap(kept))


def are_apart(parts) -> bool:
    """Whether none can be counted twice: amounts of money, places after one preposition, the dead and the wounded."""
    if parts[0].kind != "count":
        return True
    bare = [behind(part)[:1] for part in parts if is_elliptic(part)]
    placed = len(bare) >= len(parts) - 1 and bare.count(bare[0]) == len(bare) and bool(bare[0])
    placed = placed and not any(cue_in(part.after, "WIDER") for part in parts)  # 900 abroad, and 300 in Asia
    fates, groups = [predicate(part) or part.fate for part in parts], [own(part) for part in parts]
    return placed or disjoint(fates, "fates") or disjoint(groups, "groups")


def is_of_them(part) -> bool:
    """Whether a part is said to be some of those named before: `20 of them`."""
    return bool(cue_in(part.after[:OF_IT], "OF_THEM"))


def behind(part) -> list:
    """The words behind a part, without those that only say it is one: `20 of them in Spain`."""
    words = cue_in(part.after[:OF_IT], "OF_THEM") or ""
    return part.after.lower().replace(words, " ", 1).split()


def own(part) -> frozenset:
    """The group of a part, without the words that all people share."""
    return part.group - {"person", "personnel", "member"}


def disjoint(names, kind: str) -> bool:
    """Whether, by the thesaurus, nobody belongs to two of the rows named."""
    rows = [frozenset(row) for row in load("things")["apart"][kind]]
    pairs = combinations(names, 2)
    return all(names) and all(a != b and any(a | b <= row for row in rows) for a, b in pairs)


def may_overlap(parts) -> bool:
    """Whether one may be counted twice: women and lawyers, other than women and children."""
    ages = {name for names in load("things")["complements"]["groups"] for name in names}
    by_age = [bool(part.group & ages) for part in parts]
    return any(by_age) and not all(by_age)


def of_one_clause(parts, passage) -> tuple:
    """`parts` without a last one that begins a clause: `including three children, and 20 were injured`."""
    some = next((at for at, part in enumerate(parts) if at and is_of_them(part)), len(parts))
    *before, last = parts[:some]
    gap = passage.text[before[-1].end - passage.start : last.start - passage.start] if before else ""
    new_clause = "," in gap and (cue_in(last.after, "STATED") or cue_in(last.after, "FINITE"))
    return tuple(before) if new_clause else (*before, last)


def of_one_head(parts) -> tuple:
    """The counts without another name behind one without any: `1,000 halls, including 400 here, and 700 cars`."""
    if parts[0].kind != "count":
        return tuple(parts)
    bare = [is_elliptic(part) for part in parts]
    return tuple(part for at, part in enumerate(parts) if bare[at] or not any(bare[:at]))


def is_elliptic(figure) -> bool:
    """Whether no word for what is counted stands behind the figure itself: `400 in India`."""
    words = behind(figure)
    return not words or not words[0][:1].isalnum() or bool(cue_in(words[0], "PLACED"))


def is_joined(figure) -> bool:
    """Whether only a word for and stands behind a figure: `12.4 tonnes, 9.8 tonnes and 7.7 tonnes`."""
    return bool(cue_in(" ".join(behind(figure)[:1]), "JOINING"))


def one_fate(roles: dict) -> bool:
    """Whether the same befell a part and its whole, as far as both are known."""
    return all(may_befall(part, whole) for whole in roles.get("whole", ()) for part in roles.get("part", ()))


def may_befall(part, whole) -> bool:
    """Whether what befell the part can have befallen the whole: the injured are none of the killed."""
    if not part.fate or not whole.fate:
        return True
    return bool(part.fate & whole.fate) or is_within("fate", part.fate, whole.fate)


def believable(relation: Relation) -> bool:
    """Whether a layout that plain lists fit too is one of parts here: they make the total, or must make a whole."""
    parts = relation.roles.get("parts", ())
    total = next(iter(relation.roles.get("total", ())), None)
    if relation.row.get("of_them"):
        return is_of_them(parts[0]) and all(is_elliptic(part) or part.group for part in parts)
    if relation.row.get("elliptic"):
        if total.tail[:1] == ",":  # "At 83, the painter has a show: 12 works and two books"
            return False
        return all(is_elliptic(part) or is_joined(part) for part in parts) or is_inventory(relation)
    if relation.row.get("bare"):
        return one_by_one(total, parts)
    if not relation.row.get("strict"):
        return True
    some = is_of_them(parts[0]) or any(part.change != "level" for part in parts)
    return not some and (adds_up(relation) or (complementary(parts) and not is_elliptic(total)))


def is_inventory(relation: Relation) -> bool:
    """Whether a list behind a colon names kinds of the total: three or more short names, that nearly make it."""
    parts, (total,) = relation.roles["parts"], relation.roles["total"]
    values = [part.value for part in (*parts, total)]
    if len(parts) < 3 or None in values or any(part.fate - total.fate for part in parts):
        return False
    short = all(0 < len(re.split(r"[,.;]|\b(?:and)\b", part.after)[0].split()) <= KIND_OF for part in parts)
    return short and abs(sum(values[:-1]) - values[-1]) <= NEARLY_ALL * values[-1]


def one_by_one(total, parts) -> bool:
    """Whether parts said to be of a total carry no other name: `of the 50 aboard, 30 died and 25 survived`."""
    return all(part.kind == total.kind and (is_elliptic(part) or is_predicated(part)) for part in parts)


def is_predicated(figure) -> bool:
    """Whether a verb, not a name, stands behind a figure: `30 were killed`, `25 survived`."""
    word = behind(figure)[:1]
    return bool(word) and bool(cue_in(word[0], "STATED") or cue_in(word[0], "FINITE") or concepts("fate", word[0]))


def befell_apart(relation: Relation) -> bool:
    """Whether what befell the parts can befall nobody twice."""
    return disjoint([predicate(part) or part.fate for part in relation.roles["parts"]], "fates")


def predicate(part) -> frozenset:
    """What the words right behind a figure say befell those counted."""
    return concepts("fate", " ".join(part.after.split()[:KIND_OF]))


def adds_up(relation: Relation) -> bool:
    """Whether the parts make the total exactly, as printed."""
    values = [figure.value for figure in (*relation.roles.get("parts", ()), *relation.roles["total"])]
    return None not in values and abs(sum(values[:-1]) - values[-1]) <= 1e-9 * abs(values[-1])


def complementary(parts) -> bool:
    """Whether the parts' groups are all there is, by the thesaurus: men and women."""
    groups = [part.group - {"person"} for part in parts]
    wholes = [frozenset(names) for names in load("things")["complements"]["groups"]]
    return len(set(groups)) == len(groups) and frozenset().union(*groups) in wholes


def settled(relation: Relation):
    """A list introduced as some of a total: as all of it where it makes it, one by one where it may overlap."""
    if relation.check != "within" or len(relation.roles["parts"]) == 1:
        yield relation
    elif relation.row.get("only_if_apart") and not befell_apart(relation):
        return
    elif adds_up(relation):
        yield replace(relation, check="parts")
    elif relation.row.get("each") and not are_apart(relation.roles["parts"]):
        for part in relation.roles["parts"]:
            yield replace(relation, roles={"total": relation.roles["total"], "parts": (part,)})
    elif not relation.row.get("only_if_equal"):
        yield relation
