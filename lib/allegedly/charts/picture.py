"""An Axes in the project's style that shows itself as SVG, with alt text, in notebooks and pages."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from ..lexicon import load
from .style import STYLE, WIDTH
from .svg import inline

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def words(name: str, **fields: Any) -> str:
    """A sentence of `shown.toml` for charts."""
    return str(load("shown")["charts"][name]).format(**fields)


def listed(parts: list[str], most: int = 12) -> str:
    """Parts of a sentence, joined; how many were left out is said."""
    further = [words("more", count=len(parts) - most)] if len(parts) > most else []
    return "; ".join([*(cut(part, 120) for part in parts[:most]), *further])


def cut(text: str, width: int) -> str:
    """`text` on one line, shortened to `width` characters.

    >>> cut("criminals recruited from Russian jails", 20)
    'criminals recruited…'
    """
    text = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


@contextmanager
def drawing(ax: Any, height: float, alt: str, is_empty: bool = False) -> Iterator[Any]:
    """An Axes to draw on in the house style: `ax`, or a new one `height` inches high. Its `alt` is set."""
    from matplotlib import style

    with style.context(STYLE):
        ax = _new(height) if ax is None else ax
        ax.alt, ax.is_empty = alt, is_empty
        yield ax
        _plain_text(ax)
        for text in ax.texts:
            text.set_in_layout(False)  # a long name is cut by the edge and does not squeeze the picture


def empty(ax: "Axes | None", sentence: str) -> "Axes":
    """A chart that says in a sentence that there is nothing to draw."""
    with drawing(ax, 0.8, sentence, is_empty=True) as ax:
        ax.set_axis_off()
        ax.text(0, 0.5, sentence, transform=ax.transAxes, va="center")
    return ax


def _new(height: float) -> Any:
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    figure = Figure(figsize=(WIDTH, height), layout=ConstrainedLayoutEngine(w_pad=0.02, h_pad=0.02))
    return figure.add_subplot(axes_class=_showing())


@cache
def _showing() -> "type[Axes]":
    """The class of Axes that shows itself: made when first asked for, as matplotlib is slow to load."""
    from matplotlib.axes import Axes

    class Chart(Axes):
        """An Axes that a notebook shows as SVG with alt text."""

        alt = ""
        is_empty = False  #: whether there is nothing to draw: a page leaves it out

        def _repr_html_(self) -> str:
            return inline(self)

        def __repr__(self) -> str:
            return self.alt

    return Chart


def _plain_text(ax: "Axes") -> None:
    """Dollar signs are money here, never mathematics."""
    from matplotlib.text import Text

    for text in ax.findobj(Text):
        text.set_parse_math(False)
        text.set_text("".join(sign for sign in text.get_text() if sign.isprintable()))
