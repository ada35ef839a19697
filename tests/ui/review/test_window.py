"""The review's window has a page for each step, and keys for everything on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.loose_ends import LooseEnd, Why
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.review_state import ReviewState, Step
from weeknotes_desktop.ui.review.answer_card import AnswerCard
from weeknotes_desktop.ui.review.end_card import EndCard
from weeknotes_desktop.ui.review.reading import Reading
from weeknotes_desktop.ui.review.window import ReviewWindow
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.use_cases.review import LookBack

WEEK = Week(2021, 16)
DIG = Goal(id="dig", thread="dig", week=WEEK, text="Dig")
PLANT = Goal(id="plant", thread="p", week=WEEK, text="Plant", weeks_carried=2, audience=Audience.ME)
WEED = Goal(id="weed", thread="weed", week=WEEK.plus(-4), text="Weed")
RAIN = Jot(id="rain", week=WEEK, at=datetime(2021, 4, 22, 9, 5, tzinfo=UTC), text="Rain")
STATE = ReviewState(
    week=WEEK,
    step=Step.GOALS,
    next_week=WEEK.plus(1),
    goals=(DIG, PLANT),
    set_on=date(2021, 4, 16),
    before=LookBack(
        week=WEEK.plus(-1), label="15.2021", title="Before", plan="- Dig", text="I *dug*."
    ),
    jots=(RAIN,),
    uncarried=(DIG,),
    ends=(LooseEnd(goal=WEED, why=Why.AWAITING),),
    templates=("Mine & yours", "Blank"),
    template="Blank",
    beginning="## Focus",
)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> ReviewWindow:
    main = QWidget()
    qtbot.addWidget(main)
    main.show()
    made = ReviewWindow(theme, main)
    made.draw(STATE)
    with qtbot.waitExposed(made):
        made.come()
    return made


def cards(window: ReviewWindow) -> list[AnswerCard]:
    found = window.findChildren(AnswerCard)
    return sorted(found, key=lambda card: card.y())


def line_of(card: AnswerCard) -> QLineEdit:
    found = card.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def button(window: ReviewWindow, words: str) -> QAbstractButton:
    (found,) = (
        one
        for one in window.findChildren(QAbstractButton)
        if one.text() == words and one.isVisibleTo(window)
    )
    return found


def said(spy: QSignalSpy) -> list[list[object]]:
    return [list(spy.at(place)) for place in range(spy.count())]


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def test_each_goal_has_a_key_for_each_outcome_and_one_for_its_line(window: ReviewWindow) -> None:
    chosen = QSignalSpy(window.goals.outcome_chosen)
    card = cards(window)[0]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_2)
    QTest.keyClick(card, Qt.Key.Key_0)
    assert said(chosen) == [["dig", Outcome.PARTLY], ["dig", None]]
    QTest.keyClick(card, Qt.Key.Key_L)
    assert line_of(card).hasFocus()
    QTest.keyClicks(line_of(card), "2 beds")
    assert chosen.count() == 2


def test_a_goal_on_hold_says_so_among_its_facts(window: ReviewWindow) -> None:
    window.draw(replace(STATE, goals=(replace(DIG, held=True), PLANT)))
    assert [("on hold" in texts(card)) for card in cards(window)] == [True, False]
    gone = replace(DIG, held=True, let_go="Too wet", outcome=Outcome.DROPPED)
    window.draw(replace(STATE, goals=(gone, PLANT)))
    assert "on hold" not in texts(cards(window)[0])


def test_the_arrows_go_from_goal_to_goal(window: ReviewWindow) -> None:
    first, second = cards(window)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Up)
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    assert second.property("active")
    assert not first.property("active")


def test_a_click_on_the_outcome_it_has_takes_it_back_and_a_key_does_not(
    window: ReviewWindow,
) -> None:
    window.draw(replace(STATE, goals=(replace(DIG, outcome=Outcome.DONE), PLANT)))
    chosen = QSignalSpy(window.goals.outcome_chosen)
    card = cards(window)[0]
    QTest.keyClick(card, Qt.Key.Key_1)
    next(one for one in card.findChildren(QAbstractButton) if "Done" in one.text()).click()
    assert said(chosen) == [["dig", Outcome.DONE], ["dig", None]]


def test_the_keyboard_goes_into_the_page_that_a_key_turns_to(
    window: ReviewWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    for key, step, stop in (
        (Qt.Key.Key_4, Step.NEXT_WEEK, QLineEdit),
        (Qt.Key.Key_3, Step.JOTS, QCheckBox),
        (Qt.Key.Key_2, Step.GOALS, AnswerCard),
    ):
        QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
        window.draw(replace(STATE, step=step))
        assert isinstance(window.focusWidget(), stop)


def test_a_line_that_is_being_typed_stays_whatever_is_drawn(window: ReviewWindow) -> None:
    entered = QSignalSpy(window.goals.line_entered)
    line = line_of(cards(window)[0])
    QTest.keyClicks(line, "It is deep")
    window.draw(replace(STATE, goals=(replace(DIG, outcome=Outcome.DONE), PLANT)))
    assert line.text() == "It is deep"
    window.close()
    assert said(entered) == [["dig", "It is deep"]]


def test_drawing_the_same_again_leaves_the_caret_and_a_space_just_typed(
    window: ReviewWindow,
) -> None:
    card = cards(window)[0]
    line = line_of(card)
    line.setFocus()
    QTest.keyClicks(line, "Two beds ")
    card.finish()
    line.setCursorPosition(3)
    window.draw(replace(STATE, goals=(replace(DIG, line="Two beds"), PLANT)))
    assert (line.text(), line.cursorPosition()) == ("Two beds ", 3)


def test_what_else_there_is_to_know_stands_under_the_wording(window: ReviewWindow) -> None:
    assert "↻ week 3 · private" in texts(cards(window)[1])


def test_what_was_meant_stands_beside_the_goals(window: ReviewWindow) -> None:
    assert "Dig\nPlant" in texts(window.goals)
    assert "YOU SET THESE ON 16 APRIL" in texts(window.goals)


def test_a_day_of_another_year_is_said_with_it(window: ReviewWindow) -> None:
    window.draw(replace(STATE, week=Week(2022, 1), set_on=date(2021, 12, 31)))
    assert "YOU SET THESE ON 31 DECEMBER 2021" in texts(window.goals)


def test_the_note_before_is_read_with_its_plan_on_top(window: ReviewWindow) -> None:
    window.draw(replace(STATE, step=Step.LOOK_BACK))
    readings = [one.toPlainText() for one in window.look_back.findChildren(Reading)]
    assert readings == ["Dig", "I dug."]
    assert "Before" in texts(window.look_back)


def test_reading_asks_nobody_for_pictures(qtbot: QtBot, theme: Theme) -> None:
    reading = Reading("A note", theme)
    qtbot.addWidget(reading)
    reading.read("![x](file:///etc/hostname) <b>bold</b>")
    assert reading.loadResource(QTextDocument.ResourceType.ImageResource.value, "x.png") is None
    assert "<b>bold</b>" in reading.toPlainText()


def test_jots_are_picked_with_a_tick(window: ReviewWindow) -> None:
    window.draw(replace(STATE, step=Step.JOTS))
    picked = QSignalSpy(window.jots.picked)
    tick = window.jots.findChild(QCheckBox)
    assert isinstance(tick, QCheckBox)
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert said(picked) == [["rain", True]]


def test_goals_of_the_next_week_are_entered_and_carried_over(window: ReviewWindow) -> None:
    window.draw(replace(STATE, step=Step.NEXT_WEEK))
    entered, carried = (
        QSignalSpy(window.next_week.goal_entered),
        QSignalSpy(window.next_week.carried),
    )
    ends = QSignalSpy(window.next_week.end_carried)
    field = window.next_week.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Rest")
    QTest.keyClick(field, Qt.Key.Key_Return)
    unfinished, end = (
        one for one in window.next_week.findChildren(QAbstractButton) if one.text() == "Carry over"
    )
    unfinished.click()
    end.click()
    assert said(entered) == [[WEEK.plus(1), "Rest"]]
    assert said(carried) == [["dig"]]
    assert said(ends) == [["weed", WEEK.plus(1)]]


def test_the_reason_for_letting_go_is_asked_in_place(window: ReviewWindow) -> None:
    window.draw(replace(STATE, step=Step.NEXT_WEEK))
    wanted, gone = (
        QSignalSpy(window.next_week.let_go_wanted),
        QSignalSpy(window.next_week.let_go),
    )
    button(window, "Let go…").click()
    assert said(wanted) == [["weed"]]
    window.draw(replace(STATE, step=Step.NEXT_WEEK, letting_go="weed"))
    card = window.findChild(EndCard)
    assert isinstance(card, EndCard)
    reason = card.findChild(QLineEdit)
    assert isinstance(reason, QLineEdit)
    assert reason.hasFocus()
    QTest.keyClicks(reason, "No garden")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert said(gone) == [["weed", "No garden"]]


def test_a_reason_is_told_while_it_is_typed_and_stands_there_when_it_is_asked_again(
    window: ReviewWindow,
) -> None:
    typed = QSignalSpy(window.next_week.reason_typed)
    window.draw(replace(STATE, step=Step.NEXT_WEEK, letting_go="weed"))
    end = window.findChild(EndCard)
    assert isinstance(end, EndCard)
    reason = end.findChild(QLineEdit)
    assert isinstance(reason, QLineEdit)
    QTest.keyClicks(reason, "No")
    assert said(typed) == [["weed", "N"], ["weed", "No"]]
    window.draw(replace(STATE, step=Step.NEXT_WEEK))
    window.draw(replace(STATE, step=Step.NEXT_WEEK, letting_go="weed", reason="Not"))
    assert reason.text() == "Not"


def test_the_draft_is_made_from_the_template_that_is_chosen(window: ReviewWindow) -> None:
    window.draw(replace(STATE, step=Step.DRAFT))
    chosen, made = (
        QSignalSpy(window.draft.template_chosen),
        QSignalSpy(window.draft.draft_wanted),
    )
    assert button(window, "Blank").isChecked()
    button(window, "Mine && yours").click()
    button(window, "Make the draft").click()
    assert said(chosen) == [["Mine & yours"]]
    assert made.count() == 1
    assert "## Focus" in texts(window.draft)


def test_the_pages_are_turned_by_button_and_by_key(window: ReviewWindow, qtbot: QtBot) -> None:
    turned, chosen = QSignalSpy(window.turned), QSignalSpy(window.step_chosen)
    button(window, "Next: jots").click()
    button(window, "Back").click()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert said(turned) == [[1], [-1], [1]]
    assert said(chosen) == [[Step.DRAFT]]


def test_with_nothing_there_each_page_says_what_to_do(window: ReviewWindow) -> None:
    empty = ReviewState(week=WEEK, step=Step.GOALS, next_week=WEEK.plus(1))
    window.draw(empty)
    assert any("No goals were set" in words for words in texts(window.goals))
    window.draw(replace(empty, step=Step.LOOK_BACK))
    assert any("no earlier note" in words for words in texts(window.look_back))
    window.draw(replace(empty, step=Step.JOTS))
    assert any("Ctrl+J" in words for words in texts(window.jots))
    window.draw(replace(empty, step=Step.NEXT_WEEK))
    assert "No loose ends from earlier weeks." in texts(window.next_week)


def test_where_nothing_can_be_changed_nothing_is_offered(window: ReviewWindow) -> None:
    window.draw(replace(STATE, read_only=True))
    chosen = QSignalSpy(window.goals.outcome_chosen)
    QTest.keyClick(cards(window)[0], Qt.Key.Key_1)
    assert chosen.count() == 0
    assert not line_of(cards(window)[0]).isEnabled()
    window.draw(replace(STATE, step=Step.DRAFT, read_only=True))
    assert not button(window, "Make the draft").isEnabled()


def test_every_control_has_a_name(window: ReviewWindow) -> None:
    for part in (*window.findChildren(QAbstractButton), *window.findChildren(QLineEdit)):
        text = part.text() if isinstance(part, QAbstractButton) else ""
        assert text or part.accessibleName(), part
