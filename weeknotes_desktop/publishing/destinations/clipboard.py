"""A note for the clipboard: formatted for mail, documents and blogs, and as plain text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path

from weeknotes_desktop.domain.destination import Parcel, Progress, Sent
from weeknotes_desktop.domain.ports import Renderer
from weeknotes_desktop.domain.public_view import PublicView
from weeknotes_desktop.publishing.destinations.one_note import alone, body_of, note_of
from weeknotes_desktop.publishing.public_markdown import markdown_of
from weeknotes_desktop.publishing.words import Words

FORMATTED = "text/html"
PLAIN = "text/plain"


class Clipboard:
    """A ``Destination`` that offers a note in every form a program may ask for.

    Args:
        resources: The folder that holds the words.
        put: Puts contents on the clipboard, each by its media type, all in one go.
    """

    def __init__(
        self, renderer: Renderer, resources: Path, put: Callable[[Mapping[str, bytes]], None]
    ) -> None:
        self._renderer = renderer
        self._resources = resources
        self._put = put

    def make(self, view: PublicView, progress: Progress) -> Parcel:
        """The note as HTML, which word processors take as formatted text, and as Markdown.

        Raises:
            PublishError: If the note could not be rendered.
            CancelledError: If the writer stopped it.
        """
        progress(0, 1)
        note = alone(note_of(view))
        words = Words.read(self._resources / "words", view.blog.language)
        body = body_of(self._renderer, note, words.picture)
        plain = markdown_of(note.view, lambda link: link, {})
        progress(1, 1)
        # Word guesses the encoding of what does not say it.
        html = (
            f'<html lang="{escape(note.view.language)}"><head><meta charset="utf-8"></head>'
            f"<body>\n{body}\n</body></html>"
        )
        return Parcel(
            files={
                FORMATTED: html.encode("utf-8", "replace"),
                PLAIN: plain.encode("utf-8", "replace"),
            }
        )

    def send(self, parcel: Parcel, progress: Progress) -> Sent:
        """Put it on the clipboard.

        Raises:
            CancelledError: If the writer stopped it.
        """
        progress(0, 1)
        self._put(parcel.files)
        return Sent(written=1, remarks=parcel.remarks)
