"""For people at a notebook: read a text, ask the table, mend a misreading."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import marks
from .errors import Trouble
from .model import Document

if TYPE_CHECKING:
    import pandas as pd

    from .corpus import Corpus

ANY = "all"
FILTERS = ("doc", "kind", "speaker", "thing", "unit", "stance")  #: columns that the explorer filters by
SEARCHED = ["text", "thing", "subject", "verb", "speaker", "context"]
HEADER = (
    "# Known misreadings and misprints: where, what, why, by whom. Each row is obeyed by the next run, which says so.\n"
)


def read_text(text: str) -> marks.Fragment:
    """Any text with its figures marked, a card with the interval of each, and what its checks say.

    >>> shown = read_text("Police saw about 1,000 people.").html
    >>> "900 to 1,100" in shown, "It could not be checked" in shown
    (True, True)
    """
    from .corpus import of_document

    news = of_document(Document(id="text", text=text))
    parts = [marks.bottom_line(news.claims, news.checks), marks.findings(news.checks, news.figures)]
    article = marks.article(news.document, news.figures, news.checks)
    shown = [part.html for part in (*parts, article)] if len(news.checks) else [parts[0].html, article.html]
    return marks.Fragment("".join(shown), article.text)


def explore(corpus: "Corpus") -> "Explorer":
    """An explorer of a corpus: its claims narrowed down by menus, and the article marked with those that are left.

    Without widgets, as on a page, it shows all claims as a table.
    """
    return Explorer(corpus)


class Explorer:
    """Menus and what they leave, where widgets run; the whole table elsewhere."""

    def __init__(self, corpus: "Corpus"):
        self.corpus = corpus

    def left(self, search: str = "", verdict: str = ANY, **chosen: str) -> "pd.DataFrame":
        """The claims that the choices leave: `chosen` by column, `verdict` by finding, `search` by words in a row."""
        table = self.corpus.claims
        for column, value in chosen.items():
            table = table[table[column].eq(value).fillna(False)] if value != ANY else table
        if verdict != ANY:
            findings = self.corpus.checks[self.corpus.checks["verdict"].eq(verdict)]
            table = table[table["id"].isin(findings["claims"].explode())]
        said = [" ".join(map(str, row)).casefold() for row in table[SEARCHED].fillna("").to_numpy()]
        words = search.casefold().split()
        return table.iloc[[place for place, row in enumerate(said) if all(word in row for word in words)]]

    def view(self, **choices: str) -> marks.Fragment:
        """What the choices leave: a table, and the first of its articles with those figures marked."""
        table = self.left(**choices)
        parts = [marks.claims(table, link=not table.empty).html]
        if not table.empty:
            document = self.corpus.documents[table["doc"].iloc[0]]
            parts.append(marks.article(document, table[table["doc"].eq(document.id)], self.corpus.checks).html)
        return marks.Fragment("".join(parts), f"{len(table)} claims")

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        whole = marks.claims(self.corpus.claims, self.corpus.checks, link=False)
        still = {"text/html": whole._repr_html_(), "text/plain": whole.text}
        try:
            shown = self._widget()._repr_mimebundle_()
        except ImportError:
            return still
        return {**(shown[0] if isinstance(shown, tuple) else shown), **still}

    def _widget(self) -> Any:
        """The menus above the view that follows them."""
        from ipywidgets import HTML, Dropdown, HBox, Layout, Text, VBox, interactive_output

        menus = {"search": Text(description="search", continuous_update=False)}
        for column in FILTERS:
            values = sorted(self.corpus.claims[column].dropna().astype(str).unique())
            if len(values) > 1:
                menus[column] = Dropdown(options=[ANY, *values], description=column)
        menus["verdict"] = Dropdown(
            options=[ANY, *self.corpus.checks["verdict"].dropna().unique()], description="verdict"
        )
        view = HTML()

        def follow(**choices: str) -> None:
            view.value = self.view(**choices)._repr_html_()

        self._follows = interactive_output(follow, menus)
        return VBox([HBox([*menus.values()], layout=Layout(flex_flow="row wrap")), view])


def correct(corpus: "Corpus", claim: str, *, column: str, now: str, why: str, by: str) -> str:
    """Writes into `corrections.toml` that `claim` was misread in `column`; a sentence says where.

    The next run obeys it, and finds the figure by its words where the article has changed. A LookupError where there
    is no such claim or column, a Trouble where the correction is none: nothing is written then.
    """
    from .table import check_correction, read_corrections
    from .table import correct as obeyed

    row = corpus.figures[corpus.figures["id"].eq(claim)]
    if row.empty or column not in row:
        raise LookupError(f"{claim}: no such claim with a column {column!r}; take its id from the table of claims")
    path = _folder(corpus.documents[row["doc"].iloc[0]]) / "corrections.toml"
    was = row[column].iloc[0]
    before = "" if was is None or was != was else str(was)
    fields = {"claim": claim, "column": column, "was": before, "now": str(now), "why": why, "by": by}
    fields |= {"text": str(row["text"].iloc[0]), "context": str(row["context"].iloc[0])}
    check_correction(fields, claim)
    _, [said] = obeyed(row, [fields])
    if said.startswith("not corrected"):
        raise Trouble(claim, said.partition(": ")[2], "nothing was written")
    read_corrections(path)  # a file that is broken is not written to
    _append(path, "[[correction]]", [f"{name} = {_quoted(value)}" for name, value in fields.items()])
    count = len(read_corrections(path)[0])
    return f"{path.name} now holds {count} correction{'' if count == 1 else 's'}; the next run obeys it and says so."


def judge(corpus: "Corpus", *claims: str, same: bool, why: str, by: str) -> str:
    """Writes into `corrections.toml` that `claims` tell of one thing, or (`same=False`) do not; a sentence says where.

    The next run joins them in one series, or keeps them apart, and finds them by their words where an article has
    changed. A LookupError where there is no such claim, a Trouble where one alone is named: nothing is written then.
    """
    from .table import check_judgement, quoted, read_judgements

    told = [*quoted(corpus.figures, claims)]
    check_judgement({"same": same, "claims": told, "why": why, "by": by}, ", ".join(claims) or "judge")
    path = _folder(corpus.documents[claims[0].rpartition("@")[0]]) / "corrections.toml"
    read_judgements(path)  # a file that is broken is not written to
    rows = [", ".join(f"{name} = {_quoted(cell)}" for name, cell in claim.items()) for claim in told]
    listed = ["claims = [", *(f"    {{{row}}}," for row in rows), "]"]
    _append(
        path, "[[judgement]]", [f"same = {str(same).lower()}", *listed, f"why = {_quoted(why)}", f"by = {_quoted(by)}"]
    )
    return f"{path.name} now says that these are {'' if same else 'not '}the same; the next run obeys it."


def _append(path: Path, head: str, lines: list[str]) -> None:
    """Writes a row of TOML at the end of `path`, which may be new."""
    from .table import replacing

    there = path.read_text(encoding="utf8").rstrip("\n") + "\n" if path.exists() else HEADER
    with replacing(path) as file:
        file.write("\n".join([there, head, *lines, ""]).encode())


def _folder(document: Document) -> Path:
    """The folder of the file that holds `document`, which may be one of several in it."""
    path = Path(document.path or "")
    return next((folder for folder in path.parents if folder.is_dir()), Path())


def _quoted(value: str) -> str:
    """`value` as a TOML string."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
