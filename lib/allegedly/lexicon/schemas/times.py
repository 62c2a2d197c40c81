"""times.toml: which days the time words allow."""

from ..schema import Key, Lookup, Record, Rows, Table, example, flag, name, reads, value, words

SPANS = (
    "point", "since", "from", "until", "between", "whole", "back", "ahead", "ago", "so far", "days", "none", "ended",
    "first part", "last part", "weekend",
)  # fmt: skip
# Classes that another table has a class of the same name beside.
_HOMES = {"UNIT": "time_unit", "PART": "part_of_day", "PAST": "last", "NTH": "nth_of_time", "NUMBERED": "numbered_time"}
_SAYS_SPANS = """which days it allows (reading/when/spans.py):
point: the day, month, quarter, year or decade that the words name
since: from the start of that up to the article's date
from: from the start of that on (the end is open)
until: up to the end of that (the start is open)
between: from the start of the first named to the end of the last
whole: the calendar unit `offset` units from the one that holds the date
back: from NUMBER units before the date up to the date (without a NUMBER: one)
ahead: from the date to NUMBER units after it
ago: the unit-wide day, month or year NUMBER units before the date
so far: from the start of the calendar unit up to the date
days: from the date + the first of `offset_days` to the date + the second
none: the words date the figure, but not by the article's date alone
ended: the NUMBER units that end with the day or month that is named
first part, last part: so many units of the year that is named
weekend: the last Friday to Sunday"""

PHRASE = Rows(
    "one form of time expression; rows are tried in this order and the first that fits wins",
    {
        "name": name("what the row is called where it is explained"),
        "shape": name(
            "words, classes and parts from left to right: CLASS is one word of that class, PART one of its shapes, a|b "
            'one of two of them, a "?" behind makes an item optional. Digits: DAY is 1 to 31, YEAR is 1000 to 2199, '
            "DECADE such a year that ends in 0, SHORT is two digits, YEARS is 2017/18, NUMBER is any number. CLOCK is "
            "4:53, COUNT a number in words (numbers.toml), WORD any word; at END no word may follow",
            pattern="shape",
        ),
        "span": flag(_SAYS_SPANS, "text", among=SPANS, needed=True),
        "offset": flag("with `whole`: how many units later", "number"),
        "offset_days": flag('with `days`: the first and last day, counted from the date; "" is open', "days"),
        "months": flag("how many months the named time lasts, where that is no year", "number"),
        "wider": flag(
            "by how many months the span may begin earlier and end later: summer is in January too", "numbers"
        ),
        "level": flag('the words date a level whoever says so: "As of Monday, the firm said, 40"'),
        "anchored": flag(
            'a year named before it in the sentence stands for the date: "in 2019 …, the previous year"; "named" where '
            "without one it allows no days",
            "true or text",
            among=(True, "named"),
        ),
        "compared": flag("a level is only compared with that time"),
        "starts": flag(
            'the words date a figure only where they open the sentence or look ahead: "rose from April" compares'
        ),
        "rate": flag("the words give a rate, and date nothing"),
        "example": example("a sentence written on Wednesday 15 May 2024", needed=True),
        "when": reads("the words read of it", needed=True),
        "days": reads('the first and last day they allow; "" is open', "texts", needed=True),
        "also": example("further rows of what must be read, each {text, when, days}", "cases"),
    },
)


def _list(says: str) -> Key:
    return words(says, needed=True)


TABLES = {
    "times": Table(
        "Time words: what dates a figure, and which days they allow, counted from the article's date.",
        {
            "core": _list("where none of these words and classes stands, nothing is dated"),
            "joints": _list('between the two years of "2012–13"'),
            "fiscal": _list("before a fiscal year of two digits"),
            "counts": _list("the tables of numbers.toml whose words count units"),
            "future": _list("words that make a time near them one of the future"),
            "bound": _list('before "to" they make it one too: "is to open", "are set to open"'),
            "unreal": _list('what no longer looks ahead: "would have opened"'),
            "onward": _list('behind a time they open what has a time of its own: "40 in 2015 and 61 in 2016"'),
            "compared": _list("words before a time that is only compared with"),
            "base": _list('before a time that a change is counted from: "a 4 percent increase over 2018"'),
            "sequent": _list("behind a duration: it is the time between two events, and not dated itself"),
            "lasting": _list('before a duration that is how long something lasts: "served for five years"'),
            "sequel": _list(
                'before a possessive: the time of what happened before or after, "following Wednesday\'s quake"'
            ),
            "starting": _list('participles that open no clause of their own: "starting on Monday, 40"'),
            "meanwhile": _list(
                'they open a clause that goes on while the next one is told: "When it broke on Monday, 40 were asleep"'
            ),
            "present": _list("what a past day does not date"),
            "earlier": _list('after "who" or "that": what follows was before the day of the sentence'),
            "source": _list("they open a source; a time that ends it dates what the source said"),
            "reports": _list("but the day of a report dates the level that it gives"),
            "dating_levels": _list(
                "a time beside a verb of saying dates what is said, not what it is about; but beside these it dates "
                "the level that they give"
            ),
            "short": _list('one-letter words whose stop belongs to them: "p.m."'),
            "window": Record(
                "words before a duration that is a time and not a length",
                {
                    "words": _list("with something between"),
                    "alone": _list("right before it"),
                    "between": _list("what may stand between"),
                    "units": _list("units that are a time even without a word between"),
                },
            ),
            "superlative": Record(
                'adjectives before "since" that tell of a record',
                {"words": _list("the words"), "ending": value("or this ending")},
            ),
            "classes": Lookup(
                "words by class, all in lower case", words("the words of the class", home=""), homes=_HOMES, fixed=True
            ),
            "parts": Lookup(
                "shapes that others name, in upper case", value("its shapes; the first that fits", "texts")
            ),
            "units": Lookup(
                "how many days or months one unit is",
                Record(
                    "a unit",
                    {
                        "days": flag("so many days", "number"),
                        "months": flag("so many months", "number"),
                        "in_a_day": flag("so many of it are a day", "number"),
                    },
                ),
            ),
            "vague": Lookup(
                "a vague number of units reaches back as far as its words can", value("so many units", "number")
            ),
            "phrase": PHRASE,
            "sentence": Rows(
                "what dates the figure in [brackets], where phrases alone do not tell; each needs one of the lists",
                {
                    "text": name("a sentence, written on that Wednesday"),
                    "when": value('the words that date the figure; "" is nothing'),
                    "days": reads("the first and last day they allow", "texts"),
                },
            ),
        },
    )
}
