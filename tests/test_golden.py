"""A hash of every claim and finding over the project's own texts: what should move nothing proves it here."""

import json

import pytest

from benchmarks.golden import OWN, RECORD, documents, hashes

KEPT = json.loads(RECORD.read_text(encoding="utf8"))
TEXTS = {document.id: document for document in documents(OWN)}


def test_every_text_has_its_hash():
    assert {*KEPT} == {*TEXTS}


@pytest.mark.parametrize("name", TEXTS)
def test_every_claim_and_finding_stands_as_recorded(name):
    """Where a change is meant: `python -m benchmarks.golden --write`, and the commit says what moved and why."""
    assert hashes([TEXTS[name]]) == {name: KEPT[name]}
