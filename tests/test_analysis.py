"""One analysis of a sentence: made once, whole, with the field's names, and read by every question."""

import ast
import dataclasses
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import allegedly.text.analysis
import allegedly.text.tokens
from allegedly import Document, claims, read
from allegedly.lexicon import words_of_class
from allegedly.reading.parsing import Analyses
from allegedly.reading.who.voices import read_voice
from allegedly.text.tagset import TAGS

ROOT = Path(__file__).parents[1]
READING = ROOT / "lib" / "allegedly" / "reading"
ARTICLES = sorted((ROOT / "data" / "raw").glob("*.txt")) + sorted((ROOT / "tests" / "gold" / "articles").glob("*.txt"))
UPOS = {
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
}  # fmt: skip
FEATURES = {"Case", "NumType", "Number", "Poss", "PronType", "Tense", "VerbForm", "VerbType"}
SPOKEN = (
    "Storm sinks 12 boats\n\nIda Holm, the mayor of Os, said on Friday that 12 sank. “We lost 30 nets,” she added."
    "\n\n“Some 40 men are out of work. Nobody paid them,” said the union's leader, Per Vik.\n\n"
    "According to the ministry, 300 families live there. It had no comment. He denied that 7 had left."
)


def analysed(text):
    """The analysis of a text of one sentence."""
    return Analyses(Document("own", text))[0]


def test_a_sentence_is_tokenised_and_tagged_once(monkeypatch):
    cut, tagged = Counter(), Counter()
    whole, tag = allegedly.text.tokens._PIECE, allegedly.text.analysis.tag

    class Counting:
        def findall(self, text, start=0, end=None):
            if text == SPOKEN:  # not the words of a hedge
                cut[start] += 1
            return whole.findall(text, start, end)

    def counting(tokens, *others):
        tagged[tokens.starts[0]] += 1
        return tag(tokens, *others)

    monkeypatch.setattr(allegedly.text.tokens, "_PIECE", Counting())
    monkeypatch.setattr(allegedly.text.analysis, "tag", counting)
    found = claims(Document("own", SPOKEN))
    assert len(found) == 6
    assert {claim.attribution.speaker for claim in found} > {"Ida Holm", "the ministry"}
    assert set(cut.values()) == {1}
    assert set(tagged.values()) == {1}


@pytest.mark.parametrize("path", [*READING.rglob("*.py")], ids=lambda path: str(path.relative_to(READING)))
def test_no_reader_tags_by_itself(path):
    """Figures are read from pieces (how_much); every other question reads the one analysis."""
    imported = {
        (node.module, alias.name)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf8")))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert not {module for module, _ in imported} & {"allegedly.text.tags", "allegedly.text.choices"}
    cutting = {name for module, name in imported if module == "allegedly.text.tokens"} & {
        "tokenise",
        "tokens_of",
        "pieces",
    }
    assert not cutting or path.parent.name == "how_much" or path.name == "parsing.py"


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_the_layers_are_whole(path):
    """Each token has its entry, chunks cover the sentence, a clause has its verb, and all names are the field's."""
    article = Analyses(read(path))
    for number in range(len(article.sentences)):
        sentence = article[number]
        size = len(sentence.tokens)
        assert {len(sentence.upos), len(sentence.features), len(sentence.lemmas), len(sentence.tags)} == {size}
        assert len(sentence.quotations) == size
        assert set(sentence.upos) <= UPOS
        assert {pair.partition("=")[0] for each in sentence.features for pair in each.split("|") if pair} <= FEATURES
        assert [at for chunk in sentence.chunks for at in range(chunk.first, chunk.last)] == [*range(size)]
        for clause in sentence.clauses:
            assert 0 <= clause.first < clause.last <= size
            assert clause.verb is None or clause.first <= clause.verb < clause.last
        assert not size or max(clause.last for clause in sentence.clauses) == size


NEW_VERB = """
import functools
import gc
from allegedly import Document, claims
from allegedly.lexicon import load
from allegedly.model import date
load("speech")["verb"].append({"forms": ["posit", "posits", "posited", "positing"]})
for kept in gc.get_objects():  # what was read from the tables before is read anew
    if isinstance(kept, functools._lru_cache_wrapper) and kept is not load:
        kept.cache_clear()
text = "The mayor posited on Friday that 40 homes burned. Officials posit 300 people drowned."
for claim in claims(Document("a", text, published=date(2024, 5, 15))):
    print(claim.attribution.speaker, claim.thing.thing, claim.thing.verb, claim.thing.subject, claim.time.when)
"""


def test_a_verb_of_saying_has_one_home():
    """Added to speech.toml, it gives the speaker, is not the verb of what was said, and dates only the saying."""
    run = subprocess.run([sys.executable, "-c", NEW_VERB], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == [
        "the mayor homes burn None None",
        "Officials people drown None None",
    ]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_word_is_a_verb_for_every_question_or_for_none(path):
    """A cue for who speaks is a verb for what and when too; capitals inside a sentence make names."""
    article = Analyses(read(path))
    for number in range(len(article.sentences)):
        sentence = article[number]
        for i, letter in enumerate(read_voice(sentence).kinds):
            says = sentence.upos[i] == "VERB" and sentence.lower[i] in words_of_class("say")
            assert says or letter != "v"
            assert not says or letter == "v" or sentence.words[i][0].isupper()


def test_an_analysis_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        analysed("It sank.").tags = ""


def test_the_tags_are_universal_dependencies():
    assert {tag.upos for tag in TAGS.values()} <= UPOS


@pytest.mark.parametrize(
    ("text", "upos"),
    [
        ("The shares rose.", "DET NOUN VERB PUNCT"),
        ("She shares 3 rooms.", "PRON VERB NUM NOUN PUNCT"),
        ("Its old ten-storey block burned in May.", "PRON ADJ NUM PUNCT NOUN NOUN VERB ADP PROPN PUNCT"),
        ("Norland's army has not lost any men.", "PROPN NOUN AUX ADV VERB DET NOUN PUNCT"),
        ("Men who fled said that they will return.", "NOUN PRON VERB VERB SCONJ PRON AUX VERB PUNCT"),
    ],
)
def test_words_have_their_part_of_speech(text, upos):
    assert " ".join(analysed(text).upos) == upos


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("On Friday 40 homes burned.", [("date", ""), ("NP", "noun"), ("VP", "past"), ("PUNCT", "")]),
        ("They were sold to Norland", [("NP", "pronoun"), ("VP", "passive"), ("PP", ""), ("NP", "noun")]),
        ("It is 40", [("NP", "pronoun"), ("VP", "copula"), ("figure", "")]),
    ],
)
def test_chunks_have_kind_and_form(text, kinds):
    assert [(chunk.kind, chunk.form) for chunk in analysed(text).chunks] == kinds


def test_a_clause_knows_its_subject_and_verb():
    sentence = analysed("The shop where the fight began is closed.")
    relative, main = sentence.clauses
    assert (relative.kind, main.kind) == ("relative", "main")
    assert sentence.tokens.slice(*sentence.chunks[main.subject][:2]) == "The shop"
    assert sentence.words[main.verb] == "closed"
    assert sentence.words[relative.verb] == "began"
