"""What the facts line says of a published note, changed where it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QToolButton

from tests.ui.editor.states import only, opened
from weeknotes_desktop.domain.note import Status
from weeknotes_desktop.presenters.editor import EditorState
from weeknotes_desktop.ui.editor.day_edit import DayEdit
from weeknotes_desktop.ui.editor.editor_pane import EditorPane
from weeknotes_desktop.ui.editor.fact_button import FactButton
from weeknotes_desktop.ui.editor.text_edit import TextEdit


def fact(pane: EditorPane, name: str) -> FactButton:
    return only(pane, FactButton, name)


def choose(pane: EditorPane, name: str, words: str) -> None:
    menu = fact(pane, name).menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if words in action.text()).trigger()


def published(day: date = date(2024, 4, 19), *, changed: bool = False) -> EditorState:
    return replace(opened("One."), status=Status.PUBLISHED, day=day, changed=changed)


def test_only_a_published_note_has_a_day_and_is_perhaps_changed_since(pane: EditorPane) -> None:
    day, since = fact(pane, "noteDay"), only(pane, QToolButton, "noteChanged")
    pane.draw(opened("One."))
    assert not day.isVisible()
    assert not since.isVisible()
    pane.draw(published())
    assert (day.isVisible(), day.text(), day.accessibleName()) == (
        True,
        "19 April",
        "Publication day: 19 April",
    )
    assert not since.isVisible()
    pane.draw(published(date(2023, 4, 19), changed=True))
    assert day.text() == "19 April 2023"
    assert (since.isVisible(), since.text()) == (True, "changed since")
    pane.draw(opened("One."))
    assert not day.isVisible()
    assert not since.isVisible()


def test_what_changed_since_is_a_click_or_a_key_away(pane: EditorPane) -> None:
    pane.draw(published(changed=True))
    spy = QSignalSpy(pane.changes_wanted)
    since = only(pane, QToolButton, "noteChanged")
    assert since.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.mouseClick(since, Qt.MouseButton.LeftButton)
    since.setFocus()
    QTest.keyClick(since, Qt.Key.Key_Space)
    assert spy.count() == 2


def test_the_day_is_chosen_among_those_that_are_near(pane: EditorPane) -> None:
    pane.draw(published(date(2024, 4, 2)))
    menu = fact(pane, "noteDay").menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == [
        "Today  ·  18 April 2024",
        "Yesterday  ·  17 April 2024",
        "Friday of its week  ·  19 April 2024",
        "2 April 2024",
        "Another day…",
    ]
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["2 April 2024"]
    spy = QSignalSpy(pane.day_chosen)
    choose(pane, "noteDay", "Friday")
    choose(pane, "noteDay", "2 April")
    assert [spy.at(nth)[0] for nth in range(spy.count())] == [date(2024, 4, 19)]


def test_another_day_is_typed_where_the_old_one_stood(pane: EditorPane) -> None:
    pane.draw(published())
    spy = QSignalSpy(pane.day_chosen)
    choose(pane, "noteDay", "Another day")
    field = only(pane, DayEdit)
    assert field.isVisible()
    assert not fact(pane, "noteDay").isVisible()
    assert field.accessibleName() == "Publication day"
    QTest.keyClicks(field, "03")
    # A save that comes back meanwhile leaves alone what is being typed.
    pane.draw(published(changed=True))
    assert not fact(pane, "noteDay").isVisible()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [spy.at(nth)[0] for nth in range(spy.count())] == [date(2024, 4, 3)]
    assert not field.isVisible()
    assert fact(pane, "noteDay").isVisible()


def test_escape_leaves_the_day_as_it_was_and_leaving_does_not(pane: EditorPane) -> None:
    pane.draw(published())
    spy = QSignalSpy(pane.day_chosen)
    choose(pane, "noteDay", "Another day")
    field = only(pane, DayEdit)
    QTest.keyClicks(field, "03")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (spy.count(), field.isVisible()) == (0, False)
    choose(pane, "noteDay", "Another day")
    QTest.keyClicks(field, "04")
    only(pane, TextEdit).setFocus()
    assert [spy.at(nth)[0] for nth in range(spy.count())] == [date(2024, 4, 4)]
    assert not field.isVisible()


def test_a_day_is_taken_from_the_calendar_whose_weeks_begin_on_monday(pane: EditorPane) -> None:
    pane.draw(published())
    spy = QSignalSpy(pane.day_chosen)
    choose(pane, "noteDay", "Another day")
    calendar = only(pane, DayEdit).calendarWidget()
    assert calendar.firstDayOfWeek() is Qt.DayOfWeek.Monday
    assert calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday) == QTextCharFormat()
    only(pane, DayEdit).setDate(QDate(2024, 4, 5))
    calendar.clicked.emit(QDate(2024, 4, 5))
    assert [spy.at(nth)[0] for nth in range(spy.count())] == [date(2024, 4, 5)]
    assert not only(pane, DayEdit).isVisible()


def test_a_note_that_is_a_draft_again_has_no_day_to_type(pane: EditorPane) -> None:
    pane.draw(published())
    choose(pane, "noteDay", "Another day")
    pane.draw(opened("One."))
    assert not only(pane, DayEdit).isVisible()
    assert not fact(pane, "noteDay").isVisible()
