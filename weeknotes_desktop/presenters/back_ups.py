"""The back-ups window: which back-ups there are, and what restoring one would change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Protocol

from weeknotes_desktop.domain.backup import BackUp, Consequence, Reason
from weeknotes_desktop.domain.errors import NotALibraryError, WeekNotesError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.ports import BackUps, Clock, Jobs
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.restoring import Restoring


class Doing(Enum):
    """What the window is busy with."""

    NOTHING = "nothing"
    BACKING_UP = "backing up"
    RESTORING = "restoring"
    CHANGING_FOLDER = "changing folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackUpsState:
    """The whole window.

    Args:
        back_ups: Newest first, with local times; None until they were read.
        folder: Where they lie.
        chosen: The one that could be restored.
        elsewhere: A file the writer chose that is none of them.
        changes: What restoring the chosen one would change, newest week
            first; None until that is known.
        damaged: How many rows of the chosen one no longer say what was saved.
        problem: Why the chosen one cannot be restored, or the last thing failed.
        cloud: Whose folder the library lies in, as “Dropbox”; empty for nobody's.
        moves: Whether the library leaves that folder when the window closes.
        may_move: Whether it could leave it.
        may_write: Whether the library can be changed.
        may_copy: Whether back-ups of it can be made, be it in another folder.
    """

    today: date
    back_ups: tuple[BackUp, ...] | None = None
    folder: Path | None = None
    chosen: Path | None = None
    elsewhere: Path | None = None
    changes: tuple[Consequence, ...] | None = None
    damaged: int = 0
    problem: str = ""
    doing: Doing = Doing.NOTHING
    cloud: str = ""
    moves: bool = False
    may_move: bool = False
    may_write: bool = True
    may_copy: bool = True

    @property
    def busy(self) -> bool:
        """Whether it has to be waited for."""
        return self.doing is not Doing.NOTHING


class BackUpsView(Protocol):
    """What the window must be able to do."""

    def draw(self, state: BackUpsState) -> None:
        """Draw the whole window."""


class BackUpsPresenter:
    """Shows back-ups, makes one when asked to, and restores the chosen one.

    Args:
        back_ups: Those of the folder that the settings name now.
        pattern: How labels are made now.
    """

    def __init__(
        self,
        view: BackUpsView,
        back_ups: Callable[[], BackUps],
        restoring: Restoring,
        jobs: Jobs,
        clock: Clock,
        pattern: Callable[[], LabelPattern],
    ) -> None:
        self._view = view
        self._back_ups = back_ups
        self._restoring = restoring
        self._jobs = jobs
        self._clock = clock
        self._pattern = pattern
        self._state = BackUpsState(today=clock().date())
        self.made: Hook[None] = Hook()
        """A back-up was made because the writer asked for one."""
        restoring.ended.connect(self._restored)

    @property
    def state(self) -> BackUpsState:
        """What the window shows."""
        return self._state

    def look(self) -> None:
        """Read again which back-ups there are; the newest is chosen where none was."""
        self._draw(today=self._clock().date())
        self._jobs.run(self._read, self._show, self._refuse)

    def say_cloud(self, cloud: str, *, moves: bool, may_move: bool) -> None:
        """Say in whose folder the library lies, and whether it will leave it, or could."""
        self._draw(cloud=cloud, moves=moves, may_move=may_move)

    def say_read_only(self, *, may_copy: bool) -> None:
        """Say that the library can only be read, and whether even that makes no back-up."""
        self._draw(may_write=False, may_copy=may_copy)

    def choose(self, path: Path) -> None:
        """Find out what restoring that one would change."""
        self._draw(chosen=path, changes=None, damaged=0, problem="")
        self._jobs.run(
            lambda: self._looked_into(path),
            lambda looked: self._found(path, *looked),
            lambda error: self._cannot(path, error),
        )

    def choose_file(self, path: Path) -> None:
        """The same for a file from elsewhere."""
        listed = {one.path for one in self._state.back_ups or ()}
        self._draw(elsewhere=None if path in listed else path)
        self.choose(path)

    def restore(self) -> None:
        """Put the chosen one in place of everything; the notice offers the way back."""
        path = self._state.chosen
        if path is None or not self._state.changes or self._state.busy or not self._state.may_write:
            return
        self._draw(doing=Doing.RESTORING)
        self._restoring.restore(path, _said(path, self._state.back_ups or ()))

    def back_up_now(self) -> None:
        """Make one more."""
        if not self._state.busy and self._state.may_write:
            self._draw(doing=Doing.BACKING_UP, problem="")
            self._jobs.run(
                lambda: self._back_ups().make(Reason.ASKED), self._made_one, self._refuse
            )

    def begin_change(self) -> None:
        """The writer chose another folder, which is being tried."""
        self._draw(doing=Doing.CHANGING_FOLDER, problem="")

    def end_change(self, problem: str) -> None:
        """It was tried; with a problem, all is as it was."""
        self._draw(doing=Doing.NOTHING, problem=problem)
        if not problem:
            self._draw(chosen=None, changes=None, elsewhere=None, back_ups=None)
            self.look()

    def _read(self) -> tuple[Path, tuple[BackUp, ...]]:
        back_ups = self._back_ups()
        return back_ups.folder, _in_local_time(back_ups.all())

    def _show(self, read: tuple[Path, tuple[BackUp, ...]]) -> None:
        folder, back_ups = read
        self._draw(folder=folder, back_ups=back_ups)
        known = {one.path for one in back_ups} | {self._state.elsewhere}
        chosen = self._state.chosen
        if chosen is None or chosen not in known:
            chosen = back_ups[0].path if back_ups else None
        if chosen is None:
            self._draw(chosen=None, changes=None)
        else:
            # Also where it was chosen before: the library may have changed since.
            self.choose(chosen)

    def _looked_into(self, path: Path) -> tuple[tuple[Consequence, ...], int]:
        back_ups = self._back_ups()
        return back_ups.consequences(path), back_ups.damaged_rows(path)

    def _found(self, path: Path, changes: tuple[Consequence, ...], damaged: int) -> None:
        if path == self._state.chosen:
            pattern = self._pattern()
            printed = tuple(_as_printed(change, pattern) for change in changes)
            self._draw(changes=printed, damaged=damaged)

    def _cannot(self, path: Path, error: WeekNotesError) -> None:
        if path != self._state.chosen:
            return
        foreign = isinstance(error, NotALibraryError)
        self._draw(problem=f"{error.problem} Choose another file." if foreign else str(error))

    def _made_one(self, made: BackUp) -> None:
        self._draw(doing=Doing.NOTHING, chosen=made.path, changes=None)
        self.made.emit(None)
        self.look()

    def _restored(self, _: None) -> None:
        if self._state.doing is Doing.RESTORING:
            self._draw(doing=Doing.NOTHING)
        if self._state.back_ups is not None:
            self.look()

    def _refuse(self, error: WeekNotesError) -> None:
        self._draw(doing=Doing.NOTHING, problem=str(error), back_ups=self._state.back_ups or ())

    def _draw(self, **changed: object) -> None:
        state = replace(self._state, **changed)  # type: ignore[arg-type]
        if state != self._state:
            self._state = state
            self._view.draw(state)


def _said(path: Path, back_ups: Iterable[BackUp]) -> str:
    """How the writer knows a back-up."""
    made = next((one.made_at for one in back_ups if one.path == path), None)
    if made is None:
        return f"in “{path.name}”"
    return f"on {made.day} {made:%B %Y} at {made:%H:%M}"


def _as_printed(change: Consequence, pattern: LabelPattern) -> Consequence:
    if change.kind != "note" or change.label or change.week is None:
        return change
    return replace(change, label=pattern.label_of(change.week))


def _in_local_time(back_ups: Iterable[BackUp]) -> tuple[BackUp, ...]:
    return tuple(replace(one, made_at=_local(one.made_at)) for one in back_ups)


def _local(moment: datetime) -> datetime:
    return moment.astimezone()
