"""What one side says there was and another says there never was."""

from .across import one_voice
from .articles import Article
from .concepts import concepts, shared_words
from .likeness import REACH, voice
from .relation import Relation
from .wording import flat


def denials(article: Article, known):
    """Each mention or claim of something, against the claims by others that there was none of it."""
    denied = [one for one in article.figures if one.value == 0 and one.stance == "denied" and voice(one)]
    claimed = [one for one in article.figures if one.value and one.stance != "denied" and one.kind == "count"]
    for claim in denied:
        for asserted in (*article.mentions, *claimed)[:REACH]:
            if voice(asserted) and not one_voice(voice(claim), voice(asserted)) and one_topic(asserted, claim):
                yield Relation("denial", {"a": (asserted,), "b": (claim,)}, flat(claim.text), True)
                break


def one_topic(asserted, denied) -> bool:
    """Whether both speak of one act, by the thesaurus or by a word, and of one object."""
    told = " ".join(filter(None, (asserted.words, asserted.after)))
    refused = " ".join(filter(None, (denied.text, denied.words or denied.after)))
    acts = concepts("act", told) & concepts("act", refused)
    objects = concepts("object", asserted.context) & concepts("object", denied.context)
    return bool(acts) and (bool(objects) or bool(shared_words(asserted.thing, denied.thing)))
