"""Leaving the program, never before the text is on disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.keeping import Keeping, Kept, Safety
from weeknotes_desktop.presenters.notices import Notice, Notices
from weeknotes_desktop.presenters.unsaved_words import UnsavedWords


class ClosingPresenter:
    """Closes the window once everything is saved, or says why it stays.

    The first refusal only says so, as saving goes on by itself. Whoever asks
    again is offered a rescue file, and to leave without saving.

    Args:
        leave: Closes the window.
        goals: What was typed beside the note and is not on disk.
    """

    def __init__(
        self,
        keeping: Keeping,
        notices: Notices,
        leave: Callable[[], None],
        goals: UnsavedWords,
    ) -> None:
        self._keeping = keeping
        self._goals = goals
        self._notices = notices
        self._leave = leave
        self._asked = False
        self._refused = False
        self._words_refused: WeekNotesError | None = None
        self._rescued: tuple[str, str, str] | None = None
        self._said: Notice | None = None
        self._said_of_goals: Notice | None = None
        self.rescue_wanted: Hook[Note] = Hook()
        """The writer wants the text in a file of its own."""
        self.asked: Hook[None] = Hook()
        """The writer wants to leave: whoever holds typed words hands them over now."""
        keeping.kept.connect(self._heard)
        goals.kept.connect(self._goals_kept)
        goals.refused.connect(self._hear_of_words)

    def ask(self) -> None:
        """The writer wants to leave."""
        # What was said of it before has been read.
        self._words_refused = None
        self.asked.emit(None)
        note = self._keeping.current()
        if note is not None and self._rescued == _text(note):
            self._ask_goals()
            return
        self._asked = True
        self._keeping.finish(self._ask_goals)

    def rescued(self, note: Note, path: Path) -> None:
        """The text of ``note`` stands in a file of its own."""
        self._rescued = _text(note)
        self._say(
            Notice(
                f"Your text stands in {path.name}.",
                "Saving into your notes goes on by itself while the window is open.",
                action="Close the window",
                act=self.ask,
                urgent=True,
            )
        )

    def _heard(self, kept: Kept) -> None:
        if kept.safety is Safety.SAVED:
            self._refused = False
            self._say(None)
        elif self._asked and kept.safety is Safety.NOT_ON_DISK:
            self._asked = False
            self._say(self._second(kept) if self._refused else _first(kept))
            self._refused = True

    def _say(self, notice: Notice | None) -> None:
        """Say where the text is, in place of what was said of it before."""
        if self._said is not None:
            self._notices.withdraw(self._said)
        self._said = notice
        if notice is not None:
            self._notices.show(notice)

    def _ask_goals(self) -> None:
        """The text is safe; what was typed beside it must be too."""
        self._goals.finish(self._leave_if_all_is_kept, self._keep_goals)

    def _hear_of_words(self, error: WeekNotesError) -> None:
        self._words_refused = error

    def _leave_if_all_is_kept(self) -> None:
        """Words that were handed over on leaving may have been refused for good."""
        error = self._words_refused
        if error is None:
            self._leave()
        else:
            said = "Words that you typed beside the note cannot be kept, so the window stays open."
            self._stay(said, f"{error.problem} {error.remedy}".strip())

    def _keep_goals(self, error: WeekNotesError) -> None:
        said = "Words that you typed beside the note are not on the disk, so the window stays open."
        self._stay(said, f"{error.problem} Saving goes on by itself.")

    def _stay(self, said: str, why: str) -> None:
        self._goals_kept()
        self._said_of_goals = Notice(
            said,
            why,
            other="Close without saving",
            act_other=self._leave,
            urgent=True,
        )
        self._notices.show(self._said_of_goals)

    def _goals_kept(self, _: object = None) -> None:
        """What was said of the goals is true no more."""
        said, self._said_of_goals = self._said_of_goals, None
        if said is not None:
            self._notices.withdraw(said)

    def _second(self, kept: Kept) -> Notice:
        return Notice(
            "Your text is still not on the disk.",
            kept.problem,
            action="Save a rescue file…",
            act=self._want_rescue,
            other="Close without saving",
            act_other=self._leave,
            urgent=True,
        )

    def _want_rescue(self) -> None:
        note = self._keeping.current()
        if note is not None:
            self.rescue_wanted.emit(note)


def _first(kept: Kept) -> Notice:
    return Notice(
        "Your text could not be saved, so the window stays open.",
        f"{kept.problem} Saving goes on by itself.",
        urgent=True,
    )


def _text(note: Note) -> tuple[str, str, str]:
    return note.id, note.title, note.body
