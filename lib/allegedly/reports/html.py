"""An executed notebook as one self-contained page: no code, no request to any host, nothing of the article run."""

import base64
import hashlib
import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any

from ..marks import STYLE, day, words
from ..marks.fragment import TEMPLATES, filled

# What may make a piece of HTML unfit for a strict page; a piece without any of it is taken as it is.
_DOUBTFUL = re.compile(
    r"style|\bon\w+\s*=|script|<(?:link|iframe|object|embed|base|meta|form)\b|&#|data:", re.IGNORECASE
)
SHOWN = ["text/html", "image/svg+xml", "image/png", "image/jpeg", "text/markdown", "text/latex", "text/plain"]
BLANK = {
    "link": None,
    "facts": (),
    "failure": None,
    "error": None,
    "traceback": None,
    "contents": (),
    "parameters": (),
    "made": "",
}


def page(notebook: Any, *, title: str, status: dict[str, Any], home: str | None = "index.html") -> str:
    """The HTML page of `notebook`, an executed notebook node, also where its run failed half way.

    `status` says how the run went. Of its keys only `status` is needed ("ok", "failed", "died", "timed out", "stopped")
    shown where given are `error` (one line), `traceback`, `notebook`, `article`, `article_title`, `publisher`, `as_of`
    (a date), `parameters` (secrets already masked), `started`, `seconds` and `version`. `home` is the link to the
    index; None where there is none.

    >>> from nbformat.v4 import new_markdown_cell, new_notebook
    >>> made = page(new_notebook(cells=[new_markdown_cell("# How many?")]), title="Test", status={"status": "ok"})
    >>> "<h1>How many?</h1>" in made
    True
    """
    heading, cells = _split_heading(notebook)
    body, article = _body(cells, home), status.get("article_title")
    question = heading if article or heading != title else None
    return shell(
        title=article or title,
        heading=article or heading or title,
        kicker=(question if article else question and title) or status.get("notebook") or "report",
        link=status.get("url"),
        facts=_facts(status),
        failure=words("failures").get(status["status"]),
        error=status.get("error"),
        traceback=_plain(status.get("traceback") or ""),
        contents=_contents(body),
        body=body,
        parameters=[(name, _value(value)) for name, value in (status.get("parameters") or {}).items()],
        made=_made(status),
        home=home,
    )


def shell(*, title: str, body: str, **fields: Any) -> str:
    """The frame that all pages share, with `body` (HTML) in it; every other field is text and is escaped."""
    from markupsafe import Markup

    style, script = style_sheet(), (TEMPLATES / "page.js").read_text(encoding="utf8")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    inserted = {"body": Markup(body), "style": Markup(style), "script": Markup(script), "policy": policy}
    return filled("shell.html", title=title, **{**BLANK, **fields, **inserted})


@cache
def style_sheet() -> str:
    """The style sheet of every page: the fragments' own, then the page's."""
    parts = STYLE.removeprefix("<style>").removesuffix("</style>")
    return parts + (TEMPLATES / "page.css").read_text(encoding="utf8")


def _digest(inline: str) -> str:
    """The hash by which a Content-Security-Policy lets one inline script or style through."""
    return "sha256-" + base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()


def _split_heading(notebook: Any) -> tuple[str | None, dict[str, Any]]:
    """The notebook's own title, and a copy of the notebook without it: the shell sets the title."""
    cells = [cell.copy() for cell in notebook.cells]
    for where, cell in enumerate(cells):
        found = re.match(r"\s*# +(.+)\n*", cell.source) if cell.cell_type == "markdown" else None
        if found:
            cell.source = cell.source[found.end() :]
            if re.search(r"^#", cell.source, re.MULTILINE):
                return found[1].strip(), {**notebook, "cells": cells}
            # What the report shows before its first section comes first, and the words on it then.
            further = (n for n, one in enumerate(cells) if n > where and one.cell_type == "markdown")
            at = next(further, len(cells))
            cells[where:at] = [*cells[where + 1 : at], cell]
            return found[1].strip(), {**notebook, "cells": cells}
    return None, {**notebook, "cells": cells}


def _body(notebook: dict[str, Any], home: str | None) -> str:
    """The cells as HTML, by nbconvert and the template beside this file; other notebooks are found from `home`."""
    from nbconvert import HTMLExporter, TemplateExporter
    from nbformat import from_dict
    from traitlets.config import Config

    node = from_dict(notebook)
    node.cells = list(telling(node.cells))
    for cell in node.cells:
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            if "text/html" in data:
                data["text/html"] = _clean("".join(data["text/html"]))
    exporter = HTMLExporter(
        template_name="notebook",
        extra_template_basedirs=[str(TEMPLATES)],
        exclude_anchor_links=True,
        exclude_input=True,
        config=Config(NbConvertBase={"display_data_priority": SHOWN}),
        filters={"clean": _clean, "alt": _alt, "data_link": _data_link},
    )
    # Not HTMLExporter's own: that parses and rewrites the whole page once more.
    body: str = TemplateExporter.from_notebook_node(exporter, node)[0]
    body = re.sub(r"<h([23])>(.*?)</h\1>", _anchored, body, flags=re.DOTALL)
    body = re.sub(r'<a href="[\w./-]+\.ipynb"', f'<a href="{home}"' if home else "<a", body)
    there = set(re.findall(r'\bid="([^"]+)"', body))
    return re.sub(r'<a href="#([^"]*)"', lambda link: link[0] if link[1] in there else "<a", body)


def telling(cells: list[Any]) -> Iterator[Any]:
    """The cells without those that have nothing to show, and without the prose that leads to nothing else."""
    kept: list[Any] = []
    leads = False  #: whether the last of `kept` is prose before a cell that was left out
    for cell in cells:
        if cell.cell_type == "code" and cell.get("outputs") and all(map(_is_empty, cell.outputs)):
            leads = bool(kept) and kept[-1].cell_type == "markdown"
            continue
        if leads and cell.cell_type == "markdown":
            kept.pop()
        leads = False
        kept.append(cell)
    if leads:
        kept.pop()
    yield from kept


def _is_empty(output: Any) -> bool:
    """Whether an output says only that there is nothing: its first tag is marked so."""
    html = "".join(output.get("data", {}).get("text/html", "")).removeprefix(STYLE)
    return bool(re.match(r"\s*<\w+[^>]* data-empty\b", html))


def _anchored(heading: re.Match[str]) -> str:
    """A heading of the prose with a name to link to."""
    level, text = heading[1], heading[2]
    return f'<h{level} id="{_slug(text)}">{text}</h{level}>'


def _slug(html: str) -> str:
    """A heading's words, joined by hyphens."""
    from html import unescape

    return re.sub(r"[^a-z0-9]+", "-", unescape(re.sub(r"<[^>]+>", "", html)).lower()).strip("-") or "part"


def _clean(html: str) -> str:
    """`html` without what a strict page may not hold: scripts, style sheets, style and event attributes."""
    from bs4 import BeautifulSoup

    if html.startswith(STYLE):
        return html.removeprefix(STYLE)
    if not _DOUBTFUL.search(html):
        return html
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup(["script", "style", "link", "iframe", "object", "embed", "base", "meta", "form"]):
        tag.decompose()
    for tag in soup(True):
        kept = {name: value for name, value in tag.attrs.items() if name != "style" and not name.startswith("on")}
        tag.attrs = {name: value for name, value in kept.items() if not _is_script(value)}
    return str(soup)


def _is_script(value: object) -> bool:
    """Whether an attribute's value is a link that runs something."""
    return isinstance(value, str) and re.sub(r"[\s\x00-\x1f]", "", value).lower().startswith(
        ("javascript:", "vbscript:")
    )


def _alt(output: dict[str, Any], kind: str) -> str:
    """What a picture shows, as its notebook says it."""
    given = output.get("metadata", {})
    return str(given.get("alt") or given.get(kind, {}).get("alt") or words("run")["undescribed"])


def _data_link(output: dict[str, Any], kind: str) -> str:
    """A picture as a link that holds it."""
    data = output["data"][kind]
    text = data if isinstance(data, str) else "".join(data)
    packed = base64.b64encode(text.encode()).decode() if kind == "image/svg+xml" else text.replace("\n", "")
    return f"data:{kind};base64,{packed}"


def _contents(body: str) -> list[tuple[str, str]]:
    """(id, text) of the sections, for the table of contents."""
    from html import unescape

    found = re.findall(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', body, re.DOTALL)
    return [(unescape(name), unescape(re.sub(r"<[^>]+>", "", text)).strip()) for name, text in found]


def _facts(status: dict[str, Any]) -> list[str]:
    """What stands under the title: the article and its day, when the page was made."""
    said, as_of = words("facts"), status.get("as_of")
    if isinstance(as_of, str):
        as_of = date.fromisoformat(as_of[:10])
    dated = said["as_of"].format(day=day(as_of)) if as_of else None
    made = moment(status.get("started"))
    article = None if status.get("article_title") else status.get("article")
    return list(filter(None, [article, status.get("publisher"), dated, made and said["made"].format(moment=made)]))


def _made(status: dict[str, Any]) -> str:
    """One sentence on how the page came about."""
    said = words("run")
    parts = [said["made" if status.get("version") else "unversioned"]]
    parts += [said["notebook"]] if status.get("notebook") else []
    parts += [said["took"]] if status.get("seconds") is not None else []
    return "".join(part.format(**status) for part in [*parts, said["end"]])


def moment(when: datetime | str | None) -> str | None:
    """A time as a reader writes it: 22 November 2026, 14:05."""
    if isinstance(when, str):
        try:
            when = datetime.fromisoformat(when)
        except ValueError:
            return str(when)
    return f"{day(when)}, {when:%H:%M}" if when else None


def _value(value: object) -> str:
    return repr(value) if isinstance(value, str) else str(value)


def _plain(text: str) -> str:
    """`text` without the terminal's colour signs."""
    return re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", text)
