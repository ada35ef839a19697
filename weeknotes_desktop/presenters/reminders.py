"""Reminders: where each is said, and what its button does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.ports import Clock, LibraryWriter, Timers
from weeknotes_desktop.domain.reminders import Counts, Reminder, sentence
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.notices import Notice, Notices
from weeknotes_desktop.use_cases.remind import remind, week_counts

FIRST_LOOK = 20.0
"""Seconds from the start, in which the writer has come to do something else."""
LOOK_EVERY = 60.0
WORDS = {
    Reminder.GOALS: "Set goals",
    Reminder.HALFWAY: "Show the goals",
    Reminder.REVIEW: "Start the review",
}


class Attention(Protocol):
    """Where the writer looks."""

    def in_front(self) -> bool:
        """Whether the writer has the program in front of them."""

    def can_notify(self) -> bool:
        """Whether the desktop shows notifications."""

    def notify(self, sentence: str) -> None:
        """Have the desktop show a notification, in place of the one before."""


class RemindersPresenter:
    """Looks at the clock now and then, and says what is due, once.

    Where nobody looks and the desktop shows no notifications, a reminder
    waits for the writer to come, and is dropped when it makes no sense any more.

    Args:
        deeds: What the button of each reminder does; one that is not there has no button.
    """

    def __init__(
        self,
        *,
        attention: Attention,
        writer: LibraryWriter,
        timers: Timers,
        notices: Notices,
        clock: Clock,
        settings: Callable[[], Settings],
        deeds: Mapping[Reminder, Callable[[], None]],
    ) -> None:
        self._attention, self._writer, self._timers = attention, writer, timers
        self._notices, self._clock, self._settings = notices, clock, settings
        self._deeds = deeds
        self._begun = False
        self._shown: tuple[Reminder, Week, Notice] | None = None
        self._notified: Reminder | None = None

    def begin(self) -> None:
        """The library is there and may be written."""
        self._timers.after(FIRST_LOOK, self.look_from_now_on)

    def look_from_now_on(self) -> None:
        """The writer has had a moment to themselves."""
        self._begun = True
        self._look_again()

    def look(self) -> None:
        """Say what is due now, if there is anybody to hear it."""
        now = self._clock()
        self.look_whether_still_true()
        heard = self._attention.in_front() or self._attention.can_notify()
        if self._begun and heard:
            settings = self._settings()
            self._writer.do(lambda library: remind(library, settings, now), self._say, self._ignore)

    def look_whether_still_true(self) -> None:
        """Take back what is shown and no longer so, as goals have been set meanwhile."""
        if self._shown is None:
            return
        what, week, notice = self._shown
        if week != Week.of(self._clock().date()):
            self._withdraw(notice)
            return

        def judge(counts: Counts) -> None:
            if not counts.ask_for(what) or sentence(what, counts.waiting) != notice.text:
                self._withdraw(notice)

        self._writer.do(lambda library: week_counts(library, week), judge, self._ignore)

    def notification_chosen(self) -> None:
        """The writer followed the notification into the window."""
        what, self._notified = self._notified, None
        if what is not None and what in self._deeds:
            self._deeds[what]()

    def _look_again(self) -> None:
        self._timers.after(LOOK_EVERY, self._look_again)
        self.look()

    def _say(self, said: tuple[Reminder, str] | None) -> None:
        if said is None:
            return
        what, words = said
        if not self._attention.in_front() and self._attention.can_notify():
            self._notified = what
            self._attention.notify(words)
            return
        deed = self._deeds.get(what)
        # Not the first button: Ctrl+Z presses that one.
        notice = Notice(
            words, other=WORDS[what] if deed else "", act_other=deed, lasting=deed is not None
        )
        if self._shown is not None:
            self._notices.withdraw(self._shown[2])
        self._shown = (what, Week.of(self._clock().date()), notice)
        self._notices.show(notice)

    def _withdraw(self, notice: Notice) -> None:
        self._notices.withdraw(notice)
        if self._shown is not None and self._shown[2] is notice:
            self._shown = None

    def _ignore(self, error: WeekNotesError) -> None:
        """Whoever reads the archive says what is wrong with the library."""
