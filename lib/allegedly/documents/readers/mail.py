"""E-mails and mailboxes → a message an article: subject, sender and day from its header, attachments named."""

import mailbox
import tempfile
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from ...errors import Trouble
from ..dates import as_day
from ..source import Article, Source, Told
from .markup import words

LARGEST = 100_000_000  #: bytes of a message, its attachments among them


def articles(source: Source) -> Iterator[Article]:
    """The one message of an .eml file."""
    yield _article(source.bytes(LARGEST), source.place)


def messages(source: Source) -> Iterator[Told]:
    """Every message of a mailbox."""
    with tempfile.NamedTemporaryFile() as copy:  # a mailbox is read by name only, and may lie in an archive
        if source.path is None:
            copy.write(source.held)
            copy.flush()
        box = mailbox.mbox(source.path or copy.name, create=False)
        if not len(box):
            raise Trouble(source.place, "holds no message", "is it a mailbox? each message begins with a line From …")
        for number, key in enumerate(box.keys(), 1):
            place = f"{source.place}, message {number}"
            try:
                article = _article(box.get_bytes(key), place)
            except Trouble as trouble:
                yield trouble
                continue
            yield article._replace(name=str(article.known.get("title") or number))
        box.close()


def _article(data: bytes, place: str) -> Article:
    message = message_from_bytes(data, policy=policy.default)
    if not isinstance(message, EmailMessage) or not (message["From"] or message["Subject"] or message["Date"]):
        raise Trouble(place, "is no e-mail: it has no header", "save it as .eml from a mail program, or as .txt")
    text, kind = _body(message)
    if not text.strip():
        raise Trouble(place, "holds no text", "save the article's words as .txt")
    name, address = parseaddr(str(message["From"] or ""))
    known = {
        "title": str(message["Subject"] or "").strip() or None,
        "publisher": name or address or None,
        "published": as_day(str(message["Date"])) if message["Date"] else None,
    }
    attached = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    left_out = f"; attachments are left out: {', '.join(attached)[:200]}" if attached else ""
    said = f"{place}: offsets count in the text taken out of it{left_out}"
    return Article(words(text, place) if kind == "html" else text, known=known, dated="e-mail header", remarks=(said,))


def _body(message: EmailMessage) -> tuple[str, str]:
    """What the message says, and whether it is plain or HTML."""
    try:
        part = message.get_body(("plain", "html"))
        content = part.get_content() if part else ""
    except (LookupError, ValueError, AttributeError, KeyError):  # an encoding that nobody knows, a broken part
        return "", "plain"
    kind = part.get_content_subtype() if part else "plain"
    return str(content).replace("\r\n", "\n"), kind
