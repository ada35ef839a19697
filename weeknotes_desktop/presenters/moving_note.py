"""Moving a note to another week: asked before, told what becomes of label and goals, taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import Clock, LibraryWriter
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.keeping import Keeping
from weeknotes_desktop.presenters.notices import Notice, Notices, failure
from weeknotes_desktop.use_cases.change_note import change_note


class Desk(Protocol):
    """Where a note is open."""

    def set_week(self, week: Week) -> None:
        """Say which week the open note is about."""


@dataclass(frozen=True, slots=True)
class _Move:
    """A note, where it is to go, and whether goals stay behind or wait there."""

    note: Note
    week: Week
    goals: bool


class MovingNote:
    """Asks in the notice bar whether a note shall go to another week.

    Args:
        days: Tells a week as the writer reads it.
        pattern: How labels are made now.
        read_only: Why nothing can be changed, where that is so.
    """

    def __init__(
        self,
        *,
        keeping: Keeping,
        desk: Desk,
        writer: LibraryWriter,
        notices: Notices,
        clock: Clock,
        pattern: Callable[[], LabelPattern],
        days: Callable[[Week], str],
        read_only: WeekNotesError | None = None,
    ) -> None:
        self._keeping, self._desk, self._writer = keeping, desk, writer
        self._notices, self._clock = notices, clock
        self._pattern, self._days = pattern, days
        self._read_only = read_only
        self.moved: Hook[Note] = Hook()
        """A note that is not open stands in another week now."""

    def ask(self, note_id: str, week: Week) -> None:
        """Say what moving the note would mean, and offer to do so."""
        if self._read_only is not None:
            self._refuse(self._read_only)
            return

        def look(library: NoteLibrary) -> _Move:
            note = library.note(note_id)
            goals = bool(library.goals(note.week) or library.goals(week))
            return _Move(note, week, goals)

        self._writer.do(look, self._offer, self._refuse)

    def _offer(self, move: _Move) -> None:
        if move.note.week == move.week:
            return
        self._notices.show(
            Notice(
                f"Move {_named(move.note)} to {self._days(move.week)}?",
                self._consequences(move),
                action="Move",
                act=lambda: self._move(move.note, move.week),
                other="Keep it",
            )
        )

    def _consequences(self, move: _Move) -> str:
        """What becomes of the label and the goals."""
        if move.note.label:
            label = f"Its label stays “{move.note.label}”."
        else:
            label = f"Its label becomes “{self._pattern().label_of(move.week)}”."
        if not move.goals:
            return label
        return f"{label} Goals stay in their weeks: the note will tell of those of its new one."

    def _move(self, note: Note, week: Week) -> None:
        moved = Notice(
            f"{_named(note)} is in {self._days(week)} now.",
            action="Undo",
            act=lambda: self._bring(note, note.week, _nothing),
        )
        self._bring(note, week, lambda: self._notices.show(moved))

    def _bring(self, note: Note, week: Week, then: Callable[[], None]) -> None:
        if self._is_open(note):
            # It stands there at once; that it is on the disk, the status bar says.
            self._desk.set_week(week)
            then()
            return
        pattern, now = self._pattern(), self._clock()

        def done(moved: Note) -> None:
            self.moved.emit(moved)
            then()

        self._writer.do(
            lambda library: change_note(library, note.id, pattern, now, week=week),
            done,
            self._refuse,
        )

    def _is_open(self, note: Note) -> bool:
        current = self._keeping.current()
        return current is not None and current.id == note.id

    def _refuse(self, error: WeekNotesError) -> None:
        self._notices.show(failure(error))


def _named(note: Note) -> str:
    return f"“{note.title}”" if note.title else "the note"


def _nothing() -> None:
    """Nothing more is to be said."""
