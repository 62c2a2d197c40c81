"""things-reading.toml and things.toml: of what."""

from ..schema import Lookup, Record, Rows, Table, example, name, reads, value, words

KINDS = ("count", "money", "share", "measure", "duration", "multiple", "age")
FIELDS = {field: reads(f"the column `{field}`") for field in ("thing", "head", "subject", "place", "verb")}
ROLES = {
    "knowing": 'verbs that say nothing, behind which a whole clause may follow without "that" all the same',
    "counting": "verbs of saying that have what they count for their object, and no clause",
    "place": "a place follows",
    "on": 'before [roles.region] "on" tells a place too',
    "region": 'nouns with which a name is that of a place: "in Kaduma state", "in the town of Moss"',
    "site": "with a name before the noun they tell a place, whatever the noun",
    "everywhere": "adverbs that tell a place",
    "world": 'nouns that with an article tell a place: "around the world"',
    "held": '"in" behind them tells no place: "shares in Telvia"',
    "whose": "behind a noun whose size is told: whose it is",
    "whose_relative": "they open a clause about what somebody has",
    "who": 'relatives that stand for people: the doer behind "by", not the place behind "from"',
    "part": "they open a list of parts: subject and verb are those of the whole",
    "paid": "right behind an amount of money: what it is of",
    "paid_far": "further behind an amount of money: what it pays for",
    "gain": '"for" and "on" behind them tell why or where money comes or goes, not what it is of',
    "base": "inside a figure they open the base of a rate; but `hundredth` does not",
    "hundredth": '"per" before them opens no base: "per cent"',
    "transparent": 'they only say that something is counted: the thing is what they are "of"',
    "number": "a bare count later in the sentence is of what these are of",
    "measuring": "adjectives that measure or compare what stands before them",
    "comparative": "of the measuring, those behind which what is measured follows",
    "level": "what they measure is their subject",
    "priced": "what an amount of money behind them is the price of, or what earned it, is their subject",
    "lasting": "how long their subject is",
    "lasting_noun": 'nouns of what has a length in time, which "for" tells behind them',
    "qualifying": 'participles that stand before "and" and another of a noun',
    "nominal": 'words in -ing that are nouns between a preposition and "to"',
    "summing": "in -ing behind a comma they tell the sum of what stands before it",
    "enduring": "behind them stands how long something is done, which is no length of the object",
    "elapsed": "a duration before them tells when something was, not how long",
    "fixing": "between the object of a verb and an amount of money: what was brought to it, or changed by it",
    "moving": "a share right behind them tells how much of their subject came or went",
    "measure": "within a figure they name what is measured",
    "comparing": "what a figure of the same kind is held against stands behind them",
    "reaching": "before a figure they tell the level that the subject of the verb has",
    "beyond": "between the object of a verb and a figure they tell where it was brought to",
    "change": 'nouns that say only that what they are "in" changed',
    "extreme": "adjectives that stand for a noun behind a duration",
    "direction": "behind a distance they tell its direction, and are not measured",
    "sum": "they stand for a count that was told before",
    "by": "the doer of a passive follows",
    "as": "what is compared follows",
    "out": '"17 out of 18 wards"',
    "empty": "they tell nothing of what befell a thing",
    "where": "they open a clause about a place",
    "with": 'a name before "-ing" is what does it only behind these',
    "in_all": '"4,200 in all"',
    "fate": "what befell people who are not named: in their forms in -ed they stand for them",
    "helping": 'verbs that lend themselves to the one behind "to"',
}
READING = Table(
    "The function words that tell what a figure counts. Each [roles.NAME] is a small class of words, by the part that "
    "they play around a figure. `example` is a sentence with one figure in [brackets] (no part of the text; `kind` is "
    "its kind where it is no count), and `reads` what must be read of it.",
    {
        "roles": Record(
            "small classes of words by their part around a figure",
            {
                role: Record(
                    says,
                    {
                        "words": words("the words", needed=True, home=""),
                        "example": example("a sentence with one figure in [brackets]", needed=True),
                        "kind": reads("the kind of that figure, where it is no count", among=KINDS),
                        "reads": Record("what must be read of it", FIELDS),
                        "also": example("further rows of what must be read, each {text, thing, verb …}", "cases"),
                    },
                )
                for role, says in ROLES.items()
            },
        ),
        "fate": Lookup("adjectives that stand for people who are not named, and the verb of each", value("its verb")),
    },
)
_ROW = {
    "name": name("its name"),
    "words": words("the words, in their dictionary form (kill, person): inflected forms are found by it", needed=True),
    "example": example("a phrase that must be read as this row", needed=True),
}
THINGS = Table(
    'Words that tell what one voice asserts and another denies, and groups of which "all" may be said too soon.',
    {
        "quantified": Record(
            'a word such as "all" said of the first group is doubtful where a text also counts some of the second',
            {"doubtful": value("pairs of groups", "text groups")},
        ),
        "group": Rows("who is counted", _ROW),
        "act": Rows("what is asserted or denied to have been done", _ROW),
        "object": Rows("with what; a claim and a denial must share an act, and an object or a word for it", _ROW),
    },
)
TABLES = {"things-reading": READING, "things": THINGS}
