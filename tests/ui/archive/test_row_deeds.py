"""What can be done to a row: its menu by mouse and key, and dragging it to another week."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.archive.test_archive_panel import (
    NOTES,
    THIS_WEEK,
    index_of,
    many,
    panel,
    rows_of,
    state,
)
from weeknotes_desktop.ui.archive.panel import ArchivePanel
from weeknotes_desktop.ui.archive.row_menu import RowMenu

__all__ = ["panel"]
MOVE = Qt.DropAction.MoveAction
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def open_menu(panel: ArchivePanel, words: str, *, by_key: bool, qtbot: QtBot) -> RowMenu | None:
    rows = rows_of(panel)
    index = index_of(panel, words)
    place = rows.visualRect(index).center()
    reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
    if by_key:
        rows.setCurrentIndex(index)
        place = QPoint(1, 1)
    asked = QContextMenuEvent(reason, place, rows.viewport().mapToGlobal(place))
    QApplication.sendEvent(rows.viewport(), asked)
    menus = [menu for menu in rows.findChildren(RowMenu) if menu.isVisible()]
    for menu in menus:
        qtbot.addWidget(menu)
    return menus[0] if menus else None


def words_of(menu: QMenu) -> list[str]:
    return [one.text().replace("&", "") for one in menu.actions() if one.text()]


@pytest.mark.parametrize("by_key", [False, True])
def test_a_note_has_a_menu(panel: ArchivePanel, qtbot: QtBot, by_key: bool) -> None:
    menu = open_menu(panel, "Two doors", by_key=by_key, qtbot=qtbot)
    assert menu is not None
    assert words_of(menu) == ["Open", "Move to another week", "Links to this note…", "Delete\tDel"]
    keys = [one.text().partition("&")[2][:1] for one in menu.actions() if one.text()]
    assert len(set(keys)) == len(keys)
    with qtbot.waitSignal(panel.note_removed) as said:
        menu.actions()[-1].trigger()
    assert said.args == ["b"]


def test_its_first_entry_opens_it(panel: ArchivePanel, qtbot: QtBot) -> None:
    menu = open_menu(panel, "Two doors", by_key=True, qtbot=qtbot)
    assert menu is not None
    with qtbot.waitSignal(panel.note_chosen) as said:
        QTest.keyClick(menu, Qt.Key.Key_O)
    assert said.args == ["b"]


def test_it_asks_who_links_to_the_note(panel: ArchivePanel, qtbot: QtBot) -> None:
    menu = open_menu(panel, "Two doors", by_key=True, qtbot=qtbot)
    assert menu is not None
    with qtbot.waitSignal(panel.links_wanted) as said:
        QTest.keyClick(menu, Qt.Key.Key_L)
    assert said.args == ["b"]


def test_it_moves_the_note_to_a_week_near_its_own(panel: ArchivePanel, qtbot: QtBot) -> None:
    menu = open_menu(panel, "Two doors", by_key=False, qtbot=qtbot)
    assert menu is not None
    weeks = next(one.menu() for one in menu.actions() if one.menu() is not None)
    assert isinstance(weeks, QMenu)
    near = weeks.actions()
    assert [one.text() for one in near][5:8] == [
        "19–25 April 2021",
        "12–18 April 2021",
        "5–11 April 2021",
    ]
    assert [one.isEnabled() for one in near].index(False) == 6
    with qtbot.waitSignal(panel.note_moved) as said:
        near[7].trigger()
    assert said.args == ["b", THIS_WEEK.plus(-2)]


def test_a_week_without_a_note_can_be_started_from_its_menu(
    panel: ArchivePanel, qtbot: QtBot
) -> None:
    menu = open_menu(panel, "No note", by_key=True, qtbot=qtbot)
    assert menu is not None
    with qtbot.waitSignal(panel.week_chosen) as said:
        menu.actions()[0].trigger()
    assert said.args == [THIS_WEEK.plus(-2)]


def test_a_heading_has_no_menu(panel: ArchivePanel, qtbot: QtBot) -> None:
    assert open_menu(panel, "April 2021", by_key=False, qtbot=qtbot) is None


def carried(panel: ArchivePanel, words: str) -> QMimeData:
    dragged = rows_of(panel).carried(index_of(panel, words))
    assert dragged is not None
    return dragged


def drag(panel: ArchivePanel, dragged: QMimeData, place: QPoint) -> bool:
    """Drag something over a place of the list; returns whether it could be dropped there."""
    rows = rows_of(panel)
    QApplication.sendEvent(rows.viewport(), QDragEnterEvent(place, MOVE, dragged, LEFT, PLAIN))
    move = QDragMoveEvent(place, MOVE, dragged, LEFT, PLAIN)
    QApplication.sendEvent(rows.viewport(), move)
    return move.isAccepted()


def drop(panel: ArchivePanel, dragged: QMimeData, place: QPoint) -> None:
    event = QDropEvent(QPointF(place), MOVE, dragged, LEFT, PLAIN)
    QApplication.sendEvent(rows_of(panel).viewport(), event)


def place_of(panel: ArchivePanel, words: str) -> QPoint:
    return rows_of(panel).visualRect(index_of(panel, words)).center()


@pytest.mark.parametrize(("words", "step"), [("No note", -2), ("A map", 0)])
def test_a_note_is_dropped_on_a_week(
    panel: ArchivePanel, qtbot: QtBot, words: str, step: int
) -> None:
    dragged, place = carried(panel, "Two doors"), place_of(panel, words)
    assert drag(panel, dragged, place)
    with qtbot.waitSignal(panel.note_moved) as said:
        drop(panel, dragged, place)
    assert said.args == ["b", THIS_WEEK.plus(step)]


@pytest.mark.parametrize("words", ["Two doors", "April 2021"])
def test_it_is_not_dropped_on_its_own_week_or_a_heading(
    panel: ArchivePanel, qtbot: QtBot, words: str
) -> None:
    dragged, place = carried(panel, "Two doors"), place_of(panel, words)
    assert not drag(panel, dragged, place)
    with qtbot.assertNotEmitted(panel.note_moved):
        drop(panel, dragged, place)


def test_nothing_but_a_note_of_ours_can_be_dropped(panel: ArchivePanel, qtbot: QtBot) -> None:
    other, place = QMimeData(), place_of(panel, "No note")
    other.setText("b")
    assert not drag(panel, other, place)
    with qtbot.assertNotEmitted(panel.note_moved):
        drop(panel, other, place)


def test_where_it_would_go_is_shown_while_it_is_dragged(panel: ArchivePanel) -> None:
    dragged, place = carried(panel, "Two doors"), place_of(panel, "No note")
    before = rows_of(panel).grab().toImage()
    drag(panel, dragged, place)
    assert rows_of(panel).grab().toImage() != before
    drag(panel, dragged, place_of(panel, "April 2021"))
    assert rows_of(panel).grab().toImage() == before


def test_the_list_moves_on_where_a_note_is_dragged_to_its_edge(panel: ArchivePanel) -> None:
    panel.draw(state(*many(200), chosen="0"))
    rows = rows_of(panel)
    dragged = carried(panel, "Week 3")
    drag(panel, dragged, QPoint(50, rows.viewport().height() - 3))
    low = rows.verticalScrollBar().value()
    assert low > 0
    drag(panel, dragged, QPoint(50, 3))
    assert rows.verticalScrollBar().value() < low


def test_headings_and_weeks_without_a_note_cannot_be_dragged(panel: ArchivePanel) -> None:
    panel.draw(state(*NOTES))
    for words in ("April 2021", "No note"):
        index = index_of(panel, words)
        assert rows_of(panel).carried(index) is None
        assert not index.flags() & Qt.ItemFlag.ItemIsDragEnabled
    assert index_of(panel, "Two doors").flags() & Qt.ItemFlag.ItemIsDragEnabled
