"""The claims of a corpus to be asked, drawn, taken along and mended, by calls or by the panel of `panel.py`."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import marks
from . import corrections
from .alive import alive
from .choices import DRAWN, Choices

if TYPE_CHECKING:
    import pandas as pd

    from ..corpus import Corpus

STILL = 40  #: claims that stand in a notebook that is only looked at


class Explorer:
    """Filters and what they leave, where widgets run; the first claims as a table elsewhere."""

    def __init__(self, corpus: "Corpus", processed: "Path | str | None" = None, raw: "Path | str | None" = None):
        self._processed, self._raw = processed, raw
        self._take(corpus)

    def _take(self, corpus: "Corpus") -> None:
        self.corpus, self.choices = corpus, Choices(corpus)
        self._left, self._picked = self.choices.claims, list[int]()

    def left(self, **choices: Any) -> "pd.DataFrame":
        """The claims that the choices leave (`Choices.left` says which there are); `selected` follows."""
        self._left, self._picked = self.choices.left(**choices), []
        return self._left

    def pick(self, rows: list[int]) -> None:
        """Selects rows of what is left, counted from 0."""
        self._picked = [row for row in rows if row < len(self._left)]

    @property
    def selected(self) -> "pd.DataFrame":
        """The claims that are selected, or all that the choices leave."""
        return self._left.iloc[self._picked] if self._picked else self._left

    @property
    def chosen(self) -> str | None:
        """The id of the claim selected last, else of the first that is left; None where nothing is."""
        if self._left.empty:
            return None
        return str(self._left["id"].iloc[self._picked[-1] if self._picked else 0])

    def cited(self) -> marks.Fragment:
        """The sentence of the chosen claim with its figure marked, who says so, and what its checks say."""
        id, checks = self.chosen or "", self.corpus.checks
        own = self._left[self._left["id"].eq(id)]
        return marks.cited(own, checks[checks["claims"].map(lambda claims: id in claims).astype(bool)])

    def draw(self, how: str) -> Any:
        """The selected claims "over time", "by speaker" or "as intervals"."""
        from .. import charts

        if how == DRAWN[0]:
            return charts.over_time(self.dated())
        return marks.voices(self.selected) if how == DRAWN[1] else charts.figures(self.selected)

    def dated(self) -> "pd.DataFrame":
        """The selected claims of the unit that most of them have, each with its day: one picture has one scale."""
        table = self.selected
        units = table["unit"].astype(object).fillna("")
        one = table[units.eq(units.mode().iloc[0])] if len(table) else table
        days = one["about_to"].fillna(one["published"])
        return one.assign(day=days, dated=one["about_to"].notna(), topic=None)

    def to_csv(self, path: Path | str = "selection.csv") -> Path:
        """Writes the selected claims as CSV; gives where."""
        from ..table import table_bytes

        return _written(Path(path), table_bytes(self.selected, "csv"))

    def to_xlsx(self, path: Path | str = "selection.xlsx") -> Path:
        """Writes the selected claims and the findings that rest on them as a spreadsheet; gives where."""
        from ..exports import export

        ids = set(self.selected["id"])
        checks = self.corpus.checks
        about = checks[checks["claims"].map(lambda claims: not ids.isdisjoint(claims)).astype(bool)]
        part = replace(self.corpus, claims=self.selected, checks=about, series=None)
        [data] = export(part, "xlsx").values()
        return _written(Path(path), data)

    def correct(self, column: str, now: str, why: str, by: str) -> str:
        """Corrects the chosen claim, as `explore.correct` does, and loads the corpus anew."""
        said = corrections.correct(self.corpus, self.chosen or "", column=column, now=now, why=why, by=by)
        self._reload()
        return said

    def undo(self) -> str:
        """Takes the last correction back, and loads the corpus anew."""
        said = corrections.undo(self.corpus)
        self._reload()
        return said

    def _reload(self) -> None:
        from ..corpus import load

        raw = self._raw if self._raw is not None else corrections.folder_of(self.corpus.document)
        self._take(load(self._processed, raw))

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        first = marks.claims(self.corpus.claims.head(STILL), link=False, take=False)
        return alive(self.panel, marks.Fragment(first.html, f"{len(self.corpus.claims)} claims"))

    def panel(self) -> Any:
        """The widgets: filters, grid, sentence, pictures and corrections."""
        from .panel import panel

        return panel(self)


def _written(path: Path, data: bytes) -> Path:
    from ..table import replacing

    with replacing(path) as file:
        file.write(data)
    return path
