"""A small corpus made by hand, kind and hostile, for the tests of marks, charts and pages."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from html.parser import HTMLParser
from math import inf

import pandas as pd
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from allegedly import charts, marks
from allegedly.model import Document
from allegedly.reports.html import page
from allegedly.table import CHECKS, CLAIMS, conform

# Each stands in an article, a title, a name or a field, and must be seen as it is and run nowhere.
HOSTILE = (
    "<script>alert(1)</script>",
    "</style></script><img src=x onerror=alert(2)>",
    "<a href='javascript:alert(3)'>here</a>",
    "&lt;b&gt; &amp; &#106;",
    "{{ 7 * 7 }}{% raw %}${8 * 8}",
    "=HYPERLINK(1)",
    "\u202ereversed\u202c and zero\u200bwidth 😀",
    "$5 million to $7 million *and* _so_ on",
    "w" * 10_000,
)

TEXT = """Ferry sinks off Tarn: 40 feared dead
The ferry Orla before the storm. She cost $5 million to $7 million a year.

Harbour master Ida Brandt said the Orla carried 120 people, including 90 adults and 30 children.

"About 1,000 people wait on the quay," a police officer said on 3 May. The owner denied that any passenger was missing.

Read more: What the 3 judges decided"""

BRANDT, OWNER, MAY_3 = "Ida Brandt", "The owner", pd.Timestamp("2024-05-03")
ROWS = (
    ("40", "headline", {"value": 40, "low": 40, "high": 40, "thing": "dead", "head": "dead", "verb": "fear"}),
    ("$5 million to $7 million", "caption", {"low": 4.5e6, "high": 7.5e6, "likely_low": 5e6, "likely_high": 7e6,
     "hedge": "range", "kind": "money", "unit": "USD", "per": "year", "thing": "the ferry Orla"}),
    ("120", "body", {"value": 120, "low": 117.6, "high": 122.4, "thing": "people", "head": "human", "speaker": BRANDT}),
    ("90", "body", {"value": 90, "low": 90, "high": 90, "thing": "adults", "head": "adult", "speaker": BRANDT}),
    ("30", "body", {"value": 30, "low": 30, "high": 30, "thing": "children", "head": "child", "speaker": BRANDT}),
    ("About 1,000", "body", {"value": 1000, "low": 900, "high": 1100, "likely_low": 950, "likely_high": 1050,
     "hedge": "about", "thing": "people", "head": "person", "speaker": "a police officer", "stance": "estimated",
     "quoted": True, "when": "on 3 May", "about_from": MAY_3, "about_to": MAY_3}),
    ("3 May", "body", {"kind": "none", "reason": "a date"}),
    ("any", "body", {"value": 0, "low": 0, "high": 0, "thing": "passenger", "speaker": OWNER, "stance": "denied"}),
    ("3", "link", {"value": 3, "low": 3, "high": 3, "thing": "judges", "head": "judge"}),
)  # fmt: skip


@dataclass(eq=False)
class Sample:
    """What `corpus.load` gives, as far as marks ask for it."""

    document: Document
    figures: object
    checks: object
    coverage: object
    remarks: tuple = ()

    @cached_property
    def claims(self):
        return self.figures[self.figures["kind"].ne("none")].reset_index(drop=True)

    @property
    def headline(self):
        return self.document.title or "Ferry sinks off Tarn"

    @property
    def documents(self):
        return {self.document.id: self.document}


@cache
def sample(text: str = TEXT, id: str = "2024-05-03-ferry", **fields) -> Sample:
    """The corpus of the article above; `fields` replace those of every claim, such as its speaker."""
    document = Document(
        id=id, text=text, title=fields.get("title"), url=fields.get("url"), licence="CC0", sha256="0" * 64
    )
    figures, at = [], 0
    for words, section, own in ROWS:
        at = text.index(words, at)
        figures.append(_row(document, words, section, at, own | {k: v for k, v in fields.items() if k in NAMES}))
        at += len(words)
    figures = conform(pd.DataFrame(figures), CLAIMS)
    checks = conform(pd.DataFrame(_checks(figures["id"])), CHECKS)
    counts = {"figures": len(figures), "claims": len(figures) - 1, "not_claims": 1, "checked": 5, "unchecked_alone": 3}
    return Sample(document, figures, checks, pd.DataFrame([{"doc": id, **counts}]))


NAMES = {column.name for column in CLAIMS}


def _row(document, words, section, at, own) -> dict:
    text = document.text
    first = text.rfind("\n", 0, at) + 1
    last = len(text) if text.find("\n", at) < 0 else text.find("\n", at)
    where = {"id": f"{document.id}@{at}", "doc": document.id, "section": section, "start": at, "end": at + len(words)}
    read = {"text": words, "open": "", "hedge": "exact", "kind": "count", "stance": "asserted", "rule": "<number>"}
    soft = {"likely_low": own.get("low"), "likely_high": own.get("high")}
    return {**where, **read, **soft, **own, "context": text[first:last], "context_start": first}


def _checks(ids) -> list[dict]:
    def row(check, verdict, severity, claims, left, right, why, **roles):
        sides = dict(zip(("left_low", "left_high", "right_low", "right_high"), (*left, *right), strict=True))
        known = {"id": f"{check}:{'+'.join(claims)}", "check": check, "verdict": verdict, "severity": severity}
        asked = {"evidence": "including … and", "relation": why, "gap": 0, "why": why, "roles": roles}
        return {**known, **asked, **sides, "claims": claims}

    dead, _, whole, adults, children, crowd, _, none, _ = ids
    bounds = (117.6, 122.4), (120, 120)
    return [
        row(
            "parts",
            "agrees",
            "info",
            [whole, adults, children],
            *bounds,
            "120 = 90 + 30",
            total=[whole],
            part=[adults, children],
        ),
        row("denial", "conflicts", "info", [dead, none], (1, inf), (0, 0), "40 against none"),
        row("subset", "conflicts", "error", [crowd, whole], (900, 1100), (117.6, 122.4), "About 1,000 ≤ 120"),
        row("restatement", "cannot tell", "warning", [dead, whole], (40, 40), (117.6, 122.4), "40 = 120"),
    ]


@cache
def hostile(words: str) -> Sample:
    """The corpus with `words` in the article's body, its title, address, speakers, things, rules and times."""
    text = f"{TEXT}\n\n{words}"
    given = {"speaker": words, "thing": words, "rule": words, "when": words, "holder": words, "reason": words}
    return sample(text, title=words, url=words, **given)


@cache
def empty() -> Sample:
    """A corpus of an article without any figure."""
    full = sample()
    document = Document(id="nothing", text="Nothing was said.")
    return Sample(document, full.figures[:0], full.checks[:0], full.coverage[:0])


class Seen(HTMLParser):
    """The tags, attributes and text of HTML as a browser sees them."""

    def __init__(self, html: str):
        super().__init__()
        self.tags, self.attributes, self.text = set(), [], ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes += attributes

    def handle_data(self, data):
        self.text += data

    @property
    def runs(self) -> list:
        """What in it could run, restyle the page or ask a host for something."""
        links = [value for name, value in self.attributes if name in ("href", "src", "action")]
        fit = re.compile(r"#|https?:|data:(?:text/csv|image/)|[\w%.-][\w%./-]*\.(?:html|csv)$")
        unfit = [value for value in links if not fit.match(value)]
        names = [name for name, _ in self.attributes if name.startswith("on") or name in ("style", "srcset")]
        return [
            *unfit,
            *names,
            *self.tags & {"script", "style", "iframe", "link", "object", "embed", "form", "base", "meta"},
        ]


def cell(*shown):
    outputs = [
        new_output("display_data", data={"text/html": one._repr_html_(), "text/plain": repr(one)}) for one in shown
    ]
    return new_code_cell("secret_of_the_cell", outputs=outputs)


@cache
def notebook(given):
    """An executed notebook with every kind of part; `page` leaves it as it is."""
    parts = [
        marks.bottom_line(given.claims, given.checks),
        marks.article(given.document, given.figures, given.checks),
        charts.figures(given.claims),
        charts.composition(given.claims, given.checks),
        marks.findings(given.checks, given.figures),
        marks.claims(given.claims, given.checks),
        marks.foot(given),
    ]
    prose = "# How many were there?\n\nFrom $5 million to $7 million.\n\n## What was said\n\nMuch."
    return new_notebook(
        cells=[new_markdown_cell(prose), *map(cell, parts), new_markdown_cell("## Sources\n\n[on](x.ipynb)")]
    )


def made(given=None, **status) -> str:
    """Its page."""
    return page(notebook(given or sample()), title="A ferry", status={"status": "ok", **status})
