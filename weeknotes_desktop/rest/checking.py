"""Makes what looks through the open note, and introduces it; comes with ``window.py``."""

from __future__ import annotations

from functools import cached_property

from weeknotes_desktop.domain.checks.spots import spots
from weeknotes_desktop.domain.links import NoteNames
from weeknotes_desktop.presenters.checking import CheckingPresenter, CheckingState
from weeknotes_desktop.presenters.link_names import LinkNames
from weeknotes_desktop.presenters.own_words import OwnWordsPresenter
from weeknotes_desktop.rest.means import Means
from weeknotes_desktop.ui.editor.checked_text import CheckedText
from weeknotes_desktop.ui.wiring_checking import wire_checking, wire_own_words


class RestChecking:
    """Those who look for slips and misspelt words.

    Args:
        names: Knows what links may lead to.
    """

    def __init__(self, means: Means, names: LinkNames) -> None:
        self._means, self._link_names = means, names
        self._views, self._presenters = means.views, means.presenters
        editor = means.views.editor
        self.text = CheckedText(editor.writing, editor.title, means.theme)
        """Shows what there is to look at."""
        self.presenter = CheckingPresenter(
            view=self.text,
            writer=means.writer,
            jobs=means.jobs,
            timers=means.timers,
            notices=means.views.notices,
            proofreader=means.parts.proofreader,
            own_words=means.parts.own_words(),
            current=means.presenters.keeping.current,
            settings=means.settings,
            names=self._names,
            counted=self._count,
        )
        wire_checking(self.text, means.views, means.presenters, self.presenter, names)
        means.views.actions.chosen.connect(self.do)

    @cached_property
    def own_words(self) -> OwnWordsPresenter:
        """The writer's own words, and their window."""
        # Not on top: who never asks for it need not wait for it.
        from weeknotes_desktop.ui.own_words.window import OwnWordsWindow

        means = self._means
        window = OwnWordsWindow(means.theme, self._views.window)
        words = means.parts.own_words()
        made = OwnWordsPresenter(window, words, means.jobs, self._views.notices)
        wire_own_words(window, made, self.presenter)
        return made

    def do(self, name: str) -> None:
        """Do the action with that name, if it is one of these."""
        if name == "next_slip":
            self.text.go_to_next()
        elif name == "own_words":
            self.own_words.open()

    def _names(self) -> NoteNames | None:
        note = self._presenters.keeping.current()
        names = self._link_names.names_in("" if note is None else note.body)
        return names if self._link_names.known else None

    def _count(self, state: CheckingState) -> None:
        self._presenters.status.say_checked(state.misspelt, state.others)
        text = self._views.editor.writing.text()
        self._views.preview.show_slips(spots(text, state.slips), text.count("\n") + 1)
