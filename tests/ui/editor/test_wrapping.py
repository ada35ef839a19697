"""Lines are broken between words, and anywhere while a word has no end: Qt would stand still."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor, QTextOption

from tests.ui.editor.states import opened
from weeknotes_desktop.ui.editor.editor_pane import EditorPane

ENDLESS = "x" * 100_000


def broken_anywhere(pane: EditorPane) -> bool:
    edit = pane.writing
    shown = edit.document().defaultTextOption().wrapMode()
    assert shown is edit.wordWrapMode()
    return shown is QTextOption.WrapMode.WrapAnywhere


def test_a_word_without_end_is_broken_anywhere(pane: EditorPane) -> None:
    pane.draw(opened("One."))
    assert not broken_anywhere(pane)
    pane.writing.insertPlainText(f"Two.\n{ENDLESS}\nThree. ")
    assert broken_anywhere(pane)
    pane.writing.undo()
    assert not broken_anywhere(pane)
    pane.writing.redo()
    assert broken_anywhere(pane)
    pane.writing.selectAll()
    pane.writing.insertPlainText("Words are all there is.")
    assert not broken_anywhere(pane)


def test_the_last_of_several_such_words_counts(pane: EditorPane) -> None:
    pane.draw(opened(f"{ENDLESS}\n\nOne.\n\n{ENDLESS}"))
    cursor = pane.writing.textCursor()
    for last in (False, True):
        assert broken_anywhere(pane)
        cursor.movePosition(cursor.MoveOperation.End if last else cursor.MoveOperation.Start)
        cursor.select(cursor.SelectionType.BlockUnderCursor)
        cursor.removeSelectedText()
    assert not broken_anywhere(pane)


def test_a_word_may_also_grow_letter_by_letter(pane: EditorPane) -> None:
    pane.draw(opened("x" * 1_999))
    assert not broken_anywhere(pane)
    pane.writing.insertPlainText("x")
    assert broken_anywhere(pane)
    pane.writing.moveCursor(QTextCursor.MoveOperation.End)
    pane.writing.textCursor().deletePreviousChar()
    assert not broken_anywhere(pane)


@pytest.mark.parametrize("line", ["many words " * 500, "漢字" * 2_000, "https://x.y/a/" * 500])
def test_a_long_line_with_places_to_break_is_broken_there(pane: EditorPane, line: str) -> None:
    pane.draw(opened(line))
    assert not broken_anywhere(pane)


def test_each_note_is_broken_as_it_needs_to_be(pane: EditorPane) -> None:
    pane.draw(opened(ENDLESS))
    pane.draw(opened("One.", note_id="other", opening=2))
    assert not broken_anywhere(pane)
    pane.draw(opened(ENDLESS, opening=3))
    assert broken_anywhere(pane)
