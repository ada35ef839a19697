"""The index is always what one made anew would be, and it is made anew where it is not."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy.exc import OperationalError

from tests.careless import careless
from tests.storage.old_library import make_old_library
from tests.storage.samples import NOW, WEEK, a_goal, a_note
from tests.storage.search.looking import found, make_sure, make_whole, vocabulary
from weeknotes_desktop.domain.errors import (
    ChangedElsewhereError,
    DamagedSearchError,
    LibraryError,
    NotFoundError,
)
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.searching.upkeep import Upkeep
from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.storage.connection import connect
from weeknotes_desktop.storage.library import SqlLibrary, open_for_reading, open_for_writing
from weeknotes_desktop.storage.raw_rows import RawRows
from weeknotes_desktop.storage.search import index
from weeknotes_desktop.storage.search.checking import fault, is_sound
from weeknotes_desktop.storage.search.reading import FileSearch
from weeknotes_desktop.storage.search_tables import NOTHING_YET, TRIGGERS
from weeknotes_desktop.storage.structure import page_faults

DONE = Upkeep(missing=0, untidy=False)


def since(path: Path) -> set[int]:
    """From where on each kind is in the index."""
    with closing(connect(path)) as connection:
        return {row for (row,) in connection.execute("SELECT since FROM search_state")}


def fill(library: SqlLibrary, number: int) -> None:
    """Write so many notes, goals, jots and tasks down."""
    with library.transaction():
        for one in range(number):
            library.add_note(a_note(f"n{one}", title=f"Title {one}", body=f"Words of {one}"))
            library.add_goal(a_goal(f"g{one}", text=f"Goal {one}"), NOW)
            library.add_jot(Jot(id=f"j{one}", week=WEEK, at=NOW, text=f"Jot {one}"))
            library.add_task(Task(id=f"t{one}", text=f"Task {one}"))


def test_of_a_new_library_everything_is_in_the_index_from_the_first_note_on(
    library: SqlLibrary, path: Path, searching: FileSearch
) -> None:
    assert since(path) == {0}
    library.add_note(a_note())
    assert found(searching, "bridge") == ["n1"]
    assert library.keep_up_search() == DONE
    make_sure(path)


def test_an_old_library_is_found_in_step_by_step_the_newest_first(path: Path) -> None:
    notes = [a_note(f"n{one}", rev=1, body=f"Number {one}") for one in range(120)]
    make_old_library(path, notes, [a_goal("g1", rev=1)])
    with open_for_writing(path) as library, closing(FileSearch(path)) as searching:
        assert since(path) == {0, NOTHING_YET}
        assert found(searching, "number") == []
        first = library.keep_up_search()
        assert 0 < first.missing < 121
        ids = found(searching, "number", limit=999)
        assert set(ids) == {f"n{one}" for one in range(120 - len(ids), 120)}
        # What is written meanwhile is not forgotten, and not found twice.
        library.save_note(replace(library.note("n0"), body="Number nought"))
        library.save_note(replace(library.note("n119"), body="Number last"))
        library.remove_note("n118", NOW)
        library.add_note(a_note("new", body="Number new"))
        library.remove_note("n1", NOW)
        assert found(searching, "new") == ["new"]
        make_whole(library)
        assert len(found(searching, "number", limit=999)) == 119
        assert (found(searching, "nought"), found(searching, "last")) == (["n0"], ["n119"])
    make_sure(path)


def test_a_step_takes_few_rows_and_fewer_of_long_texts(library: SqlLibrary, path: Path) -> None:
    library.add_note(a_note("small"))
    for one in range(3):
        library.add_note(a_note(f"long{one}", body="Long word. " * 25_000))
    library.keep_up_search(anew=True)
    left = [library.keep_up_search().missing for _ in range(3)]
    assert left == [3, 2, 0] or left == [3, 2, 1]
    make_whole(library)
    make_sure(path)


def test_what_is_written_in_a_transaction_that_is_taken_back_is_not_found(
    library: SqlLibrary, path: Path, searching: FileSearch
) -> None:
    library.add_note(a_note())

    def change() -> None:
        with library.transaction():
            library.save_note(replace(library.note("n1"), body="A prop"))
            library.add_note(a_note("n2", title="A prop"))
            raise KeyError

    with pytest.raises(KeyError):
        change()
    assert found(searching, '"a prop"') == []
    make_sure(path)


def test_a_change_that_is_none_of_words_leaves_the_index_alone(
    library: SqlLibrary, path: Path
) -> None:
    library.add_note(a_note())
    goal = library.add_goal(a_goal(), NOW)
    with closing(connect(path)) as connection:
        written = "SELECT count(*), total(length(block)) FROM search_words_data"
        before = connection.execute(written).fetchone()
        library.save_note(replace(library.note("n1"), category="Other", tags=()))
        library.save_goal(replace(goal, outcome=Outcome.DONE), NOW)
        assert connection.execute(written).fetchone() == before
    assert library.keep_up_search() == DONE


class Writing(RuleBasedStateMachine):
    """Somebody writes, throws away, brings back and forgets, in whatever order."""

    texts = st.text(alphabet="abcé’ß東 \n-", max_size=12) | st.text(max_size=12)
    names = st.integers(0, 3)

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "notes.db"
        self.library = open_for_writing(self.path)

    def teardown(self) -> None:
        self.library.close()
        self.folder.cleanup()

    @rule(name=names, title=texts, body=texts)
    def write_a_note(self, name: int, title: str, body: str) -> None:
        ident = f"n{name}"
        if any(note.id == ident for note in self.library.summaries()):
            note = self.library.note(ident)
            self.library.save_note(replace(note, title=title, body=body))
        else:
            with suppress(ChangedElsewhereError):
                self.library.add_note(a_note(ident, title=title, body=body))

    @rule(name=names, text=texts, line=st.none() | texts)
    def write_a_goal(self, name: int, text: str, line: str | None) -> None:
        ident = f"g{name}"
        goals = {goal.id: goal for goal in self.library.goals(WEEK)}
        if ident in goals:
            self.library.save_goal(replace(goals[ident], text=text, line=line), NOW)
        else:
            with suppress(ChangedElsewhereError):
                self.library.add_goal(a_goal(ident, text=text, line=line), NOW)

    @rule(name=names, text=texts)
    def write_a_jot(self, name: int, text: str) -> None:
        with suppress(ChangedElsewhereError):
            self.library.add_jot(Jot(id=f"j{name}", week=WEEK, at=NOW, text=text))

    @rule(name=names, text=texts)
    def write_a_task(self, name: int, text: str) -> None:
        with suppress(ChangedElsewhereError):
            self.library.add_task(Task(id=f"t{name}", text=text))

    @rule(name=names, kind=st.sampled_from(["note", "goal", "jot", "task"]))
    def throw_away(self, name: int, kind: str) -> None:
        removing: dict[str, Callable[[str], None]] = {
            "note": lambda ident: self.library.remove_note(ident, NOW),
            "goal": lambda ident: self.library.remove_goal(ident, NOW),
            "jot": lambda ident: self.library.remove_jot(ident, NOW),
            "task": lambda ident: self.library.remove_task(ident, NOW),
        }
        with suppress(NotFoundError):
            removing[kind](f"{kind[0]}{name}")

    @rule(name=names, kind=st.sampled_from("ngjt"))
    def bring_back(self, name: int, kind: str) -> None:
        with suppress(NotFoundError):
            self.library.bring_back(f"{kind}{name}", NOW)

    @rule(name=names, kind=st.sampled_from("ngjt"))
    def forget(self, name: int, kind: str) -> None:
        with suppress(NotFoundError):
            self.library.forget(f"{kind}{name}", NOW)

    @rule(anew=st.booleans())
    def keep_up(self, anew: bool) -> None:
        self.library.keep_up_search(anew=anew)

    @rule()
    def compact(self) -> None:
        self.library.compact()

    @rule()
    def open_again(self) -> None:
        self.library.close()
        self.library = open_for_writing(self.path)

    @invariant()
    def the_index_is_what_one_made_anew_would_be(self) -> None:
        with closing(connect(self.path)) as connection:
            whole = index.is_whole(connection)
            assert not index.out_of_place(connection)
        if whole:
            make_sure(self.path)


TestWriting = Writing.TestCase
TestWriting.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)


DAMAGE = {
    "its settings are gone": "DELETE FROM search_words_config",
    "its pages are gone": "DELETE FROM search_words_data WHERE id > 10",
    "its pages are noise": "UPDATE search_words_data SET block = randomblob(30) WHERE id > 10",
    "its counts are noise": "UPDATE search_words_data SET block = randomblob(30) WHERE id = 1",
    "its plan is noise": "UPDATE search_words_data SET block = randomblob(30) WHERE id = 10",
    "a table of its is gone": "DROP TABLE search_words_docsize",
    "all of it is gone": "DROP TABLE search_words_data",
    "the sizes are gone": "DELETE FROM search_words_docsize",
    "its parts are noise": "UPDATE search_parts_data SET block = randomblob(30)",
    "its parts are gone": "DROP TABLE search_parts_idx",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_index_is_made_anew_and_no_save_is_lost(path: Path, damage: str) -> None:
    with open_for_writing(path) as library:
        fill(library, 30)
    with closing(sqlite3.connect(path, isolation_level=None)) as disk:
        disk.execute(damage)
    with open_for_writing(path) as library:
        try:
            library.save_note(replace(library.note("n1"), title="Saved", body="An unheard word"))
        except DamagedSearchError:
            assert library.note("n1").title == "Title 1"
            library.save_note(replace(library.note("n1"), title="Saved", body="An unheard word"))
        assert library.note("n1").title == "Saved"
        # Damage that nobody has met so far is found by whoever looks at every row.
        with closing(connect(path)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            assert is_sound(connection) == (fault(connection) == "")
            sound = is_sound(connection)
            connection.execute("ROLLBACK")
        if not sound:
            library.keep_up_search(anew=True)
        make_whole(library)
        with closing(FileSearch(path)) as searching:
            assert found(searching, "unheard") == ["n1"]
            assert len(found(searching, "goal", limit=99)) == 30
    make_sure(path)


def test_a_failure_that_is_none_of_the_search_leaves_it_alone(
    library: SqlLibrary, path: Path
) -> None:
    library.add_note(a_note())
    with pytest.raises(OperationalError, match="nothing"), library._open_session() as session:
        session.connection().exec_driver_sql("SELECT * FROM nothing")
    assert since(path) == {0}


@pytest.mark.parametrize(
    "change",
    [
        "DROP TABLE search_words",
        "DROP TABLE search_vocabulary",
        "DROP VIEW searchable",
        "DROP TRIGGER search_goals_changed",
        "DROP TABLE search_state",
    ],
)
def test_what_is_missing_of_the_search_is_made_before_anything_is_saved(
    path: Path, change: str
) -> None:
    with open_for_writing(path) as library:
        fill(library, 3)
    with closing(careless(path, isolation_level=None)) as other:
        for trigger in TRIGGERS if "TABLE" in change else ():
            other.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        other.execute(change)
        other.execute("UPDATE goals SET text = 'Behind our back' WHERE id = 'g1'")
    with open_for_writing(path) as library, closing(FileSearch(path)) as searching:
        make_whole(library)
        assert found(searching, "behind") == ["g1"]
        assert len(found(searching, "goal", limit=99)) == 2
    make_sure(path)


def test_an_index_that_was_folded_in_another_way_is_made_anew(path: Path) -> None:
    with open_for_writing(path) as library:
        fill(library, 3)
    with closing(careless(path, isolation_level=None)) as other:
        (made,) = other.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'search_state'"
        ).fetchone()
        kept = other.execute("SELECT * FROM search_state").fetchall()
        other.execute("DROP TABLE search_state")
        other.execute(made.replace("folded by", "folded long ago by"))
        other.executemany("INSERT INTO search_state VALUES (?, ?, ?)", kept)
    # Whoever only reads leaves it as it is, and finds nothing in it.
    open_for_reading(path).close()
    with closing(FileSearch(path)) as searching:
        with pytest.raises(LibraryError, match="another version"):
            found(searching, "goal")
        with open_for_writing(path) as library:
            make_whole(library)
        assert len(found(searching, "goal", limit=99)) == 3
    make_sure(path)


def test_a_damaged_letter_does_not_keep_a_note_from_being_saved(
    library: SqlLibrary, path: Path, searching: FileSearch
) -> None:
    library.add_note(a_note(body="Prop"))
    with closing(careless(path, isolation_level=None)) as disk:
        disk.execute("UPDATE notes SET body = CAST(x'50726f70ff' AS TEXT), title = 5")
    library.save_note(replace(library.note("n1"), title="Whole", body="again"))
    assert (found(searching, "again"), found(searching, "prop")) == (["n1"], [])
    make_sure(path)


def test_words_that_no_text_has_any_more_leave_the_file_within_a_few_steps(
    library: SqlLibrary, path: Path
) -> None:
    word = "qvzxjkwpglmb"
    fill(library, 60)
    library.add_note(a_note("secret", body=f"The {word} is a secret"))
    library.add_goal(a_goal("secret", week=WEEK.plus(2), text=f"Hide the {word}"), NOW)
    library.save_note(replace(library.note("secret"), body="Nothing"))
    library.save_goal(replace(library.goal("secret"), text="Nothing"), NOW)
    # A history would have them, but these stood there for less than a minute.
    assert left_behind(path, word)
    assert library.keep_up_search().untidy
    assert make_whole(library) < 20
    assert not left_behind(path, word)
    with closing(connect(path)) as connection:
        assert word not in vocabulary(connection)
    make_sure(path)


def test_what_is_forgotten_for_good_leaves_the_index_at_once(
    library: SqlLibrary, path: Path
) -> None:
    word = "qvzxjkwpglmb"
    fill(library, 5)
    library.add_jot(Jot(id="secret", week=WEEK, at=NOW, text=f"The {word}"))
    library.remove_jot("secret", NOW)
    library.forget("secret", NOW)
    assert left_behind(path, word)
    library.compact()
    assert not left_behind(path, word)
    make_sure(path)


def left_behind(path: Path, word: str) -> bool:
    """Whether a word can still be read in the file, even by somebody without SQLite."""
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    # The beginning of a word may stand but once for several that begin so.
    return word[2:].encode() in path.read_bytes()


def test_a_row_that_was_salvaged_under_an_impossible_number_gets_one_that_can_be_counted_with(
    library: SqlLibrary, path: Path, searching: FileSearch
) -> None:
    library.add_note(a_note())
    with closing(connect(path)) as connection:
        rows = RawRows(connection)
        row = rows.one("notes", ("n1",))
        assert row is not None
        for number, seq in enumerate((2**62, -5, 0)):
            rows.put("notes", row | {"id": f"x{number}", "seq": seq})
    assert len(found(searching, "bridge")) == 4
    make_sure(path)


class NewerSqlite:
    """Says what a later SQLite says of a file."""

    def __init__(self, *lines: str) -> None:
        self._lines = lines

    def execute(self, _: str) -> list[tuple[str]]:
        return [(line,) for line in self._lines]


def test_what_a_later_sqlite_says_of_the_index_is_no_fault_of_the_pages() -> None:
    of_the_index = "malformed inverted index for FTS5 table main.search_words"
    page = "Tree 5 page 7: btreeInitPage() returns error code 11"
    said: Any = NewerSqlite("ok")
    assert page_faults(said) == []
    said = NewerSqlite(of_the_index)
    assert page_faults(said) == []
    said = NewerSqlite(page, of_the_index)
    assert page_faults(said) == [page]
