"""The calendar: days between days, ages and years of birth, anniversaries and years of foundation."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise

from allegedly.lexicon import load

from .bound import Bound, Number
from .cells import Cell, Figure, Line
from .lines import Lines

BREAKS = (";", "and", "but", "while")
LENGTHS = ("day", "night", "week")
PERSONS = ("he", "she")
NEAR = 14  #: cells between a length of time and its ends


def spans(lines: Lines) -> Iterator[Bound]:
    """Each length of time with what the calendar makes of its ends."""
    published = lines.published
    for line in lines:
        for figure in line.figures:
            found = None
            if figure.kind == "duration" and figure.unit in LENGTHS and figure.hedge == "exact":
                found = _between_days(line, figure)
            elif figure.kind == "count" and figure.is_elided and published and _is_death(line, figure):
                found = _age(lines, line, figure, published)
            elif figure.kind == "duration" and figure.unit == "year" and figure.hedge == "exact" and published:
                found = _since(line, figure, published)
            elif figure.kind == "age" and figure.unit in ("year", None) and figure.hedge == "exact" and published:
                found = _built(line, figure, published) or _age(lines, line, figure, published)
            if found:
                yield found
        if published:
            yield from _anniversaries(lines, line, published)


def _bound(figure: Figure, low: float, high: float, text: str, cells: list[Cell]) -> Bound:
    middle = Number((low + high) / 2, text, cells[0].start, cells[-1].end, (low, high))
    return Bound("span", {"length": [figure]}, True, text, 0, {"calendar": [middle]})


def _between_days(line: Line, figure: Figure) -> Bound | None:
    """ "A three-day strike from Tuesday to Thursday", "six days, from July 19 until July 25"."""
    for match in _ranges().finditer(line.text):
        days = _ends(match)
        cells = [cell for cell in line.cells if line.start + match.start() <= cell.start < line.start + match.end()]
        if days is None or not cells or not _is_of(line, figure, cells):
            continue
        low, high = (days[0], days[0]) if figure.unit == "night" else days
        if figure.unit == "week":
            low, high = (low - 1) / 7, (high + 1) / 7
        return _bound(figure, low, high, match[0], cells)
    return None


def _is_of(line: Line, figure: Figure, cells: list[Cell]) -> bool:
    """Whether days and a length of time stand together: near, in one clause, said of no other length and no routine."""
    at = [line.cells.index(cells[0]), line.cells.index(cells[-1])]
    between = line.cells[figure.at + 1 : at[0]] if at[0] > figure.at else line.cells[at[1] + 1 : figure.at]
    if len(between) > NEAR or any("routine" in cell.classes for cell in line.cells):
        return False
    return not any(cell.figure is not None or cell.word in BREAKS or "while" in cell.classes for cell in between)


@cache
def _ranges() -> re.Pattern[str]:
    """A first and a last day in the words of a sentence."""
    classes = load("times")["classes"]
    month = "(?:" + "|".join(sorted(classes["MONTH"], key=len, reverse=True)) + r")\b\.?"
    week = "(?:" + "|".join(sorted(classes["WEEKDAY"], key=len, reverse=True)) + r")\b"
    day, to = r"\d{1,2}(?:st|nd|rd|th)?", r"\s*(?:to|until|till|through|and|-|–|—)\s*"
    begun = r"(?:and|until|, and)[\s\w]{1,20}?\bon\s+"
    parts = (
        rf"(?P<d1>{day})(?:\s+(?P<m1>{month}))?(?:{to}|\s+{begun})(?P<d2>{day})\s+(?P<m2>{month})",
        rf"(?P<n1>{month})\s+(?P<e1>{day})(?:{to}|\s+{begun})(?:(?P<n2>{month})\s+)?(?P<e2>{day})\b",
        rf"(?P<w1>{week})(?:{to})(?P<w2>{week})",
    )
    return re.compile("(?:(?:from|between)\\s+)?(?:" + "|".join(parts) + ")", re.IGNORECASE)


def _ends(match: re.Match[str]) -> tuple[float, float] | None:
    """The days from a first to a last, without and with both."""
    classes = load("times")["classes"]
    if match["w1"]:
        names = [word.lower() for word in classes["WEEKDAY"]]
        apart = (names.index(match["w2"].lower()) - names.index(match["w1"].lower())) % 7
        return (apart, apart + 1) if apart else None
    months = [word.lower().rstrip(".") for word in classes["MONTH"]]
    second = match["m2"] or match["n2"] or match["n1"]
    first = match["m1"] or match["n1"] or second
    try:
        days = ((first, match["d1"] or match["e1"]), (second, match["d2"] or match["e2"]))
        ends = [
            date(2023, months.index(name.lower().rstrip(".")) % 12 + 1, int(re.sub(r"\D", "", number)))
            for name, number in days
        ]
    except ValueError:
        return None
    apart = (ends[1] - ends[0]).days
    leap = ends[0].month <= 2 < ends[1].month  # no year is named: there may be a 29 February between
    return (apart, apart + 1 + leap) if apart > 0 else None


def _year(cell: Cell) -> int | None:
    for token in cell.word.replace("-", " ").split():
        if token.isdecimal() and len(token) == 4 and 1000 < int(token) < 2100:
            return int(token)
    return None


def _since(line: Line, figure: Figure, published: date) -> Bound | None:
    """ "Jailed in March 2016 and let go on Friday, after eight years", "jailed in 2014, let go in 2024 after ten"."""
    back = line.cells[max(0, figure.at - 2) : figure.at]
    if not any(cell.word == "after" for cell in back) or figure.value < 2:
        return None
    years = [(year, cell) for cell in line.cells[max(0, figure.at - 2 * NEAR) : figure.at] if (year := _year(cell))]
    behind = line.cells[figure.at + 1].word if figure.at + 1 < len(line.cells) else "."
    if len(years) == 2 and years[0][0] < years[1][0]:
        apart = years[1][0] - years[0][0]
        return _bound(figure, apart - 1, apart + 1, f"{years[0][0]} … {years[1][0]}", [years[0][1], years[1][1]])
    if len(years) != 1 or behind not in (".", ",", "in", "of", ";"):
        return None
    year, cell = years[0]
    return _bound(figure, published.year - year - 1, published.year - year + 1, cell.word, [cell])


def _is_death(line: Line, figure: Figure) -> bool:
    """Whether a number is the age at a death: "has died at 73"."""
    back = line.cells[max(0, figure.at - 2) : figure.at]
    if len(back) < 2 or not 10 < figure.value < 120:
        return False
    if "dead" in back[0].classes and back[1].word in ("at", "aged"):
        return True
    closes = figure.at + 1 < len(line.cells) and line.cells[figure.at + 1].upos == "PUNCT"
    return closes and back[0].word == "," and back[1].word == "was" and _is_dead_one(line.cells[: figure.at])


def _is_dead_one(cells: list[Cell]) -> bool:
    """Whether a clause says of one person that he or she died: "Ada Orr, who died on Tuesday"."""
    return any(one.word == "who" and "dead" in next_.classes for one, next_ in pairwise(cells))


def _built(line: Line, figure: Figure, published: date) -> Bound | None:
    """ "The bridge was built in 1904 and is 120 years old": of a thing that was made, no person."""
    if "old" not in figure.text.lower() or any(cell.word in (*PERSONS, "who", "his", "her") for cell in line.cells):
        return None
    made = [(year, k) for k, cell in enumerate(line.cells) if (year := _year(cell))]
    if len(made) != 1 or abs(made[0][1] - figure.at) > NEAR:
        return None
    year, k = made[0]
    if not any("founded" in cell.classes and cell.word != "born" for cell in line.cells[max(0, k - 3) : k]):
        return None
    apart = published.year - year
    return _bound(figure, apart - 1, apart, str(year), [line.cells[k]]) if apart > 0 else None


def _age(lines: Lines, line: Line, figure: Figure, published: date) -> Bound | None:
    """ "She was 84. Born in 1938 …": of one who is spoken of now, or who died."""
    before = line.cells[figure.at - 1].word if figure.at else ""
    if (
        before not in (",", "was", "is", "aged", "turned", "turns", "at", "aged just")
        or "age" in figure.text.lower().split()
    ):
        return None
    if any("kin" in cell.classes for cell in line.cells[: figure.at]):
        return None
    for near in [line, *lines.after(line), *lines.before(line)]:
        for i, cell in enumerate(near.cells):
            year = _year(cell)
            born = [k for k in range(max(0, i - 6), i + 1) if near.cells[k].word.startswith("born")]
            if year and born and not any(one.figure for one in near.cells[born[0] : i]) and not _other_year(line, year):
                others = [one for one in near.figures if one.kind == "age" and one is not figure]
                alone = sum(one.kind == "age" and one is not figure for one in line.figures) == 0 and not others
                if alone and _is_of_one(line, near, i) and 0 < published.year - year < 120:
                    return _bound(figure, published.year - year - 1, published.year - year, cell.word, [cell])
    return None


def _is_of_one(line: Line, near: Line, at: int) -> bool:
    """Whether an age and a birth are one person's: one sentence, or the later goes on with "he", "she", "born"."""
    if near is line:
        return True
    if any("kin" in cell.classes for cell in near.cells[:at]):
        return False
    later = max((line, near), key=lambda one: one.number)
    return later.cells[0].word in PERSONS or later.cells[0].word.startswith("born")


def _other_year(line: Line, year: int) -> bool:
    """Whether a sentence speaks of another year too."""
    return any((other := _year(cell)) is not None and other != year for cell in line.cells)


def _anniversaries(lines: Lines, line: Line, published: date) -> Iterator[Bound]:
    """ "Its 175th anniversary … It was founded in 1849"."""
    for i, cell in enumerate(line.cells):
        number = _ordinal(cell.word)
        if number is None or not any(next_.word in ("anniversary", "birthday") for next_ in line.cells[i + 1 : i + 3]):
            continue
        if any(
            cell.word in ("celebrated", "marked", "observed") for cell in line.cells[max(0, i - 5) : i]
        ) and not line.has("now"):
            continue  # an anniversary of another year
        for near in [line, *lines.after(line), *lines.before(line)]:
            for k, other in enumerate(near.cells):
                year = _year(other)
                if year and any("founded" in before.classes for before in near.cells[max(0, k - 3) : k + 1]):
                    made = published.year - year
                    if line.ordinals and (figure := line.ordinals.get(i)):
                        yield _bound(figure, made - 0.0, made + 0.0, other.word, [other])
                        return


def _ordinal(word: str) -> int | None:
    digits = word.rstrip("dhnrst")  # "3rd", "17th"
    return int(digits) if digits.isdecimal() and digits != word else None
