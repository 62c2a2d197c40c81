"""What the checks find, with which verdict, and where they must stay silent: loops over tables."""

import re
import tomllib
from pathlib import Path

import pytest
from checks_marked import marked

from allegedly import Document, checks, claims, tidy
from allegedly.checks.inside import within
from allegedly.checks.kinds import KINDS
from allegedly.lexicon import load
from allegedly.reading.together import doubts
from allegedly.table import CHECKS, VERDICTS

JUDGED = tomllib.loads(Path(__file__).with_name("checks.toml").read_text("utf8"))["row"]
AGREEING = ("agrees", "agrees if rounded")


def read(*sentences):
    """The table of sentences with some of their figures in brackets, and where these stand."""
    text = " ".join(sentences)
    starts = [match.start() - 2 * number for number, match in enumerate(re.finditer(r"\[", text))]
    return tidy(claims(Document("own", re.sub(r"[\[\]]", "", text)), all=True)), starts


@pytest.mark.parametrize("row", [row for kind in ("group", "act", "object") for row in load("things")[kind]],
                         ids=lambda row: row["name"])  # fmt: skip
def test_each_thing_is_found_in_its_own_example(row):
    kind = next(kind for kind in ("group", "act", "object") if row in load("things")[kind])
    assert row["name"] in doubts.found(kind, row["example"])


@pytest.mark.parametrize("row", load("measures")["fate"], ids=lambda row: row["name"])
def test_a_fate_lies_in_fates_that_there_are(row):
    names = {one["name"] for one in load("measures")["fate"]}
    assert {*row.get("within", ())} <= names and row["name"] not in within(row["name"])


def test_each_equation_has_its_kind_and_its_words():
    said = load("kinds")["equation"]
    assert {*KINDS} == {*said}
    assert all({"agrees", "rounded", "conflicts", "unclear"} <= {*row} for row in said.values())


@pytest.mark.parametrize("row", JUDGED, ids=lambda row: row["text"])
def test_the_figures_of_a_relation_are_asked_with_the_right_verdict(row, request):
    if row.get("known"):
        request.applymarker(pytest.mark.xfail(strict=True))
    table, starts = read(row["text"])
    spans = {claim.id: (claim.start, claim.end) for claim in table.itertuples()}
    wanted = AGREEING if row["verdict"] in AGREEING else (row["verdict"],)
    whole = [
        finding.verdict
        for finding in checks.check(table).itertuples()
        if all(any(spans[id][0] <= at < spans[id][1] for id in finding.claims) for at in starts)
    ]
    assert set(whole) & set(wanted) and set(whole) <= set(wanted)


# What naive arithmetic accuses wrongly.
INNOCENT = [
    [
        "They saw [142] patients on Friday, [205] on the Saturday, when it was 36 degrees, and [178] on Sunday, for a "
        "total of [525]."
    ],
    [
        "At the end of June [2,930] people were on the list.",
        "[1,410] have joined it since, and operations took [1,675] "
        "off; so that on 30 September the trust counted [2,665].",
    ],
    ["Snow blocked the pass for [three days], from 28 February to 1 March."],
    [
        "Pay grew by [5.7 per cent] in the [three months] to May, "
        "yet with prices up [8.8] it bought [2.8 per cent] less."
    ],
    ["Ten people, including [3] children, were killed and [20] people were injured."],
    ["[Ten] people were killed, including [3] children, and [20] injured."],
    ["The boat carried [33] passengers and [6] crew.", "[5] were rescued while the rest are feared dead."],
    ["The firm lost [$5 million] in May, including [$7 million] on wheat."],
    ["The firm cut [300] jobs, including [120] in one town, while adding [450] in another."],
    ["[At least 12] people died, including [2] officers, and [45] others were wounded."],
    ["The firm has [5,000] staff, of whom [3,000] work abroad and [2,500] are women."],
    ["The bank has [1,000] branches, including [400] in the south and [700] machines."],
    ["It has [60] planes, including [20] jets and [15] freighters, and employs [4,000] people."],
    ["[Up to 50] people may be buried, including [60] miners."],
    ["Shares fell [3%] to [$45] after rising from [$40] to [$46]."],
    ["The tax will raise [$500 million], [$300 million] less than planned and [$250 million] more than once."],
    ["The tunnel is [8 miles] ([13 km]) long."],
    ["It was colder by [10 degrees] than in [30] years."],
    ["Profit fell [20%] to [$80 million] from [$90 million] in spring and [$100 million] a year ago."],
    ["There were [40] arrests: [12] on Friday, [20] on Saturday and the rest on Sunday."],
    ["The panel of [12] includes [7] women and [8] lawyers."],
    ["[200,000] homes lost power, up from [150,000], including [90,000] in one county and [80,000] in another."],
    ["The police held [12] men, [3] cars and [4] guns."],
    ["[Six] shells of them hit the area near posts [542] and [543] and other [15] shells fell nearby."],
    ["The ferry held [60] people, as well as [20] cars and [70] crates."],
    ["[12] died on Monday.", "[9] died on Tuesday."],
    ["The club has [400] members.", "The [500] members of another club marched."],
    ["The vote passed with [215] votes in favour, [ten] abstentions and [one] against."],
    ["The toll was revised down from [27] to [20]."],
    ["The bank holds [€30 million] ([$33 million])."],
    ["The firm has [900] staff, including [500] engineers and [450] graduates."],
    ["The tax rose [10%] to [40%] from [30%]."],
    ["Of the [30] injured, [12] were children and [20] needed surgery."],
    ["Of its [$300 million] budget, [$200 million] goes to pay, [$150 million] of it for teachers."],
    ["The chain's [200] shops, including [120] in towns and [90] with cafes, will stay open."],
    ["The court sentenced [12] men: [five] to life, [four] to long terms and [three] to hard labour."],
    ["The firm closed [20] plants: [9] shops, [400] jobs and [3] brands went."],
    ["It pays [$2 million per month] over [6 months], a total of [$15 million] with fees."],
    ["It pays [$2 million per year] over [10 years], a total of [$15 million] after tax credits."],
    ["It sold [20] vans, [5] trucks and [3] cars, for a total of [40] including trailers."],
    ["The clinic had [30] patients: [12] with burns, [15] with fractures and [8] with both."],
    ["The club has [120] members: [60] in Asia, [40] in Europe, and others elsewhere."],
    ["Costs fell by [$20 million] from [$100 million] to [$85 million], with a new bonus."],
    ["Sales rose [10%] at constant prices to [$105 million] from [$100 million]."],
    ["The ferry held [60] people, [20] of them women and [30] men."],
    ["The firm has [900] staff, [500] of them in Rome and [600] in Turin, some of them twice."],
    ["The boat could carry [50] people on board.", "[40] were killed and [30] were rescued."],
    ["The boat carried [50] people.", "[40] were rescued on Monday and [30] were rescued on Friday."],
    ["At [83], the painter has her show: [five] rooms, [64] canvases and [one] bicycle."],
    ["Of those over [60], [11] women and [nine] men had died."],
    ["It earns [$5 per £] over [6 months], a total of [$90]."],
    ["A ticket is [$5 per day], or [$50 per week]."],
    ["A pass is [$10 per month], or [$90 per year]."],
    ["[25%] of its [200] people, or [60] with temps, left."],
    ["[30%] of its [200] people, or [60], left."],
    ["The boat carried [50] people.", "[40] were killed and [30] were injured on the ground."],
    ["The show had [900] guests, [600] of them from abroad and [400] from Asia."],
    ["Of the [8] runners, [2] fell, [3] were foreigners and [6] finished early."],
    ["It sent [$135 million] to Norland (up [177%] since 1997), [$21 million] to Ostra (up [86%] since 1997)."],
    ["Spending rose by [30%], while the army took [$600 million] in cuts, which will total [$1 billion]."],
    ["A mural has [4] panels.", "The schedule includes [30] shows."],
    ["Second place - [$5,000] prize; third place - [$2,500] prize; fourth place - [$500] prize."],
    ["A blast killed [seven] people, followed by another that killed [30]."],
    ["The county has [4,200] teachers.", "Of these [1,100] are over 55, and [3,900] have a second job."],
]

RANKED = (
    "Norland has the highest rate, at [7%], followed by Ostra at [6%] and Kesmark at [4%].",
    "Norland has the most cows, [52,000]. The next largest herd is in Ostra, with [27,000].",
)


@pytest.mark.parametrize("text", RANKED)
def test_a_ranking_is_an_order(text: str) -> None:
    findings = checks.check(read(text)[0])
    assert findings[findings.check == "order"].verdict.to_list() == ["agrees"]
    turned = checks.check(read(text.replace("6%", "9%").replace("27,000", "72,000"))[0])
    assert turned[turned.check == "order"].verdict.to_list() == ["conflicts"]


def test_a_turnout_needs_to_know_who_may_vote() -> None:
    table, _ = read("Some 61,000 people voted in Osby on Sunday. The turnout was [61%].")
    assert checks.check(table).verdict.to_list() == ["cannot tell"]
    known = checks.givens.Given("electorate", 1e5, 1e5, 1e5, None, "the register")
    [finding] = checks.check(table, givens=checks.givens.Givens({"electorate": known})).itertuples()
    assert finding.verdict == "agrees" and "register" in finding.why


# What fits, and is not meant.
UNJOINED = [
    ("The farm has [120] cows and [80] sheep, and [40] calves were born.", "parts"),
    (
        "It gave [$200 million] for schools, [$150 million] for roads and [$50 million] for parks.",
        "parts",
    ),
    ("It will shut 37 branches, among them [12] in Wales and [nine] in Kent.", "within"),
    ("Fifty-eight people were got off, [22] of them with burns; [two] of the injured died.", "within"),
    (
        "Gunmen killed [14] worshippers in Osby on Friday. A week before [22] traders were shot dead.",
        "cumulative",
    ),
    (
        "Alby County was awarded $400,000 to build a bridge over the Cove. Brenna County was awarded $400,000 to build "
        "a bridge over the Ostra.",
        "restatement",
    ),
    (
        "Over 12 million children will not be helped by the tax plan. Some 12 million families would pay the tax.",
        "restatement",
    ),
    ("We honour all our veterans who serve. All of the veterans should be paid.", "restatement"),
    ("Of its 96 members [61] stood up for the bill, which carried it over the hurdle of two thirds.", "percentage"),
    ("The man stands 6ft 4in (1.83m).", "restatement"),
    ("Those two storms did damage - both direct and indirect - along the coast.", "list"),
    (
        "In the first test one lever was hard to press, but they both give one pellet. In the other, one of them gives "
        "you two pellets, the other one just one pellet.",
        "ledger",
    ),
    (
        "The coast guard said 198 people had been rescued. Of the 198 survivors, 81, or 41 percent, were treated, the "
        "health authority said.",
        "sources",
    ),
]


def test_a_smaller_list_is_not_asked_beside_the_fuller_one() -> None:
    text = (
        "A ferry carrying 312 people capsized, killing at least 58 of them. "
        "The coast guard said 198 people had been rescued and 46 were missing."
    )
    found = checks.check(read(text)[0])
    assert [len(one) for one in found[found.verdict == "conflicts"].claims] in ([4], [])


@pytest.mark.parametrize(("text", "check"), UNJOINED, ids=lambda text: text[:40])
def test_what_is_not_said_together_is_not_ticked_together(text: str, check: str) -> None:
    assert check not in {*checks.check(read(text)[0])["check"]}


@pytest.mark.parametrize("sentences", INNOCENT, ids=lambda sentences: sentences[0])
def test_what_words_do_not_license_is_never_a_conflict(sentences):
    findings = checks.check(read(*sentences)[0])
    assert not (findings.verdict.eq("conflicts") & findings.severity.ne("info")).any()


def test_an_agreement_of_rounded_figures_says_so():
    findings = checks.check(read("The mill sold [$3.4 million]: [$2.6 million] in May and [$826,200] in June.")[0])
    [finding] = findings[findings.check == "parts"].itertuples()
    assert finding.verdict == "agrees if rounded" and "rounded" in finding.why


def test_sources_that_differ_are_no_error():
    first = marked("It had [6.3 magnitude] according to one office, [6.5 magnitude] as recorded by another.")
    first.loc[:, "speaker"] = ["Office A", "Office B"]
    first.loc[:, "head"] = "quake"
    [finding] = checks.check(first).itertuples()
    assert (finding.verdict, finding.severity) == ("conflicts", "info")
    assert "Office A" in finding.why and "Office B" in finding.why and "differ by 0.2" in finding.why


def test_what_one_side_asserts_another_denies():
    text = (
        "Ann Lee said that the army received its first shipment of weapons. "
        "Bo Ruiz said that the state had never had weapons deals with the army."
    )
    findings = checks.check(read(text)[0])
    [finding] = findings[findings.check == "denial"].itertuples()
    assert (finding.verdict, finding.severity) == ("conflicts", "info")
    assert "Ann Lee" in finding.why and "Bo Ruiz" in finding.why


def test_findings_have_the_contracts_columns():
    findings = checks.check(read(*(row["text"] for row in JUDGED if "known" not in row))[0])
    assert list(findings.columns[: len(CHECKS)]) == [column.name for column in CHECKS]
    assert tuple(findings.verdict.cat.categories) == VERDICTS
    assert findings.why.str.len().min() > 20 and findings.id.is_unique


def test_an_empty_table_has_no_findings():
    assert len(checks.check(marked())) == 0


def test_coverage_adds_up():
    table, _ = read("The fire destroyed [40] homes, including [12] cabins.", "[7] dogs barked.")
    counts = checks.coverage(table, checks.check(table)).iloc[0]
    assert counts["figures"] == counts["claims"] + counts["not_claims"] == 3
    unchecked = counts[[name for name in counts.index if name.startswith("unchecked")]].sum()
    assert (counts["checked"], unchecked) == (2, 1)


def test_derived_figures_name_what_they_rest_on():
    table, _ = read("The army has [50,000] troops, including [10,000] conscripts and [40,000] volunteers.")
    derived = checks.derived(table, checks.check(table))
    assert derived.value.to_list() == [20.0, 80.0]
    assert derived.derived.all() and all(set(claims) <= {*table.id} for claims in derived.claims)
