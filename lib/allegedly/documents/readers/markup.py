"""HTML → its words in paragraphs, for pieces too small to look for an article in: feed entries, e-mails."""

import re
from typing import Any

from ...errors import Trouble
from .needed import needed

_BREAK, _CELL = (
    "\ue000",
    "\ue001",
)  #: stand for a break of lines and of cells; of private use, so that no page holds them
DEEPEST, MOST_ATTRIBUTES = 2_000, 2_000  #: beyond these the time that parsers take grows with the square
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)([^<>]*)")
_RAISED = re.compile(r"<sup\b[^<>]*>((?:(?!</?sup\b).){0,300}?)</sup>", re.DOTALL | re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]*>")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_LIGHT = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
_LIGHT |= {"p", "li", "dt", "dd", "tr", "td", "th", "option", "tbody", "thead"}  # closed by the next, often not at all
_BLOCKS = {"p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "table", "dd"}
_BLOCKS |= {"section", "article", "figure", "dt", "header", "footer"}


def bounded(page: str, place: object) -> str:
    """`page`; a Trouble where it is nested so deep, or has an element with so many attributes, that no parser ends."""
    depth = 0
    for closing, name, attributes in _TAG.findall(page):
        if len(attributes) > MOST_ATTRIBUTES and (count := len(_QUOTED.sub("", attributes).split())) > MOST_ATTRIBUTES:
            what = f"an element <{name}> has {count:,} attributes"
            raise Trouble(place, what, "save the article's words as .txt")
        if name.lower() not in _LIGHT and not attributes.endswith("/"):
            depth += -1 if closing else 1
        if depth > DEEPEST:
            raise Trouble(place, f"its elements are nested over {DEEPEST:,} deep", "save the article's words as .txt")
    return page


def raised(page: str) -> str:
    """`page` with its small raised numbers as signs: a note's mark is no figure, and km<sup>2</sup> is km².

    >>> raised('30 km<sup>2</sup> burned.<sup id="r"><a href="#n">[12]</a></sup> The 5<sup>th</sup> came.')
    '30 km² burned.¹² The 5<sup>th</sup> came.'
    """

    def sign(found: re.Match[str]) -> str:
        mark = _ANY_TAG.sub("", found[1]).strip().removeprefix("[").removesuffix("]")
        return mark.translate(_SUPERSCRIPTS) if mark.isdecimal() and mark.isascii() and len(mark) < 4 else found[0]

    return _RAISED.sub(sign, page)


def words(piece: str, place: object) -> str:
    """The words of a piece of HTML, a blank line between its paragraphs, a tab between the cells of a table's row.

    >>> words("<p>Some <b>40</b> boats sank.</p><p>Two were found.<br>One was not.</p><script>x()</script>", "a.xml")
    'Some 40 boats sank.\\n\\nTwo were found.\\nOne was not.'
    >>> words("<table><tr><td>North<td>310<tr><td>South<td>95</table>", "a.xml")
    'North\\t310\\nSouth\\t95'
    """
    if "<" not in piece and "&" not in piece:
        return piece.strip()
    html = needed("lxml.html", place, "HTML")
    root = html.fragment_fromstring(raised(bounded(piece, place)), create_parent="div")
    for element in root.iter():
        if element.tag in ("script", "style", "noscript") or not isinstance(element.tag, str):
            element.text = None
        elif element.tag == "br":
            element.tail = f"{_BREAK}{element.tail or ''}"
        elif element.tag == "tr" and _is_row(element):
            element.tail = f"{_BREAK}{element.tail or ''}"
            for cell in element[:-1]:
                cell.tail = f"{_CELL}{cell.tail or ''}"
        elif element.tag in _BLOCKS:
            element.text = f"{_BREAK * 2}{element.text or ''}"
            element.tail = f"{_BREAK * 2}{element.tail or ''}"
    text = "".join(root.itertext()).replace("\xad", "")  # a soft hyphen is no sign of the word
    lines = ["\t".join(" ".join(cell.split()) for cell in line.split(_CELL)) for line in text.split(_BREAK)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _is_row(row: Any) -> bool:
    """Whether a row is one of figures, and none that lays paragraphs out side by side."""
    return len(row) > 1 and not any(inner.tag in _BLOCKS for cell in row for inner in cell.iter())
