"""The changes of the last runs as an Atom feed (RFC 4287), for those who watch."""

import hashlib
import json
from typing import Any
from xml.sax.saxutils import escape, quoteattr

_KEPT = 50


def entry(changed: dict[str, Any], moment: str, last: dict[str, Any] | None) -> dict[str, Any]:
    """A record of a run's changes; its time is never before that of the `last` one, whatever the clock says."""
    return {
        "id": name(changed, last["id"] if last else None),
        "updated": max(moment, last["updated"] if last else ""),
        "changes": changed,
    }


def remembered(entries: list[dict[str, Any]], new: dict[str, Any]) -> list[dict[str, Any]]:
    """The newest entries first, without what no feed reader asks for any more."""
    return [new, *entries][:_KEPT]


def feed(entries: list[dict[str, Any]], home: str) -> str:
    """The feed of `entries`, newest first."""
    updated = entries[0]["updated"] if entries else "1970-01-01T00:00:00+00:00"
    body = "".join(_entry(one) for one in entries)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f" <id>urn:allegedly:{escape(home)}</id>\n <title>What is new in the figures</title>\n"
        f" <updated>{updated}</updated>\n <author><name>allegedly</name></author>\n"
        f' <link rel="self" href="feed.xml"/>\n <link href="index.html"/>\n{body}</feed>\n'
    )


def _entry(one: dict[str, Any]) -> str:
    from .changes import told

    claims, findings = one["changes"]["claims"], one["changes"]["findings"]
    title = (
        f"{len(claims['new'])} new claims, {len(claims['changed'])} changed, {len(claims['gone'])} gone; "
        f"{len(findings['turned'])} findings turned, {len(findings['new'])} new"
    )
    words = told({**one["changes"], "first": False}, None)
    return (
        f" <entry>\n  <id>urn:allegedly:{one['id']}</id>\n  <title>{escape(title)}</title>\n"
        f"  <updated>{one['updated']}</updated>\n  <link href={quoteattr('index.html')}/>\n"
        f'  <content type="text">{escape(_printable(words))}</content>\n </entry>\n'
    )


def name(changed: dict[str, Any], last: str | None) -> str:
    """A name for a change after the `last`: the same where a run was killed and its changes are found again."""
    return hashlib.sha256(json.dumps([last, changed], sort_keys=True).encode()).hexdigest()[:32]


def _printable(words: str) -> str:
    """`words` without what XML 1.0 may not hold, and without the signs of Markdown."""
    words = words.replace("\\", "").replace("**", "")
    return "".join(sign for sign in words if sign in "\t\n" or " " <= sign < "\ufffe")
