"""Makes what looks through the open note, and introduces it; comes with ``window.py``."""

from __future__ import annotations

from weeknotes_desktop.presenters.checking import CheckingPresenter, CheckingState
from weeknotes_desktop.rest.means import Means
from weeknotes_desktop.ui.editor.checked_text import CheckedText
from weeknotes_desktop.ui.wiring_checking import wire_checking


class RestChecking:
    """Those who look for slips and misspelt words."""

    def __init__(self, means: Means) -> None:
        self._views, self._presenters = means.views, means.presenters
        self._text = CheckedText(means.views.editor.writing, means.theme)
        self.presenter = CheckingPresenter(
            view=self._text,
            writer=means.writer,
            jobs=means.jobs,
            timers=means.timers,
            notices=means.views.notices,
            proofreader=means.parts.proofreader,
            own_words=means.parts.own_words(),
            current=means.presenters.keeping.current,
            settings=means.settings,
            counted=self._count,
        )
        wire_checking(self._text, means.views, means.presenters, self.presenter)
        means.views.actions.chosen.connect(self.do)

    def do(self, name: str) -> None:
        """Do the action with that name, if it is one of these."""
        if name == "next_slip":
            self._text.go_to_next()

    def _count(self, state: CheckingState) -> None:
        self._presenters.status.say_checked(state.misspelt, state.others)
