"""findings.toml: what is said of sets of claims, of derived figures and of rules of one's own."""

from ..schema import Lookup, Record, Table, value

FINDINGS = Table(
    "What is said of claims that cannot all hold, of figures that follow from others, and of rules of one's own. What "
    "a frame's finding says stands in kinds.toml.",
    {
        "words": Record("small words", {key: value() for key in ("and",)}),
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
TABLES = {"findings": FINDINGS}
