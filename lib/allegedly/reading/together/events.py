"""Which event each figure of an article speaks of, what it measures, and the keys by which others find it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from allegedly.alike import StoryKeys, Told, groups, packed
from allegedly.lexicon import load
from allegedly.model import Claim, Document, Sentence, Telling
from allegedly.text.words import KEEP, bare

from .extent import extent_of, is_foreseen, is_increment, is_part, is_superseded, period_of
from .known import US, by_word, forms, function_words, lasting, short_kinds, sort_of, stem, words
from .measures import fate_of, group_of, is_elided
from .names import core
from .places import joint, locus_of, nation_of, scope_of, theatre
from .spots import Spot, spots
from .story import Story, story

_BACK = 3  #: sentences before, in which the place of a figure is looked for
_NEAR = 12  #: figures before, of which one may go on
_AROUND = 14  #: words to each side that tell a figure


def told(document: Document, sentences: Sequence[Sentence], claims: list[Claim]) -> list[Claim]:
    """The claims of an article, each with the event that it speaks of, its measure, and what it covers of time."""
    figures = [claim for claim in claims if claim.quantity.kind != "none"]
    if not figures:
        return claims
    about = story(document, sentences, {claim.sentence for claim in figures})
    found = spots(figures, {p.number: p for p in about.passages})
    drafts: list[_Draft] = []
    for spot in found:
        drafts.append(_draft(spot, about, drafts))
    known = [_figure(draft, about) for draft in drafts]
    strand: dict[str, str] = {}
    for members in groups([[one] for one in known]):
        first = min(members, key=lambda one: int(one.id.rpartition("@")[2])).id
        strand |= dict.fromkeys((one.id for one in members), first)
    tellings = {
        one.id: Telling(
            event=_event_id(document.id, draft.event),
            extent=draft.extent,
            superseded=is_superseded(draft.spot),
            strand=strand[one.id],
            group=one.group,
            fate=one.fate,
            keys=packed(one, draft.event, number == 0),
        )
        for number, (draft, one) in enumerate(zip(drafts, known, strict=True))
    }
    return [claim._replace(telling=tellings.get(claim.id, claim.telling)) for claim in claims]


@dataclass(slots=True)
class _Draft:
    """What is read of a figure, one question after the other."""

    spot: Spot
    group: str | None = None
    fate: str | None = None
    named: bool = False
    nation: str | None = None
    scope: str | None = None
    how: str | None = None
    more: bool = False
    extent: str = "level"
    part: bool = False
    disease: str | None = None
    held: str | None = None
    locus: list[str] = field(default_factory=list)
    own: bool = False
    kinds: list[str] = field(default_factory=list)
    event: tuple[str, str] | None = None

    @property
    def row(self) -> dict[str, Any]:
        """The row of its group in the table of measures."""
        return _rows("sum" if self.spot.claim.quantity.kind == "money" else "group").get(self.group, {})


@cache
def _rows(section: str) -> dict[str | None, dict[str, Any]]:
    """The rows of a section of the table of measures by their names."""
    return {row["name"]: row for row in load("measures")[section]}


def _draft(spot: Spot, about: Story, before: list[_Draft]) -> _Draft:
    """All that is read of a figure, from its sentence and from what was read before it."""
    draft = _Draft(spot, group_of(spot), fate_of(spot))
    if draft.fate is None and before and _goes_on(spot, before[-1].spot):
        draft.group, draft.fate = before[-1].group, before[-1].fate
    if draft.fate and draft.group is None and spot.claim.quantity.kind == "count":
        draft.group, draft.named = "person", _is_named(spot)
    draft.scope, draft.how = scope_of(spot)
    draft.nation = nation_of(spot)
    near = [one for one in before[-_NEAR:] if spot.claim.sentence - one.spot.claim.sentence <= 1]
    _count(draft, about, near)
    _place(draft, about)
    _take_up(draft, near)
    _hold(draft, about)
    draft.kinds = [kind for kind, _ in spot.passage.kinds.most_common()]
    draft.kinds += [kind for kind in about.kinds if kind not in draft.kinds]
    if draft.fate and draft.row.get("of_war") and "war" not in draft.kinds:
        draft.kinds.append("war")
    draft.event = _event(draft, about)
    return draft


def _is_named(spot: Spot) -> bool:
    """Whether those counted go by a noun of their own, and not by what befell them: worshippers, not "the dead"."""
    head = (spot.claim.thing.head or "").lower()
    fates = by_word("measures", "fate", "nouns")
    return bool(head) and not is_elided(spot) and not any(form in fates for form in (head, *forms(head)))


def _goes_on(spot: Spot, last: Spot) -> bool:
    """Whether it is where a figure went that stands right before it: "the death toll rose from 14 to 31"."""
    if spot.claim.sentence != last.claim.sentence:
        return False
    between = [word.lower for word in spot.line[last.last : spot.first]]
    return len(between) == 1 and between[0] in words("words", "to")


def _count(draft: _Draft, about: Story, before: list[_Draft]) -> None:
    """Part or whole, level or total, and who are the parts."""
    spot = draft.spot
    same = [one for one in before if one.spot.claim.sentence == spot.claim.sentence]
    counts = [one for one in before if one.spot.claim.quantity.kind != "duration"]
    draft.more = is_increment(spot, draft.fate, counts[-1].fate if counts else None)
    goes_on = bool(same) and same[-1].part and any(one.lower in words("measures", "listing") for one in spot.before(1))
    draft.part = is_part(spot) or goes_on
    if draft.part:
        whole = next((one for one in reversed(same) if one.fate == draft.fate and one.group), None)
        if whole and draft.row.get("who") == "anyone":
            draft.group = whole.group
        if whole and draft.scope and draft.scope != whole.scope and draft.how != "place":
            draft.part = False  # "40 in the country, including 12 men who died in Norland": a total of its own
    is_stationed = draft.group in ("soldier", "peacekeeper") and sort_of(draft.scope or "") == "country"
    if draft.fate is None and is_stationed and spot.claim.quantity.kind == "count" and draft.how in ("place", "behind"):
        draft.fate = "deploy"
    draft.extent = extent_of(spot, draft.fate, draft.more, _is_short(draft, about))


def _place(draft: _Draft, about: Story) -> None:
    """The places of its event: in its own sentence, in those before, else the article's."""
    spot = draft.spot
    locus = locus_of(spot, about, draft.scope)
    fights = draft.fate and draft.row.get("of_war")
    is_compatriot = draft.group == "person" and draft.nation == US and draft.fate in ("die", "injure")
    if fights or is_compatriot:
        locus = theatre(spot, about, anywhere=bool(fights))
    draft.own = bool(locus)
    draft.locus = locus or _place_before(spot, about) or about.places[:1]
    draft.locus = joint(spot, draft.locus)


def _take_up(draft: _Draft, before: list[_Draft]) -> None:
    """Those who are not named again are those of the figure before: "1,200 soldiers died in Peru, 8,000 were hurt"."""
    counts = [one for one in before if one.row.get("who") and one.fate]
    if not counts or not draft.fate or not is_elided(draft.spot):
        return
    last = counts[-1]
    if not draft.spot.claim.thing.thing or last.spot.claim.sentence == draft.spot.claim.sentence:
        draft.group = last.group
    draft.nation = draft.nation or last.nation
    if not draft.own and draft.group == last.group:
        draft.locus, draft.own = last.locus, last.own


def _place_before(spot: Spot, about: Story) -> list[str]:
    """The places that the sentences before tell, the nearest sentence first."""
    resting, bodies = words("geography", "placing", "rest"), words("events", "bodies") | {US}
    at = spot.passage.at
    for passage in reversed(about.passages[max(0, at - _BACK) : at]):
        if passage.shouted:
            break
        named = [name.key for name in passage.names if name.before in resting and name.key not in bodies]
        if found := [core(key) for key in named if about.is_place(key)]:
            return found[:2]
    return []


def _hold(draft: _Draft, about: Story) -> None:
    """Its disease, and the country or state that it is of."""
    if draft.fate and draft.row.get("who"):
        draft.disease = draft.spot.passage.disease or next(iter(about.diseases), None)
    if not draft.disease:
        likely = [place for place in (draft.scope, *about.places) if place and sort_of(place) != "place"]
        draft.held = likely[0] if likely else None
        return
    titled = (place for place in about.places if f" {place} " in f" {about.title} ")
    draft.held = draft.scope or draft.nation or about.held.get(draft.disease) or next(titled, None)
    if draft.held and draft.fate:
        about.held[draft.disease] = draft.held


def _event(draft: _Draft, about: Story) -> tuple[str, str] | None:
    """The event that a figure speaks of, as kind and place (or disease); None where one of them is not plainly told."""
    if draft.disease:
        return "outbreak", draft.disease
    kind = draft.spot.passage.named or next(iter(about.named), None)
    place = next((place for place in draft.locus if sort_of(place) != "place" or about.rested[place]), None)
    return (kind, place) if kind and place else None


def _event_id(doc: str, event: tuple[str, str] | None) -> str | None:
    return f"{doc}#{event[0]}-{event[1].replace(' ', '-')}" if event else None


def _figure(draft: _Draft, about: Story) -> Told:
    """A figure as keys."""
    claim, spot, row = draft.spot.claim, draft.spot, draft.row
    quantity = claim.quantity
    strong, weak = _words_around(spot)
    home = {*draft.locus, *about.places}
    around = {about.within.get(place) for place in home}
    return Told(
        id=claim.id,
        doc=claim.doc,
        day=about.day.toordinal() if about.day else None,
        kind=quantity.kind,
        unit=quantity.unit,
        per=quantity.per,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        grain=quantity.grain,
        vague=quantity.hedge == "vague",
        exact=quantity.hedge == "exact",
        head=claim.thing.head,
        group=draft.group,
        fate=draft.fate,
        story=_story_keys(about),
        who=row.get("who", ""),
        named=draft.named,
        kin=frozenset(row.get("kin", ())),
        contest=bool(row.get("contest")),
        nation=draft.nation,
        local=draft.nation is not None and draft.nation in home | around,
        scope=draft.scope,
        held=draft.held,
        locus=frozenset(draft.locus),
        wide=frozenset(place for place in draft.locus if sort_of(place) != "place"),
        own=draft.own,
        lasting={kind: lasting(kind) for kind in draft.kinds},
        short=_is_short(draft, about),
        disease=draft.disease,
        period=period_of(spot),
        part=draft.part,
        foreseen=bool(draft.fate) and is_foreseen(spot),
        during=draft.extent == "during",
        more=draft.more,
        subject=frozenset(bare(word).lower() for word in (claim.thing.subject or "").split() if word[:1].isupper()),
        strong=strong,
        weak=weak,
    )


def _is_short(draft: _Draft, about: Story) -> bool:
    """Whether its event is over in a day: named in its sentence, or, where that names none, in the headline."""
    kinds = draft.spot.passage.kinds.keys()
    return bool((kinds or about.titled) & short_kinds())


def _words_around(spot: Spot) -> tuple[frozenset[str], frozenset[str]]:
    """The words around a figure, in one form each: those of substance, and those that half of all articles have."""
    around = [*spot.before(_AROUND), *spot.behind(_AROUND)]
    found = frozenset([_told_by(word.lower) for word in around]) - {""}
    weak = words("events", "weak")
    return found - weak, found & weak


@lru_cache(maxsize=KEEP)
def _told_by(word: str) -> str:
    """The one form of a word that is of substance; "" for another."""
    is_plain = len(word) > 2 and word[0].isalpha() and word not in function_words()
    return stem(word) if is_plain else ""


def _story_keys(about: Story) -> StoryKeys:
    return StoryKeys(
        about.names,
        about.people,
        frozenset(about.places),
        frozenset(about.kinds),
        frozenset(about.diseases),
    )
