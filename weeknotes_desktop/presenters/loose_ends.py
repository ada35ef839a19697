"""Loose ends: every goal without an answer, oldest first."""

from __future__ import annotations

from collections.abc import Callable

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.ports import Clock, LibraryWriter
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.kept_lines import KeptLines
from weeknotes_desktop.presenters.loose_answers import LooseAnswers
from weeknotes_desktop.presenters.loose_ends_state import (
    Loose,
    LooseEndsState,
    LooseEndsView,
    LooseRow,
    loose_rows,
)
from weeknotes_desktop.presenters.notices import Notices
from weeknotes_desktop.presenters.reasons import Reasons
from weeknotes_desktop.presenters.unsaved_words import UnsavedWords
from weeknotes_desktop.use_cases.loose_ends import loose_ends
from weeknotes_desktop.use_cases.next_week import next_week


class LooseEndsPresenter:
    """Lists the goals without an answer, and offers the ways out for the chosen one.

    Args:
        unsaved: What was typed beside the note and the disk refused.
        reasons: Those for letting go that are being typed.
        read_only: Why nothing can be changed, where that is so.
    """

    def __init__(
        self,
        *,
        view: LooseEndsView,
        writer: LibraryWriter,
        notices: Notices,
        clock: Clock,
        unsaved: UnsavedWords,
        reasons: Reasons,
        read_only: WeekNotesError | None = None,
    ) -> None:
        self._view, self._clock, self._unsaved = view, clock, unsaved
        self._read_only = read_only
        self._kept: KeptLines[Loose] = KeptLines(
            look=self._look,
            draw=self._draw,
            writer=writer,
            notices=notices,
            unsaved=unsaved,
            read_only=read_only,
        )
        self._chosen = ""
        self._shown = self._letting_go = False
        self.state = LooseEndsState(this_week=self._this_week())
        """What is shown now."""
        self.answers = LooseAnswers(self._kept, notices, clock, unsaved, reasons)
        """The ways out."""
        self.answers.taken_back.connect(self.choose)

    def open(self) -> None:
        """Show what is left without an answer."""
        self._shown = True
        self._kept.look_again()
        self._view.come()

    def closed(self) -> None:
        """The window is gone."""
        self._shown = False
        if self._letting_go:
            # Or the question would stand there, without the keyboard, when the window comes again.
            self.keep()

    def refresh(self) -> None:
        """Goals have changed somewhere else."""
        if self._shown:
            self._kept.look_again()

    def choose(self, goal_id: str) -> None:
        """Offer the ways out for this goal."""
        if goal_id != self._chosen:
            self._chosen, self._letting_go = goal_id, False
            self._kept.draw()

    def ask(self) -> None:
        """Ask why the chosen goal shall be let go."""
        if self.state.chosen is not None and self._read_only is None:
            self._letting_go = True
            self._kept.draw()

    def keep(self) -> None:
        """The goal is not let go."""
        self._letting_go = False
        self._kept.draw()

    def _look(self) -> Callable[[NoteLibrary], Loose]:
        now, this_week = self._clock(), self._this_week()

        def look(library: NoteLibrary) -> Loose:
            with library.transaction():
                proposed = len(library.proposed_goals())
                return Loose(loose_ends(library, now), next_week(library, this_week), proposed)

        return look

    def _draw(self, loose: Loose) -> None:
        unsaved = frozenset(ident for _, ident in self._unsaved.places)
        rows = loose_rows(loose.ends, unsaved)
        listed = [row for row in rows if isinstance(row, LooseRow)]
        chosen = self._mark(listed)
        self.state = LooseEndsState(
            this_week=self._this_week(),
            rows=rows,
            chosen=chosen,
            weeks=() if chosen is None else self._later(chosen.end.goal.week, loose.next_week),
            letting_go=self._letting_go and chosen is not None,
            reason=self.answers.reason(self._chosen),
            hint="" if rows else _nothing_left(loose.proposed),
            read_only=self._read_only is not None,
        )
        self._view.draw(self.state)

    def _mark(self, listed: list[LooseRow]) -> LooseRow | None:
        """The chosen row; where it is gone, the one that stands in its place now."""
        rows = {row.end.goal.id: row for row in listed}
        if self._chosen not in rows:
            before = [row.end.goal.id for row in self.state.rows if isinstance(row, LooseRow)]
            place = before.index(self._chosen) if self._chosen in before else 0
            near = (*before[place + 1 :], *reversed(before[:place]), *rows)
            self._chosen = next((ident for ident in near if ident in rows), "")
            self._letting_go = False
        return rows.get(self._chosen)

    def _later(self, week: Week, next_one: Week) -> tuple[Week, ...]:
        """Where a goal of ``week`` can be carried over to."""
        near = tuple(to for to in (self._this_week(), next_one) if to > week)
        return near or (week.plus(1),)

    def _this_week(self) -> Week:
        return Week.of(self._clock().date())


def _nothing_left(proposed: int) -> str:
    """What to say where no goal is loose; goals that wait to be confirmed have no answer yet."""
    if not proposed:
        return "No loose ends. Every goal has its answer."
    if proposed == 1:
        return "No loose ends. 1 goal read out of an old post waits to be confirmed."
    return f"No loose ends. {proposed} goals read out of old posts wait to be confirmed."


class LooseEndsCount:
    """Counts the loose ends, for whoever says how many there are."""

    def __init__(self, writer: LibraryWriter, clock: Clock) -> None:
        self._writer, self._clock = writer, clock
        self.counted: Hook[int] = Hook()
        """There are so many."""

    def look(self) -> None:
        """Count them; where they cannot be read, nothing is said."""
        now = self._clock()
        self._writer.do(
            lambda library: len(loose_ends(library, now)), self.counted.emit, lambda _: None
        )
