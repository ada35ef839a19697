"""A command that the window does: in its turn, for as long as somebody waits for it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from queue import SimpleQueue

import pytest

from tests.storage.samples import NOW, a_note
from tests.storage.test_writer import Window
from weeknotes_desktop.calling.errands import do_errand
from weeknotes_desktop.doorbell.caller import NotBegunError
from weeknotes_desktop.doorbell.messages import Done, Errand, NotHere
from weeknotes_desktop.storage.backups import LibraryBackUps
from weeknotes_desktop.storage.copies import nobody_else_copies
from weeknotes_desktop.storage.library import open_for_reading, open_for_writing


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    path = tmp_path / "notes.db"
    with open_for_writing(path) as library:
        library.add_note(a_note())
    opened = Window(path)
    opened.arrive_and_wait()
    yield opened
    opened.writer.close()


def errand(*words: str, body: bytes | None = None, zone: int = 0) -> Errand:
    here = Path.cwd()
    return Errand(
        words=words, folder=here, settings=Path("/no/settings.toml"), zone=zone, given=body
    )


class Asked:
    """Whether there is still somebody who waits; gone after so many times."""

    def __init__(self, times: int = 100) -> None:
        self.times = times

    def __call__(self) -> None:
        if not self.times:
            raise NotBegunError
        self.times -= 1


def clock() -> datetime:
    return NOW


def done(window: Window, asked: Errand) -> Done:
    answer = do_errand(asked, window.path, clock, window.writer, Asked())
    assert isinstance(answer, Done)
    return answer


def titles(window: Window) -> list[str]:
    with open_for_reading(window.path) as library:
        return [line.title for line in library.summaries()]


@pytest.mark.parametrize(
    "words", [("new", "--title", "Two"), ("delete", "n1"), ("trash", "forget", "n1")]
)
def test_a_command_that_nobody_waits_for_changes_nothing(
    words: tuple[str, ...], window: Window
) -> None:
    before = titles(window)
    with pytest.raises(NotBegunError):
        do_errand(errand(*words), window.path, clock, window.writer, Asked(times=0))
    assert titles(window) == before
    # And the writer goes on as if nothing had been.
    window.do(lambda library: library.note("n1").id)
    assert window.hear() == ["n1"]


def test_a_restore_that_nobody_waits_for_changes_nothing(window: Window, tmp_path: Path) -> None:
    then = LibraryBackUps(window.path, None, clock).copy_to(tmp_path / "copies").path
    window.do(lambda library: library.save_note(replace(library.note("n1"), title="Now")).title)
    assert window.hear() == ["Now"]
    with pytest.raises(NotBegunError):
        do_errand(errand("restore", str(then)), window.path, clock, window.writer, Asked(times=0))
    assert titles(window) == ["Now"]


def test_what_is_typed_is_on_the_disk_while_an_import_waits_for_a_back_up(
    window: Window, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Weeknote 9.2021\n\nA quiet week, all in all.\n", encoding="utf-8")
    answers: SimpleQueue[object] = SimpleQueue()
    reached = threading.Event()

    def work() -> None:
        reached.set()
        answers.put(
            do_errand(errand("import", str(page)), window.path, clock, window.writer, Asked())
        )

    with nobody_else_copies(window.path):
        command = threading.Thread(target=work)
        command.start()
        reached.wait()
        for number in range(50):
            window.keep(f"typed {number}")
            assert window.hear() == [f"kept typed {number}"]
        assert answers.empty()
    command.join()
    answer = answers.get()
    assert isinstance(answer, Done)
    assert (answer.code, answer.err) == (0, b"")


def test_a_command_that_cannot_be_read_is_told_so_and_nothing_is_said_here(
    window: Window, capfd: pytest.CaptureFixture[str]
) -> None:
    answer = done(window, errand("new", "--colour", "blue"))
    assert (answer.code, answer.out) == (2, b"")
    assert answer.err.startswith(b"usage: weeknotes")
    assert b"error: unrecognized arguments: --colour blue" in answer.err
    answer = done(window, errand("edit", "n1", "--status", "lost"))
    assert answer.code == 2
    assert b"usage: weeknotes edit" in answer.err
    asked = do_errand(errand("new", "--help"), window.path, clock, window.writer, Asked())
    assert asked == NotHere()
    assert capfd.readouterr() == ("", "")


def test_the_body_is_what_was_read_by_the_command_whatever_lies_there_here(
    window: Window, tmp_path: Path
) -> None:
    (tmp_path / "body.md").write_text("Another text.", encoding="utf-8")
    for name in ("-", "/dev/stdin", "/dev/fd/63", str(tmp_path / "body.md")):
        answer = done(window, errand("edit", "n1", "--body-file", name, body=name.encode()))
        assert answer.code == 0, answer.err
        with open_for_reading(window.path) as library:
            assert library.note("n1").body == name


def test_a_body_that_the_command_did_not_read_is_not_read_here(
    window: Window, tmp_path: Path
) -> None:
    (tmp_path / "body.md").write_text("Another text.", encoding="utf-8")
    asked = errand("edit", "n1", "--body-file", str(tmp_path / "body.md"))
    assert do_errand(asked, window.path, clock, window.writer, Asked()) == NotHere()


def test_times_are_told_by_the_clock_of_whoever_asked(window: Window) -> None:
    done(window, errand("delete", "n1"))
    answer = done(window, errand("trash", "restore", "n1", "--json", zone=9 * 3600))
    back = json.loads(answer.out)
    assert back["trashed_at"] == "2026-11-28T02:30:00+09:00"
    assert back["until"].endswith("+09:00")
    assert datetime.fromisoformat(back["trashed_at"]).astimezone(UTC) == NOW
