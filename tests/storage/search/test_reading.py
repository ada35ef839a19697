"""Questions to a library that others write, mend, restore or damage meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.storage.samples import NOW, a_goal, a_note
from tests.storage.search.looking import PATTERN, found, make_sure, make_whole
from weeknotes_desktop.domain.backup import Reason
from weeknotes_desktop.domain.errors import CancelledError, DamagedSearchError, WeekNotesError
from weeknotes_desktop.domain.searching.found import Found, Hit, Names
from weeknotes_desktop.domain.searching.parsing import parse
from weeknotes_desktop.domain.trash import Kind
from weeknotes_desktop.storage.backups import LibraryBackUps
from weeknotes_desktop.storage.connection import connect
from weeknotes_desktop.storage.library import SqlLibrary, open_for_writing
from weeknotes_desktop.storage.search.reading import FileSearch


def fill(library: SqlLibrary, number: int) -> None:
    with library.transaction():
        for one in range(number):
            library.add_note(a_note(f"n{one}", body=f"a{one % 7} b{one % 11} prop " * 20))


def test_where_there_is_no_library_nothing_is_found_until_there_is_one(path: Path) -> None:
    with closing(FileSearch(path)) as searching:
        assert searching.find(parse("bridge"), PATTERN) == Found()
        assert searching.lines((Hit(Kind.NOTE, 1),), parse("bridge"), PATTERN) == ()
        assert searching.names() == Names()
        assert not path.exists()
        with open_for_writing(path) as library:
            library.add_note(a_note())
            assert found(searching, "bridge") == ["n1"]


def test_what_is_saved_is_found_at_once_and_what_is_not_committed_is_not(
    library: SqlLibrary, searching: FileSearch
) -> None:
    with library.transaction():
        library.add_note(a_note())
        assert found(searching, "bridge") == []
    assert found(searching, "bridge") == ["n1"]


def test_nobody_is_kept_from_writing_the_file_anew(
    library: SqlLibrary, searching: FileSearch
) -> None:
    library.add_note(a_note())
    assert found(searching, "bridge") == ["n1"]
    library.compact()
    assert found(searching, "bridge") == ["n1"]


class Asker:
    """Asks something on a thread of its own that would take for ever."""

    def __init__(self, searching: FileSearch) -> None:
        self._searching = searching
        self.began = Event()
        self.came_of_it: list[WeekNotesError | None] = []
        self._thread = Thread(target=self._ask)
        self._thread.start()

    def _ask(self) -> None:
        try:
            with self._searching._question() as (connection, go_on):
                assert connection is not None
                connection.create_function("wait", 0, self.began.set)
                connection.execute(
                    "WITH RECURSIVE more(n) AS (SELECT wait() UNION ALL SELECT n FROM more)"
                    " SELECT count(*) FROM more"
                ).fetchone()
                go_on()
        except WeekNotesError as error:
            self.came_of_it.append(error)
        else:
            self.came_of_it.append(None)

    def end(self) -> WeekNotesError | None:
        """Wait until it was answered; what it was told instead of an answer."""
        self._thread.join(timeout=30)
        assert not self._thread.is_alive()
        return self.came_of_it[0]


@contextmanager
def asking(searching: FileSearch) -> Iterator[Asker]:
    asker = Asker(searching)
    assert asker.began.wait(30)
    try:
        yield asker
    finally:
        searching.cancel()
        asker.end()


@pytest.mark.parametrize(
    "newer",
    [
        lambda searching: found(searching, "prop"),
        lambda searching: searching.names(),
        lambda searching: searching.cancel(),
        lambda searching: searching.close(),
    ],
    ids=["question", "names", "cancel", "close"],
)
def test_the_newest_question_wins(
    library: SqlLibrary, searching: FileSearch, newer: Callable[[FileSearch], object]
) -> None:
    fill(library, 3)
    with asking(searching) as asker:
        newer(searching)
        assert isinstance(asker.end(), CancelledError)
    assert set(found(searching, "prop")) == {"n0", "n1", "n2"}


def test_a_question_that_waits_for_its_turn_gives_way_to_a_newer_one(
    library: SqlLibrary, searching: FileSearch
) -> None:
    fill(library, 3)
    told: list[object] = []

    def ask() -> None:
        try:
            told.append(found(searching, "prop"))
        except CancelledError as error:
            told.append(error)

    with searching._one_at_a_time:
        waiting = Thread(target=ask)
        before = searching._newest
        waiting.start()
        while searching._newest == before:
            pass
        searching.cancel()
    waiting.join(timeout=30)
    assert isinstance(told[0], CancelledError)


def test_after_a_restore_the_search_is_made_anew_of_what_stands_there_now(
    library: SqlLibrary, path: Path, searching: FileSearch
) -> None:
    library.add_note(a_note(body="Old prop"))
    made = LibraryBackUps(path, None, lambda: NOW).make(Reason.ASKED)
    library.add_note(a_note("n2", body="New prop"))
    assert set(found(searching, "prop")) == {"n1", "n2"}
    library.restore(made.path)
    assert searching.find(parse("prop"), PATTERN).missing
    make_whole(library)
    # What the back-up does not know lies in the trash.
    assert found(searching, "prop") == ["n1"]
    make_sure(path)


def test_a_back_up_whose_index_is_damaged_is_restored_all_the_same(
    library: SqlLibrary, path: Path, searching: FileSearch
) -> None:
    fill(library, 30)
    made = LibraryBackUps(path, None, lambda: NOW).make(Reason.ASKED)
    with closing(sqlite3.connect(made.path, isolation_level=None)) as disk:
        disk.execute("UPDATE search_words_data SET block = randomblob(30)")
    library.add_note(a_note("new"))
    library.restore(made.path)
    make_whole(library)
    assert len(found(searching, "prop", limit=99)) == 30
    make_sure(path)


def test_a_mended_library_is_searched_in_the_file_that_lies_there_now(
    path: Path,
) -> None:
    with open_for_writing(path) as library, closing(FileSearch(path)) as searching:
        fill(library, 5)
        library.add_goal(a_goal(text="Save the prop"), NOW)
        LibraryBackUps(path, None, lambda: NOW).make(Reason.ASKED)
        assert len(found(searching, "prop")) == 6
        file = path.stat().st_ino
        library.mend()
        assert path.stat().st_ino != file
        make_whole(library)
        assert len(found(searching, "prop")) == 6
        library.add_note(a_note("later", body="A prop"))
        assert len(found(searching, "prop")) == 7
    make_sure(path)


def test_a_damaged_index_is_told_to_whoever_asks_and_works_again_once_it_is_made_anew(
    library: SqlLibrary, path: Path, searching: FileSearch
) -> None:
    fill(library, 30)
    with closing(sqlite3.connect(path, isolation_level=None)) as disk:
        disk.execute("UPDATE search_words_data SET block = randomblob(30) WHERE id > 10")
    with pytest.raises(DamagedSearchError):
        found(searching, "prop")
    library.keep_up_search(anew=True)
    make_whole(library)
    assert len(found(searching, "prop", limit=99)) == 30
    make_sure(path)


def test_a_library_that_can_only_be_read_is_searched_and_left_as_it_is(path: Path) -> None:
    with open_for_writing(path) as library:
        library.add_note(a_note())
    before = path.read_bytes()
    path.chmod(0o400)
    with closing(FileSearch(path)) as searching:
        assert found(searching, "bridge") == ["n1"]
    assert path.read_bytes() == before


def test_a_damaged_row_is_shown_as_far_as_it_can_be_read(
    library: SqlLibrary, path: Path, searching: FileSearch
) -> None:
    library.add_note(a_note())
    hits = searching.find(parse("bridge"), PATTERN).hits
    with closing(connect(path)) as disk:
        disk.execute("UPDATE notes SET title = x'ff', iso_week = 99, label = x'ff'")
    (line,) = searching.lines(hits, parse("bridge"), PATTERN)
    assert line.title is not None
    assert (line.id, line.title.text) == ("n1", "")
