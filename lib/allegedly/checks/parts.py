"""Which figures of a list are parts of a total: what grammar lists together need not be counted together."""

from dataclasses import replace

from ..lexicon import load
from .concepts import is_within
from .layouts import Relation, cue, cue_in

SETTLED = ("parts", "within")


def own_parts(relation: Relation, passage) -> Relation | None:
    """The relation with only those parts that can be counted in its total; None where none is left."""
    parts = relation.roles.get("parts") or relation.roles.get("part")
    if relation.check not in SETTLED or not parts:
        return relation if one_fate(relation.roles) else None
    total = relation.roles["total"][0]
    if cue_in(total.lead.strip().rpartition(" ")[2], "PRIOR") or (relation.check == "parts" and cue(passage, "REST")):
        return None
    kept = of_one_head(of_one_clause(parts, passage))
    kept = tuple(part for part in kept if may_befall(part, total))
    if not kept or (relation.check == "parts" and len(kept) < len(parts)):
        return None
    role = "parts" if len(kept) > 1 else "part"
    licensed = relation.licensed and not may_overlap(kept)
    return replace(relation, roles={"total": (total,), role: kept}, licensed=licensed)


def may_overlap(parts) -> bool:
    """Whether one may be counted twice: women and lawyers, other than women and children."""
    ages = {name for names in load("things")["complements"]["groups"] for name in names}
    by_age = [bool(part.group & ages) for part in parts]
    return any(by_age) and not all(by_age)


def of_one_clause(parts, passage) -> tuple:
    """`parts` without a last one that begins a clause: `including three children, and 20 were injured`."""
    *before, last = parts
    gap = passage.text[before[-1].end - passage.start : last.start - passage.start] if before else ""
    new_clause = "," in gap and (cue_in(last.after, "STATED") or cue_in(last.after, "FINITE"))
    return tuple(before) if new_clause else tuple(parts)


def of_one_head(parts) -> tuple:
    """The counts without another name behind one without any: `1,000 halls, including 400 here, and 700 cars`."""
    if parts[0].kind != "count":
        return tuple(parts)
    bare = [is_elliptic(part) for part in parts]
    return tuple(part for at, part in enumerate(parts) if bare[at] or not any(bare[:at]))


def is_elliptic(figure) -> bool:
    """Whether no word for what is counted stands behind the figure itself: `400 in India`."""
    words = figure.tail.split(maxsplit=1)
    return not words or not words[0][:1].isalnum() or bool(cue_in(words[0], "PLACED"))


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
    if relation.row.get("elliptic"):
        return all(is_elliptic(part) for part in parts)
    if not relation.row.get("strict"):
        return True
    return all(part.change == "level" for part in parts) and (adds_up(relation) or complementary(parts))


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
    if relation.check != "within" or "parts" not in relation.roles:
        yield relation
    elif adds_up(relation):
        yield replace(relation, check="parts")
    elif relation.row.get("each"):
        for part in relation.roles["parts"]:
            yield replace(relation, roles={"total": relation.roles["total"], "part": (part,)})
    elif not relation.row.get("only_if_equal"):
        yield relation
