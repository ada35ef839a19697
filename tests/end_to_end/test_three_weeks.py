"""The loop over three weeks in the real window: set, carried on reworded, dropped in silence."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import FRIDAY, Close, Open
from tests.end_to_end.test_a_week import focused, text_field
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.loose_ends import Why
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_reading
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.ui.goals.goal_row import GoalRow
from weeknotes_desktop.ui.review.answer_card import AnswerCard
from weeknotes_desktop.ui.review.window import ReviewWindow
from weeknotes_desktop.use_cases.goal_thread import goal_thread
from weeknotes_desktop.use_cases.loose_ends import loose_ends
from weeknotes_desktop.use_cases.view_note import view_note

FIRST = Week(2021, 7)
SECOND, THIRD = FIRST.plus(1), FIRST.plus(2)
ROOF = "A quote for the roof"
CHOIR = "The choir sings one song by heart"
BOILER = "Ask the council about the boiler"


def turn_to(app: App, qtbot: QtBot, week: Week) -> None:
    """Start the note of a week; its goals come with it."""
    app.presenters.editor.start(week)
    qtbot.waitUntil(lambda: _week_shown(app) == week)


def _week_shown(app: App) -> Week | None:
    return app.presenters.goals.shown.week if app.presenters.goals.shown else None


def goals(app: App) -> tuple[Goal, ...]:
    shown = app.presenters.goals.shown
    return shown.goals if shown else ()


def next_goals(app: App) -> tuple[Goal, ...]:
    shown = app.presenters.goals.shown
    return shown.next_goals if shown else ()


def type_goal(app: App, qtbot: QtBot, text: str) -> None:
    """Ctrl+G, the words, Enter."""
    app.views.actions.action("add_goal").trigger()
    field = focused(app)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(goal.text == text for goal in goals(app)))


def on_goal(app: App, text: str) -> GoalRow:
    """Put the keyboard on a goal."""
    (row,) = (
        row
        for row in app.views.goals.findChildren(GoalRow)
        if row.isVisible() and row.goal.text == text and row.goal.week == _week_shown(app)
    )
    row.setFocus()
    return row


def reword(app: App, qtbot: QtBot, old: str, new: str) -> None:
    """Enter, other words, Enter."""
    row = on_goal(app, old)
    QTest.keyClick(row, Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    assert isinstance(field, QWidget)
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, new)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(goal.text == new for goal in goals(app)))


def press(app: App, qtbot: QtBot, text: str, key: Qt.Key) -> None:
    """One key on a goal; waits until the goal is another one."""
    row = on_goal(app, text)
    before = row.goal
    QTest.keyClick(row, key)
    qtbot.waitUntil(lambda: all(goal != before for goal in goals(app)))


def carry_over(app: App, qtbot: QtBot) -> None:
    button = app.views.goals.findChild(QPushButton, "carryOver")
    assert isinstance(button, QPushButton)
    button.click()
    qtbot.waitUntil(lambda: not button.isVisible())


def two_weeks_of_goals(app: App, qtbot: QtBot) -> None:
    """Three goals, one private; two go on with other words, and the third is never answered."""
    turn_to(app, qtbot, FIRST)
    for text in (ROOF, CHOIR, BOILER):
        type_goal(app, qtbot, text)
    press(app, qtbot, BOILER, Qt.Key.Key_P)
    press(app, qtbot, ROOF, Qt.Key.Key_2)
    press(app, qtbot, CHOIR, Qt.Key.Key_3)
    for text in (ROOF, CHOIR):
        goal = next(goal for goal in goals(app) if goal.text == text)
        app.presenters.goals.onward.carry(goal.id)
    qtbot.waitUntil(lambda: len(next_goals(app)) == 2)
    turn_to(app, qtbot, SECOND)
    reword(app, qtbot, ROOF, "Choose between the two quotes for the roof")
    reword(app, qtbot, CHOIR, "The choir sings without its folders")


def test_goals_go_on_with_other_words_and_what_was_dropped_in_silence_is_found(
    qtbot: QtBot, open_app: Open, close_app: Close
) -> None:
    app = open_app()
    two_weeks_of_goals(app, qtbot)
    press(app, qtbot, "Choose between the two quotes for the roof", Qt.Key.Key_1)
    carry_over(app, qtbot)
    close_app(app)
    later = FRIDAY + timedelta(days=14)
    with open_for_reading(app.library) as library:
        roof, choir, boiler = library.goals(FIRST)
        told = [week.goal.text for week in goal_thread(library, roof.id, later)]
        assert told == [ROOF, "Choose between the two quotes for the roof"]
        (third,) = library.goals(THIRD)
        assert third.text == "The choir sings without its folders"
        assert (third.thread, third.weeks_carried) == (choir.thread, 2)
        assert boiler.outcome is None
        ends = {end.goal.id: end.why for end in loose_ends(library, later)}
        assert ends == {boiler.id: Why.AWAITING}


def test_carrying_twice_gives_one_successor(qtbot: QtBot, open_app: Open, close_app: Close) -> None:
    app = open_app()
    turn_to(app, qtbot, FIRST)
    type_goal(app, qtbot, ROOF)
    app.presenters.goals.carry_over()
    app.presenters.goals.carry_over()
    qtbot.waitUntil(
        lambda: bool(app.presenters.goals.shown and app.presenters.goals.shown.next_goals)
    )
    close_app(app)
    with open_for_reading(app.library) as library:
        assert len(library.goals(SECOND)) == 1


def test_a_private_goal_is_absent_from_all_that_the_public_sees(
    qtbot: QtBot, open_app: Open, close_app: Close
) -> None:
    app = open_app()
    two_weeks_of_goals(app, qtbot)
    turn_to(app, qtbot, FIRST)
    app.show_mode(Mode.SPLIT)
    QTest.keyClicks(text_field(app), "[GOALS]")
    preview = app.presenters.preview
    qtbot.waitUntil(lambda: ROOF in preview.state.body, timeout=20_000)
    assert "boiler" not in preview.state.body
    row = on_goal(app, BOILER)
    app.presenters.goals.set_line(row.goal.id, "They laughed")
    qtbot.waitUntil(lambda: any(goal.line for goal in goals(app)))
    preview.set_audience(Audience.ME)
    qtbot.waitUntil(lambda: "boiler" in preview.state.body, timeout=20_000)
    close_app(app)
    with open_for_reading(app.library) as library:
        (note,) = library.summaries(FIRST)
        seen = view_note(library, library.note(note.id), Audience.PUBLIC, Settings())
        assert "boiler" not in repr(seen)
        assert "laughed" not in repr(seen)
        assert [goal.text for goal in seen.goals] == [ROOF, CHOIR]


def test_the_review_answers_the_week_and_makes_the_next_note(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    app = open_app()
    two_weeks_of_goals(app, qtbot)
    app.views.actions.action("review").trigger()
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, ReviewWindow))
    qtbot.waitUntil(lambda: len(window.findChildren(AnswerCard)) == 2)
    window.turned.emit(1)
    card = window.findChildren(AnswerCard)[0]
    qtbot.waitUntil(card.isVisible)
    QTest.keyClick(card, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: any(goal.outcome is Outcome.DONE for goal in goals(app)))
    line = card.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "The second one has a guarantee")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(goal.line for goal in goals(app)))
    for _ in range(3):
        window.turned.emit(1)
    (make,) = (
        button
        for button in window.draft.findChildren(QPushButton)
        if button.text() == "Make the draft"
    )
    qtbot.waitUntil(make.isVisible)
    make.click()
    qtbot.waitUntil(lambda: "[GOALS]" in app.views.editor.typed().body, timeout=5_000)
    assert not window.isVisible()
    note = app.presenters.keeping.current()
    assert note is not None
    assert note.week == SECOND
    close_app(app)
