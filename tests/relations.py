"""What must hold of the reading of any text, and texts to try it on: pieces of invented news, put together at random.

Each relation takes a text made of parts and raises an AssertionError where the reading breaks its promise. They are
tried on each sentence by itself and on a minute of random texts in `make test`, and for ten minutes in `make fuzz`.
"""

import math
import re
from collections.abc import Callable, Iterable, Iterator
from textwrap import wrap

from hypothesis import strategies as st

from allegedly import Document, claims
from allegedly.model import Claim

NAMES = ["Ida Holm", "Eva Lund", "Ada Vang"]  #: of one length and kind, so that one can stand for the other
PLACES = ["Norvik", "Astrup", "Selmer"]
NUMBERS = ["50,000", "60,000", "70,000"]
LEAD = "Rain fell on the coast.\n\n"  #: so that what follows is no headline
UNRELATED = (
    "The weather stayed mild, and the shops were open as usual.",
    "Rolf Berger, a baker, opened his shop as on any other day. “It is quiet,” he said.",
)

# {n} a round number, {m} another figure, {name} a person, {place} a town.
SENTENCES = [
    "Police in {place} counted {n} people on Monday.",
    "About {n} people came to {place}, {name} said.",
    "“We saw {m} boats and {n} visitors,” {name} said.",
    "{name}, the mayor of {place}, said that {n} homes had no power.",
    "The fair drew {n} visitors, including {m} students.",
    "According to {name}, at least {n} trees were lost in {place}.",
    "Sales rose 12 percent to ${n} from ${m} a year earlier.",
    "The ministry paid more than ${n} to {m} farmers in {place}.",
    "{name} denied that {n} tonnes of grain had been sold.",
    "No one was hurt, but {n} passengers waited in {place} until Friday.",
    "The town has {n} inhabitants, of whom {m} are retired.",
    "Nearly {n} litres leaked into the river near {place}, the company said.",
    "{name} expects that {n} jobs will go by 2031.",
    "Between {m} and {n} workers went on strike, the union said.",
    "Up to {n} seats stayed empty; half of them were in {place}.",
    "Since 2014 the museum has bought {m} paintings and {n} prints.",
    "It was unclear whether {n} voters had registered, {name} told the Courier.",
    "The road, {m} kilometres long, cost {n} crowns a day to mend.",
    "Some {n} of the {m} flats were damaged, officials said on Tuesday.",
    "“All {m} of us left,” said {name}. “Then {n} more came.”",
    "Turnout fell by 3 percentage points to {m} percent among the {n} members.",
    "Several families and {n} soldiers were moved from {place} last month.",
    "{name}, 54, ran the mill; her sister kept {n} hens and {m} geese.",
    "“It is too much,” she said of the {n} crowns that {place} asks for.",
    "The number of boats fell from {n} to {m}, the lowest since 1998.",
    "Of {n} letters, {m} were answered within three days.",
    "Profit: ${n}; loss: ${m}; staff: two dozen.",
    "{name} said {m} of the {n} tickets, or almost all, were sold by noon.",
    "{n}-odd guests, {m} of them children, ate at the inn in {place}.",
    "More than {n} people, most of them women, signed, she told reporters.",
    "The {n}-strong crowd cheered {name}, who had waited {m} minutes.",
    "Either {m} or {n} barrels are missing; nobody in {place} knows which.",
    "A fifth of the budget, ${n}, goes to the {m} schools of {place}.",
    "In {place}, {m}; in Hollen, {n}: so the votes were counted.",
    "Under the plan each of the {m} clubs gets €{n} a year for five years.",
    "Officials estimate, but {name} doubts, that {n} acres burned.",
    "The ferry (built in 1987) carried {n} cars and {m} lorries last year.",
    "“Not one of the {n} eggs was bad,” the farmer, {name}, insisted.",
    "It cost him ${n}, not ${m} as first reported.",
    "The club had {m} members when {name} joined; now it has {n}.",
]
FILL = {"n": "50,000", "m": "143", "name": NAMES[0], "place": PLACES[0]}
OTHERS = ["12", "143", "1,250", "3.5 million", "two", "a dozen"]
NOISE = [
    "½",
    "\u00a0",
    "  ",
    "(",
    ")",
    "“",
    "”",
    "—",
    "…",
    "%",
    "$",
    "1e9",
    "İ",
    "\ue001",
    "\x00",
    "\n\n",
    "12x",
    "9,9,9",
]

pieces = st.tuples(
    st.sampled_from(range(len(SENTENCES))), st.sampled_from(OTHERS), st.sampled_from(NAMES), st.sampled_from(PLACES)
)
texts = st.lists(pieces, min_size=1, max_size=4).map(
    lambda parts: " ".join(filled(n, m=m, name=name, place=place) for n, m, name, place in parts)
)
noisy = st.lists(st.one_of(texts, st.sampled_from(NOISE), st.text(max_size=12)), max_size=8).map("".join)


def filled(number: int, **given: str) -> str:
    """Sentence `number` with what is given in its slots, and the usual in the others."""
    return SENTENCES[number].format(**{**FILL, **given})


def read(text: str) -> list[Claim]:
    return claims(Document("a", text), all=True)


def said(claim: Claim, but: tuple[str, ...] = ()) -> dict[str, object]:
    """All that a claim says, but for where it stands and the fields in `but`."""
    fields: dict[str, object] = {"section": claim.section}
    for part in (claim.quantity, claim.thing, claim.time, claim.attribution):
        fields |= part._asdict()
    return {name: value for name, value in fields.items() if name not in {"start", "end", *but}}


def same(
    one: list[Claim],
    other: list[Claim],
    but: tuple[str, ...] = (),
    as_was: Callable = lambda cell: cell,
    both: Callable = lambda cell: cell,
) -> None:
    """Asserts that two readings say the same; `as_was` undoes in the second what was changed in its text."""
    before = [{name: both(cell) for name, cell in said(claim, but).items()} for claim in one]
    after = [{name: as_was(cell) for name, cell in said(claim, but).items()} for claim in other]
    assert [row["text"] for row in before if "text" in row] == [row["text"] for row in after if "text" in row]
    assert len(before) == len(after), f"{len(before)} figures, then {len(after)}"
    for was, now in zip(before, after, strict=True):
        assert was == now, {name: (was[name], now[name]) for name in was if was[name] != now[name]}


def is_sound(text: str) -> None:
    """No exception; each figure stands where it says; its bounds lie around its value; twice is once."""
    found = read(text)
    for claim in found:
        q = claim.quantity
        assert text[q.start : q.end] == q.text != ""
        assert text[claim.context_start :].startswith(claim.context)
        if q.kind != "none":
            bounds = (q.low, q.likely_low, q.likely_low if q.value is None else q.value, q.likely_high, q.high)
            assert list(bounds) == sorted(bounds) and not any(map(math.isnan, bounds)), (q.text, bounds)
    assert found == read(text)


def stays_with_a_paragraph_more(text: str) -> None:
    """A paragraph about something else, before or behind, changes nothing; but a short line above one is a subhead."""
    alone = read(f"{LEAD}{text}")
    for paragraph in UNRELATED:
        same(alone, read(f"{LEAD}{text}\n\n{paragraph}"), ("section",))
        same(alone, read(f"{LEAD}{paragraph}\n\n{text}"), ("section",))


def follows_a_name(text: str) -> None:
    """Other names of the same kind change the names, and nothing else."""
    turned = dict(zip(NAMES + PLACES, NAMES[1:] + NAMES[:1] + PLACES[1:] + PLACES[:1], strict=True))
    back = {now: was for was, now in turned.items()} | {now.split()[-1]: was.split()[-1] for was, now in turned.items()}
    same(read(f"{LEAD}{text}"), read(f"{LEAD}{_exchanged(text, turned)}"), (), lambda cell: _exchanged(cell, back))


def follows_a_number(text: str) -> None:
    """Another round number changes the value and its bounds, and nothing else."""
    turned = dict(zip(NUMBERS, NUMBERS[1:] + NUMBERS[:1], strict=True))
    but = ("value", "low", "high", "likely_low", "likely_high", "text", "grain")
    same(read(f"{LEAD}{text}"), read(f"{LEAD}{_exchanged(text, turned)}"), but, lambda c: _exchanged(c, _back(turned)))


def stays_with_other_spaces(text: str) -> None:
    """Two spaces, or one that does not break, between two words say what one says."""
    for space in ("  ", "\u00a0"):
        other = re.sub(r"(?<=[a-z]) (?=[a-z])", space, text)
        same(read(f"{LEAD}{text}"), read(f"{LEAD}{other}"), (), _single, _single)


def stays_with_other_lines(text: str) -> None:
    """A line end inside a paragraph says what a space says, at any width and of any kind."""
    flat = "\n\n".join(" ".join(each.split()) for each in f"{LEAD}{text}".split("\n") if each.strip())
    alone = read(flat)
    for width, end in ((40, "\n"), (60, "\n"), (72, "\r\n"), (72, "\r"), (100, "\n")):
        lines = [wrap(each, width, break_long_words=False, break_on_hyphens=False) for each in flat.split("\n\n")]
        wrapped = f"{end}{end}".join(end.join(each) for each in lines)
        same(alone, read(wrapped), (), _single)


def stays_with_one_line_end(text: str) -> None:
    """Nor does a single line end, wherever it stands in a sentence."""
    alone, gaps = read(f"{LEAD}{text}"), [found.start() for found in re.finditer(r"(?<=\S) (?=\S)", text)]
    for at in {gaps[len(gaps) * part // 5] for part in range(1, 5)} if gaps else ():
        cut = f"{text[:at]}\n{text[at + 1 :]}"
        same(alone, read(f"{LEAD}{cut}"), ("section",), _single)


def stays_with_other_spelling(text: str) -> None:
    """Straight quotation marks, and the other side's spelling, say the same; a rule's name tells the spelling."""
    turned = {"“": '"', "”": '"', "litres": "liters", "kilometres": "kilometers", "percent": "per cent"}
    but = ("text", "thing", "head", "subject", "place", "cue", "verb")  # they print the words as they are
    same(read(f"{LEAD}{text}"), read(f"{LEAD}{_exchanged(text, turned)}"), (*but, "rule"))


def _single(cell: object) -> object:
    """`cell` with one space between its words."""
    return " ".join(cell.split()) if isinstance(cell, str) else cell


def _back(turned: dict[str, str]) -> dict[str, str]:
    return {now: was for was, now in turned.items()}


def _exchanged(cell: object, turned: dict[str, str]) -> object:
    """`cell` with each word of `turned` as it turns, all at once; what is no text stays."""
    if not isinstance(cell, str):
        return cell
    words = (rf"{re.escape(word)}(?!\w)" if word[-1].isalpha() else re.escape(word) for word in turned)
    return re.sub("|".join(words), lambda found: turned[found[0]], cell)


RELATIONS: dict[str, Callable[[str], None]] = {
    relation.__name__: relation
    for relation in (
        is_sound,
        stays_with_a_paragraph_more,
        follows_a_name,
        follows_a_number,
        stays_with_other_spaces,
        stays_with_other_lines,
        stays_with_one_line_end,
        stays_with_other_spelling,
    )
}

NOISE_KEEPS = ("is_sound", "stays_with_a_paragraph_more")  # what holds of letters and signs that are no sentences too


def broken(text: str, names: Iterable[str] = RELATIONS) -> Iterator[tuple[str, BaseException]]:
    """The relations, of those named, that do not hold of `text`, each with what it raised."""
    for name in names:
        try:
            RELATIONS[name](text)
        except Exception as error:
            yield name, error
