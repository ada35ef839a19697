"""The section with the to-do list: what it shows, and what each key and click says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.presenters.tasks import TasksState
from weeknotes_desktop.ui.capture.line_row import LineRow
from weeknotes_desktop.ui.capture.tasks_section import TasksSection
from weeknotes_desktop.ui.theme import Theme

WEDNESDAY = datetime(2021, 3, 3, 9, 0, tzinfo=UTC)
WATER = Task(id="water", text="Water the plants")
CHALK = Task(id="chalk", text="Buy chalk", position=1, done_at=WEDNESDAY)
LEFT = Qt.MouseButton.LeftButton


def state(*tasks: Task, **facts: object) -> TasksState:
    plain = TasksState(title="When it rains", tasks=tasks or (WATER, CHALK), ticked=19)
    return replace(plain, **facts)  # type: ignore[arg-type]


@pytest.fixture
def section(qtbot: QtBot, theme: Theme) -> TasksSection:
    made = TasksSection(theme)
    qtbot.addWidget(made)
    made.resize(300, 300)
    with qtbot.waitExposed(made):
        made.draw(state())
    return made


def row(section: TasksSection, ident: str) -> LineRow:
    found = section._list.row(ident)
    assert found is not None
    return found


def test_the_list_stands_under_its_title_with_the_count(section: TasksSection) -> None:
    shown = [one.text() for one in section.findChildren(QLabel) if one.isVisible()]
    assert shown == ["When it rains", "19 ticked this week"]
    section.draw(state(ticked=0, title=""))
    assert [one.text() for one in section.findChildren(QLabel) if one.isVisible()] == ["Tasks"]


@pytest.mark.parametrize(
    ("task", "key", "alt", "signal", "args"),
    [
        ("water", Qt.Key.Key_Space, False, "ticked", ["water", True]),
        ("chalk", Qt.Key.Key_Space, False, "ticked", ["chalk", False]),
        ("water", Qt.Key.Key_G, False, "promoted", ["water"]),
        ("water", Qt.Key.Key_Delete, False, "removed", ["water"]),
        ("water", Qt.Key.Key_Down, True, "moved", ["water", 1]),
        ("chalk", Qt.Key.Key_Up, True, "moved", ["chalk", -1]),
    ],
)
def test_one_key_does_each_thing(
    section: TasksSection,
    qtbot: QtBot,
    task: str,
    key: Qt.Key,
    alt: bool,
    signal: str,
    args: list[object],
) -> None:
    held = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(getattr(section, signal)) as said:
        QTest.keyClick(row(section, task), key, held)
    assert said.args == args


def test_what_is_done_is_no_goal(section: TasksSection, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(section.promoted):
        QTest.keyClick(row(section, "chalk"), Qt.Key.Key_G)


def test_a_click_on_the_box_ticks_but_shows_it_only_when_it_is_kept(
    section: TasksSection, qtbot: QtBot
) -> None:
    water = row(section, "water")
    with qtbot.waitSignal(section.ticked) as said:
        QTest.mouseClick(water, LEFT, pos=water.plan().box.center())
    assert said.args == ["water", True]
    assert not water.isChecked()
    assert water.field is None
    section.draw(state(replace(WATER, done_at=WEDNESDAY), CHALK))
    assert water.isChecked()


def test_a_screen_reader_hears_of_a_box_and_whether_it_is_ticked(section: TasksSection) -> None:
    chalk = QAccessible.queryAccessibleInterface(row(section, "chalk"))
    assert chalk.role() is QAccessible.Role.CheckBox
    assert chalk.state().checked


def test_an_old_task_offers_to_become_a_goal(section: TasksSection, qtbot: QtBot) -> None:
    section.draw(state(old=frozenset({"water", "chalk"})))
    water = row(section, "water")
    assert water.accessibleDescription() == "Promote to goal"
    assert row(section, "chalk").line.offer == ""
    with qtbot.waitSignal(section.promoted) as said:
        QTest.mouseClick(water, LEFT, pos=water.plan().offer.center())
    assert said.args == ["water"]
    section.draw(state(old=frozenset({"water"}), read_only=True))
    assert water.line.offer == ""


def test_the_menu_offers_all_that_can_be_done(section: TasksSection, qtbot: QtBot) -> None:
    water = row(section, "water")
    QTest.mouseClick(water, LEFT, pos=water.plan().menu.center())
    menu = water.findChild(QMenu)
    assert isinstance(menu, QMenu)
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert words == ["Tick", "Edit", "Promote to goal", "Move up", "Move down", "Remove"]
    with qtbot.waitSignal(section.promoted):
        menu.actions()[2].trigger()
    menu.close()


def test_tasks_are_entered_one_after_the_other(section: TasksSection, qtbot: QtBot) -> None:
    said: list[str] = []
    section.entered.connect(said.append)
    section.add_task()
    assert section.field.hasFocus()
    QTest.keyClicks(section.field, "Keys")
    QTest.keyClick(section.field, Qt.Key.Key_Return)
    section.draw(state(WATER, CHALK, Task(id="keys", text="Keys")))
    QTest.keyClicks(section.field, "Bread")
    section.finish_editing()
    assert said == ["Keys", "Bread"]
    QTest.keyClick(section.field, Qt.Key.Key_Up)
    assert row(section, "keys").hasFocus()
    QTest.keyClick(row(section, "keys"), Qt.Key.Key_Down)
    assert section.field.hasFocus()


def test_the_keyboard_stays_on_a_task_that_was_moved_and_its_place_is_told(
    section: TasksSection,
) -> None:
    water = row(section, "water")
    water.setFocus()
    section.draw(state(CHALK, WATER))
    assert water.hasFocus()
    assert water.accessibleDescription() == "Water the plants, now number 2 of 2"
    order = sorted(section.findChildren(LineRow), key=lambda one: one.mapTo(section, QPoint()).y())
    assert [one.line.id for one in order][-1] in ("water", "chalk")
    assert section.tab_stops() == [row(section, "chalk"), water, section.field]


def test_when_the_last_task_goes_the_keyboard_goes_on_to_the_field(section: TasksSection) -> None:
    section.draw(state(WATER))
    row(section, "water").setFocus()
    section.draw(replace(state(), tasks=()))
    assert section.field.hasFocus()


def test_what_can_only_be_read_is_shown_and_nothing_is_entered(section: TasksSection) -> None:
    section.draw(state(read_only=True))
    assert row(section, "water").isVisible()
    assert not row(section, "water").isEnabled()
    assert not section.field.isEnabled()


def test_a_title_of_any_length_makes_the_panel_no_wider(section: TasksSection) -> None:
    before = section.minimumSizeHint().width()
    section.draw(state(title="Unaufschiebbarkeiten" * 40))
    assert section.minimumSizeHint().width() <= before
