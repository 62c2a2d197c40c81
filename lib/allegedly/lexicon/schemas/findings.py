"""findings.toml and relations.toml: what a finding says, and what licenses it."""

from ..schema import Lookup, Record, Table, value, words

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
    "Words that license a question about figures of different sentences: a source, a group within another, all of a "
    "total. ADDED and ADJUSTED words behind figures say why a sum need not come out; then nothing is accused.",
    {
        "words": Lookup("lists of words; a word stands in one list only", words("the words")),
    },
)
TABLES = {"findings": FINDINGS, "relations": RELATIONS}
