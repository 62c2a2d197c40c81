"""What the checks find, with which verdict, and where they must stay silent: loops over tables."""

import pytest
from checks_marked import marked

from allegedly import checks
from allegedly.lexicon import load
from allegedly.table import CHECKS, VERDICTS

LAYOUTS = [row for row in load("relations")["layout"] if row["check"] != "share_of"]


@pytest.mark.parametrize("row", LAYOUTS, ids=lambda row: row["layout"])
def test_each_layout_reads_its_own_example(row):
    findings = checks.check(marked(row["example"]))
    assert row["reads"] in {*findings.relation}
    assert set(findings[findings.relation == row["reads"]].verdict) <= {"agrees", "agrees if rounded"}


@pytest.mark.parametrize("row", [row for kind in ("group", "fate", "act", "object") for row in load("things")[kind]],
                         ids=lambda row: row["name"])  # fmt: skip
def test_each_thing_is_found_in_its_own_example(row):
    from allegedly.checks.concepts import concepts

    kind = next(kind for kind in ("group", "fate", "act", "object") if row in load("things")[kind])
    assert row["name"] in concepts(kind, row["example"])


@pytest.mark.parametrize("check", load("findings")["why"])
def test_each_check_says_each_verdict(check):
    assert {*load("findings")["why"][check]} == {"agrees", "rounded", "conflicts", "unclear"}


# A sentence, and the verdict of what it asks.
JUDGED = [
    ("A crew of [9] made up of [4] women and [5] men sailed.", "agrees"),
    ("A crew of [9] made up of [4] women and [6] men sailed.", "conflicts"),
    ("The army has [50,000] troops, including [10,000] conscripts and [40,000] volunteers.", "agrees"),
    ("The army has [50,000] troops, including [12,000] conscripts and [48,000] volunteers.", "conflicts"),
    ("The army has [50,000] troops, including [10,400] conscripts and [40,000] volunteers.", "agrees if rounded"),
    (
        "The army has [more than 50,000] troops, including [20,000] conscripts and [40,000] volunteers.",
        "agrees if rounded",
    ),
    ("The fire destroyed [40] homes, including [12] cabins.", "agrees"),
    ("The fire destroyed [40] homes, including [44] cabins.", "conflicts"),
    ("Rents rose by [50] a month, from [900] to [990].", "conflicts"),
    ("The count for June was revised down by [14], from [125] to [101].", "conflicts"),
    ("The price rose by [10 cents], or [7 percent], to [$5.10].", "conflicts"),
    ("They hold [19] out of [18] districts.", "conflicts"),
    ("The boat was [75 ft] long ([33 m]).", "conflicts"),
    ("The wall is [10 miles] long ([17 km]).", "agrees if rounded"),
    ("It pays [$2 million per month] over [6 months], a total of [$15 million].", "conflicts"),
    ("Ohio had the highest count at [60], followed by Iowa at [70].", "conflicts"),
    ("Sales fell by [20], from [70] to [50].", "agrees"),
    ("Police held [15] people, [9] men and [7] women.", "conflicts"),
    ("The flood killed [28] people: [20] in the north, [5] in the south and [6] at sea.", "conflicts"),
    ("Revenue rose [25%] to [$110 million] from [$100 million].", "conflicts"),
    ("[20%] of the [60] seats, or [22], were empty.", "conflicts"),
    ("The budget of [$100 million] includes [$60 million] for roads and [$50 million] for schools.", "conflicts"),
    ("The lake is [20 miles] long ([16 km]).", "conflicts"),
    ("It gave [€30 million] ([$33 million]).", "cannot tell"),
    ("Of the [50] people aboard, [60] were killed.", "conflicts"),
    ("The firm has [900] staff, including [1,500] engineers and [450] graduates.", "conflicts"),
    ("Of the [50] people aboard, [30] died and [25] survived.", "conflicts"),
    ("[30] died and [25] survived of the [50] aboard.", "conflicts"),
    ("The fleet has [20] ships: [six] frigates, [ten] patrol boats and [five] tugs.", "conflicts"),
    ("It pays [$2 million per month] for [12 months], for a total of [$30 million].", "conflicts"),
    ("Turnout was [61%]: [3 million] of the [10 million] voters came.", "conflicts"),
    ("Nearly all came: [90%] of the [60] members, [20] of them, voted.", "conflicts"),
    ("[20%] of the [60] seats were empty, that is [22].", "conflicts"),
    ("Rent is [$500 per month], or [$7,000 per year].", "conflicts"),
    ("Rent is [$100 per week], or [$5,200 per year].", "agrees"),
    ("The firm has [900] staff, [500] of them in Rome and [600] in Turin.", "conflicts"),
    ("They lost [30] of its [20] ships.", "conflicts"),
    ("A crew of [9] made up of [4] women and [6] men sailed, with a cook.", "conflicts"),
]


@pytest.mark.parametrize(("sentence", "verdict"), JUDGED)
def test_the_verdict_follows_from_the_intervals(sentence, verdict):
    [finding] = checks.check(marked(sentence)).itertuples()
    assert finding.verdict == verdict
    assert (finding.gap > 0) == (verdict == "conflicts")


# What naive arithmetic accuses wrongly.
INNOCENT = [
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
]


@pytest.mark.parametrize("sentences", INNOCENT, ids=lambda sentences: sentences[0])
def test_what_words_do_not_license_is_never_a_conflict(sentences):
    findings = checks.check(marked(*sentences))
    assert "conflicts" not in {*findings.verdict}


def test_no_more_can_be_accounted_for_than_were_aboard():
    findings = checks.check(marked("The boat carried [50] people.", "[40] drowned and [30] were rescued."))
    [finding] = findings[findings.check == "balance"].itertuples()
    assert (finding.verdict, finding.relation, finding.gap) == ("conflicts", "40 + 30 ≤ 50", 20)


def test_an_agreement_of_rounded_figures_says_so():
    findings = checks.check(marked("It mined [about 30 kg]: [12 kg] in May, [9 kg] in June and [8 kg] in July."))
    [finding] = findings.itertuples()
    assert finding.verdict == "agrees" and "rounded" in finding.why


def test_sources_that_differ_are_no_error():
    first = marked("It had [6.3 magnitude] according to one office, [6.5 magnitude] as recorded by another.")
    first.loc[:, "speaker"] = ["Office A", "Office B"]
    first.loc[:, "head"] = "quake"
    [finding] = checks.check(first).itertuples()
    assert (finding.verdict, finding.severity) == ("conflicts", "info")
    assert "Office A" in finding.why and "Office B" in finding.why and "differ by 0.2" in finding.why


def test_what_one_side_asserts_another_denies():
    first = marked("The army received the [1] shipment of weapons.", "The state had [0] weapons deals with it.")
    first.loc[:, "speaker"] = ["Ann Lee", "Bo Ruiz"]
    first.loc[:, "stance"] = ["asserted", "denied"]
    [finding] = checks.check(first).itertuples()
    assert (finding.verdict, finding.severity) == ("conflicts", "info")
    assert "Ann Lee" in finding.why and "Bo Ruiz" in finding.why


def test_findings_have_the_contracts_columns():
    findings = checks.check(marked(*(row["example"] for row in LAYOUTS)))
    assert list(findings.columns[: len(CHECKS)]) == [column.name for column in CHECKS]
    assert tuple(findings.verdict.cat.categories) == VERDICTS
    assert findings.why.str.len().min() > 20 and findings.id.is_unique


def test_an_empty_table_has_no_findings():
    assert len(checks.check(marked())) == 0


def test_coverage_adds_up():
    table = marked("The fire destroyed [40] homes, including [12] cabins.", "[7] dogs barked.")
    counts = checks.coverage(table, checks.check(table)).iloc[0]
    assert counts["figures"] == counts["claims"] + counts["not_claims"] == 3
    unchecked = counts[[name for name in counts.index if name.startswith("unchecked")]].sum()
    assert (counts["checked"], unchecked) == (2, 1)


def test_derived_figures_name_what_they_rest_on():
    table = marked("The army has [50,000] troops, including [10,000] conscripts and [40,000] volunteers.")
    derived = checks.derived(table, checks.check(table))
    assert derived.value.to_list() == [20.0, 80.0]
    assert derived.derived.all() and all(set(claims) <= {*table.id} for claims in derived.claims)
