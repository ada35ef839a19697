"""What the checks find, and that they change nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from tests.storage.damage import a_library_with_a_back_up, flip, flip_in, zero
from tests.storage.samples import NOW, a_draft, a_goal, a_note
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.soundness import Finding
from weeknotes_desktop.storage.backups import LibraryBackUps
from weeknotes_desktop.storage.checks import FileChecks
from weeknotes_desktop.storage.connection import connect
from weeknotes_desktop.storage.library import open_for_writing

EVERYTHING = [
    "file",
    "header",
    "pages",
    "schema",
    "triggers",
    "foreign keys",
    "fingerprints",
    "drafts",
    "trash",
    "pictures",
    "search",
    "back-ups",
    "folder",
    "lock",
]


def checks(path: Path) -> FileChecks:
    return FileChecks(path, LibraryBackUps(path, None, lambda: NOW), lambda: NOW)


def found(path: Path) -> dict[str, Finding]:
    return {finding.name: finding for finding in checks(path).thorough()}


def ill(path: Path) -> set[str]:
    return {name for name, finding in found(path).items() if not finding.ok}


def contents(path: Path) -> dict[str, bytes]:
    """What lies in the folder; in the index of the log every reader leaves a mark."""
    files = [file for file in path.parent.iterdir() if not file.name.endswith("-shm")]
    return {file.name: file.read_bytes() for file in files}


def test_a_whole_library_passes_every_check(path: Path) -> None:
    a_library_with_a_back_up(path)
    assert list(found(path)) == EVERYTHING
    assert ill(path) == set()
    assert [finding.name for finding in checks(path).quick()] == EVERYTHING[:5]
    assert all(finding.ok for finding in checks(path).quick())


def test_checks_change_nothing_and_need_no_lock(path: Path) -> None:
    with open_for_writing(path) as library:
        library.add_note(a_note())
        before = contents(path)
        assert ill(path) == set()
        assert contents(path) == before


def test_where_there_is_no_library_nothing_is_wrong_and_nothing_is_made(path: Path) -> None:
    assert ill(path) == set()
    assert list(path.parent.iterdir()) == []


def sql(statement: str, path: Path) -> None:
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys=0")
        connection.execute(statement)


@pytest.mark.parametrize(
    ("damage", "wanted"),
    [
        (partial(flip_in, words="We took prop 6 away."), "fingerprints"),
        (partial(flip_in, words="Goal 3"), "fingerprints"),
        (partial(flip_in, words="Focus 3"), "fingerprints"),
        (partial(zero, place=4096, length=4096), "pages"),
        (partial(flip, place=3), "header"),
        (partial(sql, "DROP TRIGGER goal_events_never_change"), "triggers"),
        (partial(sql, "CREATE TRIGGER evil AFTER UPDATE ON notes BEGIN SELECT 1; END"), "triggers"),
        (partial(sql, "CREATE VIEW odd AS SELECT title FROM notes"), "triggers"),
        (partial(sql, "ALTER TABLE tasks RENAME COLUMN text TO words"), "schema"),
        (partial(sql, "DROP TABLE contents"), "schema"),
        (partial(sql, "DROP INDEX jots_by_week"), "schema"),
        (partial(sql, "DELETE FROM tags WHERE name = 'river'"), "foreign keys"),
        (partial(sql, "UPDATE notes SET audience = 'public', rev = 9"), "fingerprints"),
    ],
)
def test_each_damage_is_found(path: Path, damage: Callable[[Path], None], wanted: str) -> None:
    a_library_with_a_back_up(path)
    with open_for_writing(path) as library:
        library.add_note(a_note("last"))
    damage(path)
    before = path.read_bytes()
    assert wanted in ill(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE search_words_data SET block = randomblob(30) WHERE id > 10",
        "UPDATE search_words_data SET block = randomblob(30) WHERE id = 1",
        "DELETE FROM search_words_docsize WHERE id % 3 = 0",
        "DROP TABLE search_words_idx",
    ],
)
def test_damage_to_what_is_searched_with_is_found_and_the_library_itself_is_whole(
    path: Path, damage: str
) -> None:
    a_library_with_a_back_up(path)
    sql(damage, path)
    before = path.read_bytes()
    assert ill(path) == {"search"}
    assert path.read_bytes() == before


def test_what_is_not_found_yet_is_counted(path: Path) -> None:
    with open_for_writing(path) as library:
        library.add_note(a_note())
        assert found(path)["search"].found == "Everything is found."
        library.keep_up_search(anew=True)
        said = found(path)["search"]
    assert (said.ok, said.found) == (True, "It is being made; 1 things are not found yet.")


def test_what_waits_and_what_lies_in_the_trash_is_counted(path: Path) -> None:
    with open_for_writing(path) as library:
        library.add_note(a_note())
        library.keep_draft(a_draft())
        library.add_goal(a_goal(), NOW)
        library.remove_goal("g1", NOW)
        library.add_note(a_note("n2"))
        library.remove_note("n2", NOW)
    said = found(path)
    assert said["drafts"].found == "1 typed and not saved yet."
    assert said["trash"].found == "1 notes, 1 goals."
    assert ill(path) == set()


def test_a_damaged_back_up_is_told(path: Path) -> None:
    made = a_library_with_a_back_up(path)
    assert "60 minutes ago; it is whole" in found(path)["back-ups"].found
    zero(made.path, 4096 * 5, 4096)
    assert "damaged" in found(path)["back-ups"].found
    assert ill(path) == {"back-ups"}


def test_who_holds_the_lock_is_told_where_the_system_tells(path: Path) -> None:
    with open_for_writing(path):
        if Path("/proc/locks").exists():
            assert f"process {os.getpid()})" in found(path)["lock"].found
    assert found(path)["lock"] == Finding("lock", True, "Nobody holds it.")


def test_a_folder_that_others_carry_away_is_told(tmp_path: Path) -> None:
    path = tmp_path / "Dropbox" / "notes.db"
    open_for_writing(path).close()
    assert ill(path) == {"folder"}
    assert "Dropbox" in found(path)["folder"].found


def test_a_library_of_a_newer_version_is_not_called_damaged(path: Path) -> None:
    with open_for_writing(path) as library:
        library.add_note(a_note())
    sql("UPDATE alembic_version SET version_num = '0999'", path)
    sql("UPDATE notes SET sha256 = 'of another form'", path)
    assert ill(path) == set()
    assert "newer version" in found(path)["schema"].found


def test_how_old_a_back_up_is_is_said_in_words_that_fit(path: Path) -> None:
    made = a_library_with_a_back_up(path)
    for age, wanted in (
        (timedelta(seconds=30), "just now"),
        (timedelta(minutes=30), "30 minutes ago"),
        (timedelta(hours=5), "5 hours ago"),
        (timedelta(days=5), "5 days ago"),
    ):
        back_ups = LibraryBackUps(path, None, lambda: NOW)
        clock = iter([made.made_at + age])
        findings = FileChecks(path, back_ups, clock.__next__).thorough()
        (back_up,) = (one for one in findings if one.name == "back-ups")
        assert wanted in back_up.found


def test_it_is_said_how_much_the_pictures_take_and_how_many_nothing_names(path: Path) -> None:
    shown = Picture.of(b"\x89PNG" + bytes(1_500_000), "image/png")
    with open_for_writing(path) as library:
        assert found(path)["pictures"] == Finding("pictures", True, "There are none.")
        library.keep_picture(shown)
        library.add_note(replace(a_note(), body=f"![]({shown.address})"))
        assert found(path)["pictures"].found == "1, which take 1.5 MB."
        library.keep_picture(Picture.of(bytes(400_000), "image/png"))
    assert found(path)["pictures"] == Finding(
        "pictures",
        True,
        "2, which take 1.9 MB; nothing names 1 of them (0.4 MB), and they go once that has been"
        " so for 90 days.",
    )
