"""A claims table by hand: sentences with their figures in brackets, so that checks are tried without the reading."""

import math
import re

import pandas as pd

from allegedly.table import CLAIMS, conform

WORDS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
]  # fmt: skip
HEDGES = {"about": "about", "~": "about", "nearly": "nearly", "more than": "more_than", "over": "more_than",
          "at least": "at_least", "up to": "at_most"}  # fmt: skip
SCALES = {"million": 1e6, "thousand": 1e3, "cents": 0.01}
UNITS = {"ft": "foot", "m": "meter", "km": "kilometer", "miles": "mile", "kg": "kilogram", "pounds": "pound"}
TIMES = ("month", "year", "week", "day", "hour")


def number(text):
    """The number in a figure's text, and the unit of its last digit."""
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    scale = math.prod(SCALES[word] for word in text.split() if word in SCALES)
    if not digits:
        return next((float(WORDS.index(w.lower())) for w in text.split() if w.lower() in WORDS), None), 1.0
    printed = digits.group().replace(",", "")
    whole = printed.rstrip("0") if "." not in printed else printed
    grain = 10.0 ** (-len(printed.split(".")[1])) if "." in printed else 10.0 ** (len(printed) - len(whole))
    return float(printed) * scale, grain * scale


def bounds(value, grain, hedge):
    """low, high, likely_low, likely_high, open: docs/method.md in small."""
    about = max(0.1 * value, grain / 2)
    slack = grain / 2 if value % 1 else min(grain / 2, 0.02 * value) if value >= 100 and grain > 1 else 0.0
    return {
        "about": (value - about, value + about, 0.95 * value, 1.05 * value, ""),
        "nearly": (0.9 * value, value, 0.95 * value, value, ""),
        "more_than": (value, math.inf, value, 1.15 * value, "(low high)"),
        "at_least": (value, math.inf, value, 1.15 * value, "high)"),
        "at_most": (0.0, value, 0.85 * value, value, ""),
        "exact": (value - slack, value + slack, value, value, ""),
    }[hedge]


def figure(text):
    """The columns that a figure's own text gives."""
    value, grain = number(text)
    hedge = next((name for word, name in HEDGES.items() if text.lower().startswith(word)), "exact")
    low, high, likely_low, likely_high, ends = bounds(value, grain, hedge)
    kind, unit, per = "count", None, None
    words = text.split()
    if "$" in text or "€" in text or "cents" in words:
        kind, unit = "money", "EUR" if "€" in text else "USD"
    elif "%" in text or "percent" in words:
        kind, unit = "share", "percent"
    elif words[-1] in UNITS or "magnitude" in words:
        kind, unit = "measure", UNITS.get(words[-1], "magnitude")
    elif words[-1].rstrip("s") in TIMES and "per" not in words:
        kind, unit = "duration", words[-1].rstrip("s")
    if "per" in words:
        per = words[-1]
    return {"text": text, "value": value, "low": low, "high": high, "likely_low": likely_low,
            "likely_high": likely_high, "open": ends, "grain": grain, "hedge": hedge, "kind": kind, "unit": unit,
            "per": per, "change": "level", "stance": "asserted"}  # fmt: skip


def marked(*sentences, doc="doc", **columns):
    """The claims table of sentences with bracketed figures; a sentence may be (text, {column: value})."""
    rows, at = [], 0
    for position, sentence in enumerate(sentences):
        text, own = (sentence, {}) if isinstance(sentence, str) else sentence
        plain, spans = "", []
        for part in re.split(r"(\[[^\]]*\])", text):
            if part.startswith("["):
                spans.append((len(plain), len(plain) + len(part) - 2))
            plain += part.strip("[]")
        for start, end in spans:
            behind = re.split(r"[.,;:()\[\]—]|\b(?:and|or|from|to|by|in|at|of them)\b|\d", plain[end:])[0].strip()
            thing = " ".join(behind.split()[:4]) or None
            rows.append(
                {"id": f"{doc}@{at + start}", "doc": doc, "section": "body", "sentence": position, "start": at + start,
                 "end": at + end, "thing": thing, "head": thing and thing.split()[0].rstrip("s"), "context": plain,
                 "context_start": at} | figure(plain[start:end]) | columns | own
            )  # fmt: skip
        at += len(plain) + 1
    return conform(pd.DataFrame(rows, columns=[column.name for column in CLAIMS]), CLAIMS)
