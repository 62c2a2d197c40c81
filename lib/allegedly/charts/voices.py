"""Who says what."""

from typing import TYPE_CHECKING, Any

from ..lexicon import load, shown
from ..lexicon.shown import Row
from .picture import cut, drawing, empty, listed, words
from .style import EDGES

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from pandas import DataFrame

SHAPES: dict[str, dict[str, Any]] = {
    "asserted": {"marker": "o"},
    "estimated": {"marker": "o", "fillstyle": "left"},
    "alleged": {"marker": "^"},
    "denied": {"marker": "X"},
    "predicted": {"marker": "D"},
    "hypothetical": {"marker": "s", "fillstyle": "none"},
}


def who_says_what(table: "DataFrame", ax: "Axes | None" = None, voices: int = 14, things: int = 14) -> "Axes":
    """Speakers against the things they speak of, each claim with the shape of its stance."""
    rows = [row for row in shown.rows(table) if row["kind"] != "none"]
    if not rows:
        return empty(ax, words("nothing"))
    said = list(dict.fromkeys((_voice(row), _thing(row), row["stance"] or "asserted") for row in rows))
    heads = _most([thing for _, thing, _ in said], things)
    names = _most([voice for voice, thing, _ in said if thing in heads], voices)
    stances = [name for name in SHAPES if any(stance == name for _, _, stance in said)]
    alt = words("voices", list=listed([f"{voice}, {thing} ({stance})" for voice, thing, stance in said], 20))
    drawn = [(voice, thing, stance) for voice, thing, stance in said if voice in names and thing in heads]
    with drawing(ax, 2.1 + 0.36 * len(names), alt) as ax:
        for voice, thing, stance in drawn:
            place = heads.index(thing) + _shift(voice, thing, stance, drawn), names.index(voice)
            ax.plot(*place, color=EDGES["count"], markersize=9, **SHAPES[stance])
        labels: dict[str, Any] = {"rotation": 40, "ha": "right", "rotation_mode": "anchor", "fontsize": 10.5}
        ax.set_xticks(range(len(heads)), [cut(head, 18) for head in heads], **labels)
        ax.set_yticks(range(len(names)), [cut(name, 20) for name in names])
        ax.set_xlim(-0.6, len(heads) - 0.4)
        ax.set_ylim(len(names) - 0.4, -0.6)
        ax.grid(True)
        _signs(ax, stances, len(said) - len(drawn), len(said))
    return ax


def _shift(voice: str, thing: str, stance: str, drawn: list[tuple[str, str, str]]) -> float:
    """Aside by a little where one voice says the same thing with several stances."""
    together = [other for other in drawn if other[:2] == (voice, thing)]
    return (together.index((voice, thing, stance)) - (len(together) - 1) / 2) * 0.4


def _signs(ax: "Axes", stances: list[str], left_out: int, count: int) -> None:
    """What the shapes stand for, and how many claims found no room."""
    signs = load("shown")["stances"]
    said = [f"{signs[stance]} {stance}" for stance in stances]
    said += [words("not_drawn", count=left_out, all=count)] if left_out else []
    ax.set_title("   ".join(said), fontsize=10.5, weight="normal", loc="right")


def _voice(row: Row) -> str:
    return row["speaker"] or words("no_source")


def _thing(row: Row) -> str:
    return row["head"] or row["thing"] or words("no_thing")


def _most(names: list[str], most: int) -> list[str]:
    """The names that come up most often, first come first where equal."""
    return sorted(dict.fromkeys(names), key=lambda name: -names.count(name))[:most]
