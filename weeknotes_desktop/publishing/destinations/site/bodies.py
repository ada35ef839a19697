"""The bodies of all notes of a site, in as little memory as may be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from weeknotes_desktop.domain.destination import Progress
from weeknotes_desktop.domain.ports import ManyRenderer
from weeknotes_desktop.domain.public_view import PublicNote
from weeknotes_desktop.publishing.destinations.picture_files import named_by_address, with_files
from weeknotes_desktop.publishing.destinations.site.addresses import page_at, up_from
from weeknotes_desktop.publishing.words_of_notes import speakable

_AT_ONCE = 500
"""Notes that are rendered in one go."""


class Bodies:
    """What pages of notes show, in the order of the notes.

    A text takes two bytes a letter as soon as it has one typographic quote, so
    they are kept as they will be written.
    """

    def __init__(self) -> None:
        self._written: list[bytes] = []

    def add(self, body: str) -> None:
        """The body of the next note."""
        self._written.append(body.encode())

    def __iter__(self) -> Iterator[str]:
        return (body.decode() for body in self._written)

    def take(self, place: int) -> str:
        """The body of the note that stands there, which is not wanted again."""
        body, self._written[place] = self._written[place], b""
        return body.decode()


def bodies_of(
    notes: Sequence[PublicNote],
    renderer: ManyRenderer,
    pictures: Sequence[str],
    missing: str,
    progress: Progress,
) -> Bodies:
    """The bodies with their pictures led to their files.

    Args:
        pictures: The names of those files.
        missing: With ``{description}``; stands where a picture cannot.

    Raises:
        PublishError: If one could not be rendered.
        CancelledError: If the writer stopped it.
    """
    named = named_by_address(pictures)
    bodies = Bodies()
    for first in range(0, len(notes), _AT_ONCE):
        some = notes[first : first + _AT_ONCE]
        # The renderer needs the names of pictures, not their bytes.
        views = [
            replace(note.view, pictures=()) if note.view.pictures else note.view for note in some
        ]
        for note, body in zip(
            some, renderer.render_many(views, _behind(first, len(notes), progress)), strict=True
        ):
            bodies.add(with_files(speakable(body), named, up_from(page_at(note.place)), missing))
    return bodies


def _behind(first: int, all_of_them: int, progress: Progress) -> Callable[[int, int], None]:
    return lambda done, _: progress(first + done, all_of_them)
