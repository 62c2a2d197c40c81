"""HTML → its words in paragraphs, for pieces too small to look for an article in: feed entries, e-mails."""

import re

from ...errors import Trouble
from .needed import needed

_BREAK = "\ue000"  #: stands for a break of lines; of private use, so that no page holds it
DEEPEST, MOST_ATTRIBUTES = 2_000, 2_000  #: beyond these the time that parsers take grows with the square
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)([^<>]*)")
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


def words(piece: str, place: object) -> str:
    """The words of a piece of HTML, a blank line between its paragraphs.

    >>> words("<p>Some <b>40</b> boats sank.</p><p>Two were found.<br>One was not.</p><script>x()</script>", "a.xml")
    'Some 40 boats sank.\\n\\nTwo were found.\\nOne was not.'
    """
    if "<" not in piece and "&" not in piece:
        return piece.strip()
    html = needed("lxml.html", place, "HTML")
    root = html.fragment_fromstring(bounded(piece, place), create_parent="div")
    for element in root.iter():
        if element.tag in ("script", "style", "noscript") or not isinstance(element.tag, str):
            element.text = None
        elif element.tag == "br":
            element.tail = f"{_BREAK}{element.tail or ''}"
        elif element.tag in _BLOCKS:
            element.text = f"{_BREAK * 2}{element.text or ''}"
            element.tail = f"{_BREAK * 2}{element.tail or ''}"
    lines = [" ".join(line.split()) for line in "".join(root.itertext()).split(_BREAK)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
