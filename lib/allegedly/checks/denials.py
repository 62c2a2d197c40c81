"""What one side says there was and another says there never was."""

from .articles import Article
from .concepts import shared_words
from .layouts import Relation
from .likeness import voice


def denials(article: Article, known):
    """Each mention or claim of something, against the claims by others that there was none of it."""
    denied = [one for one in article.figures if one.value == 0 and one.stance == "denied" and voice(one)]
    mentions = [one for one in article.mentions if one.speaker]
    for asserted in mentions:
        for claim in denied:
            if voice(claim) != voice(asserted) and one_topic(asserted, claim):
                yield Relation("denial", {"a": (asserted,), "b": (claim,)}, claim.text, True)
    return


def one_topic(asserted, denied) -> bool:
    """Whether two sentences share what is counted, or what was done with it."""
    return bool(shared_words(asserted.words, denied.words))
