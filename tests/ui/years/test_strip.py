"""The strip of years: seen, heard, and gone through by mouse and keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.written_week import WrittenWeek, monday_of
from weeknotes_desktop.presenters.years import YearsState
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.years.model import YearsModel
from weeknotes_desktop.ui.years.strip import YearStrip

THIS_WEEK = Week(2021, 16)
WRITTEN = {
    Week(2021, 15): WrittenWeek(monday_of(Week(2021, 15)), ("a", "b"), 812),
    Week(2021, 14): WrittenWeek(monday_of(Week(2021, 14)), ("c",), 1),
}
STATE = YearsState(
    years=(2021, 2020, 2019),
    written={monday_of(week): written for week, written in WRITTEN.items()},
    away={monday_of(Week(2021, 13)): "leave", monday_of(Week(2021, 12)): ""},
    this_week=monday_of(THIS_WEEK),
)


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme) -> YearStrip:
    made = YearStrip(theme)
    made.resize(239, 60)
    qtbot.addWidget(made)
    made.draw(STATE)
    with qtbot.waitExposed(made):
        made.show()
    return made


def index_of(strip: YearStrip, week: Week) -> QModelIndex:
    place = strip._model.state.place(monday_of(week))
    assert place is not None
    return strip.model().index(*place)


def said(strip: YearStrip, week: Week) -> str:
    return str(index_of(strip, week).data(Qt.ItemDataRole.AccessibleTextRole))


def here(strip: YearStrip) -> Week | None:
    return strip._model.week(strip.currentIndex())


@pytest.mark.parametrize(
    ("week", "words"),
    [
        (Week(2021, 15), "Week 15, 12–18 April 2021: 2 notes, 812 words"),
        (Week(2021, 14), "Week 14, 5–11 April 2021: short, one note, one word"),
        (Week(2021, 13), "Week 13, 29 March–4 April 2021: away, leave"),
        (Week(2021, 12), "Week 12, 22–28 March 2021: away"),
        (Week(2020, 53), "Week 53, 28 December–3 January 2021: no note"),
        (Week(2021, 17), "Week 17, 26 April–2 May 2021: yet to come"),
    ],
)
def test_a_week_is_told_to_whoever_hears_it_or_points_at_it(
    strip: YearStrip, week: Week, words: str
) -> None:
    assert said(strip, week) == words
    assert index_of(strip, week).data(Qt.ItemDataRole.ToolTipRole) == words


def test_a_click_goes_to_the_week(strip: YearStrip, qtbot: QtBot) -> None:
    place = strip.visualRect(index_of(strip, Week(2021, 15))).center()
    with qtbot.waitSignal(strip.week_chosen) as heard:
        QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard.args == [Week(2021, 15)]


def test_there_is_nothing_behind_a_year_of_52_weeks(strip: YearStrip, qtbot: QtBot) -> None:
    index = strip.model().index(0, 52)
    assert not index.flags() & Qt.ItemFlag.ItemIsEnabled
    assert strip.model().index(1, 52).flags() & Qt.ItemFlag.ItemIsEnabled
    with qtbot.assertNotEmitted(strip.week_chosen):
        place = strip.visualRect(index).center()
        QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_keyboard_begins_at_this_week_and_goes_by_weeks_and_years(
    strip: YearStrip, qtbot: QtBot, key: Qt.Key
) -> None:
    strip.setFocus()
    assert here(strip) == THIS_WEEK
    QTest.keyClick(strip, Qt.Key.Key_Left)
    assert here(strip) == Week(2021, 15)
    QTest.keyClick(strip, Qt.Key.Key_Down)
    assert here(strip) == Week(2020, 15)
    QTest.keyClick(strip, Qt.Key.Key_Home)
    assert here(strip) == Week(2020, 1)
    with qtbot.waitSignal(strip.week_chosen) as heard:
        QTest.keyClick(strip, key)
    assert heard.args == [Week(2020, 1)]


def test_tab_leaves_it(strip: YearStrip) -> None:
    assert not strip.tabKeyNavigation()


def test_the_open_note_takes_the_keyboard_along(strip: YearStrip) -> None:
    strip.draw(replace(STATE, here=monday_of(Week(2019, 3))))
    assert here(strip) == Week(2019, 3)
    assert strip.viewport().rect().contains(strip.visualRect(strip.currentIndex()))
    strip.setCurrentIndex(index_of(strip, Week(2020, 7)))
    strip.draw(replace(STATE, here=monday_of(Week(2019, 3)), short=7))
    assert here(strip) == Week(2020, 7)


def test_drawing_is_silent(strip: YearStrip, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(strip.week_chosen):
        strip.draw(replace(STATE, here=monday_of(THIS_WEEK)))
        strip.draw(YearsState())
        strip.draw(STATE)


def test_it_comes_with_what_it_shows_and_goes_when_it_is_not_wanted(
    qtbot: QtBot, theme: Theme
) -> None:
    strip = YearStrip(theme)
    qtbot.addWidget(strip)
    strip.draw(YearsState())
    assert not strip.isVisible()
    strip.draw(STATE)
    assert strip.isVisible()
    strip.turn(on=False)
    strip.draw(replace(STATE, short=7))
    assert not strip.isVisible()


def test_five_years_are_in_sight_and_the_others_are_scrolled_to(
    strip: YearStrip, theme: Theme
) -> None:
    three = strip.height()
    strip.draw(replace(STATE, years=tuple(range(2021, 1990, -1))))
    five = strip.height()
    assert three < five
    strip.draw(replace(STATE, years=tuple(range(2021, 1950, -1))))
    assert strip.height() == five
    strip.setCurrentIndex(index_of(strip, Week(1960, 7)))
    assert strip.viewport().rect().intersects(strip.visualRect(strip.currentIndex()))


def test_each_kind_of_week_looks_different(strip: YearStrip) -> None:
    def mark(week: Week) -> bytes:
        place = strip.visualRect(index_of(strip, week))
        picture = strip.viewport().grab(place).toImage()
        return bytes(picture.constBits())

    strip.resize(53 * 8 + 40, strip.height())
    kinds = [Week(2021, 15), Week(2021, 14), Week(2021, 13), Week(2021, 11), Week(2021, 30)]
    assert len({mark(week) for week in kinds}) == len(kinds)


def test_a_screen_reader_finds_a_table(strip: YearStrip) -> None:
    spoken = QAccessible.queryAccessibleInterface(strip)
    assert spoken.role() is QAccessible.Role.Table
    assert strip.accessibleName() == "Weeks of the years"


def test_the_model_keeps_its_promises() -> None:
    model = YearsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for state in (STATE, replace(STATE, short=900), YearsState(), STATE):
        model.show(state)
        assert model.rowCount() == len(state.years)
    assert model.headerData(1, Qt.Orientation.Vertical) == "2020"
