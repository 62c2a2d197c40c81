"""A piece of HTML that JupyterLab shows and a page takes in, made from a template in which everything is escaped."""

import re
from functools import cache
from hashlib import sha1
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parents[1] / "reports" / "templates"


def _style() -> str:
    dark = (TEMPLATES / "dark.css").read_text(encoding="utf8")
    where = (
        f"@media screen and (prefers-color-scheme:dark){{body.allegedly,body.allegedly .allegedly{{{dark}}}}}\n"
        f'body[data-jp-theme-light="false"] .allegedly{{{dark}}}'
    )
    return (TEMPLATES / "fragments.css").read_text(encoding="utf8").replace("{{ dark }}", where)


STYLE = f"<style>{_style()}</style>"


class Fragment:
    """HTML to look at, and the same in plain words where HTML is not shown."""

    def __init__(self, html: str, text: str = ""):
        self.html = html
        self.text = text

    def _repr_html_(self) -> str:
        return f"{STYLE}{self.html}"

    def __repr__(self) -> str:
        return self.text or "<a fragment of HTML>"


def fragment(template: str, text: str = "", **fields: Any) -> Fragment:
    """The fragment that `template`, a file in `reports/templates/fragments`, makes of `fields`."""
    return Fragment(filled(f"fragments/{template}", **fields), text)


def filled(template: str, **fields: Any) -> str:
    """The HTML that `template`, a file in `reports/templates`, makes of `fields`; a field it lacks is an error."""
    return str(_environment().get_template(template).render(**fields))


@cache
def _environment() -> "Environment":
    """The templates, with the functions they call; whatever they print is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from ..lexicon import load, shown
    from .bars import bar, pair

    made = Environment(
        loader=FileSystemLoader([TEMPLATES, TEMPLATES / "fragments"]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.globals.update(
        anchor=anchor, bar=bar, pair=pair, said=shown.said, hard=shown.hard, allows=shown.allows, sign=shown.sign,
        sentence=shown.sentence, why=shown.why, number=shown.number, amount=shown.amount, span=shown.span,
        words=load("shown"), day=shown.day,
    )  # fmt: skip
    return made


def anchor(id: str) -> str:
    """A stable name for a link to `id`: itself where its signs allow it.

    >>> anchor("a-text@12"), anchor("<b> 7")
    ('a-text@12', '-b--7-ef59d5')
    """
    plain = re.sub(r"[^A-Za-z0-9@._:+-]", "-", id)[:70]
    return plain if plain == id else f"{plain}-{sha1(id.encode()).hexdigest()[:6]}"
