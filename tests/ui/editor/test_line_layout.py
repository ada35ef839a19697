"""A key lays out and paints the line it is typed in, and what else looks different by it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.ui.editor.states import only, opened
from weeknotes_desktop.ui.editor.editor_pane import EditorPane
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.ui.editor.text_edit import TextEdit

WORDS = "some **bold** words that go on and on until they fill a few lines of the column, "
BODY = f"""# Harbour

{WORDS * 3}and so on.

- an item. {WORDS * 3}and so on.
- another

::: private
{WORDS * 2}
:::

```
code
```

The end. {WORDS}"""


class Parts(QObject):
    """Notes how high the parts are that are painted."""

    def __init__(self, edit: QPlainTextEdit) -> None:
        super().__init__(edit)
        self.heights: list[int] = []
        edit.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.heights.append(event.rect().height())
        return False


@pytest.fixture
def edit(pane: EditorPane, qapp: QApplication) -> Iterator[TextEdit]:
    """A text on show, with all kinds of lines in sight; its caret does not blink."""
    blinks = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    pane.show_mode(Mode.WRITE)
    pane.draw(opened(BODY))
    edit = only(pane, TextEdit)
    edit.setFocus()
    # The first key of all makes a few things new.
    QTest.keyClick(edit, Qt.Key.Key_Shift)
    settle()
    yield edit
    qapp.setCursorFlashTime(blinks)


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def put_caret(edit: TextEdit, words: str) -> None:
    cursor = edit.document().find(words)
    cursor.setPosition(cursor.selectionEnd())
    edit.setTextCursor(cursor)
    settle()


def on_screen(edit: TextEdit) -> QImage:
    window, text = edit.window(), edit.viewport()
    picture = edit.screen().grabWindow(window.winId()).toImage()
    return picture.copy(QRect(text.mapTo(window, QPoint(0, 0)), text.size()))


@pytest.mark.parametrize("where", ["some **bold", "an item. some", "The end."])
def test_a_letter_has_its_own_line_painted_and_no_other(edit: TextEdit, where: str) -> None:
    put_caret(edit, where)
    block = edit.textCursor().block()
    parts = Parts(edit)
    QTest.keyClicks(edit, "x")
    settle()
    tall = block.layout().boundingRect().height()
    assert parts.heights
    assert max(parts.heights) <= tall + edit.fontMetrics().height() < edit.viewport().height() / 2


def test_lines_below_keep_how_they_are_laid_out(edit: TextEdit) -> None:
    put_caret(edit, "# Har")
    below = edit.document().find("an item").block()
    lines = below.layout().lineCount()
    edit.textCursor().insertText("x" * 10)
    assert below.layout().lineCount() == lines > 1


@pytest.mark.parametrize(
    "keys",
    [
        "words that make one more line of it " * 3,
        "\b" * 40,
        "\r",
        "\r```\r",
        "\r# ",
        "\r::: private\r",
    ],
    ids=["more lines", "fewer", "return", "fence", "heading", "passage"],
)
@pytest.mark.parametrize("where", ["some **bold", "an item. some", "The end."])
def test_what_is_seen_is_what_would_be_painted_anew(edit: TextEdit, where: str, keys: str) -> None:
    put_caret(edit, where)
    for key in keys:
        QTest.keyClick(edit, Qt.Key.Key_Backspace) if key == "\b" else QTest.keyClicks(edit, key)
        assert_nothing_is_left_over(edit)


def test_a_fence_has_its_ground_below_lines_without_any_style(
    pane: EditorPane, edit: TextEdit
) -> None:
    pane.draw(opened("One.\n\nTwo.\n\nThree.", note_id="plain", opening=2))
    settle()
    for key in "```":
        QTest.keyClicks(edit, key)
        assert_nothing_is_left_over(edit)


def assert_nothing_is_left_over(edit: TextEdit) -> None:
    edit._tint.read()  # not after a pause that may end in between
    settle()
    seen = on_screen(edit)
    edit._ground.look_again()
    settle()
    assert seen == on_screen(edit)
