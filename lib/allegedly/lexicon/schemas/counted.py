"""counted.toml: named rules of what a figure counts."""

from ..schema import Lookup, Rows, Shape, Table, example, name, reads, value
from .things import FIELDS, KINDS

TAKES = ("own", "inside", "named", "subject", "group", "before", "alike", "count", "measured", "shared")

_EXAMPLES: dict[str, Shape] = {
    "example": example("a sentence with the figure in [brackets]", needed=True),
    "kind": reads("the kind of that figure, where it is no count", among=KINDS),
    **FIELDS,
    "also": example("further rows of what must be read, each {text, thing, verb …}", "cases"),
    "not": value("a sentence with a figure in [brackets] that another rule must read, or none"),
}
_NAMED: dict[str, Shape] = {
    "name": name("in the shape of what it matches"),
    "pattern": value("what it matches", pattern="cells"),
}

TABLES = {
    "counted": Table(
        "Named rules of what a figure counts: patterns (text/pattern.py) over the phrases around it; the figure is the "
        "one cell with `this`. A rule captures the `thing`, or says what it takes instead. The first that fits wins.",
        {
            "macros": Lookup("parts of patterns, written @name there", value()),
            "rule": Rows(
                "a rule; the first that fits a figure wins",
                {
                    **_NAMED,
                    "take": value(
                        "what it takes where it captures no `thing`: the noun behind the figure in its phrase (own) or "
                        "before the base of its rate (inside), the measure that it names (named), the subject of its "
                        'verb, the group that "of whom" stands for, or the thing of the figure before, of the last '
                        "alike, or of the last count; or what it captures without a measuring adjective (measured) or "
                        "a hyphenated one (shared)",
                        needed=False,
                        among=TAKES,
                    ),
                    "clause": value(
                        "whether the verb and the subject are its own, and only what it lacks is that figure's",
                        needed=False,
                        among=("own",),
                    ),
                    **_EXAMPLES,
                },
            ),
            "verb": Rows(
                "which verb tells what befell or was done: that of its `fate`, the one that the figure holds, or the "
                "one of its clause",
                {**_NAMED, **_EXAMPLES},
            ),
        },
    )
}
