"""Keep the pictures that a text is about to name, and find those that it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from weeknotes_desktop.domain.picture import Picture, pictures_named
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.view import NoteView


def keep_pictures(library: NoteLibrary, pictures: Iterable[Picture]) -> None:
    """Keep them all; one that the library has already stays as it is."""
    for picture in pictures:
        library.keep_picture(picture)


def pictures_of(library: NoteLibrary, view: NoteView) -> tuple[Picture, ...]:
    """The pictures that the reader of ``view`` gets to see; one that is gone is left out.

    Only what is left after the cut is looked at, so a picture in a private
    passage stays here with it.
    """
    named = named_in(view)
    there = library.pictures(frozenset(named)) if named else {}
    return tuple(there[ident] for ident in named if ident in there)


def named_in(view: NoteView) -> tuple[str, ...]:
    """The ids of the pictures that the reader of ``view`` gets to see, each once."""
    return tuple(dict.fromkeys(ident for text in _texts(view) for ident in pictures_named(text)))


def _texts(view: NoteView) -> Iterator[str]:
    yield view.body
    for goal in (*view.goals, *view.next_goals):
        yield goal.text
        yield goal.line or ""
