"""What is done to one goal in the real window stands in the file, and in what others may read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import FRIDAY, Close, Open
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_reading, open_for_writing
from weeknotes_desktop.ui.goals.carry_choice import CarryChoice
from weeknotes_desktop.ui.goals.goal_row import GoalRow
from weeknotes_desktop.ui.threads.thread_window import ThreadWindow
from weeknotes_desktop.use_cases import edit_goal
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.start_note import start_note

WEEK = Week(2021, 9)
DIG, PLANT, KIM = "Dig the bed", "Plant it", "Talk to Kim"


@pytest.fixture
def goals(tmp_path: Path) -> dict[str, str]:
    """Three goals of this week, one of them private, and a note."""
    with open_for_writing(tmp_path / "notes.db") as library:
        made = {text: add_goal(library, WEEK, text, FRIDAY).id for text in (DIG, PLANT, KIM)}
        edit_goal.set_goal_audience(library, made[KIM], Audience.ME, FRIDAY)
        start_note(library, WEEK)
    return made


def shown(app: App, text: str) -> Goal | None:
    goals = app.presenters.goals.shown
    assert goals is not None
    return next((goal for goal in goals.goals if goal.text == text), None)


def on(app: App, text: str) -> GoalRow:
    """Put the keyboard on a goal of this week."""
    (row,) = (
        one
        for one in app.views.goals.findChildren(GoalRow)
        if one.goal.text == text and one.goal.week == WEEK
    )
    row.setFocus()
    return row


def keyboard() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def kept(tmp_path: Path, goal_id: str) -> Goal:
    with open_for_reading(tmp_path / "notes.db") as library:
        return library.goal(goal_id)


def test_everything_that_one_key_does_is_there_tomorrow(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path, goals: dict[str, str]
) -> None:
    app = open_app()
    QTest.keyClick(on(app, DIG), Qt.Key.Key_H)
    qtbot.waitUntil(lambda: (one := shown(app, DIG)) is not None and one.held)
    QTest.keyClick(on(app, PLANT), Qt.Key.Key_G)
    QTest.keyClicks(keyboard(), "Too cold")
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: (one := shown(app, PLANT)) is not None and one.let_go == "Too cold")
    QTest.keyClick(on(app, KIM), Qt.Key.Key_E)
    QTest.keyClicks(keyboard(), "# people")
    while keyboard().accessibleName() != "What others may read in its place":
        QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    # Closing keeps what is still being typed.
    QTest.keyClicks(keyboard(), "A conversation")
    close_app(app)
    assert kept(tmp_path, goals[DIG]).held
    assert kept(tmp_path, goals[PLANT]).outcome is Outcome.DROPPED
    kim = kept(tmp_path, goals[KIM])
    assert (kim.workstream, kim.public_text) == ("people", "A conversation")


def test_tab_stays_in_the_details_of_a_private_goal_until_they_end(
    qtbot: QtBot, open_app: Open, goals: dict[str, str]
) -> None:
    app = open_app()
    QTest.keyClick(on(app, PLANT), Qt.Key.Key_P)
    qtbot.waitUntil(lambda: (one := shown(app, PLANT)) is not None and one.audience is Audience.ME)
    QTest.keyClick(on(app, PLANT), Qt.Key.Key_E)
    names = []
    for _ in range(6):
        here = keyboard()
        assert app.views.goals.isAncestorOf(here)
        names.append(here.accessibleName() or getattr(here, "text", str)())
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert names[3:5] == ["What others may read in its place", "Statement"]
    row = keyboard()
    assert isinstance(row, GoalRow)
    assert row.goal.text == KIM


def test_one_goal_is_carried_over_and_its_thread_shown(
    qtbot: QtBot, open_app: Open, goals: dict[str, str]
) -> None:
    app = open_app()
    QTest.keyClick(on(app, DIG), Qt.Key.Key_C)
    qtbot.waitUntil(
        lambda: (
            app.presenters.goals.shown is not None
            and [goal.text for goal in app.presenters.goals.shown.next_goals] == [DIG]
        )
    )
    QTest.keyClick(on(app, DIG), Qt.Key.Key_T)
    qtbot.waitUntil(
        lambda: any(one.isVisible() for one in app.views.window.findChildren(ThreadWindow))
    )


def test_some_of_what_is_unfinished_is_carried_over(
    qtbot: QtBot, open_app: Open, goals: dict[str, str]
) -> None:
    app = open_app()
    choose = app.views.goals.findChild(QPushButton, "carryChoose")
    assert isinstance(choose, QPushButton)
    choose.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), CarryChoice))
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: (
            app.presenters.goals.shown is not None
            and [goal.text for goal in app.presenters.goals.shown.next_goals] == [PLANT, KIM]
        )
    )


def test_proposed_goals_are_dismissed_and_brought_back(
    qtbot: QtBot, open_app: Open, tmp_path: Path, goals: dict[str, str]
) -> None:
    with open_for_writing(tmp_path / "notes.db") as library:
        for text in (DIG, PLANT):
            goal = library.goal(goals[text])
            library.save_goal(replace(goal, proposed=True), FRIDAY)
    app = open_app()
    (dismiss,) = (
        one for one in app.views.goals.findChildren(QPushButton) if one.text() == "Dismiss all"
    )
    dismiss.click()
    qtbot.waitUntil(lambda: shown(app, DIG) is None)
    assert not dismiss.isVisible()
    (undo,) = (one for one in app.views.notices.findChildren(QPushButton) if one.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: (one := shown(app, DIG)) is not None and one.proposed)
    QTest.keyClick(on(app, DIG), Qt.Key.Key_C)
    qtbot.waitUntil(lambda: (one := shown(app, DIG)) is not None and not one.proposed)
    assert [goal.proposed for goal in (shown(app, PLANT), shown(app, KIM)) if goal] == [True, False]


def test_more_goals_than_usual_are_remarked_on_without_being_asked(
    qtbot: QtBot, open_app: Open, tmp_path: Path, goals: dict[str, str]
) -> None:
    with open_for_writing(tmp_path / "notes.db") as library:
        for text in "abc":
            add_goal(library, WEEK, text, FRIDAY)
    app = open_app()
    qtbot.waitUntil(
        lambda: any(
            one.isVisible() and "you usually set three" in getattr(one, "text", str)()
            for one in app.views.goals.findChildren(QWidget, "goalsCrowd")
        )
    )
