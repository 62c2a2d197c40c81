"""Gold annotation as read from its files: JSON Lines, a file a document, its text found by one rule."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import documents
from ..errors import Trouble, parsed
from ..model import Document

if TYPE_CHECKING:
    import pandas as pd

FIELDS = (
    "id", "doc", "start", "end", "surface", "value", "bound", "hedge", "unit", "counted", "subject", "period", "time",
    "place", "attributed_to", "via", "holder", "modality", "is_claim", "non_claim_kind", "section", "change",
    "rate_base", "verb", "about_from", "about_to", "digitless", "note", "alt", "fields", "sentence",
)  # fmt: skip


def read_gold(path: Path | str) -> "pd.DataFrame":
    """The annotation at `path`, a file or a folder of them: a DataFrame with a row a figure and the columns `FIELDS`.

    `sentence` is the line of the text around the figure, cut at full stops. Raises `Trouble`, with file and line,
    where an annotation cannot be read, where its text is not found, or where `surface` is not what stands there.
    """
    import pandas as pd

    rows = []
    for file in annotation_files(path):
        text = documents.read(text_file(file)).text
        for number, row in _read_lines(file):
            try:
                there, surface = text[row["start"] : row["end"]], row["surface"]
            except (KeyError, TypeError):
                what = "has no offsets start and end, or no surface"
                raise Trouble(f"{file}, line {number}", what, "each line holds one figure (docs/tables.md)") from None
            if there != surface:
                what = f"the text has {there!r} at {row['start']}:{row['end']}, not {surface!r}"
                raise Trouble(f"{file}, line {number}", what, "mend the offsets, or restore the text")
            sentence = sentence_around(text, row["start"], row["end"])
            rows.append(dict.fromkeys(FIELDS) | row | {"doc": file.stem, "sentence": sentence})
    return pd.DataFrame(rows, dtype=object)


def gold_documents(path: Path | str) -> list[Document]:
    """The annotated documents at `path`, in the order of their names, dated where a `.yml` beside the text says so."""
    return [_read_document(file) for file in annotation_files(path)]


def read_relations(path: Path | str) -> "pd.DataFrame":
    """The relations among the annotated claims in the folder `path`, as a DataFrame.

    `roles` holds (document, start, end) of each figure by its role, `members` the same in one list. A folder without a
    file of relations gives an empty frame.
    """
    import pandas as pd

    gold = read_gold(path)
    spans = {id_: span for id_, *span in gold[["id", "doc", "start", "end"]].itertuples(index=False, name=None)}
    rows = []
    for file in sorted(Path(path).rglob("RELATIONS*.jsonl")):
        for number, row in _read_lines(file):
            try:
                named = {role: [ids] if isinstance(ids, str) else ids for role, ids in row["members"].items()}
                unknown = [id_ for ids in named.values() for id_ in ids if id_ not in spans]
            except (KeyError, AttributeError, TypeError):
                what = "has no members, a list of figures' names by role"
                raise Trouble(f"{file}, line {number}", what, "see tests/gold/README.md") from None
            if unknown:
                what = f"no annotated figure is called {unknown[0]}"
                raise Trouble(f"{file}, line {number}", what, "name figures that the annotation beside it holds")
            roles = {role: [tuple(spans[id_]) for id_ in ids] for role, ids in named.items()}
            rows.append(row | {"roles": roles, "members": [span for own in roles.values() for span in own]})
    columns = ["id", "kind", "roles", "members", "cue", "verdict", "verdict_final", "why"]
    return pd.DataFrame(rows, columns=columns, dtype=object)


def annotation_files(path: Path | str) -> list[Path]:
    """The annotation files at `path`: itself, or those of the folder and below, which may also hold relations."""
    path = Path(path)
    if not path.exists():
        raise Trouble(path, "is not there", "give an annotation (.jsonl) or a folder of them")
    if path.is_file():
        return [path]
    files = [file for file in sorted(path.rglob("*.jsonl")) if not file.name.startswith("RELATIONS")]
    if not files:
        raise Trouble(path, "no annotation in this folder", "give one that holds .jsonl files, a line a figure")
    return files


def text_file(annotation: Path) -> Path:
    """Where the text annotated by the file `annotation` stands.

    Looked for as NAME.txt in `texts/` beside the annotation, beside it, then in `seed/` and `data/raw/` of each folder
    above it.
    """
    here = annotation.resolve().parent
    folders = [here / "texts", here]
    folders += [above / name for above in here.parents for name in ("seed", "data/raw")]
    for folder in folders:
        if (folder / f"{annotation.stem}.txt").is_file():
            return folder / f"{annotation.stem}.txt"
    way_out = "put it in texts/ beside the annotation, or in data/raw/ of a folder above it"
    raise Trouble(annotation, f"its text {annotation.stem}.txt is not found", way_out)


def sentence_around(text: str, start: int, end: int) -> str:
    """The stretch of `text` around start:end, from full stop to full stop inside its line.

    >>> sentence_around("It rained. Five people died. Then it cleared.", 11, 15)
    'Five people died.'
    """
    line = text.rfind("\n", 0, start) + 1, text.find("\n", end) % (len(text) + 1)
    stop = text.rfind(". ", line[0], start)
    first = line[0] if stop < 0 else stop + 2
    stop = text.find(". ", end, line[1])
    last = line[1] if stop < 0 else stop + 1
    return text[first:last].strip()


def _read_document(annotation: Path) -> Document:
    file = text_file(annotation)
    document, beside = documents.read(file), file.with_suffix(".yml")
    for key, day in _read_dates(beside).items():
        try:
            on = date.fromisoformat(day[:10])
            document = replace(document, published=on) if key == "published" else replace(document, as_of=on)
        except ValueError:
            remark = f"{beside}: {key} {day!r} is no date, read without it; write it as 2022-12-31"
            document = replace(document, remarks=(*document.remarks, remark))
    return document


def _read_dates(file: Path) -> dict[str, str]:
    """The dates that the `key: "value"` lines of `file` give, if it is there."""
    if not file.is_file():
        return {}
    lines = (line.partition(":") for line in _text(file).splitlines())
    given = {key.strip(): value.strip().strip("\"'") for key, _, value in lines}
    return {key: given[key] for key in ("published", "as_of") if given.get(key)}


def _read_lines(file: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(_text(file).split("\n"), 1):
        if line.strip():
            try:
                row = parsed(json.loads, line)
            except ValueError as error:
                what = f"is not JSON ({' '.join(str(error).split())[:99]})"
                raise Trouble(f"{file}, line {number}", what, "each line holds one object") from None
            if not isinstance(row, dict):
                raise Trouble(f"{file}, line {number}", "is no object", "each line holds one object")
            yield number, row


def _text(file: Path) -> str:
    """The text of an annotation, or of what stands beside one."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Trouble(file, f"cannot be read: {error.strerror}", "check its permissions") from None
    except UnicodeDecodeError as error:
        raise Trouble(file, f"is not text in UTF-8 at byte {error.start}", "save it as UTF-8") from None
