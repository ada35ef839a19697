"""The window of loose ends says why each is one, and has a button and a key for each way out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.loose_ends import LooseEnd, Why
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.loose_ends_state import LooseEndsState, LooseRow, loose_rows
from weeknotes_desktop.ui.loose_ends.window import LooseEndsWindow
from weeknotes_desktop.ui.loose_ends.words import rows_of
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.section_list import SectionList
from weeknotes_desktop.ui.widgets.sections import Entry, Heading

WEEK = Week(2020, 52)
THIS_WEEK = Week(2021, 15)
DIG = Goal(id="dig", thread="dig", week=WEEK, text="Dig")
PLANT = Goal(
    id="plant",
    thread="plant",
    week=Week(2021, 9),
    text="Plant",
    outcome=Outcome.PARTLY,
    line="It rained",
    audience=Audience.ME,
    weeks_carried=2,
)
ENDS = (LooseEnd(goal=DIG, why=Why.AWAITING), LooseEnd(goal=PLANT, why=Why.PARTLY))


def state(chosen: LooseEnd | None = ENDS[0], ends: tuple[LooseEnd, ...] = ENDS) -> LooseEndsState:
    return LooseEndsState(
        this_week=THIS_WEEK,
        rows=loose_rows(ends, frozenset()),
        chosen=None if chosen is None else LooseRow(chosen),
        weeks=(THIS_WEEK, THIS_WEEK.plus(1)),
    )


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> LooseEndsWindow:
    main = QWidget()
    qtbot.addWidget(main)
    main.show()
    made = LooseEndsWindow(theme, main)
    made.draw(state())
    with qtbot.waitExposed(made):
        made.come()
    return made


def rows(window: LooseEndsWindow) -> SectionList:
    found = window.findChild(SectionList)
    assert isinstance(found, SectionList)
    return found


def line(window: LooseEndsWindow) -> QLineEdit:
    (found,) = (
        one
        for one in window.findChildren(QLineEdit)
        if one.accessibleName() == "What happened, in one line"
    )
    return found


def button(window: LooseEndsWindow, words: str) -> QPushButton:
    (found,) = (one for one in window.findChildren(QPushButton) if one.text().strip() == words)
    return found


def told(spy: QSignalSpy) -> list[list[object]]:
    return [spy.at(place) for place in range(spy.count())]


def test_each_says_why_it_is_one(theme: Theme) -> None:
    unsaved = replace(state(), rows=loose_rows(ENDS, frozenset({"dig"})))
    late = LooseEnd(goal=replace(DIG, week=Week(2021, 10)), why=Why.AWAITING)
    idle = LooseEnd(goal=replace(DIG, week=Week(2021, 11)), why=Why.NOT_STARTED)
    listed = (*rows_of(unsaved), *rows_of(state(ends=(late, idle))))
    assert [(row.text, row.aside) for row in listed if isinstance(row, Heading)][:2] == [
        ("Week 52", "21–27 December 2020"),
        ("Week 9", "1–7 March"),
    ]
    assert [row.second for row in listed if isinstance(row, Entry)] == [
        "not saved yet · No answer since week 52 of 2020",
        "Partly, and nothing came after it · carried over twice · private",
        "No answer since week 10",
        "Not started, and nothing came after it",
    ]


def test_drawing_is_silent(window: LooseEndsWindow) -> None:
    spies = [QSignalSpy(window.chosen), QSignalSpy(window.line_entered)]
    window.draw(state(ENDS[1]))
    window.draw(replace(state(ENDS[1]), letting_go=True))
    window.draw(LooseEndsState(this_week=THIS_WEEK, hint="No loose ends."))
    assert [spy.count() for spy in spies] == [0, 0]
    words = [label.text() for label in window.findChildren(QLabel) if label.isVisibleTo(window)]
    assert words == ["No loose ends."]


@pytest.mark.parametrize(
    ("key", "outcome"),
    [
        (Qt.Key.Key_1, Outcome.DONE),
        (Qt.Key.Key_2, Outcome.PARTLY),
        (Qt.Key.Key_3, Outcome.NOT_STARTED),
        (Qt.Key.Key_4, Outcome.DROPPED),
    ],
)
def test_four_keys_say_what_became_of_it(
    window: LooseEndsWindow, key: Qt.Key, outcome: Outcome
) -> None:
    reported = QSignalSpy(window.reported)
    QTest.keyClick(rows(window), key)
    assert told(reported) == [["dig", outcome, ""]]


def test_the_other_keys_carry_it_over_and_ask_whether_to_let_it_go(
    window: LooseEndsWindow,
) -> None:
    carried, asked = QSignalSpy(window.carried), QSignalSpy(window.let_go_wanted)
    thread = QSignalSpy(window.thread_chosen)
    for key in (Qt.Key.Key_C, Qt.Key.Key_N, Qt.Key.Key_G, Qt.Key.Key_T):
        QTest.keyClick(rows(window), key)
    assert told(carried) == [["dig", THIS_WEEK], ["dig", THIS_WEEK.plus(1)]]
    assert (asked.count(), told(thread)) == (1, [["dig"]])
    # With a modifier they are keys of somebody else.
    QTest.keyClick(rows(window), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert carried.count() == 2


def test_every_way_out_has_a_button(window: LooseEndsWindow) -> None:
    spies = {
        "Not started": QSignalSpy(window.reported),
        "Carry to next week": QSignalSpy(window.carried),
        "Let go…": QSignalSpy(window.let_go_wanted),
    }
    for words in spies:
        button(window, words).click()
    assert told(spies["Not started"]) == [["dig", Outcome.NOT_STARTED, ""]]
    assert told(spies["Carry to next week"]) == [["dig", THIS_WEEK.plus(1)]]
    assert spies["Let go…"].count() == 1
    assert not button(window, "Thread…").isVisible()
    window.draw(state(ENDS[1]))
    assert button(window, "Thread…").isVisible()
    assert "as it is now" in button(window, "Partly").accessibleName()


def test_enter_goes_to_the_line_and_enter_there_hands_it_over(
    window: LooseEndsWindow, qtbot: QtBot
) -> None:
    said = QSignalSpy(window.line_entered)
    QTest.keyClick(rows(window), Qt.Key.Key_Return)
    qtbot.waitUntil(line(window).hasFocus)
    QTest.keyClicks(line(window), " The  bed is under water ")
    # What is drawn meanwhile leaves the typed words alone.
    window.draw(state())
    QTest.keyClick(line(window), Qt.Key.Key_Return)
    assert told(said) == [["dig", "The bed is under water"]]
    assert window.isVisible()
    QTest.keyClick(line(window), Qt.Key.Key_Return)
    assert said.count() == 1


def test_a_typed_line_goes_along_with_the_outcome_once(window: LooseEndsWindow) -> None:
    said, reported = QSignalSpy(window.line_entered), QSignalSpy(window.reported)
    line(window).setText("Under water")
    button(window, "Dropped").click()
    assert (told(reported), said.count()) == ([["dig", Outcome.DROPPED, "Under water"]], 0)


@pytest.mark.parametrize("way", ["choosing", "closing", "going", "drawing"])
def test_a_typed_line_is_handed_over_when_one_turns_away(
    window: LooseEndsWindow, qtbot: QtBot, way: str
) -> None:
    said = QSignalSpy(window.line_entered)
    line(window).setText("Under water")
    if way == "choosing":
        QTest.keyClick(rows(window), Qt.Key.Key_Down)
    elif way == "closing":
        QTest.keyClick(rows(window), Qt.Key.Key_Escape)
        assert not window.isVisible()
    elif way == "going":
        window.finish_editing()
    else:
        # Somebody else has answered the goal.
        window.draw(state(ENDS[1], ENDS[1:]))
    qtbot.waitUntil(lambda: said.count() == 1)
    assert told(said) == [["dig", "Under water"]]
    window.draw(state(ENDS[1]))
    assert line(window).text() == "It rained"


def test_the_reason_is_asked_in_the_window_and_escape_keeps_the_goal(
    window: LooseEndsWindow, qtbot: QtBot
) -> None:
    kept, gone = QSignalSpy(window.kept), QSignalSpy(window.let_go)
    window.draw(replace(state(), letting_go=True))
    (reason,) = (one for one in window.findChildren(QLineEdit) if one.isVisible())
    qtbot.waitUntil(reason.hasFocus)
    QTest.keyClick(reason, Qt.Key.Key_Escape)
    assert (kept.count(), window.isVisible()) == (1, True)
    QTest.keyClicks(reason, "Nobody  asks")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert told(gone) == [["dig", "Nobody asks"]]
    window.draw(state(ENDS[1], ENDS[1:]))
    qtbot.waitUntil(rows(window).hasFocus)
    QTest.keyClick(rows(window), Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_library_that_can_only_be_read_offers_nothing(window: LooseEndsWindow) -> None:
    window.draw(replace(state(), read_only=True))
    reported, carried = QSignalSpy(window.reported), QSignalSpy(window.carried)
    QTest.keyClick(rows(window), Qt.Key.Key_1)
    QTest.keyClick(rows(window), Qt.Key.Key_C)
    assert (reported.count(), carried.count()) == (0, 0)
    assert not button(window, "Let go…").isEnabled()
    assert not line(window).isEnabled()


@pytest.mark.parametrize("text", ["W" * 3_000, "‏שלום " * 40, "\0 nothing", "🌱" * 200, ""])
def test_no_wording_makes_the_window_wider(
    window: LooseEndsWindow, theme: Theme, text: str
) -> None:
    end = LooseEnd(goal=replace(DIG, text=text, line=text), why=Why.AWAITING)
    window.draw(state(end, (end,)))
    assert window.minimumSizeHint().width() <= theme.dots(560)


def test_a_reason_is_told_while_it_is_typed_and_stands_there_when_it_is_asked_again(
    window: LooseEndsWindow,
) -> None:
    typed = QSignalSpy(window.reason_typed)
    window.draw(replace(state(), letting_go=True))
    reason = next(
        one for one in window.findChildren(QLineEdit) if one.accessibleName() == "Why it is let go"
    )
    QTest.keyClicks(reason, "No")
    assert told(typed) == [["dig", "N"], ["dig", "No"]]
    window.draw(state(ENDS[1]))
    window.draw(replace(state(ENDS[1]), letting_go=True))
    assert reason.text() == ""
    window.draw(state())
    window.draw(replace(state(), letting_go=True, reason="No"))
    assert reason.text() == "No"


def test_the_line_of_a_goal_that_went_is_handed_over_once_also_where_the_window_goes_at_once(
    window: LooseEndsWindow, qtbot: QtBot
) -> None:
    entered = QSignalSpy(window.line_entered)
    QTest.keyClicks(line(window), "It is clay")
    window.draw(state(ENDS[1], ends=ENDS[1:]))
    assert entered.count() == 0
    window.finish_editing()
    assert told(entered) == [["dig", "It is clay"]]
    with qtbot.waitSignal(window.closed):
        window.close()
    assert entered.count() == 1
