"""shown.toml: how figures, intervals and the tables' names are put into words for a reader."""

from ..schema import Key, Lookup, Record, Shape, Table, value


def _named(says: str, names: str, form: str = "text") -> Record:
    """Texts under these names (parted by " · "), each of which must be there."""
    return Record(says, {key: value("", form) for key in names.split(" · ")})


_KINDS = "count · money · share · measure · duration · multiple · age · none"
_SIGNS = "count · money · share · measure · none"


def _signs() -> Record:
    one: dict[str, Shape] = {key: value("", among=tuple(_SIGNS.split(" · "))) for key in _KINDS.split(" · ")}
    return Record("which of the five signs in the text marks a kind", one)


_RATES: dict[str, Shape] = {
    "one": value("most"),
    "vowel": value("before a vowel"),
    "many": value("before a number"),
    "vowels": value('how a word begins that "an" stands before', "texts"),
}
_TOPICS: dict[str, Shape] = {
    **_named(
        "",
        "unnamed · hollow · one_voice · voices · higher · lower · within · nothing · newest · lowest · highest · "
        "figure · per",
    ).keys,
    "fates": Lookup("what a fate of the thesaurus is called behind those whom it befell", value()),
    "groups": Lookup("many of a group of the thesaurus, where that is not its name with an s", value()),
    "kinds": Lookup("what a kind of event is called, where its name is not plain", value()),
}
_FINDINGS: dict[str, Shape] = {
    "uncompared": value("checks whose sides are no two amounts: their intervals are not drawn", "texts"),
    "denial": value("before a further voice on the same claim"),
    "other": value("before a further finding on the same claim"),
}
_FIELDS = (
    "figures · exact span · claim or not · value · value and bound · hedge · unit · per · change · thing · head · "
    "verb · place · subject · speaker · no wrong speaker · holder · via · stance · time · time, same words · from · "
    "to · whole row · left out"
)
_CHARTS = (
    "nothing · nothing_wide · wide · no_whole · no_finding · no_date · more · figures · counts · composition · made · "
    "over_time · hollow · undated · no_source · verdicts · finding · left · right · score · scores · score_signs"
)
_ONE: Key = value("one and several", "texts")

TABLES = {
    "shown": Table(
        "How figures, intervals and the tables' names are put into words for a reader. Each name must be there; "
        "{names} in a text are filled in.",
        {
            "span": _named(
                "an interval, by its bounds", "exact · closed · open · above · from · below · upto · unknown"
            ),
            "allows": _named("what a card says that a figure allows", "likely · rounded · both"),
            "rates": Record("what a figure is a rate of, behind it", _RATES),
            "kinds": _named("a kind of figure", _KINDS),
            "signs": _signs(),
            "hedges": _named(
                "how a figure is bounded",
                "exact · about · nearly · more_than · at_least · less_than · at_most · range · vague",
            ),
            "verdicts": _named("what a finding says", "agrees · agrees if rounded · conflicts · cannot tell"),
            "outcomes": _named(
                "how many findings have a verdict, one and several of them; worst first",
                "conflicts · contested · cannot · rounded · agrees",
                "texts",
            ),
            "summary": _named(
                "of the checks, for a terminal: what could not be asked first", "claims · unasked · trivial", "texts"
            ),
            "voices": Record(
                "who speaks", {"articles": value("how a name may begin that is the same name without it", "texts")}
            ),
            "brief": Record(
                "the first screen of an article's page: what was found, and how much of the article that rests on",
                {
                    **{name: value() for name in ("nothing", "sound")},
                    **dict.fromkeys(("wrong", "contested", "checked", "unchecked"), _ONE),
                },
            ),
            "failures": _named(
                "what the page of a run that went wrong says first", "failed · died · timed out · stopped"
            ),
            "run": _named("how a page came about", "made · unversioned · notebook · took · end · undescribed"),
            "facts": Record(
                "what a page says of how it came about",
                {"as_of": value(), "made": value(), "runs": _ONE, "failed": _ONE},
            ),
            "index": Record(
                "a page's coverage in a sentence; what is none is left out",
                {"figures": _ONE, "claims": _ONE, "checked": _ONE, "sparkline": value()},
            ),
            "legend": _named("what each of the five signs means", _SIGNS),
            "why": _named(
                "what the rules of a claim are called on its card",
                "rule · thing_rule · verb_rule · time_rule · speaker_rule · like",
            ),
            "unchecked": _named(
                "why claims could not be checked, one and several of them",
                "unchecked_vague · unchecked_alone · unchecked_no_thing · unchecked_signed · unchecked_scope · other",
                "texts",
            ),
            "findings": Record("what stands around findings", _FINDINGS),
            "opinions": _named("what people say of a finding", "accepted · rejected · noted"),
            "topics": Record("what several voices say of one thing", _TOPICS),
            "checks": Lookup("a kind of check", value()),
            "stances": _named(
                "the shape that stands for each in charts",
                "asserted · estimated · alleged · denied · predicted · hypothetical",
            ),
            "charts": _named("what charts say, in their pictures and in the words that stand for them", _CHARTS),
            "fields": _named("what each row of the scores asks", _FIELDS),
        },
    )
}
