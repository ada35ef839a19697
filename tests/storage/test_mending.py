"""A damaged library is put together again, and never says silently what nobody wrote."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC
from functools import partial
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.storage.children import child, kill, killed_itself
from tests.storage.damage import (
    a_library_with_a_back_up,
    back_up,
    fill,
    flip,
    flip_in,
    goals_in,
    notes_in,
    zero,
)
from tests.storage.samples import NOW, WEEK, a_draft, a_note
from weeknotes_desktop.domain.errors import DamagedLibraryError, NotALibraryError
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.soundness import Mended
from weeknotes_desktop.storage.after_sudden_end import mended_file
from weeknotes_desktop.storage.backups import LibraryBackUps
from weeknotes_desktop.storage.checks import FileChecks
from weeknotes_desktop.storage.connection import connect
from weeknotes_desktop.storage.library import open_after, open_for_reading, open_for_writing
from weeknotes_desktop.storage.opening import ready_library

IN_THE_BACK_UP = {f"n{number}" for number in range(3, 24)}
"""The notes that were not saved again after the back-up."""

Damage = Callable[[Path, int], None]

flips = st.integers(0, 7).map(lambda bit: partial(flip, bit=bit))
damages: st.SearchStrategy[Damage] = flips | st.sampled_from(
    [zero, partial(zero, length=4096), partial(zero, length=64)]
)


def start(path: Path) -> Mended | None:
    """Start as a window does, and look at everything; what was done to the library."""
    first = ready_library(path, this_week=WEEK)
    mended = first.mended
    with open_after(first) as library:
        first.hand_over()
        checks = FileChecks(path, LibraryBackUps(path, None, lambda: NOW), lambda: NOW)
        of_the_file = checks.thorough()[:7]
        if mended is None and not all(finding.ok for finding in of_the_file):
            mended = library.mend()
    return mended


@pytest.fixture(scope="module")
def whole() -> Path:
    """A library with a back-up that every example damages a copy of."""
    folder = Path(tempfile.mkdtemp())
    a_library_with_a_back_up(folder / "notes.db")
    return folder


@pytest.mark.parametrize("with_back_up", [True, False], ids=["back-up", "no back-up"])
@given(damage=damages, place=st.integers(0, 2**20))
@example(damage=partial(flip, bit=0), place=47)  # SQLite calls it a format it does not know
@settings(max_examples=40)
def test_every_note_reads_as_it_was_saved_or_is_said_not_to(
    whole: Path, with_back_up: bool, damage: Damage, place: int
) -> None:
    saved = notes_in(whole / "notes.db")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(whole, folder, dirs_exist_ok=True)
        path = Path(folder, "notes.db")
        if not with_back_up:
            shutil.rmtree(path.with_name("backups"))
        damage(path, place)
        mended = start(path)
        found = notes_in(path)
    lost = " ".join(mended.lost) if mended else ""
    for note_id, note in saved.items():
        now = found.get(note_id)
        if now == note:
            continue
        assert not (with_back_up and note_id in IN_THE_BACK_UP)
        assert f"“{note.title}”" in lost or (now is not None and not now.whole)
        # What stands there instead was saved once, or is shown as damaged to its writer alone.
        assert now is None or not now.whole or now.rev < note.rev
        assert now is None or now.whole or now.audience is Audience.ME


@pytest.mark.parametrize(
    ("name", "damaged"),
    [
        (b"body VARCHAR", b"xody VARCHAR"),
        (b"base_rev INTEGER", b"xase_rev INTEGER"),
        (b"focus VARCHAR", b"xocus VARCHAR"),
        # SQLite quotes it in its complaint, which then is no text either.
        (b"indexix_goal_events", b"index\xe9x_goal_events"),
    ],
)
def test_a_letter_that_is_wrong_in_the_name_of_a_column_or_index_is_damage(
    name: bytes, damaged: bytes, path: Path
) -> None:
    a_library_with_a_back_up(path)
    saved = notes_in(path)
    content = path.read_bytes()
    assert name in content
    path.write_bytes(content.replace(name, damaged))
    assert start(path) is not None
    assert notes_in(path) == saved


def test_the_newest_whole_back_up_is_restored_with_newer_rows_on_top(path: Path) -> None:
    made = a_library_with_a_back_up(path)
    saved = notes_in(path)
    flip_in(path, "Note 17")
    mended = start(path)
    assert mended is not None
    assert mended.restored_from == made.made_at.astimezone(UTC)
    # Three were saved after the back-up, and three are new; 17 is whole in the back-up.
    assert (mended.newer, mended.newer_goals, mended.lost) == (6, 3, ())
    assert notes_in(path) == saved
    with open_for_reading(path) as library:
        assert library.draft("n1") == a_draft("n1", base_rev=2)
        assert library.plan(WEEK.plus(-25)).focus == "Focus 25"
        assert library.version("v25").body == saved["n25"].body


def test_the_damaged_file_is_kept_byte_for_byte(path: Path) -> None:
    a_library_with_a_back_up(path)
    zero(path, 4096 * 3, 4096)
    damaged = path.read_bytes()
    mended = start(path)
    assert mended is not None
    assert mended.kept_aside is not None
    assert mended.kept_aside.parent == path.with_name("damaged")
    assert mended.kept_aside.read_bytes() == damaged
    assert mended.kept_aside.stat().st_mode & 0o777 == 0o600
    assert mended.kept_aside.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("gone", [partial(zero, place=0, length=4096), partial(flip, place=3)])
@pytest.mark.parametrize("with_back_up", [True, False])
def test_a_library_whose_header_is_destroyed_is_still_known_as_ours(
    path: Path, gone: Callable[[Path], None], with_back_up: bool
) -> None:
    a_library_with_a_back_up(path)
    saved = notes_in(path)
    if not with_back_up:
        shutil.rmtree(path.with_name("backups"))
    gone(path)
    mended = start(path)
    assert mended is not None
    assert mended.lost == ()
    assert notes_in(path) == saved
    assert (mended.restored_from is None) is not with_back_up


def test_a_file_cut_to_nothing_is_restored_and_no_new_library_is_begun(path: Path) -> None:
    a_library_with_a_back_up(path)
    path.write_bytes(b"")
    assert start(path) is not None
    assert len(notes_in(path)) == 24


def test_a_file_cut_short_gives_what_is_left_of_it(path: Path) -> None:
    with open_for_writing(path) as library:
        fill(library, range(12))
    saved = notes_in(path)
    path.write_bytes(path.read_bytes()[:-30_000])
    mended = start(path)
    assert mended is not None
    for note_id, note in notes_in(path).items():
        assert note == saved[note_id] or not note.whole


@pytest.mark.parametrize(
    "content", [b"Dear diary", b"SQLite format 3\0" + bytes(9000), b"x" * 9000]
)
def test_a_file_that_was_never_ours_is_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(NotALibraryError):
        ready_library(path, this_week=WEEK)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_a_library_of_which_nothing_is_left_stays_as_it_is(path: Path) -> None:
    with open_for_writing(path) as library:
        library.add_note(a_note())
    content = path.read_bytes()
    path.write_bytes(content[:100] + bytes(len(content) - 100))
    torn = path.read_bytes()
    with pytest.raises(DamagedLibraryError, match="nothing of it can be read") as refused:
        ready_library(path, this_week=WEEK)
    # It is the window itself that says this.
    assert "the window" not in str(refused.value)
    assert path.read_bytes() == torn


def test_a_damaged_back_up_is_passed_over_for_an_older_one(path: Path) -> None:
    older = a_library_with_a_back_up(path)
    newer = back_up(path)
    assert newer.path != older.path
    zero(newer.path, 4096 * 5, 4096)
    flip_in(path, "Note 20")
    mended = start(path)
    assert mended is not None
    assert mended.restored_from == older.made_at


def test_what_was_read_half_stands_beside_what_is_whole_and_for_the_writer_alone(
    path: Path,
) -> None:
    a_library_with_a_back_up(path)
    with open_for_writing(path) as library:
        library.save_note(replace(library.note("n4"), title="Late", body="The last words of all."))
    flip_in(path, "The last words of all.")
    mended = start(path)
    assert mended is not None
    assert mended.lost == ("parts of the last changes of the note “Late”",)
    notes = notes_in(path)
    assert (notes["n4"].rev, notes["n4"].title) == (1, "Note 4")
    (beside,) = (note for note in notes.values() if note.title == "Read half: Late")
    assert beside.body.endswith("words of all.") or beside.body.startswith("The last")
    assert (beside.audience, beside.whole) == (Audience.ME, True)


def test_a_goal_read_half_never_takes_the_place_of_a_whole_one(path: Path) -> None:
    a_library_with_a_back_up(path)
    saved = goals_in(path, ["g3"])
    with open_for_writing(path) as library:
        library.save_goal(replace(library.goal("g3"), text="Said only lately"), NOW)
    flip_in(path, "Said only lately")
    mended = start(path)
    assert mended is not None
    assert len(mended.lost) == 1
    assert mended.lost[0].startswith("parts of the goal “Said")
    assert goals_in(path, ["g3"]) == saved


def test_a_note_that_stands_nowhere_else_is_kept_half_and_marked(path: Path) -> None:
    with open_for_writing(path) as library:
        library.add_note(a_note(body="One letter of this is wrong."))
    flip_in(path, "One letter of this is wrong.")
    mended = start(path)
    assert mended is not None
    assert mended.restored_from is None
    assert mended.lost == ("parts of the note “The bridge holds”",)
    note = notes_in(path)["n1"]
    assert not note.whole
    assert note.audience is Audience.ME
    with open_for_writing(path) as library:
        library.save_note(note)
        assert library.note("n1").whole


WRITES_AND_STAYS = """
    from pathlib import Path
    from tests.storage.samples import a_note
    from weeknotes_desktop.storage.library import open_for_writing
    library = open_for_writing(Path(sys.argv[1]))
    for number in range(9):
        library.add_note(a_note(f"n{number}", title=f"Note {number}"))
    ready()
"""


def test_damage_in_the_log_does_not_take_the_saves_after_it_along(path: Path) -> None:
    open_for_writing(path).close()
    with child(WRITES_AND_STAYS, path) as writer:
        kill(writer)
    log = path.with_name("notes.db-wal")
    flip(log, 32 + 24 + 100)
    mended = start(path)
    assert mended is not None
    assert mended.kept_aside is not None
    assert mended.kept_aside.with_name(f"{mended.kept_aside.name}-wal").exists()
    notes = notes_in(path)
    assert [notes[f"n{number}"] for number in range(9)] == [
        a_note(f"n{number}", title=f"Note {number}", rev=1) for number in range(9)
    ]


def test_a_log_that_a_sudden_end_cut_short_is_no_damage(path: Path) -> None:
    open_for_writing(path).close()
    with child(WRITES_AND_STAYS, path) as writer:
        kill(writer)
    log = path.with_name("notes.db-wal")
    log.write_bytes(log.read_bytes()[:-3000])
    first = ready_library(path, this_week=WEEK)
    first.close()
    assert first.mended is None
    assert first.after_sudden_end
    assert len(notes_in(path)) == 8


@pytest.mark.parametrize("log_is_there", [True, False])
def test_a_start_finishes_what_a_sudden_end_left_unfinished(path: Path, log_is_there: bool) -> None:
    other = path.with_name("other.db")
    a_library_with_a_back_up(other)
    saved = notes_in(other)
    with child(WRITES_AND_STAYS, path) as writer:
        kill(writer)
    shutil.copy(other, mended_file(path))
    if not log_is_there:
        path.with_name("notes.db-wal").unlink()
        path.with_name("notes.db-shm").unlink()
    ready_library(path, this_week=WEEK).close()
    assert notes_in(path) == saved
    assert not mended_file(path).exists()


# Ends itself at the nth thing it does to a name in the folder.
MENDS_AND_ENDS = """
    import os, signal, sys
    from pathlib import Path
    from tests.storage.samples import WEEK
    from weeknotes_desktop.storage.opening import ready_library
    import weeknotes_desktop.storage.library, weeknotes_desktop.storage.mending
    left = [int(sys.argv[2])]

    def hook(event, arguments):
        if event in ("os.rename", "os.link", "os.remove", "os.mkdir", "os.chmod", "os.rmdir"):
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    ready_library(Path(sys.argv[1]), this_week=WEEK)
"""


@pytest.mark.parametrize("number", range(0, 24, 2))
def test_a_mending_that_is_killed_anywhere_loses_nothing(path: Path, number: int) -> None:
    a_library_with_a_back_up(path)
    saved = notes_in(path)
    zero(path, 4096, 4096)
    damaged = path.read_bytes()
    killed_itself(MENDS_AND_ENDS, path, number)
    ready_library(path, this_week=WEEK).close()
    assert notes_in(path) == saved
    # Whatever it was ended at, the damaged file is still somewhere.
    kept = path.with_name("damaged").glob("*.db")
    assert damaged in [file.read_bytes() for file in kept]
    assert not [file.name for file in path.parent.iterdir() if "mend" in file.name]


def test_an_old_library_that_is_damaged_is_mended_and_migrated(path: Path) -> None:
    a_library_with_a_back_up(path)
    saved = notes_in(path)
    with closing(connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0002'")
    # It says that it is older than its tables are: no migration can begin.
    assert start(path) is not None
    assert notes_in(path) == saved


def test_mending_goes_on_with_the_library_in_hand(path: Path) -> None:
    a_library_with_a_back_up(path)
    saved = goals_in(path, ["g3", "g25"])
    flip_in(path, "Goal 3")
    with open_for_writing(path) as library:
        library.mend()
        library.add_note(a_note("after"))
        assert library.goal("g3") == saved["g3"]
    assert goals_in(path, ["g3", "g25"]) == saved
    assert "after" in notes_in(path)


def test_nothing_belongs_to_what_is_not_there(path: Path) -> None:
    a_library_with_a_back_up(path)
    zero(path, path.read_bytes().rindex(b"Goal 25"), 4096)
    start(path)
    with closing(connect(path)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
