"""Every claim and finding over all texts at hand, hashed text by text: a change that should move nothing proves it.

    python -m benchmarks.golden                       compares the project's own texts with tests/golden.json
    python -m benchmarks.golden --write               writes tests/golden.json; say in the commit what moved
    python -m benchmarks.golden --keep FILE [TEXT…]   writes all rows of TEXT (files, folders, JSON Lines) to FILE
    python -m benchmarks.golden --against FILE [TEXT…]  lists the rows that differ from those kept in FILE

Without TEXT the rows are those of the project's own texts and, where they are at hand, of those beside the project.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from allegedly import Document, check, claims, tidy
from allegedly import read as read_file

ROOT = Path(__file__).parents[1]
OWN = [ROOT / place for place in ("data/raw", "tests/gold/articles", "tests/genres/articles", "tests/blind/articles")]
SHARED = [ROOT.parent / "shared" / place for place in ("seed", "texts", "gold/texts", "newsroom/newsroom.jsonl")]
RECORD = ROOT / "tests" / "golden.json"


def documents(places: list[Path]) -> Iterator[Document]:
    """The texts of files, folders of .txt and JSON Lines of articles, in order of their names."""
    for place in places:
        if place.suffix == ".jsonl":
            for line in place.read_text(encoding="utf8").splitlines():
                yield from _articles(json.loads(line))
        else:
            files = sorted(place.glob("*.txt")) if place.is_dir() else [place]
            yield from map(read_file, files)


def _articles(row: dict) -> Iterator[Document]:
    for article in row.get("articles", [row]):
        published = article.get("published")
        name = f"{row['id']}-{article['name']}" if "articles" in row else row["id"]
        yield Document(name, article["text"], published=date.fromisoformat(published[:10]) if published else None)


def rows(document: Document) -> Iterator[dict]:
    """A dict a claim, number expression that is no claim, and finding of a text; only columns with a value."""
    table = tidy(claims(document, all=True))
    for kind, frame in (("claim", table), ("finding", check(table))):
        for row in json.loads(frame.to_json(orient="records", date_format="iso", double_precision=15)):
            known = {name: value for name, value in row.items() if value not in (None, [], "")}
            yield {"kind_of_row": kind, "doc": document.id, **known}


def hashes(found: Iterator[Document]) -> dict[str, str]:
    """A hash a text, of all its rows."""
    return {document.id: _hash(rows(document)) for document in found}


def _hash(found: Iterator[dict]) -> str:
    lines = (json.dumps(row, sort_keys=True, ensure_ascii=False) for row in found)
    return hashlib.sha256("\n".join(lines).encode("utf8")).hexdigest()[:16]


def key(row: dict) -> tuple:
    """What makes a row the same row in another run: the claim's place, or the finding's check and claims."""
    if row["kind_of_row"] == "claim":
        return row["doc"], "claim", row["start"], row["end"]
    return row["doc"], "finding", row["check"], *row.get("claims", ())


def differences(before: list[dict], after: list[dict]) -> Iterator[str]:
    """A line a row that came, went or changed, with the fields that changed."""
    old, new = ({key(row): row for row in found} for found in (before, after))
    for place in sorted({*old, *new}, key=str):
        was, now = old.get(place, {}), new.get(place, {})
        changed = {name for name in {*was, *now} if was.get(name) != now.get(name)}
        if changed and was and now:
            yield f"~ {place}  " + "  ".join(f"{n}: {was.get(n)!r} → {now.get(n)!r}" for n in sorted(changed))
        elif changed:
            row = was or now
            said = row.get("why") or f"{row.get('text')!r} {row.get('thing') or row.get('reason') or ''}"
            yield f"{'-' if was else '+'} {place}  {said}"


def main(arguments: list[str]) -> int:
    """Exit code 1 where anything differs."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("texts", nargs="*", type=Path)
    options.add_argument("--write", action="store_true")
    options.add_argument("--keep", type=Path)
    options.add_argument("--against", type=Path)
    options.add_argument("--most", type=int, default=200, help="lines to show")
    given = options.parse_args(arguments)
    places = given.texts or [place for place in [*OWN, *SHARED] if place.exists()]
    if given.keep or given.against:
        found = [row for document in documents(places) for row in rows(document)]
        if given.keep:
            given.keep.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), encoding="utf8")
            return 0
        kept = [json.loads(line) for line in given.against.read_text(encoding="utf8").splitlines()]
        lines = [*differences(kept, found)]
        print(*lines[: given.most], f"{len(lines)} of {len(found)} rows differ", sep="\n")
        return bool(lines)
    made = hashes(documents(OWN))
    if given.write:
        RECORD.write_text(json.dumps(made, indent=1) + "\n", encoding="utf8")
        return 0
    kept = json.loads(RECORD.read_text(encoding="utf8"))
    changed = sorted(name for name in {*made, *kept} if made.get(name) != kept.get(name))
    print(*changed, f"{len(changed)} of {len(made)} texts differ", sep="\n")
    return bool(changed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
