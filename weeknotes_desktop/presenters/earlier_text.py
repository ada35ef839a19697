"""An earlier text in place of what stands in the editor, and the way back from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import Clock, LibraryWriter
from weeknotes_desktop.domain.version import Occasion, of_note
from weeknotes_desktop.presenters.keeping import Typed
from weeknotes_desktop.presenters.notices import Notice, Notices, failure


class Page(Protocol):
    """Where the writer writes."""

    def typed(self) -> Typed:
        """Title and body as they stand now."""

    def replace_text(self, typed: Typed) -> None:
        """Put other words in place of them, as an edit that can be undone."""


class EarlierText:
    """Puts a text into the editor; what stood there before is kept as a version first.

    Args:
        current: The open note as it stands in the window.
    """

    def __init__(
        self,
        page: Page,
        current: Callable[[], Note | None],
        writer: LibraryWriter,
        notices: Notices,
        clock: Clock,
    ) -> None:
        self._page, self._current = page, current
        self._writer, self._notices, self._clock = writer, notices, clock
        self._offer: tuple[Notice, str, Typed] | None = None

    def put(self, note: Note, text: Typed, occasion: Occasion) -> None:
        """Put ``text`` into the open note, and offer the way back.

        Args:
            occasion: Why what stands there now is kept.
        """
        self._withdraw()
        before = self._page.typed()
        self._replace(note, text, occasion)
        notice = Notice(
            "The earlier text is back.",
            "What stood here before is in its history.",
            action="Undo",
            act=lambda: self._take_back(note.id, text, before),
        )
        self._offer = notice, note.id, text
        self._notices.show(notice)

    def something_typed(self) -> None:
        """The way back is no longer offered once another text than the one put there stands there.

        The editor's own undo leads back then, and so does the history.
        """
        if self._offer is None:
            return
        _, note_id, text = self._offer
        note = self._current()
        if note is not None and note.id == note_id and self._page.typed() != text:
            self._withdraw()

    def _take_back(self, note_id: str, put: Typed, before: Typed) -> None:
        self._offer = None
        note = self._current()
        if note is None or note.id != note_id:
            self._notices.show(
                Notice(
                    "Another note is open now.", "The text from before is in the note’s history."
                )
            )
        elif self._page.typed() == put:
            # It came out of the history, where it still is.
            self._page.replace_text(before)
        else:
            self._replace(note, before, Occasion.REPLACED)

    def _replace(self, note: Note, text: Typed, occasion: Occasion) -> None:
        if text == self._page.typed():
            return
        now = self._clock()
        version = of_note(replace(note, saved_at=now), occasion, new_id(), now)
        self._writer.do(lambda library: library.keep_version(version), _nothing, self._refuse)
        self._page.replace_text(text)

    def _withdraw(self) -> None:
        if self._offer is not None:
            notice, _, _ = self._offer
            self._offer = None
            self._notices.withdraw(notice)

    def _refuse(self, error: WeekNotesError) -> None:
        self._notices.show(failure(error))


def _nothing(_: object) -> None:
    """Nobody waits to hear of it."""
