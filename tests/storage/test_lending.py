"""The writer's thread lends the library to another thread: for one transaction, in its turn."""

from __future__ import annotations

from threading import Event
from typing import Any

import pytest

from tests.storage.samples import a_note
from tests.storage.test_writer import Window, window
from weeknotes_desktop.domain.errors import LibraryError, NotFoundError, WeekNotesError
from weeknotes_desktop.storage.library import open_for_reading

__all__ = ["window"]


class MistakeError(Exception):
    """Something that goes wrong at the borrower's."""


def notes_on_disk(window: Window) -> list[str]:
    with open_for_reading(window.path) as library:
        return [line.id for line in library.summaries()]


def test_what_the_borrower_wrote_is_on_the_disk_when_it_is_given_back(window: Window) -> None:
    window.arrive_and_wait()
    with window.writer.lend() as library:
        library.add_note(a_note("n2"))
        assert notes_on_disk(window) == ["n1"]
    assert notes_on_disk(window) == ["n2", "n1"]


def write_and_fail(window: Window, error: Exception) -> None:
    with window.writer.lend() as library:
        library.add_note(a_note("n2"))
        raise error


@pytest.mark.parametrize("error", [MistakeError(), NotFoundError("Not there.")])
def test_a_mistake_takes_everything_back_and_is_the_borrowers_own(
    window: Window, error: Exception
) -> None:
    window.arrive_and_wait()
    with pytest.raises(type(error)):
        write_and_fail(window, error)
    assert notes_on_disk(window) == ["n1"]
    window.do(lambda library: library.note("n1").id)
    assert window.hear() == ["n1"]


def test_acts_wait_until_the_library_is_given_back(window: Window) -> None:
    window.arrive_and_wait()
    with window.writer.lend() as library:
        window.do(lambda library: library.note("n2").id)
        library.add_note(a_note("n2"))
    assert window.hear() == ["n2"]


def test_a_loan_waits_for_what_was_asked_before(window: Window) -> None:
    window.arrive_and_wait()
    going_on = Event()

    def act(library: Any) -> str:
        going_on.wait(20)
        return str(library.add_note(a_note("n2")).id)

    window.do(act)
    going_on.set()
    with window.writer.lend() as library:
        assert library.note("n2").id == "n2"


def test_a_library_that_cannot_be_opened_is_not_lent(window: Window) -> None:
    def refuse() -> Any:
        raise LibraryError("It is elsewhere.")

    window.writer.library_arrived(refuse)
    with pytest.raises(WeekNotesError, match="elsewhere"), window.writer.lend():
        pass


def test_a_closed_library_is_not_lent(window: Window) -> None:
    window.arrive_and_wait()
    window.writer.close()
    with pytest.raises(LibraryError, match="closed"), window.writer.lend():
        pass
