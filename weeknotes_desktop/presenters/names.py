"""Categories and tags: renamed, put together, coloured and deleted, and all of it taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from weeknotes_desktop.domain.archive import EVERYTHING, ArchiveFilter, FilterChoices
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.names import Colours, NameChange, NameColour, NameKind
from weeknotes_desktop.domain.ports import Clock, LibraryWriter
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.text import one_line
from weeknotes_desktop.presenters.changing_names import ChangingNames
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.keeping import Keeping
from weeknotes_desktop.presenters.names_state import NameLine, NamesState, NamesView
from weeknotes_desktop.use_cases.change_names import finish_names, plan_names, take_back_names
from weeknotes_desktop.use_cases.name_colours import name_colours, set_colour


@dataclass(frozen=True, slots=True)
class _Done:
    """What was done last.

    Args:
        new: What stands in place of the old name; None for nothing.
        fresh: Whether nothing was called so before.
        colours: As they were before.
    """

    kind: NameKind
    old: str
    new: str | None
    fresh: bool
    changes: tuple[NameChange, ...]
    trashed: tuple[NameChange, ...]
    colours: Colours


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read of the library."""

    choices: FilterChoices
    categories: tuple[str, ...]
    colours: Colours


class NamesPresenter:
    """Shows the names, and changes them in all notes that have them.

    Args:
        ask: Shows notes in the archive.
        pattern: How labels are made now.
        read_only: Why nothing can be changed, where that is so.
    """

    def __init__(
        self,
        *,
        view: NamesView,
        keeping: Keeping,
        writer: LibraryWriter,
        clock: Clock,
        pattern: Callable[[], LabelPattern],
        ask: Callable[[ArchiveFilter], None],
        read_only: WeekNotesError | None = None,
    ) -> None:
        self._view, self._keeping, self._writer = view, keeping, writer
        self._clock, self._pattern, self._ask = clock, pattern, ask
        self._state = NamesState(read_only=read_only is not None)
        self._known = _Known(FilterChoices(), (), Colours())
        self._shown = False
        self._last: _Done | None = None
        self.changed: Hook[None] = Hook()
        """Notes have other names, or names other colours."""

    def open(self) -> None:
        """Show the window, and the names as they are now."""
        self._shown = True
        self._draw(said="", problem=False)
        self._view.come()
        self.refresh()

    def closed(self) -> None:
        """Nobody looks any more."""
        self._shown = False

    def refresh(self) -> None:
        """Read the names again, if somebody looks."""
        if self._shown and not self._state.busy:
            self._writer.do(_read, self._show, self._refuse)

    def show_kind(self, kind: NameKind) -> None:
        """Show the categories, or the tags."""
        self._draw(kind=kind, chosen=None, said="", problem=False)
        self._show(self._known)

    def choose(self, name: str | None) -> None:
        """The buttons are about that name now."""
        if name != self._state.chosen:
            self._draw(chosen=name)

    def show_notes(self) -> None:
        """Show in the archive the notes that have the chosen name."""
        if self._state.chosen is not None:
            self._ask(self._state.kind.asked(self._state.chosen))

    def show_without(self) -> None:
        """Show in the archive the notes that have no category."""
        self._ask(replace(EVERYTHING, category=""))

    def rename(self, typed: str) -> None:
        """Call the chosen name something else; where that is a name already, both become one."""
        old = self._state.chosen
        try:
            new = one_line(typed)
        except WeekNotesError as error:
            self._refuse(error)
            return
        if old is not None and new and new != old:
            self._change(old, new)

    def delete(self) -> None:
        """Take the chosen name from all notes; the notes stay."""
        if self._state.chosen is not None:
            self._change(self._state.chosen, None)

    def set_colour(self, colour: NameColour | None) -> None:
        """Give the chosen name a colour, or take it away."""
        kind, name = self._state.kind, self._state.chosen
        if name is None or self._state.read_only:
            return

        def done(_: None) -> None:
            self.changed.emit(None)
            self.refresh()

        self._writer.do(lambda library: set_colour(library, kind, name, colour), done, self._refuse)

    def undo(self) -> None:
        """Take back what was done last."""
        last, self._last = self._last, None
        if last is None or self._state.busy:
            return
        self._draw(busy=True, undo=False, said="Taking it back…", problem=False)
        unknown = last.new if last.fresh else None
        pattern, now = self._pattern(), self._clock()

        def taken(_: tuple[NameChange, ...], error: WeekNotesError | None) -> None:
            if error is not None:
                self._last = last
                self._refuse(error)
                return
            self._writer.do(
                lambda library: take_back_names(
                    library, last.kind, last.trashed, unknown, last.colours, pattern, now
                ),
                lambda _: self._end(f"“{last.old}” is back.", last.old),
                self._refuse,
            )

        back = [change.back for change in last.changes]
        ChangingNames(self._keeping, self._writer, pattern, now, tell=self._tell, done=taken).begin(
            back
        )

    def _change(self, old: str, new: str | None) -> None:
        if self._state.busy or self._state.read_only:
            return
        kind, fresh = self._state.kind, new not in {line.name for line in self._state.names or ()}
        self._draw(busy=True, undo=False, said="Changing notes…", problem=False)

        def begin(wanted: tuple[NameChange, ...]) -> None:
            ChangingNames(
                self._keeping,
                self._writer,
                self._pattern(),
                self._clock(),
                tell=self._tell,
                done=lambda changes, error: self._finish(
                    _Done(kind, old, new, fresh, changes, (), self._known.colours), error
                ),
            ).begin(wanted)

        self._writer.do(lambda library: plan_names(library, kind, old, new), begin, self._refuse)

    def _finish(self, done: _Done, error: WeekNotesError | None) -> None:
        if error is not None:
            self._last = done
            self._refuse(error)
            return
        pattern, now = self._pattern(), self._clock()

        def finished(trashed: tuple[NameChange, ...]) -> None:
            self._last = replace(done, trashed=trashed)
            self._end(_told(done), done.new)

        self._writer.do(
            lambda library: finish_names(library, done.kind, done.old, done.new, pattern, now),
            finished,
            self._refuse,
        )

    def _tell(self, number: int) -> None:
        self._draw(said=f"Changing notes… {number}")

    def _end(self, said: str, chosen: str | None) -> None:
        self._draw(busy=False, said=said, undo=self._last is not None, chosen=chosen)
        self.changed.emit(None)
        self.refresh()

    def _show(self, known: _Known) -> None:
        self._known = known
        kind, colours = self._state.kind, known.colours.of(self._state.kind)
        categories = kind is NameKind.CATEGORY
        counted = dict(known.choices.categories if categories else known.choices.tags)
        names = dict.fromkeys((*counted, *known.categories) if categories else counted)
        lines = [NameLine(one, counted.get(one, 0), colours.get(one)) for one in names if one]
        lines.sort(key=lambda line: (line.name.casefold(), line.name))
        there = {line.name for line in lines}
        chosen = self._state.chosen if self._state.chosen in there else None
        self._draw(
            names=tuple(lines),
            chosen=chosen or (lines[0].name if lines else None),
            without=counted.get("", 0) if categories else 0,
        )

    def _refuse(self, error: WeekNotesError) -> None:
        said = " ".join(filter(None, (error.problem, error.remedy)))
        self._draw(busy=False, said=said, problem=True, undo=self._last is not None)

    def _draw(self, **changed: Any) -> None:
        self._state = replace(self._state, **changed)
        self._view.draw(self._state)


def _read(library: NoteLibrary) -> _Known:
    return _Known(library.filter_choices(), library.categories(), name_colours(library))


def _told(done: _Done) -> str:
    number = len(done.changes)
    notes = "one note" if number == 1 else f"{number} notes"
    if done.new is None:
        return f"“{done.old}” was taken from {notes}." if number else f"“{done.old}” is gone."
    if done.fresh:
        return f"“{done.old}” is called “{done.new}” now, in {notes}."
    return f"“{done.old}” and “{done.new}” are one now; {notes} changed."
