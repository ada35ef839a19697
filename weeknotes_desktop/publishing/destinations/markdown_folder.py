"""A folder of Markdown files with front matter, as Hugo, Jekyll and Pelican read it."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from weeknotes_desktop.domain.destination import Parcel, Progress, Sent
from weeknotes_desktop.domain.ports import ManyRenderer
from weeknotes_desktop.domain.public_view import PublicNote, PublicView
from weeknotes_desktop.publishing.destinations.folder import Folder
from weeknotes_desktop.publishing.destinations.picture_files import named_by_address, picture_files
from weeknotes_desktop.publishing.markdown_back_up.front_matter import write_facts
from weeknotes_desktop.publishing.public_markdown import markdown_of
from weeknotes_desktop.publishing.words_of_notes import excerpt, speakable

_PUBLISHED = "published"


class MarkdownFolder:
    """A ``Destination`` with a file for each note, and pictures beside them.

    Args:
        renderer: Tells how notes begin.
        tree: Where it goes.
    """

    def __init__(self, renderer: ManyRenderer, tree: Folder) -> None:
        self._renderer = renderer
        self._tree = tree

    def make(self, view: PublicView, progress: Progress) -> Parcel:
        """Every file of the folder.

        Raises:
            PublishError: If a note could not be rendered.
            CancelledError: If the writer stopped it.
        """
        views = [replace(note.view, pictures=()) for note in view.notes]
        bodies = self._renderer.render_many(views, progress)
        names = _names(view.notes)
        pictures = picture_files(view.notes)
        shown = {
            address.removeprefix("picture:"): file
            for address, file in named_by_address(pictures).items()
        }
        files: dict[str, bytes] = {}
        for note, body in zip(view.notes, bodies, strict=True):
            source = markdown_of(note.view, _Links(note.place, names), shown)
            text = write_facts(_facts(note, excerpt(speakable(body))), f"\n{source}")
            files[names[note.place]] = text.encode("utf-8", "replace")
        return Parcel(files=files | pictures)

    def send(self, parcel: Parcel, progress: Progress) -> Sent:
        """Put the files in place of those that were there before.

        Raises:
            PublishError: If they could not be written; the old ones are still there.
            CancelledError: If the writer stopped it.
        """
        return self._tree.put(parcel, progress)


class _Links:
    """Leads from one note to the file of another, where a site leads to its page."""

    def __init__(self, place: str, names: dict[str, str]) -> None:
        self._place = place
        self._names = names

    def __call__(self, address: str) -> str:
        page = posixpath.normpath(posixpath.join(self._place, address))
        return self._names.get(posixpath.dirname(page), address)


def _names(notes: Sequence[PublicNote]) -> dict[str, str]:
    """The name of each file by the place of its note: the day first, as Jekyll wants it."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    # Oldest first, so that a new note takes no name from one that is there already.
    for note in sorted(notes, key=lambda note: (note.day, note.place)):
        _, _, short = note.place.partition("/")
        name = f"{note.day}-{short}.md"
        if name in taken:
            name = f"{note.day}-{_slug(note)}.md"
        taken.add(name)
        names[note.place] = name
    return names


def _slug(note: PublicNote) -> str:
    return note.place.replace("/", "-")


def _facts(note: PublicNote, summary: str) -> dict[str, Any]:
    view = note.view
    label, category = speakable(view.label), speakable(view.category)
    facts: dict[str, Any] = {
        "title": speakable(view.title).strip() or label or str(view.week),
        "date": note.day,
        "slug": _slug(note),
        "label": label,
        "category": category,
        "categories": [category] if category else [],
        "tags": [tag for tag in map(speakable, view.tags) if tag],
        "summary": summary,
        "lang": view.language,
        "status": _PUBLISHED,
    }
    return {name: value for name, value in facts.items() if value}
