"""gold.toml: how an annotation by the gold guideline reads in the words of our tables."""

from ..schema import Lookup, Record, Rows, Table, example, name, value, words
from .figures import HEDGES

TABLES = {
    "gold": Table(
        "How an annotation by the gold guideline reads in the words of our tables (docs/tables.md). Each row carries "
        "its example: what the annotation writes, and what the table writes.",
        {
            "bound": Rows(
                'a bound; "=" is "no hedge written": a range and a vague plural say it by their interval',
                {
                    "sign": name("the annotation's sign"),
                    "hedges": words("the names in the column `hedge`", needed=True, among=(*HEDGES, "range", "vague")),
                    "example": example("texts, one for each of the hedges", "texts", needed=True),
                },
            ),
            "from_below": Record(
                '"nearly" and "about" are "~"; where the annotation gives the literal hedge, they are told apart',
                {"hedge": value("the column `hedge`", among=HEDGES), "words": words("the words", needed=True)},
            ),
            "units": Lookup(
                "the annotation's sign, and the names of ours that mean it (pint's, in its spellings)",
                words("the names"),
            ),
            "changes": Record(
                "changes of a level",
                {key: value("the column `change`", among=("rise", "fall")) for key in ("increase", "decrease")},
            ),
            "period": Record(
                "denominators that are a time: the annotation's `period` knows no others",
                {"units": words("the units", needed=True)},
            ),
            "words": Record(
                "classes of words.toml. Modals are not among them: the month of May is content",
                {
                    "empty": words("they carry no content when two phrases are compared", needed=True),
                    "leading": words("they may lead a time or go", needed=True),
                },
            ),
            "relations": Lookup(
                "the annotation's kind, and the names of the checks that ask the same question",
                words("the checks"),
            ),
            "verdicts": Record(
                "verdicts of ours, and what the annotation calls them",
                {key: value() for key in ("agrees", "agrees if rounded", "conflicts", "cannot tell")},
            ),
        },
    )
}
