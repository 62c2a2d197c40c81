"""telling.toml: named rules of who says so, and how surely."""

from ..schema import Lookup, Rows, Shape, Table, flag, name, value
from .speech import EXAMPLES, STANCES, SURELY

_RULE: dict[str, Shape] = {
    "name": name("in the shape of what it matches"),
    "pattern": value("what it matches"),
    **EXAMPLES,
    "not": value("a text with a figure in [brackets] in which the pattern must not be found"),
}

TABLES = {
    "telling": Table(
        "Named rules of telling who says a figure, and how surely: patterns (text/pattern.py) over the tokens of a "
        "sentence. A rule captures the `speaker` (or the `verb`: then its subject speaks), who relays it (`via`), the "
        "words that give it to him (`cue`; else all that is matched) and what is `said` (else what follows, to the end "
        "of its clause). One without `speaker`, `verb` and `via` only says how surely what is `said` is said.",
        {
            "macros": Lookup("parts of patterns, written @name there", value()),
            "honorifics": Lookup("titles that tell whether a person is a woman or a man", value("", "texts")),
            "lists": Lookup('words, or dictionary forms of words: [class="NAME"] in patterns', value("", "texts")),
            "rule": Rows(
                "a rule; of those that match at one place the first wins",
                _RULE
                | {
                    "stance": flag(SURELY, "text", among=STANCES),
                    "relay": flag("what they name is the source, the subject relays it"),
                    "any": flag("any noun can be its subject"),
                },
            ),
            "void": Rows("its `verb`, a verb of saying, gives nothing to anybody", _RULE),
        },
    )
}
