"""Replacing in all notes: what would change, which of it shall, and all of that at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.finding import Search
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.ports import Clock, Jobs, LibraryWriter, Timers
from weeknotes_desktop.domain.replacing import Change, changes
from weeknotes_desktop.presenters.earlier_text import Page
from weeknotes_desktop.presenters.editor_notices import NOT_SAVED_YET
from weeknotes_desktop.presenters.finding_state import OpenPatterns
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.keeping import Keeping
from weeknotes_desktop.presenters.looking_everywhere import MOST_PLACES, Found, LookingEverywhere
from weeknotes_desktop.presenters.notices import Notices
from weeknotes_desktop.presenters.putting_in import PuttingIn
from weeknotes_desktop.presenters.replacing_state import (
    PlaceKey,
    ReplacingState,
    ReplacingView,
    rows_of_note,
)

LOOK_AFTER = 0.3
"""Seconds without a key before the notes are looked through."""


class ReplacingPresenter:
    """Shows every place in every note, and replaces in those that are ticked.

    Args:
        patterns: Opens what looks for regular expressions.
        pattern: How labels are made now.
    """

    def __init__(
        self,
        *,
        view: ReplacingView,
        page: Page,
        keeping: Keeping,
        patterns: OpenPatterns,
        writer: LibraryWriter,
        jobs: Jobs,
        timers: Timers,
        notices: Notices,
        pattern: Callable[[], LabelPattern],
        clock: Clock,
        may_write: bool = True,
    ) -> None:
        self._view, self._keeping = view, keeping
        self._timers, self._notices, self._pattern = timers, notices, pattern
        self._everywhere = LookingEverywhere(
            writer, jobs, patterns, partial(_as_it_stands, keeping)
        )
        self._found: Found = ()
        self._wanted: tuple[tuple[Note, tuple[Change, ...]], ...] = ()
        self._seen: set[str] = set()
        self._unticked: set[PlaceKey] = set()
        self._shown = False
        self._cancel: Callable[[], None] | None = None
        self._putting = PuttingIn(page, keeping, writer, jobs, notices, pattern, clock, self._tell)
        self.back = self._putting.back
        """The way back from what was replaced last."""
        self.back.told.connect(lambda told: self._tell_result(*told))
        self.changed: tuple[Hook[None], ...] = (
            self._putting.replaced,
            self.back.taken_back,
        )
        """Notes say something else now."""
        self.state = ReplacingState(may_write=may_write)
        """What is shown now."""

    def open(self) -> None:
        """Show the window."""
        self._shown = True
        self._view.draw(self.state)
        self._view.come()
        self._look()

    def closed(self) -> None:
        """The window is gone."""
        self._shown = False
        self._everywhere.forget()
        if self._cancel is not None:
            self._cancel()

    def refresh(self) -> None:
        """Some note says something else now."""
        if self._shown and not self._putting.under_way:
            self._look_soon()

    def look_for(self, search: Search) -> None:
        """Find these words from now on; every place is ticked but those in published notes."""
        self._seen, self._unticked = set(), set()
        # Until they are found, nothing can be replaced.
        self.state = replace(self.state, search=search, looking=bool(search.words))
        self._view.draw(self.state)
        self._look_soon()

    def put_words(self, words: str) -> None:
        """Put these words there."""
        self.state = replace(self.state, words=words, remark="")
        self._draw()

    def tick(self, key: PlaceKey, ticked: bool) -> None:
        """Replace in one place, or in one note; or do not."""
        self._tick(lambda place: key in (place, PlaceKey(place.note_id)), ticked=ticked)

    def tick_all(self, ticked: bool) -> None:
        """Replace everywhere, or nowhere."""
        self._tick(lambda _: True, ticked=ticked)

    def replace(self) -> None:
        """Replace in every place that is ticked, once what stands in the editor is on disk."""
        if self._keeping.failing:
            self._notices.show(NOT_SAVED_YET)
        elif self.state.ticked and self.state.may_write and not self.state.looking:
            self._keeping.finish(self._replace)

    def stop(self) -> None:
        """Leave the notes as they are that are not changed yet."""
        self._putting.stop()

    def _replace(self) -> None:
        self._putting.put(
            tuple((note, one) for note, all_ in self._wanted if (one := self._ticked(note, all_)))
        )

    def _tell(self, changed: int, to_change: int) -> None:
        """So many of the notes are changed; 0 of 0 when that is over."""
        self.state = replace(self.state, changed=changed, to_change=to_change)
        self._view.draw(self.state)
        if self._shown and not to_change:
            self._look()

    def _tell_result(self, result: str, may_undo: bool) -> None:
        """That was replaced, or came back."""
        self.state = replace(self.state, result=result, may_undo=may_undo)
        self._view.draw(self.state)

    def _look_soon(self) -> None:
        if self._cancel is not None:
            self._cancel()
        self._cancel = self._timers.after(LOOK_AFTER, self._look)

    def _look(self) -> None:
        search = self.state.search
        if search.words:
            self.state = replace(self.state, looking=True, remark="")
            self._view.draw(self.state)
            self._everywhere.look_for(search, self._take, self._refuse_search)
        else:
            self._everywhere.forget()
            self._take(())

    def _take(self, found: Found) -> None:
        self._found = found
        for one in found:
            if one.note.id not in self._seen and one.note.status is Status.PUBLISHED:
                self._unticked |= {PlaceKey(one.note.id, hit.start) for hit in one.hits}
            self._seen.add(one.note.id)
        number = sum(len(one.hits) for one in found)
        remark = ""
        if number >= MOST_PLACES:
            remark = f"There are more places than the {number:,} that stand here."
        elif not found and self.state.search.words:
            remark = "No note says that."
        self.state = replace(self.state, looking=False, remark=remark)
        self._draw()

    def _tick(self, which: Callable[[PlaceKey], bool], *, ticked: bool) -> None:
        meant = {
            key
            for note, wanted in self._wanted
            for change in wanted
            if which(key := PlaceKey(note.id, change.start))
        }
        self._unticked = self._unticked - meant if ticked else self._unticked | meant
        self._draw()

    def _ticked(self, note: Note, wanted: tuple[Change, ...]) -> tuple[Change, ...]:
        return tuple(one for one in wanted if PlaceKey(note.id, one.start) not in self._unticked)

    def _draw(self) -> None:
        search, words, label = self.state.search, self.state.words, self._pattern().label_of
        try:
            wanted = (
                (note, changes(note.body, hits, words, pattern=search.pattern))
                for note, hits in self._found
            )
            self._wanted = tuple((note, one) for note, one in wanted if one)
        except WeekNotesError as error:
            self._wanted = ()
            self.state = replace(self.state, remark=str(error))
        ticked = [len(self._ticked(note, one)) for note, one in self._wanted]
        self.state = replace(
            self.state,
            rows=tuple(
                row
                for note, one in self._wanted
                for row in rows_of_note(note, note.label or label(note.week), one, self._unticked)
            ),
            ticked=sum(ticked),
            notes=sum(number > 0 for number in ticked),
            found=sum(len(one) for _, one in self._wanted),
        )
        self._view.draw(self.state)

    def _refuse_search(self, error: WeekNotesError) -> None:
        self._found, self._wanted = (), ()
        self.state = replace(self.state, looking=False, remark=str(error))
        self._draw()


def _as_it_stands(keeping: Keeping, note: Note) -> Note:
    current = keeping.current()
    return current if current is not None and current.id == note.id else note
