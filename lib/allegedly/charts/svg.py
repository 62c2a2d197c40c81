"""A figure as inline SVG without styles, so that a strict page shows it, dark or light."""

import io
import re
import warnings
from collections.abc import Iterator
from hashlib import sha1
from html import escape
from typing import Any
from xml.etree import ElementTree

from .style import CARD, EDGES, INK, LINE, SOFT, STYLE, VERDICTS

# A colour of the style becomes a variable of the page's style sheet, with itself as the fall-back.
VARIABLES = {
    INK: "currentColor",
    SOFT: f"var(--soft,{SOFT})",
    LINE: f"var(--line,{LINE})",
    CARD: f"var(--card,{CARD})",
    VERDICTS["agrees"]: f"var(--good,{VERDICTS['agrees']})",
    VERDICTS["rounded"]: f"var(--round,{VERDICTS['rounded']})",
    VERDICTS["conflicts"]: f"var(--bad,{VERDICTS['conflicts']})",
    VERDICTS["contested"]: f"var(--bad,{VERDICTS['contested']})",
    **{edge: f"var(--{name}-edge,{edge})" for name, edge in EDGES.items() if name != "none"},
}
DEFAULTS = {("stroke-linejoin", "miter"), ("fill-opacity", "1"), ("stroke-opacity", "1"), ("opacity", "1")}


def inline(ax: Any) -> str:
    """The figure of `ax` as an SVG element named by its `alt`, in a <figure> of the house style."""
    from matplotlib import style

    buffer = io.BytesIO()
    with style.context(STYLE), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph")  # the browser has a font for it
        ax.figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    root = ElementTree.fromstring(buffer.getvalue())
    used = set(re.findall(rb"#([\w-]+)", buffer.getvalue()))
    _simplify(root, {name.decode() for name in used}, sha1(buffer.getvalue()).hexdigest()[:6])
    body = "".join(ElementTree.tostring(part, encoding="unicode") for part in root)
    opening = f'<svg viewBox="{root.get("viewBox")}" role="img" aria-label="{escape(ax.alt)}" stroke-linejoin="round">'
    classes = "chart allegedly tex2jax_ignore mathjax_ignore"
    empty = " data-empty" if getattr(ax, "is_empty", False) else ""
    return f'<figure class="{classes}"{empty}>{opening}{body}</svg></figure>'


def _simplify(element: ElementTree.Element, used: set[str], prefix: str) -> None:
    """Takes metadata, styles, names nobody refers to and namespaces out of `element`."""
    for child in list(element):
        child.tag = child.tag.rpartition("}")[2]
        if child.tag in ("metadata", "style"):
            element.remove(child)
            continue
        _simplify(child, used, prefix)
    plain: dict[str, str] = {}
    for name, value in element.attrib.items():
        name = name.rpartition("}")[2]
        if name == "style":
            plain |= dict(_presentation(value))
        elif name == "id":
            plain |= {"id": f"{prefix}-{value}"} if value in used else {}
        else:
            plain[name] = value
    element.attrib.clear()
    element.attrib.update({name: _renamed(name, value, prefix) for name, value in plain.items()})
    element.tail = None


def _renamed(name: str, value: str, prefix: str) -> str:
    """`value` with the name it refers to made this chart's own: other charts stand on the same page."""
    return value.replace("#", f"#{prefix}-", 1) if name in ("href", "clip-path") else value


def _presentation(style: str) -> Iterator[tuple[str, str]]:
    """(attribute, value) for each declaration of a style attribute."""
    for declaration in filter(None, style.split(";")):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name == "font":
            if size := re.search(r"([\d.]+)px", value):
                yield "font-size", size[1]
            if "bold" in value or " 700 " in f" {value} ":
                yield "font-weight", "bold"
            if "italic" in value:
                yield "font-style", "italic"
        elif (name, value) not in DEFAULTS and name not in ("font-family", "font-stretch", "font-variant"):
            yield name, VARIABLES.get(value.lower(), value)
