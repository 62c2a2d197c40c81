"""When: the time words that date a figure, and the days that they allow."""

from bisect import bisect_left
from datetime import date as Date

from allegedly.lexicon import load
from allegedly.model import Quantity, Time
from allegedly.reading.clauses import words_of
from allegedly.reading.dates import Expression, fields, printed
from allegedly.reading.phrases import Phrases, parse
from allegedly.reading.spans import resolve
from allegedly.reading.tokens import Tokens
from allegedly.reading.words import infinitive, possessives

_FAR = 45  # a time expression further away than this dates something else
_AROUND = 4  # expressions on either side of a figure that are looked at
_SIGHT = 200  # words in which an opening expression dates a figure
_ASIDE = 60  # added to the distance of an expression that dates something else
_APART = {";": 40, "k": 14, "w": 20, ",": 7, "(": 12, "q": 1}  # what each letter between adds to the distance
_NEAR = 12  # words around an expression in which "will" makes it one of the future
_OPENING = 12  # the distance of an expression that opens the sentence: it dates all of it


def times(
    tokens: Tokens, quantities: list[Quantity], date: Date | None = None, sentence: Phrases | None = None
) -> list[Time]:
    """What dates each of the quantities, in their order; no days without the `date` of the article.

    >>> from allegedly.reading.tokens import tokenise
    >>> text = "On Friday 40 homes burned."
    >>> times(tokenise(text), [Quantity(10, 12, "40")], Date(2024, 5, 15))
    [Time(when='On Friday', about_from=datetime.date(2024, 5, 10), about_to=datetime.date(2024, 5, 10))]
    """
    sentence = sentence or parse(tokens, quantities)
    if not sentence.dates:
        return [Time()] * len(quantities)
    found, before = [], None
    for quantity in quantities:
        if _is_between(sentence, quantity):
            found.append(Time())
            continue
        dating = _dating(sentence, quantity) or (before and _inherited(sentence, *before, quantity))
        found.append(_time(sentence, dating, date))
        before = (quantity, dating) if dating else before
    return found


def _is_between(sentence, quantity):
    """Whether a duration is the time between two events: "three years later", "two days after the quake"."""
    last = sentence.tokens.span(quantity.start, quantity.end)[1]
    return quantity.kind == "duration" and sentence.tokens.lower[last : last + 1] in [
        [w] for w in load("times")["sequent"]
    ]


def _inherited(sentence, before, dating, quantity):
    """The expression that dates the figure before, in one clause with it."""
    first, last = sentence.tokens.span(before.end, quantity.start)
    if last - first > _FAR or "rate" in dating.row:
        return None
    return None if set(sentence.tags[first:last]) & set(";kw") else dating


def _dating(sentence: Phrases, quantity: Quantity) -> Expression | None:
    """The expression that dates a quantity: the nearest in its clause; a rate only if there is no other."""
    first, last = sentence.tokens.span(quantity.start, quantity.end)
    free = [e for e in _near(sentence.dates, first) if e.last <= first or e.first >= last]
    dated = [(_distance(sentence, e, first, last), e.first, e) for e in free if "rate" not in e.row]
    if dated and min(dated)[0] <= _FAR:
        return min(dated)[2]
    rates = [(abs(e.first - first), e) for e in free if e.row.get("rate") == "named"] if quantity.per else []
    return min(rates, key=lambda rate: rate[0])[1] if rates else None


def _near(dates, first):
    """The expressions around a token, and the one that opens the sentence."""
    at = bisect_left(dates, first, key=lambda e: e.first)
    around = dates[max(0, at - _AROUND) : at + _AROUND]
    return around if not around or around[0] is dates[0] else [dates[0], *around]


def _distance(sentence, expression, first, last):
    """How far an expression is from a figure, in words, more across the edges of clauses."""
    behind = expression.first >= last
    start, end = (last, expression.first) if behind else (expression.last, first)
    if end - start > _SIGHT:
        return end - start
    between = sentence.tags[start:end]
    distance = (
        len(between)
        + _aside(sentence, expression, between)
        + sum(cost * between.count(letter) for letter, cost in _APART.items())
    )
    if (behind and _opens_another(sentence, expression, last)) or (
        not behind and (_is_over(sentence, expression, first) or _dates_the_saying(sentence, expression, first))
    ):
        return distance + _ASIDE
    if expression.first <= 1 and not behind:
        return min(distance, _OPENING + _APART[";"] * between.count(";"))
    return distance if behind else distance + 2


def _aside(sentence, expression, between):
    """What is added where the expression stands aside: "which sank in May, ", "than last year", "Monday being"."""
    tags, first, last = sentence.tags, expression.first, expression.last
    before, after = tags[max(0, first - 1) : first], tags[last : last + 1]
    is_aside = (
        ("," in between and first > len(between) and _tells(sentence, first - len(between), first))
        or ("," in between and "w" in tags[max(0, first - _FAR) : first].rpartition(",")[2])
        or (between and _is_compared(sentence, first, len(between)))
        or (before and before in "dszpn" and after in ("p", "n", "a"))  # "the March 3 order"
        or (before == "i" and after == "b")
        or _dates_an_event(sentence, expression)
        or _dates_a_source(sentence, expression)
    )
    return _ASIDE if is_aside else 0


def _dates_an_event(sentence, expression):
    """Whether an expression belongs to what happened before or after: "following Wednesday's quake"."""
    first, words = expression.first, sentence.tokens.words
    if not first or sentence.tokens.lower[first - 1] not in load("times")["sequel"]:
        return False
    return words[expression.last - 1].lower().endswith(possessives())


def _is_over(sentence, expression, first):
    """Whether an opening clause that the expression stands in is over before a figure: "After it sank in May, 40"."""
    return sentence.tags[:1] in ("k", "w") and expression.first > 1 and "," in sentence.tags[expression.last : first]


def _dates_a_source(sentence, expression):
    """Whether an expression ends what opens with "according": "according to officials on Thursday"; no report."""
    first, table = max(0, expression.first - _NEAR), load("times")
    words = sentence.tokens.lower[first : expression.first]
    sources = [i for i, word in enumerate(words) if word in table["source"]]
    if not sources or not set(table["reports"]).isdisjoint(words[sources[-1] :]):
        return False
    return set(sentence.tags[first + sources[-1] : expression.first]) <= set("itodsnpaz")


def _dates_the_saying(sentence, expression, first):
    """Whether an expression before a figure stands by a verb of saying: "She said on Friday that 40 homes burned"."""
    tags, lower, start = sentence.tags, sentence.tokens.lower, expression.first
    if expression.row["span"] == "until" or "level" in expression.row:
        return False  # "By Friday, the clinic said, 40"
    verb = next((i for i in range(expression.last, first) if tags[i] in "ve"), None)
    verbs = ([start - 1] if start and tags[start - 1] in "ve" else []) + ([] if verb is None else [verb])
    return any(infinitive(lower[i]) in load("times")["saying"] for i in verbs)


def _opens_another(sentence, expression, last):
    """Whether an expression behind a figure dates another clause: "…, and on Friday", "… and that 40 left in May"."""
    between = sentence.tags[last : expression.first]
    return between.endswith(("c", "c,", ",c,")) or "ck" in between


def _is_compared(sentence, first, distance):
    """Whether an expression belongs to what a figure is compared with: "than last year", "from 68 percent in May"."""
    words, tags = sentence.tokens.lower, sentence.tags
    if first and words[first - 1] in load("times")["compared"]:
        return True
    return any(
        words[i] in load("times")["compared"] and not {"q", "#"}.isdisjoint(tags[i + 1 : i + 6])
        for i in range(max(0, first - distance), first)
    )


def _tells(sentence, first, last):
    """Whether a verb of saying stands in a stretch: ", the director said on Tuesday" dates what is said."""
    verbs = (i for i in range(first, last) if sentence.tags[i] in "ve")
    return any(infinitive(sentence.tokens.lower[i]) in words_of("say") for i in verbs)


def _time(sentence, expression, today):
    """The record of one expression."""
    if expression is None:
        return Time()
    when = printed(sentence.tokens, expression)
    if today is None:
        return Time(when)
    named = fields(sentence.tokens, expression)
    if "anchored" in expression.row:
        anchor = _anchor(sentence, expression, today)
        if anchor is None and expression.row["span"] == "ago":
            return Time(when)
        today = anchor or today
    elif _is_ahead(sentence, expression):
        named = named._replace(shift=named.shift or 1, ahead=True)
    return Time(when, *resolve(expression.row["span"], named, today, expression.row))


def _anchor(sentence, expression, today):
    """The last day that the expression before "the previous year" or "a day earlier" allows."""
    for e in reversed(_near(sentence.dates, expression.first)):
        if e.first < expression.first and "anchored" not in e.row:
            last = resolve(e.row["span"], fields(sentence.tokens, e), today, e.row)[1]
            if last:
                return last
    return None


def _is_ahead(sentence, expression):
    """Whether a word of the future stands near an expression: "will rise in July"."""
    near = sentence.tokens.lower[max(0, expression.first - _NEAR) : expression.last + _NEAR]
    return any(word in load("times")["future"] for word in near)
