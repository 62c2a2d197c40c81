"""Pages: self-contained and strict, honest about failed runs, and whatever a notebook brings is only shown."""

import base64
import hashlib
import re

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from pages_sample import HOSTILE, Seen, cell, hostile, made, sample

from allegedly import marks
from allegedly.reports.html import page
from allegedly.reports.index import index


@pytest.fixture(scope="module")
def html():
    """The page of the sample, made once."""
    return made()


def body(html):
    return html[html.index("<body") : html.rindex("<script>")]


def test_a_page_has_title_contents_and_no_code(html):
    assert "<h1>How many were there?</h1>" in html and "<title>A ferry · allegedly</title>" in html
    assert '<a href="#what-was-said">What was said</a>' in html and '<h2 id="what-was-said">' in html
    assert "secret_of_the_cell" not in html and ".ipynb" not in html


def test_the_policy_lets_only_our_own_script_and_style_through(html):
    policy = re.search(r'Security-Policy" content="([^"]+)"', html)[1].replace("&#39;", "'")
    for tag in ("style", "script"):
        digest = hashlib.sha256(re.search(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)[1].encode()).digest()
        assert f"{tag}-src 'sha256-{base64.b64encode(digest).decode()}'" in policy
    assert "default-src 'none'" in policy and "unsafe" not in policy


def test_a_page_asks_no_host_for_anything(html):
    assert not re.findall(r"(?:src|href|action|poster|srcset)=\"(?!#|data:|index\.html)|url\((?!#)|@import", html)


def test_every_link_inside_a_page_arrives_and_no_name_is_twice(html):
    names = re.findall(r'\bid="([^"]+)"', html)
    assert len(names) == len(set(names))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(names)


def test_links_without_a_place_to_go_are_plain_text():
    html = page(
        new_notebook(cells=[cell(marks.findings(sample().checks, sample().figures))]),
        title="t",
        status={"status": "ok"},
    )
    assert not [link for link in re.findall(r'href="#([^"]+)"', html) if f'id="{link}"' not in html]


@pytest.mark.parametrize("words", HOSTILE, ids=[words[:12] for words in HOSTILE])
def test_whatever_a_text_holds_is_only_shown(words):
    html = made(hostile(words), article=words, error=words, traceback=words, notebook=words, parameters={words: words})
    assert not Seen(body(html)).runs
    assert html.count("<script>") == 1 == html.count("</script>") and html.count("</style>") == 1


# (what another library's output brings, what must not be in the page, what must)
FOREIGN = (
    ("<style scoped>td {color: red}</style><table><tr><td style='x'>7</td></tr></table>", "scoped", "<td>7</td>"),
    ("<script src='//cdn.invalid/x.js'></script><p>kept</p>", "cdn.invalid", "<p>kept</p>"),
    ("<p onclick='go()'>kept</p>", "go()", "<p>kept</p>"),
    ("<a href=' java\nscript:go()'>kept</a>", "go()", "kept</a>"),
    ("<svg onload=go()><circle r='1'/></svg>", "go()", "circle"),
    ("<iframe src='x'></iframe><b>kept</b>", "iframe", "<b>kept</b>"),
    ("<a href='&#106;avascript:go()'>kept</a>", "go()", "kept</a>"),
)


@pytest.mark.parametrize(("html", "gone", "kept"), FOREIGN)
def test_other_libraries_output_is_made_fit_for_a_strict_page(html, gone, kept):
    for piece in (
        new_code_cell("", outputs=[new_output("display_data", data={"text/html": html})]),
        new_markdown_cell(html),
    ):
        shown = body(page(new_notebook(cells=[piece]), title="t", status={"status": "ok"}))
        assert gone not in shown and kept in shown


def test_a_picture_without_description_says_so():
    output = new_output(
        "display_data", data={"image/png": "iVBORw0KGgo="}, metadata={"image/png": {"alt": "Two <bars>"}}
    )
    bare = new_output("display_data", data={"image/png": "iVBORw0KGgo="})
    html = page(new_notebook(cells=[new_code_cell("", outputs=[output, bare])]), title="t", status={"status": "ok"})
    assert 'alt="Two &lt;bars&gt;"' in html and 'alt="A picture that its notebook does not describe"' in html


@pytest.mark.parametrize("status", ["failed", "died", "timed out", "stopped"])
def test_a_failed_run_says_so_first_and_keeps_what_was_finished(status):
    html = body(made(status=status, error="ValueError: <no>", traceback="\x1b[31mdeep <inside>\x1b[0m"))
    assert html.index('role="alert"') < html.index("<main") < html.index('<h2 id="what-was-said">')
    assert "ValueError: &lt;no&gt;" in html and "deep &lt;inside&gt;</pre></details>" in html


def test_a_good_run_has_no_banner(html):
    assert 'role="alert"' not in html


def test_a_page_stays_small(html):
    assert len(html.encode()) < 400_000


def run(notebook, status="ok", **more):
    return {"notebook": notebook, "status": status, "page": f"{notebook}.html", **more}


RUNS = [
    run("b", article="z-article", started="2026-01-01T00:00:00"),
    run(
        "a",
        article="a-article",
        started="2026-01-01T00:00:00",
        verdicts={"agrees": 3, "conflicts": 1},
        csv={"claims": "a.csv"},
    ),
    run("a", article="a-article", started="2026-02-01T00:00:00", page="newer.html"),
    run("c", "failed", article="z-article", error="KeyError: 'x'"),
    run("d", history=[{"claims": 3, "conflicts": 0}, {"claims": 5, "conflicts": 2}]),
]


def test_the_index_lists_failures_first_then_what_conflicts():
    table = index(RUNS)[index(RUNS).index("<tbody>") :]
    assert re.findall(r'<a href="(\w+\.html)"', table) == ["c.html", "a.html", "d.html", "newer.html", "b.html"]


def test_the_index_gives_counts_tables_and_the_course_of_runs():
    html = index(RUNS)
    assert '<a href="a.csv">claims</a>' in html and "3 agree<" in html and "1 conflicts<" in html
    assert "5 claims and 2 conflicts in the last of 2 runs" in html and "5 runs · 1 failed" in html


def test_the_index_reads_as_sentences():
    counts = {"figures": 15, "claims": 1, "checked": 0, "unchecked_alone": 3}
    html = index(
        [
            run(
                "a",
                article="x",
                article_title="A ferry sinks",
                title="How many?",
                coverage=counts,
                verdicts={"contested": 3},
            )
        ]
    )
    assert '<a href="a.html">A ferry sinks</a>' in html and "15 figures, 1 claim<" in html
    assert "3 contested between speakers<" in html


def test_a_page_names_its_article_and_day(html):
    named = made(article="2024-x", article_title="A ferry sinks", publisher="The Gazette", as_of="2024-05-03")
    assert "The Gazette · As of 3 May 2024</p>" in named and "<h1>A ferry sinks</h1>" in named
    assert "<title>A ferry sinks" in named and "How many were there?" in named.partition("<h1>")[0]


def test_an_index_without_runs_says_so():
    assert "No report has been made yet." in index([])


@pytest.mark.parametrize("words", HOSTILE, ids=[words[:12] for words in HOSTILE])
def test_the_index_shows_hostile_words_and_runs_none(words):
    html = index(
        [
            run(
                words,
                title=words,
                article=words,
                error=words,
                status="failed",
                parameters={"p": words},
                csv={words: "x.csv"},
            )
        ]
    )
    assert not Seen(body(html)).runs and html.count("<script>") == 1
