"""A publisher's new version of an article is recognised, and what its figures were and are is said."""

import pytest

from allegedly.corpus import read_corpus
from allegedly.corpus.completed import complete

OLD = "Police counted 58 dead after the storm on Monday. Some 40 boats sank in the harbour of Norrby."
NEW = OLD.replace("58", "64") + " It took 3 days."
HEAD = "file,title,publisher,url,published\n"
ROWS = [  # the rows of the two articles, whether the second is a new version of the first
    ("a.txt,,,https://x.example/s,2024-01-01\nb.txt,,,https://x.example/s#top,2024-01-02\n", True),
    ("a.txt,Storm,Courier,,2024-01-01\nb.txt,STORM,courier,,2024-01-02\n", True),
    ("a.txt,Storm,Courier,,2024-01-01\nb.txt,Storm,Wire,,2024-01-02\n", False),
    ("a.txt,,,https://x.example/s,2024-01-01\nb.txt,,,https://x.example/t,2024-01-02\n", False),
]


@pytest.mark.parametrize(("rows", "is_version"), ROWS)
def test_a_new_version_says_what_changed(tmp_path, rows, is_version):
    (tmp_path / "a.txt").write_text(OLD)
    (tmp_path / "b.txt").write_text(NEW)
    (tmp_path / "sources.csv").write_text(HEAD + rows)
    remarks = [remark for remark in complete(read_corpus([tmp_path])).remarks if "new version" in remark]
    said = "b: is a new version of a: 1 figures changed, 0 gone, 1 new: '58' → '64'"
    assert remarks == ([said] if is_version else [])


def test_another_article_at_one_address_is_no_version(tmp_path):
    (tmp_path / "a.txt").write_text(OLD)
    (tmp_path / "b.txt").write_text("The mill sold 12 of its 90 cars last month, its owner said in a letter to staff.")
    (tmp_path / "sources.csv").write_text(HEAD + ROWS[0][0])
    assert not [remark for remark in complete(read_corpus([tmp_path])).remarks if "new version" in remark]
