"""Five times the text takes at most 5.5 times the work, counted in calls of functions, as time would waver."""

import cProfile
import gc

import pytest

from allegedly import Document, claims

NEWS = (
    "Officials in Norvik said on Monday that about 40 of the 300 flats were damaged, and that at least 12 people, half "
    "of them children, had left since 2014{stop} “We lost 5 percent,” Mayor Ida Holm told the Courier, which put the "
    "cost at $3 million a year{stop} According to the ministry (NM), it has not received any of the 20 boats{stop} "
)
TEXTS = {
    "article": f"{NEWS.format(stop='.')}\n\n",
    "paragraph": NEWS.format(stop="."),
    "sentence": NEWS.format(stop=" and"),
    "cues": "he said 40 men, ",
    "figures": "40 of ",
    "quotations": '"40 men, " he said ',
    "open quotations": "“40 ",
    "lines of quotations": '"40 men\n\n',
    "names": "John Kirby, 40, ",
    "abbreviations": "Ida Holm (IH) ",
    "dates": "since 2014 and 40 men in March ",
    "denials": "never said 40 ",
    "labels": "VIK: 5\n",
    "codes": "12x",
    "a table without line ends": "12 40 ",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_work_grows_no_faster_than_the_text(text):
    once = text * (6000 // len(text))
    calls(once)  # what is kept of words is kept now
    assert calls(once * 5) <= 5.5 * calls(once)


def calls(text: str) -> int:
    """How many functions are called while the claims of `text` are read."""
    profile = cProfile.Profile()
    profile.runcall(claims, Document("a", text))
    return sum(entry.callcount for entry in profile.getstats())


def test_an_article_leaves_nothing_to_collect():
    """What is made for it goes with it: nothing holds itself in a circle."""
    document = Document("a", NEWS.format(stop=".") * 3)
    claims(document)
    gc.collect()
    claims(document)
    assert gc.collect() == 0
