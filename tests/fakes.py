"""Stand-ins that behave like the real thing, for tests that need no disk and no window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from tests.fake_library import FakeLibrary
from weeknotes_desktop.domain.errors import SettingsError, WeekNotesError
from weeknotes_desktop.domain.note import Draft
from weeknotes_desktop.domain.ports import LibraryFile
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary

__all__ = ["FakeLibrary", "ImmediateJobs", "ImmediateWriter", "ManualTimers", "MemorySettings"]

T = TypeVar("T")


class ImmediateWriter:
    """A writer without a thread: every act is done, or refused, at once."""

    def __init__(self, library: NoteLibrary, file: LibraryFile | None = None) -> None:
        self._library = library
        self._file = file

    def do(
        self,
        act: Callable[[NoteLibrary], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        try:
            with self._library.transaction():
                result = act(self._library)
        except WeekNotesError as error:
            failed(error)
        else:
            done(result)

    def do_with_file(
        self,
        act: Callable[[LibraryFile], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        if self._file is None:
            raise AssertionError("This writer was given no file.")
        try:
            result = act(self._file)
        except WeekNotesError as error:
            failed(error)
        else:
            done(result)

    @contextmanager
    def lend(self) -> Iterator[NoteLibrary]:
        with self._library.transaction():
            yield self._library

    def keep_draft(
        self, draft: Draft, done: Callable[[], None], failed: Callable[[WeekNotesError], None]
    ) -> None:
        try:
            self._library.keep_draft(draft)
        except WeekNotesError as error:
            failed(error)
        else:
            done()


class ImmediateJobs:
    """Jobs without a thread: every one is done, or has failed, at once."""

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        try:
            result = work()
        except WeekNotesError as error:
            failed(error)
        else:
            done(result)


class ManualTimers:
    """Timers whose time passes only when a test says so."""

    def __init__(self) -> None:
        self._now = 0.0
        self._waiting: dict[int, tuple[float, Callable[[], None]]] = {}
        self._made = 0

    def after(self, seconds: float, call: Callable[[], None]) -> Callable[[], None]:
        self._made += 1
        number = self._made
        self._waiting[number] = (self._now + seconds, call)
        return lambda: void(self._waiting.pop(number, None))

    def pass_time(self, seconds: float) -> None:
        """Let that much time pass; what falls due is called in its order, also what it brings."""
        end = self._now + seconds
        while due := [(at, number) for number, (at, _) in self._waiting.items() if at <= end]:
            self._now, number = min(due)
            self._waiting.pop(number)[1]()
        self._now = end


class MemorySettings:
    """Settings that are kept for as long as the test lasts."""

    def __init__(self, settings: Settings | None = None, remarks: tuple[str, ...] = ()) -> None:
        self._settings = settings or Settings()
        self._remarks = remarks
        self.refuses: SettingsError | None = None
        """When set, saving fails with it, as on a full disk."""

    def load(self) -> tuple[Settings, tuple[str, ...]]:
        return self._settings, self._remarks

    def save(self, settings: Settings) -> tuple[str, ...]:
        if self.refuses is not None:
            raise self.refuses
        self._settings = settings
        self._remarks = ()
        return ()

    def change(self, key: str, value: str) -> tuple[Settings, tuple[str, ...]]:
        said = self.save(self._settings.with_value(key, value))
        return self._settings, said


def void(_: object) -> None:
    """Forget a result that a call gives and nobody wants."""
