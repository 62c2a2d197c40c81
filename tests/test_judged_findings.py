"""What people say of findings: written, shown on pages, kept while the sentences stand, counted by kind of check."""

import pytest

from allegedly import corpus, explore, marks
from allegedly.errors import Trouble
from allegedly.table import read_opinions

ARTICLE = "The fleet of Tarn\n\nThe mill sold 40 boats in May and 50 boats in June, 95 boats in all, Ida Holm said.\n"
WRONG = "Shares in Tarn rose 20 percent to 44 crowns from 40 crowns on Wednesday, Ida Holm said.\n"


@pytest.fixture
def news(tmp_path):
    (tmp_path / "fleet.txt").write_text(f"{ARTICLE}\n{WRONG}", encoding="utf8")
    return loaded(tmp_path)


def loaded(folder):
    return corpus.load(folder / "processed", folder)


def shown(news):
    return marks.findings(news.checks, news.figures, judged=news.judged).html


SAYING = (
    (explore.accept, "✓ Accepted by A. Reader on "),
    (explore.reject, "✗ Rejected by A. Reader on "),
    (explore.remark, "Noted by A. Reader on "),
)


@pytest.mark.parametrize(("say", "words"), SAYING)
def test_what_is_said_stands_on_the_finding_in_later_runs(news, tmp_path, say, words):
    said = say(news, news.checks["id"].iloc[0], by="A. Reader", note="They <b>rang</b> back.")
    again = loaded(tmp_path)
    assert "judgements.toml" in said and news.judged == again.judged
    assert words in shown(again) and "They &lt;b&gt;rang&lt;/b&gt; back." in shown(again)


def test_what_is_rejected_folds_and_is_nothing_to_ring_up_about(news, tmp_path):
    conflicts = news.checks.loc[news.checks["verdict"].eq("conflicts"), "id"]
    assert len(conflicts) and marks.brief(news).html.count("<ol") == 1
    for finding in conflicts:
        explore.reject(news, finding, by="me")
    again = loaded(tmp_path)
    assert "that people rejected</summary>" in shown(again) and "<ol" not in marks.brief(again).html


def test_an_opinion_holds_as_long_as_its_sentence_stands(news, tmp_path):
    explore.accept(news, news.checks["id"].iloc[0], by="me")
    (tmp_path / "fleet.txt").write_text(f"{ARTICLE}\nIt rained in Tarn.\n\n{WRONG}", encoding="utf8")
    assert len(loaded(tmp_path).judged) == 1
    (tmp_path / "fleet.txt").write_text(f"{ARTICLE} {WRONG}".replace("Ida Holm", "Ada Holm"), encoding="utf8")
    assert loaded(tmp_path).judged == {}


def test_the_last_opinion_counts_and_precision_is_that_of_people(news, tmp_path):
    finding = news.checks["id"].iloc[0]
    explore.reject(news, finding, by="me")
    explore.accept(news, finding, by="you", note="after a call")
    assert [row["by"] for row in loaded(tmp_path).judged.values()] == ["you"]
    assert corpus.judged(tmp_path)[["accepted", "rejected", "precision"]].to_numpy().tolist() == [[1, 0, 1.0]]
    (tmp_path / "other").mkdir()
    assert corpus.judged(tmp_path / "other").empty


@pytest.mark.parametrize(("finding", "by"), [("nothing", "me"), (None, " ")])
def test_a_judgement_of_nothing_or_by_nobody_is_refused(news, tmp_path, finding, by):
    with pytest.raises(LookupError, match=r"no such finding|say who"):
        explore.accept(news, finding or news.checks["id"].iloc[0], by=by)
    assert not (tmp_path / "judgements.toml").exists()


# (what the file holds, the sound rows in it, what is said of it)
ROW = '[[judgement]]\nfinding = "a"\ncheck = "sum"\nsaid = "accepted"\nby = "me"\non = 2026-11-28\nquotes = ["40"]\n'
FILES = (
    (ROW, 1, ""),
    (ROW + ROW.replace("accepted", "great"), 1, "none of accepted"),
    (ROW.replace("2026-11-28", '"today"'), 0, "no day"),
    (ROW.replace('["40"]', '"40"'), 0, "no list"),
    (ROW.replace('by = "me"\n', ""), 0, "does not say by"),
)


@pytest.mark.parametrize(("content", "sound", "said"), FILES)
def test_a_bad_row_is_left_out_and_named(tmp_path, content, sound, said):
    path = tmp_path / "judgements.toml"
    path.write_text(content, encoding="utf8")
    rows, troubles = read_opinions(path)
    assert len(rows) == sound and said in "".join(map(str, troubles)) and bool(troubles) == bool(said)


def test_a_file_that_is_no_toml_is_a_trouble(tmp_path):
    (tmp_path / "judgements.toml").write_text("= x", encoding="utf8")
    with pytest.raises(Trouble, match="is no TOML"):
        read_opinions(tmp_path / "judgements.toml")
