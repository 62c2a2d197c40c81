"""findings.toml and relations.toml: what a finding says, and what licenses it."""

from ..schema import Lookup, Record, Rows, Table, example, flag, name, reads, value, words

_WHY = Record(
    "by verdict",
    {
        "agrees": value(),
        "rounded": value('for the verdict "agrees if rounded"'),
        "conflicts": value(),
        "unclear": value('for the verdict "cannot tell"'),
    },
)
FINDINGS = Table(
    "What a finding says, by kind of check and verdict. {role} is what stands in that role, as printed; {left} and "
    "{right} are the two sides as numbers, {gap} the distance between them, {evidence} the words that license the "
    "question.",
    {
        "words": Record("small words", {key: value() for key in ("and", "writer", "derived", "points")}),
        "relation": Lookup("what was asked, where that is not two sums and a sign", value()),
        "sign": Record("the sign between two sides", {key: value() for key in ("=", "<=", "<", ">=", ">")}),
        "why": Lookup("what each kind of check says", _WHY),
        "note": Lookup("what is added behind, by what else was seen", value()),
        "set": Record("of claims that cannot all hold", {"why": value()}),
        "derived": Record(
            "of figures that follow from others",
            {
                "bound": Lookup("how it is bounded", value()),
                "share": Record("a part of a whole", {"text": value(), "why": value()}),
                "per_head": Record("an amount for each", {"text": value(), "why": value()}),
            },
        ),
        "own": Record(
            "of a rule of one's own",
            {
                **{key: value() for key in ("agrees", "rounded", "conflicts", "units", "empty", "per")},
                "unit_names": Lookup("units as a reader knows them", value()),
            },
        ),
    },
)
RELATIONS = Table(
    "What licenses a question about figures: words and layouts, each with an example and how it must read. ADDED and "
    "ADJUSTED words behind figures say why a sum or a product need not come out; then nothing is accused. In a list of "
    "roles, SHARE is a percentage or fraction, RATE an amount per time, DURATION a span of time, all others amounts "
    "that can be compared with each other. Only a row here (or the part of the article: a headline) may accuse.",
    {
        "words": Lookup(
            "lists of words, named in capitals in a layout; a word stands in one list only", words("the words")
        ),
        "layout": Rows(
            "how figures and words stand where something can be asked of them",
            {
                "check": name("the kind of check it asks for (a function of checks/rules.py)"),
                "layout": name(
                    "TOTAL, PART… in capitals are figures, PARTS a list of them, a name of [words] any of its words, ~ "
                    "a few words without a figure, ~2 two words at most, ( | ) a choice, ? what may be missing, the "
                    "rest as printed"
                ),
                "bare": flag("a role that is a count of no thing", "any"),
                "each": flag("asked of each of the parts by itself", "any"),
                "elliptic": flag("the parts have no noun of their own", "any"),
                "of_them": flag("the parts are of the whole in so many words", "any"),
                "only_if_apart": flag("only where nobody can be counted twice", "any"),
                "only_if_equal": flag("only where it comes out", "any"),
                "paces": flag("the figures are steps in time", "any"),
                "strict": flag("more, and not as many", "any"),
                "turned": flag("the sides change places", "any"),
                "example": example("a sentence with its figures in brackets", needed=True),
                "reads": reads("what it must ask, in `relation`'s form", needed=True),
            },
        ),
    },
)
TABLES = {"findings": FINDINGS, "relations": RELATIONS}
