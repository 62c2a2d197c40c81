"""Who says so? The speaker, cue and stance of each figure, read in the light of the whole article."""

from allegedly.model import Attribution, Quantity
from allegedly.reading.who.chains import Chain, chain
from allegedly.reading.who.cue import Cue, cues_near
from allegedly.reading.who.discourse import Discourse
from allegedly.reading.who.stances import stance


def attributions(discourse: Discourse, number: int, quantities: list[Quantity]) -> list[Attribution]:
    """Who says each quantity of the sentence `number`, in their order; a null speaker is the article's own voice.

    >>> from allegedly.model import Document
    >>> from allegedly.reading.parsing import Analyses
    >>> discourse = Discourse(Analyses(Document("a", "Ida Holm said 30 cows died.")))
    >>> attributions(discourse, 0, [Quantity(14, 16, "30", 30)])[0].speaker
    'Ida Holm'
    """
    return [_attribute(discourse, number, quantity) for quantity in quantities]


def listen(discourse: Discourse, quantities: list[Quantity]) -> None:
    """Follows a speech through numbers whose speaker nobody asks: it may go on behind them."""
    for quantity in quantities:
        if (quote := discourse.quotes.at(quantity.start)) >= 0:
            discourse.outer(quote, quantity.start)


def _attribute(discourse: Discourse, number: int, quantity: Quantity) -> Attribution:
    voice, cues = discourse.read(number)
    tokens = voice.tokens
    first, last = tokens.span(quantity.start, quantity.end)
    first, last = min(first, len(tokens) - 1), min(max(last - 1, first), len(tokens) - 1)
    near = sorted(cues_near(cues, first), key=Cue.reach) if cues else []
    doubts = [cue for cue in near if cue.sort == "doubt" and (cue.covers(last) or first <= cue.first <= last)]
    begin = next((cue.last for cue in near if cue.first <= first < cue.last <= last), first)  # "range from 5 to 6"
    said = [cue for cue in near if cue.tells and cue.covers(begin)]
    relays = [cue for cue in near if cue.sort == "relay"]
    quote = discourse.quotes.at(quantity.start)
    found = (
        chain(discourse, number, said, relays, quantity.start) if said or quote >= 0 or discourse.labels else Chain()
    )
    return Attribution(
        speaker=found.speaker and discourse.names.full(found.speaker),
        speaker_text=found.text,
        holder=found.holder and discourse.names.full(found.holder),
        via=found.via and discourse.names.full(found.via),
        cue=found.cue or (tokens.slice(doubts[0].first, doubts[0].last) if doubts else None),
        stance=stance(voice, quantity, found.cues or said, doubts, found.speaker is not None),
        quoted=quote >= 0,
        speaker_rule=found.rule,
    )
