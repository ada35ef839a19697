"""Wrapped lines of an item go on under its words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.editor.states import only, opened
from weeknotes_desktop.ui.editor.editor_pane import EditorPane
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.ui.editor.text_edit import TextEdit

LONG = "word " * 60


def shown(pane: EditorPane, body: str) -> TextEdit:
    pane.show_mode(Mode.WRITE)
    pane.draw(opened(body))
    text = only(pane, TextEdit)
    text.viewport().repaint()
    QApplication.processEvents()
    return text


def edges(text: TextEdit, number: int = 0) -> list[float]:
    """Where each line of a block begins on the screen, counted from the first."""
    block = text.document().findBlockByNumber(number)
    layout = block.layout()
    lines = [layout.lineAt(nth) for nth in range(layout.lineCount())]
    return [round(line.x() - lines[0].x(), 1) for line in lines]


@pytest.mark.parametrize("front", ["- ", "  - ", "10. ", "- [ ] ", "> ", "> - ", "    "])
def test_they_begin_where_its_words_do(pane: EditorPane, front: str) -> None:
    text = shown(pane, front + LONG)
    first, *others = edges(text)
    wide = text.fontMetrics().horizontalAdvance(front)
    assert len(others) > 2
    assert first == 0
    assert all(abs(edge - wide) <= 2 for edge in others)


def test_other_lines_keep_their_edge(pane: EditorPane) -> None:
    assert set(edges(shown(pane, LONG))) == {0}


def test_they_stay_there_while_one_types(pane: EditorPane) -> None:
    text = shown(pane, "- " + LONG)
    indent = edges(text)[1]
    text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(text, "and more words that make another line of it, as it goes on and on")
    text.viewport().repaint()
    assert set(edges(text)[1:]) == {indent}


def test_each_key_leaves_them_there(pane: EditorPane) -> None:
    text = shown(pane, "- " + LONG)
    indent = edges(text)[1]
    text.moveCursor(QTextCursor.MoveOperation.End)
    for key in "and more":
        QTest.keyClicks(text, key)
        assert set(edges(text)[1:]) == {indent}


def test_what_follows_stands_below_all_of_them(pane: EditorPane) -> None:
    text = shown(pane, "        - [ ] " + LONG * 3 + "\nAfter.")
    item, after = (text.document().findBlockByNumber(nth) for nth in (0, 1))
    geometry = text.blockBoundingGeometry(item)
    assert geometry.height() >= item.layout().boundingRect().height()
    assert text.blockBoundingGeometry(after).top() >= geometry.bottom() - 1
    assert item.lineCount() == item.layout().lineCount()


def test_the_end_of_the_text_can_be_scrolled_to(pane: EditorPane) -> None:
    text = shown(pane, ("        - [ ] " + LONG * 3 + "\n") * 3 + "The end.")
    for _ in range(10):
        text.verticalScrollBar().setValue(text.verticalScrollBar().maximum())
        text.viewport().repaint()
        QApplication.processEvents()
    last = text.document().lastBlock()
    end = text.blockBoundingGeometry(last).translated(text.contentOffset())
    assert end.bottom() <= text.viewport().height() + 1


def test_the_caret_stays_in_sight_while_one_types_at_the_end(pane: EditorPane) -> None:
    text = shown(pane, "One.\n" * 60 + "        - [ ] ")
    text.moveCursor(QTextCursor.MoveOperation.End)
    for _ in range(60):
        QTest.keyClicks(text, "word ")
        text.viewport().repaint()
        QApplication.processEvents()
        assert text.viewport().rect().contains(text.cursorRect())


def test_a_front_wider_than_the_column_leaves_room_for_words(pane: EditorPane) -> None:
    text = shown(pane, " " * 120 + LONG)
    layout = text.document().firstBlock().layout()
    assert min(layout.lineAt(nth).width() for nth in range(layout.lineCount())) > 100


def test_text_from_right_to_left_hangs_on_the_right(pane: EditorPane) -> None:
    text = shown(pane, "- " + "שלום " * 60)
    layout = text.document().firstBlock().layout()
    assert text.document().firstBlock().textDirection() is Qt.LayoutDirection.RightToLeft
    assert set(edges(text)) == {0}
    assert layout.lineAt(1).width() < layout.lineAt(0).width()
