"""numbers, units, currencies, hedges, changes and grammar: how much."""

from ..schema import Lookup, Record, Rows, Table, example, flag, name, reads, value, words

_WORTH = value("what it is worth", "number")
STAGE_KEYS = {
    "name": name("its name, in the shape of what it reads: it stands in the table's column `rule`"),
    "pattern": name("the pattern", pattern="kinds"),
    "reads": flag("the function of reading/how_much/readings.py that says what it means", "text", needed=True),
    "why": flag("why it is no claim: the column `reason`", "text"),
    "examples": example("each a text and the figure as printed", "examples", needed=True),
}
HEDGES = ("exact", "about", "nearly", "more_than", "at_least", "less_than", "at_most")

NUMBERS = Table(
    "Numbers in words. Each section maps a word to what it is worth; a word stands in one section only.",
    {
        "ones": Lookup("zero to nine", _WORTH, home="number", entries=True),
        "teens": Lookup("ten to nineteen", _WORTH, home="number", entries=True),
        "tens": Lookup("twenty to ninety", _WORTH, home="number", entries=True),
        "hundred": Lookup("a hundred", _WORTH, home="number", entries=True),
        "scale": Lookup("multiply what stands before them", _WORTH, home="number", entries=True),
        "scales": Lookup(
            'with a number before them a scale, without one a vague plural: "thousands"', _WORTH, home="number"
        ),
        "dozen": Lookup('"two dozen", "half a dozen"', _WORTH, home="number", entries=True),
        "dozens": Lookup("a vague plural", _WORTH, home="number", entries=True),
        "scores": Lookup("a vague plural", _WORTH, entries=True),
        "tens_of": Lookup('"tens of thousands"', _WORTH, entries=True),
        "letter": Lookup(
            "scales of a letter or two: stuck to a number, or after one with a currency sign; case matters", _WORTH
        ),
        "half": Lookup("a half", _WORTH, entries=True),
        "nth": Lookup(
            '"a third", "one-tenth", "three quarters"; standing alone they are ordinals or times: worth 1 / so much',
            _WORTH,
            home="ordinal",
            entries=True,
        ),
        "nths": Lookup("plural: only ever a fraction, worth 1 / so much", _WORTH, entries=True),
        "ordinal": Lookup(
            "what has a number's place in a row and is no quantity, beside those of [nth]",
            _WORTH,
            home="ordinal",
            entries=True,
        ),
        "vulgar": Lookup("fractions of one sign", _WORTH, entries=True),
        "factor": Lookup("how many times as much", _WORTH, entries=True),
        "multiplied": Lookup("verbs that say how many times", _WORTH, entries=True),
        "halved": Lookup("verbs that say how much", _WORTH, entries=True),
    },
)
UNITS = Table(
    "Units by their pint names, with the forms that news prints. Words ignore case, symbols do not (MW is not mw). "
    "Currencies stand in currencies.toml.",
    {
        "ladder": Lookup(
            "how many of the smaller make one of the larger, for figures printed in both: 5 feet 11 inches",
            Lookup("the smaller units", value("how many make one", "number")),
        ),
        "goes_on": Lookup(
            'which of the smaller is meant where only its number follows: "six feet two"', value("the smaller")
        ),
        "beside": Lookup(
            "units that mean another one beside these: the pounds of 6 pounds 3 ounces are no money",
            Lookup("the other unit", value("what it means here")),
        ),
        "no_unit_before": Lookup('what is no unit before these: "nine foot soldiers" are nine', words("the words")),
        "unit": Rows(
            "a unit",
            {
                "name": name("its pint name; the column `unit`"),
                "kind": flag(
                    "what the column `kind` says, where that is no measure", "text", among=("share", "duration")
                ),
                "words": words("its forms; case does not matter", home="unit"),
                "symbols": words("its signs; case matters"),
                "per": flag("what it is a rate of, where the form says it", "text"),
                "guarded": words("forms that are this unit only in some company (grammar.toml)"),
                "example": example("must be read as this unit"),
                "also": example("further rows of what must be read, each {text, printed, unit}", "cases"),
            },
        ),
    },
)
CURRENCIES = Table(
    "Money: every ISO 4217 currency in use, by code, name, sign and informal form (names after CLDR; "
    "tests/test_lexicon.py compares).",
    {
        "alone": Lookup(
            'what a noun alone means in English-language news; a country before it decides: "Canadian dollars"',
            value("its code"),
            entries=True,
        ),
        "noun": Lookup("the forms of each noun", words("its forms")),
        "currency": Lookup("each code: its noun, and the words for whose it is", words("noun, and whose")),
        "other": Lookup("further codes: their names in full", words("its names")),
        "sign": Lookup("signs before or behind a number", value("its code"), entries=True),
        "scaled": Lookup(
            "signs that hold a scale: the code, and how many make one",
            value("code and parts", "code and parts"),
            entries=True,
        ),
        "before": Lookup("signs that are money only before a number", value("its code"), entries=True),
        "prefix": Lookup("letters that are money only right before a number", value("its code"), entries=True),
        "part": Lookup(
            "parts of a currency: its code, and how many make one",
            value("code and parts", "code and parts"),
            entries=True,
        ),
        "parted": Lookup("parts that several currencies have: their codes", words("the codes")),
        "suffix": Lookup(
            "letters right behind a number: the code, and how many make one", value("", "code and parts"), entries=True
        ),
        "words": Record(
            "further words",
            {
                "common": words("nouns that mean something else more often", needed=True),
                "not_codes": words("codes that are another word in capitals more often", needed=True),
            },
        ),
        "example": Rows(
            "what must be read",
            {
                "text": example("the text", needed=True),
                "value": reads("the number", "number", needed=True),
                "unit": reads("the code", needed=True),
            },
        ),
    },
)
HEDGE_TABLE = Table(
    "What stands with a number and bounds it, and the interval that it then allows (docs/method.md tells where each is "
    'from). The tolerances of "about" and its kin are conventions taken from the literature where there is any. Change '
    "them here.",
    {
        "hedge": Rows(
            "one way to bound a number",
            {
                "name": name("the column `hedge`", among=HEDGES),
                "hard": flag(
                    'the hard bounds, as factors of the printed number; "0" and "inf" stand for themselves',
                    "factors",
                    needed=True,
                ),
                "soft": flag("the soft bounds, likewise", "factors", needed=True),
                "grain": flag("half the last printed digit widens the hard bounds if that is wider"),
                "open": flag('which hard bounds are open: "(low" or "high)"', "text", among=("(low", "high)")),
                "before": words('the words that stand before the number; "=" before a form: its case matters'),
                "sign": words("signs before the number"),
                "after": words("the words that stand behind the number"),
                "outside": words("those of the words that are no part of the figure as printed", narrows=True),
                "examples": example(
                    "each a text, its hard bounds, and its soft ones where the words set them", "examples", needed=True
                ),
            },
        )
    },
)
_WAYS = {"rise": words("upward", needed=True), "fall": words("downward", needed=True)}
CHANGES = Table(
    "Words that say which way a figure moved. Strong ones make any figure beside them the size of a change "
    '("up 58 points", "rose by 300"); weak ones only a percentage, an amount or a measure ("grew 5,000 tonnes", not '
    '"grew 12 melons"). "to" after them makes it the level reached ("fell to 12").',
    {
        "strong": Record("any figure beside them is the size of a change", _WAYS),
        "weak": Record("only a percentage, an amount or a measure is", _WAYS),
        "only_by": Record('only with "by": "raised by £25"', _WAYS),
        "after": Record('behind the figure: "0.68 percent lower", "a 5 % increase"', _WAYS),
        "words": Record("what may stand between", {"moveword": words("the words", needed=True)}),
    },
)
GRAMMAR = Table(
    "The layouts in which figures are printed, as rows of token kinds. A text becomes a string of kinds, one character "
    "a token (reading/how_much/kinds.py). A row is a pattern over that string:\n"
    "{name}: a class of words (a section below, or of numbers, currencies, units, hedges, changes), a shape or a part\n"
    "<name> <a:b>: the same, remembered under its name (a remembered as b)\n"
    "·  _  ~: a space; a space or nothing; a space, a hyphen or nothing\n"
    "all else: as in a regular expression\n"
    "At a number, the rows with `why` (no claims) are tried first, then the others; in each, the first that matches "
    "reads it, so longer layouts stand above shorter ones.",
    {
        "marks": Record(
            "the marks in numbers; the shapes and readings are those of 1,234.5 whatever they are",
            {"decimal": value("before decimals"), "grouping": value("between groups of digits")},
        ),
        "shapes": Lookup(
            "tokens that no table knows: their character, and how they look", value("", "sign and pattern")
        ),
        "words": Lookup('classes of words; "=" before a word: its case matters', words("its words")),
        "context": Record(
            "words that only tell what stands around a figure",
            {
                "classes": words(
                    "their classes; in a row, w, p, C and A stand for them too, as for any other word", needed=True
                )
            },
        ),
        "folds": Lookup(
            "parts that become one kind before `pair` and `figure` are tried: the kind of their first token "
            '("z" stands for the rest)',
            value("its kind"),
        ),
        "ahead": Lookup(
            'what must follow a part, lest it is not folded: "20 at most." holds no hedge of what is to come',
            value("a pattern", pattern="kinds"),
        ),
        "parts": Lookup("patterns that others name", value("a pattern", pattern="kinds")),
        "around": Lookup(
            "what stands near a figure and says more of it; tried right behind it, or up to its start",
            value("a pattern", pattern="kinds"),
        ),
        "ages": Record(
            "words before a bare number up to 120 that make it an age",
            {
                "people": words("people", needed=True),
                "beyond": words('between them and the number: "children under 12"', needed=True),
                "subjects": words('"she was 92."', needed=True),
                "been": words("verbs behind those", needed=True),
                "anyone": words('a verb follows: "anyone over 75 rides free"', needed=True),
                "turned": words('"who turned 50."', needed=True),
            },
        ),
        "plurals": Record(
            "the ends of nouns in the plural, beside those of regular ones", {"ends": words("the ends", needed=True)}
        ),
        "blood_pressure": Record(
            'what is meant where no unit is said: "a blood pressure of 140/90"', {"unit": value("the unit")}
        ),
        "prepositions": Lookup(
            'hedges that are prepositions behind some words: "flew over nine towns"',
            value("the pattern of [around] that tells"),
        ),
        "objects": Record(
            'words of hedges that have what is counted for their object: "passed two laws", "under two mayors"',
            {
                "verbs": words("verbs", needed=True),
                "below": value("so many things are the object of a verb; more are a bound", "number"),
                "up_to": Lookup("prepositions, and up to what number in words", value("the number", "number")),
            },
        ),
        "either": Record(
            'units that are scales in other company: "5m people", "5m deep"',
            {
                "metre_or_million": words("the letters", needed=True),
                "raced": words('distances of races in metres: "won the 100m"', needed=True),
            },
        ),
        "below_zero": Record('what is meant where no unit is said: "ten below zero"', {"unit": value("the unit")}),
        "joins": Record(
            'what stands between two figures, the first without the unit of the second: "45 and 50 mg"',
            {"shared": words("the words", needed=True)},
        ),
        "carry": Record(
            'what stands between two figures, the second without its unit: "412 tonnes, up from 515 in May"',
            {
                "compared": words("they hold one figure against the other", needed=True),
                "leading": words("may stand behind those", needed=True),
                "left": words('before the first of two: "from 53 in May to 46 percent"', needed=True),
                "rated": words('before what a rate is of: "12,000 a year in Orsk and 9,000 in Venn"', needed=True),
                "placing": words('the same one behind both: "104 km/h at the airport, 111 at the port"', needed=True),
                "against": words("they hold one move against the other", needed=True),
                "sized": words('behind the first of two: "4 km long and the bridge 2.5"', needed=True),
                "inner": words('before what it is of: "44 mm of rain, the hills 71"', needed=True),
                "other": words('not behind "the" there: "the other 71"', needed=True),
                "locating": words('one of them behind both: "98 km/h at the pier, 121 on the ridge"', needed=True),
                "behind": words("what follows a number that counts no noun", needed=True),
            },
        ),
        "starts": Record(
            "the classes and signs that a row of each stage can start with, where that is not right at its number",
            {stage: words(f"of [[{stage}]]", needed=True) for stage in ("exception", "pair", "figure")},
        ),
        "denominators": Lookup("what a rate is of, where that is printed otherwise", value("its name in the table")),
        "frames": Lookup(
            "sentences for each word of a list, which stands at {}: read with it otherwise than without",
            example("the sentences; each word needs one of them", "texts"),
            fixed=True,
        ),
        "exception": Rows("what is no claim", STAGE_KEYS),
        "pair": Rows("two numbers that belong together", STAGE_KEYS),
        "figure": Rows("a figure", STAGE_KEYS),
    },
)
TABLES = {
    "numbers": NUMBERS, "units": UNITS, "currencies": CURRENCIES, "hedges": HEDGE_TABLE, "changes": CHANGES,
    "grammar": GRAMMAR,
}  # fmt: skip
