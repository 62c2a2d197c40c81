"""HXL: a CSV of claims whose second row tags each column in the Humanitarian Exchange Language."""

import csv
import io

from ..corpus.tables import Corpus
from .rows import rows

#: Column → its tag.
TAGS = {
    "id": "#meta+id",
    "doc": "#meta+source",
    "publisher": "#org+source+name",
    "published": "#date+published",
    "text": "#description+figure",
    "value": "#indicator+value+num",
    "low": "#indicator+value+min+num",
    "high": "#indicator+value+max+num",
    "unit": "#indicator+unit",
    "thing": "#indicator+name",
    "place": "#loc+name",
    "about_from": "#date+start",
    "about_to": "#date+end",
    "speaker": "#contact+name",
    "stance": "#status+certainty",
    "context": "#description+sentence",
    "link": "#meta+url",
}


def files(corpus: Corpus) -> dict[str, bytes]:
    """The CSV; open bounds are empty."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(TAGS)
    table.writerow(TAGS.values())
    for row in rows(corpus.claims):
        table.writerow([_cell(row.get(name)) for name in TAGS])
    return {"claims.hxl.csv": text.getvalue().encode(errors="surrogatepass")}


def _cell(value: object) -> object:
    """A cell in one line, that no spreadsheet takes for a formula."""
    if not isinstance(value, str):
        return value
    line = " ".join(value.split())
    return f"'{line}" if line[:1] in ("=", "+", "-", "@") else line
