"""The thread shows all that was said, week by week; tying offers what a goal may continue."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.thread import ThreadState
from weeknotes_desktop.presenters.tying import TyingState
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.threads.thread_window import ThreadWindow
from weeknotes_desktop.ui.threads.tying_window import TyingWindow
from weeknotes_desktop.ui.threads.week_card import WeekCard
from weeknotes_desktop.ui.threads.words import spoken_week
from weeknotes_desktop.ui.widgets.section_list import SectionList
from weeknotes_desktop.use_cases.goal_thread import ThreadWeek

WEEK = Week(2020, 52)
THIS_WEEK = Week(2021, 15)
DIG = Goal(
    id="dig",
    thread="dig",
    week=WEEK,
    text="Dig half of it",
    outcome=Outcome.PARTLY,
    line="The ground is hard",
)
REST = Goal(id="rest", thread="dig", week=THIS_WEEK, text="Dig the rest", audience=Audience.ME)
GONE = replace(REST, held=True, proposed=True, let_go="Nobody asks")
WEEKS = (
    ThreadWeek(
        goal=DIG,
        wordings=("Dig it", "Dig it all", "Dig half of it"),
        lines=("It rained", "The ground is hard"),
    ),
    ThreadWeek(goal=REST, wordings=("Dig the rest",), lines=()),
)
STATE = ThreadState(goal_id="rest", weeks=WEEKS, this_week=THIS_WEEK)


@pytest.fixture
def main(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def words(inside: QWidget) -> list[str]:
    labels = inside.findChildren(QLabel)
    return [label.text() for label in labels if label.text() and label.isVisibleTo(inside)]


def told(spy: QSignalSpy) -> list[list[object]]:
    return [spy.at(place) for place in range(spy.count())]


def cards(window: ThreadWindow) -> list[WeekCard]:
    return [card for card in window.findChildren(WeekCard) if card.isVisible()]


def test_every_wording_and_every_line_of_every_week_is_shown(
    main: QWidget, theme: Theme, qtbot: QtBot
) -> None:
    window = ThreadWindow(theme, main)
    window.draw(STATE)
    with qtbot.waitExposed(window):
        window.come()
    first, second = cards(window)
    assert words(first) == [
        "Week 52",
        "21–27 December 2020",
        "Dig half of it",
        "Reworded from “Dig it all”",
        "Reworded from “Dig it”",
        "Partly",
        "It rained",
        "The ground is hard",
    ]
    assert words(second) == ["Week 15", "12–18 April", "Dig the rest", "private"]
    assert first.accessibleName() == spoken_week(WEEKS[0], THIS_WEEK)
    for said in ("Week 52", "Partly", "Dig it all", "It rained", "The ground is hard"):
        assert said in first.accessibleName()


def test_what_was_let_go_or_held_says_so(main: QWidget, theme: Theme) -> None:
    week = ThreadWeek(goal=GONE, wordings=(GONE.text,), lines=("A line that went",))
    card = WeekCard(week, THIS_WEEK, theme, main)
    assert "Let go: Nobody asks · On hold · proposed · private" in words(card)
    assert "A line that went" in words(card)
    bare = WeekCard(replace(week, goal=replace(GONE, let_go="")), THIS_WEEK, theme, main)
    assert "Let go · On hold · proposed · private" in words(bare)


def test_the_wording_that_others_read_of_a_private_goal_is_shown(
    main: QWidget, theme: Theme
) -> None:
    goal = replace(REST, public_text="Work on the garden")
    week = ThreadWeek(goal=goal, wordings=("Dig the rest",), lines=())
    card = WeekCard(week, THIS_WEEK, theme, main)
    wanted = "Others read “Work on the garden”"
    assert wanted in [label.text() for label in card.findChildren(QLabel)]
    assert wanted in card.accessibleName()
    public = WeekCard(
        replace(week, goal=replace(goal, audience=Audience.PUBLIC)), THIS_WEEK, theme, main
    )
    assert wanted not in public.accessibleName()


def test_the_keyboard_begins_at_the_goal_that_was_asked_about(
    main: QWidget, theme: Theme, qtbot: QtBot
) -> None:
    window = ThreadWindow(theme, main)
    chosen = QSignalSpy(window.week_chosen)
    with qtbot.waitExposed(window):
        window.come()
    window.draw(STATE)
    first, second = cards(window)
    qtbot.waitUntil(second.hasFocus)
    QTest.keyClick(second, Qt.Key.Key_Return)
    QTest.keyClick(second, Qt.Key.Key_Down)
    QTest.keyClick(second, Qt.Key.Key_Up)
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Space)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    QTest.mouseClick(second, Qt.MouseButton.RightButton)
    assert told(chosen) == [[THIS_WEEK], [WEEK], [THIS_WEEK]]
    window.draw(replace(STATE, weeks=(WEEKS[0],)))
    (first,) = cards(window)
    QTest.keyClick(first, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_thread_drawn_anew_keeps_the_place_of_the_keyboard(
    main: QWidget, theme: Theme, qtbot: QtBot
) -> None:
    window = ThreadWindow(theme, main)
    window.draw(STATE)
    with qtbot.waitExposed(window):
        window.come()
    QTest.keyClick(cards(window)[1], Qt.Key.Key_Up)
    qtbot.waitUntil(cards(window)[0].hasFocus)
    changed = replace(WEEKS[1], goal=replace(REST, line="Done soon"), lines=("Done soon",))
    window.draw(replace(STATE, weeks=(WEEKS[0], changed)))
    qtbot.waitUntil(cards(window)[0].hasFocus)
    theme.scale_text(2.0)
    assert "Done soon" in words(cards(window)[1])


@pytest.fixture
def tying(main: QWidget, theme: Theme, qtbot: QtBot) -> TyingWindow:
    window = TyingWindow(theme, main)
    with qtbot.waitExposed(window):
        window.come()
    window.draw(TYING)
    return window


OTHER = Goal(id="other", thread="other", week=WEEK, text="Plant", proposed=True)
TYING = TyingState(goal=REST, weeks=((WEEK, (DIG, OTHER)),), chosen="dig")


def button(window: TyingWindow, words: str) -> QPushButton:
    (found,) = (one for one in window.findChildren(QPushButton) if one.text() == words)
    return found


def test_one_types_to_find_moves_with_the_arrows_and_ties_with_enter(
    tying: TyingWindow, qtbot: QtBot
) -> None:
    field = tying.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    qtbot.waitUntil(field.hasFocus)
    found, chosen, tied = (
        QSignalSpy(signal) for signal in (tying.looked_for, tying.chosen, tying.tie_chosen)
    )
    QTest.keyClicks(field, "di")
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (told(found), told(chosen), tied.count()) == ([["d"], ["di"]], [["other"]], 1)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (told(found)[-1], tying.isVisible()) == ([""], True)
    tying.draw(TYING)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not tying.isVisible()


def test_the_goals_say_what_became_of_them(tying: TyingWindow) -> None:
    listed = tying.findChild(SectionList)
    assert isinstance(listed, SectionList)
    model = listed.model()
    said = [
        str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(model.rowCount())
    ]
    assert said == [
        "Week 52",
        "Week 52, Dig half of it, Partly",
        "Week 52, Plant, Open · proposed",
    ]


def test_one_that_continues_another_can_only_be_untied(tying: TyingWindow, qtbot: QtBot) -> None:
    untied, tied = QSignalSpy(tying.untie_chosen), QSignalSpy(tying.tie_chosen)
    tying.draw(TyingState(goal=REST, before=DIG))
    assert words(tying) == [
        "Dig the rest",
        "continues this goal of week 52:",
        "Dig half of it",
    ]
    untie = button(tying, "Untie")
    qtbot.waitUntil(untie.hasFocus)
    QTest.keyClick(untie, Qt.Key.Key_Return)
    assert (untied.count(), tied.count()) == (1, 0)
    assert not button(tying, "It continues this one").isVisible()


def test_where_there_is_nothing_to_choose_one_sentence_says_so(tying: TyingWindow) -> None:
    tying.draw(TyingState(goal=REST, hint="No goal is free."))
    assert words(tying)[-1] == "No goal is free."
    assert not button(tying, "It continues this one").isEnabled()


def test_nothing_is_offered_where_the_library_can_only_be_read(tying: TyingWindow) -> None:
    tied = QSignalSpy(tying.tie_chosen)
    tying.draw(replace(TYING, read_only=True))
    field = tying.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert tied.count() == 0
    tying.draw(TyingState(goal=REST, before=DIG, read_only=True))
    assert not button(tying, "Untie").isEnabled()
