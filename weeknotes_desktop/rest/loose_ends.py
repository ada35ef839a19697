"""Makes what shows loose ends and threads and ties goals together, and introduces it.

It belongs to what arrives after the first paint. The windows are made when
somebody first wants to see them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from weeknotes_desktop.presenters.loose_ends import LooseEndsCount, LooseEndsPresenter
from weeknotes_desktop.presenters.reasons import Reasons
from weeknotes_desktop.presenters.thread import ThreadPresenter
from weeknotes_desktop.presenters.tying import TyingPresenter
from weeknotes_desktop.presenters.week_turning import WeekTurning
from weeknotes_desktop.rest.means import Means
from weeknotes_desktop.ui.loose_ends.window import LooseEndsWindow
from weeknotes_desktop.ui.threads.thread_window import ThreadWindow
from weeknotes_desktop.ui.threads.tying_window import TyingWindow
from weeknotes_desktop.ui.wiring_loose_ends import (
    wire_count,
    wire_loose_ends,
    wire_thread,
    wire_tying,
)


class RestLooseEnds:
    """Those who look over several weeks: what is left, and what goes on."""

    def __init__(self, means: Means) -> None:
        views, presenters = means.views, means.presenters
        self._views, self._presenters, self._theme = views, presenters, means.theme
        self._writer, self._clock = means.writer, means.parts.now
        self._read_only = means.read_only
        self.reasons = Reasons()
        """Those for letting go that are being typed."""
        self.count = LooseEndsCount(means.writer, means.parts.now)
        self.turning = WeekTurning(
            presenters.editor, presenters.keeping, means.writer, views.notices
        )
        wire_count(views, presenters, self.count)
        # Held here: a signal holds whom it calls but weakly.
        self._meanings: dict[str, Callable[[], None]] = {"loose_ends": self.show_loose_ends}
        views.actions.chosen.connect(self.do)
        views.goals.thread_chosen.connect(self.show_thread)
        views.goals.tie_chosen.connect(self.tie)

    @cached_property
    def loose_ends(self) -> LooseEndsPresenter:
        """The loose ends, and their window."""
        window = LooseEndsWindow(self._theme, self._views.window)
        made = LooseEndsPresenter(
            view=window,
            writer=self._writer,
            notices=self._views.notices,
            clock=self._clock,
            unsaved=self._presenters.goals.unsaved,
            reasons=self.reasons,
            read_only=self._read_only,
        )
        wire_loose_ends(window, self._presenters, made, self.show_thread)
        return made

    @cached_property
    def thread(self) -> ThreadPresenter:
        """The thread of a goal, and its window."""
        window = ThreadWindow(self._theme, self._views.window)
        made = ThreadPresenter(window, self._writer, self._views.notices, self._clock)
        wire_thread(window, self._presenters, made, self.turning.turn_to)
        return made

    @cached_property
    def tying(self) -> TyingPresenter:
        """Whoever ties goals together, and the window for it."""
        window = TyingWindow(self._theme, self._views.window)
        made = TyingPresenter(
            view=window,
            writer=self._writer,
            notices=self._views.notices,
            clock=self._clock,
            read_only=self._read_only,
        )
        wire_tying(window, self._presenters, made)
        return made

    def do(self, name: str) -> None:
        """Do the action with that name, if it is one of these."""
        if name in self._meanings:
            self._meanings[name]()

    def show_loose_ends(self) -> None:
        """Show every goal without an answer."""
        self.loose_ends.open()

    def show_thread(self, goal_id: str) -> None:
        """Show how a goal went on."""
        self.thread.open(goal_id)

    def tie(self, goal_id: str) -> None:
        """Ask which goal of an earlier week a goal continues."""
        self.tying.open(goal_id)
