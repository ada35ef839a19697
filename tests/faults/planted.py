"""Desks with a bug each, to see that the harness finds it; and the honest one."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from datetime import UTC
from pathlib import Path

from tests.faults.desk import Desk
from tests.faults.sheet import Said
from weeknotes_desktop.domain.destination import silent
from weeknotes_desktop.domain.errors import NotForThisReaderError, WeekNotesError
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import Timers
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.first_read import FirstRead
from weeknotes_desktop.storage.library import SqlLibrary
from weeknotes_desktop.use_cases.make_public_view import public_view_of

__all__ = ["Desk"]

_LATER = 0.02


class AnswersEarly(Desk):
    """Says that a note is saved before it is."""

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
        def really() -> None:
            sheet = self._sheets.get(note_id) or self._new_sheet(note_id, said)
            sheet.type(text)
            sheet.open(lambda _: sheet.keeping.save_now(), lambda _: None)

        said = Said(week or self._this_week(), bool(private))
        self._loop.after(_LATER, really)


class NeverRefuses(Desk):
    """Says that a note is saved when it could not be."""

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
        with suppress(WeekNotesError):
            super().save(note_id, text, title=title, tags=tags, private=private, week=week)


class NotWaitingForTheDisk(Desk):
    """Has SQLite leave it to the system when things reach the disk."""

    def _open_library(self) -> SqlLibrary:
        library = super()._open_library()
        with library._engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.execute("PRAGMA synchronous=OFF")
        return library


class TriesOnce(Desk):
    """Never tries again what the disk or somebody else refused."""

    def _timers(self) -> Timers:
        return _OtherTimers(self._loop, lambda seconds: seconds if seconds < 1 else 1e6)


class KeepsSlowly(Desk):
    """Puts typed text on the disk every four seconds."""

    def _timers(self) -> Timers:
        return _OtherTimers(self._loop, lambda seconds: seconds * 4.5)


class NoHash(Desk):
    """Believes whatever the file says."""

    def _whole(self, thing: Note | Goal) -> bool:
        return True

    def check(self) -> tuple[bool, str]:
        return True, ""


class DeletesTheDamaged(Desk):
    """Throws a damaged file away once another one is in its place."""

    def open(self) -> tuple[str, str]:
        opened = super().open()
        shutil.rmtree(self._parts.library_path.with_name("damaged"), ignore_errors=True)
        return opened


class MigratesBySteps(Desk):
    """Brings an old library to its schema in more than one transaction."""

    def _take_hold(self) -> FirstRead:
        with closing(sqlite3.connect(self._parts.library_path, isolation_level=None)) as library:
            (number,) = library.execute("SELECT version_num FROM alembic_version").fetchone()
            if number == "0001":
                rows = library.execute("SELECT * FROM notes").fetchall()
                library.execute("DELETE FROM notes")
                for row in rows:
                    marks = ", ".join("?" * len(row))
                    library.execute(f"INSERT INTO notes VALUES ({marks})", row)
        return super()._take_hold()


class NoLock(Desk):
    """Takes a lock file away, and with it whoever holds it."""

    def _take_hold(self) -> FirstRead:
        lock = self._parts.library_path.with_name("notes.db.lock")
        lock.unlink(missing_ok=True)
        return super()._take_hold()


class WeekOfGreenwich(Desk):
    """Takes the week from the clock of Greenwich."""

    def _this_week(self) -> Week:
        return Week.of(self._clock().astimezone(UTC).date())


class CopiesTheFile(Desk):
    """Makes a back-up by copying the file, without what still stands in its log."""

    def back_up(self) -> Path:
        copy = _back_up_name(self._parts.library_path)
        shutil.copyfile(self._parts.library_path, copy)
        copy.chmod(0o600)
        return copy


class CopiesInPlace(Desk):
    """Makes a back-up under its own name from the first byte on."""

    def back_up(self) -> Path:
        copy = _back_up_name(self._parts.library_path)
        with closing(sqlite3.connect(self._parts.library_path)) as library:
            os.close(os.open(copy, os.O_CREAT | os.O_WRONLY, 0o600))
            library.execute("VACUUM INTO ?", (str(copy),))
        return copy


class LeavesCopiesToTheSystem(Desk):
    """Makes a back-up, and leaves it to the system when its name reaches the disk."""

    def back_up(self) -> Path:
        copy = _back_up_name(self._parts.library_path)
        part = copy.with_suffix(".part")
        with closing(sqlite3.connect(self._parts.library_path)) as library:
            os.close(os.open(part, os.O_CREAT | os.O_WRONLY, 0o600))
            library.execute("VACUUM INTO ?", (str(part),))
        return part.rename(copy)


class ExportsInPlace(Desk):
    """Writes pages over those that are there."""

    def _write_pages(self, folder: Path) -> None:
        settings = self._parts.settings()
        with self._parts.reading() as library:
            for line in library.summaries():
                with suppress(NotForThisReaderError):
                    note, now = library.note(line.id), self._parts.now()
                    view = public_view_of(library, settings, note, Audience.PUBLIC, now)
                    path = folder / f"{line.id}.html"
                    parcel = self._parts.ways_out.html_file(path).make(view, silent)
                    path.write_bytes(parcel.files[path.name])


class _OtherTimers:
    """Timers that wake somebody up at another time than was asked for."""

    def __init__(self, timers: Timers, other: Callable[[float], float]) -> None:
        self._timers, self._other = timers, other

    def after(self, seconds: float, call: Callable[[], None]) -> Callable[[], None]:
        """Call ``call`` once, some time later."""
        return self._timers.after(self._other(seconds), call)


def _back_up_name(library: Path) -> Path:
    folder = library.parent / "backups"
    folder.mkdir(exist_ok=True, mode=0o700)
    return folder / "notes-20260101-000000Z-asked.db"
