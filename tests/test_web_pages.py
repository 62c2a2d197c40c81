"""An article saved from the web is read without its menus."""

from allegedly import claims, read

PAGE = """<html><head><title>Dam holds</title></head><body><nav>Home 24 About</nav><article><h1>Dam holds</h1>
<p>About 1,200 people left their homes in the valley on Monday, the fire service said.</p>
<p>Repairs will cost $3 million, according to the mayor, and will take two years of work.</p></article></body></html>"""


def test_a_web_page_gives_its_article(tmp_path):
    (tmp_path / "dam.html").write_text(PAGE)
    document = read(tmp_path / "dam.html")
    assert [claim.quantity.text for claim in claims(document)] == ["About 1,200", "$3 million", "two years"]
    assert "Home" not in document.text
    assert "offsets count in the article's text" in document.remarks[-1]
