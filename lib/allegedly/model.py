"""What the parts of the library hand each other: frozen records, nothing else.

All offsets count code points in `Document.text`, and `text == document.text[start:end]` always holds. What is made by
the thousand is a named tuple: a frozen dataclass takes three times as long to make.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Document:
    """An article as received, with what is known of it from `sources.csv`."""

    id: str  #: the raw file's name without its suffix
    text: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    as_of: date | None = None  #: entered by hand where the text does not print its date
    accessed: date | None = None
    licence: str | None = None
    sha256: str | None = None  #: of the bytes on disk
    path: str | None = None  #: where it was received: the file, and the place in it where that holds several
    dated: str | None = None  #: what its day was taken from: sources.csv, dateline, page metadata, file name …
    pages: tuple[int, ...] = ()  #: where each page begins in the text, of a PDF
    is_extract: bool = False  #: its text was taken out of the file: offsets count there, not in the file
    remarks: tuple[str, ...] = ()  #: what its reading had to note: an encoding, a changed hash

    @property
    def date(self) -> date | None:
        """The day that "Wednesday" and "last month" are resolved from."""
        return self.as_of or self.published


class Sentence(NamedTuple):
    """A sentence of a document, and the part of the article it stands in."""

    document: Document
    number: int
    start: int
    end: int
    section: str = "body"  #: headline, caption, subhead, body or link

    @property
    def text(self) -> str:
        return self.document.text[self.start : self.end]


class Quantity(NamedTuple):
    """How much: a figure as printed, and the interval it allows.

    >>> Quantity(0, 12, "$100 million", 1e8, 98e6, 102e6, kind="money", unit="USD")
    Quantity('$100 million', 98000000…102000000 USD)
    """

    start: int
    end: int
    text: str
    value: float | None = None  #: the number as printed, scale applied; None where none is printed
    low: float | None = None  #: hard bounds: what the words and printed digits allow
    high: float | None = None
    likely_low: float | None = None  #: soft bounds, inside the hard ones: what readers take them to mean
    likely_high: float | None = None
    open: str = ""  #: which hard bounds are open: "", "(low", "high)" or "(low high)"
    grain: float | None = None  #: the unit of the last significant digit as printed
    hedge: str = "exact"
    change: str = "level"  #: level, rise or fall
    kind: str = "count"  #: count money share measure duration multiple age, or none
    unit: str | None = None  #: ISO 4217 code, percent, or a pint unit name
    per: str | None = None  #: what it is a rate of
    rule: str = ""  #: the grammar row that read it
    reason: str | None = None  #: why it is no claim, where kind is "none"

    def __repr__(self) -> str:
        if self.kind == "none":
            return f"Quantity({self.text!r}, {self.reason})"
        bounds = "…".join(f"{bound:.15g}" for bound in (self.low, self.high) if bound is not None)
        return f"Quantity({self.text!r}, {' '.join(filter(None, [bounds, self.unit]))})"


class Thing(NamedTuple):
    """Of what: the thing counted, whose it is, where, and what befell it."""

    thing: str | None = None
    head: str | None = None
    subject: str | None = None
    place: str | None = None
    verb: str | None = None
    thing_rule: str | None = None  #: the row of counted.toml that read the thing
    verb_rule: str | None = None  #: the row of counted.toml that read the verb


class Time(NamedTuple):
    """When: the time words as printed, and the span of days they allow."""

    when: str | None = None
    about_from: date | None = None
    about_to: date | None = None
    time_rule: str | None = None  #: the row of times.toml that read the time words


class Attribution(NamedTuple):
    """Who says so: the speaker in full, as printed, the cue, and with what certainty."""

    speaker: str | None = None
    speaker_text: str | None = None
    holder: str | None = None
    via: str | None = None
    cue: str | None = None
    stance: str = "asserted"
    quoted: bool = False
    speaker_rule: str | None = None  #: the row of speech.toml or telling.toml by which the speaker was found


class Telling(NamedTuple):
    """What it is told of: the event, what is counted and what befell it, and what it covers of time."""

    event: str | None = None  #: <doc>#<kind>-<place>; None where the text says too little
    extent: str = "level"  #: level, so far or during
    superseded: bool = False  #: the text itself replaces it
    strand: str | None = None  #: the first claim of its article that is told of the same
    group: str | None = None  #: the thesaurus' name for who or what is counted
    fate: str | None = None  #: the thesaurus' name for what befell them
    keys: str | None = None  #: JSON: what joins it to figures of other articles


class Together(NamedTuple):
    """With which figures it belongs: the first frame it stands in, its role there, and all its memberships."""

    frame: str | None = None
    role: str | None = None
    frames: str | None = None  #: JSON: a list of memberships (docs/tables.md)


class Claim(NamedTuple):
    """A row of the tidy table: one figure with its thing, its time and its speaker (docs/tables.md)."""

    id: str
    doc: str
    section: str
    sentence: int
    quantity: Quantity
    thing: Thing
    time: Time
    attribution: Attribution
    context: str  #: the sentence as printed
    context_start: int  #: where it starts in the article
    telling: Telling = Telling()
    together: Together = Together()

    def __repr__(self) -> str:
        return f"Claim({self.quantity!r}, thing={self.thing.thing!r}, speaker={self.attribution.speaker!r})"
