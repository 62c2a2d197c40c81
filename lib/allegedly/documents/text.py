"""Bytes → text: nothing added, dropped or translated, so that offsets stay true to the file; what was odd is said."""

import codecs
import re

from ..errors import Trouble

# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
    (codecs.BOM_UTF8, "UTF-8-SIG"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")


def decode(data: bytes, place: object) -> tuple[str, tuple[str, ...]]:
    """The text of `data`, and remarks on how it was decoded; a Trouble where it is no text.

    >>> decode("Ł12".encode("utf-16"), "a.txt")
    ('Ł12', ('a.txt: read as UTF-16, as its mark says',))
    """
    text, remarks = decoded(data, place)
    if "\x00" in text or len(_CONTROLS.findall(text)) * 100 > len(text) or text.startswith("%PDF-"):
        raise Trouble(place, "is not text", "save the article's words as a .txt file in UTF-8")
    if not text.strip():
        raise Trouble(place, "is empty", "save the article's text in it, or remove it")
    if "\r\n" in text:
        remarks = (*remarks, f"{place}: has Windows line ends, kept as they are: offsets count both characters")
    return text, remarks


def decoded(data: bytes, place: object) -> tuple[str, tuple[str, ...]]:
    """`data` as text in whatever encoding it is, and remarks on that."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                name = encoding.removesuffix("-SIG")
                return data.decode(encoding), (f"{place}: read as {name}, as its mark says",)
            except UnicodeDecodeError as error:
                raise Trouble(
                    place, f"its mark says {name}, but byte {error.start} is not", "save it as UTF-8"
                ) from None
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        where = f"byte {error.start} (line {line})"
    try:
        text = data.decode("windows-1252")
    except UnicodeDecodeError:
        raise Trouble(place, f"is not text: {where} is neither UTF-8 nor Windows-1252", "save it as UTF-8") from None
    return text, (f"{place}: is not UTF-8 at {where}, read as Windows-1252; save it as UTF-8 if letters look wrong",)
