"""Whom "he", "the official", "the company" and "its" stand for: the last one before who fits."""

from collections.abc import Callable, Iterator

from allegedly.lexicon import load, words_of_class
from allegedly.reading.who.names import Who, bare
from allegedly.reading.who.people import Names

Candidates = Callable[[], Iterator[Who]]
Test = Callable[[Who], bool]


def refer(found: Who, names: Names, candidates: Candidates) -> Who:
    """The last of the `candidates` (nearest first) that `found` stands for; else `found` itself."""
    for test in _tests(found, names):
        for candidate in candidates():
            if candidate.sort != "pronoun" and len(candidate.name) > 1 and test(candidate):
                return candidate
    return found


def _tests(found: Who, names: Names) -> list[Test]:
    """The tests that a candidate must pass, the strictest first; none where the phrase stands for itself."""
    if found.sort == "pronoun":
        return _pronoun(found, names)
    if not found.definite:
        return []
    return _role(found, names) if found.sort == "role" else _body(found, names) if found.sort == "group" else []


def _pronoun(found: Who, names: Names) -> list[Test]:
    """ "he": a person, or a name that may be one; "they": several; "it": a body or a document."""
    nouns = load("speech")["nouns"]
    if found.head in words_of_class("masculine") or found.head in words_of_class("feminine"):
        is_male = found.head in words_of_class("masculine")
        other = "feminine" if is_male else "masculine"
        wrong = set(nouns["female" if found.head in words_of_class("masculine") else "male"])
        return [
            lambda who: (
                (names.is_person(who) or names.may_be_person(who) or (who.sort == "role" and not _plural(who)))
                and not names.roles(who) & wrong
                and names.sex(who) != other
            ),
        ]
    if found.head in words_of_class("plural-pronoun"):
        return [lambda who: (who.sort == "role" and _plural(who)) or who.sort in ("group", "several")]
    if found.head in words_of_class("neuter"):
        return [lambda who: who.sort in ("group", "document") or (who.sort == "name" and not names.is_person(who))]
    return []


def _role(found: Who, names: Names) -> list[Test]:
    """ "the spokeswoman": one who has this role, or an alike one; "the official": any who holds an office."""
    nouns = load("speech")["nouns"]
    alike = {found.head}.union(*(row for row in nouns["alike"] if found.head in row))
    if found.head == nouns["any_official"]:
        alike |= set(nouns["official"])

    def fits(who: Who) -> bool:
        if names.is_person(who):
            return bool(names.roles(who) & alike)
        return who.sort == "role" and who.head in alike and not who.definite

    return [fits]


def _body(found: Who, names: Names) -> list[Test]:
    """ "the ministry": the last body with this word in its name; "the company": else the last body of any name."""
    if not found.name[:1].islower() or found.name.split()[1:] != [found.head]:
        return []
    tests: list[Test] = [
        lambda who: who.sort == "group" and found.head in who.name.lower().split() and who.name.lower() != found.name
    ]
    if found.head in load("speech")["nouns"]["generic"]:
        tests.append(
            lambda who: (
                who.name[:1].isupper()
                and who.sort in ("group", "name")
                and bare(who.text).endswith(who.name)  # not LSEG of "LSEG data"
                and not names.is_person(who)
            )
        )
    return tests


def _plural(who: Who) -> bool:
    nouns = load("speech")["nouns"]
    return who.head in nouns["people"] and (who.head.endswith(nouns["plural_ending"]) or who.head in nouns["plural"])
