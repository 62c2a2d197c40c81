"""Who says what, and how one figure moves over time from voice to voice."""

from math import isinf

from ..lexicon import load, shown
from .picture import EDGES, INK, SOFT, cut, drawing, empty, listed, words

SHAPES = {
    "asserted": {"marker": "o"},
    "estimated": {"marker": "o", "fillstyle": "left"},
    "alleged": {"marker": "^"},
    "denied": {"marker": "X"},
    "predicted": {"marker": "D"},
    "hypothetical": {"marker": "s", "fillstyle": "none"},
}


def who_says_what(table, ax=None, voices: int = 14, things: int = 14):
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
        labels = {"rotation": 40, "ha": "right", "rotation_mode": "anchor", "fontsize": 10.5}
        ax.set_xticks(range(len(heads)), [cut(head, 18) for head in heads], **labels)
        ax.set_yticks(range(len(names)), [cut(name, 20) for name in names])
        ax.set_xlim(-0.6, len(heads) - 0.4)
        ax.set_ylim(len(names) - 0.4, -0.6)
        ax.grid(True)
        _signs(ax, stances, len(said) - len(drawn), len(said))
    return ax


def _shift(voice: str, thing: str, stance: str, drawn) -> float:
    """Aside by a little where one voice says the same thing with several stances."""
    together = [other for other in drawn if other[:2] == (voice, thing)]
    return (together.index((voice, thing, stance)) - (len(together) - 1) / 2) * 0.4


def _signs(ax, stances: list[str], left_out: int, count: int) -> None:
    """What the shapes stand for, and how many claims found no room."""
    signs = load("shown")["stances"]
    said = [f"{signs[stance]} {stance}" for stance in stances]
    said += [words("not_drawn", count=left_out, all=count)] if left_out else []
    ax.set_title("   ".join(said), fontsize=10.5, weight="normal", loc="right")


def _voice(row: dict) -> str:
    return row["speaker"] or words("no_source")


def _thing(row: dict) -> str:
    return row["head"] or row["thing"] or words("no_thing")


def _most(names: list[str], most: int) -> list[str]:
    """The names that come up most often, first come first where equal."""
    return sorted(dict.fromkeys(names), key=lambda name: -names.count(name))[:most]


def over_time(table, ax=None, most: int = 40):
    """One counted thing over time: each claim's interval at its day, with its speaker beside it."""
    rows = [row for row in shown.rows(table) if row["about_to"] is not None and row["value"] is not None]
    rows = sorted(rows, key=lambda row: row["about_to"])[:most]
    if not rows:
        return empty(ax, words("no_date"))
    undated = len(table) - len(rows)
    alt = words("over_time", count=len(rows), list=listed([_dated(row) for row in rows], 20))
    with drawing(ax, min(6.0, 2.4 + 0.16 * len(rows)), alt) as ax:
        for row in rows:
            _point(ax, row)
        if min(row["value"] for row in rows) > 0 and max(row["value"] for row in rows) > 50 * min(
            row["value"] for row in rows
        ):
            ax.set_yscale("log")
        ax.yaxis.set_major_formatter(lambda value, _: shown.number(value))
        ax.grid(True, axis="y")
        _days(ax, [row["about_to"] for row in rows])
        if undated:
            ax.set_title(words("undated", count=undated), fontsize=10.5, weight="normal", color=SOFT)
    return ax


def _dated(row: dict) -> str:
    return f"{row['about_to']:%Y-%m-%d} {shown.said(row)}, {_voice(row)}"


def _point(ax, row: dict) -> None:
    """A claim: its number, its interval, its speaker."""
    colour = EDGES[shown.sign(row["kind"])]
    low, high = row["low"], row["high"]
    if None not in (low, high) and low < high:
        top = row["likely_high"] if isinf(high) else high
        bottom = row["likely_low"] if isinf(low) else low
        if None not in (top, bottom) and not isinf(top) and not isinf(bottom):
            ax.plot([row["about_to"]] * 2, [bottom, top], color=colour, linewidth=3, alpha=0.6)
    ax.plot([row["about_to"]], [row["value"]], marker="o", color=colour, markersize=6)
    offset = {"textcoords": "offset points", "xytext": (7, 0), "va": "center", "fontsize": 10.5, "color": INK}
    ax.annotate(f"{row['text']} · {cut(_voice(row), 20)}", (row["about_to"], row["value"]), **offset)


def _days(ax, days) -> None:
    """Room for the words beside the last point; few days on the axis, written out."""
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

    first, last = min(days), max(days)
    width = (last - first) or (last - first).__class__(days=4)
    ax.set_xlim(first - width * 0.08, last + width * 0.9)
    locator = AutoDateLocator(minticks=2, maxticks=4)
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(ConciseDateFormatter(locator))
