"""The thread that all writing goes through."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Condition, Thread
from typing import TYPE_CHECKING, TypeVar

from weeknotes_desktop.domain.errors import (
    DamagedLibraryError,
    DamagedSearchError,
    LibraryError,
    WeekNotesError,
)
from weeknotes_desktop.domain.note import Draft
from weeknotes_desktop.domain.ports import LibraryFile
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.storage.faults import closed_already, failed_inside
from weeknotes_desktop.storage.lending import Loan

if TYPE_CHECKING:
    # Imported for its type alone: it brings SQLModel, which start-up must not wait for.
    from weeknotes_desktop.storage.first_read import FirstRead
    from weeknotes_desktop.storage.library import SqlLibrary

T = TypeVar("T")

Deliver = Callable[[Callable[[], None]], None]
"""Has a call made on the window's thread."""

Open = Callable[[], "SqlLibrary"]

_Failed = Callable[[WeekNotesError], None]


@dataclass(frozen=True, slots=True)
class _Act:
    """Something to do with the library; ``run`` gives the call that says what came of it."""

    run: Callable[[SqlLibrary], Callable[[], None]]
    failed: _Failed


@dataclass(frozen=True, slots=True)
class _Typed:
    """Typed text to keep, and who waits to hear of it."""

    draft: Draft
    done: tuple[Callable[[], None], ...] = ()
    failed: tuple[_Failed, ...] = ()


_Item = _Act | _Typed | Loan
_Queue = deque[_Item]


class WriterThread:
    """Does everything that is done with the library, one thing after the other.

    It starts with a first read, which keeps drafts at once while acts wait;
    when the library has arrived, the acts follow in their order. Close it, or
    its thread keeps the program alive.

    Args:
        first: Holds the lock and keeps drafts until the library is open.
        deliver: Has a call made on the window's thread.
        crashed: Is told there of a failure nobody foresaw; the thread lives on.
    """

    def __init__(
        self,
        first: FirstRead,
        deliver: Deliver,
        crashed: Callable[[BaseException], None],
    ) -> None:
        self._first = first
        self._deliver = deliver
        self._crashed = crashed
        self.unreadable: Callable[[], None] = _nobody
        """Called on the window's thread when something of the library could not be read."""
        self.unsearchable: Callable[[], None] = _nobody
        """Called there when the search was damaged, and has to be kept up anew."""
        # The thread's alone.
        self._library: SqlLibrary | None = None
        self._refusal: WeekNotesError | None = None
        # Shared; touched only while holding the condition.
        self._changed = Condition()
        self._queue: _Queue = deque()
        self._early: _Queue = deque()
        self._open: Open | None = None
        self._awaited = True
        self._closing = False
        self._thread = Thread(target=self._run, name="library")
        self._thread.start()

    def do(
        self,
        act: Callable[[NoteLibrary], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        """Do ``act`` when its turn comes, then say what came of it."""

        def run(library: SqlLibrary) -> Callable[[], None]:
            with library.transaction():
                result = act(library)
            return partial(done, result)

        self._add(_Act(run, failed))

    def do_with_file(
        self,
        act: Callable[[LibraryFile], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        """Do something to the library as a whole, outside any transaction, when its turn comes."""
        self._add(_Act(lambda library: partial(done, act(library)), failed))

    def lend(self) -> Loan:
        """The library for the calling thread, which must not be the window's, in one transaction.

        Raises:
            LibraryError: If the library is closed already.
        """
        loan = Loan()
        with self._changed:
            if self._closing:
                raise closed_already()
            self._queue.append(loan)
            self._changed.notify()
        return loan

    def _add(self, act: _Act) -> None:
        with self._changed:
            if self._closing:
                self._deliver(partial(act.failed, closed_already()))
                return
            self._queue.append(act)
            self._changed.notify()

    def keep_draft(
        self, draft: Draft, done: Callable[[], None], failed: Callable[[WeekNotesError], None]
    ) -> None:
        """Put typed text on disk, even while the library is still being opened."""
        typed = _Typed(draft, (done,), (failed,))
        with self._changed:
            if self._closing:
                self._deliver(partial(failed, closed_already()))
                return
            if not (self._awaited and self._first.ready):
                self._queue.append(typed)
            else:
                self._early.append(typed)
                if self._queue:
                    # It overtakes acts that may forget an older draft of the
                    # same note, so it is kept again in its proper place.
                    self._queue.append(_Typed(draft))
            self._changed.notify()

    def library_arrived(self, open_library: Open) -> None:
        """Open the library on the thread, and do what has waited for it.

        Where it cannot be opened, what has waited fails with the reason, and
        so does what comes after, until this is called again. Drafts are still
        kept if there is a place for them.
        """
        with self._changed:
            self._open = open_library
            self._changed.notify()

    def close(self, open_library: Open | None = None) -> None:
        """Finish all that was asked for, then close the library and give back its lock.

        Args:
            open_library: Opens the library if it has not arrived and something
                waits for it; without it, what waits fails.
        """
        with self._changed:
            if self._awaited and self._open is None and self._queue:
                self._open = open_library
            self._closing = True
            self._changed.notify()
        self._thread.join()

    def _run(self) -> None:
        try:
            while (step := self._next_step()) is not None:
                try:
                    step()
                # A bug in one act must not cost the writer the acts after it.
                except Exception as error:  # noqa: BLE001
                    self._deliver(partial(self._crashed, error))
        finally:
            if self._library is not None:
                self._library.close()
            self._first.close()

    def _next_step(self) -> Callable[[], None] | None:
        with self._changed:
            while True:
                if self._open is not None:
                    opening, self._open = self._open, None
                    return partial(self._arrive, opening)
                if self._early:
                    return partial(self._do, _taken(self._early))
                if self._queue and not self._awaited:
                    return partial(self._do, _taken(self._queue))
                if self._closing and not self._queue:
                    return None
                if self._closing:
                    self._awaited = False
                    self._refusal = closed_already()
                else:
                    self._changed.wait()

    def _arrive(self, opening: Open) -> None:
        try:
            library = opening()
        except WeekNotesError as error:
            self._refusal = error
        except Exception:
            self._refusal = LibraryError("The library could not be opened.")
            raise
        else:
            if self._library is not None:
                self._library.close()
            self._library = library
            self._first.hand_over()
        finally:
            with self._changed:
                self._awaited = False

    def _do(self, item: _Item) -> None:
        if isinstance(item, Loan):
            item.serve(self._library, self._refusal or closed_already())
            return
        try:
            said = self._said_of(item)
        except WeekNotesError as error:
            self._tell_failed(item, error)
            if isinstance(error, DamagedLibraryError):
                self._deliver(self.unreadable)
        except Exception:
            # Whoever waits for an answer would wait for ever, and save nothing more.
            self._tell_failed(item, failed_inside())
            raise
        else:
            for call in said:
                self._deliver(call)

    def _tell_failed(self, item: _Act | _Typed, error: WeekNotesError) -> None:
        for tell in (item.failed,) if isinstance(item, _Act) else item.failed:
            self._deliver(partial(tell, error))

    def _said_of(self, item: _Act | _Typed) -> tuple[Callable[[], None], ...]:
        """Do it; the calls that tell so."""
        if isinstance(item, _Act):
            if self._library is None:
                raise self._refusal or closed_already()
            try:
                return (item.run(self._library),)
            except DamagedSearchError:
                # Nothing was kept of it, and the search does not stand in its way any more.
                self._deliver(self.unsearchable)
                return (item.run(self._library),)
        if self._library is not None:
            self._library.keep_draft(item.draft)
        elif self._first.ready or self._refusal is None:
            self._first.keep_draft(item.draft)
        else:
            raise self._refusal
        return item.done


def _taken(queue: _Queue) -> _Item:
    """Take what comes next; of several drafts of one note in a row only the last."""
    item = queue.popleft()
    while isinstance(item, _Typed) and queue:
        following = queue[0]
        if not isinstance(following, _Typed) or following.draft.note_id != item.draft.note_id:
            break
        item = _Typed(following.draft, item.done + following.done, item.failed + following.failed)
        queue.popleft()
    return item


def _nobody() -> None:
    """Nobody wants to hear of it yet."""
