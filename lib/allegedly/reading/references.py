"""Whom "he", "the official", "the company" and "its" stand for: the last one before who fits."""

from collections.abc import Callable, Iterator

from allegedly.lexicon import load
from allegedly.reading.names import Who
from allegedly.reading.people import Names

Candidates = Callable[[], Iterator[Who]]


def refer(found: Who, names: Names, candidates: Candidates) -> Who:
    """`found`, or the last of the `candidates` (nearest first) that it stands for."""
    fits = _test(found, names)
    if not fits:
        return found
    for test in fits:
        for candidate in candidates():
            if candidate.sort != "pronoun" and test(candidate):
                return candidate
    return found


def _test(found: Who, names: Names) -> list[Callable[[Who], bool]]:
    """The tests that a candidate must pass, the strictest first; none where the phrase stands for itself."""
    phrases = load("speech")["phrases"]
    if found.sort == "pronoun":
        if found.head in phrases["he"] or found.head in phrases["she"]:
            wrong = load("speech")["nouns"]["female" if found.head in phrases["he"] else "male"]
            return [
                lambda who: names.is_person(who) and not names.roles(who) & set(wrong),
                lambda who: (
                    names.may_be_person(who) or (who.sort == "role" and who.head not in wrong and not _plural(who))
                ),
            ]
        if found.head in phrases["they"]:
            return [lambda who: (who.sort == "role" and _plural(who)) or who.sort in ("group", "several")]
        if found.head in phrases["it"]:
            return [lambda who: who.sort in ("group", "document") or (who.sort == "name" and not names.is_person(who))]
        return []
    if not found.definite or (" " in found.name.replace("the ", "", 1) and found.sort != "role"):
        return _generic(found, names) if found.definite else []
    if found.sort == "role":
        return _role(found, names)
    return _generic(found, names)


def _role(found: Who, names: Names) -> list[Callable[[Who], bool]]:
    """ "the spokeswoman": one who has this role, or an alike one; "the official": any who holds an office."""
    nouns = load("speech")["nouns"]
    alike = {found.head}.union(*(row for row in nouns["alike"] if found.head in row))
    if found.head in (nouns["official"][-1],):
        alike |= set(nouns["official"])

    def fits(who: Who) -> bool:
        if names.is_person(who):
            return bool(names.roles(who) & alike)
        return who.sort == "role" and who.head in alike and not who.definite

    return [fits]


def _generic(found: Who, names: Names) -> list[Callable[[Who], bool]]:
    """ "the ministry": the last body with this word in its name; "the company": else the last body of any name."""
    if found.sort != "group" or found.name != f"{found.text.split()[0].lower()} {found.head}":
        return []
    tests: list[Callable[[Who], bool]] = [
        lambda who: who.sort == "group" and found.head in who.name.lower().split() and who.name.lower() != found.name
    ]
    if found.head in load("speech")["nouns"]["generic"]:
        tests.append(lambda who: who.name[:1].isupper() and who.sort in ("group", "name") and not names.is_person(who))
    return tests


def _plural(who: Who) -> bool:
    return who.head.endswith("s") or who.head in ("people", "men", "women")
