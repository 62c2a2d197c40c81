"""The columns of the tables: names, dtypes and meanings are the contract of docs/tables.md."""

from typing import NamedTuple


class Column(NamedTuple):
    """A column of a table: its name, its pandas dtype and what it means."""

    name: str
    dtype: str
    meaning: str
    values: tuple[str, ...] = ()  #: the allowed values of a category, in order
    apart: bool = False  #: for programs: not in CSV


SECTIONS = ("headline", "caption", "subhead", "body", "link")
HEDGES = ("exact", "about", "nearly", "more_than", "at_least", "less_than", "at_most", "range", "vague")
CHANGES = ("level", "rise", "fall")
KINDS = ("count", "money", "share", "measure", "duration", "multiple", "age", "none")
STANCES = ("asserted", "estimated", "alleged", "denied", "predicted", "hypothetical")
UNCHECKED = ("vague", "no thing", "signed", "scope", "alone")  #: why a claim was not asked
EXTENTS = ("level", "so far", "during")
VERDICTS = ("agrees", "agrees if rounded", "conflicts", "cannot tell")
SEVERITIES = ("info", "warning", "error")

CLAIMS = (
    Column("id", "string", "<doc>@<start>: stable while the article is unchanged"),
    Column("doc", "string", "the raw file's name without its suffix; joins sources.csv"),
    Column("section", "category", "the part of the article", SECTIONS),
    Column("sentence", "Int32", "number of the sentence in the article, from 0"),
    Column("start", "Int32", "where the figure starts in the article, in code points"),
    Column("end", "Int32", "where it ends; text == article[start:end]"),
    Column("text", "string", "the figure as printed, with its hedge and unit"),
    Column("value", "float64", "the number as printed, scale applied; NaN where none is printed"),
    Column("low", "float64", "hard lower bound: what the words and digits allow"),
    Column("high", "float64", "hard upper bound"),
    Column("likely_low", "float64", "soft lower bound: what readers take them to mean"),
    Column("likely_high", "float64", "soft upper bound"),
    Column("open", "string", "which of the hard bounds are open: '(low', 'high)', '(low high)' or empty"),
    Column("grain", "float64", "the unit of the last significant digit as printed"),
    Column("hedge", "category", "how the figure is bounded", HEDGES),
    Column("change", "category", "a level, or how it moved", CHANGES),
    Column("kind", "category", "the kind of figure", KINDS),
    Column("unit", "string", "ISO 4217 code, percent, or a pint unit name; null for counts"),
    Column("per", "string", "what it is a rate of; null where it is none"),
    Column("thing", "string", "what is counted or measured, as printed"),
    Column("head", "string", "the thing's head noun, singular"),
    Column("subject", "string", "whose it is or whom it is about"),
    Column("place", "string", "where, as printed"),
    Column("verb", "string", "what befell or was done, as a lemma"),
    Column("when", "string", "the time words as printed"),
    Column("about_from", "datetime64[s]", "first day of the span the claim speaks of"),
    Column("about_to", "datetime64[s]", "last day of that span"),
    Column("speaker", "string", "who says so, in the fullest form; null is the article's own voice"),
    Column("speaker_text", "string", "the speaker as printed at that place"),
    Column("holder", "string", "whose belief the speaker reports"),
    Column("via", "string", "who relays it"),
    Column("cue", "string", "the words that give it to the speaker"),
    Column("stance", "category", "with what certainty it is said", STANCES),
    Column("quoted", "boolean", "inside quotation marks"),
    Column("event", "string", "the event that it speaks of; null where the text says too little"),
    Column(
        "extent", "category", "level (holds at a time), so far (a running total) or during (within a span)", EXTENTS
    ),
    Column("superseded", "boolean", "the text itself replaces it"),
    Column("strand", "string", "the series within its article: the id of its first claim"),
    Column("group", "string", "the thesaurus' name for who or what is counted, or for what a sum of money is"),
    Column("fate", "string", "the thesaurus' name for what befell them"),
    Column("keys", "string", "what joins it to figures of other articles, as JSON; not in CSV", apart=True),
    Column("published", "datetime64[s]", "the day of its article"),
    Column("publisher", "string", "who published its article"),
    Column("dated", "string", "what that day was taken from: sources.csv, dateline, page metadata, file name …"),
    Column("page", "Int32", "the page of a PDF that it stands on; null elsewhere"),
    Column(
        "link",
        "string",
        "where it stands in the original, as an address that a browser opens; null where none is known",
    ),
    Column("frame", "string", "the first frame that the figure stands in; null where it stands in none"),
    Column("role", "string", "its role there: from, to, by, part, whole, share, total, rate, again …"),
    Column("frames", "string", "all its memberships in frames, as JSON; frames.parquet has a row for each"),
    Column(
        "unchecked",
        "category",
        "why no check could ask it; null where one did, and in a table that was not checked",
        UNCHECKED,
    ),
    Column("rule", "string", "the grammar row that read it"),
    Column("thing_rule", "string", "the row of counted.toml that read the thing; null where there is none"),
    Column("verb_rule", "string", "the row of counted.toml that read the verb"),
    Column("time_rule", "string", "the row of times.toml that read the time words"),
    Column("speaker_rule", "string", "the row of speech.toml or telling.toml by which the speaker was found"),
    Column("reason", "string", "why it is no claim, where kind is none"),
    Column("corrected", "string", "what corrections.toml changed in this row, and why"),
    Column("context", "string", "the sentence as printed"),
    Column("context_start", "Int32", "where that sentence starts in the article"),
)

EVENTS = (
    Column("event", "string", "the event's name: <doc>#<kind>-<place>"),
    Column("doc", "string", "the article that speaks of it"),
    Column("kind", "string", "what kind of event: quake, attack, vote, war, outbreak …"),
    Column("place", "string", "where, or which disease, in lower case"),
    Column("first", "datetime64[s]", "the first day that its figures speak of; null where none says"),
    Column("last", "datetime64[s]", "the last day"),
    Column("participants", "list", "the names that its article tells it by"),
    Column("part_of", "string", "the event around it: the war that an attack is of"),
    Column("evidence", "string", "the first sentence whose figures speak of it"),
)

SERIES = (
    Column("series", "string", "its earliest strand's name, or the one that it had before"),
    Column("event", "string", "the first event that it is told of"),
    Column("measure", "string", "what is counted, what befell it, and the unit"),
    Column("place", "string", "the place that its figures are of"),
    Column("first", "datetime64[s]", "the first day that its figures speak of or were published"),
    Column("last", "datetime64[s]", "the last of these days"),
    Column("strands", "list", "the strands of its articles"),
    Column("claims", "list", "its claims, the earliest article first"),
    Column("voices", "list", "who says so; an article where it names nobody"),
    Column("newest", "string", "the claim of the latest article"),
    Column("lowest", "string", "the claim with the lowest number"),
    Column("highest", "string", "the claim with the highest number"),
    Column("formerly", "list", "names of series that were joined to it"),
)

FRAMES = (
    Column("frame", "string", "the frame's name: its document, its kind, and where its first member stands"),
    Column("kind", "string", "the kind of frame: change, share, sum, fates, ledger, product, same, order …"),
    Column("role", "string", "what the member is in it"),
    Column("claim", "string", "the claim; null where the member is no claim: a date, a list, a factor of units"),
    Column("start", "Int32", "where the member starts in the article"),
    Column("end", "Int32", "where it ends"),
    Column("evidence", "string", "the words that show its role; null where the arithmetic alone does"),
)

CHECKS = (
    Column("id", "string", "stable name of the finding"),
    Column("check", "string", "the check's name, as in lexicon/en/kinds.toml"),
    Column("verdict", "category", "what the two intervals say", VERDICTS),
    Column("severity", "category", "how much it matters", SEVERITIES),
    Column("claims", "list", "the ids of the claims it rests on; JSON in CSV"),
    Column("evidence", "string", "the words that make these claims comparable"),
    Column("relation", "string", "what was asked, with its numbers"),
    Column("left_low", "float64", "hard interval of the left side"),
    Column("left_high", "float64", "hard interval of the left side"),
    Column("right_low", "float64", "hard interval of the right side"),
    Column("right_high", "float64", "hard interval of the right side"),
    Column("gap", "float64", "distance between the two intervals, 0 where they overlap"),
    Column("why", "string", "one sentence that a reader understands"),
)

# A row an article; the reasons why claims could not be checked follow as further columns of counts.
COVERAGE = (
    Column("doc", "string", "the raw file's name without its suffix"),
    Column("figures", "Int32", "number expressions in the text"),
    Column("claims", "Int32", "those that are claims"),
    Column("not_claims", "Int32", "those that are none: dates, ordinals, names"),
    Column("checked", "Int32", "claims that at least one check could speak about"),
)
