"""The trash: what was removed, by the day it went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from weeknotes_desktop.domain.backup import BackUp
from weeknotes_desktop.domain.errors import LibraryBusyError, WeekNotesError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.ports import BackUps, Clock, Jobs, LibraryFile, LibraryWriter
from weeknotes_desktop.domain.trash import Trashed
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.notices import Notice, Notices, failure
from weeknotes_desktop.presenters.trash_state import (
    Question,
    TrashedRow,
    TrashState,
    TrashView,
    trash_rows,
)
from weeknotes_desktop.use_cases.list_trash import list_trash


class _Held(NamedTuple):
    """Where something still stands, or may stand, outside the library."""

    back_ups: tuple[BackUp, ...]
    damaged: tuple[Path, ...]


class TrashPresenter:
    """Lists what was removed, brings it back, or forgets it for good.

    Args:
        back_ups: The checked copies of the library.
        pattern: How labels are made now.
    """

    def __init__(
        self,
        *,
        view: TrashView,
        writer: LibraryWriter,
        jobs: Jobs,
        notices: Notices,
        clock: Clock,
        back_ups: Callable[[], BackUps],
        pattern: Callable[[], LabelPattern],
    ) -> None:
        self._view, self._writer, self._jobs = view, writer, jobs
        self._notices, self._clock, self._back_ups = notices, clock, back_ups
        self._pattern = pattern
        self._things: tuple[Trashed, ...] = ()
        self._shown = False
        self.state = TrashState()
        """What is shown now."""
        self.brought_back: Hook[Trashed] = Hook()
        """Something is back in its place."""
        self.forgotten: Hook[Trashed] = Hook()
        """Something is gone for good."""

    def open(self) -> None:
        """Show what lies in the trash."""
        self._shown = True
        self._read()
        self._view.come()

    def closed(self) -> None:
        """The window is gone."""
        self._shown = False
        self.state = replace(self.state, question=None)

    def refresh(self) -> None:
        """Something went into the trash or came out of it."""
        if self._shown:
            self._read()

    def look_for(self, words: str) -> None:
        """Show only what holds all of ``words``."""
        self.state = replace(self.state, looked_for=words)
        self._draw()

    def choose(self, ident: str) -> None:
        """Mark one thing; a question about another is taken back."""
        if ident != self.state.chosen:
            self.state = replace(self.state, chosen=ident)
            self._draw()

    def bring_back(self) -> None:
        """Put the chosen thing back into its place."""
        ident, now = self.state.chosen, self._clock()
        if not ident:
            return

        def back(thing: Trashed) -> None:
            self.brought_back.emit(thing)
            self._notices.show(Notice(f"{_named(thing)} is back in its place."))
            self._read()

        self._writer.do(lambda library: library.bring_back(ident, now), back, self._refuse)

    def ask(self) -> None:
        """Ask whether the chosen thing shall be forgotten for good."""
        thing = self._thing(self.state.chosen)
        if thing is None:
            return
        self.state = replace(self.state, question=Question(thing=thing))
        self._draw()

        def counted(versions: int) -> None:
            self._answer(thing, lambda asked: replace(asked, versions=versions))

        self._writer.do(lambda library: len(library.versions(thing.id)), counted, lambda _: None)
        self._jobs.run(
            lambda: _held(self._back_ups(), thing),
            lambda found: self._say_held(thing, found),
            lambda error: self._answer(thing, lambda asked: replace(asked, unknown=error.problem)),
        )

    def keep(self) -> None:
        """Nothing is forgotten."""
        self.state = replace(self.state, question=None)
        self._draw()

    def forget(self) -> None:
        """Forget for good what was asked about."""
        question = self.state.question
        if question is None:
            return
        thing, now = question.thing, self._clock()
        self._writer.do(
            lambda library: library.forget(thing.id, now),
            lambda _: self._forgotten(thing),
            self._refuse,
        )

    def _forgotten(self, thing: Trashed) -> None:
        self.state = replace(self.state, question=None)
        self.forgotten.emit(thing)
        self._read()

        def compact(file: LibraryFile) -> None:
            file.compact()

        self._writer.do_with_file(
            compact,
            lambda _: self._notices.show(Notice(f"{_named(thing)} is gone for good.")),
            lambda error: self._not_wiped(thing, error),
        )

    def _not_wiped(self, thing: Trashed, error: WeekNotesError) -> None:
        if not isinstance(error, LibraryBusyError):
            self._refuse(error)
            return
        # The library remembers it, and does it when it is closed at the latest.
        self._notices.show(
            Notice(
                f"{_named(thing)} is forgotten.",
                "It is wiped from the file as soon as nobody reads it.",
            )
        )

    def _say_held(self, thing: Trashed, found: _Held) -> None:
        self._answer(
            thing, lambda asked: replace(asked, back_ups=found.back_ups, damaged=found.damaged)
        )

    def _answer(self, thing: Trashed, answer: Callable[[Question], Question]) -> None:
        question = self.state.question
        if question is not None and question.thing == thing:
            self.state = replace(self.state, question=answer(question))
            self._draw()

    def _read(self) -> None:
        pattern = self._pattern()
        self._writer.do(lambda library: list_trash(library, pattern), self._take, self._refuse)

    def _take(self, things: tuple[Trashed, ...]) -> None:
        self._things = things
        self._draw()

    def _draw(self) -> None:
        words = self.state.looked_for.casefold().split()
        found = tuple(thing for thing in self._things if _answers(thing, words))
        rows = trash_rows(found, self._clock().date())
        ids = [thing.id for thing in found]
        chosen = self.state.chosen
        if chosen not in ids:
            chosen = self._neighbour(chosen, ids)
        question = self.state.question
        if question is not None and question.thing.id != chosen:
            question = None
        hint = "" if rows else _hint(self.state.looked_for.strip())
        self.state = replace(self.state, rows=rows, chosen=chosen, question=question, hint=hint)
        self._view.draw(self.state)

    def _neighbour(self, gone: str, ids: list[str]) -> str:
        """What to mark where the one that was marked is gone: what stands in its place now."""
        before = [row.thing.id for row in self.state.rows if isinstance(row, TrashedRow)]
        if gone in before:
            place = before.index(gone)
            for ident in (*before[place + 1 :], *reversed(before[:place])):
                if ident in ids:
                    return ident
        return ids[0] if ids else ""

    def _thing(self, ident: str) -> Trashed | None:
        return next((thing for thing in self._things if thing.id == ident), None)

    def _refuse(self, error: WeekNotesError) -> None:
        self._notices.show(failure(error))


def _held(back_ups: BackUps, thing: Trashed) -> _Held:
    holding = back_ups.that_hold(thing.id)
    local = (replace(one, made_at=one.made_at.astimezone()) for one in holding)
    return _Held(tuple(local), back_ups.damaged())


def _answers(thing: Trashed, words: list[str]) -> bool:
    text = f"{thing.text} {thing.label} {thing.kind}".casefold()
    return all(word in text for word in words)


def _hint(looked_for: str) -> str:
    if looked_for:
        return f"Nothing in the trash is called “{looked_for}”."
    return "The trash is empty. What you remove lies here for 90 days."


def _named(thing: Trashed) -> str:
    return f"“{thing.text}”" if thing.text else f"The {thing.kind}"
