"""Lines beside the note: shown as the library has acknowledged them, with typed words over them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.ports import LibraryWriter
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.presenters.notices import Notices, failure
from weeknotes_desktop.presenters.unsaved_words import UnsavedWords, Words

Shown = TypeVar("Shown")
Look = Callable[[NoteLibrary], Shown]


class KeptLines(Generic[Shown]):
    """Changes lines in the library, then has drawn what it holds.

    Args:
        look: Says how to read what is to be shown.
        draw: Draws it.
        unsaved: What was typed and the disk refused.
        read_only: Why nothing can be changed, where that is so.
    """

    def __init__(
        self,
        *,
        look: Callable[[], Look[Shown]],
        draw: Callable[[Shown], None],
        writer: LibraryWriter,
        notices: Notices,
        unsaved: UnsavedWords,
        read_only: WeekNotesError | None,
    ) -> None:
        self._look, self._draw = look, draw
        self._writer, self._notices, self._unsaved = writer, notices, unsaved
        self._read_only = read_only
        self._shown: Shown | None = None
        unsaved.stayed.connect(lambda _: self.draw())

    @property
    def shown(self) -> Shown | None:
        """What the writer sees: as acknowledged, with their own words over it."""
        return None if self._shown is None else self._unsaved.over(self._shown)

    def look_again(self) -> None:
        """Read and draw what the library holds."""
        self._writer.do(self._look(), self._accept, self.refuse)

    def draw(self) -> None:
        """Draw it once more."""
        if self._shown is not None:
            self._draw(self._unsaved.over(self._shown))

    def do(
        self,
        act: Callable[[NoteLibrary], Any],
        then: Callable[[Any], None] | None = None,
        words: Words | None = None,
    ) -> None:
        """Change the library, then draw what it holds.

        Args:
            words: What was typed, where it was typing.
        """
        self.send(act, then, self.refuse, words)

    def send(
        self,
        act: Callable[[NoteLibrary], Any],
        then: Callable[[Any], None] | None,
        failed: Callable[[WeekNotesError], None],
        words: Words | None = None,
    ) -> None:
        """The same, and say to ``failed`` why it cannot be done."""
        if self._read_only is not None:
            failed(self._read_only)
            return
        look = self._look()

        def act_and_look(library: NoteLibrary) -> tuple[Any, Shown]:
            return act(library), look(library)

        def accept(acknowledged: tuple[Any, Shown]) -> None:
            result, shown = acknowledged
            self._accept(shown)
            if then is not None:
                then(result)

        self._unsaved.change(act_and_look, accept, failed, words)

    def refuse(self, error: WeekNotesError) -> None:
        """Say why something cannot be done; what is shown stays true."""
        self._notices.show(failure(self._unsaved.reason(error)))
        self.draw()

    def _accept(self, shown: Shown) -> None:
        self._shown = shown
        self.draw()
