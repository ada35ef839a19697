"""The jots of a week: lines caught while it went, raw material for the note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import Clock, LibraryWriter
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.kept_lines import KeptLines
from weeknotes_desktop.presenters.notices import Notice, Notices, failure
from weeknotes_desktop.presenters.unsaved_words import UnsavedWords, Words
from weeknotes_desktop.use_cases.add_jot import add_jot
from weeknotes_desktop.use_cases.edit_jot import remove_jot, reword_jot
from weeknotes_desktop.use_cases.use_jot import use_jot


@dataclass(frozen=True, slots=True, kw_only=True)
class JotsState:
    """The jots of one week, newest first.

    Args:
        this_week: Whether it is the week of now.
        unsaved: Which say something that is not on the disk yet.
    """

    week: Week
    this_week: bool
    jots: tuple[Jot, ...] = ()
    unsaved: frozenset[str] = frozenset()
    read_only: bool = False


class JotsView(Protocol):
    """What the section with the jots must be able to do."""

    def draw(self, state: JotsState) -> None:
        """Draw the whole section."""


@dataclass(frozen=True, slots=True)
class WeekJots:
    """The jots of one week, oldest first, as the library has acknowledged them."""

    week: Week
    jots: tuple[Jot, ...]


class JotsPresenter:
    """What each click on a jot means.

    Args:
        unsaved: What was typed beside the note and the disk refused.
        note: The open note.
        put_in: Puts words into the open note, where the caret is; whether it could.
        read_only: Why nothing can be changed, where that is so.
    """

    def __init__(
        self,
        *,
        view: JotsView,
        writer: LibraryWriter,
        notices: Notices,
        clock: Clock,
        unsaved: UnsavedWords,
        note: Callable[[], Note | None],
        put_in: Callable[[str], bool],
        read_only: WeekNotesError | None = None,
    ) -> None:
        self._view, self._notices, self._clock = view, notices, clock
        self._unsaved, self._note, self._put_in = unsaved, note, put_in
        self._read_only = read_only
        self._week = Week.of(clock().date())
        self._lines: KeptLines[WeekJots] = KeptLines(
            look=lambda: partial(_read, week=self._week),
            draw=self._draw,
            writer=writer,
            notices=notices,
            unsaved=unsaved,
            read_only=read_only,
        )
        self.changed: Hook[Jot] = Hook()
        """The library holds this jot in another way than a moment ago."""
        self.given_back: Hook[str] = Hook()
        """These words were to become a jot and cannot."""
        self.wanted: Hook[None] = Hook()
        """The writer wants to catch a line, and may."""

    def show_week(self, week: Week) -> None:
        """Show the jots of ``week`` as the library holds them now."""
        self._week = week
        self._lines.look_again()

    def ask(self) -> None:
        """The writer wants to catch a line."""
        if self._read_only is not None:
            self._lines.refuse(self._read_only)
        else:
            self.wanted.emit(None)

    def catch(self, text: str) -> None:
        """Keep a line for the note of this week, whichever is shown."""
        now, ident = self._clock(), new_id()
        jot = Jot(id=ident, week=Week.of(now.date()), at=now, text=_line(text))
        act = partial(add_jot, text=text, now=now, jot_id=ident)

        def failed(error: WeekNotesError) -> None:
            self._notices.show(failure(error))
            self.given_back.emit(text)

        words = Words(("jot", ident), text, act, _new(jot), WeekJots, self._send_again)
        self._lines.send(act, self._caught, failed, words)

    def reword(self, jot_id: str, text: str) -> None:
        """Give a jot other words."""
        act = partial(reword_jot, week=self._week, jot_id=jot_id, text=text)
        lay = _reworded(jot_id, _line(text))
        place = ("jot wording", jot_id)
        self._do(act, Words(place, text, act, lay, WeekJots, self._send_again))

    def insert(self, jot_id: str) -> None:
        """Put a jot into the open note, and mark it as used there."""
        jot, note = self._jot(jot_id), self._note()
        if jot is None:
            return
        if note is None:
            self._notices.show(Notice("No note is open.", "Start one, then insert the jot."))
        elif self._read_only is not None:
            self._lines.refuse(self._read_only)
        elif self._put_in(jot.words):
            self._mark(jot, note.id)

    def mark(self, jot_id: str, *, used: bool) -> None:
        """Say that a jot went into the open note, or into none after all."""
        jot, note = self._jot(jot_id), self._note()
        if jot is None:
            return
        if not used:
            self._mark(jot, None)
        elif note is not None:
            self._mark(jot, note.id)
        else:
            self._notices.show(Notice("No note is open.", "Open the one that it went into."))

    def remove(self, jot_id: str) -> None:
        """Remove a jot; the notice offers it back."""
        never_kept = self._unsaved.drop(("jot", jot_id), ("jot wording", jot_id))
        if never_kept is not None:
            self._lines.draw()
            self._say_removed(never_kept.line, lambda: self._send_again(never_kept))
            return
        now = self._clock()

        def removed(jot: Jot) -> None:
            self.changed.emit(jot)
            self._say_removed(jot.text, lambda: self._bring_back(jot))

        act = partial(remove_jot, week=self._week, jot_id=jot_id, now=now)
        self._lines.do(act, removed)

    def _bring_back(self, jot: Jot) -> None:
        now = self._clock()
        self._lines.do(
            lambda library: library.bring_back(jot.id, now), lambda _: self.changed.emit(jot)
        )

    def _mark(self, jot: Jot, note_id: str | None) -> None:
        self._lines.do(lambda library: use_jot(library, jot, note_id), self.changed.emit)

    def _do(self, act: Callable[[NoteLibrary], Jot], words: Words) -> None:
        self._lines.do(act, self.changed.emit, words)

    def _send_again(self, words: Words) -> None:
        self._do(words.act, words)

    def _jot(self, jot_id: str) -> Jot | None:
        shown = self._lines.shown
        jots = shown.jots if shown is not None else ()
        return next((jot for jot in jots if jot.id == jot_id), None)

    def _caught(self, jot: Jot) -> None:
        self.changed.emit(jot)
        elsewhere = f", in week {jot.week.number}" if jot.week != self._week else ""
        self._notices.show(Notice(f"Jot kept for {jot.day}{elsewhere}."))

    def _say_removed(self, text: str, undo: Callable[[], None]) -> None:
        self._notices.show(Notice(f"“{text}” is removed.", action="Undo", act=undo))

    def _draw(self, shown: WeekJots) -> None:
        # The writer may have gone to another week meanwhile.
        if shown.week == self._week:
            self._view.draw(
                JotsState(
                    week=shown.week,
                    this_week=shown.week == Week.of(self._clock().date()),
                    jots=tuple(reversed(shown.jots)),
                    unsaved=frozenset(ident for _, ident in self._unsaved.places),
                    read_only=self._read_only is not None,
                )
            )


def _read(library: NoteLibrary, week: Week) -> WeekJots:
    return WeekJots(week, library.jots(week))


def _new(jot: Jot) -> Callable[[WeekJots], WeekJots]:
    """Lay a jot that is not on the disk over its week."""
    return lambda shown: (
        replace(shown, jots=(*shown.jots, jot)) if shown.week == jot.week else shown
    )


def _reworded(jot_id: str, text: str) -> Callable[[WeekJots], WeekJots]:
    """Lay other words over a jot."""
    return lambda shown: replace(
        shown,
        jots=tuple(replace(jot, text=text) if jot.id == jot_id else jot for jot in shown.jots),
    )


def _line(text: str) -> str:
    return " ".join(text.split())
