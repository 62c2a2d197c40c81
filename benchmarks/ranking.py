"""Would a ranking over the nouns of the sentence fill the silences of the rules? It is trained, and judged by hold-out.

    python -m benchmarks.ranking

A logistic regression over traits of each noun phrase around a figure, and of none of them. It learns from the articles
of tests/gold and tests/genres and from ranking.jsonl: figures of field articles of which the rules told no thing when
they were drawn, with the nouns that a reader gave, or none (`doc` names the release of a member of the US Congress,
public domain, or the article of Wikinews, CC BY 2.5). Each article is judged by weights that have not seen it. It is no
part of the library: what it fills is right in about half of the cases (docs/accuracy.md). Plain Python, under a minute.
"""

import json
import random
from collections import Counter
from collections.abc import Iterator
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

from allegedly.evaluate.gold import annotation_files, gold_documents
from allegedly.evaluate.words import lemmas
from allegedly.model import Document, Quantity
from allegedly.reading.of_what.nouns import Figure, whole
from allegedly.reading.of_what.things import things
from allegedly.reading.parsing import Analyses
from allegedly.text.analysis import Analysis
from allegedly.text.clauses import standing_of
from benchmarks.traits import candidates, of_none, of_noun

ROOT = Path(__file__).parents[1]
FOLDS, ROUNDS, RATE = 5, 15, 0.2
SHRINK = 0.1  # what each weight loses a round, so that rare traits weigh little
LEAST = 8  # examples in which a trait must be met


class Example(NamedTuple):
    """A figure: the traits of none and of each noun phrase, and which of them are right."""

    doc: str
    text: str
    traits: list[tuple[str, ...]]
    right: list[int]
    ruled: int | None  # the place of what the rules say; None where they are silent


def examples() -> Iterator[Example]:
    """The annotated figures whose phrase has no noun of its own."""
    for folder in ("tests/gold", "tests/genres"):
        for file, document in zip(annotation_files(ROOT / folder), gold_documents(ROOT / folder), strict=True):
            rows = [json.loads(line) for line in file.read_text("utf8").splitlines()]
            wanted = {row["start"]: row for row in rows if row.get("is_claim")}
            yield from _of_article(document, wanted)
    for line in (ROOT / "benchmarks" / "ranking.jsonl").read_text("utf8").splitlines():
        row = json.loads(line)
        yield from _marked(row["doc"], row["text"], row["things"])


def _of_article(document: Document, wanted: dict[int, dict]) -> Iterator[Example]:
    article = Analyses(document)
    for sentence in article.sentences:
        for figure in article.figures(sentence.number):
            if row := wanted.get(figure.start):
                names = [
                    name
                    for name in [
                        row.get("counted"),
                        *((row.get("alt") or {}).get("counted") or []),
                    ]
                    if name
                ]
                yield from _example(
                    document.id,
                    article[sentence.number],
                    article.figures(sentence.number),
                    figure,
                    names,
                )


def _marked(doc: str, text: str, names: list[str]) -> Iterator[Example]:
    before, inside, behind = text.replace("]", "[").split("[")
    article = Analyses(Document(doc, before + inside + behind))
    for sentence in article.sentences:
        for figure in article.figures(sentence.number):
            if figure.start == len(before):
                yield from _example(
                    doc,
                    article[sentence.number],
                    article.figures(sentence.number),
                    figure,
                    names,
                )


def _example(
    doc: str,
    sentence: Analysis,
    quantities: list[Quantity],
    quantity: Quantity,
    names: list[str],
) -> Iterator[Example]:
    first, last = sentence.tokens.span(quantity.start, quantity.end)
    if first >= last:
        return
    figure = Figure(quantity, first, last, sentence.chunk_at(first))
    if sentence.kinds[figure.phrase] == "N" and last < sentence.chunks[figure.phrase].last:
        return
    clause = standing_of(sentence, figure.phrase)
    numbers = candidates(sentence, figure)
    ruled = _ruled(sentence, quantities, quantity, numbers)
    if ruled == 0:
        return
    chosen = numbers[ruled - 1] if ruled else None
    wanted = {lemma for name in names for lemma in lemmas(name)}
    heads = [lemmas(sentence.tokens.words[sentence.chunks[number].last - 1]) for number in numbers]
    right = [place for place, head in enumerate(heads, 1) if head & wanted]
    traits = [tuple(of_none(sentence, figure, clause, chosen))]
    traits += [tuple(of_noun(sentence, figure, clause, number, chosen)) for number in numbers]
    yield Example(doc, quantity.text, traits, right or [0], ruled)


def _ruled(
    sentence: Analysis,
    quantities: list[Quantity],
    quantity: Quantity,
    numbers: list[int],
) -> int | None:
    """The place of the noun phrase that the rules give; 0 where it is no noun phrase of the sentence."""
    thing = things(sentence, quantities)[quantities.index(quantity)].thing
    if thing is None:
        return None
    spans = [sentence.tokens.slice(*whole(sentence, number)) for number in numbers]
    return next((place for place, text in enumerate(spans, 1) if text == thing), 0)


def trained(given: list[Example]) -> dict[str, float]:
    """The weights of the traits, by gradient steps that shrink where a trait is common (AdaGrad)."""
    met = Counter(trait for example in given for trait in {trait for traits in example.traits for trait in traits})
    known = {trait for trait, times in met.items() if times >= LEAST}
    kept = [
        (
            [[trait for trait in traits if trait in known] for traits in each.traits],
            each.right,
        )
        for each in given
    ]
    weights = dict.fromkeys(sorted(known), 0.0)
    steps = dict.fromkeys(known, 1e-6)
    order = random.Random(0)
    for _ in range(ROUNDS):
        order.shuffle(kept)
        for traits, right in kept:
            likely = _likely(weights, traits)
            whole = sum(likely[place] for place in right)
            slopes: dict[str, float] = {}
            for place, own in enumerate(traits):
                wrong = likely[place] - (likely[place] / whole if place in right else 0)
                for trait in own:
                    slopes[trait] = slopes.get(trait, 0.0) + wrong
            for trait, slope in slopes.items():
                slope += SHRINK * weights[trait]
                steps[trait] += slope * slope
                weights[trait] -= RATE * slope / sqrt(steps[trait])
    return weights


def _likely(weights: dict[str, float], traits: list[list[str]] | list[tuple[str, ...]]) -> list[float]:
    scores = [sum(weights.get(trait, 0.0) for trait in own) for own in traits]
    powers = [exp(score - max(scores)) for score in scores]
    return [power / sum(powers) for power in powers]


def held_out(given: list[Example]) -> Iterator[tuple[Example, int, float]]:
    """Each example with the likeliest place by weights of other articles, and how likely it is."""
    docs = sorted({example.doc for example in given})
    random.Random(1).shuffle(docs)
    for fold in range(FOLDS):
        held = set(docs[fold::FOLDS])
        weights = trained([example for example in given if example.doc not in held])
        for example in given:
            if example.doc in held:
                likely = _likely(weights, example.traits)
                best = max(range(len(likely)), key=likely.__getitem__)
                yield example, best, likely[best]


def judged(given: list[Example]) -> None:
    """Prints, by how likely a noun must be: silences filled, and rules overruled, with how many are right."""
    rows = list(held_out(given))
    silent = [row for row in rows if not row[0].ruled]
    ruled = [row for row in rows if row[0].ruled]
    print(f"{len(ruled)} ruled, {sum(example.ruled in example.right for example, _, _ in ruled)} right")
    print(f"{len(silent)} silent, {sum(example.right != [0] for example, _, _ in silent)} with a thing")
    print("at least  filled  right  overruled  gained  lost")
    for surely in (0.4, 0.5, 0.6, 0.7, 0.8):
        filled = [best in example.right for example, best, likely in silent if best and likely >= surely]
        over = [
            (best in example.right) - (example.ruled in example.right)
            for example, best, likely in ruled
            if best != example.ruled and likely >= surely
        ]
        counts = len(filled), sum(filled), len(over), over.count(1), over.count(-1)
        print(f"{surely:8}  {counts[0]:6}  {counts[1]:5}  {counts[2]:9}  {counts[3]:6}  {counts[4]:4}")


if __name__ == "__main__":
    judged(list(examples()))
