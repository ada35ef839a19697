"""What lies behind the lines is looked for where it can have changed, and nowhere else."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QTextBlock, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from weeknotes_desktop.ui.editor.documents import Documents
from weeknotes_desktop.ui.editor.text_edit import TextEdit
from weeknotes_desktop.ui.editor.tint import Tint
from weeknotes_desktop.ui.theme import Theme


class CountingTint(Tint):
    """Counts the lines it is asked for."""

    asked = 0

    def touches(self, block: QTextBlock) -> bool:
        self.asked += 1
        return super().touches(block)


@pytest.fixture
def tint(qtbot: QtBot) -> CountingTint:  # it needs the application
    return CountingTint()


@pytest.fixture
def edit(qtbot: QtBot, theme: Theme, tint: CountingTint) -> TextEdit:
    edit = TextEdit(theme, tint)
    qtbot.addWidget(edit)
    edit.resize(600, 400)
    body = "\n\n".join(["Some words of a line."] * 8)
    edit.show_text(Documents(None, edit).open("bench", body, theme.tokens))
    edit.show()
    edit.grab()
    return edit


def rows_of(edit: TextEdit, colour: str) -> int:
    """How many rows of the picture have that colour at the right edge."""
    return sum(of_that_colour(edit, colour))


def first_row_of(edit: TextEdit, colour: str) -> int:
    """Where the first of them is."""
    return of_that_colour(edit, colour).index(True)


def of_that_colour(edit: TextEdit, colour: str) -> list[bool]:
    picture = edit.viewport().grab().toImage()
    column = picture.width() - 4
    return [picture.pixelColor(column, row) == QColor(colour) for row in range(picture.height())]


def test_a_letter_has_no_other_line_looked_at(edit: TextEdit, tint: CountingTint) -> None:
    QTest.keyClicks(edit, "a")
    edit.grab()
    tint.asked = 0
    for letter in "few more":
        QTest.keyClicks(edit, letter)
        edit.grab()
    assert tint.asked == 0


def test_a_line_more_has_them_looked_at_again(edit: TextEdit, tint: CountingTint) -> None:
    tint.asked = 0
    QTest.keyClicks(edit, "\r")
    edit.grab()
    assert tint.asked > 8


def test_a_fence_has_its_ground_as_soon_as_it_is_typed(edit: TextEdit, theme: Theme) -> None:
    assert rows_of(edit, theme.tokens.hover) == 0
    QTest.keyClicks(edit, "\r\r")
    cursor = edit.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    edit.setTextCursor(cursor)
    edit.grab()
    QTest.keyClicks(edit, "```")
    line = edit.fontMetrics().height()
    assert rows_of(edit, theme.tokens.hover) > 8 * line
    for _ in "```":
        edit.textCursor().deletePreviousChar()
    assert rows_of(edit, theme.tokens.hover) == 0


def test_a_line_that_wraps_moves_the_ground_below_it(edit: TextEdit, theme: Theme) -> None:
    cursor = edit.textCursor()
    cursor.insertText("```\ncode\n```\n\n")
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    cursor.insertText("\n")
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    there, line = first_row_of(edit, theme.tokens.hover), edit.fontMetrics().height()
    cursor.insertText("many words " * 15)
    assert first_row_of(edit, theme.tokens.hover) >= there + 2 * line
