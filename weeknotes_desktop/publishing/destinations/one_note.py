"""What all ways out of a single note have in common."""

from __future__ import annotations

from dataclasses import replace

from weeknotes_desktop.domain.ports import Renderer
from weeknotes_desktop.domain.public_view import PublicNote, PublicView
from weeknotes_desktop.publishing.pictures import described, with_pictures
from weeknotes_desktop.publishing.words_of_notes import speakable


def note_of(view: PublicView) -> PublicNote:
    """The one note that leaves.

    Raises:
        ValueError: If there are several, or none.
    """
    (note,) = view.notes
    return note


def alone(note: PublicNote) -> PublicNote:
    """The note for a place with no other page of ours beside it: links to such are words there."""
    elsewhere = tuple(link for link in note.view.links if "://" in link.address)
    return replace(note, view=replace(note.view, links=elsewhere))


def body_of(renderer: Renderer, note: PublicNote, words: str, *, pictures: bool = True) -> str:
    """The body as every way out shows it, with its pictures inside.

    Args:
        words: With ``{description}``; stands where a picture cannot.
        pictures: False to have all of them said in words.

    Raises:
        PublishError: If it could not be rendered.
    """
    # The renderer needs their names, not their bytes.
    rendered = speakable(renderer.render(replace(note.view, pictures=())))
    inside = with_pictures(rendered, note.view.pictures) if pictures else rendered
    return described(inside, words)
