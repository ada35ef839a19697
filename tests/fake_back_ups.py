"""Back-ups of a library in memory, for tests that need no disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from tests.fake_library import FakeLibrary
from weeknotes_desktop.domain.backup import BackUp, Consequence, Fate, Reason
from weeknotes_desktop.domain.errors import LibraryError, NotALibraryError, WeekNotesError
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.searching.upkeep import Upkeep
from weeknotes_desktop.domain.soundness import Mended


class FakeBackUps:
    """Keeps the promises of ``BackUps``, and of ``LibraryFile``, for a library in memory."""

    def __init__(self, library: FakeLibrary, clock: Callable[[], datetime]) -> None:
        self._library = library
        self._clock = clock
        self._kept: list[tuple[BackUp, FakeLibrary]] = []
        self.folder = Path("/back-ups")
        self.aside: tuple[Path, ...] = ()
        self.damaged_in: dict[Path, int] = {}
        """How many rows of a back-up are damaged."""
        self.refuses: WeekNotesError | None = None
        """When set, no back-up can be made, as on a full disk."""

    def make(self, reason: Reason) -> BackUp:
        if self.refuses is not None:
            raise self.refuses
        at = self._clock() + timedelta(seconds=len(self._kept))
        path = self.folder / f"notes-{at:%Y%m%d-%H%M%S}Z-{reason.value}.db"
        made = BackUp(path=path, made_at=at, reason=reason, size=81_920)
        self._kept.append((made, _copy(self._library)))
        return made

    def make_if_changed(self, reason: Reason) -> BackUp | None:
        if self.refuses is not None:
            raise self.refuses
        if self._kept and self._kept[-1][1]._kept == self._library._kept:
            return None
        return self.make(reason)

    def copy_to(self, folder: Path) -> BackUp:
        made = self.make(Reason.ASKED)
        self._kept.pop()
        return BackUp(
            path=folder / made.path.name, made_at=made.made_at, reason=made.reason, size=made.size
        )

    def all(self) -> tuple[BackUp, ...]:
        return tuple(made for made, _ in reversed(self._kept))

    def is_whole(self, back_up: Path) -> bool:
        return any(made.path == back_up for made, _ in self._kept)

    def consequences(self, back_up: Path) -> tuple[Consequence, ...]:
        now, then = _notes(self._library), _notes(self._at(back_up))
        return tuple(sorted(_between(now, then), key=lambda one: str(one.week), reverse=True))

    def damaged_rows(self, back_up: Path) -> int:
        self._at(back_up)
        return self.damaged_in.get(back_up, 0)

    def that_hold(self, ident: str) -> tuple[BackUp, ...]:
        return tuple(made for made, library in reversed(self._kept) if ident in _notes(library))

    def damaged(self) -> tuple[Path, ...]:
        return self.aside

    def compact(self) -> None:
        pass

    def restore(self, back_up: Path) -> None:
        self._library._kept = _copy(self._at(back_up))._kept

    def keep_up_search(self, *, anew: bool = False) -> Upkeep:
        return Upkeep(missing=0, untidy=False)

    def mend(self) -> Mended:
        raise LibraryError("There is nothing to mend in memory.")

    def _at(self, back_up: Path) -> FakeLibrary:
        for made, library in self._kept:
            if made.path == back_up:
                return library
        raise NotALibraryError(f"{back_up.name} is no library of WeekNotes.", "Use --library.")


def _copy(library: FakeLibrary) -> FakeLibrary:
    copied = FakeLibrary()
    copied._kept = library._kept.copy()
    return copied


def _notes(library: FakeLibrary) -> dict[str, Note]:
    return {one.id: library.note(one.id) for one in library.summaries()}


def _between(now: dict[str, Note], then: dict[str, Note]) -> Iterator[Consequence]:
    for ident in now.keys() | then.keys():
        note = then.get(ident) or now[ident]
        if ident not in now:
            fate = Fate.COMES_BACK
        elif ident not in then:
            fate = Fate.GOES
        elif now[ident] != then[ident]:
            fate = Fate.CHANGES
        else:
            continue
        yield Consequence(
            fate=fate, kind="note", id=ident, week=note.week, text=note.title, label=note.label
        )
