"""A field takes no more than is kept of a line, and never cuts what stands in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from weeknotes_desktop.ui.goals.detail_line import DetailLine
from weeknotes_desktop.ui.widgets.line_limit import LineLimit


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    made = QLineEdit()
    LineLimit(made)
    qtbot.addWidget(made)
    return made


def paste(field: QLineEdit, text: str) -> None:
    QApplication.clipboard().setText(text)
    field.paste()


def test_the_end_of_what_is_pasted_is_not_taken_and_all_else_stays(field: QLineEdit) -> None:
    field.setText("a" * 600 + "b" * 300)
    field.setCursorPosition(600)
    paste(field, "x" * 50 + "y" * 500)
    assert field.text() == "a" * 600 + "x" * 50 + "y" * 50 + "b" * 300
    assert field.cursorPosition() == 700
    field.undo()
    assert field.text() == "a" * 600 + "b" * 300


def test_what_is_selected_gives_its_room(field: QLineEdit) -> None:
    field.setText("a" * 990)
    field.setSelection(5, 10)
    paste(field, "x" * 50)
    assert field.text() == "a" * 5 + "x" * 20 + "a" * 975


def test_typing_ends_where_the_line_is_full(field: QLineEdit) -> None:
    field.setText("a" * 999)
    QTest.keyClicks(field, "bcd")
    assert field.text() == "a" * 999 + "b"


def test_a_line_of_emojis_is_as_long_as_one_of_letters(field: QLineEdit) -> None:
    field.setText("😀" * 999)
    paste(field, "😀😀")
    assert field.text() == "😀" * 1_000


def test_what_the_program_puts_in_is_not_cut_also_when_one_goes_on_typing(
    field: QLineEdit,
) -> None:
    field.setText("a" * 1_200)
    QTest.keyClicks(field, "b")
    assert field.text() == "a" * 1_200
    field.backspace()
    field.undo()
    assert field.text() == "a" * 1_200


def test_the_details_of_a_goal_take_no_more_either(qtbot: QtBot) -> None:
    line = DetailLine("How")
    qtbot.addWidget(line)
    paste(line, "x" * 1_500)
    assert line.unsaid() == "x" * 1_000


LETTERS = some.text(some.sampled_from("ab😀"), max_size=8)


@given(before=LETTERS, pasted=LETTERS, caret=some.integers(0, 8))
def test_whatever_is_pasted_wherever_what_stood_there_stays(
    qapp: QApplication, before: str, pasted: str, caret: int
) -> None:
    field, left, right = QLineEdit(), before[:caret], before[caret:]
    LineLimit(field)
    field.setText("a" * 995 + left + right)
    field.setCursorPosition(995 + len(left.encode("utf-16-le")) // 2)
    field.insert(pasted)
    room = max(0, 5 - len(before))
    assert field.text() == "a" * 995 + left + pasted[:room] + right
