"""An article while its speakers are read: its quotations and names, and the sentences looked at so far."""

import re
from collections import OrderedDict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple, Protocol

from allegedly.lexicon import load, words_of_class
from allegedly.model import Document
from allegedly.reading.who.cue import Cue, cues_near
from allegedly.reading.who.cues import find_cues
from allegedly.reading.who.labels import labels
from allegedly.reading.who.names import Who, who
from allegedly.reading.who.people import Names
from allegedly.reading.who.references import refer
from allegedly.reading.who.subjects import sentence_subject
from allegedly.reading.who.voices import Voice, read_voice
from allegedly.text.analysis import Analysis
from allegedly.text.quotes import Quotes
from allegedly.text.sentences import Sentences

LOOK_BACK = 12  # sentences in which "he" or "the official" looks for its man
DEEPEST = 12  # references that lead to one another: "he" → "the official" → "John Kirby"
_FROM = re.compile("(?<![rRgG])o")  # "a message from", no "mayor of"
_SIGNED = re.compile(r"\s{0,3}(?:(?:-|–|—){1,2}[ \t]*|\()(?=[A-ZÀ-Þ])")  # a dash or a bracket before a name
_SHORTEST = 2  # letters of a name, lest a formula speaks
_WORD = re.compile(r"\w")
KEPT = 64  # sentences whose speakers are kept as read


class Said(NamedTuple):
    """Who speaks in a quotation or under a label, and the words that say so."""

    who: Who | None = None
    cue: str | None = None


class Article(Protocol):
    """A document whose sentences are analysed when they are asked for (reading/parsing.py)."""

    document: Document
    sentences: Sentences
    quotes: Quotes

    def __getitem__(self, number: int) -> Analysis: ...


class Discourse:
    """What is known of an article's speech, read from its sentences as they are asked for."""

    def __init__(self, article: Article):
        self._article = article
        self.text, self._document = article.document.text, article.document
        self.sentences, self.quotes = article.sentences, article.quotes
        self._read: OrderedDict[int, tuple[Voice, list[Cue]]] = OrderedDict()
        self._speakers: dict[tuple[int, int], Who | None] = {}
        self._quoted: dict[int, Said] = {}
        self.labels = labels(self.text)

    @cached_property
    def names(self) -> Names:
        """The article's names, read when the first speaker is found: many an article has none."""
        return Names(self._document, self.sentences)

    def read(self, number: int) -> tuple[Voice, list[Cue]]:
        """The voice and cues of a sentence, read once while it is near."""
        if number not in self._read:
            voice = read_voice(self._article[number])
            if len(self._read) >= KEPT:
                self._read.popitem(last=False)
            self._read[number] = voice, find_cues(voice)
        return self._read[number]

    def speaker(self, number: int, cue: Cue, depth: int = 0) -> Who | None:
        """Who speaks in a cue of a sentence, with "he" and "the official" resolved."""
        key = number, cue.first
        if key not in self._speakers:
            self._speakers[key] = None  # while it is looked for, it is no answer to itself
            found = self._named(number, cue, depth)
            self._speakers[key] = found and self._resolved(number, cue, found, depth)
        return self._speakers[key]

    def outer(self, quote: int, offset: int) -> Said:
        """Who speaks at an offset by the quotation it stands in, or by a transcript's label."""
        said = self._quote_speaker(quote) if quote >= 0 else Said()
        label = None if said.who else self.labels.speaker(offset)
        return Said(label, label.text) if label else said

    def _quote_speaker(self, number: int) -> Said:
        """Who speaks in a quotation: by the cue at its ends, else whoever spoke right before it."""
        if number not in self._quoted:
            self._quoted[number] = Said()  # while it is looked for, it is no answer to itself
            said, first = Said(), number
            for each in range(number, max(-1, number - DEEPEST), -1):
                said, goes_on = (
                    (self._quoted[each], False) if each < number and each in self._quoted else self._frame(each)
                )
                if said.who or not goes_on:
                    break
                first = each
            self._quoted |= dict.fromkeys(range(first, number + 1), said)
        return self._quoted[number]

    def _named(self, number: int, cue: Cue, depth: int) -> Who | None:
        """The one a cue names by its own phrase, or by the sentence's subject: "…, adding that"."""
        voice, cues = self.read(number)
        if cue.speaker:
            found = who(voice, cue.speaker)
            if len(found.name) < _SHORTEST and found.sort != "pronoun":
                return None  # the R of "R0"
            is_object = voice.kinds[max(0, cue.speaker[0] - 1)] in "ev"
            if found.sort != "document" or found.definite or not is_object:
                return found
            return self._subject_before(voice, cue.speaker[0] - 1) or found
        before = [each for each in cues_near(cues, cue.first) if each.first < cue.first and each.sort == "verb"]
        named = [each for each in before if each.speaker]
        if named:
            return self.speaker(number, named[-1], depth + 1)
        return self._subject_before(voice, cue.first)

    def _subject_before(self, voice: Voice, token: int) -> Who | None:
        """The subject of a sentence, if it can speak and stands before a token."""
        subject = sentence_subject(voice)
        return who(voice, subject) if subject and subject[1] <= token and voice.is_source(subject) else None

    def _resolved(self, number: int, cue: Cue, found: Who, depth: int) -> Who | None:
        """Whom a phrase stands for: the speaker of its quotation for "we", the last who fits for "he" and "its"."""
        speech = load("speech")
        if depth > DEEPEST:
            return found
        if found.sort == "pronoun" and found.head in words_of_class("first-person"):
            speaker = self.outer(self.quotes.at(found.start), found.start).who
            return speaker._replace(text=found.text) if speaker else None
        sought = Who(found.owner, found.owner, found.start, "pronoun", found.owner) if found.owner else found
        referred = refer(sought, self.names, lambda: self._candidates(number, found.start, depth))
        if not found.owner:
            return referred._replace(text=found.text)
        owned = found.name.split(" ", 1)[1]
        if referred is sought:
            return found._replace(name=owned)
        if found.head in speech["nouns"]["stripped"]:
            return referred._replace(text=found.text)
        return found._replace(name=f"{self.names.full(referred)}{speech['possessive']['ending']} {owned}")

    def _candidates(self, number: int, before: int, depth: int) -> Iterator[Who]:
        """Those who spoke, or were spoken of, before an offset: of each sentence its speakers, then its subject."""
        for each in range(number, max(-1, number - LOOK_BACK), -1):
            voice, cues = self.read(each)
            token = voice.tokens.span(before, before)[0] if each == number else len(voice.kinds)
            for cue in sorted(cues_near(cues, token), key=Cue.reach, reverse=True):
                if not cue.tells or (each == number and not (cue.speaker and cue.speaker[0] < token)):
                    continue
                own = cue.speaker if each == number else None
                found = who(voice, own) if own else self.speaker(each, cue, depth + 1)
                if found:
                    yield found
            subject = sentence_subject(voice)
            if subject and subject[0] < token:
                yield who(voice, subject)

    def _frame(self, number: int) -> tuple[Said, bool]:
        """The speaker that the sentences around a quotation give it, and whether it stands alone, going on."""
        start, end = self.quotes.starts[number], self.quotes.ends[number]
        first, last = self.sentences.at(start), self.sentences.at(end - 1)
        for each, offset in ((first, start), (last, end - 1)):
            voice, cues = self.read(each)
            token = min(voice.tokens.span(offset, offset + 1)[0], len(voice.kinds) - 1)
            outside = [
                cue
                for cue in cues_near(cues, token)
                if cue.tells and voice.quotes[cue.first] != number and cue.covers(token)
            ]
            for cue in sorted(outside, key=Cue.reach):
                found = self.speaker(each, cue)
                if found:
                    return Said(found, voice.tokens.slice(cue.first, cue.last)), False
        if self.text[max(self.sentences[first].start, start - 3) : start].rstrip().endswith(":"):
            voice, _ = self.read(first)
            named = self._only_person(voice) if voice.analysis.topic is not None else None
            return Said(named or self._subject_before(voice, voice.tokens.span(start, start)[0])), False
        if signed := self._signed(end):
            return Said(signed), False
        opens = self.sentences[first].start >= start
        closes = not _WORD.search(self.text, end, self.sentences[last].end)
        return (self._said_before(number, first), True) if opens and closes and first else (Said(), False)

    def _signed(self, end: int) -> Who | None:
        """Whose name stands behind a quotation that ends at `end`: '"…" — Ida Holm, farmer', '"…" (Ida Holm, aide)'."""
        dash = _SIGNED.match(self.text, end)
        if not dash:
            return None
        voice, _ = self.read(self.sentences.at(dash.end()))
        phrase = voice.phrase_after(voice.tokens.span(dash.end(), dash.end() + 1)[0])
        ends = (",",) if dash[0].endswith("(") else ("", ",", ".", "(")
        if not phrase or voice.kinds[phrase[1] : phrase[1] + 1] not in ends:
            return None
        found = who(voice, phrase)
        return found if found.sort in ("person", "name", "role", "group") else None

    def _said_before(self, quote: int, number: int) -> Said:
        """The speaker of the sentence before a quotation that stands alone, if that sentence is not a quotation."""
        before = self.sentences[number - 1]
        if self.quotes.at(before.end - 1) == quote - 1 >= 0 and self.quotes.at(before.start) == quote - 1:
            return Said()
        voice, cues = self.read(number - 1)
        said = [cue for cue in cues if cue.sort == "verb" and voice.quotes[cue.first] < 0]
        if said:
            cue = max(said, key=Cue.reach)
            return Said(self.speaker(number - 1, cue), voice.tokens.slice(cue.first, cue.last))
        issued = load("speech")["phrases"]["issued"]
        announces = self.text[before.end - 1] == ":" or any(word in issued for word in voice.tokens.lower)
        sender = self._sender(voice) if announces else None
        if sender:
            return Said(sender)
        subject = sentence_subject(voice) if announces else None
        if subject and voice.is_source(subject):
            return Said(who(voice, subject))
        return Said(self._only_person(voice))

    def _sender(self, voice: Voice) -> Who | None:
        """Whom a line without a verb is from: "A message from the chairman:"."""
        if voice.analysis.topic is None:
            return None
        phrases = (voice.phrase_after(found.end()) for found in _FROM.finditer(voice.kinds))
        return next((who(voice, phrase) for phrase in phrases if phrase and voice.is_source(phrase)), None)

    def _only_person(self, voice: Voice) -> Who | None:
        """The one person that a sentence names, if it names just one."""
        places = [(i, i + 1) for i, kind in enumerate(voice.kinds) if kind == "C" and voice.kinds[i + 1 : i + 2] != "C"]
        people = {self.names.full(found): found for place in places if self.names.is_person(found := who(voice, place))}
        return next(iter(people.values())) if len(people) == 1 else None
