"""What an article is about: the names, places and kinds of event that its sentences speak of."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import chain, pairwise

from allegedly.model import Document, Sentence

from .known import (
    KINDS,
    US,
    aliases,
    country_names,
    diseases,
    kinds,
    names_kind,
    peoples,
    placed_kinds,
    second_words,
    sort_of,
    words,
)
from .names import Name, core, is_shouted, names_of
from .spelt import Words, spelt

_READ = 1_000  #: sentences from which on an article says nothing new of what it is about
_LEAD = 3  #: sentences of the lead
_BRIEF = 14  #: sentences of an article that is short: what its lead names, it is about
_OFTEN = 3  #: how often, or how prominently, the article names what it is about
_PLACES, _NAMES = 3, 16
_CALLED = 2  #: words behind a name in which what is called by it stands: "the Tarn delta floods"


@dataclass(slots=True)
class Passage:
    """A sentence as words, with its names and the kinds of event that it names."""

    number: int
    section: str
    line: Words
    shouted: bool
    kinds: Counter[str]
    named: str | None = None  #: the first kind that it names by itself
    disease: str | None = None
    names: list[Name] = field(default_factory=list)
    placeable: list[Name] = field(default_factory=list)  #: those that are more than a body such as the Senate
    theatre: str | None = None  #: the last country that it or a sentence before it names
    theatre_at: int = -1  #: in which sentence
    at: int = 0  #: its place among the sentences read


@dataclass(slots=True)
class Story:
    """An article's sentences, and what they are about."""

    day: date | None
    passages: list[Passage]
    title: str = ""  #: the words of the headline, in lower case
    counts: Counter[str] = field(default_factory=Counter)  #: how often each name stands
    placed: Counter[str] = field(default_factory=Counter)  #: how often a preposition makes a place of it
    rested: Counter[str] = field(default_factory=Counter)  #: how often one that tells no direction does
    within: dict[str, str] = field(default_factory=dict)  #: "Kaduma, Norland": the place around a place
    places: list[str] = field(default_factory=list)  #: where it plays, the likeliest first
    names: frozenset[str] = frozenset()  #: what else it names, in whole and in part
    people: frozenset[str] = frozenset()  #: whom it names, but for those who wrote it
    kinds: list[str] = field(default_factory=list)
    titled: frozenset[str] = frozenset()  #: the kinds that its headline names
    named: list[str] = field(default_factory=list)  #: the kind that headline or lead name by itself, if they do
    diseases: list[str] = field(default_factory=list)
    country: str | None = None  #: the country that it names most
    held: dict[str, str] = field(default_factory=dict)  #: of which place a disease was told last

    def is_place(self, key: str) -> bool:
        """Whether a name is one of a place: by its own, or as the article uses it."""
        return sort_of(key) != "place" or (self.placed[key] > 0 and key not in peoples())


def story(document: Document, sentences: Iterable[Sentence], asked: Container[int] = ()) -> Story:
    """What an article is about: told by its first sentences, and by those `asked`.

    >>> from allegedly.text.sentences import sentences
    >>> text = "Blast at Halden Mine\\n\\nTwelve men died after an explosion at the Halden Mine in Norland."
    >>> about = story(Document("a", text), sentences(Document("a", text)))
    >>> about.places, about.kinds
    (['halden', 'norland'], ['accident'])
    """
    passages = [_passage(one) for one in sentences if one.number < _READ or one.number in asked]
    about = Story(document.date, passages)
    about.title = " ".join(word for one in passages if _is_title(one) for word in one.line.lower)
    vocabulary = {*chain.from_iterable(one.line.texts for one in passages)}
    small = frozenset([text for text in vocabulary if text[0].islower()])
    _read_names(about, small, _publishers(document))
    _read_kinds(about)
    return about


def _passage(sentence: Sentence) -> Passage:
    line = spelt(sentence.document.text, sentence.start, sentence.end)
    told = kinds_in(line)
    named = next((kind for word in line.lower if (kind := names_kind(word))), None) if told else None
    disease = None if diseases().keys().isdisjoint(line.lower) else next(_diseases_in(line))
    return Passage(sentence.number, sentence.section, line, is_shouted(line), told, named, disease)


def _diseases_in(line: Words) -> Iterator[str]:
    known = diseases()
    return (known[word] for word in line.lower if word in known)


def _is_title(passage: Passage) -> bool:
    return passage.section == "headline" or passage.number == 0


def _publishers(document: Document) -> frozenset[str]:
    """The words of who publishes an article: its author is no part of its story."""
    named = f"{document.publisher or ''} {document.id.replace('-', ' ')}"
    return frozenset(named.lower().split())


def kinds_in(line: Words) -> Counter[str]:
    """How often each kind of event is named.

    >>> kinds_in(spelt("a blast and a data loss"))
    Counter({'accident': 1, 'theft': 1})
    """
    lower, found = line.lower, [*filter(None, map(KINDS.__getitem__, line.lower))]
    if not second_words().isdisjoint(lower):
        double = (kinds().get(f"{one} {other}") for one, other in pairwise(lower) if other in second_words())
        found += filter(None, double)
    return Counter(found)


def _read_names(about: Story, small: frozenset[str], authors: frozenset[str]) -> None:
    """Fills in names, places and people."""
    people: set[str] = set()
    written = set(authors)
    for passage in about.passages:
        if passage.shouted:
            _count_countries(about, passage)
            continue
        found = names_of(passage.line, small)
        passage.names = found.names
        people |= found.people
        written |= found.authors
    told: Counter[str] = Counter()
    for passage in about.passages:
        last_names = [name.key.split()[-1] for name in passage.names]
        told.update(last for last in last_names if last in people)
        passage.names = [
            name
            for name, last in zip(passage.names, last_names, strict=True)
            if last not in people or len(name.key.split()) > 3
        ]
        _count(about, passage)
    _read_places(about)
    foreign = [key for key, _ in about.counts.most_common() if key != US and sort_of(key) == "country"]
    about.country = foreign[0] if foreign else None
    about.people = frozenset(last for last, count in told.items() if count >= 2 and last not in written)
    lead = _lead(about)
    weight = {key: count + _prominent(about, key, lead) for key, count in about.counts.items()}
    ranked = sorted(weight, key=lambda key: (-weight[key], key))
    bodies = words("events", "bodies")
    is_brief = len(about.passages) <= _BRIEF
    likely = [key for key in ranked if weight[key] >= _OFTEN or (is_brief and key in lead)]
    places = [core(key) for key in likely if about.is_place(key) and key not in bodies | {US}]
    about.places = _inner_first(about, places[:_PLACES])
    about.names = _link_names(about, ranked, weight, lead, small)


def _read_places(about: Story) -> None:
    """Fills in what each sentence names of places, and which country was named last."""
    bodies, last, at = words("events", "bodies") - {US}, None, -1
    for number, passage in enumerate(about.passages):
        passage.at = number
        passage.placeable = [name for name in passage.names if name.key not in bodies]
        named = [name.key for name in passage.names if name.key != US and sort_of(name.key) == "country"]
        last, at = (named[-1], passage.number) if named else (last, at)
        passage.theatre, passage.theatre_at = last, at


def _count_countries(about: Story, passage: Passage) -> None:
    """Countries in a line of capitals, where other names cannot be told."""
    for match in country_names().findall(" ".join(passage.line.lower)):
        about.counts[match] += 1
        about.placed[match] += 1


def _count(about: Story, passage: Passage) -> None:
    """Counts the names of a sentence, and notes which place lies in which."""
    lower, placing, resting = passage.line.lower, _placing(), words("geography", "placing", "rest")
    for number, name in enumerate(passage.names):
        about.counts[name.key] += 1
        called = any(KINDS[word] in placed_kinds() for word in lower[name.last : name.last + _CALLED])
        about.placed[name.key] += called or name.before in placing
        about.rested[core(name.key)] += name.before in resting
        following = passage.names[number + 1] if number + 1 < len(passage.names) else None
        if not following:
            continue
        behind = lower[name.last] if name.last < len(lower) else ""
        is_around = sort_of(following.key) != "place" and sort_of(name.key) == "place"
        is_next = behind == "," and following.first == name.last + 1 and is_around
        is_region = behind in words("geography", "placing", "region") and following.first <= name.last + 3
        if is_next or is_region:
            about.within[name.key] = following.key


@cache
def _placing() -> frozenset[str]:
    """The words before a name that make a place of it."""
    return words("geography", "placing", "in") | {"of", "to", "from"}


def _lead(about: Story) -> frozenset[str]:
    body = [passage for passage in about.passages if not passage.shouted and len(passage.line) > 8]
    return frozenset(name.key for passage in body[:_LEAD] for name in passage.names)


def _prominent(about: Story, key: str, lead: frozenset[str]) -> int:
    return 3 * (f" {key} " in f" {about.title} ") + (key in lead)


def _inner_first(about: Story, places: list[str]) -> list[str]:
    """Places of the headline first, and before them those that lie in another: Darfur before Sudan."""
    places = sorted(dict.fromkeys(places), key=lambda place: f" {place} " not in f" {about.title} ")
    inner = [place for place in places if about.within.get(place) in places]
    return inner + [place for place in places if place not in inner]


def _link_names(
    about: Story, ranked: list[str], weight: dict[str, int], lead: frozenset[str], small: frozenset[str]
) -> frozenset[str]:
    """The names that tell a story from others: neither bodies, countries nor states, in whole and by their words."""
    bodies, common = words("events", "bodies"), words("events", "sites") | words("events", "common") | kinds().keys()
    kept: list[str] = []
    for key in ranked:
        first, _, rest = key.partition(" ")
        own = core(rest if rest and aliases().get(first) == US else key)
        is_told = weight[key] >= _OFTEN or key in lead or about.counts[key] >= 2
        if is_told and not bodies & {key, own} and own not in kept:
            kept.append(own)
    kept = kept[:_NAMES]
    parts = {part for key in kept if " " in key for part in key.split() if len(part) > 3}
    named = {*kept, *(part for part in parts if part not in bodies | common and part not in small)}
    return frozenset(key for key in named if sort_of(key) == "place")


def _read_kinds(about: Story) -> None:
    """Fills in what kinds of event it is about, and of which disease."""
    lead = [passage for passage in about.passages if not passage.shouted and len(passage.line) > 8][:_LEAD]
    in_lead = {passage.number for passage in lead}
    counts: Counter[str] = Counter()
    sick: Counter[str] = Counter()
    for passage in about.passages:
        weight = 4 if _is_title(passage) else 2 if passage.number in in_lead else 1
        for kind, count in passage.kinds.items():
            counts[kind] += weight * count
        if passage.disease:
            sick.update(_diseases_in(passage.line))
    about.kinds = [kind for kind, count in counts.most_common(3) if count >= 2]
    heading = [*(one for one in about.passages if _is_title(one)), *lead]
    about.named = [one.named for one in heading if one.named][:1]
    about.titled = frozenset(kind for one in about.passages if _is_title(one) for kind in one.kinds)
    for disease, count in sick.most_common(1):
        is_title = any(diseases().get(word) == disease for word in about.title.split())
        if is_title or (count >= 2 and counts.most_common(1)[0:1] and counts.most_common(1)[0][0] == "outbreak"):
            about.diseases = [disease]
