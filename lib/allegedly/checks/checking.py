"""From a claims table to the table of findings."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ..table import CHECKS, conform
from .across import across, series_of
from .asking import own_findings
from .framed import Framed, frames
from .givens import NONE, Givens, with_rates
from .judging import frame_findings
from .tallies import tallies
from .tellings import tellings

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

FURTHER = ("doc", "roles", "licensed", "words", "sign", "terms")  #: columns of findings beyond the contract's
WORST_FIRST = ("conflicts", "cannot tell", "agrees if rounded", "agrees")


def check(
    table: "pd.DataFrame",
    rules: "Mapping[str, Any] | Path | str | None" = None,
    titles: Mapping[str, str] | None = None,
    givens: Givens = NONE,
) -> "pd.DataFrame":
    """A DataFrame with a row a finding, worst first: the columns of `table.CHECKS`, then those of `FURTHER`.

    `table` has the columns of `table.CLAIMS`. Only figures of one frame or of one series are compared. `rules` is a
    rules file's path or its parsed content (docs/method.md, "Rules of one's own"). `titles` is a dict of what an
    article is called, by `doc`: sentences about several articles name them so; without it, by their `doc`. `givens`
    are those of `read_givens`.
    """
    rows = frame_findings([*asked(table, titles or {}, givens)])
    return frame(rows + (own_findings(table, rules, givens) if rules is not None else []))


def asked(table: "pd.DataFrame", titles: Mapping[str, str], givens: Givens = NONE) -> Iterable[Framed]:
    """The frames of a table, what the strands of each article ask beside them, and what the series of many ask."""
    framed = [*with_rates(frames(table), givens)]
    yield from framed
    own: dict[str, list[Framed]] = {}
    for one in framed:
        own.setdefault(one.doc, []).append(one)
    told = tellings(table)
    for doc, figures in told.items():
        yield from tallies(figures, own.get(doc, []))
    names = series_of(table)
    if names:
        yield from across((one for figures in told.values() for one in figures), names, titles)


def check_across(table: "pd.DataFrame", titles: Mapping[str, str] | None = None) -> "pd.DataFrame":
    """What the series of several articles ask, as `check` gives it; `table` has the column `series`."""
    names = series_of(table)
    figures = (one for own in tellings(table).values() for one in own)
    return frame(frame_findings(across(figures, names, titles or {})))


def frame(rows: list[dict[str, Any]]) -> "pd.DataFrame":
    """Rows as a table of findings, worst first."""
    import pandas as pd

    columns = [column.name for column in CHECKS]
    made = conform(pd.DataFrame(rows, columns=[*columns, *FURTHER]), CHECKS)
    place = made["verdict"].map(WORST_FIRST.index).astype(int) * 3 - made["severity"].cat.codes
    return made.iloc[place.argsort(kind="stable")].reset_index(drop=True)
