"""What stands in the goals panel, and how the library is changed from there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.ports import Clock, LibraryWriter, Timers
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.goals_state import GoalsView, state_of
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.notices import Notice, Notices, failure
from weeknotes_desktop.presenters.unsaved_words import UnsavedWords, Words
from weeknotes_desktop.use_cases.week_goals import WeekGoals, week_goals


class ShownGoals:
    """Shows the goals of one week and of the next, and changes what the library holds.

    The panel is drawn when the library has acknowledged; what the disk
    refused is drawn back as it was, but for words: they stay, and are tried
    again until the disk takes them.

    Args:
        read_only: Why nothing can be changed, where that is so.
    """

    def __init__(
        self,
        view: GoalsView,
        writer: LibraryWriter,
        notices: Notices,
        clock: Clock,
        timers: Timers,
        read_only: WeekNotesError | None = None,
    ) -> None:
        self._read_only = read_only
        self._view = view
        self._writer = writer
        self._notices = notices
        self._clock = clock
        self._shown: WeekGoals | None = None
        self._usual: tuple[Week, int] | None = None
        self.unsaved = UnsavedWords(writer, timers, notices)
        """What was typed and the disk refused."""
        self.unsaved.again.connect(lambda words: self.change(words.act, words=words))
        self.unsaved.stayed.connect(lambda _: self._draw())
        self.looked_at: Hook[WeekGoals] = Hook()
        """Other goals are shown than a moment ago."""
        self.changed: Hook[WeekGoals] = Hook()
        """The library holds other goals than a moment ago."""

    @property
    def shown(self) -> WeekGoals | None:
        """The goals as the library has acknowledged them."""
        return self._shown

    def show(self, goals: WeekGoals) -> None:
        """Show goals that are in hand already."""
        self._shown = goals
        self._draw()

    def show_week(self, week: Week) -> None:
        """Show the goals of ``week`` and of the one after."""
        if self._shown is None or self._shown.week != week:
            self._writer.do(lambda library: week_goals(library, week), self._accept, self.refuse)

    def reload(self) -> None:
        """Read the goals again, after something else changed the library."""
        if self._shown is not None:
            week = self._shown.week
            self._writer.do(lambda library: week_goals(library, week), self._accept, self.refuse)

    def show_usual(self, week: Week, usual: int) -> None:
        """Say, while ``week`` is shown, where it has many more goals than usual."""
        self._usual = (week, usual)
        self._draw()

    def change(
        self,
        act: Callable[[NoteLibrary], Any],
        then: Callable[[Any], None] | None = None,
        words: Words | None = None,
    ) -> None:
        """Change the library, then draw what it holds.

        Args:
            words: What was typed, where it was typing.
        """
        if self._read_only is not None:
            self.refuse(self._read_only)
            return
        week = self._shown.week if self._shown else None

        def act_and_look(library: NoteLibrary) -> tuple[Any, WeekGoals | None]:
            result = act(library)
            return result, week_goals(library, week) if week else None

        def accept(acknowledged: tuple[Any, WeekGoals | None]) -> None:
            result, goals = acknowledged
            if then is not None:
                then(result)
            # The writer may have gone to another week meanwhile.
            if goals is not None and self._shown is not None and goals.week == self._shown.week:
                self._accept(goals)
                self.changed.emit(goals)

        self.unsaved.change(act_and_look, accept, self.refuse, words)

    def say(self, text: str, undo: Callable[[], None] | None = None) -> Notice:
        """Say what was done, with the way back where there is one."""
        said = Notice(text, action="Undo" if undo is not None else "", act=undo)
        self._notices.show(said)
        return said

    def unsay(self, said: Notice) -> None:
        """Take back what was said, as it is true no more."""
        self._notices.withdraw(said)

    def _accept(self, goals: WeekGoals) -> None:
        self._shown = goals
        self._draw()
        self.looked_at.emit(goals)

    def refuse(self, error: WeekNotesError) -> None:
        """Say why something could not be done, and draw what holds."""
        self._notices.show(failure(self.unsaved.reason(error)))
        self._draw()

    def _draw(self) -> None:
        if self._shown is not None:
            shown, places = self.unsaved.over(self._shown), self.unsaved.places
            usual = self._usual[1] if self._usual and self._usual[0] == shown.week else None
            self._view.draw(
                state_of(shown, places, usual=usual, read_only=self._read_only is not None)
            )
