"""What was read, kept in `data/processed`: only new and changed articles are read again.

All tables are made from the figures as read, which `kept` keeps; `datapackage.json`, written last, says what of.
"""

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..documents import CORRECTIONS, GIVENS
from ..errors import Trouble, parsed
from ..model import Document
from ..names import file_name
from ..table import with_series
from ..table.files import sweep, write_bytes
from . import joined, kept
from .completed import asked, complete, every
from .joined import sourced
from .obeyed import obeyed
from .project import Project
from .reading import Reading, figures, read_documents
from .tables import Corpus
from .versions import noted, versions

if TYPE_CHECKING:
    import pandas as pd

TEXTS = "texts"  #: the folder of texts that were taken out of files
_READERS = ("documents", "lexicon", "model", "reading", "table", "text")
_CODE = {".py", ".toml", ".mplstyle", ".j2", ".html", ".css", ".js"}


@cache
def code_key(*rooms: str) -> str:
    """The library's version: its number, and a hash of its files (all, or those of the rooms named)."""
    from .. import __version__

    home, digest = Path(__file__).parents[1], hashlib.sha256()
    for path in sorted(path for path in home.rglob("*") if path.suffix in _CODE):
        name = path.relative_to(home).as_posix()
        if not rooms or name.startswith(rooms):
            digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{__version__}+{digest.hexdigest()[:12]}"


def article_key(document: Document) -> str:
    """What the reading of `document` depends on: its bytes, its date and the code that reads."""
    return f"{document.sha256} {document.date} {code_key(*_READERS)}{language_key()}"


def language_key() -> str:
    """What tells the tables of another language: its name, and a hash of them where they stand elsewhere."""
    from ..lexicon.tables import LANGUAGE, chosen, folder, is_elsewhere

    language = chosen()
    if language == LANGUAGE:
        return ""
    digest = hashlib.sha256()
    for path in sorted(Path(str(folder(language))).glob("*.toml")) if is_elsewhere(language) else ():
        digest.update(path.read_bytes())
    return f" {language} {digest.hexdigest()[:12]}"


def about(document: Document) -> str:
    """What is known of `document` besides its text."""
    named = (document.title, document.author, document.publisher, document.url, document.licence)
    dated = (document.published, document.accessed, document.dated)
    return repr((named, dated, document.pages, document.is_extract))


def tables_key(reading: Reading, project: Project) -> str:
    """What the tables depend on: the articles, their failures, the corrections, the rules and the code."""
    digest = hashlib.sha256(code_key().encode())
    for document in reading.documents:
        digest.update(f"{document.id} {article_key(document)} {about(document)}\n".encode())
    for said in (*reading.remarks, *reading.troubles):
        digest.update(within(project.beside, said).encode() + b"\n")
    for name, path in (
        ("corrections", project.beside / CORRECTIONS),
        ("givens", project.beside / GIVENS),
        ("rules", project.rules),
    ):
        with suppress(OSError):  # where it cannot be read, that is said as it is used
            digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0" if path else b"")
    return digest.hexdigest()


def within(raw: Path, said: object) -> str:
    """What was said, with places named from the folder of articles, so that it does not tell where that lies."""
    return str(said).replace(f"{raw}/", "")


def update(project: Project, jobs: int = 1, force: bool = False) -> Corpus:
    """The corpus of `project`, after reading what is new and saving what that changed."""
    reading = read_documents([project.raw], columns=project.columns)
    key = tables_key(reading, project)
    if not force and (corpus := stored(project, reading, key)):
        return corpus
    _make_folder(project.processed)
    found = len(reading.troubles)
    corpus, keys, as_read = make(project, reading, jobs, force, keep=kept.keep)
    failed = [(within(project.beside, t.place), t.what, t.way_out) for t in corpus.troubles[found:]]
    save(project, corpus, as_read, keys, {"key": key, "failed": failed})
    return corpus


def make(
    project: Project,
    reading: Reading,
    jobs: int = 1,
    force: bool = False,
    keep: Callable[..., None] = lambda *part: None,
) -> tuple[Corpus, dict[str, str], "pd.DataFrame"]:
    """The corpus of `reading`, with kept figures where an article is unchanged; the keys; and the figures as read.

    `keep` is called with each part but the last as it is read.
    """
    old, keys = ([], {}) if force else kept.kept(project.processed, reading.remarks)
    wanted = {document.id: article_key(document) for document in reading.documents}
    new = [document for document in reading.documents if keys.get(document.id) != wanted[document.id]]
    found, fresh = len(reading.troubles), []
    for at in range(0, len(new), kept.PART):
        part = new[at : at + kept.PART]
        fresh.append(figures(part, reading.troubles, jobs))
        if at + kept.PART < len(new):
            failed = {trouble.place for trouble in reading.troubles[found:]}
            keep(project.processed, fresh[-1], {d.id: wanted[d.id] for d in part if d.path not in failed})
    unchanged = wanted.keys() - {document.id for document in new}
    as_read = kept.joined([*(rows[rows["doc"].isin(unchanged)] for rows in old), *fresh], reading.documents)
    failed = {trouble.place for trouble in reading.troubles[found:]}
    reading.documents = [document for document in reading.documents if document.path not in failed]
    reading.figures = as_read
    corpus = complete(reading, project.beside, project.rules, joined.names_before(project.processed))
    corpus.read_now = len(new) - len(failed)
    return corpus, {document.id: wanted[document.id] for document in reading.documents}, as_read


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
    except OSError as error:
        raise Trouble(folder, f"cannot be made: {error.strerror}", "name another with --processed") from None


def intact(folder: Path, key: str) -> dict[str, Any] | None:
    """The data package in `folder`, where every table is whole and made of just what `key` says; else None."""
    try:
        package = parsed(json.loads, (folder / "datapackage.json").read_bytes())
        hashes = {Path(resource["path"]).name: resource["hash"] for resource in package["resources"]}
        whole = all(_hash(folder / name) == hash for name, hash in hashes.items())
        return package if whole and package["key"] == key and (folder / "reading.log").is_file() else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def failures(project: Project, package: dict[str, Any]) -> list[Trouble]:
    """The articles that broke the reader when the tables of `package` were made."""
    return [Trouble(project.beside / place, what, way_out) for place, what, way_out in package["failed"]]


def stored(project: Project, reading: Reading, key: str) -> Corpus | None:
    """The corpus as it stands on disk, where every table is whole and made of just this reading; else None.

    Whole is asked before and behind: another run may put its own tables there while these are read.
    """
    from ..table import CHECKS, COVERAGE, read_table

    folder = project.processed
    if not (package := intact(folder, key)):
        return None
    try:
        as_read = read_table(folder / "figures.parquet")
        events, series = joined.stored(folder)
        findings, counts = read_table(folder / "checks.parquet", CHECKS), read_table(folder / "coverage.csv", COVERAGE)
    except Trouble:
        return None
    if intact(folder, key) != package:
        return None
    reading.figures = sourced(as_read, reading.documents)
    pairs = versions(reading.documents)
    obeyed(reading, project.beside, pairs)
    noted(reading, pairs)
    failed, said = failures(project, package), {str(trouble) for trouble in reading.troubles}
    reading.troubles += [trouble for trouble in failed if str(trouble) not in said]
    broken = {trouble.place for trouble in failed}
    documents = {document.id: document for document in reading.documents if document.path not in broken}
    reading.documents = [*documents.values()]
    claims = asked(with_series(reading.claims, series), findings)
    corpus = Corpus(reading.figures, claims, findings, every(counts, reading), documents, events, series)
    corpus.remarks, corpus.troubles = tuple(reading.remarks), tuple(reading.troubles)
    return corpus


def _hash(path: Path) -> str:
    return f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"


def save(
    project: Project, corpus: Corpus, as_read: "pd.DataFrame", keys: dict[str, str], package: dict[str, Any]
) -> None:
    """Writes every table whole, the data package last: where a run is killed between, the next one makes them anew."""
    from ..table import table_bytes, write_package
    from ..table.memberships import frames

    folder = project.processed
    kept.keep_all(folder, as_read, keys)
    for name, frame in (("events", corpus.events), ("frames", frames(corpus.figures)), ("series", corpus.series)):
        write_bytes(folder / f"{name}.parquet", table_bytes(frame, "parquet"))
    for name, frame in (("claims", corpus.claims), ("checks", corpus.checks), ("coverage", corpus.coverage)):
        for format in ("csv",) if name == "coverage" else ("csv", "parquet"):
            write_bytes(folder / f"{name}.{format}", table_bytes(frame, format))
    write_texts(folder / TEXTS, corpus)
    write_bytes(folder / "reading.log", log(corpus, project.beside).encode())
    write_package(folder, package | {"rows": row_digests(corpus)})
    kept.forget_parts(folder)


def write_texts(folder: Path, corpus: Corpus) -> None:
    """Writes the texts that were taken out of files, where offsets count; those of no article go."""
    wanted = {f"{file_name(id)}.txt": document.text for id, document in corpus.documents.items() if document.is_extract}
    if not wanted and not folder.is_dir():
        return
    folder.mkdir(exist_ok=True)
    for name, text in wanted.items():
        write_bytes(folder / name, text.encode(errors="surrogatepass"))
    for path in folder.glob("*.txt"):
        if path.name not in wanted:
            path.unlink(missing_ok=True)


def row_digests(corpus: Corpus) -> dict[str, str]:
    """A hash of all that is known of each article: of its figures, its findings and its source; "*" is all there is.

    A finding may rest on no claim, where a rule of one's own selects none: it is part of "*" alone.
    """
    parts = {id: [about(document), document.sha256 or ""] for id, document in corpus.documents.items()}
    whole = []
    for row in corpus.figures.astype(object).itertuples(index=False):
        parts.get(row.doc, []).append(repr(row))
    for row in corpus.checks.astype(object).itertuples(index=False):
        for id in sorted({claim.rpartition("@")[0] for claim in row.claims}):
            parts.get(id, []).append(repr(row))
        whole += [] if row.claims else [repr(row)]
    digests = {id: hashlib.sha256("\n".join(rows).encode()).hexdigest() for id, rows in parts.items()}
    return digests | {"*": hashlib.sha256(repr((sorted(digests.items()), whole)).encode()).hexdigest()}


def log(corpus: Corpus, raw: Path) -> str:
    """What was read and what was left out, with the reason and the count of each; the same input gives the same log."""
    lines = ["What was read, what was left out and why. Made by `allegedly read`."]
    for id in corpus.documents:
        rows = corpus.figures[corpus.figures["doc"] == id]
        none = rows[rows["kind"].eq("none").fillna(False)]
        lines.append(f"{id}: {len(rows)} number expressions, {len(rows) - len(none)} claims, {len(none)} left out")
        counts = none["reason"].fillna("no reason given").value_counts().sort_index()
        lines += [f"  {count:4d}  {reason}" for reason, count in counts.items()]
    lines += [f"note: {within(raw, remark)}" for remark in corpus.remarks]
    lines += [f"failed: {within(raw, trouble)}" for trouble in corpus.troubles]
    return "\n".join(lines) + "\n"
