"""Articles → figures: one at a time or in parallel, each failure named and the rest done."""

import ctypes
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..documents import (
    FOLDER,
    READABLE,
    Found,
    Sources,
    fetch,
    from_web,
    is_url,
    kind,
    look_into,
    missing_files,
    read_all,
    read_sources,
)
from ..errors import Trouble, printable
from ..model import Claim, Document
from .joined import sourced

if TYPE_CHECKING:
    import pandas as pd

_MANY = 8  #: documents from which on several processes are quicker than one
_DIE_WITH_PARENT = 1  #: PR_SET_PDEATHSIG of Linux


@dataclass(slots=True)
class Reading:
    """What reading articles gave: the documents, their figures as a table, what to know and what failed."""

    documents: list[Document] = field(default_factory=list)
    figures: Any = None  #: a DataFrame with the columns of CLAIMS, the non-claims among them (kind "none")
    remarks: list[str] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)

    def add(self, found: Iterable[Found]) -> None:
        """Notes documents, with what is to know of each, and troubles; of two with one name the first is kept."""
        names = {document.id: document for document in self.documents}
        for one in found:
            if isinstance(one, Trouble):
                self.troubles.append(one)
            elif isinstance(one, str):
                self.remarks.append(one)
            elif one.id in names:
                first = names[one.id].path or one.id
                self.troubles.append(Trouble(one.path, f"has the same name as {first}", "rename one of them"))
            else:
                names[one.id] = one
                self.documents.append(one)
                self.remarks += remarks_of(one)

    @property
    def claims(self) -> "pd.DataFrame":
        """The rows that are claims."""
        return self.figures[self.figures["kind"].ne("none").fillna(True)].reset_index(drop=True)


def read_corpus(paths: Iterable[Path | str], jobs: int = 1, as_of: date | None = None) -> Reading:
    """The figures of all articles at `paths` (files or folders); what cannot be read is named in `troubles`.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.txt").write_text("Some 40 people came.", encoding="utf8")
    ...     read_corpus([folder]).claims["text"].tolist()
    ['Some 40']
    """
    reading = read_documents(paths, as_of)
    reading.figures = sourced(figures(reading.documents, reading.troubles, jobs), reading.documents)
    return reading


def read_documents(
    paths: Iterable[Path | str], as_of: date | None = None, columns: Mapping[str, str] | None = None
) -> Reading:
    """The documents at `paths` (files, folders, addresses of the web), without reading their figures yet.

    `columns` names those of tables of articles that are called otherwise than usual (`documents/columns.toml`).
    """
    reading = Reading()
    sources: dict[Path, Sources] = {}
    paths = [*paths]
    for url in dict.fromkeys(path for path in map(str, paths) if is_url(path)):
        reading.add(each(partial(_fetched, url, as_of, columns)))
    for path in files_of((path for path in paths if not is_url(str(path))), reading):
        folder = path.parent
        if folder not in sources:
            sources[folder] = sources_for(folder, reading, sources)
        reading.add(each(partial(read_all, path, sources[folder], as_of, columns)))
    for rows in {found.path: found for found in sources.values() if found.path}.values():
        reading.troubles += missing_files(rows)
    return reading


def _fetched(url: str, as_of: date | None, columns: Mapping[str, str] | None) -> Iterator[Found]:
    yield from from_web(fetch(url), as_of, columns)


def each(give: Callable[[], Iterable[Found]]) -> Iterator[Found]:
    """What `give` gives, and what it ends in where that is a Trouble."""
    try:
        yield from give()
    except Trouble as trouble:
        yield trouble


def remarks_of(document: Document) -> list[str]:
    """What a reader should know of a document: how it was decoded, and where it is of a language that is not read."""
    from ..lexicon import looks_foreign, name_of

    if not looks_foreign(document.text):
        return [*document.remarks]
    place = printable(document.path) if document.path else document.id
    return [*document.remarks, f"{place}: this looks like no {name_of()}: figures may be misread (--language)"]


def sources_for(folder: Path, reading: Reading, known: dict[Path, Sources]) -> Sources:
    """The rows for the articles in `folder`, and once what is wrong with them; none where they cannot be read."""
    try:
        found = _sources_of(folder)
    except Trouble as trouble:
        if not any(trouble.place == other.place for other in reading.troubles):
            way_out = f"{trouble.way_out}; the articles are read without it"
            reading.troubles.append(Trouble(trouble.place, trouble.what, way_out))
        return Sources()
    if not any(found.path == other.path for other in known.values()):
        reading.troubles += found.troubles
        reading.remarks += found.remarks
    return found


def _sources_of(folder: Path) -> Sources:
    """The `sources.csv` in `folder` or the nearest one above it, up to the folder named `raw`."""
    while True:
        found = read_sources(folder)
        if found.path or folder.name == "raw" or folder.parent == folder or not folder.name:
            return found
        if not (folder.parent / "sources.csv").is_file():
            return found
        folder = folder.parent


def files_of(paths: Iterable[Path | str], reading: Reading) -> Iterator[Path]:
    """The articles at `paths`, each once."""
    seen = set()
    for path in _found(paths, reading):
        if (place := path.absolute()) not in seen:
            seen.add(place)
            yield path


def _found(paths: Iterable[Path | str], reading: Reading) -> Iterator[Path]:
    for path in map(Path, paths):
        try:
            is_folder = kind(path) == FOLDER
        except Trouble as trouble:
            reading.troubles.append(trouble)
            continue
        yield from _inside(path, reading) if is_folder else [path]


def _inside(folder: Path, reading: Reading) -> list[Path]:
    """The articles in `folder` and below; everything that is there and left out is noted."""
    found = look_into(folder)
    reading.remarks += [f"{printable(path)}: left out, {why}" for path, why in found.left_out.items()]
    reading.troubles += found.closed
    if not found.articles and not found.closed:
        reading.troubles.append(Trouble(folder, "holds no article", f"what is read: {READABLE}"))
        reading.troubles += missing_files(sources_for(folder, reading, {}))
    return found.articles


def figures(documents: list[Document], troubles: list[Trouble], jobs: int = 1) -> "pd.DataFrame":
    """A table of all figures in `documents`, in their order; a document that fails is added to `troubles`.

    A table of the lexicon that is wrong fails them all, so that it is said once, before the first.
    """
    from ..lexicon import require
    from ..table import tidy

    require()
    found = []
    for answer in _answers(documents, jobs):
        if isinstance(answer, Trouble):
            troubles.append(answer)
        else:
            found += answer
    return tidy(found)


def _answers(documents: list[Document], jobs: int) -> Iterator[list[Claim] | Trouble]:
    """What reading each of `documents` gave; several at once where there are enough to be worth it."""
    if jobs <= 1 or len(documents) < _MANY:
        yield from map(_figures_of, documents)
        return
    first, *others = documents
    yield _figures_of(first)  # here, so that the others find the lexicon loaded
    share = max(1, min(16, len(others) // (4 * jobs)))
    try:
        with ProcessPoolExecutor(jobs, initializer=become_reader) as pool:
            yield from pool.map(_figures_of, others, chunksize=share)
    except BrokenProcessPool:
        raise Trouble(
            "reading", "one of its processes was killed", "run it with --jobs 1 to see at which article"
        ) from None


def become_reader() -> None:
    """Leaves Ctrl-C, which all processes of a terminal get, to the one that made this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()


def end_with_parent() -> None:
    """Has the system end this process when the one that made it ends, however it ends; only Linux can."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)


def _figures_of(document: Document) -> list[Claim] | Trouble:
    from ..reading.claims import claims

    try:
        return claims(document, all=True)
    except Trouble as trouble:
        return trouble
    except Exception as error:  # one article that breaks the reader must not take the others with it
        what = f"broke the reader ({type(error).__name__}: {error})"
        return Trouble(document.path or document.id, what, "please report it with the text")
