"""What a report says in a sentence: the bottom line, coverage, voices, caveats its foot. All numbers are counted."""

from typing import TYPE_CHECKING, Any

from ..lexicon.shown import Row, counted, day, rounded, rows, sentence, span, words
from ..model import Document
from ..table import trivial
from .findings import folded
from .fragment import Fragment, fragment

if TYPE_CHECKING:
    from pandas import DataFrame

_FIGURES = 12  #: that are shown of a voice


def byline(document: Document) -> Fragment:
    """The article a report is about: its title, who published it, and the day it tells of."""
    title, facts = document.title or document.id, facts_of(document)
    return fragment("byline.html", text=" · ".join([title, *facts]), title=title, facts=facts)


def facts_of(document: Document) -> list[str]:
    """Who published an article, and the day it tells of, where they are known."""
    dated = words("facts")["as_of"].format(day=day(document.date)) if document.date else None
    return [fact for fact in (document.publisher, dated) if fact]


def bottom_line(claims: "DataFrame", checks: "DataFrame", most: int = 3) -> Fragment:
    """How many claims by how many voices; what could not be checked, what conflicts, what agrees on what ground."""
    used = claims["id"].isin(checks["claims"].explode())
    counts = {
        "claims": len(claims),
        "voices": claims["speaker"].dropna().nunique(),
        "unchecked": int((~used).sum()),
        "docs": claims["doc"].nunique(),
    }
    verdicts, why = _verdicts(checks), reasons(claims["unchecked"][~used].dropna().value_counts().to_dict())
    telling = checks[~trivial(checks)]
    agree = telling[telling["verdict"].isin(["agrees", "agrees if rounded"])]
    ground = [(name, int(count)) for name, count in agree["check"].value_counts().items()]
    worst = [group for group in folded(telling) if not group[0]["verdict"].startswith("agrees")][:most]
    text = f"{counts} {verdicts}"
    known = {"counts": counts, "verdicts": verdicts, "why": why, "ground": ground, "worst": worst}
    return fragment("bottom_line.html", text=text, **known)


def _verdicts(checks: "DataFrame") -> dict[str, int]:
    """How many findings there are of each verdict; what is contested, and trivial agreements, apart."""
    counts = checks["verdict"][~trivial(checks)].value_counts()
    contested = int((checks["verdict"].eq("conflicts") & checks["severity"].eq("info")).sum())
    plain = {name: int(counts.get(name, 0)) for name in ("agrees", "agrees if rounded", "conflicts", "cannot tell")}
    conflicts = plain["conflicts"] - contested
    return {**plain, "conflicts": conflicts, "contested": contested, "trivial": int(trivial(checks).sum())}


def reasons(counts: dict[str, int]) -> list[str]:
    """Why so many claims could not be checked, a phrase a reason: `counts` has the claims by reason."""
    known = words("unchecked")
    names = {name: name if name.startswith("unchecked") else f"unchecked_{name.replace(' ', '_')}" for name in counts}
    return [
        counted("unchecked", names[name] if names[name] in known else "other", count).replace("{name}", name)
        for name, count in counts.items()
        if count
    ]


def coverage(table: "DataFrame") -> Fragment:
    """How many number expressions the texts hold, how many are claims and checked, and why the others are not."""
    total = table.select_dtypes("number").sum()
    counts = {name: int(value) for name, value in total.items()}
    why = reasons({name: count for name, count in counts.items() if name.startswith("unchecked")})
    return fragment("coverage.html", text=str(counts), counts=counts, why=why, articles=len(table))


def voices(claims: "DataFrame") -> Fragment:
    """Who gives which figures, the one who gives most first, and those without a named source last.

    A body with and without its article is one voice.
    """
    told: dict[str, list[Row]] = {}
    for row in rows(claims):
        told.setdefault(_voice(row["speaker"]), []).append(row)
    unnamed = told.pop("", [])
    named = sorted(told.values(), key=lambda own: -len(own))
    said = "; ".join(f"{own[0]['speaker']}: {len(own)}" for own in named)
    return fragment("voices.html", text=said, named=named, unnamed=unnamed, most=_FIGURES)


def _voice(speaker: str | None) -> str:
    """A speaker without an article before the name."""
    name = (speaker or "").casefold()
    return next(
        (name.removeprefix(article) for article in words("voices")["articles"] if name.startswith(article)), name
    )


def caveats(claims: "DataFrame") -> Fragment:
    """What a reader should know before leaning on these figures; only what holds for them is said."""
    kinds = {name: int(claims["hedge"].eq(name).sum()) for name in claims["hedge"].cat.categories}
    undated = int(claims["about_from"].isna().sum())
    return fragment("caveats.html", text=str(kinds), hedges=kinds, undated=undated, claims=len(claims))


def foot(corpus: Any, **parameters: Any) -> Fragment:
    """Where it comes from: the articles with licence and hash, rows counted, version and parameters."""
    from .. import __version__

    counts = {"figures": len(corpus.figures), "claims": len(corpus.claims), "findings": len(corpus.checks)}
    return fragment(
        "foot.html",
        text=f"allegedly {__version__}: {counts}",
        documents=list(corpus.documents.values()),
        remarks=list(corpus.remarks),
        counts=counts,
        parameters=parameters,
        version=__version__,
    )


def derived(table: "DataFrame") -> Fragment:
    """Figures that follow from those printed, each in the sentence that it follows by, with the range it can have."""
    found = []
    for row in rows(table):
        why = sentence(row["why"].partition(": ")[2] or row["why"]).removesuffix(".")
        figure = sentence(f"1 {row['text']}").removeprefix("1 ")  # in the middle of a sentence, so without a capital
        allowed = span(rounded(row["low"]), rounded(row["high"]), row["unit"], row["per"])
        found.append((*why.partition(figure), allowed))
    return fragment("derived.html", text="; ".join("".join(parts[:3]) for parts in found), rows=found)


def conflicts(sets: "DataFrame") -> Fragment:
    """The smallest sets of claims that cannot all hold, each with ways out."""
    found = rows(sets)
    return fragment("conflicts.html", text="; ".join(row["why"] for row in found), sets=found)


def score_line(scores: "DataFrame", gold: "DataFrame") -> Fragment:
    """How many figures of how many annotated articles are found, how many of ours are right, which field is worst."""
    figures = scores.loc["figures"]
    judged = scores[scores["n"].gt(0) & scores["accuracy"].notna()]
    worst = judged["accuracy"].astype(float).idxmin()
    fields = {"worst": worst, "share": float(judged["accuracy"][worst]), "precision": float(figures["precision"])}
    counts = {"gold": int(figures["gold"]), "right": int(figures["right"]), "articles": gold["doc"].nunique()}
    return fragment("score_line.html", text=str(fields | counts), **fields, **counts)


def fields(scores: "DataFrame") -> Fragment:
    """What each row of the scores asks."""
    asked = [(name, words("fields")[name]) for name in scores.index if name in words("fields")]
    return fragment("fields.html", text=str(asked), fields=asked)
