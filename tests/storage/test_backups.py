"""Back-ups on a real disk: what is in them, where they lie, which are kept."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.careless import careless
from tests.storage.children import child, killed_itself
from tests.storage.old_library import make_old_library
from tests.storage.samples import NOW, WEEK, a_draft, a_goal, a_note
from tests.storage.tiny_disk import make_read_only, mounted, needs_root
from weeknotes_desktop.domain.backup import NEWEST, BackUp, Reason
from weeknotes_desktop.domain.errors import (
    DamagedLibraryError,
    DiskFullError,
    LibraryBusyError,
    LibraryError,
    ReadOnlyError,
)
from weeknotes_desktop.domain.goal import WeekPlan
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.domain.version import Occasion, Version
from weeknotes_desktop.storage.back_up_folder import unfinished
from weeknotes_desktop.storage.backups import LibraryBackUps
from weeknotes_desktop.storage.connection import connect
from weeknotes_desktop.storage.copies import nobody_else_copies
from weeknotes_desktop.storage.fingerprints import is_whole, rows_of, tags_of_notes, wrong_rows
from weeknotes_desktop.storage.library import SqlLibrary, open_for_reading, open_for_writing
from weeknotes_desktop.storage.schema import HEAD, revision

not_for_root = pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")


class ManualClock:
    """Tells the time a test says it is."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def back_ups(path: Path, clock: ManualClock) -> LibraryBackUps:
    return LibraryBackUps(path, None, clock)


def damage(library: Path, change: str) -> None:
    """Change the file behind the program's back, as a bad disk does."""
    with closing(careless(library, isolation_level=None)) as connection:
        connection.execute(change)


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def test_a_back_up_says_when_and_why_it_was_made_and_is_for_its_owner_alone(
    library: SqlLibrary, back_ups: LibraryBackUps, path: Path
) -> None:
    library.add_note(a_note())
    made = back_ups.make(Reason.START)
    assert made.path == path.parent / "backups" / "notes-20261127-173000Z-start.db"
    assert (made.made_at, made.reason, made.whole) == (NOW, Reason.START, True)
    assert made.size == made.path.stat().st_size
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700
    assert back_ups.all() == (made,)
    assert names(made.path.parent) == {made.path.name}


def test_a_back_up_holds_all_that_was_saved_also_what_still_stands_in_the_log(
    library: SqlLibrary, back_ups: LibraryBackUps
) -> None:
    driver = library._engine.raw_connection().driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.execute("PRAGMA wal_autocheckpoint = 0")
    note, goal = library.add_note(a_note()), library.add_goal(a_goal(), NOW)
    library.keep_draft(a_draft())
    made = back_ups.make(Reason.ASKED)
    with open_for_reading(made.path) as copy:
        assert copy.note(note.id) == note
        assert copy.goal(goal.id) == goal
        assert copy.draft(note.id) == a_draft()


def test_pictures_are_in_a_back_up(
    library: SqlLibrary, back_ups: LibraryBackUps, path: Path
) -> None:
    library.add_note(a_note())
    letters = os.urandom(100_000)
    with closing(connect(path)) as connection:
        connection.execute(
            "INSERT INTO contents VALUES (?, ?)",
            ("8f0b2bd4b5b8ad4e2e5d8b4bd3ba7e2a", letters),
        )
    made = back_ups.make(Reason.ASKED)
    # That is not its fingerprint, and the back-up says so.
    assert not made.whole
    with closing(connect(made.path)) as connection:
        assert connection.execute("SELECT content FROM contents").fetchall() == [(letters,)]


def test_who_is_saving_does_not_wait_for_a_back_up(
    library: SqlLibrary, back_ups: LibraryBackUps
) -> None:
    library.add_note(a_note())
    with library.transaction():
        library.add_note(a_note("n2"))
        made = back_ups.make(Reason.CHANGES)
    with open_for_reading(made.path) as copy:
        assert [line.id for line in copy.summaries()] == ["n1"]


def test_an_empty_library_can_be_backed_up_and_one_that_is_not_there_cannot(
    path: Path, back_ups: LibraryBackUps
) -> None:
    assert back_ups.make_if_changed(Reason.START) is None
    with pytest.raises(LibraryError, match="There are no notes"):
        back_ups.make(Reason.ASKED)
    assert list(path.parent.iterdir()) == []
    open_for_writing(path).close()
    made = back_ups.make(Reason.ASKED)
    with open_for_reading(made.path) as copy:
        assert copy.summaries() == ()


def test_five_thousand_notes_are_all_in_the_back_up(
    library: SqlLibrary, back_ups: LibraryBackUps, path: Path
) -> None:
    library.add_note(a_note())
    with closing(connect(path)) as connection:
        connection.execute(
            "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
            " INSERT INTO notes (id, iso_year, iso_week, label, title, category, status, audience,"
            " words, origin, body_sha256, rev, sha256, body)"
            " SELECT 'n' || i, iso_year, iso_week, label, title, category, status, audience,"
            " words, origin, body_sha256, rev, sha256, body FROM n, notes WHERE id = 'n1'"
        )
    made = back_ups.make(Reason.ASKED)
    with closing(connect(made.path)) as connection:
        assert connection.execute("SELECT count(*) FROM notes").fetchone() == (5000,)


CHANGES: dict[str, Callable[[SqlLibrary], object]] = {
    "a note is added": lambda library: library.add_note(a_note("n2")),
    "a note is saved": lambda library: library.save_note(replace(library.note("n1"), title="New")),
    "a text is typed": lambda library: library.keep_draft(a_draft("n2")),
    "a text is typed on": lambda library: library.keep_draft(a_draft(body="We took the last prop")),
    "a version is kept": lambda library: library.keep_version(a_version("v2", "Twice")),
    "a goal is added": lambda library: library.add_goal(a_goal("g2"), NOW),
    "a goal is ticked": lambda library: library.save_goal(
        replace(library.goal("g1"), line="Done"), NOW
    ),
    "the goals are committed": lambda library: library.commit_goals(NOW + timedelta(days=7)),
    "a week gets another focus": lambda library: library.save_plan(
        WeekPlan(week=WEEK, focus="Work", rev=1)
    ),
    "a jot is caught": lambda library: library.add_jot(
        Jot(id="j2", week=WEEK, at=NOW, text="Fog at six")
    ),
    "a jot is changed": lambda library: library.save_jot(
        replace(library.jots(WEEK)[0], text="Two herons")
    ),
    "a task is added": lambda library: library.add_task(Task(id="t2", text="Sweep the deck")),
    "a task is done": lambda library: library.save_task(replace(library.tasks()[0], done_at=NOW)),
    "a note goes into the trash": lambda library: library.remove_note("n1", NOW),
}


def a_version(version_id: str = "v1", body: str = "Once") -> Version:
    """What a note said before."""
    return Version(
        id=version_id,
        note_id="n1",
        written_at=NOW,
        occasion=Occasion.PAUSE,
        title="",
        body=body,
    )


def fill(library: SqlLibrary) -> None:
    """One of everything."""
    library.add_note(a_note())
    library.add_goal(a_goal(), NOW)
    library.save_plan(WeekPlan(week=WEEK, focus="Rest"))
    library.keep_draft(a_draft())
    library.keep_version(a_version())
    library.add_jot(Jot(id="j1", week=WEEK, at=NOW, text="A heron on the pier"))
    library.add_task(Task(id="t1", text="Oil the crane"))
    library.keep_remark("checked-at", "2026-11-27")


@pytest.mark.parametrize("change", CHANGES)
def test_another_back_up_is_made_once_something_changed(
    change: str, library: SqlLibrary, back_ups: LibraryBackUps
) -> None:
    fill(library)
    assert back_ups.make_if_changed(Reason.START) is not None
    assert back_ups.make_if_changed(Reason.START) is None
    CHANGES[change](library)
    assert back_ups.make_if_changed(Reason.CHANGES) is not None
    assert [one.reason for one in back_ups.all()] == [Reason.CHANGES, Reason.START]
    assert back_ups.make_if_changed(Reason.CHANGES) is None


def test_what_the_program_remembers_for_itself_is_no_change(
    library: SqlLibrary, back_ups: LibraryBackUps
) -> None:
    back_ups.make(Reason.START)
    library.keep_remark("checked-at", "2026-11-27")
    assert back_ups.make_if_changed(Reason.CHANGES) is None


def test_another_back_up_is_made_when_the_newest_cannot_be_read_any_more(
    library: SqlLibrary, back_ups: LibraryBackUps
) -> None:
    library.add_note(a_note())
    back_ups.make(Reason.START).path.write_bytes(b"Nothing of ours.")
    assert back_ups.make_if_changed(Reason.CHANGES) is not None


def test_several_in_one_second_follow_each_other(
    library: SqlLibrary, back_ups: LibraryBackUps
) -> None:
    made = [back_ups.make(reason) for reason in (Reason.START, Reason.ASKED, Reason.ASKED)]
    assert back_ups.all() == tuple(reversed(made))
    assert [one.made_at - NOW for one in made] == [timedelta(seconds=n) for n in range(3)]


def test_the_newest_ten_are_kept_when_many_are_made_in_one_hour(
    library: SqlLibrary, back_ups: LibraryBackUps, clock: ManualClock
) -> None:
    made = []
    for _ in range(NEWEST + 3):
        made.append(back_ups.make(Reason.CHANGES))
        clock.now += timedelta(minutes=1)
    assert back_ups.all() == tuple(reversed(made[-NEWEST:]))
    assert names(back_ups.folder) == {one.path.name for one in made[-NEWEST:]}


def test_none_is_removed_before_a_restore(
    library: SqlLibrary, back_ups: LibraryBackUps, clock: ManualClock
) -> None:
    for _ in range(NEWEST):
        back_ups.make(Reason.CHANGES)
        clock.now += timedelta(minutes=1)
    back_ups.make(Reason.BEFORE_RESTORE)
    assert len(back_ups.all()) == NEWEST + 1


def test_a_back_up_made_after_the_clock_went_back_stays(
    library: SqlLibrary, back_ups: LibraryBackUps, clock: ManualClock
) -> None:
    for _ in range(NEWEST):
        back_ups.make(Reason.CHANGES)
        clock.now += timedelta(minutes=1)
    clock.now = NOW - timedelta(hours=1)
    assert back_ups.make(Reason.ASKED) in back_ups.all()


def test_damaged_back_ups_never_drive_out_the_whole_ones(
    library: SqlLibrary, back_ups: LibraryBackUps, clock: ManualClock, path: Path
) -> None:
    library.add_note(a_note())
    good = back_ups.make(Reason.START)
    damage(path, "UPDATE notes SET audience = 'team'")
    for _ in range(NEWEST + 2):
        clock.now += timedelta(minutes=1)
        assert not back_ups.make(Reason.CHANGES).whole
    assert good in back_ups.all()
    assert len(back_ups.all()) == NEWEST + 1


ROWS = {
    "note": "UPDATE notes SET title = 'Other'",
    "body": "UPDATE notes SET body = body || '!'",
    "tags": "UPDATE note_tags SET position = position + 5 WHERE tag = 'river'",
    "goal": "UPDATE goals SET audience = 'me'",
    "week": "UPDATE weeks SET focus = 'Other'",
    "draft": "UPDATE drafts SET body = 'Other'",
    "version": "UPDATE versions SET packed = x'00'",
    "jot": "UPDATE jots SET text = x'ff'",
    "task": "UPDATE tasks SET text = 'Other'",
    "remark": "UPDATE library_settings SET value = 'Other'",
    "picture": "INSERT INTO contents VALUES ('abc', x'00')",
}


@pytest.mark.parametrize("kind", ROWS)
def test_a_wrong_row_of_every_kind_is_found_and_the_back_up_is_not_called_whole(
    kind: str, library: SqlLibrary, back_ups: LibraryBackUps, path: Path
) -> None:
    fill(library)
    with closing(connect(path)) as connection:
        assert list(wrong_rows(connection)) == []
    assert back_ups.make(Reason.START).whole
    damage(path, ROWS[kind])
    with closing(connect(path)) as connection:
        found = list(wrong_rows(connection))
    assert [one.kind for one in found] == [{"body": "note", "tags": "note"}.get(kind, kind)]
    made = back_ups.make(Reason.CHANGES)
    assert not made.whole
    assert made.path.name == "notes-20261127-173001Z-changes-damaged.db"
    assert back_ups.all()[0] == made
    assert not back_ups.is_whole(made.path)
    assert back_ups.is_whole(back_ups.all()[1].path)


def test_what_is_known_of_a_wrong_row_is_said(library: SqlLibrary, path: Path) -> None:
    fill(library)
    damage(path, "UPDATE notes SET audience = 'team'")
    with closing(connect(path)) as connection:
        (wrong,) = wrong_rows(connection)
        ((rowid, row),) = rows_of(connection, "notes")
        tags = tags_of_notes(connection)["n1"]
    assert (wrong.table, wrong.rowid, wrong.id, wrong.week, wrong.text) == (
        "notes",
        rowid,
        "n1",
        WEEK,
        "The bridge holds",
    )
    assert not is_whole("notes", row, tags)
    assert is_whole("notes", {**row, "audience": "public"}, tags)


def test_the_rows_of_an_old_library_are_whole(path: Path, back_ups: LibraryBackUps) -> None:
    make_old_library(path, [a_note(rev=1), a_note("n2", rev=3)], [a_goal(rev=1)])
    made = back_ups.make(Reason.ASKED)
    assert made.whole
    assert back_ups.is_whole(made.path)
    damage(path, "UPDATE goals SET audience = 'me'")
    assert not back_ups.make(Reason.ASKED).whole


def test_a_library_with_a_broken_page_is_refused_and_the_older_back_ups_stay(
    library: SqlLibrary, back_ups: LibraryBackUps, path: Path
) -> None:
    library.add_note(a_note(body="The river rose again. " * 3_000))
    library.close()
    good = back_ups.make(Reason.START)
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        # Everything from the middle on.
        file.write(b"\xff" * (path.stat().st_size // 2))
    with pytest.raises(DamagedLibraryError):
        back_ups.make(Reason.ASKED)
    assert back_ups.all() == (good,)
    assert names(back_ups.folder) == {good.path.name}


@needs_root
def test_a_disk_that_fills_up_in_the_middle_is_told_and_nothing_is_left_on_it(
    library: SqlLibrary, path: Path, clock: ManualClock, tmp_path: Path
) -> None:
    library.add_note(a_note())
    with mounted(tmp_path / "tiny", 64) as disk:
        back_ups = LibraryBackUps(path, disk, clock)
        with pytest.raises(DiskFullError, match="No back-up was made: the disk that holds"):
            back_ups.make(Reason.CHANGES)
        assert names(back_ups.folder) == set()
    assert library.note("n1").title == "The bridge holds"


@needs_root
def test_a_folder_on_a_disk_that_cannot_be_written_is_named(
    library: SqlLibrary, path: Path, clock: ManualClock, tmp_path: Path
) -> None:
    with mounted(tmp_path / "closed", 64) as disk:
        make_read_only(disk)
        with pytest.raises(ReadOnlyError, match=r"the folder .*closed.* cannot be written"):
            LibraryBackUps(path, disk, clock).make(Reason.ASKED)


@needs_root
def test_a_library_that_can_only_be_read_is_backed_up_elsewhere(
    clock: ManualClock, tmp_path: Path
) -> None:
    with mounted(tmp_path / "closed", 2_000) as disk:
        path = disk / "notes.db"
        with open_for_writing(path) as library:
            library.add_note(a_note())
        make_read_only(disk)
        back_ups = LibraryBackUps(path, tmp_path / "open", clock)
        assert back_ups.make(Reason.ASKED).whole
        assert len(back_ups.all()) == 1
        with pytest.raises(ReadOnlyError, match="backups cannot be written"):
            LibraryBackUps(path, None, clock).make(Reason.ASKED)


@not_for_root
def test_a_folder_that_cannot_be_written_is_named(
    library: SqlLibrary, path: Path, clock: ManualClock, tmp_path: Path
) -> None:
    chosen = tmp_path / "closed"
    chosen.mkdir(mode=0o500)
    with pytest.raises(ReadOnlyError, match="closed"):
        LibraryBackUps(path, chosen, clock).make(Reason.ASKED)


def test_a_file_in_place_of_the_folder_is_named_and_nothing_goes_elsewhere(
    library: SqlLibrary, path: Path, clock: ManualClock, tmp_path: Path
) -> None:
    chosen = tmp_path / "taken"
    chosen.write_text("A file.")
    with pytest.raises(LibraryError, match="taken"):
        LibraryBackUps(path, chosen, clock).make(Reason.ASKED)
    assert not path.with_name("backups").exists()


KILLED_IN_A_BACK_UP = """
    import os, signal, sys
    from datetime import UTC, datetime
    from pathlib import Path
    from weeknotes_desktop.domain.backup import Reason
    from weeknotes_desktop.storage import copies
    from weeknotes_desktop.storage.backups import LibraryBackUps
    # What a back-up does last before it has its name.
    copies.pages_are_whole = lambda _: os.kill(os.getpid(), signal.SIGKILL)
    LibraryBackUps(Path(sys.argv[1]), None, lambda: datetime.now(UTC)).make(Reason.ASKED)
"""


def test_what_a_killed_back_up_left_is_no_back_up_and_the_next_one_clears_it_away(
    library: SqlLibrary, back_ups: LibraryBackUps, path: Path
) -> None:
    library.add_note(a_note())
    assert killed_itself(KILLED_IN_A_BACK_UP, path)
    left = unfinished(path, back_ups.folder)
    assert names(back_ups.folder) == {left.name}
    assert back_ups.all() == ()
    made = back_ups.make(Reason.ASKED)
    assert names(back_ups.folder) == {made.path.name}


def test_nobody_else_makes_one_meanwhile(library: SqlLibrary, path: Path) -> None:
    asked = []

    def clock() -> datetime:
        # Asked for the time in the middle of it.
        with pytest.raises(LibraryBusyError), nobody_else_copies(path, patience=0):
            pass
        asked.append(NOW)
        return NOW

    back_ups = LibraryBackUps(path, None, clock)
    back_ups.make(Reason.ASKED)
    back_ups.copy_to(path.parent / "stick")
    assert len(asked) == 2
    with nobody_else_copies(path, patience=0):
        pass


def test_two_at_once_make_two_back_ups_one_after_the_other(
    library: SqlLibrary, path: Path, back_ups: LibraryBackUps
) -> None:
    library.add_note(a_note())
    script = """
        from datetime import UTC, datetime
        from pathlib import Path
        from weeknotes_desktop.domain.backup import Reason
        from weeknotes_desktop.storage.backups import LibraryBackUps
        ready()
        LibraryBackUps(Path(sys.argv[1]), None, lambda: datetime.now(UTC)).make(Reason.ASKED)
    """
    with child(script, path) as other:
        assert other.stdin is not None
        other.stdin.close()
        back_ups.make(Reason.CHANGES)
        assert other.wait() == 0
    assert {one.reason for one in back_ups.all()} == {Reason.ASKED, Reason.CHANGES}
    assert all(back_ups.is_whole(one.path) for one in back_ups.all())


def test_two_libraries_of_one_name_never_mix_in_a_folder_that_both_use(
    tmp_path: Path, clock: ManualClock
) -> None:
    chosen = tmp_path / "all back-ups"
    both = []
    for place in ("home", "work"):
        path = tmp_path / place / "notes.db"
        open_for_writing(path).close()
        both.append(LibraryBackUps(path, chosen, clock))
    made = [one.make(Reason.ASKED) for one in both]
    assert [one.all() for one in both] == [(made[0],), (made[1],)]
    assert made[0].path.parent != made[1].path.parent
    assert made[0].path.parent.parent == chosen


def test_libraries_beside_each_other_never_mix_either(tmp_path: Path, clock: ManualClock) -> None:
    both = []
    for name in ("notes.db", "notes-2.db"):
        open_for_writing(tmp_path / name).close()
        both.append(LibraryBackUps(tmp_path / name, None, clock))
    made = [one.make(Reason.ASKED) for one in both]
    assert [one.all() for one in both] == [(made[0],), (made[1],)]


def test_those_beside_the_library_are_listed_when_another_folder_is_chosen(
    library: SqlLibrary, path: Path, clock: ManualClock, tmp_path: Path
) -> None:
    before = LibraryBackUps(path, None, clock).make(Reason.START)
    elsewhere = LibraryBackUps(path, tmp_path / "elsewhere", clock)
    made = elsewhere.make(Reason.ASKED)
    assert elsewhere.all() == (made, before)


def test_a_library_reached_by_a_link_has_the_back_ups_of_the_file(
    library: SqlLibrary, path: Path, clock: ManualClock, tmp_path: Path
) -> None:
    link = tmp_path / "link" / "mine.db"
    link.parent.mkdir()
    link.symlink_to(path)
    made = LibraryBackUps(link, None, clock).make(Reason.ASKED)
    assert LibraryBackUps(path, None, clock).all() == (made,)


@pytest.mark.parametrize("sign", ["index.html", ".weeknotes-site.json"])
@pytest.mark.parametrize("below", [".", "posts/2026"])
def test_a_back_up_never_goes_where_it_could_be_published(
    sign: str, below: str, library: SqlLibrary, path: Path, clock: ManualClock, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / sign).touch()
    folder = site / below
    there = LibraryBackUps(path, folder, clock)
    with pytest.raises(LibraryError, match="belongs to a site"):
        there.make(Reason.ASKED)
    with pytest.raises(LibraryError, match="belongs to a site"):
        there.make_if_changed(Reason.START)
    with pytest.raises(LibraryError, match="belongs to a site"):
        LibraryBackUps(path, None, clock).copy_to(folder)
    assert names(site) == {sign}


def test_a_copy_to_another_folder_removes_nothing_and_is_not_listed(
    library: SqlLibrary, back_ups: LibraryBackUps, tmp_path: Path
) -> None:
    folder = tmp_path / "stick"
    made = [back_ups.copy_to(folder) for _ in range(NEWEST + 2)]
    assert names(folder) == {one.path.name for one in made}
    assert len({one.made_at for one in made}) == len(made)
    assert back_ups.all() == ()


def test_what_the_first_versions_kept_before_a_migration_is_listed(
    library: SqlLibrary, back_ups: LibraryBackUps
) -> None:
    made = back_ups.make(Reason.ASKED)
    early = made.path.rename(made.path.with_name("notes-before-0002.db"))
    os.utime(early, (NOW.timestamp(), NOW.timestamp()))
    assert back_ups.all() == (
        BackUp(path=early, made_at=NOW, reason=Reason.BEFORE_MIGRATION, size=made.size),
    )


def test_other_files_in_the_folder_are_left_alone(
    library: SqlLibrary, back_ups: LibraryBackUps
) -> None:
    back_ups.folder.mkdir()
    mine = ("notes-20261399-000000Z-start.db", "notes-20261127-000000Z-whim.db", "notes-old.db")
    for name in mine:
        (back_ups.folder / name).touch()
    made = back_ups.make(Reason.ASKED)
    assert back_ups.all() == (made,)
    assert names(back_ups.folder) == {made.path.name, *mine}


def test_the_back_ups_that_hold_something_are_told(
    library: SqlLibrary, back_ups: LibraryBackUps
) -> None:
    without = back_ups.make(Reason.ASKED)
    library.add_note(a_note())
    held = back_ups.make(Reason.ASKED)
    library.remove_note("n1", NOW)
    in_trash = back_ups.make(Reason.ASKED)
    assert back_ups.that_hold("n1") == (in_trash, held)
    assert back_ups.that_hold("g1") == ()
    without.path.write_bytes(b"Nobody can say what this holds.")
    assert back_ups.that_hold("g1") == (back_ups.all()[-1],)


def test_a_version_of_a_note_is_something_of_it(
    library: SqlLibrary, back_ups: LibraryBackUps
) -> None:
    library.keep_version(a_version())
    made = back_ups.make(Reason.ASKED)
    assert back_ups.that_hold("n1") == (made,)


def test_a_back_up_is_at_the_schema_of_the_library(
    path: Path, back_ups: LibraryBackUps, clock: ManualClock
) -> None:
    make_old_library(path, [a_note(rev=1)], [])
    old = back_ups.make(Reason.ASKED)
    open_for_writing(path).close()
    new = back_ups.make_if_changed(Reason.START)
    assert new is not None
    numbers = []
    for one in (old, new):
        with closing(connect(one.path)) as connection:
            numbers.append(revision(connection))
    assert numbers == ["0001", HEAD]
    # The migration kept one of its own, at its own time.
    assert sorted(one.reason for one in back_ups.all()) == [
        Reason.ASKED,
        Reason.BEFORE_MIGRATION,
        Reason.START,
    ]


def test_the_time_of_a_back_up_is_that_of_greenwich(library: SqlLibrary, path: Path) -> None:
    local = datetime(2026, 11, 27, 18, 30, tzinfo=timezone(timedelta(hours=2)))
    made = LibraryBackUps(path, None, lambda: local).make(Reason.ASKED)
    assert made.path.name == "notes-20261127-163000Z-asked.db"
