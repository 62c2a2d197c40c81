"""Where a time expression dates something else than a figure: an event told aside, what is said, what is compared."""

import re
from bisect import bisect_right
from operator import itemgetter

from allegedly.lexicon import load
from allegedly.model import Quantity
from allegedly.reading.when.ahead import is_ahead
from allegedly.reading.when.expressions import Expression
from allegedly.text.analysis import Analysis
from allegedly.text.words import infinitive, is_dated_saying, is_saying, possessives

FAR = 45  # words before an expression in which its own clause opens
_NEAR = 12  # words before an expression in which its source opens
_RECORD = 7  # words before it in which a superlative stands
_FINITE = frozenset("vbhm")
_VERBS = frozenset("vebhm")
_RESTRICTED = re.compile("(?:[anpfyzi,c]{0,14}[anpfyz])?w[^,;w]*")  # "40 homes in Os and Mo that burned"
_ANEW = re.compile(",c(?![rvebhm])[^,;]*?[ebhmv]")  # ", and the toll rose"
_NEW_CLAUSE = re.compile(",c[^,;]*")
_SECOND_VERB = re.compile("c(?:k|r?[vbhm])")  # "costs 40 and goes on sale in May"
_LATER = re.compile(",wr?[mb]")
_GOES_TO = re.compile("t[^,;]{0,3}q")
_ITS_VERB = re.compile("[oinpa]{0,6}[bhmv]")


def is_aside(sentence: Analysis, expression: Expression, quantity: Quantity, first: int, last: int) -> bool:
    """Whether an expression dates something else than the figure at the tokens `first` to `last`.

    >>> from allegedly.reading.when.expressions import expressions
    >>> from allegedly.text.analysis import analyse
    >>> from allegedly.text.tokens import tokenise
    >>> figure, tokens = Quantity(33, 35, "40"), tokenise("The mill, opened in 1902, employs 40 men.")
    >>> sentence = analyse(tokens, [(8, 9)], expressions(tokens))
    >>> is_aside(sentence, sentence.dates[0], figure, 8, 9)
    True
    """
    behind = expression.first >= last
    between = sentence.tags[last : expression.first] if behind else sentence.tags[expression.last : first]
    if between == "(":  # "from the same period of 2016 (31)"
        return False
    if _is_anywhere(sentence, expression, quantity, first, between, behind):
        return True
    if behind:
        return _opens_another(sentence, expression, between) or _is_left(sentence, first, between)
    return (
        _is_over(sentence, expression, between)
        or ends_a_relative(sentence, expression)
        or (expression.row["span"] != "between" and sentence.tokens.lower[first - 1] in load("times")["compared"])
        or _dates_the_saying(sentence, expression, first)
        or _is_of_another(sentence, expression, first)
    )


def is_restricted(between: str) -> bool:
    """Whether the words from a figure to an expression tell which ones are counted: "40 homes that burned in May"."""
    return _RESTRICTED.fullmatch(between) is not None


def _is_anywhere(
    sentence: Analysis, expression: Expression, quantity: Quantity, first: int, between: str, behind: bool
) -> bool:
    """Whether an expression stands aside, before a figure or behind: "which sank in May,", "than last year"."""
    tags, start, end = sentence.tags, expression.first, expression.last
    before, after = tags[max(0, start - 1) : start], tags[end : end + 1]
    return bool(
        ("," in between and start > len(between) and _tells(sentence, start - len(between), start))
        or ("," in between and _is_told_aside(sentence, expression))
        or (between and _is_compared(sentence, start, len(between)))
        or (expression.row.get("compared") and quantity.change == "level" and between not in ("", "("))
        or (before and before in "dszpn" and after in ("p", "n", "a"))  # "the March 3 order"
        or (before == "i" and after == "b")
        or ("starts" in expression.row and expression.first > 1 and not (behind and is_ahead(sentence, expression)))
        or is_of_a_base(sentence, expression, first)
        or _dates_an_event(sentence, expression)
        or _is_record(sentence, expression)
        or _dates_a_source(sentence, expression)
        or (quantity.kind == "count" and _is_known(sentence, expression, first, between, behind))
    )


def _is_left(sentence: Analysis, first: int, between: str) -> bool:
    """Whether a figure is what another one changed from: "from five to six on Saturday"."""
    return (
        first > 0
        and _GOES_TO.search(between) is not None
        and sentence.tokens.lower[first - 1] in load("times")["compared"]
    )


def is_of_a_base(sentence: Analysis, expression: Expression, first: int) -> bool:
    """Whether an expression dates only what another figure is compared with: "31 percent, up from 28 in 2015"."""
    before = bisect_right(sentence.figures, expression.first, key=itemgetter(1))
    start, end = sentence.figures[before - 1] if before else (0, 0)
    if not start or start == first or "," in sentence.tags[end : expression.first]:
        return False
    return expression.first - end < _NEAR and sentence.tokens.lower[start - 1] in load("times")["compared"]


def ends_a_relative(sentence: Analysis, expression: Expression) -> bool:
    """Whether a clause that tells which ones ends with an expression: "A room that cost 40 in May costs 61"."""
    if sentence.tags[expression.last : expression.last + 1] not in ("v", "m", "b", "h", "e"):
        return False
    start = max(sentence.tags.rfind(sign, 0, expression.first) for sign in ",;(") + 1
    opens = sentence.tags.rfind("w", start, expression.first)
    return opens >= 0 and not _VERBS.isdisjoint(sentence.tags[opens : expression.first])


def _is_told_aside(sentence: Analysis, expression: Expression) -> bool:
    """Whether the piece that an expression stands in tells of its own: "which sank in May", "opened in 1902"."""
    start = max(0, expression.first - FAR)
    piece = start + sentence.tags[start : expression.first].rfind(",") + 1
    letters = sentence.tags[piece : expression.first]
    if "w" in letters:
        return piece > 0 or not _goes_on(sentence)
    return letters[:1] in ("e", "g") and sentence.tokens.lower[piece] not in load("times")["starting"]


def _is_known(sentence: Analysis, expression: Expression, first: int, between: str, behind: bool) -> bool:
    """Whether a figure counts what is known already, "the two countries", so that no event dates it."""
    if not first or "level" in expression.row:
        return False
    if sentence.tags[first - 1] in "sz":
        if expression.row["span"] in ("since", "until"):
            return True
    elif sentence.tokens.lower[first - 1] not in load("words")["definite"]["words"]:
        return False
    return not (behind and ("w" in between or _FINITE.isdisjoint(between)))


def _dates_an_event(sentence: Analysis, expression: Expression) -> bool:
    """Whether an expression belongs to what happened before or after: "following Wednesday's quake"."""
    opens = sentence.tokens.lower[max(0, expression.first - 1) : expression.first + 1]
    if not any(word in load("times")["sequel"] for word in opens):
        return False
    return sentence.tokens.lower[expression.last - 1].endswith(possessives())


def _is_over(sentence: Analysis, expression: Expression, between: str) -> bool:
    """Whether an opening clause that the expression stands in is over before a figure: "After it sank in May, 40"."""
    opens = sentence.tags[:1] in ("k", "w") and not _goes_on(sentence)
    return opens and expression.first > 1 and "," in between


def _goes_on(sentence: Analysis) -> bool:
    """Whether an opening clause tells of the same time as the next one: "When it broke on Monday, 40 were asleep"."""
    return sentence.tokens.lower[0] in load("times")["meanwhile"]


def _is_record(sentence: Analysis, expression: Expression) -> bool:
    """Whether an expression tells how long nothing was like it: "the highest since May"."""
    table, first = load("times"), max(0, expression.first - _RECORD)
    near = zip(sentence.tokens.lower[first : expression.first], sentence.tags[first : expression.first], strict=True)
    opens = sentence.tokens.lower[max(0, expression.first - 1) : expression.first + 1]
    return any(word in table["sequel"] for word in opens) and any(
        (word in table["superlative"]["words"] and tag != "q")
        or (tag == "a" and word.endswith(table["superlative"]["ending"]))
        for word, tag in near
    )


def _is_of_another(sentence: Analysis, expression: Expression, first: int) -> bool:
    """Whether a figure stands in another clause than the expression before it: "It sank in May, and 40 boats came"."""
    tags, lower = sentence.tags, sentence.tokens.lower
    if expression.first > 1 and _ANEW.search(tags, expression.last, first + _NEAR):
        return sentence.tags.find(",c", expression.last, first) >= 0
    if expression.row["span"] not in ("point", "between", "ago", "days"):
        return False
    relative = tags.rfind("w", expression.last, first)
    is_later = (expression.first > 1 or relative > expression.last + 1) and _LATER.match(tags, relative - 1)
    if relative >= 0 and (is_later or lower[relative + 1] in load("times")["earlier"]):
        return True  # "On Monday it met the man who had sold 40 boats", "Today it bought a mill, which will make 40"
    return _moves_on(sentence, expression, first)


def _moves_on(sentence: Analysis, expression: Expression, first: int) -> bool:
    """Whether a clause that is dated in the past goes on in the present: "He came in May and has 40 cows"."""
    joint = sentence.tags.find("c", expression.last, first)
    present = load("times")["present"]
    return joint >= 0 and any(
        sentence.tokens.lower[i] in present or (sentence.tags[i] == "v" and sentence.tokens.lower[i].endswith("s"))
        for i in range(joint + 1, min(joint + 6, first))
    )


def _dates_a_source(sentence: Analysis, expression: Expression) -> bool:
    """Whether an expression ends what opens with "according": "according to officials on Thursday"; no report."""
    first, table = max(0, expression.first - _NEAR), load("times")
    words = sentence.tokens.lower[first : expression.first]
    sources = [i for i, word in enumerate(words) if word in table["source"]]
    if not sources or not set(table["reports"]).isdisjoint(words[sources[-1] :]):
        return False
    return set(sentence.tags[first + sources[-1] : expression.first]) <= set("itodsnpaze")


def _dates_the_saying(sentence: Analysis, expression: Expression, first: int) -> bool:
    """Whether an expression before a figure stands by a verb of saying: "She said on Friday that 40 homes burned"."""
    tags, lower, start = sentence.tags, sentence.tokens.lower, expression.first
    if expression.row["span"] == "until" or "level" in expression.row:
        return False  # "By Friday, the clinic said, 40"
    verb = next((i for i in range(expression.last, first) if tags[i] in "ve"), None)
    verbs = ([start - 1] if start and tags[start - 1] in "ve" else []) + ([] if verb is None else [verb])
    return any(is_dated_saying(infinitive(lower[i])) for i in verbs)


def _opens_another(sentence: Analysis, expression: Expression, between: str) -> bool:
    """Whether an expression behind a figure dates another clause: "…, and on Friday", "… and that 40 left in May"."""
    if between.endswith(("c", "c,", ",c,")) or _SECOND_VERB.search(between):
        return True
    clause = _NEW_CLAUSE.search(between)  # "…, and the change for May was 40"
    return bool(clause and _VERBS.isdisjoint(clause[0]) and _ITS_VERB.match(sentence.tags, expression.last))


def _is_compared(sentence: Analysis, first: int, distance: int) -> bool:
    """Whether an expression belongs to what a figure is compared with: "than last year", "from 68 percent in May"."""
    words, tags = sentence.tokens.lower, sentence.tags
    if first and words[first - 1] in load("times")["compared"]:
        return True
    if first and words[first - 1] in load("times")["base"] and sentence.letters[first] != "i":
        return True
    return any(
        words[i] in load("times")["compared"] and not {"q", "#"}.isdisjoint(tags[i + 1 : i + 6])
        for i in range(max(0, first - distance), first)
    )


def _tells(sentence: Analysis, first: int, last: int) -> bool:
    """Whether a verb of saying stands in a stretch: ", the director said on Tuesday" dates what is said."""
    verbs = (i for i in range(first, last) if sentence.tags[i] in "ve")
    return any(is_saying(infinitive(sentence.tokens.lower[i])) for i in verbs)
