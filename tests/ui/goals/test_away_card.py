"""Being away is asked for in place, by keyboard or mouse, and nothing is marked by mistake."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.goals import GoalsState
from weeknotes_desktop.ui.goals.away_card import AwayCard
from weeknotes_desktop.ui.goals.panel import GoalsPanel
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.entry_line import EntryLine
from weeknotes_desktop.ui.widgets.in_place_edit import InPlaceEdit

WEEK, NEXT = Week(2021, 14), Week(2021, 15)


class Desk:
    def __init__(self, panel: GoalsPanel) -> None:
        self.panel = panel
        self.away: list[tuple[Week, str]] = []
        self.back: list[Week] = []
        panel.away_entered.connect(lambda week, reason: self.away.append((week, reason)))
        panel.back_chosen.connect(self.back.append)
        self.draw()

    def draw(self, away: str | None = None, next_week: Week = NEXT) -> None:
        self.panel.draw(GoalsState(week=WEEK, next_week=next_week, away=away))

    @property
    def card(self) -> AwayCard:
        card = self.panel.findChild(AwayCard)
        assert card is not None
        return card

    @property
    def field(self) -> InPlaceEdit | None:
        return next((one for one in self.card.findChildren(InPlaceEdit) if one.isVisible()), None)

    def type(self, words: str, key: Qt.Key | None = None) -> None:
        assert self.field is not None
        QTest.keyClicks(self.field, words)
        if key is not None:
            QTest.keyClick(self.field, key)

    def press(self, words: str) -> None:
        (button,) = [one for one in self.card.findChildren(QPushButton) if one.text() == words]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def words(self) -> list[str]:
        labels = self.card.findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible() and label.text()]


@pytest.fixture
def desk(theme: Theme, qtbot: QtBot) -> Desk:
    panel = GoalsPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(320, 700)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return Desk(panel)


def test_nothing_is_there_while_the_writer_is(desk: Desk) -> None:
    assert not desk.card.isVisible()


@pytest.mark.parametrize("reason", ["Leave", ""])
def test_enter_marks_the_week_with_or_without_a_reason(desk: Desk, reason: str) -> None:
    desk.panel.ask_away()
    desk.type(reason, Qt.Key.Key_Return)
    assert desk.away == [(WEEK, reason)]
    assert desk.field is None


@pytest.mark.parametrize("reason", ["Leave", ""])
def test_so_does_the_button(desk: Desk, reason: str) -> None:
    desk.panel.ask_away()
    desk.type(reason)
    desk.press("I am away")
    assert desk.away == [(WEEK, reason)]


def test_escape_and_cancel_mark_nothing(desk: Desk) -> None:
    desk.panel.ask_away()
    desk.type("Leave", Qt.Key.Key_Escape)
    desk.panel.ask_away()
    desk.type("Leave")
    desk.press("Cancel")
    assert desk.away == []
    assert not desk.card.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "focusCard"


def test_going_elsewhere_keeps_words_and_takes_silence_for_no_answer(desk: Desk) -> None:
    desk.panel.ask_away()
    desk.panel.add_goal()
    assert desk.away == []
    assert desk.field is None
    desk.panel.ask_away()
    desk.type("Leave")
    desk.panel.add_goal()
    assert desk.away == [(WEEK, "Leave")]


def test_what_is_typed_is_handed_over_before_another_week_is_shown(desk: Desk) -> None:
    desk.panel.ask_away()
    desk.type("Leave")
    desk.panel.finish_editing()
    assert desk.away == [(WEEK, "Leave")]


def test_drawing_takes_nothing_from_who_is_typing(desk: Desk) -> None:
    desk.panel.ask_away()
    desk.type("Lea")
    desk.draw()
    desk.type("ve", Qt.Key.Key_Return)
    assert desk.away == [(WEEK, "Leave")]


def test_the_week_that_follows_can_be_marked_ahead(desk: Desk) -> None:
    desk.draw(next_week=WEEK.plus(2))
    desk.panel.ask_away(ahead=True)
    assert "week 16" in desk.words()[0]
    desk.type("Leave", Qt.Key.Key_Return)
    assert desk.away == [(WEEK.plus(2), "Leave")]


def test_a_week_away_says_so_and_offers_the_way_back(desk: Desk) -> None:
    desk.draw(away="leave")
    assert desk.words()[0] == "Away: leave"
    assert desk.card.accessibleName() == "Away: leave"
    desk.press("I am back")
    assert desk.back == [WEEK]
    desk.draw(away="")
    assert desk.words()[0] == "Away"


def test_the_reason_can_be_changed(desk: Desk) -> None:
    desk.draw(away="leave")
    desk.panel.ask_away()
    assert desk.field is not None
    assert desk.field.line() == "leave"
    desk.type("Ill", Qt.Key.Key_Return)
    assert desk.away == [(WEEK, "Ill")]


def test_goals_are_offered_for_the_week_in_which_the_writer_is_there(desk: Desk) -> None:
    desk.draw(next_week=WEEK.plus(3))
    offers = [line.placeholderText() for line in desk.panel.findChildren(EntryLine)]
    assert offers == ["+ Add a goal…", "+ Add a goal for week 17…"]
