"""words.toml: the closed classes of words."""

from ..schema import Lookup, Record, Rows, Table, example, value, words

_EXAMPLES = example("texts that are read otherwise without a word of it", "texts", needed=True)
_TAGGED = {
    "determiner": "words before a noun", "pronoun": "words for a noun", "be": "forms of the verb be",
    "have": "forms of the verb have", "having": "its participle", "modal": "verbs before a bare verb",
    "preposition": "words before a noun phrase",
    "preposition-or-adjective": 'prepositions that are adjectives before a noun: "past rates", "in past years"',
    "of": "of", "to": "to", "conjunction": "they join two of a kind", "subordinator": "they open a clause",
    "relative": "they open a clause about a noun", "adverb": "adverbs that no ending tells", "negation": "they deny",
    "adjective": "adjectives that no ending tells",
    "adjective-or-verb": 'adjectives that are verbs before a figure or an article: "to open four offices"',
    "noun": "nouns that look like verbs to the tables more often than they are", "verb": "verbs that look like nouns",
    "past": 'verbs in the past that stand before no noun of theirs: "15 died underground"',
    "unchanged": 'verbs whose past is their present: "was hurt", "cut 300 jobs"',
}  # fmt: skip
_PLAIN = {
    "contracted": 'pronouns whose \'s is a verb ("it\'s raining"), not a possessive ("one\'s right")',
    "subject": 'pronouns that are always subjects: a preposition before them opens a clause ("as he scored")',
    "masculine": "pronouns of a man, those that tell whose among them",
    "feminine": "pronouns of a woman",
    "neuter": "pronouns of a thing or a body",
    "plural-pronoun": "pronouns of several, or of one whose sex is not said",
    "first-person": "pronouns of the writer, or of who is quoted",
    "negative": "further words that deny",
    "suffered": 'verbs of which the past stands for people behind a figure: "five hurt in a crash"',
    "compounding": 'participles that make one adjective with the noun before them: "measles related deaths"',
    "before_to": 'with them "to" is a preposition, and no verb follows: "according to figures"',
    "whose": 'relatives that a noun follows: "whose claim was denied"',
    "pointing": 'determiners that stand for people without a noun: "those known to be ill"',
    "definite": 'determiners of what is known already: "these three had recovered"',
    "objectless": 'verbs in -ing that qualify the plural behind them: "millions of working mothers"',
    "standing": 'verbs behind a singular that "in" or "at" follows: "no office stands in the way"',
    "plural": "nouns that take a verb without -s though they have no other form",
}

TABLES = {
    "words": Table(
        "The closed classes of English words: what a reader of noun phrases must know before it looks a word up. "
        "Open classes (nouns, verbs, adjectives, adverbs) are told by lemminflect's tables and, for words not in them, "
        "by the endings below. A word may stand in several classes, and once in each.",
        {
            **{
                key: Record(says, {"words": words("the class, whole", needed=True, home=""), "examples": _EXAMPLES})
                for key, says in _TAGGED.items()
            },
            "possessive": Record(
                "whose",
                {
                    "endings": words('of a noun: "the firm\'s", "the workers\'"', needed=True),
                    "words": words("the class, whole", needed=True, home=""),
                    "examples": _EXAMPLES,
                },
            ),
            **{
                key: Record(says, {"words": words("the class, whole", needed=True, home=""), "examples": _EXAMPLES})
                for key, says in _PLAIN.items()
            },
            "peoples": Record(
                'how the names of peoples end: "North Korean weapons" are not North Korea\'s for sure',
                {"endings": words("the ends", needed=True), "examples": _EXAMPLES},
            ),
            "ending": Rows(
                "an ending that tells the part of speech of a word that no table knows",
                {
                    "of": value("the ending"),
                    "upos": value("the part of speech, by its name in Universal Dependencies"),
                    "features": value("its features, as there", needed=False),
                },
            ),
            "spelling": Rows(
                "two spellings of one dictionary form; the first is read as the second where that is a word too",
                {
                    "of": value("how the one ends"),
                    "is": value("how the other ends"),
                    "upos": value("of which part of speech"),
                    "other": words("words that only look so", needed=True),
                },
            ),
            "singular": Lookup("singulars that no rule gives", value("the singular"), entries=True),
        },
    )
}
