"""predicates.toml, roles.toml and kinds.toml: which figures belong together, and what is said of them."""

from ..schema import Lookup, Record, Rows, Table, example, name, value, words

PREDICATES = Table(
    "Classes of predicates: which verbs, nouns and other words say that something rose, was gained, died, is the "
    'total. A word may stand in two classes of different kinds ("lose" is a fall of a price and a loss of seats): the '
    "roles in roles.toml say which of them counts where. Chosen by hand from VerbNet 3.4 (University of Colorado) and "
    "from news.",
    {
        "class": Rows(
            "a class",
            {
                "name": name("what roles.toml and the readers of frames call it"),
                "verb": words("lemmas that count as verbs", lemmas=True),
                "noun": words("lemmas that count as nouns", lemmas=True),
                "adjective": words("lemmas that count as adjectives", lemmas=True),
                "adverb": words("lemmas that count as adverbs"),
                "word": words("forms as printed, of whatever part of speech"),
                "phrase": words("several words, forms or lemmas, that are read as one"),
                "example": example("a text in which the class is found", needed=True),
            },
        )
    },
)
ROLES = Table(
    "Roles: what a figure is in its clause, by the class of the predicate or noun (predicates.toml) crossed with the "
    "figure's place. A pattern is in the language of text/pattern.py; its captures are the roles: `by` a difference "
    "(`up` and `down` are the words of its direction); `from`, `to`, `at` levels; `part`, `whole`, `share`; `total`, "
    "`rest`; `rate`, `base`, `average`; `gained`, `lost`; `votes`, `opposed`, `majority`; `more`, `less`; `times` a "
    "factor.",
    {
        "fractions": Lookup("what a fraction word is worth", value("a part of one", "number")),
        "rates": Record("words of a rate", {"determiners": words('before a unit of time: "a month"')}),
        "clauses": Record(
            "words by which a clause shows where it begins, when it plays and what it goes on from",
            {
                "contrast": words("that open a clause on something else"),
                "opening": words("with which another clause begins"),
                "pluperfect": words("verbs of what was before"),
                "past": words("verbs of what was"),
                "present": words("verbs of what is or will be"),
                "lately": words("how a time begins that ends now"),
                "definite": words("before a noun that was named before"),
                "pronoun": words("for what was named before"),
                "further": words("behind a number that comes on top of another"),
                "resuming": words("with which a sentence goes on from the one before"),
                "opening_with": words("between a verb of beginning and the number there was at first"),
                "joining": words("between which and its verb a number is the subject"),
                "having": words("verbs of what is done to a number"),
                "relative": words("that open a clause on what a number counts"),
                "receiving": words("verbs of those to whom something else is given"),
                "closing": words("before the share that is all that is left"),
                "negative": words("that say it is not so"),
                "only": words("behind such a word: more than that is so"),
                "agent": words("between a number and whose it is"),
                "away": words('behind a number, that turn its verb: "took 40 off"'),
                "hurdle": words("before a share that is asked for"),
                "of_them": words("behind some of a number that was named before"),
                "ranked": words("words that something comes next after the highest"),
                "highest": words("words for the highest"),
                "nexts": words("before such a word: it is not the highest"),
                "others": words("behind a number that is no part of the one before"),
                "those": words('before a group that was told of before: "two of the injured"'),
            },
        ),
        "lists": Record(
            "words by which a list of names is told of a number",
            {
                "being": words("before the names"),
                "calling": words("before the names, behind more words"),
                "telling": words("behind the names, with who says so"),
                "every": words("before a number that stands for all who were named"),
                "those": words("before what tells the things apart that a number counts"),
                "several": words("nouns that are more than one, nobody knows how many"),
            },
        ),
        "macros": Lookup("parts of patterns, written @name there", value()),
        "role": Rows(
            "a rule",
            {
                "name": name("in the shape of what it matches"),
                "pattern": value("with a capture for each role", pattern="cells"),
                "example": example("a text with the figures of the pattern in brackets", needed=True),
                "not": value("a text in which the pattern must not be found", needed=False),
            },
        ),
        "alike": Rows(
            "names of one thing that something is for each of",
            {"words": words("nouns, singular"), "example": example("a text with two of them", needed=True)},
        ),
        "complement": Rows(
            "two groups that are all of one",
            {"first": name("a class of predicates.toml"), "second": value("the other class")},
        ),
    },
)
_SAID = Record(
    "an equation",
    {
        "check": value("what the finding's column `check` says"),
        "relation": value("what was asked, with its numbers"),
        "agrees": value(),
        "rounded": value('for the verdict "agrees if rounded"'),
        "conflicts": value(),
        "unclear": value('for the verdict "cannot tell"'),
    },
)
KINDS = Table(
    "What is said of a frame, by the equation that it asks (kinds/arithmetic.py) and the verdict. {role} is what "
    "stands in the role, as printed; {should} the number that the others make; {gap} how far the stated one is from "
    "it. No bound of an interval stands in a sentence.",
    {
        "words": Record("small words", {key: value() for key in ("missing", "over", "and", "wording", "writer")}),
        "note": Record("sentences that say more", {key: value() for key in ("joined", "hedge", "given", "one_voice")}),
        "equation": Lookup("what each equation says", _SAID),
    },
)
TABLES = {"predicates": PREDICATES, "roles": ROLES, "kinds": KINDS}
