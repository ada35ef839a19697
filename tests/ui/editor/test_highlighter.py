"""Styles come with the words, or a moment later where there are many."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument, QTextLayout
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from weeknotes_desktop.ui.editor.highlighter import AT_ONCE, Highlighter
from weeknotes_desktop.ui.editor.line_layout import LineLayout
from weeknotes_desktop.ui.editor.marks import ORDINARY, stretches
from weeknotes_desktop.ui.tokens import DARK, LIGHT

LINE = "Some **bold** words and a [link](https://example.org), as notes have them."
LONG = "\n".join([LINE] * (4 * AT_ONCE // len(LINE)))


@pytest.fixture
def highlighter(qtbot: QtBot) -> Iterator[Highlighter]:
    edit = QPlainTextEdit()
    qtbot.addWidget(edit)
    document = QTextDocument(edit)
    document.setDocumentLayout(LineLayout(document))
    edit.setDocument(document)
    # The text goes with its editor, which has to be held.
    yield Highlighter(document, LIGHT)
    del edit


def styled(document: QTextDocument) -> list[bool]:
    """Whether each line has styles."""
    lines = []
    block = document.begin()
    while block.isValid():
        lines.append(bool(block.layout().formats()))
        block = block.next()
    return lines


def last_colour(layout: QTextLayout) -> QColor:
    ranges = layout.formats()  # held, for what it gives goes with it
    form = ranges[-1].format
    return form.foreground().color()


def states(document: QTextDocument) -> list[int]:
    lines = []
    block = document.begin()
    while block.isValid():
        lines.append(block.userState())
        block = block.next()
    return lines


def states_of(text: str) -> list[int]:
    """The states that reading the text line by line gives."""
    found, state = [], ORDINARY
    for line in text.split("\n"):
        _, state = stretches(line, state)
        found.append(state)
    return found


def test_a_short_text_is_styled_at_once(highlighter: Highlighter) -> None:
    highlighter.put_text("\n".join([LINE] * 20))
    assert highlighter.done
    assert all(styled(highlighter.document()))


def test_other_colours_are_put_in_and_no_line_is_laid_out_for_them(
    highlighter: Highlighter,
) -> None:
    highlighter.put_text("\n".join([LINE] * 20))
    document = highlighter.document()
    last = document.lastBlock().layout()
    before = last_colour(last)
    highlighter.set_tokens(DARK)
    assert last_colour(last) != before
    assert last.lineCount() == 0


def test_styles_do_not_count_as_part_of_the_next_key(highlighter: Highlighter) -> None:
    highlighter.put_text("\n".join([LINE] * 20))
    changes: list[tuple[int, int, int]] = []
    highlighter.document().contentsChange.connect(lambda *change: changes.append(change))
    QTextCursor(highlighter.document()).insertText("x")
    assert changes == [(0, 0, 1)]


def test_of_a_long_text_only_so_much_is_styled_in_one_go(
    qtbot: QtBot, highlighter: Highlighter
) -> None:
    highlighter.put_text(LONG)
    at_once = styled(highlighter.document())
    assert at_once[0]
    assert sum(at_once) * len(LINE) <= AT_ONCE + len(LINE)
    assert not highlighter.done
    qtbot.waitUntil(lambda: highlighter.done)
    assert all(styled(highlighter.document()))


def test_a_fence_goes_on_from_one_go_to_the_next(qtbot: QtBot, highlighter: Highlighter) -> None:
    text = f"{LINE}\n```\n{LONG}\n```\n{LINE}"
    highlighter.put_text(text)
    qtbot.waitUntil(lambda: highlighter.done)
    assert states(highlighter.document()) == states_of(text)


def test_what_is_typed_meanwhile_is_styled_too(qtbot: QtBot, highlighter: Highlighter) -> None:
    highlighter.put_text(LONG)
    document = highlighter.document()
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText("\n```\nmore **bold** words")
    cursor.setPosition(0)
    cursor.insertText("# First\n")
    qtbot.waitUntil(lambda: highlighter.done)
    text = document.toPlainText()
    assert states(document) == states_of(text)
    assert styled(document)[: LONG.count("\n") + 2] == [True] * (LONG.count("\n") + 2)


def test_a_fence_that_is_typed_over_a_long_text_reaches_its_end(
    qtbot: QtBot, highlighter: Highlighter
) -> None:
    highlighter.put_text(LONG)
    qtbot.waitUntil(lambda: highlighter.done)
    document = highlighter.document()
    cursor = QTextCursor(document)
    cursor.insertText("```\n")
    qtbot.waitUntil(lambda: highlighter.done)
    assert states(document) == states_of(document.toPlainText())
    assert sum(styled(document)) == 1


def test_styles_put_in_later_are_those_that_qt_puts_in(
    qtbot: QtBot, highlighter: Highlighter
) -> None:
    highlighter.put_text(LONG)
    qtbot.waitUntil(lambda: highlighter.done)
    document = highlighter.document()
    last = document.lastBlock()
    later = [
        (one.start, one.length, QTextCharFormat(one.format)) for one in last.layout().formats()
    ]
    highlighter.rehighlightBlock(last)
    assert [
        (one.start, one.length, QTextCharFormat(one.format)) for one in last.layout().formats()
    ] == later
