"""The history of the open note: what it said before, beside what it says now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.note import Draft, Note
from weeknotes_desktop.domain.ports import Clock, Jobs, LibraryWriter, Timers
from weeknotes_desktop.domain.version import Occasion, Version, VersionLine, of_note
from weeknotes_desktop.presenters.earlier_text import EarlierText, Page
from weeknotes_desktop.presenters.history_state import (
    NOW,
    SAVED,
    Compared,
    HistoryRow,
    HistoryState,
    HistoryView,
    NowRow,
    SavedRow,
    alone,
    compared,
    history_rows,
)
from weeknotes_desktop.presenters.keeping import Typed
from weeknotes_desktop.presenters.notices import Notices, failure

COMPARE_AFTER = 0.7
"""Seconds without a key before what stands in the editor is compared again."""


class HistoryPresenter:
    """Shows what the open note said before, and brings it back.

    Args:
        current: The open note as it stands in the window.
        label: How a note is called.
        may_write: Whether anything can be changed at all.
    """

    def __init__(
        self,
        *,
        view: HistoryView,
        page: Page,
        current: Callable[[], Note | None],
        label: Callable[[Note], str],
        writer: LibraryWriter,
        jobs: Jobs,
        timers: Timers,
        notices: Notices,
        clock: Clock,
        may_write: bool = True,
    ) -> None:
        self._view, self._page = view, page
        self._current, self._label = current, label
        self._writer, self._jobs, self._notices = writer, jobs, notices
        self._timers = timers
        self._earlier = EarlierText(page, current, writer, notices, clock)
        self._cancel_following: Callable[[], None] | None = None
        self._clock, self._may_write = clock, may_write
        self._shown = False
        self._lines: tuple[VersionLine, ...] = ()
        self._chosen_text: Typed | None = None
        self._rescued: tuple[Note, Draft] | None = None
        self._about = ("", NOW)
        self._asked = 0
        self.state = HistoryState()
        """What is shown now."""

    def open(self) -> None:
        """Show the history of the open note."""
        if not self._shown:
            self._shown = True
            self._read(NOW)
        self._view.come()

    def open_rescue(self, note: Note, draft: Draft) -> None:
        """Show what was typed and not saved before a crash beside what was saved."""
        self._rescued = (note, draft)
        self._shown = True
        saved = of_note(note, Occasion.REPLACED, new_id(), self._clock())
        if note.title or note.body:
            self._writer.do(lambda library: library.keep_version(saved), _nothing, self._refuse)
        self._read(SAVED)
        self._view.come()

    def closed(self) -> None:
        """The window is gone; what was typed stays in the editor."""
        self._shown = False
        self._rescued = None

    def refresh(self) -> None:
        """The open note was saved, or another one is open."""
        if not self._shown:
            return
        note = self._current()
        if self._rescued is not None and (note is None or note.id != self._rescued[0].id):
            self._rescued = None
        self._read(self.state.chosen)

    def something_typed(self) -> None:
        """The text of now is another: compare with it once the writer pauses."""
        self._earlier.something_typed()
        if not self._shown:
            return
        if self._cancel_following is not None:
            self._cancel_following()
        self._cancel_following = self._timers.after(COMPARE_AFTER, self._follow)

    def choose(self, chosen: str) -> None:
        """Look at one of the texts."""
        if chosen != self.state.chosen:
            self._look_at(chosen)

    def show_alone(self, alone: bool) -> None:
        """Show the chosen text by itself, or compared with that of now."""
        self.state = replace(self.state, alone=alone, compared=None)
        self._work_out()

    def bring_back(self) -> None:
        """Put the chosen text into the editor, as one edit that can be undone."""
        if self._rescued is not None and self.state.chosen == SAVED:
            self._put(Occasion.UNSAVED)
        elif self.state.chosen != NOW:
            self._put(Occasion.REPLACED)

    def keep_typed(self) -> None:
        """What was typed stays; what was saved is in the history."""
        self._rescued = None
        self._view.go()

    def _read(self, chosen: str) -> None:
        """Read the versions of the open note, then look at one of the texts."""
        note = self._current()
        if note is None:
            self._lines = ()
            self._look_at(NOW)
            return

        def take(lines: tuple[VersionLine, ...]) -> None:
            now = self._current()
            if now is not None and now.id == note.id:
                self._lines = lines
                self._look_at(chosen)

        self._writer.do(lambda library: library.versions(note.id), take, self._refuse)

    def _look_at(self, chosen: str) -> None:
        there = {NOW, *(line.id for line in self._lines)} | ({SAVED} if self._rescued else set())
        chosen = chosen if chosen in there else NOW
        note = self._current()
        label = self._label(note) if note else ""
        about = (note.id if note else "", chosen)
        same, self._about = self._about == about, about
        self._chosen_text = None
        # What is being worked out now is about another text.
        self._asked += 1
        self.state = HistoryState(
            label=label,
            rows=tuple(self._rows()) if note else (),
            chosen=chosen,
            alone=self.state.alone,
            # The same text again stays on show until it is compared with what stands there now.
            compared=self.state.compared if same else None,
            rescue=self._rescued is not None,
            hint=_hint(note, self._lines),
            may_write=self._may_write,
        )
        if chosen == NOW:
            self._take_text(self._page.typed() if note else Typed("", ""))
        elif chosen == SAVED and self._rescued is not None:
            saved, _ = self._rescued
            self._take_text(Typed(saved.title, saved.body))
        else:
            self._view.draw(self.state)
            self._fetch(chosen)

    def _fetch(self, version_id: str) -> None:
        def take(version: Version) -> None:
            if self.state.chosen == version_id:
                if not version.whole:
                    remark = "Part of this text was damaged on the disk; this is what is left."
                    self.state = replace(self.state, remark=remark)
                self._take_text(Typed(version.title, version.body))

        self._writer.do(lambda library: library.version(version_id), take, self._refuse)

    def _take_text(self, text: Typed) -> None:
        self._chosen_text = text
        self._work_out()

    def _follow(self) -> None:
        """Something else stands in the editor than a moment ago."""
        self._cancel_following = None
        if self._shown and self._chosen_text is not None and self._current() is not None:
            if self.state.chosen == NOW:
                self._chosen_text = self._page.typed()
            self._work_out()

    def _work_out(self) -> None:
        """Compare away from the window; only what was asked for last is shown."""
        text = self._chosen_text
        if text is None:
            return
        self._asked += 1
        asked, now = self._asked, self._page.typed()
        by_itself = self.state.alone or self.state.chosen == NOW
        self._view.draw(self.state)

        def take(found: Compared) -> None:
            if asked == self._asked:
                self.state = replace(self.state, compared=found)
                self._view.draw(self.state)

        work = (lambda: alone(text)) if by_itself else (lambda: compared(text, now))
        self._jobs.run(work, take, self._refuse)

    def _rows(self) -> Iterator[HistoryRow]:
        if self._rescued is None:
            yield NowRow()
        else:
            saved, draft = self._rescued
            yield NowRow(draft.written_at.astimezone())
            at = saved.saved_at
            yield SavedRow(at.astimezone() if at else None)
        yield from history_rows(self._other_lines(), self._clock().date())

    def _other_lines(self) -> Iterator[VersionLine]:
        """The versions; after a crash without the one that is listed as saved already."""
        saved = self._rescued[0] if self._rescued is not None else None
        for line in self._lines:
            if saved is None or line.written_at != saved.saved_at:
                yield line

    def _put(self, occasion: Occasion) -> None:
        note, text = self._current(), self._chosen_text
        if note is None or text is None or not self._may_write:
            return
        self._earlier.put(note, text, occasion)
        if self._rescued is not None:
            self._rescued = None
            self._view.go()

    def _refuse(self, error: WeekNotesError) -> None:
        self._notices.show(failure(error))


def _hint(note: Note | None, lines: tuple[VersionLine, ...]) -> str:
    if note is None:
        return "Open a note to see what it said before."
    if lines:
        return ""
    return "Earlier texts will stand here: one for each pause of a minute, kept for good."


def _nothing(_: object) -> None:
    """Nobody waits to hear of it."""
