"""The Atom feed: the newest notes, whole."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time

from feedgenerator import Atom1Feed  # type: ignore[import-untyped]

from weeknotes_desktop.domain.public_view import Blog
from weeknotes_desktop.publishing.destinations.site.addresses import Address
from weeknotes_desktop.publishing.destinations.site.entries import Entry
from weeknotes_desktop.publishing.words_of_notes import speakable

FILE = "feed.xml"
LONGEST = 20
"""Notes; a reader that looks once in a few months misses none."""

_BEFORE_ANY_NOTE = date(1970, 1, 1)


class _Feed(Atom1Feed):  # type: ignore[misc]
    """A feed that looks at no clock, and is its own kind of document."""

    newest = _BEFORE_ANY_NOTE

    def latest_post_date(self) -> datetime:
        return _midnight(self.newest)


def feed_of(
    entries: Sequence[Entry], bodies: Iterable[str], blog: Blog, title: str, address: Address
) -> bytes:
    """The feed.

    Args:
        entries: Newest first.
        bodies: Of the notes, as their pages show them.
        title: Of the blog.
    """
    newest = entries[:LONGEST]
    feed = _Feed(
        title=title,
        link=address.of(""),
        description=None,
        subtitle=speakable(blog.tagline) or None,
        language=blog.language,
        author_name=speakable(blog.author) or title,
        feed_url=address.of_file(FILE),
        feed_guid=address.tag("", min((entry.day.year for entry in entries), default=1970)),
    )
    feed.newest = max((entry.day for entry in newest), default=_BEFORE_ANY_NOTE)
    for entry, body in zip(newest, bodies, strict=False):
        feed.add_item(
            title=entry.heading,
            link=address.of(entry.place),
            description=None,
            unique_id=address.tag(entry.place, int(entry.place[:4])),
            pubdate=_midnight(entry.day),
            updateddate=_midnight(entry.day),
            categories=_subjects(entry),
            content=speakable(address.seen_from_outside(body, entry.place)),
        )
    written = io.StringIO()
    feed.write(written, "utf-8")
    return written.getvalue().encode()


def _subjects(entry: Entry) -> list[str]:
    named = [entry.category.name] if entry.category else []
    return list(dict.fromkeys([*named, *(tag.name for tag in entry.tags)]))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
