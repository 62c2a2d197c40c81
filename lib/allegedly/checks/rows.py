"""The claims of a table as plain records, each with its position."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..lexicon import shown
from .wording import flat

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Figure:
    """A row of the table: its columns by name, None where nothing is known."""

    at: int  #: the row's position in the table
    row: Any

    def __getattr__(self, name: str) -> Any:
        return getattr(self.row, name)

    @property
    def is_count(self) -> bool:
        """Whether it says how many there were: no rate, no change, no denial."""
        plain = self.row.kind == "count" and self.row.per is None
        return plain and self.row.change == "level" and self.row.stance != "denied"

    @property
    def stated(self) -> str:
        """As printed, a rate with its time."""
        text, per = flat(self.row.text), self.row.per
        return text + shown.rate(per) if per and per not in text else text


def figures(table: "pd.DataFrame") -> list[Figure]:
    """The claims of a table, article by article, in the order of the text."""
    plain = table.astype(object).where(table.notna(), None)
    docs: dict[str, list[Figure]] = {}
    for at, row in enumerate(plain.itertuples(index=False, name="Row")):
        if row.kind != "none":
            docs.setdefault(row.doc, []).append(Figure(at, row))
    return [one for own in docs.values() for one in sorted(own, key=lambda figure: (figure.start, figure.end))]
