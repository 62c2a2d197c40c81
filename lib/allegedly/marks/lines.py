"""What a report says in a sentence: the bottom line, coverage, voices, caveats its foot. All numbers are counted."""

from .fragment import Fragment, fragment


def bottom_line(claims, checks) -> Fragment:
    """How many claims by how many voices, and how many of the checks agree."""
    verdicts = _verdicts(checks)
    voices = claims["speaker"].dropna().nunique()
    counts = {"claims": len(claims), "voices": voices, "checks": len(checks), "docs": claims["doc"].nunique()}
    return fragment("bottom_line.html", text=f"{counts} {verdicts}", counts=counts, verdicts=verdicts)


def _verdicts(checks) -> dict[str, int]:
    """How many findings there are of each verdict; conflicts between speakers, which are no error, apart."""
    counts = checks["verdict"].value_counts()
    contested = int((checks["verdict"].eq("conflicts") & checks["severity"].eq("info")).sum())
    plain = {name: int(counts.get(name, 0)) for name in ("agrees", "agrees if rounded", "conflicts", "cannot tell")}
    return {**plain, "conflicts": plain["conflicts"] - contested, "contested": contested}


def coverage(table) -> Fragment:
    """How many number expressions the texts hold, how many are claims and checked, and why the others are not."""
    total = table.select_dtypes("number").sum()
    counts = {name: int(value) for name, value in total.items()}
    why = {name: count for name, count in counts.items() if name.startswith("unchecked") and count}
    return fragment("coverage.html", text=str(counts), counts=counts, why=why, articles=len(table))


def voices(claims) -> Fragment:
    """Who speaks in these claims, in how many of them, and how many have no named source."""
    named = claims["speaker"].dropna().value_counts()
    unnamed = int(claims["speaker"].isna().sum())
    return fragment("voices.html", text=named.to_string(), named=list(named.items()), unnamed=unnamed)


def caveats(claims) -> Fragment:
    """What a reader should know before leaning on these figures; only what holds for them is said."""
    kinds = {name: int(claims["hedge"].eq(name).sum()) for name in claims["hedge"].cat.categories}
    undated = int(claims["about_from"].isna().sum())
    return fragment("caveats.html", text=str(kinds), hedges=kinds, undated=undated, claims=len(claims))


def foot(corpus, **parameters) -> Fragment:
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


def derived(table) -> Fragment:
    """Figures that follow from those printed, each with what it follows from."""
    from ..lexicon.shown import rounded, rows

    found = [{**row, "low": rounded(row["low"]), "high": rounded(row["high"])} for row in rows(table)]
    said = "; ".join(row["why"] for row in found)
    return fragment("derived.html", text=said, rows=found)


def conflicts(sets) -> Fragment:
    """The smallest sets of claims that cannot all hold, each with ways out."""
    from ..lexicon.shown import rows

    found = rows(sets)
    return fragment("conflicts.html", text="; ".join(row["why"] for row in found), sets=found)


def score_line(scores) -> Fragment:
    """How many annotated figures are found, how many of ours are right, and which field is read worst."""
    figures = scores.loc["figures"]
    judged = scores[scores["n"].gt(0) & scores["accuracy"].notna()]
    worst = judged["accuracy"].astype(float).idxmin()
    fields = {"worst": worst, "share": float(judged["accuracy"][worst]), "precision": float(figures["precision"])}
    return fragment(
        "score_line.html", text=str(fields), gold=int(figures["gold"]), right=int(figures["right"]), **fields
    )
