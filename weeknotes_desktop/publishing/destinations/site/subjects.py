"""Categories and tags: what notes are about, each with a page of its own."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from weeknotes_desktop.domain.public_view import PublicNote
from weeknotes_desktop.domain.slug import file_name
from weeknotes_desktop.publishing.destinations.site.addresses import page_at
from weeknotes_desktop.publishing.words_of_notes import speakable


class Link(NamedTuple):
    """Something on the site to go to.

    Args:
        path: As seen from where the site begins.
    """

    name: str
    path: str


class Subjects:
    """All categories, or all tags, of the notes that leave.

    However one is typed, in large or small letters, it is the same; its
    name is the one in the newest note. Whichever came first keeps its place,
    so that a new one never moves the pages of others.

    Args:
        kind: ``category`` or ``tag``, where their pages stand.
        named: What the notes name, the newest first.
    """

    def __init__(self, kind: str, named: Iterable[str]) -> None:
        names: dict[str, str] = {}
        newest_first = [name for name in named if _folded(name)]
        for name in newest_first:
            names.setdefault(_folded(name), speakable(name).strip())
        taken: set[str] = set()
        self._links: dict[str, Link] = {}
        for name in reversed(newest_first):
            folded = _folded(name)
            if folded not in self._links:
                file = file_name(name, taken, otherwise=kind)
                taken.add(file)
                self._links[folded] = Link(names[folded], page_at(f"{kind}/{file}"))

    def link(self, name: str) -> Link | None:
        """The page of one; None for no name at all."""
        return self._links.get(_folded(name))

    def all(self) -> list[Link]:
        """Each of them, by the alphabet."""
        return [self._links[folded] for folded in sorted(self._links)]


def subjects_of(notes: Iterable[PublicNote]) -> Mapping[str, Subjects]:
    """``category`` and ``tag``.

    Args:
        notes: Newest first.
    """
    views = [note.view for note in notes]
    return {
        "category": Subjects("category", [view.category for view in views]),
        "tag": Subjects("tag", [tag for view in views for tag in view.tags]),
    }


def _folded(name: str) -> str:
    return speakable(unicodedata.normalize("NFC", name)).strip().casefold()
