"""Things in a row go on in the next row when there is no room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from weeknotes_desktop.ui.widgets.flow import Flow


@pytest.fixture
def things() -> list[QPushButton]:
    made = [QPushButton(name) for name in ("a", "b", "c")]
    for thing in made:
        thing.setFixedSize(60, 20)
    return made


def shown(qtbot: QtBot, flow: Flow, width: int) -> QWidget:
    """``flow`` in a window that is that wide."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(flow)
    column.addStretch(1)
    window.resize(width, 200)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_they_stand_in_one_row_where_there_is_room(qtbot: QtBot, things: list[QPushButton]) -> None:
    flow = Flow(5, 3)
    for thing in things:
        flow.add(thing)
    _window = shown(qtbot, flow, 400)
    assert [(thing.x(), thing.y()) for thing in things] == [(0, 0), (65, 0), (130, 0)]


def test_what_has_no_room_goes_to_the_next_row_and_makes_it_taller(
    qtbot: QtBot, things: list[QPushButton]
) -> None:
    flow = Flow(5, 3)
    for thing in things:
        flow.add(thing)
    window = shown(qtbot, flow, 130)
    assert [(thing.x(), thing.y()) for thing in things] == [(0, 0), (65, 0), (0, 23)]
    assert flow.height() == 43
    window.resize(400, 200)
    qtbot.waitUntil(lambda: flow.height() == 20)


def test_what_is_hidden_takes_no_room(qtbot: QtBot, things: list[QPushButton]) -> None:
    flow = Flow(5, 3)
    things[0].hide()
    for thing in things:
        flow.add(thing)
    _window = shown(qtbot, flow, 400)
    assert things[1].x() == 0
    things[1].hide()
    qtbot.waitUntil(lambda: things[2].x() == 0)
    things[0].show()
    qtbot.waitUntil(lambda: things[2].x() == 65)


def test_a_separator_stands_only_between_two_things_of_a_row(
    qtbot: QtBot, things: list[QPushButton]
) -> None:
    flow = Flow(0, 0)
    rule = QFrame()
    rule.setFixedSize(10, 20)
    flow.add(things[0])
    flow.add_separator(rule)
    flow.add(things[1])
    window = shown(qtbot, flow, 200)
    assert (rule.x(), things[1].x()) == (60, 70)
    window.resize(100, 200)
    qtbot.waitUntil(lambda: things[1].y() == 20)
    assert rule.geometry().right() < 0


def test_the_last_thing_may_stand_at_the_far_end(qtbot: QtBot, things: list[QPushButton]) -> None:
    flow = Flow(5, 3, last_apart=True)
    for thing in things:
        flow.add(thing)
    _window = shown(qtbot, flow, 400)
    assert things[2].geometry().right() == 399


def test_it_is_read_from_right_to_left_where_the_window_is(
    qtbot: QtBot, things: list[QPushButton]
) -> None:
    flow = Flow(5, 3)
    flow.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for thing in things:
        flow.add(thing)
    _window = shown(qtbot, flow, 400)
    assert [thing.geometry().right() for thing in things] == [399, 334, 269]


def test_margins_stand_around_the_rows(qtbot: QtBot, things: list[QPushButton]) -> None:
    flow = Flow(5, 3)
    flow.setContentsMargins(10, 4, 10, 4)
    flow.add(things[0])
    _window = shown(qtbot, flow, 400)
    assert (things[0].x(), things[0].y(), flow.height()) == (10, 4, 28)
