"""`allegedly export` and `allegedly gold`: claims in the formats of other tools, and their annotation back."""

from datetime import date
from pathlib import Path

import click

from ..exports import FORMATS
from . import options
from .output import say, tell


@click.command(short_help="Claims in other tools' formats.")
@click.argument("format_", type=click.Choice([*FORMATS]), metavar="FORMAT")
@click.argument("paths", nargs=-1, metavar="[PATH …]")
@click.option("--out", "-o", type=click.Path(path_type=Path), default=Path("exports"), help="Folder of what is made.")
@options.as_of
@options.of_columns
@options.jobs
@options.rules
@options.folders
@options.quiet
@click.pass_context
def export(
    context: click.Context,
    format_: str,
    paths: tuple[str, ...],
    out: Path,
    as_of: date | None,
    jobs: int,
    rules: Path | None,
    raw: Path | None,
    processed: Path | None,
    quiet: bool,
) -> None:
    """Writes the claims of articles, or of the project, as FORMAT into a folder (exports/, or --out).

    \b
    web-annotation  W3C annotations, which hypothes.is anchors     sqlite       a database for Datasette
    label-studio    tasks with predictions                         xlsx         a spreadsheet
    doccano         JSON Lines with labelled spans                 hxl          CSV with HXL's tags
    brat            .txt and .ann files                            claimreview  schema.org stubs

    \b
    Example:
      allegedly export xlsx article.pdf
      allegedly export sqlite && datasette exports/allegedly.db --metadata exports/allegedly.metadata.json
      allegedly export label-studio -o tasks
    """
    from .. import exports
    from .read import corpus_of

    corpus = corpus_of(paths, as_of, jobs, raw, processed, rules, options.columns(context))
    made = exports.export(corpus, format_)
    _write(made, out)
    tell(corpus.remarks, corpus.troubles, quiet)
    if not quiet:
        shown = ", ".join(list(made)[:4]) + (" …" if len(made) > 4 else "")
        say(f"{len(corpus.claims)} claims written into {out}: {shown}")
    context.exit(3 if corpus.troubles else 0)


@click.command(short_help="Annotation by people as gold.")
@click.argument("export", type=click.Path(path_type=Path, exists=True), metavar="EXPORT")
@click.argument("folder", type=click.Path(path_type=Path), default=Path("gold"), metavar="[FOLDER]")
@options.quiet
def gold(export: Path, folder: Path, quiet: bool) -> None:
    """Makes gold for `allegedly score` of what people annotated elsewhere.

    EXPORT is a JSON file of Label Studio, JSON Lines of doccano, or a folder of brat.
    FOLDER is gold/ if not said; notebook 04 of a project judges by it.

    \b
    Example:
      allegedly gold project-7.json && allegedly score gold
    """
    from ..evaluate import gold_of

    made = gold_of(export)
    _write(made, folder)
    if not quiet:
        say(f"{len(made) // 2} annotated texts written into {folder}")


def _write(files: dict[str, bytes], folder: Path) -> None:
    from ..errors import Trouble
    from ..table.files import write_bytes

    for name, data in files.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Trouble(path.parent, f"cannot be made: {error.strerror}", "name another place") from None
        write_bytes(path, data)
