"""The program without its window: the same parts, introduced to each other the same way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from tests.faults.contents import contents, keep_goal, write_pages
from tests.faults.jobs import DeskJobs, DeskNotices
from tests.faults.loop import Loop
from tests.faults.sheet import Done, Failed, Said, Sheet
from weeknotes_desktop.domain.backup import Reason
from weeknotes_desktop.domain.errors import (
    DamagedLibraryError,
    LibraryError,
    WeekNotesError,
)
from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import Clock, LibraryWriter, Timers
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.soundness import Mended
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.presenters.back_up_schedule import BackUpSchedule
from weeknotes_desktop.presenters.soundness import SoundnessPresenter
from weeknotes_desktop.storage.first_read import FirstRead
from weeknotes_desktop.storage.library import SqlLibrary, open_after
from weeknotes_desktop.storage.opening import ready_library
from weeknotes_desktop.storage.writer import WriterThread
from weeknotes_desktop.use_cases.rescue_drafts import rescue_drafts

T = TypeVar("T")


class Desk:
    """One writer at one library.

    The methods with a leading underscore are the seams at which a bug can be
    planted, to see that the harness finds it (`planted.py`).

    Args:
        folder: Where ``notes.db`` lies.
        loop: This thread.
    """

    def __init__(self, folder: Path, loop: Loop, clock: Clock) -> None:
        self._loop, self._clock = loop, clock
        self._parts = Parts(folder / "notes.db", folder / "settings.toml", clock)
        self._jobs = DeskJobs(loop)
        self._notices = DeskNotices()
        self._mended = False
        self._first: FirstRead | None = None
        self._read_only: WeekNotesError | None = None
        self._thread: WriterThread | None = None
        self._sheets: dict[str, Sheet] = {}

    def open(self) -> tuple[str, str]:
        """Open the library as a window does; its state, and the sentence that goes with it."""
        if self._thread is not None:
            raise LibraryError("The library is open already.")
        self._first = first = self._take_hold()
        self._read_only = first.read_only
        self._notices, self._mended = DeskNotices(), first.mended is not None
        self._thread = WriterThread(first, self._loop.post, self._loop.crashed)
        try:
            first.first_sight(self._this_week())
            self._thread.library_arrived(self._open_library)
            # As the rest of the window does once it is there.
            self._do(self._bring_back if self._read_only is None else lambda _: None)
            if self._read_only is None:
                self._look_after(self._thread, first)
        except WeekNotesError:
            self._let_go()
            raise
        if self._read_only is not None:
            return "readonly", str(self._read_only)
        return ("restored" if self._mended else "ok"), self._notices.said

    def type(self, note_id: str, text: str) -> None:
        """Press keys in a note; returns at once."""
        self._may_write()
        sheet = self._sheets.get(note_id)
        if sheet is None:
            sheet = self._new_sheet(note_id, Said(self._this_week()))
            sheet.type(text)
            sheet.keep_trying_to_open()
        else:
            sheet.type(text)

    def save(
        self,
        note_id: str,
        text: str,
        *,
        title: str | None,
        tags: Iterable[str] | None,
        private: bool | None,
        week: Week | None,
    ) -> None:
        """Save a note; returns after the commit."""
        self._may_write()
        said = Said(week or self._this_week(), bool(private))
        sheet = self._sheets.get(note_id) or self._new_sheet(note_id, said)
        facts: dict[str, Any] = {"week": week, "tags": None if tags is None else tuple(tags)}
        facts["audience"] = None if private is None else said.audience
        given = {name: value for name, value in facts.items() if value is not None}
        if sheet.keeping.current() is None:
            self._loop.wait_for(sheet.open)

        def ask(done: Done, failed: Failed) -> None:
            sheet.save(text, title, given, done, failed)

        self._loop.wait_for(ask)

    def goal(
        self,
        goal_id: str,
        text: str,
        *,
        done: bool,
        private: bool,
        week: Week | None,
        parent: str | None,
    ) -> None:
        """Keep a goal as it is given; returns after the commit."""
        self._may_write()
        told = Goal(
            id=goal_id,
            thread=goal_id,
            parent=parent,
            week=week or self._this_week(),
            text=text,
            audience=Audience.ME if private else Audience.PUBLIC,
            outcome=Outcome.DONE if done else None,
        )
        self._do(lambda library: keep_goal(library, told, self._clock()))

    def export_html(self, folder: Path) -> None:
        """Write a page of every note that everybody may read."""
        if self._thread is None:
            raise LibraryError("The library is not open.")
        self._save_all()
        self._in_a_job(lambda: self._write_pages(folder))

    def back_up(self) -> Path:
        """Make a back-up now; where it lies."""
        return self._in_a_job(lambda: self._parts.back_ups().make(Reason.ASKED).path)

    def check(self) -> tuple[bool, str]:
        """Whether all is well, and else what is not."""
        findings = self._in_a_job(self._parts.checks().thorough)
        wrong = [f"{finding.name}: {finding.found}" for finding in findings if not finding.ok]
        return not wrong, "; ".join(wrong)

    def dump(self) -> dict[str, Any]:
        """What the library holds; what is not whole stands apart, as the window marks it."""
        try:
            contents = self._do(self._contents)
        except DamagedLibraryError:
            # It is being mended for that, as in the window.
            self._settle()
            contents = self._do(self._contents)
        return contents | {"msg": self._notices.said}

    def week(self) -> Week:
        """The week of now."""
        return self._this_week()

    def close(self) -> None:
        """Close as the window does, once everything is on the disk or cannot be."""
        try:
            if self._thread is not None:
                self._save_all()
        finally:
            self._let_go()

    def _take_hold(self) -> FirstRead:
        return ready_library(self._parts.library_path, this_week=self._this_week())

    def _open_library(self) -> SqlLibrary:
        if self._first is None:
            raise LibraryError("The library is not open.")
        return open_after(self._first)

    def _this_week(self) -> Week:
        return Week.of(self._parts.today())

    def _write_pages(self, folder: Path) -> None:
        write_pages(self._parts, folder)

    def _whole(self, thing: Note | Goal) -> bool:
        return thing.whole

    def _writer(self) -> LibraryWriter:
        if self._thread is None:
            raise LibraryError("The library is not open.")
        return self._thread

    def _timers(self) -> Timers:
        return self._loop

    def _may_write(self) -> None:
        self._writer()
        if self._read_only is not None:
            raise self._read_only

    def _new_sheet(self, note_id: str, said: Said) -> Sheet:
        sheet = Sheet(note_id, said, self._writer(), self._timers(), self._clock)
        self._sheets[note_id] = sheet
        return sheet

    def _bring_back(self, library: NoteLibrary) -> None:
        rescue_drafts(library, self._this_week())

    def _contents(self, library: NoteLibrary) -> dict[str, Any]:
        return contents(library, self._parts.library_path, self._whole)

    def _do(self, act: Callable[[NoteLibrary], T]) -> T:
        def ask(done: Callable[[T], None], failed: Failed) -> None:
            self._writer().do(act, done, failed)

        return self._loop.wait_for(ask)

    def _in_a_job(self, work: Callable[[], T]) -> T:
        def ask(done: Callable[[T], None], failed: Failed) -> None:
            self._jobs.run(work, done, failed)

        return self._loop.wait_for(ask)

    def _look_after(self, thread: WriterThread, first: FirstRead) -> None:
        """Have the file looked at, and back-ups made, by those who do it in the window."""
        parts, jobs = self._parts, self._jobs
        soundness = SoundnessPresenter(parts.checks, thread, jobs, self._notices, self._clock)
        soundness.mended.connect(self._was_mended)
        thread.unreadable = soundness.something_unreadable
        soundness.begin(first.mended, after_sudden_end=first.after_sudden_end)
        schedule = BackUpSchedule(
            parts.back_ups, jobs, self._loop, self._notices, self._clock, lambda _: None
        )
        schedule.begin()
        self._settle()

    def _settle(self) -> None:
        """Wait until nobody is at work any more."""
        while True:
            self._loop.run_until(lambda: not self._jobs.running)
            self._do(lambda _: None)
            if not self._jobs.running:
                return

    def _was_mended(self, _: Mended) -> None:
        self._mended = True

    def _save_all(self) -> None:
        # Notes that were just typed into have been opened once this has had its turn.
        self._do(lambda _: None)
        for sheet in self._sheets.values():
            sheet.keeping.save_now()
        # Whatever came of it has been said once this has had its turn.
        self._do(lambda _: None)

    def _let_go(self) -> None:
        self._parts.close()
        self._jobs.stop()
        if self._thread is not None:
            self._thread.close(self._open_library)
        self._thread = self._first = None
        self._sheets.clear()
