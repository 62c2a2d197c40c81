"""A hash of every claim and finding over the project's own texts: what should move nothing proves it here."""

import json
import os
import subprocess
import sys

import pytest

from allegedly import claims
from benchmarks.golden import OWN, RECORD, documents, hashes

KEPT = json.loads(RECORD.read_text(encoding="utf8"))
TEXTS = {document.id: document for document in documents(OWN)}


def test_every_text_has_its_hash():
    assert {*KEPT} == {*TEXTS}


@pytest.mark.parametrize("name", TEXTS)
def test_every_claim_and_finding_stands_as_recorded(name):
    """Where a change is meant: `python -m benchmarks.golden --write`, and the commit says what moved and why."""
    assert hashes([TEXTS[name]]) == {name: KEPT[name]}


ONCE = (
    "from allegedly import Document, claims; "
    "print([claim.telling for claim in claims(Document('a', 'Divers brought up 37 bodies, 58 passengers were rescued "
    "by fishermen, and 17 were still missing on Wednesday, the coastguard said.'))])"
)


def test_a_text_reads_the_same_in_each_run():
    runs = (
        subprocess.run(
            [sys.executable, "-c", ONCE],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            stdout=subprocess.PIPE,
            check=True,
        )
        for seed in range(1, 5)  # a set has another order in each of these
    )
    assert len({run.stdout for run in runs}) == 1


def test_what_is_left_out_changes_nothing_of_the_rest():
    for document in [*TEXTS.values()][:4]:  # a sentence with no more than a date is not read on
        whole = [claim for claim in claims(document, all=True) if claim.quantity.kind != "none"]
        assert claims(document) == whole
