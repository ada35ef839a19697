"""Looks through the open note after each pause, and says what there is to look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from weeknotes_desktop.domain.checks.habits import Habits
from weeknotes_desktop.domain.checks.ports import OwnWords, Proofreader
from weeknotes_desktop.domain.checks.rules import WHEN_DONE
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.checks.spelling import NAME as SPELLING
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.links import NoteNames
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import Jobs, LibraryWriter, Timers
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.notices import Notices, failure
from weeknotes_desktop.use_cases.check_note import check_note, habits_of
from weeknotes_desktop.use_cases.note_language import set_language
from weeknotes_desktop.use_cases.own_words import add_word
from weeknotes_desktop.use_cases.silence_check import hear_checks, silence_check

CHECK_AFTER = 0.6
"""Seconds without a key before the text is looked through."""

_BEGIN_AFTER = 1.0
_TRIES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckingState:
    """What there is to look at in the open note.

    Args:
        slips: In the order in which they stand in the text, which is as it was read.
        language: Of the note; empty where none is open.
        silenced: Whether some checks say nothing in this note.
        may_write: Whether anything can be remembered about the note.
    """

    slips: tuple[Slip, ...] = ()
    language: str = ""
    silenced: bool = False
    may_write: bool = True

    @property
    def misspelt(self) -> int:
        """How many words are in no dictionary."""
        return sum(slip.check == SPELLING for slip in self.slips)

    @property
    def others(self) -> int:
        """How many other slips there are."""
        return len(self.slips) - self.misspelt


class CheckingView(Protocol):
    """What the text must be able to do."""

    def draw(self, state: CheckingState) -> None:
        """Mark these places, and no others; they move along with what is typed."""

    def offer(self, slip: Slip, suggestions: tuple[str, ...] | None) -> None:
        """Offer other words, if the writer still waits for them; None where nobody could tell."""

    def offer_languages(self, languages: tuple[str, ...]) -> None:
        """Offer these languages for the note."""


class CheckingPresenter:
    """Keeps the marks under the text up to date; the newest text wins.

    Args:
        proofreader: Asked for away from the window's thread.
        current: The open note as it stands in the window.
        names: What links may lead to, as of now; None while nobody knows.
        counted: Hears what there is to look at, each time it is drawn.
    """

    def __init__(
        self,
        view: CheckingView,
        writer: LibraryWriter,
        jobs: Jobs,
        timers: Timers,
        notices: Notices,
        proofreader: Callable[[], Proofreader],
        own_words: OwnWords,
        current: Callable[[], Note | None],
        settings: Callable[[], Settings],
        names: Callable[[], NoteNames | None],
        counted: Callable[[CheckingState], None],
    ) -> None:
        self._view = view
        self._writer = writer
        self._jobs = jobs
        self._timers = timers
        self._notices = notices
        self._proofreader = proofreader
        self._own_words = own_words
        self._current = current
        self._settings = settings
        self._names = names
        self._counted = counted
        self._state = CheckingState()
        self._habits: Habits | None = None
        self._begun = self._knows_languages = False
        self._may_write = True
        self._failed = self._typed = 0
        self._cancel: Callable[[], None] | None = None
        self.learnt: Hook[None] = Hook()
        """What is known of the note, words of the writer among it, has been read again."""

    @property
    def state(self) -> CheckingState:
        """What is marked now."""
        return self._state

    def begin(self, *, may_write: bool) -> None:
        """The library is there: look through the open note, once the window is at rest."""
        self._begun, self._may_write = True, may_write
        self._after(_BEGIN_AFTER, self.another_note)

    def another_note(self) -> None:
        """Another note is open, or none, or other things are known: look through it anew."""
        self._failed = 0
        self._habits = None
        self._show(CheckingState(may_write=self._may_write))
        self.learn()

    def learn(self) -> None:
        """Read again what is known of the open note, then look through it."""
        note = self._current()
        if not self._begun or note is None:
            return
        settings, own = self._settings(), self._own_words
        self._writer.do(
            lambda library: (note.id, habits_of(library, note.id, settings, own)),
            lambda learnt: self._learnt(*learnt),
            self._refuse,
        )

    def something_typed(self) -> None:
        """The text changed: look through it after a pause."""
        self._typed += 1
        if self._begun and self._failed < _TRIES:
            self._after(CHECK_AFTER, self.check)

    def notes_changed(self) -> None:
        """Other notes are there, or called something else: links may lead elsewhere."""
        note = self._current() if self._begun else None
        if note is not None and "[[" in note.body:
            self._after(CHECK_AFTER, self.check)

    def check(self) -> None:
        """Look through the text as it stands now."""
        note, habits = self._current(), self._habits
        if note is None or habits is None:
            self.learn()
            return
        typed, names = self._typed, self._names()
        self._jobs.run(
            lambda: check_note(self._proofreader(), note, habits, names),
            lambda slips: self._checked(note.id, typed, habits, slips),
            self._not_checked,
        )

    def look_up(self, slip: Slip) -> None:
        """Find out what may have been meant by a misspelt word."""
        language = self._state.language
        self._jobs.run(
            lambda: self._proofreader().suggestions(slip.words, language),
            lambda words: self._view.offer(slip, words),
            lambda _: self._view.offer(slip, None),
        )

    def add_word(self, slip: Slip) -> None:
        """Know this word from now on, in every note."""
        self._jobs.run(
            lambda: add_word(self._own_words, slip.words), lambda _: self.learn(), self._refuse
        )

    def silence(self, slip: Slip) -> None:
        """Say nothing more of this in the open note."""
        self._change(lambda library, note_id: silence_check(library, note_id, slip))

    def hear_all(self) -> None:
        """Let every check of the open note speak again."""
        self._change(hear_checks)

    def set_language(self, language: str) -> None:
        """Say in which language the open note is written."""
        self._change(lambda library, note_id: set_language(library, note_id, language))

    def _change(self, act: Callable[[NoteLibrary, str], None]) -> None:
        note = self._current()
        if note is not None:
            self._writer.do(
                lambda library: act(library, note.id), lambda _: self.learn(), self._refuse
            )

    def _learnt(self, note_id: str, habits: Habits) -> None:
        note = self._current()
        if note is not None and note.id == note_id:
            self._habits = habits
            self.learnt.emit(None)
            self.check()

    def _checked(self, note_id: str, typed: int, habits: Habits, slips: tuple[Slip, ...]) -> None:
        self._failed = 0
        note = self._current()
        # What was typed meanwhile is looked through after its own pause.
        if note is None or (note_id, typed) != (note.id, self._typed):
            return
        self._show(
            CheckingState(
                slips=tuple(slip for slip in slips if slip.check not in WHEN_DONE),
                language=habits.language,
                silenced=bool(habits.silent),
                may_write=self._may_write,
            )
        )
        if not self._knows_languages:
            self._knows_languages = True
            self._jobs.run(
                lambda: self._proofreader().languages(),
                self._view.offer_languages,
                self._not_checked,
            )

    def _not_checked(self, _: WeekNotesError) -> None:
        # Nothing is lost and nobody waits for it; after a few tries it rests until the next note.
        self._failed += 1

    def _show(self, state: CheckingState) -> None:
        # Also where nothing is new: a mark may have gone with the words that are back now.
        self._state = state
        self._view.draw(state)
        self._counted(state)

    def _after(self, seconds: float, call: Callable[[], None]) -> None:
        if self._cancel is not None:
            self._cancel()
        self._cancel = self._timers.after(seconds, call)

    def _refuse(self, error: WeekNotesError) -> None:
        self._notices.show(failure(error))
