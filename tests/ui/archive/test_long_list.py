"""A list of any length asks only for what is in sight, and goes anywhere at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.ui.archive.test_archive_panel import THIS_WEEK, many, note, rows_for
from weeknotes_desktop.domain.written_week import WrittenWeek, monday_of
from weeknotes_desktop.presenters.archive_rows import ArchiveRow, ArchiveRows
from weeknotes_desktop.presenters.archive_runs import arrange
from weeknotes_desktop.ui.archive.heights import RowHeights
from weeknotes_desktop.ui.archive.model import ArchiveModel
from weeknotes_desktop.ui.archive.note_list import NoteList
from weeknotes_desktop.ui.archive.row_painter import RowPainter
from weeknotes_desktop.ui.theme import Theme

LONG = 20_000
UNREAD = ArchiveRows(
    arrange(
        [
            WrittenWeek(monday_of(THIS_WEEK.plus(-at)), (f"{at}", f"{at}b"))
            for at in range(0, LONG, 4)
        ],
        monday_of(THIS_WEEK),
    )
)


class WatchedRows(ArchiveRows):
    """Rows that remember which of them were looked at."""

    looked_at: set[int]

    def __getitem__(self, place: int) -> ArchiveRow:  # type: ignore[override]
        vars(self).setdefault("looked_at", set()).add(place)
        return super().__getitem__(place)

    def __iter__(self) -> Iterator[ArchiveRow]:
        raise AssertionError("Nobody needs to look at all of them.")


@pytest.fixture
def rows(qtbot: QtBot, theme: Theme) -> NoteList:
    model = ArchiveModel()
    made = NoteList(model, RowPainter(model, theme))
    model.setParent(made)
    made.resize(263, 600)
    qtbot.addWidget(made)
    made.measure_again(beside=12)
    with qtbot.waitExposed(made):
        made.show()
    return made


def shown(rows: NoteList) -> ArchiveRows:
    return rows._model.rows


def current(rows: NoteList) -> int:
    return rows.currentIndex().row()


def test_only_what_is_in_sight_is_looked_at(rows: NoteList) -> None:
    watched = WatchedRows(UNREAD.runs)
    rows.show_rows(watched)
    rows.viewport().repaint()
    rows.verticalScrollBar().setValue(rows.verticalScrollBar().maximum() // 2)
    rows.viewport().repaint()
    assert 10 < len(watched.looked_at) < 80
    assert max(watched.looked_at) > len(watched) // 3


def test_the_scroll_bar_knows_the_whole_length_at_once(rows: NoteList) -> None:
    rows.show_rows(UNREAD)
    last = rows.visualRect(rows.model().index(len(UNREAD) - 1, 0))
    bar = rows.verticalScrollBar()
    assert bar.maximum() == last.bottom() + 1 - rows.viewport().height()


def test_rows_stand_one_below_the_other_without_a_gap(rows: NoteList) -> None:
    rows.show_rows(rows_for(many(60)))
    places = [rows.visualRect(rows.model().index(row, 0)) for row in range(len(shown(rows)))]
    assert places[0].top() == 0
    assert all(one.bottom() + 1 == other.top() for one, other in pairwise(places))


def test_each_point_belongs_to_the_row_that_stands_there(rows: NoteList) -> None:
    rows.show_rows(rows_for(many(12)))
    for row in range(len(shown(rows))):
        place = rows.visualRect(rows.model().index(row, 0))
        for y in (place.top(), place.bottom()):
            assert rows.indexAt(QPoint(20, y)).row() == row
    assert not rows.indexAt(QPoint(20, place.bottom() + 1)).isValid()
    assert not rows.indexAt(QPoint(20, -1)).isValid()


several = st.lists(st.tuples(st.integers(1, 9), st.integers(1, 3)), max_size=20)


@given(several, st.tuples(*[st.integers(1, 90)] * 4))
def test_heights_add_up_whatever_the_rows_are(
    steps: list[tuple[int, int]], heights: tuple[int, int, int, int]
) -> None:
    monday, weeks = monday_of(THIS_WEEK), []
    for step, notes in steps:
        monday -= 7 * step
        weeks.append(WrittenWeek(monday, tuple(f"{monday}-{at}" for at in range(notes))))
    rows = ArchiveRows(arrange(weeks, monday_of(THIS_WEEK)))
    stand = RowHeights()
    note, blank, heading, lower = heights
    stand.measure(note, blank, heading, min(lower, heading))
    stand.take(rows)
    top = 0
    for row in range(len(rows)):
        assert stand.top(row) == top
        assert stand.row_at(top) == stand.row_at(top + stand.height(row) - 1) == row
        top += stand.height(row)
    assert stand.total == top
    assert stand.row_at(top) == stand.row_at(-1) == -1


def test_it_says_which_rows_are_in_sight(rows: NoteList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rows.rows_seen) as said:
        rows.show_rows(UNREAD)
    assert said.args is not None
    assert said.args[0] == 0
    with qtbot.waitSignal(rows.rows_seen) as said:
        rows.verticalScrollBar().setValue(rows.verticalScrollBar().maximum())
    assert said.args is not None
    assert said.args[1] == len(UNREAD)


def test_the_keyboard_goes_from_end_to_end_and_by_pages(rows: NoteList) -> None:
    rows.show_rows(UNREAD)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Home)
    assert current(rows) == 1
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert current(rows) == 2
    QTest.keyClick(rows, Qt.Key.Key_Up)
    QTest.keyClick(rows, Qt.Key.Key_Up)
    assert current(rows) == 1
    QTest.keyClick(rows, Qt.Key.Key_End)
    assert current(rows) == len(UNREAD) - 1
    assert rows.visualRect(rows.currentIndex()).bottom() < rows.viewport().height()
    QTest.keyClick(rows, Qt.Key.Key_PageUp)
    page = len(UNREAD) - 1 - current(rows)
    assert 8 <= page <= 20
    QTest.keyClick(rows, Qt.Key.Key_PageDown)
    assert current(rows) >= len(UNREAD) - 2


def test_the_heading_of_the_first_row_comes_into_sight_with_it(rows: NoteList) -> None:
    rows.show_rows(UNREAD)
    bar = rows.verticalScrollBar()
    bar.setValue(5_000)
    rows.scrollTo(rows.model().index(1, 0))
    assert bar.value() == 0


def test_a_row_that_is_still_being_read_tells_its_days(rows: NoteList) -> None:
    rows.show_rows(UNREAD)
    said = rows.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "A note for 19–25 April"
    assert not rows.grab().isNull()


def test_what_comes_in_above_does_not_move_what_one_looks_at(rows: NoteList) -> None:
    notes = many(200)
    rows.show_rows(rows_for(notes[5:]))
    rows.verticalScrollBar().setValue(2_000)
    first = rows.indexAt(QPoint(20, 60))
    key, top = shown(rows).key(first.row()), rows.visualRect(first).top()
    rows.show_rows(rows_for(notes))
    place = shown(rows).place_with(key)
    assert place is not None
    assert rows.visualRect(rows.model().index(place, 0)).top() == top


def test_who_is_at_the_top_stays_there(rows: NoteList) -> None:
    notes = many(200)
    rows.show_rows(rows_for(notes[5:]))
    rows.show_rows(rows_for(notes))
    assert rows.verticalScrollBar().value() == 0


def test_the_keyboard_stays_on_its_note_when_others_come_and_go(rows: NoteList) -> None:
    notes = many(60)
    rows.show_rows(rows_for(notes))
    rows.setCurrentIndex(rows._model.index_of("30"))
    rows.show_rows(rows_for((*notes[:10], *notes[20:40])))
    assert rows.currentIndex() == rows._model.index_of("30")
    rows.show_rows(rows_for(notes))
    assert rows.currentIndex() == rows._model.index_of("30")


@given(st.lists(st.sets(st.integers(0, 40)), min_size=2, max_size=5))
def test_any_change_of_rows_ends_with_the_new_rows(shown: list[set[int]]) -> None:
    model = ArchiveModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for numbers in shown:
        notes = tuple(note(str(at), THIS_WEEK.plus(-at), f"Week {at}") for at in sorted(numbers))
        rows = rows_for(notes)
        model.show(rows)
        drawn = tuple(model.row(model.index(at)) for at in range(model.rowCount()))
        assert drawn == tuple(rows)


def test_a_screen_reader_finds_the_rows_where_they_stand(rows: NoteList) -> None:
    rows.show_rows(rows_for(many(5)))
    spoken = QAccessible.queryAccessibleInterface(rows)
    assert spoken.role() is QAccessible.Role.List
    assert spoken.childCount() == len(shown(rows))
    child = spoken.child(1)
    assert child.text(QAccessible.Text.Name).startswith("Week 0, v10.16")
    place = rows.visualRect(rows.model().index(1, 0))
    assert child.rect().size() == place.size()
