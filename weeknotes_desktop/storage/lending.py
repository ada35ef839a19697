"""The library, lent by the writer's thread to another one for a moment."""

from __future__ import annotations

from queue import SimpleQueue
from typing import TYPE_CHECKING

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.shelves import NoteLibrary

if TYPE_CHECKING:
    from types import TracebackType

    from weeknotes_desktop.storage.library import SqlLibrary


class Loan:
    """One loan: the borrower enters it as a context, the writer's thread serves it in its turn.

    Only one of the two ever touches the library at a time.
    """

    def __init__(self) -> None:
        self._lent: SimpleQueue[NoteLibrary | WeekNotesError] = SimpleQueue()
        self._back: SimpleQueue[BaseException | None] = SimpleQueue()
        self._over: SimpleQueue[BaseException | None] = SimpleQueue()

    def __enter__(self) -> NoteLibrary:
        lent = self._lent.get()
        if isinstance(lent, WeekNotesError):
            raise lent
        return lent

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._back.put(error)
        failed = self._over.get()
        if failed is not None and failed is not error:
            raise failed

    def serve(self, library: SqlLibrary | None, refusal: WeekNotesError) -> None:
        """Lend ``library`` and wait until it is back; without one, say why not."""
        if library is None:
            self._lent.put(refusal)
            return
        began = False
        try:
            with library.transaction():
                began = True
                self._lent.put(library)
                error = self._back.get()
                if error is not None:
                    raise error
        except BaseException as error:  # noqa: BLE001 -- all of it is the borrower's to hear
            if not began and isinstance(error, WeekNotesError):
                self._lent.put(error)
                return
            self._over.put(error)
        else:
            self._over.put(None)
