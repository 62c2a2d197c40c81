"""The templates of pages, in which everything is escaped."""

from functools import cache
from pathlib import Path

TEMPLATES = Path(__file__).parent / "templates"


def render(template: str, **fields) -> str:
    """`template` filled with `fields`; a field it asks for and does not get is an error."""
    return _templates().get_template(template).render(**fields)


@cache
def _templates():
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
