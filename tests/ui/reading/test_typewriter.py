"""With typewriter scrolling the line one writes stays in the middle."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from weeknotes_desktop.ui.reading.typewriter import Typewriter


def test_the_line_one_writes_stays_in_the_middle(qtbot: QtBot) -> None:
    text = QPlainTextEdit("\n".join(f"Line {nth}" for nth in range(100)))
    qtbot.addWidget(text)
    text.resize(400, 400)
    text.show()
    typewriter = Typewriter(text)

    def off_middle() -> int:
        return abs(text.cursorRect().center().y() - text.viewport().height() // 2)

    text.moveCursor(QTextCursor.MoveOperation.End)
    assert off_middle() > 100
    typewriter.turn(on=True)
    assert off_middle() < 30
    QTest.keyClicks(text, "words\rand more")
    assert off_middle() < 30
    typewriter.turn(on=False)
    QTest.keyClicks(text, "\rend")
    assert text.viewport().rect().contains(text.cursorRect())
    assert not text.centerOnScroll()
