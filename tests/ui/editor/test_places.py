"""Carets are remembered beside the place of the window, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest

from tests.ui.editor.states import clock, only, opened
from weeknotes_desktop.ui.editor.editor_pane import EditorPane
from weeknotes_desktop.ui.editor.places import Places
from weeknotes_desktop.ui.editor.text_edit import TextEdit
from weeknotes_desktop.ui.theme import Theme


@pytest.fixture
def place_file(tmp_path: Path) -> Path:
    return tmp_path / "window.ini"


def test_a_caret_is_there_at_the_next_start(place_file: Path) -> None:
    Places(place_file).keep("one", 12)
    Places(place_file).keep("two", 7)
    again = Places(place_file)
    assert [again.of(note) for note in ("one", "two", "three")] == [12, 7, 0]


def test_the_oldest_are_let_go(place_file: Path) -> None:
    places = Places(place_file)
    for number in range(1, 400):
        places.keep(f"note-{number}", number)
    again = Places(place_file)
    assert (again.of("note-1"), again.of("note-399")) == (0, 399)


@pytest.mark.parametrize(
    "nonsense", [b"carets=7\n", b"carets=a:b :: c:99999999999 \xff\n", b"\x00"]
)
def test_a_broken_memory_is_no_obstacle(place_file: Path, nonsense: bytes) -> None:
    place_file.write_bytes(b"[General]\n" + nonsense)
    assert Places(place_file).of("a") == 0


def test_a_note_opens_where_the_writer_left_it(place_file: Path, theme: Theme) -> None:
    for expected in (0, 5):
        pane = EditorPane(theme, clock, places=Places(place_file))
        pane.draw(opened("😀 We walked.", note_id="one"))
        text = only(pane, TextEdit)
        assert text.textCursor().position() == expected
        cursor = text.textCursor()
        cursor.setPosition(5)
        text.setTextCursor(cursor)
        pane.draw(opened("Two.", note_id="two", opening=2))
        pane.draw(opened("😀 We walked.", note_id="one", opening=3))
        pane.deleteLater()
    QTest.qWait(0)


def test_a_text_that_has_become_shorter_opens_at_its_end(place_file: Path, theme: Theme) -> None:
    Places(place_file).keep("one", 500)
    pane = EditorPane(theme, clock, places=Places(place_file))
    pane.draw(opened("Short.", note_id="one"))
    assert only(pane, TextEdit).textCursor().position() == 6
    pane.deleteLater()


def test_only_carets_are_remembered(place_file: Path) -> None:
    Places(place_file).keep("one", 12)
    kept = QSettings(str(place_file), QSettings.Format.IniFormat)
    assert kept.allKeys() == ["carets"]
    assert kept.value("carets") == "one:12"
