"""A table of claims narrowed down: by columns, days, values, findings and words."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from ..corpus import Corpus

ANY = "all"
FILTERS = ("doc", "speaker", "kind", "unit", "stance", "series")  #: columns that a choice is made from
SHOWN = ("doc", "text", "thing", "speaker", "stance", "kind", "unit", "value", "day", "verdict", "series", "id")
DRAWN = ("over time", "by speaker", "as intervals")  #: how a selection can be drawn
GRID = 2_000  #: rows that a grid holds: more of them take a browser longer than half a second
_SEARCHED = ["text", "thing", "subject", "verb", "speaker", "context"]
_WORST = ("conflicts", "cannot tell", "agrees if rounded", "agrees")


class Choices:
    """The claims of a corpus, ready to be asked again and again: 10,000 of them in a few milliseconds."""

    def __init__(self, corpus: "Corpus"):
        claims = corpus.claims.reset_index(drop=True)
        self.claims = claims if "series" in claims else claims.assign(series=None)
        said = claims[_SEARCHED].astype(object).where(claims[_SEARCHED].notna(), "")
        self._words = said.agg(" ".join, axis=1).str.casefold() if len(claims) else said["text"]
        self._verdicts = _verdicts(corpus.checks)
        self._days = self.claims["about_to"].fillna(self.claims["published"])
        self._shown = self._as_shown()

    def options(self, column: str) -> list[str]:
        """What can be chosen of a column, what is told most first.

        >>> from allegedly import Document, corpus
        >>> Choices(corpus.of_document(Document("a", "The mill sold 40 boats for $90 and 12 horses."))).options("kind")
        ['count', 'money']
        """
        told = self.claims[column].dropna().astype(object).value_counts()
        return [str(value) for value in told.index if str(value)]

    def left(
        self,
        search: str = "",
        verdict: str = ANY,
        since: Any = None,
        until: Any = None,
        least: float | None = None,
        most: float | None = None,
        **chosen: str,
    ) -> "pd.DataFrame":
        """The claims that the choices leave: `chosen` by column, `verdict` by finding, `search` by words in a row.

        `since` and `until` bound the day that a claim speaks of, or else that of its article; `least` and `most` its
        number.
        """
        import pandas as pd

        keep = pd.Series(True, index=self.claims.index)
        for column, value in chosen.items():
            if value not in (ANY, ""):
                keep &= self.claims[column].eq(value).fillna(False).astype(bool)
        if verdict not in (ANY, ""):
            keep &= self.claims["id"].isin([id for id, told in self._verdicts.items() if verdict in told])
        if since is not None:
            keep &= (self._days >= pd.Timestamp(since)).fillna(False)
        if until is not None:
            keep &= (self._days <= pd.Timestamp(until)).fillna(False)
        if least is not None:
            keep &= (self.claims["value"] >= least).fillna(False)
        if most is not None:
            keep &= (self.claims["value"] <= most).fillna(False)
        for word in search.casefold().split():
            keep &= self._words.str.contains(word, regex=False)
        return self.claims[keep]

    def shown(self, claims: "pd.DataFrame") -> "pd.DataFrame":
        """The first of `claims` as a grid shows them: few columns, the day as text, the worst finding of each."""
        return self._shown.loc[claims.index[:GRID]].reset_index(drop=True)

    def _as_shown(self) -> "pd.DataFrame":
        days = self._days.dt.strftime("%Y-%m-%d")
        worst = [min(self._verdicts.get(id, ()), key=_WORST.index, default="") for id in self.claims["id"]]
        made = self.claims.assign(day=days, verdict=worst)[[*SHOWN]].astype(object)
        return made.where(made.notna(), "").rename(columns={"doc": "article"})


def _verdicts(checks: "pd.DataFrame") -> dict[str, set[str]]:
    """The verdicts of the findings that rest on each claim."""
    found: dict[str, set[str]] = {}
    for claims, verdict in zip(checks["claims"], checks["verdict"], strict=True):
        for claim in claims:
            found.setdefault(claim, set()).add(str(verdict))
    return found
