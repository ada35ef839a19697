"""The caret comes back to where it was, and no word of a note is kept for that."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from weeknotes_desktop.ui.reading.caret_places import CaretPlaces


@pytest.fixture
def text(qtbot: QtBot) -> QPlainTextEdit:
    text = QPlainTextEdit()
    qtbot.addWidget(text)
    return text


def put(text: QPlainTextEdit, place: int) -> None:
    cursor = text.textCursor()
    cursor.setPosition(place)
    text.setTextCursor(cursor)


def show(text: QPlainTextEdit, words: str, places: CaretPlaces, note: str) -> None:
    """Open a note as the editor does: its text first, then the word that it is open."""
    places.left()
    text.setPlainText(words)
    text.moveCursor(QTextCursor.MoveOperation.Start)
    places.opened(note)


def test_the_caret_is_where_it_was_when_the_note_was_last_open(
    text: QPlainTextEdit, tmp_path: Path
) -> None:
    place_file = tmp_path / "window.ini"
    places = CaretPlaces(text, place_file)
    show(text, "Mud and rain", places, "a")
    put(text, 7)
    show(text, "Boats", places, "b")
    put(text, 3)
    places.keep()
    again = CaretPlaces(text, place_file)
    show(text, "Mud and rain", again, "a")
    assert text.textCursor().position() == 7
    show(text, "Bo", again, "b")
    assert text.textCursor().position() == 2


def test_who_is_somewhere_already_stays_there(text: QPlainTextEdit, tmp_path: Path) -> None:
    places = CaretPlaces(text, tmp_path / "window.ini")
    show(text, "Mud and rain", places, "a")
    put(text, 7)
    places.left()
    put(text, 4)
    places.opened("a")
    assert text.textCursor().position() == 4
    places.opened("a")
    assert text.textCursor().position() == 4


def test_the_beginning_is_a_place_too(text: QPlainTextEdit, tmp_path: Path) -> None:
    places = CaretPlaces(text, tmp_path / "window.ini")
    show(text, "Mud", places, "a")
    put(text, 2)
    put(text, 0)
    show(text, "Mud", places, "a")
    assert text.textCursor().position() == 0


@pytest.mark.parametrize("kept", ["x", "a b", "a -1", ["a 99999999999", 7, ""], [], 3, "a ²"])
def test_a_file_that_somebody_else_wrote_does_no_harm(
    text: QPlainTextEdit, tmp_path: Path, kept: object
) -> None:
    QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat).setValue("carets", kept)
    places = CaretPlaces(text, tmp_path / "window.ini")
    show(text, "Mud", places, "a")
    assert text.textCursor().position() == 0


def test_it_keeps_no_more_than_the_notes_looked_at_last(
    text: QPlainTextEdit, tmp_path: Path
) -> None:
    places = CaretPlaces(text, tmp_path / "window.ini")
    for nth in range(250):
        show(text, "Mud", places, f"n{nth}")
    places.keep()
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat).value("carets")
    assert isinstance(kept, list)
    assert len(kept) == 200
    assert kept[-1] == "n249 0"
