"""The writer's own words: what the spelling knows beside its dictionaries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from weeknotes_desktop.domain.checks.ports import OwnWords
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.ports import Jobs
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.notices import Notice, Notices
from weeknotes_desktop.use_cases.own_words import add_word, forget_word


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWordsState:
    """What the window shows.

    Args:
        words: In alphabetical order; None while they are being read.
        chosen: The word that was added last, or stands where one was removed.
        said: What happened, or why it did not.
        problem: Whether that is why it did not.
    """

    words: tuple[str, ...] | None = None
    chosen: str | None = None
    said: str = ""
    problem: bool = False


class OwnWordsView(Protocol):
    """What the window must be able to do."""

    def draw(self, state: OwnWordsState) -> None:
        """Draw all of it."""

    def come(self) -> None:
        """Show the window, in front and with the keyboard."""


class OwnWordsPresenter:
    """Shows the words, adds and removes them; a notice offers the way back."""

    def __init__(self, view: OwnWordsView, words: OwnWords, jobs: Jobs, notices: Notices) -> None:
        self._view, self._words = view, words
        self._jobs, self._notices = jobs, notices
        self._state = OwnWordsState()
        self._shown = False
        self.changed: Hook[None] = Hook()
        """Other words are known than before."""

    def open(self) -> None:
        """Show the window, and the words as they are now."""
        self._shown = True
        self._state = replace(self._state, said="", problem=False)
        self._view.come()
        self.refresh()

    def closed(self) -> None:
        """Nobody looks any more."""
        self._shown = False

    def refresh(self) -> None:
        """Read the words again, if somebody looks."""
        if self._shown:
            self._jobs.run(self._words.all, self._show, self._refuse)

    def add(self, typed: str) -> None:
        """Know a word from now on, in every note."""
        word = typed.strip().replace("’", "'")
        known = self._state.words or ()
        if word in known:
            self._say(f"“{printed(word)}” is one of your words already.", word)
            return
        self._do(lambda: add_word(self._words, typed), word, f"“{printed(word)}” is known now.")

    def remove(self, word: str) -> None:
        """Know a word no longer; a notice takes that back."""
        known = self._state.words or ()
        rest = [one for one in known if one != word]
        at = min(known.index(word), len(rest) - 1) if word in known else -1
        gone = f"“{printed(word)}” is no longer one of your words."

        def offer() -> None:
            self._notices.show(Notice(gone, action="Undo", act=lambda: self.add(word)))

        next_one = rest[at] if at >= 0 else None
        self._do(lambda: forget_word(self._words, word), next_one, gone, offer)

    def _do(
        self,
        act: Callable[[], None],
        chosen: str | None,
        said: str,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        def done(words: tuple[str, ...]) -> None:
            self._state = replace(self._state, said=said, problem=False, chosen=chosen)
            self._show(words)
            self.changed.emit(None)
            then()

        def work() -> tuple[str, ...]:
            act()
            return self._words.all()

        self._jobs.run(work, done, self._refuse)

    def _show(self, words: tuple[str, ...]) -> None:
        self._state = replace(self._state, words=words)
        self._view.draw(self._state)

    def _say(self, said: str, chosen: str | None) -> None:
        self._state = replace(self._state, said=said, problem=False, chosen=chosen)
        self._view.draw(self._state)

    def _refuse(self, error: WeekNotesError) -> None:
        said = " ".join(filter(None, (error.problem, error.remedy)))
        self._state = replace(self._state, said=said, problem=True)
        self._view.draw(self._state)


def printed(word: str) -> str:
    """The word with a printer's apostrophe."""
    return word.replace("'", "’")
