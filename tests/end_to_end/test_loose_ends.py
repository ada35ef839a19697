"""Loose ends, threads and tying in the real window, with a real file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import FRIDAY, Close, Open
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.rest.loose_ends import RestLooseEnds
from weeknotes_desktop.storage.library import open_for_reading, open_for_writing
from weeknotes_desktop.ui.loose_ends.window import LooseEndsWindow
from weeknotes_desktop.ui.threads.thread_window import ThreadWindow
from weeknotes_desktop.ui.threads.tying_window import TyingWindow
from weeknotes_desktop.ui.threads.week_card import WeekCard
from weeknotes_desktop.ui.widgets.section_list import SectionList
from weeknotes_desktop.use_cases import edit_goal
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.start_note import start_note

OLD, THIS_WEEK = Week(2021, 5), Week(2021, 9)


def rest_of(app: App) -> RestLooseEnds:
    assert app._rest is not None
    return app._rest.loose_ends


def only(inside: QWidget, kind: type[QWidget], words: str = "") -> QWidget:
    (found,) = (
        child
        for child in inside.findChildren(kind)
        if not words or (isinstance(child, QPushButton) and child.text() == words)
    )
    return found


@pytest.fixture
def goals(tmp_path: Path) -> list[Goal]:
    """Two old goals nobody answered, one that seems to go on in the week after, and a note."""
    with open_for_writing(tmp_path / "notes.db") as library:
        dig = add_goal(library, OLD, "Dig the bed", FRIDAY)
        plant = add_goal(library, OLD, "Plant it", FRIDAY)
        rest = add_goal(library, OLD.plus(1), "Dig what is left of the bed", FRIDAY)
        for goal in (dig, rest):
            edit_goal.set_outcome(library, goal.id, Outcome.PARTLY, FRIDAY)
        start_note(library, OLD)
        start_note(library, THIS_WEEK)
    return [dig, plant, rest]


def kept(tmp_path: Path, goal: Goal) -> Goal:
    with open_for_reading(tmp_path / "notes.db") as library:
        return library.goal(goal.id)


def look_again(app: App) -> None:
    assert app.callers is not None
    app.callers.presenter.look_again()


def menu_says(app: App) -> str:
    return app.views.actions.action("loose_ends").text()


def test_each_loose_end_is_answered_by_the_keyboard_alone_and_the_panel_shows_it(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path, goals: list[Goal]
) -> None:
    dig, plant, rest = goals
    app = open_app()
    qtbot.waitUntil(lambda: menu_says(app) == "&Loose ends (3)…")
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(app.views.window, Qt.Key.Key_L, keys)
    loose = rest_of(app).loose_ends
    qtbot.waitUntil(lambda: loose.state.chosen is not None)
    window = only(app.views.window, LooseEndsWindow)
    rows = only(window, SectionList)
    qtbot.waitUntil(rows.hasFocus)
    # The first is carried over to this week, where the panel shows it.
    QTest.keyClick(rows, Qt.Key.Key_C)
    panel = app.presenters.goals
    qtbot.waitUntil(
        lambda: panel.shown is not None and [one.text for one in panel.shown.goals] == [dig.text]
    )
    qtbot.waitUntil(lambda: menu_says(app) == "&Loose ends (2)…")
    # The second is let go, with a reason.
    QTest.keyClick(rows, Qt.Key.Key_G)
    (reason,) = (
        one for one in window.findChildren(QLineEdit) if one.accessibleName() == "Why it is let go"
    )
    qtbot.waitUntil(reason.hasFocus)
    QTest.keyClicks(reason, "Too wet")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    qtbot.waitUntil(rows.hasFocus)
    # The third is done after all, and Undo takes that back.
    qtbot.waitUntil(
        lambda: loose.state.chosen is not None and loose.state.chosen.end.goal.id == rest.id
    )
    QTest.keyClick(rows, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: menu_says(app) == "&Loose ends…")
    assert loose.state.hint
    QTest.keyClick(rows, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: menu_says(app) == "&Loose ends (1)…")
    # What is typed when the window closes is kept.
    qtbot.waitUntil(rows.isVisible)
    QTest.keyClick(rows, Qt.Key.Key_L)
    (line,) = (
        one
        for one in window.findChildren(QLineEdit)
        if one.accessibleName() == "What happened, in one line"
    )
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, "Half of it is clay")
    close_app(app)
    assert kept(tmp_path, plant).let_go == "Too wet"
    assert (kept(tmp_path, rest).outcome, kept(tmp_path, rest).line) == (
        Outcome.PARTLY,
        "Half of it is clay",
    )


def test_a_goal_is_tied_to_one_of_an_earlier_week_and_its_thread_leads_there(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path, goals: list[Goal]
) -> None:
    dig, _, rest = goals
    app = open_app()
    app.views.goals.tie_chosen.emit(rest.id)
    tying = rest_of(app).tying
    qtbot.waitUntil(lambda: bool(tying.state.weeks))
    window = only(app.views.window, TyingWindow)
    field = only(window, QLineEdit)
    QTest.keyClicks(field, "dig")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.isVisible())
    qtbot.waitUntil(lambda: menu_says(app) == "&Loose ends (2)…")
    assert kept(tmp_path, rest).parent == dig.id

    app.views.goals.thread_chosen.emit(rest.id)
    thread = only(app.views.window, ThreadWindow)
    qtbot.waitUntil(lambda: len(rest_of(app).thread.state.weeks) == 2)
    first, second = (card for card in thread.findChildren(WeekCard) if card.isVisible())
    qtbot.waitUntil(second.hasFocus)

    def shown() -> tuple[Week | None, bool]:
        goals, note = app.presenters.goals.shown, app.presenters.keeping.current()
        return goals.week if goals else None, note is not None

    # One week has a note, the other none: then the page offers to start it.
    QTest.keyClick(first, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown() == (OLD, True))
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown() == (OLD.plus(1), False))
    close_app(app)


def test_what_a_command_changes_is_shown_in_the_windows_that_are_open(
    qtbot: QtBot, open_app: Open, close_app: Close, goals: list[Goal]
) -> None:
    dig = goals[0]
    app = open_app()
    rest = rest_of(app)
    rest.show_loose_ends()
    rest.show_thread(dig.id)
    qtbot.waitUntil(lambda: rest.loose_ends.state.chosen is not None)
    qtbot.waitUntil(lambda: len(rest.thread.state.weeks) == 1)
    with app._writer.lend() as library:
        edit_goal.set_line(library, dig.id, "It rained", FRIDAY)
    look_again(app)
    qtbot.waitUntil(lambda: rest.thread.state.weeks[0].lines == ("It rained",))
    with app._writer.lend() as library:
        edit_goal.remove_goal(library, dig.id, FRIDAY)
    look_again(app)
    window = only(app.views.window, ThreadWindow)
    qtbot.waitUntil(lambda: not window.isVisible())
    qtbot.waitUntil(lambda: menu_says(app) == "&Loose ends (2)…")
    chosen = rest.loose_ends.state.chosen
    assert chosen is not None
    assert chosen.end.goal.text == "Plant it"
    close_app(app)


def field(window: QWidget, name: str) -> QLineEdit:
    (found,) = (one for one in window.findChildren(QLineEdit) if one.accessibleName() == name)
    return found


def test_a_line_that_is_typed_while_its_goal_is_answered_elsewhere_is_kept(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path, goals: list[Goal]
) -> None:
    dig = goals[0]
    app = open_app()
    rest = rest_of(app)
    rest.show_loose_ends()
    qtbot.waitUntil(lambda: rest.loose_ends.state.chosen is not None)
    window = only(app.views.window, LooseEndsWindow)
    line = field(window, "What happened, in one line")
    line.setFocus()
    QTest.keyClicks(line, "Half of it is clay")
    with app._writer.lend() as library:
        edit_goal.set_outcome(library, dig.id, Outcome.DONE, FRIDAY)
    look_again(app)
    qtbot.waitUntil(lambda: menu_says(app) == "&Loose ends (2)…")
    qtbot.waitUntil(lambda: kept(tmp_path, dig).line == "Half of it is clay")
    assert kept(tmp_path, dig).outcome is Outcome.DONE
    assert line.text() == ""
    close_app(app)


def test_a_reason_that_was_being_typed_stands_there_when_the_window_comes_again(
    qtbot: QtBot, open_app: Open, close_app: Close, goals: list[Goal]
) -> None:
    app = open_app()
    rest = rest_of(app)
    for typed, stood in (("Too ", ""), ("wet", "Too ")):
        rest.show_loose_ends()
        qtbot.waitUntil(lambda: rest.loose_ends.state.chosen is not None)
        window = only(app.views.window, LooseEndsWindow)
        qtbot.waitUntil(only(window, SectionList).hasFocus)
        QTest.keyClick(only(window, SectionList), Qt.Key.Key_G)
        reason = field(window, "Why it is let go")
        qtbot.waitUntil(reason.hasFocus)
        assert reason.text() == stood
        QTest.keyClicks(reason, typed)
        window.close()
    assert rest.reasons.typed(goals[0].id) == "Too wet"
    close_app(app)
