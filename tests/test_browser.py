"""Pages in headless Chromium without a network: nothing asked for, a silent console, every link arrives, axe clean.

`CHROMIUM` names another browser than Debian's. Screenshots go to reports/screenshots, which git ignores.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import pytest
from pages_made import NOTEBOOKS, page_of
from pages_sample import HOSTILE, hostile, made, sample

from allegedly.reports.index import index
from allegedly.table import table_bytes

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[1]
SHOTS = ROOT / "reports" / "screenshots"
PAGES = ("sample", "hostile", "failed", "index", *NOTEBOOKS)
OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
DEBIANS = "/usr/bin/chromium"
PATIENCE = 120_000  #: milliseconds; a loaded machine is slow, and what never comes fails all the same
EACH = pytest.mark.parametrize("name", PAGES)


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """A folder with one page of each sort: a sample's, a hostile text's, a failed run's, an index, each notebook's."""
    folder = tmp_path_factory.mktemp("pages")
    runs = [{"notebook": name, "status": "ok", "page": f"{name}.html", "verdicts": {"agrees": 2}} for name in NOTEBOOKS]
    pages = {
        "sample": made(),
        "hostile": made(hostile(" ".join(HOSTILE)), article=HOSTILE[0]),
        "failed": made(status="failed", error=HOSTILE[1], traceback=HOSTILE[0]),
        "index": index([*runs, {"notebook": "x", "status": "died", "page": None, "error": HOSTILE[0]}]),
    }
    for name, html in {**pages, **{name: page_of(name) for name in NOTEBOOKS}}.items():
        (folder / f"{name}.html").write_text(html, encoding="utf8")
    return folder


def executable() -> str:
    """The browser: the one CHROMIUM names, else Debian's, else the one on the path; the test is skipped where none is.

    One that CHROMIUM names and that is not there is an error; `.ci/run` installs Debian's before it runs these.
    """
    named = os.environ.get("CHROMIUM")
    found = [path for path in ([named] if named else [DEBIANS, "chromium"]) if shutil.which(path)]
    where = f"CHROMIUM={named}" if named else f"neither {DEBIANS} nor chromium on the path"
    what = f"no browser found ({where}): install chromium, or name one in the variable CHROMIUM"
    if not found and not named:
        pytest.skip(what)
    assert found, what
    return shutil.which(found[0])


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=[*OPTIONS], timeout=PATIENCE)
        yield browser
        browser.close()


@contextmanager
def opened(chromium, path, size=DESKTOP, **options):
    """The page at `path`, opened without a network; it must have asked for nothing and said nothing in the console."""
    context = chromium.new_context(viewport=size, offline=True, **options)
    context.set_default_timeout(PATIENCE)
    page, wrong = context.new_page(), []
    page.on("request", lambda request: request.url.startswith(("file:", "data:")) or wrong.append(request.url))
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    page.goto(path.as_uri())
    yield page
    context.close()
    assert wrong == []


def unfold(page):
    """Opens what is folded, as a reader does: that needs no script."""
    for summary in page.locator("details.all > summary").all():
        summary.click()


def shot(page, name):
    """A picture of the page to look at; the hostile one, whose length nobody looks through, only of its top."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png", full_page=not name.startswith("hostile"), timeout=PATIENCE)


@EACH
def test_axe_finds_nothing(chromium, folder, name):
    with opened(chromium, folder / f"{name}.html", color_scheme="light", reduced_motion="reduce") as page:
        page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf8"))
        found = page.evaluate(AXE, {"resultTypes": ["violations"]})
        shot(page, f"{name}-light")
        page.emulate_media(color_scheme="dark")
        found += page.evaluate(AXE, {"resultTypes": ["violations"], "runOnly": "color-contrast"})
        shot(page, f"{name}-dark")
    assert found == []


# What axe finds wrong: the rule and the first places. Dark differs from light in colours only.
AXE = """options => axe.run(document, options).then(found => found.violations.map(
  rule => [rule.id, rule.nodes.slice(0, 3).map(node => node.html.slice(0, 200))]))"""


@EACH
def test_a_phone_shows_the_whole_width_and_letters_that_can_be_read(chromium, folder, name):
    with opened(chromium, folder / f"{name}.html", PHONE) as page:
        shot(page, f"{name}-phone")
        wide = page.evaluate("document.documentElement.scrollWidth")
        letters = page.evaluate(LETTERS)
    assert wide <= PHONE["width"] and min(letters) >= 9.5


# The height of the letters of a page as they are seen: those of a picture shrink and grow with it.
LETTERS = """[...document.querySelectorAll("p, td, dd, li, .chart text")].map((part) => {
  const picture = part.closest("svg");
  const scale = picture ? picture.getBoundingClientRect().width / picture.viewBox.baseVal.width : 1;
  return parseFloat(getComputedStyle(part).fontSize) * scale;
})"""


@EACH
def test_a_page_is_whole_without_scripts(chromium, folder, name):
    with opened(chromium, folder / f"{name}.html", java_script_enabled=False) as page:
        unfold(page)
        assert page.locator("tbody tr").count() == page.locator("tbody tr:visible").count()
        assert page.locator(".tools:visible").count() == 0


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("name", ["sample", "01-one-article"])
def test_every_mark_leads_to_its_card_and_back(chromium, folder, name, size, scripts):
    with opened(chromium, folder / f"{name}.html", size, java_script_enabled=scripts, reduced_motion="reduce") as page:
        marks = page.locator(".news mark a")
        assert marks.count() >= 6
        for number in range(marks.count()):
            marks.nth(number).click()
            card = page.locator(".card:target")
            assert _in_view(page, card) and card.locator(".title").is_visible()
            card.locator("text=back to the text").click()
            assert _in_view(page, page.locator("mark:target"))


def _in_view(page, place):
    box, size = place.bounding_box(), page.viewport_size
    return box is not None and 0 <= box["y"] < size["height"] and 0 <= box["x"] < size["width"]


def test_a_table_is_searched_filtered_and_sorted(chromium, folder):
    with opened(chromium, folder / "sample.html") as page:
        unfold(page)
        rows, search = page.locator("tbody tr:visible"), page.locator("input[type=search]")
        search.fill("brandt adults")
        assert (rows.count(), page.locator("[role=status]").inner_text()) == (1, "1 of 8 claims")
        search.fill("")
        page.get_by_label("stance").select_option("denied")
        assert rows.locator("th").all_inner_texts() == ["any"]
        page.get_by_label("stance").select_option("")
        page.get_by_role("button", name="figure").click(click_count=2, delay=20)
        assert rows.locator("th").first.inner_text() == "About 1,000"


def test_claims_are_taken_along_without_a_network(chromium, folder):
    with opened(chromium, folder / "sample.html", java_script_enabled=False) as page:
        unfold(page)
        with page.expect_download() as download:
            page.locator("a[download='claims.csv']").click()
        assert Path(download.value.path()).read_bytes() == table_bytes(sample().claims, "csv")


@pytest.mark.parametrize("place", [".prose", ".news", "tbody", ".chart svg", ".finding"])
def test_dollar_amounts_are_whole(chromium, folder, place):
    with opened(chromium, folder / "sample.html") as page:
        texts = page.locator(place).all_text_contents()
    wanted = "$5 million to $7 million" if place != ".finding" else "About 1,000"
    assert any(wanted in text for text in texts)


def test_hostile_words_are_seen_as_they_are(chromium, folder):
    with opened(chromium, folder / "hostile.html") as page:
        seen = page.locator(".news").text_content()
    assert all(words in seen for words in HOSTILE)


def test_a_page_goes_to_paper_with_all_its_cards(chromium, folder):
    with opened(chromium, folder / "sample.html") as page:
        page.emulate_media(media="print")
        assert page.locator(".card .title:visible").count() == page.locator(".card").count()
        SHOTS.mkdir(parents=True, exist_ok=True)
        assert page.pdf(path=SHOTS / "sample.pdf", format="A4").startswith(b"%PDF")


def test_the_keyboard_reaches_the_report_first(chromium, folder):
    with opened(chromium, folder / "sample.html") as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.url.endswith("#main")


def test_the_index_puts_failures_first(chromium, folder):
    with opened(chromium, folder / "index.html") as page:
        assert HOSTILE[0] in page.locator(".banner").inner_text()
        page.get_by_label("Search").fill("well read")
        assert page.locator("tbody tr:visible").count() == 1


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    """The address of a JupyterLab of our own, on a copy of the notebooks and articles."""
    home, token = tmp_path_factory.mktemp("lab"), "only-for-this-test"
    for name in ("notebooks", "data"):
        shutil.copytree(ROOT / name, home / name)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [f"--port={port}", f"--IdentityProvider.token={token}", "--no-browser", "--allow-root"]
    places = {"JUPYTER_CONFIG_DIR": str(home / "config"), "JUPYTER_RUNTIME_DIR": str(home / "runtime")}
    command = [sys.executable, "-m", "jupyterlab", *options, f"--ServerApp.root_dir={home}"]
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, **places})
    yield f"http://127.0.0.1:{port}/lab/tree/notebooks/{{}}.ipynb?token={token}&reset", home
    server.terminate()
    server.wait(30)


def test_the_start_page_runs_in_jupyterlab(chromium, lab):
    address, home = lab
    context = chromium.new_context(viewport=DESKTOP)
    context.set_default_timeout(PATIENCE)
    page, notebook = context.new_page(), home / "notebooks" / "00-start-here.ipynb"
    assert _comes_true(page, lambda: _answers(page, address.format(notebook.stem))), (home / "log").read_text()
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()
    ran = _comes_true(page, lambda: _all_run(page, notebook))
    shot(page, "jupyterlab")
    context.close()
    cells = _code(notebook)
    assert ran and [out for cell in cells for out in cell["outputs"] if out["output_type"] in ("error", "stream")] == []
    assert "widget-view" in json.dumps(cells)


def _answers(page, address) -> bool:
    """Whether the server is there yet, and has opened the notebook."""
    from playwright.sync_api import Error

    try:
        page.goto(address)
        page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    except Error:
        return False
    return True


def _all_run(page, path) -> bool:
    """Whether JupyterLab has run and saved all cells of the notebook."""
    page.keyboard.press("Control+s")
    page.get_by_text("Saving completed").wait_for()
    return all(cell["execution_count"] for cell in _code(path))


def _code(path) -> list[dict]:
    """The code cells of the notebook as saved; one half written has none that ran."""
    try:
        cells = json.loads(path.read_text(encoding="utf8"))["cells"]
    except ValueError:
        return [{"execution_count": None, "outputs": []}]
    return [cell for cell in cells if cell["cell_type"] == "code"]


def _comes_true(page, condition, tries=120) -> bool:
    """Whether `condition` holds after so many looks, half a second apart, at the most."""
    for _ in range(tries):
        if condition():
            return True
        page.wait_for_timeout(500)
    return False
