"""A claim may pass through several mouths: who stands behind it, whose belief it is, and who relays it."""

import re
from dataclasses import dataclass, field

from allegedly.lexicon import load
from allegedly.reading.who.cue import QUOTED, Cue, rule_of
from allegedly.reading.who.discourse import Discourse
from allegedly.reading.who.names import Who, who
from allegedly.reading.who.stances import DENIED, ESTIMATED, PREDICTED

_NAMED_OUTLET = re.compile("D?[CGMi]*C[CGMi]*(?:oD?[CGMi]+)*")  # without "by phone"
_STATION = re.compile("[A-Z]{3,5}")  # "KTVN"
_OUTLET = re.compile("D(?:C|i)+")  # one who was told: "the Dellmark Courier"


@dataclass(slots=True)
class Chain:
    """The speaker of a claim, its holder and relay where they are others, and the cues that count."""

    speaker: Who | None = None
    text: str | None = None
    holder: Who | None = None
    via: Who | None = None
    cue: str | None = None
    rule: str | None = None
    cues: list[Cue] = field(default_factory=list)


@dataclass(slots=True)
class _Link:
    """One mouth: who speaks, and by which cue (None for a quotation's speaker)."""

    who: Who
    cue: Cue | None
    words: str | None = None


def chain(discourse: Discourse, number: int, said: list[Cue], relays: list[Cue], offset: int) -> Chain:
    """The chain of the cues that reach a claim, the nearest first, and of the quotation or label it stands under."""
    voice, _ = discourse.read(number)
    links = [_Link(found, cue) for cue in said if (found := discourse.speaker(number, cue))]
    quote = discourse.quotes.at(offset)
    if quote < 0 or not any(link.cue and voice.quotes[link.cue.first] != quote for link in links):
        outer = discourse.outer(quote, offset)
        links += [_Link(outer.who, None, outer.cue)] if outer.who else []
    links = [link for i, link in enumerate(links) if not _yields(link, links[i + 1 :])]
    if any(link.cue and link.cue.row.get("relay") for link in links):  # "Holm denied Dahl's claim that"
        links = [link for link in links if _denies(link)][:1] or links
    verbs = [link for link in links if link.cue is None or link.cue.sort == "verb"]
    sources = [link for link in links if link.cue and link.cue.sort == "source"]
    joined = _join(discourse, verbs, sources)
    joined.cues = [link.cue for link in links if link.cue]
    if joined.speaker and not joined.via:
        joined.via = _hearer(discourse, number, [*joined.cues, *relays])
    if joined.via and joined.speaker and discourse.names.full(joined.via) == discourse.names.full(joined.speaker):
        joined.via = None
    return _with_words(discourse, number, joined, links)


def _yields(link: _Link, further: list[_Link]) -> bool:
    """Whether a link is part of what another says: "Kirby said that the army had confirmed"."""
    return bool(link.cue and link.cue.row.get("yields")) and any(
        other.cue is None or other.cue.sort == "verb" for other in further
    )


def _denies(link: _Link) -> bool:
    return link.cue is not None and link.cue.sort == "verb" and link.cue.row.get("stance") == DENIED


def _join(discourse: Discourse, verbs: list[_Link], sources: list[_Link]) -> Chain:
    relays = [link for link in sources if link.cue and link.cue.row.get("relay")]
    if relays and verbs and relays[0].who.sort == "document" and not is_outlet(verbs[0].who) and relays[0].cue:
        return Chain(verbs[0].who)  # "the researchers said, citing a survey"
    if relays:
        others = [link for link in (*verbs, *sources) if link not in relays]
        return Chain(relays[0].who, via=others[0].who if others else None)
    if not verbs:
        return Chain(sources[0].who) if sources else Chain()
    inner, outer = verbs[0], verbs[1] if len(verbs) > 1 else None
    further = [*verbs[1:], *sources]
    if inner.cue is None and sources and not outer:  # a quotation or a label, and a source within it
        return Chain(sources[0].who, via=inner.who)
    if is_outlet(inner.who) and sources and not is_outlet(sources[0].who) and not outer:
        return Chain(sources[0].who, via=inner.who)
    if not outer:
        return Chain(inner.who, via=further[0].who if further else None)
    if discourse.names.full(inner.who) == discourse.names.full(outer.who):
        return Chain(outer.who, via=further[1].who if len(further) > 1 else None)
    if inner.cue and _is_belief(inner.cue) and not is_outlet(outer.who):
        return Chain(outer.who, holder=inner.who, via=further[1].who if len(further) > 1 else None)
    return Chain(inner.who, via=outer.who)


def _is_belief(cue: Cue) -> bool:
    """Whether what a subject believes is said, which another may report: "Kirby said that the States believe"."""
    return "holds" in cue.row or cue.row.get("stance") in (ESTIMATED, PREDICTED)


def is_outlet(found: Who) -> bool:
    """Whether the name is one of those that relay the news: "CBS News", "state media"."""
    return any(word in load("speech")["nouns"]["outlets"] for word in found.text.lower().replace(".", " ").split())


def _hearer(discourse: Discourse, number: int, cues: list[Cue]) -> Who | None:
    """The outlet that was told: "officials told state media"."""
    voice, _ = discourse.read(number)
    audience, events = load("speech")["nouns"]["audience"], load("speech")["nouns"]["events"]
    for cue in cues:
        if cue.hearer:
            named = _NAMED_OUTLET.match(voice.kinds, *cue.hearer)
            hearer = who(voice, named.span() if named else cue.hearer)
            named = (
                cue.row.get("relay")
                or _OUTLET.fullmatch(voice.kinds[slice(*cue.hearer)])
                or _STATION.fullmatch(hearer.text)
            )
            if named or (
                is_outlet(hearer)
                and hearer.head not in events
                and hearer.name.lower().split()[-1 if hearer.definite else 0] not in audience
            ):
                return hearer
    return None


def _with_words(discourse: Discourse, number: int, found: Chain, links: list[_Link]) -> Chain:
    """`found` with the speaker and the cue as printed."""
    if found.speaker:
        link = next(link for link in links if link.who is found.speaker)
        found.text = found.speaker.text
        tokens = discourse.read(number)[0].tokens
        found.cue = tokens.slice(link.cue.first, link.cue.last) if link.cue else link.words
        found.rule = rule_of(link.cue.row) if link.cue else QUOTED
    return found
