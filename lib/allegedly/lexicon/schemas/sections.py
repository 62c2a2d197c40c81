"""sections.toml: the parts of an article."""

from ..schema import Record, Rows, Table, example, flag, name, value

SECTIONS = ("headline", "caption", "subhead", "body", "link")
_SECTION = flag("the section it gives", "text", among=SECTIONS, needed=True)
_ALSO = example("further lines, each {text, section}", "cases")

TABLES = {
    "sections": Table(
        "The parts of an article, told by how a line looks.",
        {
            "limits": Record(
                "what length a headline and a subhead may have, and how long the paragraph below a subhead is at least",
                {
                    "headline_characters": value("at most", "number"),
                    "subhead_characters": value("at most", "number"),
                    "subhead_words": value("at most", "number"),
                    "paragraph_characters": value("at least", "number"),
                    "example": example("a line that is a subhead", needed=True),
                },
            ),
            "dated": Record(
                "the line that says of which day an article is",
                {
                    "labels": value("what may stand before the date", "texts"),
                    "by": value("what opens a byline, which a date may end", "texts"),
                },
            ),
            "closing": Record(
                "where a sentence ends that looks as if it ended with an abbreviation",
                {
                    "words": value("a full stop and a capital behind them open a new sentence", "texts"),
                    "numbered": value("no sentence ends between them, or the names of bills, and a number", "texts"),
                },
            ),
            "start": Rows(
                "a line that begins with `words`, whatever the case",
                {
                    "words": name("the words"),
                    "then": flag(
                        'what may follow: "any" (even a capital run on, as some pages print it: "Read AlsoUSA"), '
                        '"colon" (a colon must follow, spaces allowed), "name" (two capitalised words and no full '
                        'stop), or "edge" (anything but a letter)',
                        "text",
                        among=("any", "colon", "name", "edge"),
                        needed=True,
                    ),
                    "section": _SECTION,
                    "credit": flag("it credits a picture: the line below it is its caption"),
                    "example": example("such a line", needed=True),
                    "also": _ALSO,
                },
            ),
            "end": Rows(
                "a line whose last sentence begins with `words` and a colon: the credit at a caption's end",
                {"words": name("the words"), "section": _SECTION, "example": example("such a line", needed=True)},
            ),
            "line": Rows(
                "a line that is one of these shapes as a whole",
                {
                    "words": name("a regular expression"),
                    "section": _SECTION,
                    "example": example("such a line", needed=True),
                },
            ),
        },
    )
}
