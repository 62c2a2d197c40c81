"""Annotation made in Label Studio, doccano or brat → gold: what people marked as a figure, and whether it is a claim.

Such tools give spans and labels, no values: a row says in `fields` that only these are annotated, and only they are
scored. The label "none" is for what is no claim.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import Trouble, parsed
from ..names import file_name

_NO_CLAIM = "none"
_TEXTS = "texts"


class Marked(NamedTuple):
    """A text with its marked spans: (start, end, label), in code points."""

    name: str
    text: str
    spans: list[tuple[int, int, str]]


def gold_of(path: Path) -> dict[str, bytes]:
    """The files of a gold folder that say what the export at `path` does: NAME.jsonl and texts/NAME.txt.

    `path` is a JSON export of Label Studio, JSON Lines of doccano, or a folder of brat's .ann and .txt files.
    """
    made: dict[str, bytes] = {}
    seen: Counter[str] = Counter()
    for marked in _read(path):
        seen[marked.name] += 1
        if seen[marked.name] > 1:
            marked = marked._replace(name=f"{marked.name}-{seen[marked.name]}")
        rows = [_row(marked, number, *span) for number, span in enumerate(sorted(set(marked.spans)), 1)]
        made[f"{marked.name}.jsonl"] = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows).encode()
        made[f"{_TEXTS}/{marked.name}.txt"] = marked.text.encode()
    if not made:
        raise Trouble(path, "holds no annotation", "export it as JSON (Label Studio), JSONL (doccano) or .ann (brat)")
    return made


def _read(path: Path) -> Iterator[Marked]:
    if path.is_dir():
        yield from map(_brat, sorted(path.rglob("*.ann")))
    elif path.suffix == ".jsonl":
        for number, line in enumerate(_text(path).split("\n"), 1):
            if line.strip():
                yield _doccano(_parsed(line, f"{path}, line {number}"), number, f"{path}, line {number}")
    else:
        tasks = _parsed(_text(path), path)
        for number, task in enumerate(tasks if isinstance(tasks, list) else [tasks], 1):
            yield _label_studio(task, number, f"{path}, task {number}")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Trouble(path, "is no text in UTF-8", "export it anew as JSON (Label Studio) or JSONL (doccano)") from None
    except OSError as error:
        raise Trouble(path, f"cannot be read: {error.strerror}", "check its permissions") from None


def _parsed(text: str, place: object) -> Any:
    try:
        return parsed(json.loads, text)
    except ValueError as error:
        raise Trouble(place, f"is no JSON: {' '.join(str(error).split())[:99]}", "export it anew") from None


def _row(marked: Marked, number: int, start: int, end: int, label: str) -> dict[str, Any]:
    if not 0 <= start < end <= len(marked.text):
        what = f"marks {start}:{end}, and the text has {len(marked.text)} characters"
        raise Trouble(marked.name, what, "export text and annotation together")
    row = {"id": f"{marked.name}#{number:02}", "start": start, "end": end, "surface": marked.text[start:end]}
    return row | {"is_claim": label != _NO_CLAIM, "fields": ["is_claim"]}


def _name(given: object, number: int) -> str:
    return file_name(str(given)) if given else f"text-{number:04}"


def _doccano(line: Any, number: int, place: str) -> Marked:
    """A line of doccano's: labels as [start, end, label], or as entities with offsets."""
    try:
        spans = [(int(start), int(end), str(label)) for start, end, label in line.get("label") or ()]
        entities = line.get("entities") or ()
        spans += [(int(e["start_offset"]), int(e["end_offset"]), str(e["label"])) for e in entities]
        return Marked(_name(line.get("doc") or (line.get("meta") or {}).get("doc"), number), str(line["text"]), spans)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Trouble(place, "is no line of doccano", 'it has "text" and "label": [[start, end, label], …]') from None


def _label_studio(task: Any, number: int, place: str) -> Marked:
    """A task of Label Studio: the last annotation that was not cancelled."""
    try:
        text = str(task["data"]["text"])
        done = [one for one in task.get("annotations") or () if not one.get("was_cancelled")]
        places = _code_points(text)
        spans = []
        for result in done[-1]["result"] if done else ():
            value = result.get("value") or {}  # a relation between two spans has none
            for label in value.get("labels", ()):
                if min(value["start"], value["end"]) < 0:
                    raise IndexError
                spans.append((places[value["start"]], places[value["end"]], str(label)))
        return Marked(_name(task["data"].get("doc"), number), text, spans)
    except (KeyError, TypeError, AttributeError, IndexError):
        raise Trouble(place, "is no task of Label Studio", "export the project as JSON") from None


def _code_points(text: str) -> list[int]:
    """The code point at each place as JavaScript counts them, to which some signs are two."""
    places = [at for at, sign in enumerate(text) for _ in range(2 if sign > "\uffff" else 1)]
    return [*places, len(text)]


def _brat(path: Path) -> Marked:
    """A text of brat's with the spans of its .ann; one of several pieces reaches from its first to its last."""
    try:
        text = path.with_suffix(".txt").read_bytes().decode()
        lines = [line.split("\t") for line in path.read_text(encoding="utf8").split("\n") if line.startswith("T")]
        spans = []
        for _, what, *_ in lines:
            label, _, pieces = what.partition(" ")
            ends = [int(number) for piece in pieces.split(";") for number in piece.split()]
            spans.append((min(ends), max(ends), label))
    except (OSError, ValueError) as error:
        what = f"is no annotation of brat, with its text beside it: {error}"
        raise Trouble(path, what, "put NAME.txt beside NAME.ann") from None
    return Marked(path.stem, text, spans)
