"""A comparison shows by shape what is new and what is gone, and opens what is folded."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.comparison import Change, Piece, compare
from weeknotes_desktop.domain.settings import Look
from weeknotes_desktop.presenters.folding import fold, whole
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.comparison import ComparisonView, Section

TITLE = (Piece(Change.SAME, "Mud"),)
LINES = "".join(f"line {number}\n" for number in range(40))


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> ComparisonView:
    made = ComparisonView(theme)
    made.resize(600, 500)
    qtbot.addWidget(made)
    made.show()
    return made


def format_of(view: ComparisonView, words: str) -> QTextCharFormat:
    found = view.document().find(words)
    assert not found.isNull()
    return found.charFormat()


def test_new_words_are_underlined_and_gone_ones_struck_through(view: ComparisonView) -> None:
    view.draw(TITLE, fold(compare("We dug.", "We planted.")))
    assert view.toPlainText() == "Mud\n\nWe dugplanted."
    new, gone = format_of(view, "planted"), format_of(view, "dug")
    assert new.underlineStyle() is QTextCharFormat.UnderlineStyle.SingleUnderline
    assert gone.fontStrikeOut()
    assert new.background() != gone.background()
    same = format_of(view, "We")
    assert not same.fontStrikeOut()
    assert same.underlineStyle() is QTextCharFormat.UnderlineStyle.NoUnderline


def test_enter_opens_the_fold_the_caret_is_in(view: ComparisonView) -> None:
    view.draw((), fold(compare(LINES + "end", LINES + "new end")))
    assert view.toPlainText().startswith("… 38 lines the same …\nline 38\n")
    view.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.toPlainText() == LINES + "new end"


def test_a_click_opens_a_fold(view: ComparisonView) -> None:
    view.draw((), fold(compare(LINES + "end", LINES + "new end")))
    place = view.cursorRect(QTextCursor(view.document().firstBlock())).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.toPlainText() == LINES + "new end"


def test_what_is_very_long_opens_by_and_by_and_stands_there_in_the_end(
    view: ComparisonView,
) -> None:
    text = "".join(f"line {number}\n" for number in range(1_000))
    view.draw((), whole(text))
    for _ in range(2):
        view.moveCursor(QTextCursor.MoveOperation.End)
        fold_at = view.document().find("more lines")
        shown = fold_at if not fold_at.isNull() else view.document().find("lines the same")
        view.setTextCursor(shown)
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.toPlainText().rstrip("\n") == text.rstrip("\n")


def test_it_cannot_be_typed_into(view: ComparisonView) -> None:
    view.draw((), whole("We dug."))
    QTest.keyClicks(view, "abc")
    assert view.toPlainText() == "We dug."


def test_its_colours_follow_the_look(
    view: ComparisonView, theme: Theme, qapp: QApplication
) -> None:
    view.draw((), fold(compare("We dug.", "We planted.")))
    light = format_of(view, "planted").background().color()
    theme.apply(qapp, Look.DARK)
    assert format_of(view, "planted").background().color() != light
    assert format_of(view, "planted").background().color() == theme.colour("done_ground")


def test_several_texts_stand_one_below_the_other_each_under_its_heading(
    view: ComparisonView,
) -> None:
    title, body = compare("Mud", "Mire"), fold(compare("We dug.", f"{LINES}We dug."))
    view.draw_sections((Section("Title", title), Section("Text", body)))
    said = view.toPlainText()
    assert said.startswith("Title\nMudMire\n\nText\nline 0")
    assert format_of(view, "Title").font().bold() or format_of(view, "Title").fontWeight() > 500
    assert not format_of(view, "Title").fontUnderline()
    assert format_of(view, "Mire").underlineStyle() != QTextCharFormat.UnderlineStyle.NoUnderline
    view.draw_sections((Section("Title", title),))
    assert view.toPlainText() == "Title\nMudMire"
