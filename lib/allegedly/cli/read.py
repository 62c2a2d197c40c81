"""`allegedly read`, `check` and `score`: articles → claims → findings, and how well."""

import shutil
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import Trouble
from . import options
from .claims import holds_claims
from .output import agree, emit, in_columns, say, tell

if TYPE_CHECKING:
    import pandas as pd

    from ..corpus.reading import Reading
    from ..corpus.tables import Corpus

paths = click.argument("paths", nargs=-1, metavar="[PATH …]")


@click.command(short_help="Articles → claims.")
@paths
@click.option("--all", "all_", is_flag=True, help="Also what is no claim (dates, ordinals, names), with the reason.")
@options.articles
@click.pass_context
def read(
    context: click.Context,
    paths: tuple[str, ...],
    all_: bool,
    format_: str | None,
    out: Path | None,
    as_of: date | None,
    jobs: int,
    raw: Path | None,
    processed: Path | None,
    quiet: bool,
) -> None:
    """Reads the figures in articles: which figure, what it allows, who says so, of what, of when.

    PATH is an article, a file of many (a table, a feed, a mailbox, an archive), a folder of them, or an address of the
    web; "-" is standard input. Without one, the project's articles are read (only those new or changed), and its tables
    in data/processed are brought up to date.

    \b
    Example:
      allegedly read article.txt --as-of 2022-12-22
      pbpaste | allegedly read - --all --format csv > figures.csv
    """
    agree(format_, out)
    named = options.columns(context)
    is_project = not paths and not as_of
    reading = _project(jobs, raw, processed, None, named) if is_project else _reading(paths, as_of, jobs, raw, named)
    tell(reading.remarks, reading.troubles, quiet)
    emit(_shown(reading, all_), "figures" if all_ else "claims", format_, out)
    context.exit(3 if reading.troubles else 0)


def _shown(reading: "Reading | Corpus", all_: bool) -> Any:
    """The claims of what was read, or all its figures; those of several articles with the series they are of."""
    from ..corpus.joined import told
    from ..corpus.reading import Reading

    if all_ or not isinstance(reading, Reading):
        return reading.figures if all_ else reading.claims
    return told(reading.claims, reading.documents)


@click.command(short_help="Articles or a claims file → findings.")
@paths
@options.rules
@click.option(
    "--strict",
    is_flag=True,
    help="Exit with 1 at a conflict that is an error (not where speakers differ).",
)
@options.articles
@click.pass_context
def check(
    context: click.Context,
    paths: tuple[str, ...],
    rules: Path | None,
    strict: bool,
    format_: str | None,
    out: Path | None,
    as_of: date | None,
    jobs: int,
    raw: Path | None,
    processed: Path | None,
    quiet: bool,
) -> None:
    """Holds figures against each other: which conflict, which are contested, of which it cannot be told, which agree.

    How many claims could not be asked, and why, is said first, on standard error.

    PATH is an article, a folder of them, an address, "-" for standard input, or a table of claims (.csv, .parquet,
    .jsonl) by anybody, in the columns of docs/tables.md. Without one, the project's articles are checked.

    \b
    Example:
      allegedly check article.txt --strict
      allegedly check data/processed/claims.csv --format jsonl
    """
    agree(format_, out)
    named = options.columns(context)
    tables = [Path(path) for path in paths if not named and holds_claims(path)]
    articles = [path for path in paths if Path(path) not in tables]
    remarks: tuple[str, ...] = ()
    troubles: list[Trouble] = []
    findings = figures = None
    frames = _read_tables(tables, troubles)
    if articles or not paths:
        corpus = corpus_of(articles, as_of, jobs, raw, processed, rules, named)
        remarks, troubles = corpus.remarks, [*corpus.troubles, *troubles]
        findings, figures = corpus.checks, corpus.figures
    if frames:
        figures, findings = _checked([*frames, corpus.figures] if articles else frames, rules)
    tell(remarks, troubles, quiet)
    if findings is not None and figures is not None:
        from ..checks import summary

        for line in () if quiet else summary(figures, findings):
            say(line)
        emit(findings, "checks", format_, out)
        if strict and (wrong := _errors(findings)):
            say(f"{wrong} in conflict")
            context.exit(1)
    context.exit(3 if troubles else 0)


def _errors(findings: "pd.DataFrame") -> int:
    """How many findings are conflicts that the article answers for; sources that differ are no error of it."""
    return int((findings["verdict"].eq("conflicts") & findings["severity"].eq("error")).fillna(False).sum())


def _read_tables(paths: list[Path], troubles: list[Trouble]) -> list["pd.DataFrame"]:
    from ..table import read_table, sound

    frames = []
    for path in paths:
        try:
            frames.append(sound(read_table(path), path))
        except Trouble as trouble:
            troubles.append(trouble)
    return frames


def _checked(frames: list["pd.DataFrame"], rules: Path | None) -> tuple["pd.DataFrame", "pd.DataFrame"]:
    """The claims of several tables, and their findings."""
    import pandas as pd

    from .. import checks
    from ..table import CLAIMS, conform

    table = conform(pd.concat([frame.astype(object) for frame in frames], ignore_index=True), CLAIMS)
    return table, checks.check(table, rules)


def corpus_of(
    paths: Sequence[str],
    as_of: date | None,
    jobs: int,
    raw: Path | None,
    processed: Path | None,
    rules: Path | None,
    named: dict[str, str],
) -> "Corpus":
    """The corpus of `paths`, kept nowhere; or the project's."""
    from ..corpus.completed import complete

    if paths or as_of:
        return complete(_reading(paths, as_of, jobs, raw, named), rules=rules)
    return _project(jobs, raw, processed, rules, named)


def _project(
    jobs: int, raw: Path | None, processed: Path | None, rules: Path | None, named: dict[str, str]
) -> "Corpus":
    """The project's corpus, whose tables are brought up to date."""
    from ..corpus import find_project, update

    return update(find_project(raw=raw, processed=processed, rules=rules, columns=named), jobs)


def _reading(
    paths: Sequence[str], as_of: date | None, jobs: int, raw: Path | None, columns: dict[str, str]
) -> "Reading":
    """The figures of `paths`, or of the project's articles as of another day; they are kept nowhere."""
    from ..corpus import find_project
    from ..corpus.joined import sourced
    from ..corpus.reading import figures, read_documents
    from ..documents import from_memory, standard_input

    named = [path for path in paths if path != "-"]
    reading = read_documents(named if paths else [find_project(raw=raw).raw], as_of, columns)
    if "-" in paths:
        try:
            reading.add(from_memory(standard_input(), as_of=as_of, columns=columns))
        except Trouble as trouble:
            reading.troubles.append(trouble)
    reading.figures = sourced(figures(reading.documents, reading.troubles, jobs), reading.documents)
    return reading


@click.command(short_help="Claims against gold annotation.")
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--errors", is_flag=True, help="List every error, worst first, instead of the scores.")
@click.option("--relations", is_flag=True, help="Score the findings against the annotated relations instead.")
@options.output
@options.quiet
def score(gold: Path, errors: bool, relations: bool, format_: str | None, out: Path | None, quiet: bool) -> None:
    """Measures how well it reads: precision, recall and F1 a field, against annotation.

    GOLD is a file of annotation (.jsonl, docs/tables.md) with its text beside it, or a folder of them.

    \b
    Example:
      allegedly score tests/gold
      allegedly score tests/gold --errors --format csv > errors.csv
      allegedly score tests/gold --relations
    """
    from .. import evaluate
    from ..corpus.reading import figures

    agree(format_, out, is_by_article=False)
    annotation = evaluate.read_relations(gold) if relations else evaluate.read_gold(gold)
    if relations and annotation.empty:
        raise Trouble(gold, "holds no relations", "give a folder that holds a RELATIONS.jsonl")
    troubles: list[Trouble] = []
    table = figures(evaluate.gold_documents(gold), troubles)
    tell((), troubles, quiet)
    scores = _scores(table, annotation, errors, relations)
    if out is None and (format_ == "table" or (format_ is None and sys.stdout.isatty())):
        click.echo(
            in_columns(scores.round(3) if not errors else scores, scores.columns, shutil.get_terminal_size().columns)
        )
    else:
        emit(scores, "scores", format_, out)
    sys.exit(3 if troubles else 0)


def _scores(table: "pd.DataFrame", annotation: "pd.DataFrame", errors: bool, relations: bool) -> "pd.DataFrame":
    """The scores of `table`, or of its findings, as rows; or the errors."""
    from .. import checks, evaluate

    if not relations:
        return evaluate.errors(table, annotation) if errors else evaluate.score(table, annotation).reset_index()
    compare = evaluate.relation_errors if errors else evaluate.score_relations
    scores = compare(checks.check(table), annotation, table)
    return scores if errors else scores.reset_index()
