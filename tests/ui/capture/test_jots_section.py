"""The section with the jots: what it shows, and what each key and click says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.jots import JotsState
from weeknotes_desktop.ui.capture.jots_section import NEWEST, JotsSection
from weeknotes_desktop.ui.capture.line_row import LineRow
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.in_place_edit import InPlaceEdit

WEEK = Week(2021, 9)
THURSDAY = datetime(2021, 3, 4, 11, 20, tzinfo=UTC)


def jot(ident: str, text: str, **facts: object) -> Jot:
    plain = Jot(id=ident, week=WEEK, at=THURSDAY, text=text)
    return replace(plain, **facts)  # type: ignore[arg-type]


TEA, RAIN = jot("tea", "Forty cups of tea"), jot("rain", "Rain", used_in="a note")


def state(*jots: Jot, **facts: object) -> JotsState:
    plain = JotsState(week=WEEK, this_week=True, jots=jots or (TEA, RAIN))
    return replace(plain, **facts)  # type: ignore[arg-type]


def many(count: int) -> tuple[Jot, ...]:
    return tuple(
        jot(str(number), f"Jot {number}", at=THURSDAY - timedelta(minutes=number))
        for number in range(count)
    )


@pytest.fixture
def section(qtbot: QtBot, theme: Theme) -> JotsSection:
    made = JotsSection(theme)
    qtbot.addWidget(made)
    assert not made.isVisible()
    made.resize(300, 400)
    with qtbot.waitExposed(made):
        made.draw(state())
    return made


def row(section: JotsSection, ident: str) -> LineRow:
    found = section._list.row(ident)
    assert found is not None
    return found


def shown(section: JotsSection) -> list[str]:
    rows = sorted(section.findChildren(LineRow), key=lambda one: one.mapTo(section, QPoint()).y())
    return [one.line.id for one in rows if one.isVisible()]


def words_of(section: JotsSection) -> list[str]:
    return [one.text() for one in section.findChildren(QLabel) if one.isVisible()]


def more(section: JotsSection) -> QPushButton:
    found = section.findChild(QPushButton, "showAll")
    assert isinstance(found, QPushButton)
    return found


def test_each_jot_says_its_day_and_its_time(section: JotsSection) -> None:
    tea = row(section, "tea")
    assert tea.line.when == "Thu"
    assert tea.toolTip() == "Thursday 4 March, 11:20"
    assert tea.accessibleName() == "Thursday 4 March, 11:20: Forty cups of tea"
    assert "2 this week" in words_of(section)


def test_a_used_jot_says_so(section: JotsSection) -> None:
    rain = row(section, "rain")
    assert (rain.line.quiet, rain.line.fact, rain.accessibleDescription()) == (True, "used", "used")


def test_only_the_newest_are_shown_until_the_writer_asks_for_all(
    section: JotsSection, qtbot: QtBot
) -> None:
    section.draw(state(*many(7)))
    assert shown(section) == [str(number) for number in range(NEWEST)]
    assert more(section).text() == "Show all 7"
    QTest.mouseClick(more(section), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(shown(section)) == 7)
    assert more(section).text() == "Show the newest only"
    section.draw(replace(state(*many(7)), week=WEEK.plus(1), this_week=False))
    assert len(shown(section)) == NEWEST
    assert "7 in week 10" in words_of(section)
    section.draw(state())
    assert not more(section).isVisible()


@pytest.mark.parametrize(
    ("key", "signal", "args"),
    [
        (Qt.Key.Key_I, "inserted", ["tea"]),
        (Qt.Key.Key_U, "marked", ["tea", True]),
        (Qt.Key.Key_Delete, "removed", ["tea"]),
    ],
)
def test_one_key_does_each_thing(
    section: JotsSection, qtbot: QtBot, key: Qt.Key, signal: str, args: list[object]
) -> None:
    with qtbot.waitSignal(getattr(section, signal)) as said:
        QTest.keyClick(row(section, "tea"), key)
    assert said.args == args


def test_a_used_one_can_be_called_not_used(section: JotsSection, qtbot: QtBot) -> None:
    with qtbot.waitSignal(section.marked) as said:
        QTest.keyClick(row(section, "rain"), Qt.Key.Key_U)
    assert said.args == ["rain", False]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_Space])
def test_a_jot_is_edited_where_it_stands(section: JotsSection, qtbot: QtBot, key: Qt.Key) -> None:
    QTest.keyClick(row(section, "tea"), key)
    field = row(section, "tea").field
    assert field is not None
    QTest.keyClicks(field, "Fifty cups")
    with qtbot.waitSignal(section.reworded) as said:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert said.args == ["tea", "Fifty cups"]
    assert row(section, "tea").hasFocus()


def test_a_click_on_the_words_edits_and_one_on_the_arrow_inserts(
    section: JotsSection, qtbot: QtBot
) -> None:
    tea = row(section, "tea")
    with qtbot.waitSignal(section.inserted):
        QTest.mouseClick(tea, Qt.MouseButton.LeftButton, pos=tea.plan().arrow.center())
    left = tea.plan().words.topLeft() + QPoint(4, 4)
    QTest.mouseClick(tea, Qt.MouseButton.LeftButton, pos=left)
    assert tea.field is not None


def test_words_left_as_they_were_or_emptied_say_nothing(section: JotsSection, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(section.reworded):
        for key in (Qt.Key.Key_End, Qt.Key.Key_Delete, Qt.Key.Key_Escape):
            QTest.keyClick(row(section, "tea"), Qt.Key.Key_F2)
            field = row(section, "tea").field
            assert field is not None
            QTest.keyClick(field, key)
            if key != Qt.Key.Key_Escape:
                QTest.keyClick(field, Qt.Key.Key_Return)


def test_what_is_being_typed_survives_another_jot_and_is_handed_over_at_the_end(
    section: JotsSection, qtbot: QtBot
) -> None:
    QTest.keyClick(row(section, "tea"), Qt.Key.Key_F2)
    field = section.findChild(InPlaceEdit)
    assert field is not None
    QTest.keyClicks(field, "Half a sen")
    section.draw(state(jot("new", "Another"), TEA, RAIN))
    assert field.hasFocus()
    QTest.keyClicks(field, "tence")
    with qtbot.waitSignal(section.reworded) as said:
        section.finish_editing()
    assert said.args == ["tea", "Half a sentence"]


def test_what_is_being_typed_is_handed_over_when_the_jot_goes(
    section: JotsSection, qtbot: QtBot
) -> None:
    QTest.keyClick(row(section, "tea"), Qt.Key.Key_F2)
    field = row(section, "tea").field
    assert field is not None
    QTest.keyClicks(field, "Half a sentence")
    with qtbot.assertNotEmitted(section.reworded):
        section.draw(state(RAIN))
    with qtbot.waitSignal(section.reworded) as said:
        pass
    assert said.args == ["tea", "Half a sentence"]
    assert row(section, "rain").hasFocus()


def test_the_keyboard_goes_along_the_jots(section: JotsSection) -> None:
    row(section, "tea").setFocus()
    QTest.keyClick(row(section, "tea"), Qt.Key.Key_Down)
    assert row(section, "rain").hasFocus()
    QTest.keyClick(row(section, "rain"), Qt.Key.Key_Up)
    QTest.keyClick(row(section, "tea"), Qt.Key.Key_Up)
    assert row(section, "tea").hasFocus()


def test_without_jots_one_line_says_what_to_do(section: JotsSection) -> None:
    section.draw(replace(state(), jots=()))
    assert "Ctrl+J catches a line while you think of it." in words_of(section)
    section.draw(replace(state(), jots=(), this_week=False))
    assert "No jots in this week." in words_of(section)


def test_what_can_only_be_read_is_shown_and_all_of_it_can_be_seen(section: JotsSection) -> None:
    section.draw(replace(state(*many(7)), read_only=True))
    assert not row(section, "0").isEnabled()
    assert row(section, "0").line.carried == ""
    assert more(section).isEnabled()


def test_a_jot_that_is_not_on_the_disk_says_so(section: JotsSection) -> None:
    section.draw(state(unsaved=frozenset({"tea"})))
    assert row(section, "tea").line.attention == "not saved yet"
    assert "not saved yet" in row(section, "tea").accessibleDescription()


def test_only_a_jot_that_was_dropped_into_the_note_counts_as_used(
    section: JotsSection, qtbot: QtBot
) -> None:
    note, other = QPlainTextEdit(), QPlainTextEdit()
    note.setObjectName("noteText")
    for field in (note, other):
        qtbot.addWidget(field)
    with qtbot.assertNotEmitted(section.marked):
        for place in (other.viewport(), None, QWidget()):
            row(section, "tea").say_dropped(place)
    with qtbot.waitSignal(section.marked) as said:
        row(section, "tea").say_dropped(note.viewport())
    assert said.args == ["tea", True]


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_lies_over_anything_else(
    section: JotsSection, theme: Theme, direction: Qt.LayoutDirection, scale: float
) -> None:
    theme.scale_text(scale)
    section.setLayoutDirection(direction)
    section.draw(state(jot("long", "a" * 900), jot("rtl", "שלום לכולם 🫖"), RAIN))
    for one in section.findChildren(LineRow):
        plan = one.plan(300)
        assert not plan.box.intersects(plan.words)
        assert not plan.menu.intersects(plan.arrow)
        assert plan.words.bottom() < plan.height
        assert 0 <= plan.words.left() <= plan.words.right() <= 300
