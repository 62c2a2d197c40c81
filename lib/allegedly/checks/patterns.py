"""The words and layouts of lexicon/en/relations.toml as patterns over sentences whose figures are marked."""

import re
from functools import cache

from ..lexicon import load
from .articles import CLOSE, OPEN

FIGURE = f"{OPEN}(\\d+){CLOSE}"
_GAP = rf"(?:[^{OPEN}{CLOSE}.;:!?]|\.(?=\w)){{0,70}}?"  #: a few words of one clause, without a figure
_WORDS = rf"(?:[^{OPEN}{CLOSE}.,;:!?()\"“”]|\.(?=\w)){{0,60}}?"  #: the same without a comma
_SHORT = r"(?:\s*[^\W\d_]+){0,2}\s*"  #: two words at most
GAPS = {"~": _GAP, "~2": _SHORT}
_PIECE = re.compile(r"\([^)]*\)\??|\S+")


@cache
def word_list(name: str) -> re.Pattern:
    """Any of the words of a list of relations.toml, as a pattern.

    >>> bool(word_list("WHOM").search("two, among them one"))
    True
    """
    words = sorted(load("relations")["words"][name], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words) + r")\b")


def cue(passage, name: str) -> str | None:
    """The first of a list's words that stands in a passage."""
    match = word_list(name).search(passage.marked)
    return match.group() if match else None


def cue_in(text: str, name: str) -> str | None:
    """The first of a list's words that stands in a text."""
    match = word_list(name).search(text.lower())
    return match.group() if match else None


def figure_list(name: str) -> str:
    """The pattern of a list of two or more figures: `70 schools, 40 houses and two halls`."""
    last = f"{word_list('JOINING').pattern}|{word_list('PLUS').pattern}"
    another = word_list("ANOTHER").pattern
    return f"(?P<{name}>{FIGURE}(?:{_WORDS}(?:,\\s*(?:{last})?|{last})\\s*(?:{another}\\s*)?{FIGURE})+)"


@cache
def compiled(layout: str) -> re.Pattern:
    """The pattern of a layout: groups named by role, printed words in groups named w0, w1, …"""
    pattern, words = [], 0
    for piece in _PIECE.findall(layout):
        optional = piece.endswith("?") and len(piece) > 1
        body = piece.removesuffix("?") if optional else piece
        if body in GAPS:
            pattern.append(GAPS[body])
        elif body == "PARTS":
            pattern.append(figure_list("PARTS"))
        elif body in load("relations")["words"]:
            pattern.append(f"(?P<w{words}>{word_list(body).pattern})")
            words += 1
        elif body.isupper():
            pattern.append(f"(?P<{body}>{FIGURE})")
        else:
            edge = r"\b" if body[-1].isalnum() or (body.startswith("(") and body[-2].isalnum()) else ""
            literal = body.replace("(", "(?:").replace(r"\(?:", r"\(") if body.startswith("(") else body
            pattern.append(f"(?P<w{words}>{edge}{literal}{edge})" + ("?" if optional else ""))
            words += 1
    return re.compile(r"\s*".join(pattern))


def evidence(match: re.Match) -> str:
    """The printed words that a layout matched, without what stands between them."""
    words = [text.strip() for name, text in sorted(match.groupdict().items()) if re.fullmatch(r"w\d+", name) and text]
    words = [word for word in words if any(sign.isalnum() for sign in word)] or words
    joining = re.findall(r"\b(?:" + "|".join(load("relations")["words"]["JOINING"]) + r")\b", last_gap(match))
    return " … ".join([*words, *joining[-1:]])


def last_gap(match: re.Match) -> str:
    """What stands before the last figure of a list; empty where the layout has no list."""
    parts = match.groupdict().get("PARTS") or ""
    return parts.rsplit(OPEN, 1)[0].rsplit(CLOSE, 1)[-1]


def without_cues(match: re.Match, text: str) -> str:
    """A text that begins where a match does, without the words that the layout itself asks for."""
    for name, words in match.groupdict().items():
        if words and re.fullmatch(r"w\d+", name):
            text = text.replace(words, " ", 1)
    return text


def lists(passage):
    """The lists of figures in a passage, each with the words that say it is all of a total, or None."""
    for match in compiled("PARTS").finditer(passage.marked):
        parts = tuple(passage.figures[int(number)] for number in re.findall(FIGURE, match.group()))
        stated = word_list("STATED").search(passage.marked[max(0, match.start() - 20) : match.start()])
        yield parts, stated.group() if stated else None
