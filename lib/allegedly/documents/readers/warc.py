"""Web archives → each page that was stored, with its address."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from ...errors import Trouble
from ..given import RECEIVED
from ..source import Article, Source, Told
from ..text import decode
from .html import article
from .needed import needed

_PAGES = ("text/html", "application/xhtml+xml")


def articles(source: Source) -> Iterator[Told]:
    """The articles of all pages that the archive holds, and in the end what it holds besides."""
    warcio = needed("warcio.archiveiterator", source.place, "a web archive")
    broken = needed("warcio.exceptions", source.place, "a web archive").ArchiveLoadFailed
    left_out: Counter[str] = Counter()
    found = 0
    with source.open() as file:
        try:
            for record in warcio.ArchiveIterator(file):
                if record.rec_type not in ("response", "resource", "conversion"):
                    continue
                url = record.rec_headers.get_header("WARC-Target-URI") or ""
                if not url.startswith(("http://", "https://")):
                    continue
                headers = record.http_headers or record.rec_headers
                kind = (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
                status = record.http_headers.get_statuscode() if record.http_headers else "200"
                if status != "200" or kind not in (*_PAGES, "text/plain"):
                    left_out[kind if status == "200" else f"status {status}"] += 1
                    continue
                found += 1
                place = f"{source.place}, {url}"
                try:
                    yield _stored(record.content_stream().read(RECEIVED + 1), kind, url, place)
                except Trouble as trouble:
                    yield trouble
        except (ValueError, EOFError, OSError, broken) as error:
            what = f"breaks off: {' '.join(str(error).split())[:99]}"
            yield Trouble(source.place, what, "save the archive anew; what stands before is read")
            return
    besides = ", ".join(f"{count} of {kind}" for kind, count in left_out.items())
    if not found:
        raise Trouble(source.place, f"holds no page{f', but {besides}' if besides else ''}", "name another archive")
    if besides:
        yield f"{source.place}: what is no page is left out: {besides}"


def _stored(data: bytes, kind: str, url: str, place: str) -> Article:
    if len(data) > RECEIVED:
        raise Trouble(place, f"is larger than {RECEIVED // 1_000_000} MB, which is no article", "leave it out")
    text, remarks = decode(data, place)
    last = urlsplit(url).path.strip("/").rpartition("/")[2]
    name = re.sub(r"\.(?:x?html?|txt)$", "", last) or urlsplit(url).netloc
    if kind == "text/plain":
        return Article(text, name=name, known={"url": url}, remarks=remarks)
    return article(text, place, remarks, url)._replace(name=name)
