"""A switch says what the user chose, and only that."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.segmented import Segmented


@pytest.fixture
def switch(qtbot: QtBot, theme: Theme) -> Segmented[Audience]:
    made: Segmented[Audience] = Segmented(
        "As seen by",
        [(Audience.ME, "Me"), (Audience.TEAM, "Team"), (Audience.PUBLIC, "Public")],
    )
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def segment(switch: Segmented[Audience], word: str) -> QPushButton:
    return next(button for button in switch.findChildren(QPushButton) if button.text() == word)


def test_a_click_chooses(switch: Segmented[Audience], qtbot: QtBot) -> None:
    with qtbot.waitSignal(switch.chosen) as said:
        QTest.mouseClick(segment(switch, "Public"), Qt.MouseButton.LeftButton)
    assert said.args == [Audience.PUBLIC]
    assert switch.value() is Audience.PUBLIC


def test_showing_a_value_is_no_choice(switch: Segmented[Audience], qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(switch.chosen):
        switch.show_value(Audience.TEAM)
    assert switch.value() is Audience.TEAM


def test_arrows_choose_the_neighbour_and_stop_at_the_ends(
    switch: Segmented[Audience], qtbot: QtBot
) -> None:
    said: list[object] = []
    switch.chosen.connect(said.append)
    segment(switch, "Me").setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Home):
        QTest.keyClick(switch.focusWidget(), key)
    assert said == [Audience.TEAM, Audience.PUBLIC, Audience.ME]


def test_what_cannot_be_had_is_passed_over(switch: Segmented[Audience], qtbot: QtBot) -> None:
    switch.set_available(Audience.TEAM, available=False)
    segment(switch, "Me").setFocus()
    with qtbot.waitSignal(switch.chosen) as said:
        QTest.keyClick(segment(switch, "Me"), Qt.Key.Key_Right)
    assert said.args == [Audience.PUBLIC]


def test_the_keyboard_stops_at_the_switch_once(switch: Segmented[Audience]) -> None:
    stops = [
        button.text()
        for button in switch.findChildren(QPushButton)
        if button.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["Me"]
    switch.show_value(Audience.PUBLIC)
    stops = [
        button.text()
        for button in switch.findChildren(QPushButton)
        if button.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["Public"]


def test_a_screen_reader_knows_what_is_being_chosen(switch: Segmented[Audience]) -> None:
    assert switch.accessibleName() == "As seen by"
    assert segment(switch, "Team").accessibleDescription() == "As seen by"
