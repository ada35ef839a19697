"""The trash window names what lies in it, and asks before anything goes for good."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.trash import Kind, Trashed
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.trash_state import Question, TrashState, trash_rows
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.trash.window import TrashWindow
from weeknotes_desktop.ui.trash.words import held_words, question_of, rows_of
from weeknotes_desktop.ui.widgets.sections import Entry

FRIDAY = datetime(2021, 3, 5, 12, 0, tzinfo=UTC)
TODAY = date(2021, 3, 5)
NOTE = Trashed(
    kind=Kind.NOTE, id="n", week=Week(2021, 9), text="Mud", label="v9", trashed_at=FRIDAY
)
TASK = Trashed(kind=Kind.TASK, id="t", week=None, text="Ring the council", trashed_at=FRIDAY)
STATE = TrashState(rows=trash_rows((NOTE, TASK), TODAY), chosen="n")


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> TrashWindow:
    main = QWidget()
    qtbot.addWidget(main)
    main.show()
    return TrashWindow(theme, main, lambda: FRIDAY)


def test_each_thing_says_its_week_and_when_it_goes(theme: Theme) -> None:
    entries = [row for row in rows_of(STATE, TODAY) if isinstance(row, Entry)]
    assert [(one.text, one.second, one.aside) for one in entries] == [
        ("Mud", "v9 · 1–7 March 2021", "goes on 3 June"),
        ("Ring the council", "Task", "goes on 3 June"),
    ]


def test_enter_restores_and_delete_asks(window: TrashWindow) -> None:
    window.draw(STATE)
    window.come()
    back, forget = QSignalSpy(window.bring_back_chosen), QSignalSpy(window.forget_chosen)
    rows = window.findChild(QListView)
    assert isinstance(rows, QListView)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert (back.count(), forget.count()) == (1, 1)


def test_the_question_stands_in_the_window_and_escape_takes_it_back(
    window: TrashWindow, qtbot: QtBot
) -> None:
    window.draw(STATE)
    window.come()
    window.draw(TrashState(rows=STATE.rows, chosen="n", question=Question(thing=NOTE, versions=3)))
    (keep,) = (
        one for one in window.findChildren(QPushButton) if one.text() == "Keep it in the trash"
    )
    qtbot.waitUntil(keep.hasFocus)
    kept = QSignalSpy(window.keep_chosen)
    QTest.keyClick(keep, Qt.Key.Key_Escape)
    assert kept.count() == 1
    assert window.isVisible()


def test_drawing_is_silent(window: TrashWindow) -> None:
    spies = [QSignalSpy(window.chosen), QSignalSpy(window.looked_for)]
    window.draw(STATE)
    window.come()
    window.draw(TrashState(looked_for="roof", hint="Nothing is called so."))
    window.draw(TrashState(hint="The trash is empty."))
    assert [spy.count() for spy in spies] == [0, 0]
    words = [label.text() for label in window.findChildren(QLabel) if label.isVisibleTo(window)]
    assert words == ["The trash is empty."]


def test_letters_find_and_escape_empties_the_field(window: TrashWindow) -> None:
    window.draw(STATE)
    window.come()
    field = window.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    found = QSignalSpy(window.looked_for)
    QTest.keyClicks(field, "mu")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert [found.at(place) for place in range(found.count())] == [["m"], ["mu"], [""]]
    assert window.isVisible()


def test_the_question_says_what_goes_and_what_still_holds_it(theme: Theme) -> None:
    assert question_of(Question(thing=NOTE, versions=2)) == (
        "“Mud” goes for good, with 2 earlier texts of it. This cannot be undone."
    )
    held = Question(thing=NOTE, back_ups=3, newest=FRIDAY, folder=Path("backups"))
    assert held_words(held, TODAY) == (
        "3 back-ups still hold it, the newest of today, 12:00, in backups"
    )
    assert held_words(Question(thing=NOTE, back_ups=0), TODAY) == "No back-up holds it."
    assert "Looking" in held_words(Question(thing=NOTE), TODAY)
