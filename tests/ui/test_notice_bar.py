"""A notice says what happened, never in the way, and goes when it is no longer news."""

from __future__ import annotations

from collections.abc import Callable

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
    for name in ("find", "text", "home"):
        field = QLineEdit()
        field.setObjectName(name)
        column.addWidget(field)
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


def test_a_wording_without_a_space_makes_no_window_wider(bar: NoticeBar) -> None:
    bar.show(Notice("“Ship it” is let go.", action="Undo"))
    narrow = bar.window().minimumSizeHint().width()
    for words in ("W" * 1000, "/" + "W" * 999):
        bar.show(Notice(f"“{words}” is let go.", action="Undo"))
        assert bar.window().minimumSizeHint().width() == narrow
        assert bar.accessibleName() == f"“{words}” is let go."
        assert "\u200b" in bar._text.text()
    # A bar of twenty lines would hide the note.
    bar.show(Notice(f"“{'Ship it ' * 100}” is let go.", action="Undo"))
    assert bar._text.text().endswith("Ship it Ship…” is let go.")
    assert bar.accessibleName().count("Ship") == 100
    # Whoever copies a path gets the path.
    path = "/home/ines/Documents/weeknotes/notes-2021-03-05.db"
    bar.show(Notice(f"It is in {path}.", action="Undo"))
    assert path in bar._text.text()


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
    assert bar.accessibleName() == "First."
    dismiss.click()
    assert bar.accessibleName() == "The page is written."
    dismiss.click()
    assert not bar.isVisible()


@pytest.mark.parametrize(
    "pressing",
    [
        Notice("Your text could not be saved, so the window stays open.", urgent=True),
        Notice("It is in the trash.", action="Undo"),
    ],
    ids=["urgent", "with a button"],
)
def test_what_cannot_wait_goes_in_front_of_a_lasting_one(bar: NoticeBar, pressing: Notice) -> None:
    bar.show(Notice("The library was mended.", urgent=True, lasting=True))
    bar.show(Notice("The page is written."))
    bar.show(pressing)
    assert bar.accessibleName() == pressing.text
    bar.hide()
    assert bar.accessibleName() == "The library was mended."
    bar.hide()
    assert bar.accessibleName() == "The page is written."


def test_a_calm_lasting_one_stays_and_lets_an_urgent_one_be_read_first(bar: NoticeBar) -> None:
    clock = Notice("The clock is wrong.", lasting=True)
    mended = Notice("The library was mended.", urgent=True, lasting=True)
    for first, second in ((clock, mended), (mended, clock)):
        bar.show(first)
        assert not bar._timer.isActive()
        bar.show(second)
        assert bar.accessibleName() == mended.text
        bar.hide()
        assert bar.accessibleName() == clock.text
        bar.hide()
        assert not bar.isVisible()


def test_a_notice_that_is_withdrawn_goes_wherever_it_is_and_no_other(bar: NoticeBar) -> None:
    mended = Notice("The library was mended.", urgent=True, lasting=True)
    first, pressing = Notice("First."), Notice("The disk is full.", urgent=True)
    for notice in (mended, first, pressing):
        bar.show(notice)
    bar.withdraw(first)
    assert bar.accessibleName() == "The disk is full."
    bar.withdraw(pressing)
    assert bar.accessibleName() == "The library was mended."
    bar.withdraw(pressing)
    assert bar.accessibleName() == "The library was mended."
    bar.hide()
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


def press_undo(bar: NoticeBar) -> None:
    button = bar.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def press_dismiss(bar: NoticeBar) -> None:
    button = bar.findChild(QToolButton)
    assert isinstance(button, QToolButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def withdraw_it(bar: NoticeBar) -> None:
    button = bar.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.setFocus()
    assert bar._notice is not None
    bar.withdraw(bar._notice)


def say_something_else(bar: NoticeBar) -> None:
    button = bar.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.setFocus()
    bar.show(Notice("The page is written."))


@pytest.mark.parametrize("go", [press_undo, press_dismiss, withdraw_it, say_something_else])
def test_the_keyboard_goes_back_to_where_it_was_before(
    window: QWidget, bar: NoticeBar, go: Callable[[NoticeBar], None]
) -> None:
    text = window.findChild(QLineEdit, "text")
    assert isinstance(text, QLineEdit)
    text.setFocus()
    bar.show(Notice("It is in the trash.", action="Undo"))
    go(bar)
    assert window.focusWidget() is text


def test_where_that_place_is_gone_the_keyboard_goes_home(window: QWidget, bar: NoticeBar) -> None:
    home = window.findChild(QLineEdit, "home")
    assert isinstance(home, QLineEdit)
    bar.give_home(home.setFocus)
    find = window.findChild(QLineEdit, "find")
    assert isinstance(find, QLineEdit)
    find.setFocus()
    bar.show(Notice("It is in the trash.", action="Undo"))
    button = bar.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.setFocus()
    find.hide()
    button.click()
    assert window.focusWidget() is home
