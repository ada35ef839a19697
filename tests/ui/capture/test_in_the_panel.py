"""Jots and tasks below the goals: the keyboard comes to them, and what is typed is handed over."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.capture import test_jots_section as jots
from tests.ui.capture import test_tasks_section as tasks
from weeknotes_desktop.presenters.goals import GoalsState
from weeknotes_desktop.ui.capture.jots_section import JotsSection
from weeknotes_desktop.ui.capture.tasks_section import TasksSection
from weeknotes_desktop.ui.goals.panel import GoalsPanel
from weeknotes_desktop.ui.theme import Theme


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> GoalsPanel:
    made = GoalsPanel(theme)
    qtbot.addWidget(made)
    made.resize(320, 500)
    made.take_sections(JotsSection(theme), TasksSection(theme))
    made.draw(GoalsState(week=jots.WEEK, next_week=jots.WEEK.plus(1)))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def sections(panel: GoalsPanel) -> tuple[JotsSection, TasksSection]:
    one, other = panel.findChild(JotsSection), panel.findChild(TasksSection)
    assert one is not None
    assert other is not None
    return one, other


def test_tab_goes_as_one_reads_and_what_it_reaches_is_seen(panel: GoalsPanel) -> None:
    caught, listed = sections(panel)
    listed.draw(tasks.state())
    caught.draw(jots.state(*jots.many(5)))
    keys = caught.findChild(QPushButton, "jotKey")
    assert keys is not None
    keys.setFocus()
    reached = []
    for _ in range(9):
        on = QApplication.focusWidget()
        assert on is not None
        QTest.keyClick(on, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    wanted = [*caught.tab_stops()[1:], *listed.tab_stops()]
    assert reached[: len(wanted)] == wanted
    assert isinstance(reached[len(wanted)], QPushButton)


def test_nothing_is_seen_of_a_section_before_it_was_drawn(panel: GoalsPanel) -> None:
    caught, listed = sections(panel)
    assert not caught.isVisible()
    listed.draw(tasks.state())
    assert (caught.isVisible(), listed.isVisible()) == (False, True)


def test_the_field_for_a_task_is_scrolled_into_sight(panel: GoalsPanel, qtbot: QtBot) -> None:
    caught, listed = sections(panel)
    caught.draw(jots.state(*jots.many(5)))
    listed.draw(tasks.state())
    qtbot.waitUntil(lambda: not listed.field.visibleRegion().contains(listed.field.rect().center()))
    listed.add_task()
    qtbot.waitUntil(lambda: listed.field.visibleRegion().contains(listed.field.rect().center()))


def test_what_is_being_typed_is_handed_over_with_the_goals(panel: GoalsPanel, qtbot: QtBot) -> None:
    caught, listed = sections(panel)
    caught.draw(jots.state())
    listed.draw(tasks.state())
    QTest.keyClicks(listed.field, "Bread")
    QTest.keyClick(jots.row(caught, "tea"), Qt.Key.Key_F2)
    field = jots.row(caught, "tea").field
    assert field is not None
    QTest.keyClicks(field, "Fifty cups")
    with qtbot.waitSignals([caught.reworded, listed.entered]):
        panel.finish_editing()
