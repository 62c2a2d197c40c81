"""The index of all runs: what failed first, then what conflicts most, newest first; each with counts and tables."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import quote

from ..marks import counted, day, words

COUNTS = ("figures", "claims", "checked")  #: of the coverage that the index shows


def index(runs: list[dict[str, Any]], *, title: str = "Reports") -> str:
    """The index page of `runs`, a dict each.

    Keys: `notebook`, `status` ("ok", "failed", "died", "timed out", "stopped"), `page` (relative path), and where known
    `title`, `article`, `article_title`, `parameters`, `started` (datetime or ISO text), `seconds`, `error`, `coverage`
    (dict of counts), `verdicts` (dict verdict → count), `csv` (relative paths, or a dict name → path), and `history`
    (a list of {"claims": …, "conflicts": …}, oldest first).

    >>> "No report" in index([])
    True
    """
    from markupsafe import Markup

    from ..marks.fragment import filled
    from .html import shell

    shown = [_shown(run) for run in sorted(runs, key=_order)]
    failed = [run for run in shown if run["status"] != "ok"]
    body = Markup(filled("index.html", runs=shown, failed=failed))
    return shell(title=title, heading=title, kicker="all runs", facts=_facts(shown, failed), body=body, home=None)


def _order(run: dict[str, Any]) -> tuple[Any, ...]:
    """Failures first, then by concern: what conflicts, what is contested, what was not checked; then the newest."""
    verdicts, counts = run.get("verdicts") or {}, run.get("coverage")
    counts = counts if isinstance(counts, dict) else {}
    unchecked = (counts.get("claims") or 0) - (counts.get("checked") or 0)
    concern = [-verdicts.get("conflicts", 0), -verdicts.get("contested", 0), -unchecked]
    day = [-ord(sign) for sign in str(run.get("as_of") or "")]
    return (
        run["status"] == "ok",
        *concern,
        day,
        run.get("article") or "",
        -_seconds(run.get("started")),
        run["notebook"],
    )


def _seconds(when: datetime | str | None) -> float:
    """A moment as a number, 0 where it is not known."""
    if isinstance(when, str):
        try:
            when = datetime.fromisoformat(when)
        except ValueError:
            return 0.0
    return when.timestamp() if when else 0.0


def _shown(run: dict[str, Any]) -> dict[str, Any]:
    """`run` with every key that the template asks for."""
    from .html import moment

    files = run.get("csv") or {}
    files = files.items() if isinstance(files, dict) else [(str(path).rpartition("/")[2], path) for path in files]
    blank = dict.fromkeys(("title", "article", "article_title", "publisher", "as_of", "seconds", "error", "page"))
    return {
        **blank,
        **run,
        "parameters": [pair for pair in (run.get("parameters") or {}).items() if _is_told(*pair)],
        "when": moment(run.get("started")),
        "day": day(date.fromisoformat(run["as_of"][:10])) if run.get("as_of") else None,
        "sort": f"{_seconds(run.get('started')):.0f}",
        "coverage": _coverage(run.get("coverage")),
        "verdicts": list(_verdicts(run.get("verdicts") or {})),
        "page": quote(run["page"]) if run.get("page") else None,
        "csv": [(name, quote(str(path))) for name, path in files],
        "line": sparkline(run.get("history") or []),
    }


def _is_told(name: str, value: object) -> bool:
    """Whether a parameter says more than the column of articles does."""
    return name != "article" and value not in ("", None)


def _verdicts(counts: dict[str, int]) -> Iterator[tuple[str, str]]:
    """(class, words) of each verdict, the worst first."""
    signs = words("verdicts")
    by_sign = {signs.get(name, name): count for name, count in counts.items()}
    for sign in words("outcomes"):
        if count := by_sign.get(sign):
            yield sign, counted("outcomes", sign, count)


def _coverage(coverage: dict[str, int] | str | None) -> str:
    """Its counts as a sentence reads them."""
    if isinstance(coverage, dict):
        return ", ".join(counted("index", name, coverage[name]) for name in COUNTS if coverage.get(name))
    return coverage or ""


def _facts(shown: list[dict[str, Any]], failed: list[dict[str, Any]]) -> list[str]:
    """How many runs there are, how many of them failed."""
    none, some = words("facts")["failed"]
    runs = counted("facts", "runs", len(shown))
    return [runs, some.format(count=len(failed)) if failed else none] if shown else []


def sparkline(history: list[dict[str, Any]]) -> str:
    """Claims over the runs as a small line, with a dot at each run that found a conflict; nothing for a single run."""
    from markupsafe import Markup

    if len(history) < 2:
        return ""
    claims = [run.get("claims") or 0 for run in history]
    top, step = max(claims) or 1, 92 / (len(history) - 1)
    places = [(4 + step * n, 20 - 16 * count / top) for n, count in enumerate(claims)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="var(--bad)"/>'
        for (x, y), run in zip(places, history, strict=True)
        if run.get("conflicts")
    )
    ended = {"claims": claims[-1], "conflicts": history[-1].get("conflicts") or 0, "runs": len(history)}
    last = words("index")["sparkline"].format(**ended)
    return Markup(
        f'<svg class="spark" viewBox="0 0 100 24" width="100" height="24" role="img" aria-label="{last}">'
        f'<polyline points="{line}" fill="none" stroke="currentColor" stroke-width="1.5"/>{dots}</svg>'
    )
