"""Judgements by eye are kept by finding, article and figures; a new finding is listed as unjudged."""

from benchmarks import judged


def test_what_is_kept_counts_and_what_is_new_is_listed(monkeypatch) -> None:
    [one] = judged.findings({"id": "a", "text": "Rents rose 40 percent, from 900 to 960."})
    monkeypatch.setattr(judged, "judgements", lambda: {one.key: "right"})
    assert "errors: 1, right 1, wrong 0, unjudged 0; 100.0%" in [*judged.lines([one], 1, 60, 12)]
    monkeypatch.setattr(judged, "judgements", dict)
    assert [*judged.lines([one], 1, 60, 12)][-1].startswith("unjudged: growth:a@")


def test_the_kept_judgements_can_be_read() -> None:
    assert {*judged.judgements().values()} <= {*judged.SAID}
