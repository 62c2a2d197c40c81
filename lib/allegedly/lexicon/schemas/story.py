"""events.toml, measures.toml and geography.toml: what is told of one event, what is counted, and where."""

from ..schema import Key, Lookup, Record, Rows, Table, example, flag, name, value, words

_NAME = name("its name")
_WORDS = words("the words, in their dictionary form; more than one may stand for one", needed=True, lemmas=True)
_EXAMPLE = example("a text that must be read as this row", needed=True)
_ALSO = example("further such texts", "texts")


def _list(says: str, **more: Key) -> Record:
    """A list of words with an example."""
    return Record(
        says, {"words": words("the words, in lower case", needed=True), "example": _EXAMPLE, "also": _ALSO, **more}
    )


EVENTS = Table(
    "What an article speaks of: kinds of event by their nouns, diseases by their names, and the words that tell names "
    "that are a story's own from names that many stories share.",
    {
        "kind": Rows(
            "a kind of event",
            {
                "name": _NAME,
                "words": _WORDS,
                "hints": words("words that go with it, but do not name it by themselves"),
                "lasting": value("how many days apart two articles may speak of one such event", "number"),
                "short": flag("it is over in days: what happens in a war is still no war"),
                "placed": flag('a name right before it is a place: "the Ostra floods"'),
                "example": _EXAMPLE,
            },
        ),
        "disease": Rows("a disease: its name is the event", {"name": _NAME, "words": _WORDS, "example": _EXAMPLE}),
        "bodies": _list("names that many stories share: alone they tell none"),
        "linking": _list("words within a name", opening=words("words that no name begins with", needed=True)),
        "sites": _list("nouns in the name of a site, a region or a body: the rest of the name is its own"),
        "common": _list("words that many names have"),
        "titles": _list(
            "before a name they make it a person's",
            authors=words("the titles of those who write press releases: their names tell no story", needed=True),
        ),
        "saying": _list("behind a name they make it a person's"),
        "weak": _list("words that half of all articles have: they do not show that two figures are one"),
    },
)
_MARKS = {key: words(says) for key, says in {
    "before": "words right before the figure", "behind": "words right behind it", "words": "the words",
    "stops": "words behind which they are another clause's", "phrases": "the phrases", "units": "units behind a phrase",
    "days": "phrases of a day, which is the day of a short event", "times": "phrases of a span",
    "verbs": "verbs, in their dictionary form", "since": "words before the first year of a span",
}.items()}  # fmt: skip
MEASURES = Table(
    "What is counted (`group`), what befell it (`fate`), what a sum of money is (`sum`), and the words that tell a "
    "total from a part, an increment, a span and what is foreseen. What you join here is joined across articles.",
    {
        "group": Rows(
            "who or what is counted",
            {
                "name": _NAME,
                "words": _WORDS,
                "phrases": words("the same in more than one word, as printed in lower case"),
                "who": flag(
                    "people: anyone may be any of them",
                    "text",
                    among=("anyone", "civilians", "some"),
                ),
                "kin": words("rows that may name the same"),
                "of_war": flag("what befalls them is of a war, and a war is in a country"),
                "contest": flag("won by somebody somewhere: another winner or place is another figure"),
                "example": _EXAMPLE,
                "also": _ALSO,
            },
        ),
        "sum": Rows(
            "what a sum of money is",
            {
                "name": _NAME,
                "words": _WORDS,
                "kin": words("rows that may name the same"),
                "example": _EXAMPLE,
            },
        ),
        "fate": Rows(
            "what befell them",
            {
                "name": _NAME,
                "nouns": words("nouns that count those whom it befell", needed=True),
                "passive": words('verbs in their dictionary form, done to them: "12 were killed"', lemmas=True),
                "active": words(
                    'verbs in their dictionary form, of which they are the subject: "12 died"', lemmas=True
                ),
                "phrases": words(
                    "other words in their dictionary form; a possessive stands for any other", needed=True
                ),
                "grows": flag("told without a span it is a running total"),
                "within": value("fates that include everyone it befell", "texts", needed=False),
                "example": _EXAMPLE,
                "also": _ALSO,
            },
        ),
        **{
            key: Record(says, {**_MARKS, "example": _EXAMPLE, "also": _ALSO})
            for key, says in {
                "listing": "right before a figure they go on with a list of parts",
                "border": "words at which another clause begins: what stands behind them is farther",
                "sum_end": "behind an amount of money: what follows is not what it is",
                "of_year": "words before a year that a figure is of",
                "part": "the figure is some of the one before",
                "another": "it comes to what was counted before",
                "foreseen": "it has not come to pass",
                "within": "it counts what happened within a span",
                "so_far": "it is a running total",
                "superseded": "the text itself replaces it",
            }.items()
        },
    },
)
GEOGRAPHY = Table(
    "Places that no list of countries has, and the words that make a name one of a place. Countries are those of CLDR.",
    {
        "countries": Record(
            "countries", {"aliases": Lookup("other names", value("the country"), entries=True), "example": _EXAMPLE}
        ),
        "peoples": Record(
            "words for the people of a country",
            {
                "endings": value("the end of a country's name, and what stands for it", "text groups"),
                "irregular": Lookup("others", value("the country"), entries=True),
                "example": _EXAMPLE,
                "also": _ALSO,
            },
        ),
        "states": _list("states of countries"),
        "world": _list("all the world", nouns=words("nouns of a place that is all the world", needed=True)),
        "home": _list("all of the country of the text", nouns=words("nouns of a place that is it", needed=True)),
        "placing": Record(
            "prepositions before a place",
            {
                "in": words("they tell a place", needed=True),
                "rest": words("those of them that tell no direction", needed=True),
                "loose": words("before the name of a place that is no country they may tell it too", needed=True),
                "region": words(
                    "nouns between a place and the one around it: the Kaduma region of Norland", needed=True
                ),
                "example": _EXAMPLE,
                "also": _ALSO,
            },
        ),
    },
)
TABLES = {"events": EVENTS, "measures": MEASURES, "geography": GEOGRAPHY}
