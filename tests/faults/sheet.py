"""One note as the window has it open; the service has several side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from weeknotes_desktop.domain.errors import LibraryError, NotFoundError, WeekNotesError
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.ports import Clock, LibraryWriter, Timers
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.keeping import TRY_AGAIN_AFTER, Keeping, Kept, Safety, Typed
from weeknotes_desktop.use_cases.open_note import Opened, open_note
from weeknotes_desktop.use_cases.save_note import Publishing

Done = Callable[[None], None]
Failed = Callable[[WeekNotesError], None]


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a note that may have to be started first."""

    week: Week
    private: bool = False

    @property
    def audience(self) -> Audience:
        """Whom it is for."""
        return Audience.ME if self.private else Audience.PUBLIC


class Sheet:
    """A note, the keeping of it, and the text that stands in the window.

    Args:
        said: Where the note must be started, of which week and for whom.
    """

    def __init__(
        self, note_id: str, said: Said, writer: LibraryWriter, timers: Timers, clock: Clock
    ) -> None:
        self._note_id, self._said = note_id, said
        self._writer, self._timers = writer, timers
        self._typed = Typed("", "")
        self._touched = False
        self._open = False
        self._waiting: tuple[Done, Failed] | None = None
        self.keeping = Keeping(lambda: self._typed, writer, timers, clock, Settings)
        self.keeping.kept.connect(self._hear)
        self.keeping.kept_beside.connect(lambda _: self._refuse(_elsewhere()))

    def open(self, done: Done, failed: Failed) -> None:
        """Open the note, or start it; what was typed meanwhile stands in it."""

        def opened(note: Opened) -> None:
            self._begin(note)
            done(None)

        self._writer.do(
            lambda library: _open_or_start(library, self._note_id, self._said), opened, failed
        )

    def keep_trying_to_open(self, _: WeekNotesError | None = None) -> None:
        """Open the note whenever that is possible."""
        self.open(lambda _: None, lambda _: self._try_again())

    def type(self, text: str) -> None:
        """Press keys until the text is ``text``."""
        self._typed = replace(self._typed, body=text)
        self._touched = True
        if self._open:
            self.keeping.typed_something()

    def save(
        self, text: str, title: str | None, facts: dict[str, Any], done: Done, failed: Failed
    ) -> None:
        """Type ``text``, change the facts, and save; ``done`` is called after the commit."""
        self._waiting = (done, failed)
        if title is not None:
            self._typed = replace(self._typed, title=title)
        self.type(text)
        note = self.keeping.current()
        new = {name: value for name, value in facts.items() if getattr(note, name) != value}
        if note is not None and note.status is Status.DRAFT:
            # Not by the start of an empty note, nor while it is typed.
            self.keeping.change(Publishing.NOW, **new)
        elif new:
            self.keeping.change(**new)
        self.keeping.finish(self._saved)

    def _begin(self, opened: Opened) -> None:
        if self._open:
            # It was asked for twice, as by a key and a save right after it.
            return
        note, rescued = opened.note, opened.rescued
        shown = rescued or note
        body = self._typed.body if self._touched else shown.body
        self._typed = Typed(shown.title, body)
        self._open = True
        self.keeping.begin(note, dirty=self._touched or rescued is not None)

    def _try_again(self) -> None:
        self._timers.after(TRY_AGAIN_AFTER, self.keep_trying_to_open)

    def _hear(self, kept: Kept) -> None:
        if kept.safety is Safety.NOT_ON_DISK:
            self._refuse(LibraryError(kept.problem))

    def _saved(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting[0](None)

    def _refuse(self, error: WeekNotesError) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting[1](error)


def _open_or_start(library: NoteLibrary, note_id: str, said: Said) -> Opened:
    try:
        opened = open_note(library, note_id)
        # A draft that fits it no more is a note of its own from now on.
        return opened if opened.note.id == note_id else open_note(library, note_id)
    except NotFoundError:
        started = Note(id=note_id, week=said.week, audience=said.audience)
        return Opened(library.add_note(started), None, ())


def never_written_in(note: Note) -> bool:
    """Whether the note was started and nothing was ever saved in it."""
    return note.status is Status.DRAFT and not note.title and not note.body


def _elsewhere() -> LibraryError:
    return LibraryError("The note was changed elsewhere in the meantime.", "Both texts are kept.")
