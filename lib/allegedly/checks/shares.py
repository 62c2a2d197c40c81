"""Shares beside counts: what a percentage comes to, and what "all" means for a count of the same group."""

from ..lexicon import load
from .articles import Article
from .concepts import shared_words
from .likeness import is_count, is_share, same
from .patterns import cue
from .relation import Relation
from .subsets import parts_known

NEAR = 2  #: passages around a share in which what it comes to is sought
FAR = 40  #: the same around a turnout


def implied(known):
    """The share and the base of each percentage that a layout found without its part."""
    return [
        {"share": relation.roles["share"], "base": relation.roles["base"]}
        for relation in known
        if relation.check == "share_of"
    ]


def quantifiers(article: Article, known):
    """A word such as "all" said of a group, beside a count of some of that group who are called otherwise."""
    shares = [
        figure
        for figure in article.figures
        if is_share(figure) and figure.unit == "percent" and figure.value in (0.0, 100.0) and worded(figure)
    ]
    for share in shares:
        for relation in known:
            if relation.check not in ("parts", "within"):
                continue
            (whole,) = relation.roles["total"]
            for part in relation.roles["parts"]:
                if other_group(share, part) and of_one_body(share, whole) and whole.at != share.at:
                    row = {"unclear": True, "worth_a_look": True}
                    yield Relation(
                        "quantifier", {"share": (share,), "part": (part,), "whole": (whole,)}, share.text, row=row
                    )


def worded(figure) -> bool:
    """Whether a figure is printed without digits."""
    return not any(sign.isdigit() for sign in figure.text)


def other_group(share, part) -> bool:
    """Whether the words of the share name another group of people than those of the count, by the thesaurus."""
    inside = load("things")["quantified"]["doubtful"]
    return any({*pair} & share.group and {*pair} & part.group and share.group != part.group for pair in inside)


def of_one_body(share, whole) -> bool:
    """Whether both speak of members of one organisation."""
    return bool(shared_words(share.subject, whole.subject)) or bool(shared_words(share.thing, whole.subject))


def turnouts(article: Article, known):
    """A turnout beside the number of those who voted: the base is not stated, so that nothing can be told."""
    told = {one.at for relation in known for one in relation.figures}
    for number, passage in enumerate(article.passages):
        words = cue(passage, "TURNOUT")
        for share in [one for one in passage.figures if is_share(one) and one.at not in told][:1] if words else ():
            near = [one for one in article.around(number, FAR) if is_voters(one)]
            near = [one for one in near if one.at not in parts_known(known)]
            if near:
                yield Relation("turnout", {"share": (share,), "part": (near[-1],)}, words, row={"unclear": True})


def is_voters(figure) -> bool:
    """Whether a figure of the body counts voters."""
    return is_count(figure) and "voter" in figure.group and figure.section == "body"


def beside(a, b) -> bool:
    """Whether two figures stand in one sentence or in two that follow each other."""
    return None not in (a.sentence, b.sentence) and abs(a.sentence - b.sentence) <= 1


def percentages(article: Article, known):
    """A share of a base that stands in its sentence, with a count elsewhere that is called the same."""
    for pair in implied(known):
        (share,), (base,) = pair["share"], pair["base"]
        for part in article.around(article.places[share.at][0], NEAR):
            close = beside(part, share) and part.at != base.at and same(part.place, base.place)
            if close and is_count(part) and share.thing and part.thing == share.thing:
                yield Relation("percentage", {"part": (part,), **pair}, licensed=False)
