"""Makes what finds and replaces, in the open note and in all of them, and introduces it.

The bar and the window are made when somebody first wants to see them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial

from weeknotes_desktop.patterns.worker import PatternWorker
from weeknotes_desktop.presenters.finding import FindingPresenter
from weeknotes_desktop.presenters.replacing import ReplacingPresenter
from weeknotes_desktop.rest.means import Means
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.ui.finding.bar import FindBar
from weeknotes_desktop.ui.finding.lights import Lights
from weeknotes_desktop.ui.finding.page import TextOnShow
from weeknotes_desktop.ui.finding.window import ReplacingWindow
from weeknotes_desktop.ui.wiring_finding import wire_actions, wire_finding, wire_replacing


class RestFinding:
    """Those who find words and put others in their place."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._views, self._presenters = means.views, means.presenters
        self._may_write = True
        # Held here: a signal holds whom it calls but weakly.
        self._meanings: dict[str, Callable[[], None]] = {
            "find_text": partial(self._find, replacing=False),
            "replace_text": partial(self._find, replacing=True),
            "find_next": partial(self._step, 1),
            "find_previous": partial(self._step, -1),
            "replace_everywhere": self.show_replacing,
        }
        wire_actions(self._views, self._presenters, self.do)

    @cached_property
    def finding(self) -> FindingPresenter:
        """Finds in the open note, and its bar."""
        means, editor = self._means, self._views.editor
        bar = FindBar(means.theme, Lights(editor.writing, means.theme))
        editor.above_text.addWidget(bar)
        made = FindingPresenter(
            view=bar,
            page=TextOnShow(editor.writing),
            patterns=PatternWorker,
            jobs=means.jobs,
            timers=means.timers,
            may_write=self._may_write,
        )
        wire_finding(bar, self._views, self._presenters, made)
        return made

    @cached_property
    def replacing(self) -> ReplacingPresenter:
        """Replaces in all notes, and its window."""
        means = self._means
        window = ReplacingWindow(means.theme, self._views.window)
        made = ReplacingPresenter(
            view=window,
            page=self._views.editor,
            keeping=self._presenters.keeping,
            patterns=PatternWorker,
            writer=means.writer,
            jobs=means.jobs,
            timers=means.timers,
            notices=self._views.notices,
            pattern=lambda: means.settings().label,
            clock=means.parts.now,
            may_write=self._may_write,
        )
        wire_replacing(window, self._presenters, made)
        return made

    def begin(self, *, may_write: bool) -> None:
        """The library has arrived."""
        self._may_write = may_write

    def do(self, name: str) -> None:
        """Do the action with that name, if it is one of these."""
        if name in self._meanings:
            self._meanings[name]()

    def show_replacing(self) -> None:
        """Show the window that replaces in all notes."""
        self.replacing.open()

    def _find(self, *, replacing: bool) -> None:
        self._show_text()
        self.finding.open(replacing=replacing)

    def _step(self, by: int) -> None:
        self._show_text()
        self.finding.step(by)

    def _show_text(self) -> None:
        """Nothing can be found in what one does not see."""
        editor = self._views.editor
        if not editor.writing.isVisible():
            editor.show_mode(Mode.SPLIT)
