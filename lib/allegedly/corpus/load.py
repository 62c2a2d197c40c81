"""All that is known of a corpus, in one line of a notebook."""

from pathlib import Path

from .project import given_project
from .reading import read_documents
from .store import make, stored, tables_key
from .tables import Corpus


def load(processed: Path | str | None = None, raw: Path | str | None = None, article: str = "") -> Corpus:
    """The corpus of the project, or of the folders named; one `article` of it where one is named.

    It comes from `processed` where its tables are those of the articles in `raw`, and is read anew in memory where
    they are not, so that a notebook opened on its own shows what the articles say. Nothing is written. Folders and a
    rules file may also be named by environment variables, as `allegedly report` does (`Project.environment`).
    """
    project = given_project(raw=raw, processed=processed)
    reading = read_documents([project.raw], columns=project.columns)
    corpus = stored(project, reading, tables_key(reading, project)) or make(project, reading)[0]
    return corpus.article(article) if article else corpus
