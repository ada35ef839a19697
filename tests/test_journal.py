"""The log says what happened to the program, and nothing of what was written with it."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from weeknotes_desktop.aid.journal import Journal
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.report import report_of
from weeknotes_desktop.storage.library import open_for_writing

CANARY = "Kanarienvogel"


def written(folder: Path, *, fail: Callable[[], object] | None = None) -> str:
    """What stands in the log after one failure."""
    journal = Journal(folder / "weeknotes.log")
    journal.started("1.0")
    if fail is not None:
        try:
            fail()
        except BaseException as error:  # noqa: BLE001
            journal.failed(report_of(error))
    journal.close()
    return (folder / "weeknotes.log").read_text(encoding="utf-8")


def in_the_message() -> None:
    raise ValueError(CANARY)


def in_a_note_of_the_failure() -> None:
    error = ValueError()
    error.add_note(CANARY)
    raise error


def in_what_it_came_from() -> None:
    try:
        raise KeyError(CANARY)
    except KeyError as error:
        raise RuntimeError(CANARY) from error


def in_what_happened_on_the_way() -> None:
    try:
        in_the_message()
    finally:
        nothing: dict[str, str] = {}
        nothing[CANARY]


def in_a_group() -> None:
    raise ExceptionGroup(CANARY, [ValueError(CANARY), ExceptionGroup(CANARY, [OSError(CANARY)])])


def in_one_for_the_writer() -> None:
    raise WeekNotesError(f"“{CANARY}” is not there.", CANARY)


def in_text_that_cannot_be_encoded() -> None:
    f"{CANARY}\ud800".encode()


def in_what_cannot_be_parsed() -> None:
    compile(f"{CANARY} !", CANARY, "exec")


def in_a_label() -> None:
    LabelPattern(f"{{{CANARY}}}")


def in_a_circle() -> None:
    one, other = ValueError(CANARY), ValueError(CANARY)
    one.__cause__, other.__cause__ = other, one
    raise one


def without_end() -> None:
    without_end()


FAILURES = [
    in_the_message,
    in_a_note_of_the_failure,
    in_what_it_came_from,
    in_what_happened_on_the_way,
    in_a_group,
    in_one_for_the_writer,
    in_text_that_cannot_be_encoded,
    in_what_cannot_be_parsed,
    in_a_label,
    in_a_circle,
    without_end,
]


@pytest.mark.parametrize("fail", FAILURES)
def test_no_failure_takes_a_text_into_the_log(fail: Callable[[], None], tmp_path: Path) -> None:
    log = written(tmp_path, fail=fail)
    assert "failure" in log
    assert CANARY not in log


def test_a_statement_that_fails_takes_no_text_into_the_log(tmp_path: Path) -> None:
    with open_for_writing(tmp_path / "notes.db") as notes:
        statement = text("INSERT INTO drafts (note_id) VALUES (:note)")

        def fail() -> None:
            with notes._engine.connect() as connection:
                connection.execute(statement, {"note": CANARY})

        log = written(tmp_path, fail=fail)
        with pytest.raises(IntegrityError) as failed:
            fail()
    assert "IntegrityError" in log
    assert CANARY not in log
    # Nor would it get there by way of the message.
    assert CANARY not in str(failed.value)


def test_a_failure_is_told_by_its_kind_and_where_it_was(tmp_path: Path) -> None:
    log = written(tmp_path, fail=in_a_label)
    assert "SettingsError\n" in log
    assert "domain/label.py:" in log
    assert str(Path.home()) not in log


@given(st.text(max_size=60))
def test_of_what_qt_says_only_who_said_it_is_kept(
    tmp_path_factory: pytest.TempPathFactory, words: str
) -> None:
    folder = tmp_path_factory.mktemp("log")
    journal = Journal(folder / "log")
    journal.heard_from_qt("warning", f"qt.{words} {CANARY}", f"{words}{CANARY}")
    journal.heard_from_qt("warning", "qt.qpa.fonts", f"QPainter::begin: {words} {CANARY}")
    journal.close()
    log = (folder / "log").read_text(encoding="utf-8")
    assert "qt.qpa.fonts: QPainter::begin\n" in log
    assert CANARY not in log


def test_the_log_is_for_its_owner_and_does_not_grow_for_ever(tmp_path: Path) -> None:
    file = tmp_path / "logs" / "weeknotes.log"
    journal = Journal(file)
    for _ in range(4 * 512):
        journal.failed(["x" * 1024])
    journal.close()
    kept = sorted(file.parent.iterdir())
    assert [one.name for one in kept] == ["weeknotes.log", "weeknotes.log.1", "weeknotes.log.2"]
    assert {stat.S_IMODE(one.stat().st_mode) for one in kept} == {0o600}
    assert all(one.stat().st_size <= 512 * 1024 for one in kept)


def test_where_no_log_can_be_written_the_program_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    journal = Journal(tmp_path / "file" / "weeknotes.log")
    journal.started("1.0")
    journal.failed(["x"])
    journal.close()
