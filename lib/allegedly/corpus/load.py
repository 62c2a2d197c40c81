"""All that is known of a corpus, in one line of a notebook."""

from pathlib import Path
from typing import TYPE_CHECKING

from ..documents import JUDGEMENTS
from ..table import held, precision, read_opinions
from .project import given_project
from .reading import read_documents
from .store import make, stored, tables_key
from .tables import Corpus

if TYPE_CHECKING:
    import pandas as pd


def load(processed: Path | str | None = None, raw: Path | str | None = None, article: str = "") -> Corpus:
    """The corpus of the project, or of the folders named; one `article` of it where one is named.

    It comes from `processed` where its tables are those of the articles in `raw`, and is read anew in memory where
    they are not, so that a notebook opened on its own shows what the articles say. Nothing is written. Folders and a
    rules file may also be named by environment variables, as `allegedly report` does (`Project.environment`).
    """
    project = given_project(raw=raw, processed=processed)
    reading = read_documents([project.raw], columns=project.columns)
    corpus = stored(project, reading, tables_key(reading, project)) or make(project, reading)[0]
    opinions, troubles = read_opinions(project.beside / JUDGEMENTS)
    corpus.judged, corpus.troubles = held(opinions, corpus.checks, corpus.figures), (*corpus.troubles, *troubles)
    return corpus.article(article) if article else corpus


def judged(raw: Path | str | None = None) -> "pd.DataFrame":
    """How many findings people accepted and rejected in the project's `judgements.toml`, a row a kind of check."""
    return precision(read_opinions(given_project(raw=raw).beside / JUDGEMENTS)[0])
