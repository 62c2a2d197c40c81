"""A page of the web is fetched from a server on this machine: what it is, how long it may take, what is said."""

import threading
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from projects import here

from allegedly.documents.fetch import fetch
from allegedly.errors import Trouble

PAGE = (Path(__file__).parent / "inputs" / "ferry.html").read_bytes()


class Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/slow":
            time.sleep(2)
        self.send_response(404 if self.path == "/gone" else 200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        with suppress(OSError):  # who asks has hung up
            self.wfile.write(b"x" * 3_000_000 if self.path == "/large" else PAGE)

    def log_message(self, *arguments):
        pass


@contextmanager
def server():
    serving = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{serving.server_port}"
    finally:
        serving.shutdown()
        serving.server_close()


def test_a_page_is_fetched_and_read(tmp_path):
    with server() as home:
        done = here(tmp_path, "read", f"{home}/news/ferry")
        assert (done.returncode, "ferry@" in done.stdout) == (0, True), done.stderr
        assert f"{home}/news/ferry#:~:text=" in done.stdout
        assert here(tmp_path, "report", f"{home}/news/ferry").returncode == 0
    assert "412" in (tmp_path / "ferry.report.html").read_text()


@pytest.mark.parametrize(
    ("path", "said"),
    [("gone", "the server answers 404"), ("large", "is larger than 1 MB"), ("slow", "did not answer in 1 seconds")],
)
def test_what_cannot_be_had_is_said(path, said):
    with server() as home, pytest.raises(Trouble, match=f"{home}/{path}: {said}"):
        fetch(f"{home}/{path}", seconds=1, most=1_000_000)


def test_without_a_network_that_is_said_in_plain_words(tmp_path):
    done = here(tmp_path, "read", "http://nosuch.invalid/a")
    assert done.returncode == 3
    assert "http://nosuch.invalid/a: cannot be reached" in done.stderr and "is there a network?" in done.stderr
