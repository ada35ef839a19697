"""The history window says in words what each text is, and is never in the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.version import Occasion, VersionLine
from weeknotes_desktop.presenters.history_state import (
    NOW,
    SAVED,
    Compared,
    DayRow,
    HistoryState,
    NowRow,
    SavedRow,
    VersionRow,
)
from weeknotes_desktop.ui.history.window import HistoryWindow
from weeknotes_desktop.ui.history.words import headline, occasion_words, rows_of, saved_words
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.section_list import SectionList
from weeknotes_desktop.ui.widgets.sections import Entry

FRIDAY = datetime(2021, 3, 5, 17, 6, tzinfo=UTC)
LINE = VersionLine(
    id="a", note_id="n", written_at=FRIDAY, occasion=Occasion.PAUSE, title="Mud", words=1
)
STATE = HistoryState(
    label="Weeknote 9",
    rows=(NowRow(), DayRow(FRIDAY.date(), 0), VersionRow(LINE, FRIDAY)),
    chosen="a",
    compared=Compared(came=3),
)
RESCUE = HistoryState(
    label="Weeknote 9",
    rows=(NowRow(FRIDAY), SavedRow(FRIDAY - timedelta(minutes=8))),
    chosen=SAVED,
    compared=Compared(came=1),
    rescue=True,
)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> HistoryWindow:
    main = QWidget()
    qtbot.addWidget(main)
    main.show()
    return HistoryWindow(theme, main, lambda: FRIDAY)


def said(window: HistoryWindow) -> list[str]:
    labels = window.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisibleTo(window) and label.text()]


def button(window: HistoryWindow, words: str) -> QPushButton:
    (found,) = (one for one in window.findChildren(QPushButton) if one.text() == words)
    return found


def test_drawing_is_silent(window: HistoryWindow) -> None:
    spies = [QSignalSpy(window.chosen), QSignalSpy(window.alone_chosen)]
    window.draw(STATE)
    window.come()
    window.draw(RESCUE)
    window.draw(HistoryState(hint="Open a note."))
    assert [spy.count() for spy in spies] == [0, 0]
    assert "Open a note." in said(window)


def test_a_version_is_named_by_day_and_time_and_why_it_was_kept(window: HistoryWindow) -> None:
    window.draw(STATE)
    assert {"Today, 17:06", "After a pause", "3 words new"} <= set(said(window))
    assert button(window, "Bring this text back").isEnabled()


def test_what_stands_in_the_editor_cannot_be_brought_back(window: HistoryWindow) -> None:
    window.draw(HistoryState(rows=STATE.rows, chosen=NOW, compared=Compared()))
    assert not button(window, "Bring this text back").isEnabled()


def test_arrows_choose_and_escape_closes(window: HistoryWindow) -> None:
    window.draw(STATE)
    window.come()
    chosen, closed = QSignalSpy(window.chosen), QSignalSpy(window.closed)
    rows = window.findChild(QListView)
    assert isinstance(rows, QListView)
    QTest.keyClick(rows, Qt.Key.Key_Up)
    QTest.keyClick(rows, Qt.Key.Key_Up)
    assert chosen.at(0) == [NOW]
    QTest.keyClick(rows, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert closed.count() == 1


def test_after_a_crash_the_keyboard_is_on_the_answer_that_loses_nothing(
    window: HistoryWindow, qtbot: QtBot
) -> None:
    window.draw(RESCUE)
    window.come()
    keep = button(window, "Keep what was typed")
    qtbot.waitUntil(keep.hasFocus)
    assert {"Saved 16:58", "1 word new"} <= set(said(window))
    assert headline(RESCUE, FRIDAY.date())[0] == "Saved 16:58"
    spoken = [
        str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        for view in window.findChildren(QListView)
        for model in [view.model()]
        for row in range(model.rowCount())
    ]
    assert spoken[0].startswith("Typed by 17:06:00, not saved")


def test_after_a_crash_it_promises_no_more_than_is_true(window: HistoryWindow) -> None:
    window.draw(RESCUE)
    (promise,) = (words for words in said(window) if words.startswith("The program ended"))
    assert promise.endswith(
        "What you had typed by 17:06:00 stands in the editor; "
        "at most the two seconds after that are missing."
    )


@pytest.mark.parametrize(("scale", "width"), [(1.0, 960), (1.0, 760), (2.0, 1440), (2.0, 1024)])
def test_no_row_is_cut(window: HistoryWindow, theme: Theme, scale: float, width: int) -> None:
    theme.scale_text(scale)
    lines = [
        replace(LINE, id=str(place), occasion=occasion, words=12_345)
        for place, occasion in enumerate(Occasion)
    ]
    versions = tuple(VersionRow(line, FRIDAY) for line in lines)
    long_ago = SavedRow(datetime(2020, 9, 23, 17, 6, tzinfo=UTC))
    state = replace(RESCUE, rows=(*RESCUE.rows, long_ago, DayRow(FRIDAY.date(), 0), *versions))
    window.draw(state)
    window.resize(width, 700)
    window.show()
    (listed,) = window.findChildren(SectionList)
    room = listed.viewport().width() - 2 * theme.dots(8)
    for row in rows_of(state, FRIDAY.date()):
        if isinstance(row, Entry):
            first = QFontMetrics(theme.font(weight=QFont.Weight.Medium))
            assert first.horizontalAdvance(row.text) <= room, row.text
            second = QFontMetrics(theme.font("small"))
            assert second.horizontalAdvance(row.second) <= room, row.second


def test_it_closes_with_the_main_window(window: HistoryWindow) -> None:
    window.draw(STATE)
    window.come()
    assert not window.isModal()
    main = window.parentWidget()
    assert main is not None
    main.close()
    assert not window.isVisible()


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (None, "As it was saved"),
        (datetime(2021, 3, 5, 9, 5, tzinfo=UTC), "Saved 09:05"),
        (datetime(2021, 3, 4, 9, 5, tzinfo=UTC), "Saved yesterday, 09:05"),
        (datetime(2021, 2, 3, 9, 5, tzinfo=UTC), "Saved 3 February, 09:05"),
    ],
)
def test_when_it_was_saved_is_said_as_one_says_it(
    at: datetime | None, words: str, theme: Theme
) -> None:
    assert saved_words(at, date(2021, 3, 5)) == words


def test_every_occasion_has_its_words() -> None:
    assert all(occasion_words(occasion) for occasion in Occasion)
