"""The calendar: days between days, ages and years of birth, anniversaries and years of foundation."""

from collections.abc import Iterator
from datetime import date

from allegedly.lexicon import load

from .bound import Bound, Number
from .cells import Cell, Figure, Line
from .lines import Lines

NEAR = 14  #: cells between a length of time and its ends


def spans(lines: Lines) -> Iterator[Bound]:
    """Each length of time with what the calendar makes of its ends."""
    published = lines.published
    for line in lines:
        for figure in line.figures:
            found = None
            if figure.kind == "duration" and figure.unit == "day" and figure.hedge == "exact":
                found = _between_days(line, figure)
            elif figure.kind == "duration" and figure.unit == "year" and published:
                found = _since(line, figure, published)
            elif figure.kind == "age" and figure.unit in ("year", None) and published:
                found = _age(lines, line, figure, published)
            if found:
                yield found
        if published:
            yield from _anniversaries(lines, line, published)


def _bound(figure: Figure, low: float, high: float, text: str, cells: list[Cell]) -> Bound:
    middle = Number((low + high) / 2, text, cells[0].start, cells[-1].end, (low, high))
    return Bound("span", {"length": [figure]}, True, text, 0, {"calendar": [middle]})


def _between_days(line: Line, figure: Figure) -> Bound | None:
    """ "A three-day strike from Tuesday to Thursday", "six days, from July 19 until July 25"."""
    for cell in line.cells[figure.at + 1 : figure.at + NEAR]:
        if cell.is_time:
            days = _ends(cell.word)
            if days is not None:
                return _bound(figure, *days, cell.word, [cell])
    return None


def _ends(words: str) -> tuple[float, float] | None:
    """The days from a first to a last, without and with both, in "from Tuesday to Thursday"."""
    tokens = words.replace(",", " ").split()
    if not tokens or tokens[0] not in ("from", "between"):
        return None
    cut = next((i for i, token in enumerate(tokens) if token in ("to", "until", "till", "through", "and")), None)
    if cut is None:
        return None
    first, second = _day(tokens[1:cut]), _day(tokens[cut + 1 :])
    if first is None or second is None or first[0] != second[0]:
        return None
    apart = second[1] - first[1]
    if first[0] == "weekday":
        apart %= 7
        return (apart + 1, apart + 1) if apart else None
    return (apart, apart + 1) if apart > 0 else None


def _day(tokens: list[str]) -> tuple[str, int] | None:
    """A weekday, or a day of the year."""
    classes = load("times")["classes"]
    weekdays = [word.lower() for word in classes["WEEKDAY"]]
    months = [word.lower() for word in classes["MONTH"]]
    for token in tokens:
        if token in weekdays:
            return "weekday", weekdays.index(token) % 7
    month = next((months.index(token) % 12 + 1 for token in tokens if token in months), None)
    number = next((int(token) for token in tokens if token.isdigit() and int(token) <= 31), None)
    if month is None or number is None:
        return None
    try:
        return "date", date(2023, month, number).timetuple().tm_yday
    except ValueError:
        return None


def _year(cell: Cell) -> int | None:
    for token in cell.word.replace("-", " ").split():
        if token.isdigit() and len(token) == 4 and 1000 < int(token) < 2100:
            return int(token)
    return None


def _since(line: Line, figure: Figure, published: date) -> Bound | None:
    """ "Jailed in March 2016 and let go on Friday, after eight years"."""
    back = line.cells[max(0, figure.at - 2) : figure.at]
    if not any(cell.word == "after" for cell in back) or figure.value < 2:
        return None
    years = [(year, cell) for cell in line.cells[max(0, figure.at - 2 * NEAR) : figure.at] if (year := _year(cell))]
    if len(years) != 1 or (
        figure.at + 1 < len(line.cells) and line.cells[figure.at + 1].word not in (".", ",", "in", "of", ";")
    ):
        return None
    year, cell = years[0]
    return _bound(figure, published.year - year - 1, published.year - year + 1, cell.word, [cell])


def _age(lines: Lines, line: Line, figure: Figure, published: date) -> Bound | None:
    """ "She was 84. Born in 1938 …": of one who is spoken of now, or who died."""
    before = line.cells[figure.at - 1].word if figure.at else ""
    if (
        before not in (",", "was", "is", "aged", "turned", "turns", "at", "aged just")
        or "age" in figure.text.lower().split()
    ):
        return None
    for near in [line, *lines.after(line), *lines.before(line)]:
        for i, cell in enumerate(near.cells):
            year = _year(cell)
            if (
                year
                and any(one.word == "born" for one in near.cells[max(0, i - 2) : i + 1])
                and not _other_year(line, year)
            ):
                others = [one for one in near.figures if one.kind == "age" and one is not figure]
                alone = sum(one.kind == "age" for one in line.figures) == 1 and not others
                start = near.cells[0].word == "born" or near is line or "anaphor" in near.cells[0].classes
                if alone and start and 0 < published.year - year < 120:
                    return _bound(figure, published.year - year - 1, published.year - year, cell.word, [cell])
    return None


def _other_year(line: Line, year: int) -> bool:
    """Whether a sentence speaks of another year too."""
    return any((other := _year(cell)) is not None and other != year for cell in line.cells)


def _anniversaries(lines: Lines, line: Line, published: date) -> Iterator[Bound]:
    """ "Its 175th anniversary … It was founded in 1849"."""
    for i, cell in enumerate(line.cells):
        number = _ordinal(cell.word)
        if number is None or not any(next_.word in ("anniversary", "birthday") for next_ in line.cells[i + 1 : i + 3]):
            continue
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
    return int(digits) if digits.isdigit() and digits != word else None
