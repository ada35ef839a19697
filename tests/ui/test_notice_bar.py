"""A notice says what happened, never in the way, and goes when it is no longer news."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.errors import DiskFullError
from weeknotes_desktop.presenters.notices import Notice, Notices, failure
from weeknotes_desktop.ui.notice_bar import NoticeBar
from weeknotes_desktop.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    """A window with a notice bar, and something else that has the keyboard."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.addWidget(QLineEdit())
    column.addWidget(NoticeBar(theme, fades_after=1))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def bar(window: QWidget) -> NoticeBar:
    found = window.findChild(NoticeBar)
    assert isinstance(found, NoticeBar)
    return found


def test_it_is_what_presenters_speak_to(bar: NoticeBar) -> None:
    notices: Notices = bar
    notices.show(Notice("Kept."))
    assert bar.isVisible()


def test_an_error_says_what_to_do_and_stays(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show(failure(DiskFullError("The disk is full.", "Free some space.")))
    assert bar.accessibleName() == "The disk is full. Free some space."
    assert not bar._timer.isActive()
    assert bar._mark.isVisible()


def test_what_is_not_urgent_goes_by_itself(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show(Notice("The page is written."))
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_it_stays_while_somebody_is_about_to_dismiss_it(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show(Notice("The page is written."))
    dismiss = bar.findChild(QToolButton)
    assert isinstance(dismiss, QToolButton)
    dismiss.setFocus()
    qtbot.waitUntil(dismiss.hasFocus)
    with qtbot.waitSignal(bar._timer.timeout):
        pass
    assert bar.isVisible()
    field = bar.window().findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_others_wait_until_a_lasting_one_was_read(bar: NoticeBar) -> None:
    bar.show(Notice("The library was mended.", urgent=True, lasting=True))
    bar.show(Notice("First."))
    bar.show(Notice("The page is written."))
    assert bar.accessibleName() == "The library was mended."
    dismiss = bar.findChild(QToolButton)
    assert isinstance(dismiss, QToolButton)
    dismiss.click()
    assert bar.isVisible()
    assert bar.accessibleName() == "The page is written."
    dismiss.click()
    assert not bar.isVisible()


def test_what_offers_a_way_back_stays(bar: NoticeBar) -> None:
    bar.show(Notice("It is removed.", action="Undo"))
    assert not bar._timer.isActive()


def test_the_button_does_its_deed_once_and_the_notice_is_gone(bar: NoticeBar, qtbot: QtBot) -> None:
    done: list[str] = []
    bar.show(Notice("It is in the trash.", action="Undo", act=lambda: done.append("undone")))
    button = bar.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.click()
    button.click()
    assert done == ["undone"]
    assert not bar.isVisible()


def test_a_deed_may_show_the_next_notice(bar: NoticeBar) -> None:
    bar.show(Notice("Gone.", action="Undo", act=lambda: bar.show(Notice("Back.", urgent=True))))
    button = bar.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.click()
    assert bar.isVisible()
    assert bar.accessibleName() == "Back."


def test_it_can_be_dismissed_by_mouse_and_by_key(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show(Notice("News.", urgent=True))
    dismiss = bar.findChild(QToolButton)
    assert isinstance(dismiss, QToolButton)
    QTest.mouseClick(dismiss, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    bar.show(Notice("More news.", urgent=True))
    QTest.keyClick(dismiss, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_the_next_notice_stands_in_place_of_the_one_before(bar: NoticeBar) -> None:
    bar.show(Notice("It is in the trash.", action="Undo"))
    bar.show(Notice("The page is written.", urgent=True))
    button = bar.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    assert not button.isVisible()
    assert not bar._timer.isActive()


def test_markup_in_a_notice_is_shown_as_it_is(bar: NoticeBar) -> None:
    bar.show(Notice("<b>bold</b> & more", urgent=True))
    assert bar._text.textFormat() is Qt.TextFormat.PlainText
