"""Quotations: what stands in quotation marks, across lines and with marks missing."""

import pytest

from allegedly.text.quotes import quotes

CASES = [
    ('"A," he said. "B."', ['"A,"', '"B."']),
    ('"A.\n\n"B," he said.', ['"A.', '"B,"']),
    ('He said, "A.\n\nB. C." D "e"', ['"A.', 'B. C."', '"e"']),
    ("“A ‘b’ c”", ["“A ‘b’ c”"]),
    ("‘We won,’ he said", ["‘We won,’"]),
    ("'heightened alert' in the '90s, at the workers' hall", ["'heightened alert'"]),
    ("A 5'10\" man", []),
    ('"Open\n\nShut', ['"Open']),
    ('" " "', []),
    ("no marks", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=lambda value: str(value)[:20])
def test_quotations(text, expected):
    found = quotes(text)
    assert [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)] == expected
    assert all(found.at(start) == number for number, start in enumerate(found.starts))
