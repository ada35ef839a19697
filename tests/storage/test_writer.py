from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from queue import Queue
from threading import Event
from typing import Any

import pytest

from tests.storage.samples import NOW, a_draft, a_goal, a_note
from weeknotes_desktop.domain.errors import LibraryBusyError, LibraryError, WeekNotesError
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.storage.connection import connect
from weeknotes_desktop.storage.first_read import FirstRead
from weeknotes_desktop.storage.library import (
    SqlLibrary,
    open_after,
    open_for_reading,
    open_for_writing,
)
from weeknotes_desktop.storage.writer import WriterThread


class Window:
    """The window's side of a writer: its thread is the test's."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.posted: Queue[Callable[[], None]] = Queue()
        self.said: list[Any] = []
        self.first = FirstRead.open(path)
        self.writer = WriterThread(
            self.first, self.posted.put, lambda error: self.said.append(("bug", error))
        )

    def open_library(self) -> SqlLibrary:
        return open_after(self.first)

    def arrive(self) -> None:
        self.writer.library_arrived(self.open_library)

    def arrive_and_wait(self, opening: Callable[[], SqlLibrary] | None = None) -> None:
        """Come back only when the library is open: until then drafts overtake acts."""
        self.writer.library_arrived(opening or self.open_library)
        self.do(lambda _: "open")
        assert self.hear() == ["open"]

    def do(self, act: Callable[[NoteLibrary], object]) -> None:
        self.writer.do(act, self.said.append, self.failed)

    def keep(self, body: str, note_id: str = "n1") -> None:
        draft = a_draft(note_id, body=body)
        self.writer.keep_draft(draft, lambda: self.said.append(f"kept {body}"), self.failed)

    def failed(self, error: WeekNotesError) -> None:
        self.said.append(("failed", error))

    def hear(self, number: int = 1) -> list[Any]:
        """Wait for that many calls on the window's thread; what was said in them."""
        before = len(self.said)
        for _ in range(number):
            self.posted.get(timeout=20)()
        return self.said[before:]

    def hear_the_rest(self) -> list[Any]:
        """Everything that was posted until now; for after closing."""
        return self.hear(self.posted.qsize())


@pytest.fixture
def window(path: Path) -> Iterator[Window]:
    with open_for_writing(path) as library:
        library.add_note(a_note())
    opened = Window(path)
    yield opened
    opened.writer.close()


def stop(event: Event) -> Callable[[NoteLibrary], str]:
    """An act that lasts until the test says so."""

    def act(_: NoteLibrary) -> str:
        event.wait(20)
        return "stopped"

    return act


def adding(note_id: str) -> Callable[[NoteLibrary], str]:
    return lambda library: library.add_note(a_note(note_id)).id


def drafts_on_disk(path: Path) -> dict[str, str]:
    with open_for_reading(path) as library:
        return {draft.note_id: draft.body for draft in library.drafts()}


def test_acts_are_done_in_their_order_and_told_in_it(window: Window) -> None:
    window.arrive()
    for number in range(20):
        window.do(adding(f"x{number}"))
    assert window.hear(20) == [f"x{number}" for number in range(20)]


def test_nothing_is_said_on_the_writers_thread(window: Window) -> None:
    window.arrive()
    window.do(lambda library: library.note("n1").id)
    call = window.posted.get(timeout=20)
    assert window.said == []
    call()
    assert window.said == ["n1"]


def test_drafts_are_kept_at_once_while_acts_wait_for_the_library(window: Window) -> None:
    window.do(lambda library: len(library.summaries()))
    window.keep("typed")
    assert window.hear() == ["kept typed"]
    assert drafts_on_disk(window.path) == {"n1": "typed"}
    window.arrive()
    assert window.hear() == [1]


def test_a_draft_that_overtook_a_save_of_its_note_is_not_lost_to_it(window: Window) -> None:
    window.do(lambda library: library.save_note(library.note("n1"), typed=True).rev)
    window.keep("typed after the save")
    window.hear()
    window.arrive()
    assert window.hear() == [2]
    window.writer.close()
    assert drafts_on_disk(window.path) == {"n1": "typed after the save"}


def test_a_draft_that_overtook_nothing_is_gone_after_a_later_save(window: Window) -> None:
    window.keep("typed before the save")
    window.hear()
    window.do(lambda library: library.save_note(library.note("n1"), typed=True).rev)
    window.arrive()
    window.hear()
    window.writer.close()
    assert drafts_on_disk(window.path) == {}


def test_once_the_library_is_there_drafts_and_saves_keep_their_order(window: Window) -> None:
    window.arrive_and_wait()
    window.keep("first")
    window.do(lambda library: library.save_note(library.note("n1"), typed=True).rev)
    window.keep("second")
    assert window.hear(3) == ["kept first", 2, "kept second"]
    assert drafts_on_disk(window.path) == {"n1": "second"}


def test_of_several_drafts_in_a_row_the_last_is_kept_and_all_are_told(window: Window) -> None:
    written: list[str] = []

    class Counting(SqlLibrary):
        def keep_draft(self, draft: Any) -> None:
            written.append(draft.body)
            super().keep_draft(draft)

    def open_counting() -> SqlLibrary:
        library = window.open_library()
        return Counting(library._engine, library._path, library._lock)

    stopped = Event()
    window.arrive_and_wait(open_counting)
    window.do(stop(stopped))
    for body in ("a", "b", "c"):
        window.keep(body)
    window.keep("other", "n2")
    window.keep("d")
    stopped.set()
    assert window.hear(6)[1:] == ["kept a", "kept b", "kept c", "kept other", "kept d"]
    assert written == ["c", "other", "d"]


def test_an_act_is_whole_or_not_at_all(window: Window) -> None:
    window.arrive()

    def half(library: NoteLibrary) -> None:
        library.add_note(a_note("half"))
        library.goal("nowhere")

    window.do(half)
    window.do(lambda library: [line.id for line in library.summaries()])
    (kind, error), ids = window.hear(2)
    assert (kind, ids) == ("failed", ["n1"])
    assert isinstance(error, WeekNotesError)


def test_a_bug_in_one_act_is_told_and_the_next_act_is_done(window: Window) -> None:
    window.arrive()

    def bug(library: NoteLibrary) -> None:
        library.add_goal(a_goal(), NOW)
        raise ZeroDivisionError

    window.do(bug)
    window.do(lambda library: len(library.goals(a_goal().week)))
    (said, refusal), (kind, error), count = window.hear(3)
    # Whoever asked hears of it too: without an answer, nothing would ever be saved again.
    assert (said, kind, count) == ("failed", "bug", 0)
    assert isinstance(refusal, WeekNotesError)
    assert isinstance(error, ZeroDivisionError)


def test_closing_finishes_what_was_asked_for_and_gives_the_lock_back(window: Window) -> None:
    window.arrive()
    for number in range(10):
        window.do(adding(f"x{number}"))
    window.keep("last words")
    window.writer.close()
    assert len(window.hear_the_rest()) == 11
    with open_for_writing(window.path) as library:
        assert len(library.summaries()) == 11
        assert library.drafts()[0].body == "last words"


def test_closing_before_the_library_arrived_opens_it_for_what_waits(window: Window) -> None:
    window.do(lambda library: library.add_note(a_note("x")).id)
    window.writer.close(window.open_library)
    assert window.hear_the_rest() == ["x"]


def test_closing_before_the_library_arrived_opens_nothing_for_nothing(window: Window) -> None:
    def must_not_open() -> SqlLibrary:
        raise AssertionError

    window.keep("typed")
    window.writer.close(must_not_open)
    assert window.hear_the_rest() == ["kept typed"]
    FirstRead.open(window.path).close()


def test_what_waits_for_a_library_that_never_came_is_told_so_and_drafts_stay(
    window: Window,
) -> None:
    window.do(lambda library: library.add_note(a_note("x")).id)
    window.keep("typed")
    window.writer.close()
    said = window.hear_the_rest()
    assert said[0] == "kept typed"
    assert [kind for kind, _ in said[1:]] == ["failed"]
    assert drafts_on_disk(window.path) == {"n1": "typed"}


def test_asking_after_closing_is_refused(window: Window) -> None:
    window.writer.close()
    window.do(lambda library: library.note("n1"))
    window.keep("late")
    assert [kind for kind, _ in window.hear_the_rest()] == ["failed", "failed"]


def test_a_library_that_cannot_be_opened_fails_acts_but_not_drafts(window: Window) -> None:
    def refuse() -> SqlLibrary:
        raise LibraryError("The disk is gone.")

    window.do(lambda library: library.note("n1").id)
    window.writer.library_arrived(refuse)
    ((_, first),) = window.hear()
    window.do(lambda library: library.note("n1").id)
    window.keep("typed")
    (_, second), third = window.hear(2)
    assert [first.problem, second.problem] == ["The disk is gone."] * 2
    assert third == "kept typed"
    window.arrive_and_wait()
    window.do(lambda library: library.note("n1").id)
    assert window.hear() == ["n1"]
    with pytest.raises(LibraryBusyError):
        FirstRead.open(window.path)


def test_a_bug_while_opening_is_told_and_acts_fail(window: Window) -> None:
    def bug() -> SqlLibrary:
        raise ZeroDivisionError

    window.writer.library_arrived(bug)
    window.do(lambda library: library.note("n1").id)
    (kind, error), (fate, reason) = window.hear(2)
    assert (kind, fate) == ("bug", "failed")
    assert isinstance(error, ZeroDivisionError)
    assert isinstance(reason, LibraryError)


def test_in_a_new_library_drafts_wait_until_it_is_made(path: Path) -> None:
    window = Window(path)
    window.keep("first words")
    window.arrive()
    assert window.hear() == ["kept first words"]
    window.writer.close()
    assert drafts_on_disk(path) == {"n1": "first words"}


def test_in_a_new_library_that_is_closed_at_once_nothing_typed_is_called_kept(path: Path) -> None:
    window = Window(path)
    window.keep("first words")
    window.writer.close()
    assert [kind for kind, _ in window.hear_the_rest()] == ["failed"]


def test_closing_twice_does_no_harm(window: Window) -> None:
    window.arrive()
    window.writer.close()
    window.writer.close()


def test_an_act_that_failed_of_a_damaged_search_is_done_again_without_it(window: Window) -> None:
    window.arrive_and_wait()
    window.writer.unsearchable = lambda: window.said.append("unsearchable")
    with closing(connect(window.path)) as disk:
        disk.execute("UPDATE search_words_data SET block = randomblob(30) WHERE id = 10")
    window.do(adding("n2"))
    assert window.hear(2) == ["unsearchable", "n2"]
    window.do(lambda library: [note.id for note in library.summaries()])
    assert set(window.hear()[0]) == {"n1", "n2"}
