"""Who says so? The speaker, cue and stance of each figure, read over the whole article."""

from allegedly.lexicon import load
from allegedly.model import Attribution, Document, Quantity, Sentence
from allegedly.reading.cues import Cue, find_cues
from allegedly.reading.names import Names, Who, who
from allegedly.reading.quotes import Quotes, quotes
from allegedly.reading.tokens import Tokens, tokenise
from allegedly.reading.voices import Voice, read_voice

LOOK_BACK = 8  # sentences in which "he" or "the official" looks for its man


def attributions(
    document: Document, sentences: list[Sentence], wanted: list[tuple[int, Tokens, list[Quantity]]]
) -> dict[tuple[int, int], Attribution]:
    """The attribution of each wanted quantity, by its `(start, end)`.

    >>> from allegedly.sentences import sentences
    >>> from allegedly.reading.tokens import tokenise
    >>> article = Document("a", "Ida Holm said 30 cows died.")
    >>> figure = Quantity(14, 16, "30", 30)
    >>> attributions(article, sentences(article), [(0, tokenise(article.text), [figure])])[14, 16].speaker
    'Ida Holm'
    """
    article = _Article(document, sentences)
    return {
        (quantity.start, quantity.end): article.attribute(number, tokens, quantity)
        for number, tokens, quantities in wanted
        for quantity in quantities
    }


class _Article:
    """An article while its speakers are read: its quotations, names, and the cues of the sentences looked at so far."""

    def __init__(self, document: Document, sentences: list[Sentence]):
        self.text = document.text
        self.sentences = sentences
        self.quotes: Quotes = quotes(document.text)
        self.names = Names(document, sentences)
        self._read: dict[int, tuple[Voice, list[Cue]]] = {}

    def sentence(self, number: int, tokens: Tokens | None = None) -> tuple[Voice, list[Cue]]:
        """The voice and cues of a sentence, read once."""
        if number not in self._read:
            sentence = self.sentences[number]
            tokens = tokens or tokenise(self.text, sentence.start, sentence.end)
            voice = read_voice(tokens, [self.quotes.at(start) for start in tokens.starts])
            self._read[number] = voice, find_cues(voice)
        return self._read[number]

    def attribute(self, number: int, tokens: Tokens, quantity: Quantity) -> Attribution:
        voice, cues = self.sentence(number, tokens)
        token = min(tokens.span(quantity.start, quantity.end)[0], len(tokens) - 1)
        covering = sorted((cue for cue in cues if cue.covers(token)), key=Cue.reach)
        sayers = [cue for cue in covering if not cue.row.get("doubt")]
        speaker = self.resolve(number, voice, sayers[0]) if sayers else None
        return Attribution(
            speaker=self.names.full(speaker) if speaker else None,
            speaker_text=speaker.text if speaker else None,
            cue=tokens.slice(sayers[0].first, sayers[0].last) if sayers else None,
            quoted=self.quotes.at(quantity.start) >= 0,
        )

    def resolve(self, number, voice, cue) -> Who | None:
        return who(voice, cue.speaker) if cue.speaker else None
