"""A page of the web, fetched: with a time-out, a limit, and a plain word where there is no network."""

import time
from http.client import HTTPException
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlsplit
from urllib.request import Request, urlopen

from ..errors import Trouble
from .given import RECEIVED
from .kinds import SUFFIXES, kind_of, suffix_of

SECONDS = 30  #: until it answers, and until all of it is here
_PIECE = 65_536
_AGENT = "Mozilla/5.0 (compatible; allegedly; reads one page that a person named)"


class Fetched(NamedTuple):
    """What an address gave: the bytes, and a name with the suffix of their kind."""

    name: str
    data: bytes
    url: str


def is_url(place: str) -> bool:
    """Whether `place` is an address of the web.

    >>> is_url("https://courier.example/storm"), is_url("storm.html")
    (True, False)
    """
    return place.lower().startswith(("http://", "https://"))


def fetch(url: str, seconds: float = SECONDS, most: int = RECEIVED) -> Fetched:
    """What `url` gives; a Trouble where it cannot be had in time, or is too large."""
    way_out = "save the page, and name the file"
    try:
        begun = time.monotonic()
        with urlopen(Request(url, headers={"User-Agent": _AGENT}), timeout=seconds) as answer:
            data = bytearray()
            while piece := answer.read(_PIECE):
                data += piece
                if len(data) > most:
                    raise Trouble(url, f"is larger than {most // 1_000_000} MB, which is no article", way_out)
                if time.monotonic() - begun > seconds:
                    raise Trouble(url, f"was not here in {seconds:g} seconds", way_out)
            return Fetched(_name(answer.url, bytes(data)), bytes(data), answer.url)
    except HTTPError as error:
        raise Trouble(url, f"the server answers {error.code} {error.reason}", way_out) from None
    except TimeoutError:
        raise Trouble(url, f"did not answer in {seconds:g} seconds", way_out) from None
    except URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise Trouble(url, f"did not answer in {seconds:g} seconds", way_out) from None
        raise Trouble(url, f"cannot be reached ({error.reason}): is there a network?", way_out) from None
    except (OSError, HTTPException, ValueError) as error:
        raise Trouble(url, f"cannot be fetched: {error or type(error).__name__}", way_out) from None


def _name(url: str, data: bytes) -> str:
    """A name for the file that `url` gave: the last part of its path, and the suffix of what it is."""
    parts = urlsplit(url)
    last = unquote(parts.path).rstrip("/").rpartition("/")[2] or parts.hostname or "page"
    if suffix_of(last) in SUFFIXES and suffix_of(last) not in (".html", ".htm", ".xml"):
        return last
    stem = last[: -len(suffix_of(last))] if suffix_of(last) in SUFFIXES else last
    return f"{stem}{kind_of(data)}"
