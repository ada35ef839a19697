"""What pages of a site say about a note; plain text all of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from weeknotes_desktop.domain.public_view import PublicNote
from weeknotes_desktop.publishing.destinations.site.addresses import page_at
from weeknotes_desktop.publishing.destinations.site.subjects import Link, Subjects
from weeknotes_desktop.publishing.printing import printed
from weeknotes_desktop.publishing.words import Words
from weeknotes_desktop.publishing.words_of_notes import excerpt, speakable


class Entry(NamedTuple):
    """A note as lists, feed, search and its own page name it.

    Args:
        heading: Its title, or its label where it has none.
        label: Empty where it is the heading.
        week: As “Week beginning 19 April 2021”.
        published: The day, as “23 April 2021”.
        month: The archive of the month.
        path: As seen from where the site begins.
    """

    heading: str
    label: str
    week: str
    published: str
    day: date
    excerpt: str
    month: Link
    category: Link | None
    tags: tuple[Link, ...]
    place: str
    path: str
    language: str


def month_place(month: tuple[int, int]) -> str:
    """Where the archive of a month stands."""
    return f"{month[0]:04}/{month[1]:02}"


def entries_of(
    notes: Sequence[PublicNote],
    bodies: Iterable[str],
    subjects: Mapping[str, Subjects],
    words: Words,
) -> list[Entry]:
    """An entry for each note, in their order.

    Args:
        bodies: Of the notes, as their pages show them.
        subjects: ``category`` and ``tag``.
    """
    named: dict[tuple[int, int], Link] = {}
    found: list[Entry] = []
    for note, body in zip(notes, bodies, strict=True):
        view = note.view
        month = view.week.month
        if month not in named:
            named[month] = Link(words.month(*month), page_at(month_place(month)))
        title, label = speakable(printed(view.title, view.quotes)).strip(), speakable(view.label)
        found.append(
            Entry(
                heading=title or label or str(view.week),
                label=label if title else "",
                week=words.week(view.week),
                published=words.day(note.day),
                day=note.day,
                excerpt=excerpt(body),
                month=named[month],
                category=subjects["category"].link(view.category),
                tags=tuple(dict.fromkeys(filter(None, map(subjects["tag"].link, view.tags)))),
                place=note.place,
                path=page_at(note.place),
                language=view.language,
            )
        )
    return found
