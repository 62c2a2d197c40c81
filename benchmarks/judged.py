"""How many findings on news that nobody annotated are right: as judged by eye, and kept for the next run.

    python -m benchmarks.judged ARTICLES.jsonl [--draw 60] [--seed 12]

ARTICLES has an article a line (`id`, `text`, perhaps `published`). Every error and warning is judged, and of the
agreements so many, drawn at random; trivial ones are left out. benchmarks/judged.csv keeps what people said: a row a
finding, by its id, a hash of its article and its figures, so that no text of others stands there. What is new is listed
as unjudged: read it, and add a row.
"""

import argparse
import csv
import hashlib
import json
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from allegedly import Document, check, claims, tidy
from allegedly.table import trivial

KEPT = Path(__file__).with_suffix(".csv")
COLUMNS = ("finding", "article", "figures", "verdict", "severity", "judged", "remark")
SAID = ("right", "wrong")


class Found(NamedTuple):
    """A finding on an article: its id, the article's hash, its figures as printed, and what it says."""

    finding: str
    article: str
    figures: str
    verdict: str
    severity: str
    why: str

    @property
    def key(self) -> tuple[str, str, str]:
        return self.finding, self.article, self.figures

    @property
    def is_loud(self) -> bool:
        return self.verdict == "conflicts" and self.severity != "info"


def findings(article: dict[str, Any]) -> Iterator[Found]:
    """The findings on an article that are told.

    >>> [one] = findings({"id": "a", "text": "Rents rose 40 percent, from 900 to 960."})
    >>> one.figures, one.severity
    ('40 percent; 900; 960', 'error')
    """
    text, published = article["text"], (article.get("published") or "")[:10]
    day = date.fromisoformat(published) if len(published) == 10 else None
    table = tidy(claims(Document(article["id"], text, published=day), all=True))
    made = check(table)
    printed = {row.id: " ".join(row.text.split()) for row in table.itertuples()}
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    for row in made[~trivial(made)].itertuples():
        figures = "; ".join(sorted(printed[claim] for claim in row.claims))
        yield Found(row.id, digest, figures, str(row.verdict), str(row.severity), row.why)


def judgements() -> dict[tuple[str, str, str], str]:
    """What people said of each finding."""
    with KEPT.open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {(row["finding"], row["article"], row["figures"]): row["judged"] for row in rows}


def drawn(found: list[Found], count: int, seed: int) -> list[Found]:
    """Agreements drawn at random, the same for the same findings and seed."""
    ticks = sorted(one for one in found if one.verdict.startswith("agrees"))
    random.Random(seed).shuffle(ticks)
    return ticks[:count]


def lines(found: list[Found], articles: int, draw: int, seed: int) -> Iterator[str]:
    """How many are right of each kind, then what is not judged yet."""
    said = judgements()
    unjudged: list[Found] = []
    kinds = {
        "errors": [one for one in found if one.is_loud and one.severity == "error"],
        "warnings": [one for one in found if one.is_loud and one.severity == "warning"],
        f"agreements, {draw} drawn (seed {seed})": drawn(found, draw, seed),
    }
    yield f"{articles} articles"
    for name, rows in kinds.items():
        counts = [sum(said.get(one.key) == word for one in rows) for word in SAID]
        unjudged += [one for one in rows if one.key not in said]
        share = f"{counts[0] / sum(counts):.1%}" if sum(counts) else "-"
        yield f"{name}: {len(rows)}, right {counts[0]}, wrong {counts[1]}, unjudged {len(rows) - sum(counts)}; {share}"
    for one in unjudged:
        yield f"unjudged: {one.finding} {one.article} [{one.figures}] {one.why}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--draw", type=int, default=60)
    parser.add_argument("--seed", type=int, default=12)
    given = parser.parse_args()
    with given.articles.open(encoding="utf8") as file:
        articles = [json.loads(line) for line in file if line.strip()]
    found = [one for article in articles for one in findings(article)]
    print(*lines(found, len(articles), given.draw, given.seed), sep="\n")


if __name__ == "__main__":
    main()
