"""speech.toml: who says so."""

from ..schema import Record, Rows, Shape, Table, example, flag, name, reads, value, words

STANCES = ("estimated", "alleged", "denied", "predicted", "hypothetical")
EXAMPLES = {
    "example": example("a sentence with the figure in [brackets]", needed=True),
    "speaker": reads('the speaker it must be read as; "" where there is none'),
    "also": example("further rows of what must be read, each {text, speaker, stance …}", "cases"),
}
SURELY = "what it makes of what is said, where that is not asserted; the stance that the example must have"

VERB = Rows(
    "a verb of saying, counting or believing",
    {
        "forms": words("all its forms", needed=True, home="say"),
        "stance": flag(SURELY, "text", among=STANCES),
        "passive": flag(
            'what its passive without a doer makes of it: "is said to …"; where it has a stance, that',
            "text",
            among=STANCES,
        ),
        "any": flag(
            'any noun can be its subject: "the notary said"; else only a name, a pronoun or a noun of [nouns] can'
        ),
        "that": flag('only with "that", a colon or a quotation after it'),
        "quote": flag("only with a colon or a quotation right after it or before its subject"),
        "quoting": flag("only with a quotation somewhere after it, which alone is what is said"),
        "told": flag('the hearer follows: "told reporters that …"'),
        "toll": flag('only with a noun of [toll] as its object: "put the death toll at …"'),
        "yields": flag(
            "under another's words it is part of what is said: \"Kirby said the army had confirmed …\" is Kirby's"
        ),
        "holds": flag(
            "its subject holds a belief that another may report; so does that of each that estimates or predicts"
        ),
        "about": flag(
            'only with "that", a verb in -ing or a noun of [claims] after it: "rejected 12 appeals" denies nothing'
        ),
        "only": words("only where its subject holds one of these words", narrows=True),
        "study": flag('only with a document or one of [claims] `students` as its subject, or with "that"'),
        "follow": words('only with one of these words right after it: "spoke of 300 strikers"', narrows=True),
        "passes": words('its passive works before these words too: "is accused of"', narrows=True),
        "never": words('not with one of these nouns soon after it: "claimed 30 lives"', narrows=True),
        "level": flag('"at" and a figure will do: "put the shortfall at 40"'),
        "content": flag('only with "that" or a quotation, if need be behind an adverbial: "wrote in a letter that"'),
        "clause": flag('with `that`: a clause without "that" will do: "admitted his side lost 3 men"'),
        "bare": flag('its passive works without "to": "are feared dead"'),
        **EXAMPLES,
    },
)
NOUN = Rows(
    'what gives a figure where its owner stands before it: "the charity\'s estimate of 300"',
    {
        "forms": words("its forms", needed=True),
        "follow": words("the words one of which must follow it", needed=True),
        "relay": flag("what they name is the source, the subject relays it"),
        "stance": flag(SURELY, "text", among=STANCES),
        **EXAMPLES,
    },
)
SOURCE = Rows(
    'words before a speaker: "according to X"',
    {
        "words": name("the words"),
        "relay": flag("what they name is the source, the subject relays it"),
        "never": words("any noun speaks but these", narrows=True),
        "named": flag("only a name"),
        "document": flag("only a document"),
        "owned": flag("only a document of somebody"),
        "stance": flag(SURELY, "text", among=STANCES),
        **EXAMPLES,
    },
)
ADVERB = Rows(
    'words that cast doubt without a speaker: "reportedly"; they reach to the end of their clause',
    {"words": name("the words"), "stance": flag(SURELY, "text", among=STANCES, needed=True), **EXAMPLES},
)
MODAL = Rows(
    "words that make a claim without a speaker of its own a forecast or a case supposed",
    {
        "words": name("the words"),
        "stance": flag(SURELY, "text", among=STANCES, needed=True),
        "said": flag("what they make of it where someone says so", "text", among=STANCES),
        "having": flag('what they make of it before "have"', "text", among=STANCES),
        "condition": words("only with one of these words in the sentence", narrows=True),
        "clause": flag("they open the clause that is supposed: what stands in another is not"),
        "ending": flag('they are drawn together with a pronoun: "they\'ll"'),
        **EXAMPLES,
    },
)
WORTH = Rows(
    "words in a speaker's phrase that make what it says an estimate or a forecast",
    {
        "words": words("the words", needed=True),
        "stance": flag(SURELY, "text", among=STANCES, needed=True),
        **EXAMPLES,
    },
)


def _lists(**says: str) -> dict[str, Shape]:
    """Lists of words that must be there, each with what it means."""
    return {key: words(text, needed=True) for key, text in says.items()}


_ALSO = {"also": example("rows of what must be read, each {text, speaker, stance …}", "cases", needed=True)}
NOUNS = Record(
    "what may speak",
    {
        "people": words("people by what they are or do", needed=True, home="role"),
        "groups": words("bodies of people", needed=True, home="group"),
        "documents": words("what is written, and says something", needed=True, home="document"),
        "outlets": words("words in the names of papers and stations: they relay", needed=True, home="outlet"),
        "any_official": value("the word that any of `official` may be called by"),
        "plural_ending": value("the ending of a plural"),
        "alike": words("words for one and the same role", "text groups", needed=True),
        **_lists(
            official="roles that speak for somebody",
            plural="plurals without that ending",
            female="roles, titles and pronouns of a woman",
            male="roles, titles and pronouns of a man",
            generic="words by which a body that was named is spoken of again",
            stripped="documents that are nobody: their owner speaks, or those they are from",
            audience="who is told something, and is no speaker",
            events="where something is told",
        ),
        **_ALSO,
    },
)
PHRASES = Record(
    "words that join or open a speaker's phrase",
    {
        **_lists(
            links='they join what a body is "of"',
            places="they join where a speaker is",
            through='they carry a subject over to the verb behind them: "went on to say"',
            passive="after a passive: what is said follows; the first one before a verb, the others before a clause",
            when="further words that date",
            between="they may stand between a subject and its verb",
            owners="before whose a document is, where the document is nobody",
            makers="before who made a document",
            issued="what somebody issues, and then says in it",
            many="they stand before who speaks",
        ),
        "aside": value("it opens how or as what somebody speaks"),
        "at": value("before the figure of a level"),
        "participle": value("the ending of a participle"),
        "agent": value("before the doer of a passive"),
        **_ALSO,
    },
)
_WORDS = {"words": words("the words", needed=True)}

TABLES = {
    "speech": Table(
        "Who says so: the words that give a claim to a speaker, the nouns that can speak, and what they do to its "
        "certainty. Each row has an `example` with the figure in [brackets]; `also` has more of them where one does "
        "not need all that the row says. The closed classes (the, he, of, has …) stand in words.toml.",
        {
            "verb": VERB,
            "noun": NOUN,
            "source": SOURCE,
            "headed": Record("the source at the end of a headline, or at its beginning", EXAMPLES),
            "adverb": ADVERB,
            "modal": MODAL,
            "worth": WORTH,
            "negation": Record(
                "words that deny",
                {
                    **_lists(
                        endings="endings of verbs that deny",
                        unsaid="after or before these nothing is said",
                        wishes="what should be is not said to be",
                    ),
                    **EXAMPLES,
                },
            ),
            "toll": Record("nouns of which a verb with `toll` gives the size", {**_WORDS, **EXAMPLES}),
            "nouns": NOUNS,
            "titles": Record("words before a name", {"words": words("the words", needed=True, home="title"), **_ALSO}),
            "firms": Record(
                "words in the names of firms", {"words": words("the words", needed=True, home="firm"), **_ALSO}
            ),
            "particles": Record("small words inside names", {**_WORDS, **_ALSO}),
            "claims": Record(
                "what is claimed or denied",
                {**_WORDS, "students": words("people who find things out", needed=True), **_ALSO},
            ),
            "breaks": Record("they end what a cue reaches", {**_WORDS, **EXAMPLES}),
            "narrow": Record("what follows them is no part of a forecast", {**_WORDS, **EXAMPLES}),
            "phrases": PHRASES,
            "labels": Record(
                "who asks, before a colon at the beginning of a line",
                {
                    "question": words("the words", needed=True),
                    "answer": words("who was named last answers, where a line asks with the first letter", needed=True),
                    **_ALSO,
                },
            ),
            "possessive": Record("how an owner is written", {"ending": value("the ending")}),
        },
    ),
}
