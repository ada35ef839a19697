"""Changing many notes, some at a time, so that nobody waits for the library meanwhile."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import LibraryWriter
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.presenters.earlier_text import Page
from weeknotes_desktop.presenters.keeping import Keeping, Typed
from weeknotes_desktop.use_cases.replace_everywhere import Replacement

MOST_AT_ONCE = 50
_MOST_LETTERS = 1_000_000
"""What is written in one go is on the disk within a part of a second, also on a slow machine."""

Slice = tuple[Replacement, ...]

Act = Callable[[NoteLibrary, Slice, Note | None], int]
"""Changes these notes, and says how many stay as they are. The note that is open is changed where
it is typed; of it only what it says now can be kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What came of it.

    Args:
        done: What says something else now.
        stay: How many were changed by somebody in between, and stay as they are.
        open_stays: Whether the open note is one more of those.
        left: What it did not come to.
        error: Why it did not go on.
    """

    done: Slice = ()
    stay: int = 0
    open_stays: bool = False
    left: Slice = ()
    error: WeekNotesError | None = None


class ChangingNotes:
    """One way through many notes; what is typed meanwhile is saved in between.

    Args:
        tell: Hears how many notes it has been through, after each step but the last.
        done: Hears once what came of it.
    """

    def __init__(
        self,
        page: Page,
        keeping: Keeping,
        writer: LibraryWriter,
        *,
        act: Act,
        tell: Callable[[int], None],
        done: Callable[[Changed], None],
    ) -> None:
        self._page, self._keeping, self._writer = page, keeping, writer
        self._act, self._tell, self._say = act, tell, done
        self._left: deque[Slice] = deque()
        self._done: list[Replacement] = []
        self._stay = 0
        self._open_stays = self._stopped = False

    def begin(self, wanted: Iterable[Replacement]) -> None:
        """Change these notes, in their order."""
        self._left = deque(slices_of(wanted))
        self._go_on()

    def stop(self) -> None:
        """Leave those as they are that it has not come to."""
        self._stopped = True

    def _go_on(self) -> None:
        if self._stopped or not self._left:
            self._end()
            return
        part = self._left.popleft()
        current = self._keeping.current()
        here = next((one for one in part if current and one.note_id == current.id), None)
        others = tuple(one for one in part if one is not here)
        opened = current if here is not None else None

        def refuse(error: WeekNotesError) -> None:
            self._left.appendleft(part)
            self._end(error)

        self._writer.do(
            lambda library: self._act(library, others, opened),
            lambda stay: self._accept(others, here, stay),
            refuse,
        )

    def _accept(self, others: Slice, here: Replacement | None, stay: int) -> None:
        self._done += others
        self._stay += stay
        if here is not None:
            self._change_open(here)
        if self._left and not self._stopped:
            self._tell(len(self._done))
        self._go_on()

    def _change_open(self, here: Replacement) -> None:
        current = self._keeping.current()
        if current is None or current.id != here.note_id:
            # The writer has turned to another one; it is in the library now like the rest.
            self._left.append((here,))
        elif current.body != here.before:
            self._open_stays = True
        else:
            self._page.replace_text(Typed(current.title, here.after))
            self._keeping.save_now()
            self._done.append(here)

    def _end(self, error: WeekNotesError | None = None) -> None:
        self._say(
            Changed(
                done=tuple(self._done),
                stay=self._stay,
                open_stays=self._open_stays,
                left=tuple(chain.from_iterable(self._left)),
                error=error,
            )
        )


def slices_of(wanted: Iterable[Replacement]) -> Iterator[Slice]:
    """What is written in one go: few notes, and fewer of long ones."""
    part: list[Replacement] = []
    letters = 0
    for one in wanted:
        longer = letters + len(one.before) + len(one.after)
        if part and (len(part) == MOST_AT_ONCE or longer > _MOST_LETTERS):
            yield tuple(part)
            part, longer = [], longer - letters
        part.append(one)
        letters = longer
    if part:
        yield tuple(part)
