"""Makes what looks after history, trash, rescue and the calendar, and introduces it.

It belongs to what arrives after the first paint. The two windows are made
when somebody first wants to see them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.presenters.calendar import CalendarPresenter
from weeknotes_desktop.presenters.clearing import PictureClearing
from weeknotes_desktop.presenters.editor import Rescued
from weeknotes_desktop.presenters.emptying import TrashEmptying
from weeknotes_desktop.presenters.history import HistoryPresenter
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.leaving import file_name
from weeknotes_desktop.presenters.notices import failure
from weeknotes_desktop.presenters.removal import RemovalPresenter
from weeknotes_desktop.presenters.trash import TrashPresenter
from weeknotes_desktop.rest.means import Means
from weeknotes_desktop.storage import rescue_file
from weeknotes_desktop.ui.history.window import HistoryWindow
from weeknotes_desktop.ui.trash.window import TrashWindow
from weeknotes_desktop.ui.wiring_history import (
    wire_calendar,
    wire_history,
    wire_removal,
    wire_trash,
)


class RestHistory:
    """Those who look after what was said, what was removed, and what time it is."""

    def __init__(self, means: Means) -> None:
        views, presenters, parts = means.views, means.presenters, means.parts
        writer, timers = means.writer, means.timers
        self._views, self._presenters, self._theme = views, presenters, means.theme
        self._parts, self._jobs, self._settings = parts, means.jobs, means.settings
        self._writer, self._timers = writer, timers
        self._may_write = True
        self.removal = RemovalPresenter(
            keeping=presenters.keeping,
            desk=presenters.editor,
            beside=presenters.archive.beside,
            writer=writer,
            notices=views.notices,
            clock=parts.now,
        )
        self.calendar = CalendarPresenter(
            weeks=presenters.archive,
            start=presenters.editor.start,
            writer=writer,
            timers=timers,
            notices=views.notices,
            clock=parts.now,
        )
        self.emptying = TrashEmptying(
            back_ups=parts.back_ups,
            writer=writer,
            jobs=means.jobs,
            clock=parts.now,
            refuse=self._refuse,
        )
        self.emptying.emptied.connect(lambda _: self.refresh())
        self.changed: Hook[None] = Hook()
        """Something went into the trash, came out of it, or is gone for good."""
        self.removal.changed.connect(lambda _: self.changed.emit(None))
        wire_removal(views, presenters, self.removal)
        wire_calendar(presenters, self.calendar)
        presenters.closing.rescue_wanted.connect(self.save_rescue_file)
        presenters.editor.rescued.connect(self.show_rescued)
        # Held here: a signal holds whom it calls but weakly.
        self._meanings: dict[str, Callable[[], None]] = {
            "history": self.show_history,
            "trash": self.show_trash,
            "delete_note": self.removal.remove_open,
        }
        views.actions.chosen.connect(self.do)

    @cached_property
    def history(self) -> HistoryPresenter:
        """The history, and its window."""
        views, keeping = self._views, self._presenters.keeping
        window = HistoryWindow(self._theme, views.window, self._parts.now)
        made = HistoryPresenter(
            view=window,
            page=views.editor,
            current=keeping.current,
            label=self._label,
            writer=self._writer,
            jobs=self._jobs,
            timers=self._timers,
            notices=views.notices,
            clock=self._parts.now,
            may_write=self._may_write,
        )
        wire_history(window, views, self._presenters, made)
        return made

    @cached_property
    def trash(self) -> TrashPresenter:
        """The trash, and its window."""
        window = TrashWindow(self._theme, self._views.window, self._parts.now)
        made = TrashPresenter(
            view=window,
            writer=self._writer,
            jobs=self._jobs,
            notices=self._views.notices,
            clock=self._parts.now,
            back_ups=self._parts.back_ups,
            pattern=lambda: self._settings().label,
        )
        wire_trash(window, self._views, self._presenters, made, self.removal)
        for happens in (made.brought_back, made.forgotten):
            happens.connect(lambda _: self.changed.emit(None))
        return made

    @cached_property
    def clearing(self) -> PictureClearing:
        """Who lets pictures go that nothing names."""
        return PictureClearing(
            reading=self._parts.reading,
            back_ups=self._parts.back_ups,
            writer=self._writer,
            jobs=self._jobs,
            timers=self._timers,
            clock=self._parts.now,
        )

    def begin(self, *, may_write: bool) -> None:
        """The library has arrived."""
        self._may_write = may_write
        self.calendar.doubt_the_clock()
        if not may_write:
            return
        self.calendar.begin()
        if self._presenters.editor.last_rescued is not None:
            self.show_rescued(self._presenters.editor.last_rescued)
        self.emptying.begin()
        self.clearing.begin()

    def do(self, name: str) -> None:
        """Do the action with that name, if it is one of these."""
        if name in self._meanings:
            self._meanings[name]()

    def show_history(self) -> None:
        """Show what the open note said before."""
        self.history.open()

    def show_trash(self) -> None:
        """Show what was removed."""
        self.trash.open()

    def show_rescued(self, rescued: Rescued) -> None:
        """Show what was typed before a crash beside what was saved."""
        self.history.open_rescue(rescued.note, rescued.draft)

    def refresh(self) -> None:
        """Everything may be different, as after a restore."""
        for shown in ("history", "trash"):
            # Only what somebody has looked at.
            if shown in vars(self):
                getattr(self, shown).refresh()

    def save_rescue_file(self, note: Note) -> None:
        """Ask where to, and write the open text into a file of its own."""
        suggested = Path(file_name(note, self._label(note), Audience.ME)).with_suffix(".md")
        path = self._views.dialogs.place_for_rescue(suggested.name)
        if path is not None:
            self._jobs.run(
                lambda: rescue_file.write(path, note.title, note.body),
                lambda written: self._presenters.closing.rescued(note, written),
                self._refuse,
            )

    def _label(self, note: Note) -> str:
        return note.label or self._settings().label.label_of(note.week)

    def _refuse(self, error: WeekNotesError) -> None:
        self._views.notices.show(failure(error))
