"""The trash window names what lies in it, and asks before anything goes for good."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.backup import BackUp, Reason
from weeknotes_desktop.domain.trash import Kind, Trashed
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.trash_state import Question, TrashState, trash_rows
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.trash.window import TrashWindow
from weeknotes_desktop.ui.trash.words import damaged_words, held_words, question_of, rows_of
from weeknotes_desktop.ui.widgets.section_list import SectionList
from weeknotes_desktop.ui.widgets.sections import Entry

FRIDAY = datetime(2021, 3, 5, 12, 0, tzinfo=UTC)
TODAY = date(2021, 3, 5)
NOTE = Trashed(
    kind=Kind.NOTE, id="n", week=Week(2021, 9), text="Mud", label="v9", trashed_at=FRIDAY
)
TASK = Trashed(kind=Kind.TASK, id="t", week=None, text="Ring the council", trashed_at=FRIDAY)
HELD = tuple(
    BackUp(path=Path("backups") / f"{ago}.db", made_at=FRIDAY - ago, reason=Reason.START, size=1)
    for ago in (timedelta(0), timedelta(hours=1), timedelta(days=29))
)
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


def test_what_comes_into_an_empty_trash_gets_the_keyboard(
    window: TrashWindow, qtbot: QtBot
) -> None:
    window.draw(STATE)
    window.come()
    window.draw(TrashState(hint="The trash is empty."))
    window.close()
    # It comes before the library has said what lies there.
    with qtbot.waitExposed(window):
        window.come()
    window.draw(STATE)
    rows = window.findChild(QListView)
    assert isinstance(rows, QListView)
    qtbot.waitUntil(rows.hasFocus)


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
    held = Question(thing=NOTE, back_ups=HELD)
    assert held_words(held) == "3 back-ups still hold it, in backups:"
    assert held_words(Question(thing=NOTE, back_ups=())) == "No back-up holds it."
    assert "Looking" in held_words(Question(thing=NOTE))
    assert damaged_words(Question(thing=NOTE, back_ups=())) == ""
    (kept,) = aside = (Path("notes.db"),)
    assert damaged_words(Question(thing=NOTE, damaged=aside)).endswith(f"too: {kept}")
    assert damaged_words(Question(thing=NOTE, damaged=aside * 2)).startswith("2 damaged files")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_each_back_up_that_still_holds_it_is_listed_by_day_and_time(
    window: TrashWindow, theme: Theme, qtbot: QtBot, scale: float
) -> None:
    theme.scale_text(scale)
    window.draw(STATE)
    with qtbot.waitExposed(window):
        window.come()
    question = Question(thing=NOTE, back_ups=HELD, damaged=(Path("damaged/notes.db"),))
    window.draw(TrashState(rows=STATE.rows, chosen="n", question=question))
    (listed,) = (
        one
        for one in window.findChildren(SectionList)
        if one.accessibleName() == "Back-ups that still hold it"
    )
    model = listed.model()
    said = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert said == ["Today", "12:00", "11:00", "4 February", "12:00"]
    assert listed.isVisible()
    # Also where the list is longer than the box, what was removed stays in sight.
    long = replace(question, back_ups=HELD * 20)
    window.draw(TrashState(rows=STATE.rows, chosen="n", question=long))
    qtbot.waitUntil(lambda: listed.height() == theme.dots(150))
    (trash,) = (one for one in window.findChildren(SectionList) if one is not listed)
    assert trash.height() >= theme.dots(40)
