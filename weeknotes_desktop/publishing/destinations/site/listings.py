"""Lists of notes, ten a page: all of them, those of a month, those on a subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from weeknotes_desktop.publishing.destinations.site.addresses import numbered, page_at
from weeknotes_desktop.publishing.destinations.site.entries import Entry
from weeknotes_desktop.publishing.destinations.site.subjects import Link

A_PAGE = 10


class Listing(NamedTuple):
    """Notes that stand together, newest first.

    Args:
        kind: ``home``, ``month``, ``category`` or ``tag``.
        name: Of the month or the subject; empty for all notes.
        place: Of its first page.
    """

    kind: str
    name: str
    place: str
    entries: Sequence[Entry]


class ListPage(NamedTuple):
    """One page of a list.

    Args:
        older: The file of the page with the notes before these; empty for none.
        newer: Likewise.
    """

    file: str
    number: int
    of: int
    entries: Sequence[Entry]
    older: str
    newer: str


def listings_of(entries: Sequence[Entry]) -> list[Listing]:
    """Every list of a site: home, months, categories, tags."""
    months: dict[Link, list[Entry]] = {}
    categories: dict[Link, list[Entry]] = {}
    tags: dict[Link, list[Entry]] = {}
    for entry in entries:
        months.setdefault(entry.month, []).append(entry)
        if entry.category is not None:
            categories.setdefault(entry.category, []).append(entry)
        for tag in entry.tags:
            tags.setdefault(tag, []).append(entry)
    found = [Listing("home", "", "", entries)]
    for kind, groups in (("month", months), ("category", categories), ("tag", tags)):
        found += [
            Listing(kind, link.name, link.path.rpartition("/")[0], group)
            for link, group in groups.items()
        ]
    return found


def pages_of(listing: Listing) -> Iterator[ListPage]:
    """The pages of a list; one without notes has a page all the same."""
    count = max(1, -(-len(listing.entries) // A_PAGE))
    files = [page_at(numbered(listing.place, number)) for number in range(1, count + 1)]
    for number, file in enumerate(files):
        yield ListPage(
            file=file,
            number=number + 1,
            of=count,
            entries=listing.entries[number * A_PAGE : (number + 1) * A_PAGE],
            older=files[number + 1] if number + 1 < count else "",
            newer=files[number - 1] if number else "",
        )
