"""Putting notes under other names, some at a time, so that nobody waits meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.names import NameChange, facts_of, names_of_note
from weeknotes_desktop.domain.ports import LibraryWriter
from weeknotes_desktop.presenters.keeping import Keeping
from weeknotes_desktop.use_cases.change_names import change_names

AT_ONCE = 50
"""Notes that are changed in one go, in a part of a second."""


class ChangingNames:
    """One way through many notes; the one that is open is changed where it is written.

    Args:
        tell: Hears how many notes it has been through, after each step.
        done: Hears once what was changed, and why it did not go on where that is so.
    """

    def __init__(
        self,
        keeping: Keeping,
        writer: LibraryWriter,
        pattern: LabelPattern,
        now: datetime,
        *,
        tell: Callable[[int], None],
        done: Callable[[tuple[NameChange, ...], WeekNotesError | None], None],
    ) -> None:
        self._keeping, self._writer = keeping, writer
        self._pattern, self._now = pattern, now
        self._tell, self._say_done = tell, done
        self._left: Sequence[NameChange] = ()
        self._done: list[NameChange] = []

    def begin(self, wanted: Sequence[NameChange]) -> None:
        """Change these notes, in their order."""
        self._left = wanted
        self._go_on()

    def _go_on(self) -> None:
        if not self._left:
            self._end()
            return
        part, self._left = self._left[:AT_ONCE], self._left[AT_ONCE:]
        others = [change for change in part if not self._changed_where_it_is_open(change)]
        self._writer.do(
            lambda library: change_names(library, others, self._pattern, self._now),
            self._accept,
            self._end,
        )

    def _accept(self, changed: tuple[NameChange, ...]) -> None:
        self._done += changed
        if self._left:
            self._tell(len(self._done))
        self._go_on()

    def _changed_where_it_is_open(self, change: NameChange) -> bool:
        note = self._keeping.current()
        if note is None or note.id != change.note_id:
            return False
        if names_of_note(note, change.kind) == change.before:
            self._keeping.change(**facts_of(change.after, change.kind))
            self._done.append(change)
        return True

    def _end(self, error: WeekNotesError | None = None) -> None:
        # Whatever is done next comes after the save of the open note, which was asked for before.
        self._say_done(tuple(self._done), error)
