"""Has the search brought up to what the library says, in between of what the writer does."""

from __future__ import annotations

from collections.abc import Callable

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.ports import LibraryWriter, Timers
from weeknotes_desktop.domain.searching.upkeep import Upkeep
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.notices import Notice, Notices
from weeknotes_desktop.use_cases.keep_up_search import one_step

FIRST_AFTER = 2.0
"""Seconds from the first paint on; until then there is more important work."""
NEXT_AFTER = 0.02
AGAIN_AFTER = 600.0
"""So long words may stand in the index that no text has any more."""
WORTH_TELLING = 500
"""So many things that are not found yet take longer than one notices."""

BEGUN = Notice(
    "The search is being prepared.", "Until it is ready, the oldest notes are not found."
)
DAMAGED = Notice(
    "The search was damaged and is being made anew.",
    "Your notes are whole; until it is ready, the oldest are not found.",
)
READY = Notice("The search finds everything again.")


class SearchUpkeep:
    """Asks for one step after the other until nothing is left to do, and again after a while."""

    def __init__(self, writer: LibraryWriter, timers: Timers, notices: Notices) -> None:
        self._writer = writer
        self._timers = timers
        self._notices = notices
        self._at_it = False
        self._anew = False
        self._cancel: Callable[[], None] = _nothing
        self._said: Notice | None = None
        self.stepped: Hook[Upkeep] = Hook()
        """Something more is found now, or everything."""

    def begin(self) -> None:
        """The library is there, or another one lies in its place: see what is to be done."""
        self._go_on(FIRST_AFTER)

    def damaged(self) -> None:
        """The search was found damaged, and is empty now: have it made anew."""
        self._say(DAMAGED)
        self._go_on(NEXT_AFTER)

    def unusable(self) -> None:
        """It was found damaged by somebody who only reads: have it thrown away and made anew."""
        self._anew = True
        self.damaged()

    def _go_on(self, seconds: float) -> None:
        if not self._at_it:
            self._cancel()
            self._cancel = self._timers.after(seconds, self._step)

    def _step(self) -> None:
        self._at_it = True
        anew, self._anew = self._anew, False

        def give_up(_: WeekNotesError) -> None:
            # Whoever saves is told of the same.
            self._anew |= anew
            self._at_it = False
            self._go_on(AGAIN_AFTER)

        self._writer.do_with_file(lambda file: one_step(file, anew=anew), self._accept, give_up)

    def _accept(self, upkeep: Upkeep) -> None:
        self._at_it = False
        if upkeep.missing > WORTH_TELLING and self._said is None:
            self._say(BEGUN)
        elif not upkeep.missing and self._said is not None:
            self._notices.withdraw(self._said)
            self._notices.show(READY)
            self._said = None
        self.stepped.emit(upkeep)
        self._go_on(NEXT_AFTER if self._anew or not upkeep.done else AGAIN_AFTER)

    def _say(self, notice: Notice) -> None:
        if self._said != notice:
            self._said = notice
            self._notices.show(notice)


def _nothing() -> None:
    """Nothing was to happen yet."""
