"""What can be done to one goal in the panel, by key and by mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.goals.test_goals_panel import (
    SHED,
    TEA,
    THIS_FIELD,
    WEEK,
    editor,
    goal,
    keyboard,
    names,
    row,
    state,
    stop,
)
from weeknotes_desktop.domain.goal import Form, Outcome
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.presenters.goal_details import Detail
from weeknotes_desktop.presenters.goals import Crowd, GoalsState
from weeknotes_desktop.ui.goals.carry_choice import CarryChoice
from weeknotes_desktop.ui.goals.detail_line import DetailLine
from weeknotes_desktop.ui.goals.goal_row import GoalRow
from weeknotes_desktop.ui.goals.panel import GoalsPanel
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.segmented import Segmented
from weeknotes_desktop.ui.widgets.tick_box import TickBox

CUPS = goal("cups", "Wash the cups")
LEFT, DOWN, ALT = (
    Qt.MouseButton.LeftButton,
    Qt.Key.Key_Down,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> Iterator[GoalsPanel]:
    made = GoalsPanel(theme)
    made.resize(320, 900)
    qtbot.addWidget(made)
    made.draw(state())
    with qtbot.waitExposed(made):
        made.show()
    yield made
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def popup() -> QWidget:
    """The menu or list that has come up."""
    found = QApplication.activePopupWidget()
    assert found is not None
    return found


def menu() -> QMenu:
    found = popup()
    assert isinstance(found, QMenu)
    return found


def words(of: QMenu) -> list[str]:
    return [action.text().split("\t")[0] for action in of.actions() if action.text()]


def line(shown: GoalRow, name: str) -> DetailLine:
    (found,) = (
        field
        for field in shown.findChildren(DetailLine)
        if field.accessibleName() == name and not field.isHidden()
    )
    return found


def label(panel: GoalsPanel, name: str) -> QLabel | None:
    return next((one for one in panel.findChildren(QLabel, name) if one.isVisible()), None)


# The outcomes


def test_the_handle_below_the_box_offers_the_four_outcomes_with_their_keys(
    panel: GoalsPanel,
) -> None:
    shed = row(panel, "shed")
    below = shed.plan().box.center() + QPoint(0, shed.plan().box.height())
    assert shed.plan().at_handle(below)
    said = QSignalSpy(panel.said.outcome_chosen)
    QTest.mouseClick(shed, LEFT, pos=below)
    assert [action.text() for action in menu().actions()] == [
        "Done\t1",
        "Partly\t2",
        "Not started\t3",
        "Dropped\t4",
        "Open\t0",
    ]
    menu().actions()[3].trigger()
    assert [said.at(0)[1]] == [Outcome.DROPPED]


def test_the_outcomes_are_opened_by_a_key_too(panel: GoalsPanel) -> None:
    QTest.keyClick(row(panel, "tea"), Qt.Key.Key_O)
    assert [action.text() for action in menu().actions() if action.isChecked()] == ["Done\t1"]


def test_a_click_on_the_box_ticks_and_opens_nothing(panel: GoalsPanel) -> None:
    shed = row(panel, "shed")
    said = QSignalSpy(panel.said.outcome_chosen)
    QTest.mouseClick(shed, LEFT, pos=shed.plan().box.center())
    assert said.at(0) == ["shed", Outcome.DONE]
    assert QApplication.activePopupWidget() is None
    assert not shed.editing.open


@pytest.mark.parametrize(
    ("key", "offered"),
    [
        (Qt.Key.Key_1, False),
        (Qt.Key.Key_2, True),
        (Qt.Key.Key_3, True),
        (Qt.Key.Key_4, True),
        (Qt.Key.Key_0, False),
    ],
)
def test_what_got_in_the_way_may_be_said_in_the_same_go(
    panel: GoalsPanel, qtbot: QtBot, key: Qt.Key, offered: bool
) -> None:
    shed = row(panel, "shed")
    shed.setFocus()
    QTest.keyClick(shed, key)
    assert shed.editing.open is offered
    if offered:
        QTest.keyClicks(editor(shed), "Rain")
        with qtbot.waitSignal(panel.said.line_entered) as said:
            QTest.keyClick(editor(shed), Qt.Key.Key_Return)
        assert said.args == ["shed", "Rain"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab, DOWN])
def test_the_line_that_is_offered_is_never_forced(panel: GoalsPanel, key: Qt.Key) -> None:
    shed = row(panel, "shed")
    shed.setFocus()
    QTest.keyClick(shed, Qt.Key.Key_3)
    said = QSignalSpy(panel.said.line_entered)
    QTest.keyClick(editor(shed), key)
    assert not shed.editing.open
    assert said.count() == 0
    assert stop() == ("tea" if key in (DOWN, Qt.Key.Key_Tab) else "shed")


def test_a_goal_with_a_line_is_not_asked_for_another(panel: GoalsPanel) -> None:
    QTest.keyClick(row(panel, "tea"), Qt.Key.Key_2)
    assert not row(panel, "tea").editing.open


# Hold, let go, carry, threads


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_H, "held"),
        (Qt.Key.Key_C, "carried"),
        (Qt.Key.Key_T, "thread_chosen"),
        (Qt.Key.Key_Y, "tie_chosen"),
    ],
)
def test_one_key_does_each_thing(panel: GoalsPanel, key: Qt.Key, signal: str) -> None:
    said = QSignalSpy(getattr(panel.said, signal))
    QTest.keyClick(row(panel, "shed"), key)
    assert [said.at(0)] == [["shed"]]


def test_a_goal_is_let_go_for_a_reason(panel: GoalsPanel, qtbot: QtBot) -> None:
    shed = row(panel, "shed")
    QTest.keyClick(shed, Qt.Key.Key_G)
    QTest.keyClicks(editor(shed), "Nobody cycles")
    with qtbot.waitSignal(panel.said.let_go) as said:
        QTest.keyClick(editor(shed), Qt.Key.Key_Return)
    assert said.args == ["shed", "Nobody cycles"]


def test_enter_alone_lets_go_and_leaving_without_a_word_does_not(panel: GoalsPanel) -> None:
    shed = row(panel, "shed")
    shed.setFocus()
    said = QSignalSpy(panel.said.let_go)
    for leave in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, DOWN):
        QTest.keyClick(shed, Qt.Key.Key_G)
        QTest.keyClick(editor(shed), leave)
        assert not shed.editing.open
    QTest.keyClick(shed, Qt.Key.Key_G)
    panel.finish_editing()
    assert said.count() == 0
    QTest.keyClick(shed, Qt.Key.Key_G)
    QTest.keyClick(editor(shed), Qt.Key.Key_Return)
    assert said.at(0) == ["shed", ""]


def test_no_goal_is_let_go_because_another_week_is_shown(panel: GoalsPanel) -> None:
    QTest.keyClick(row(panel, "shed"), Qt.Key.Key_G)
    said = QSignalSpy(panel.said.let_go)
    panel.draw(GoalsState(week=WEEK.plus(4), next_week=WEEK.plus(5)))
    QApplication.processEvents()
    assert said.count() == 0


@pytest.mark.parametrize("facts", [{"held": True}, {"let_go": "", "outcome": Outcome.DROPPED}])
def test_a_goal_on_hold_or_let_go_says_so_and_is_taken_up_again(
    panel: GoalsPanel, facts: dict[str, object]
) -> None:
    panel.draw(state(replace(SHED, **facts), TEA))  # type: ignore[arg-type]
    shed = row(panel, "shed")
    assert any(said in shed.accessibleDescription() for said in ("on hold", "let go"))
    said = QSignalSpy(panel.said.taken_up)
    QTest.keyClick(shed, Qt.Key.Key_H)
    assert said.at(0) == ["shed"]


def test_a_goal_that_is_done_is_neither_held_nor_carried_nor_let_go(panel: GoalsPanel) -> None:
    tea = row(panel, "tea")
    spies = [QSignalSpy(getattr(panel.said, one)) for one in ("held", "carried", "let_go")]
    for key in (Qt.Key.Key_H, Qt.Key.Key_C, Qt.Key.Key_G):
        QTest.keyClick(tea, key)
    assert [spy.count() for spy in spies] == [0, 0, 0]
    assert not tea.editing.open
    tea._open_menu(QPoint())
    assert not {"Carry over", "Let go…", "Put on hold"} & set(words(menu()))


@pytest.mark.parametrize("outcome", [Outcome.PARTLY, Outcome.NOT_STARTED, Outcome.DROPPED])
def test_a_goal_that_has_its_answer_is_not_put_on_hold(panel: GoalsPanel, outcome: Outcome) -> None:
    panel.draw(state(replace(SHED, outcome=outcome), TEA))
    said = QSignalSpy(panel.said.held)
    QTest.keyClick(row(panel, "shed"), Qt.Key.Key_H)
    assert said.count() == 0


def test_a_click_on_how_often_a_goal_was_carried_shows_its_thread(panel: GoalsPanel) -> None:
    panel.draw(state(replace(SHED, weeks_carried=2, workstream="estate"), TEA))
    shed = row(panel, "shed")
    said = QSignalSpy(panel.said.thread_chosen)
    QTest.mouseClick(shed, LEFT, pos=shed.plan().place_of("thread").center())
    assert said.at(0) == ["shed"]
    assert not shed.editing.open


def test_every_entry_of_the_menu_names_the_key_that_does_the_same(panel: GoalsPanel) -> None:
    shed = row(panel, "shed")
    shed._open_menu(shed.mapToGlobal(QPoint(5, 5)))
    texts = [action.text() for action in menu().actions() if action.text()]
    keys = [text.split("\t")[1] for text in texts]
    assert len(keys) == len(set(keys)) == len(texts)
    assert {"Details…\tE", "Let go…\tG", "Put on hold\tH", "Week by week…\tT"} <= set(texts)


# Details


def test_e_opens_the_details_and_enter_keeps_and_goes_back(panel: GoalsPanel) -> None:
    shed = row(panel, "shed")
    shed.setFocus()
    before = shed.plan().height
    QTest.keyClick(shed, Qt.Key.Key_E)
    assert shed.plan().height > before
    said = QSignalSpy(panel.said.detail_entered)
    assert keyboard().accessibleName() == "Workstream"
    QTest.keyClicks(keyboard(), "estate")
    QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    assert keyboard().accessibleName() == "How will I know?"
    QTest.keyClicks(keyboard(), "It stands")
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert [said.at(nth) for nth in range(said.count())] == [
        ["shed", Detail.WORKSTREAM, "estate"],
        ["shed", Detail.HOW, "It stands"],
    ]
    assert shed.hasFocus()
    assert not shed.details.open
    assert shed.plan().height == before


def test_escape_drops_what_was_typed_into_a_detail(panel: GoalsPanel) -> None:
    shed = row(panel, "shed")
    shed.setFocus()
    QTest.keyClick(shed, Qt.Key.Key_E)
    said = QSignalSpy(panel.said.detail_entered)
    QTest.keyClicks(keyboard(), "esta")
    QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
    assert (said.count(), shed.details.open, stop()) == (0, False, "shed")


def test_the_public_wording_is_asked_only_of_a_goal_that_is_not_public(panel: GoalsPanel) -> None:
    shed = row(panel, "shed")
    QTest.keyClick(shed, Qt.Key.Key_E)
    name = "What others may read in its place"
    hidden = [one.accessibleName() for one in shed.findChildren(DetailLine) if one.isHidden()]
    assert hidden == [name]
    height = shed.plan().height
    panel.draw(state(replace(SHED, audience=Audience.ME), TEA))
    said = QSignalSpy(panel.said.detail_entered)
    QTest.keyClicks(line(shed, name), "A building")
    QTest.keyClick(line(shed, name), Qt.Key.Key_Return)
    assert said.at(0) == ["shed", Detail.PUBLIC_WORDING, "A building"]
    assert shed.plan().height != height


def test_who_may_read_form_and_stretch_are_kept_at_once(panel: GoalsPanel) -> None:
    shed = row(panel, "shed")
    QTest.keyClick(shed, Qt.Key.Key_E)
    who, form = shed.findChildren(Segmented)
    heard = [
        QSignalSpy(panel.said.audience_chosen),
        QSignalSpy(panel.said.form_chosen),
        QSignalSpy(panel.said.stretch_chosen),
    ]
    QTest.keyClick(who, Qt.Key.Key_Left)
    QTest.keyClick(form, Qt.Key.Key_Right)
    (box,) = shed.findChildren(TickBox)
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert [spy.at(0) for spy in heard] == [
        ["shed", Audience.TEAM],
        ["shed", Form.QUESTION],
        ["shed", True],
    ]


def test_details_that_are_being_typed_survive_what_others_do(panel: GoalsPanel) -> None:
    shed = row(panel, "shed")
    shed.setFocus()
    QTest.keyClick(shed, Qt.Key.Key_E)
    QTest.keyClicks(keyboard(), "esta")
    panel.draw(state(replace(SHED, how="It stands"), TEA))
    assert line(shed, "Workstream").text() == "esta"
    assert line(shed, "How will I know?").text() == "It stands"


def test_details_that_are_being_typed_are_handed_over_when_another_week_is_shown(
    panel: GoalsPanel, qtbot: QtBot
) -> None:
    shed = row(panel, "shed")
    shed.setFocus()
    QTest.keyClick(shed, Qt.Key.Key_E)
    QTest.keyClicks(keyboard(), "estate")
    said = QSignalSpy(panel.said.detail_entered)
    panel.draw(GoalsState(week=WEEK.plus(4), next_week=WEEK.plus(5)))
    assert said.count() == 0
    qtbot.waitUntil(lambda: said.count() > 0)
    assert said.at(0) == ["shed", Detail.WORKSTREAM, "estate"]
    assert said.count() == 1


def test_tab_goes_through_the_details_as_one_reads(panel: GoalsPanel) -> None:
    shed = row(panel, "shed")
    shed.setFocus()
    QTest.keyClick(shed, Qt.Key.Key_E)
    stops = []
    for _ in range(6):
        stops.append(stop())
        QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    assert stops == [
        "Workstream",
        "How will I know?",
        "Public",
        "Statement",
        "A stretch: not counted",
        "tea",
    ]


PRIVATE = replace(SHED, audience=Audience.ME)
IN_ITS_PLACE = "What others may read in its place"
FIELDS = [
    "Workstream",
    "How will I know?",
    "Me",
    IN_ITS_PLACE,
    "Statement",
    "A stretch: not counted",
]


def tabs(number: int, key: Qt.Key = Qt.Key.Key_Tab) -> list[str]:
    """Where the keyboard is now, and where so many Tabs take it."""
    stops = [stop()]
    for _ in range(number):
        QTest.keyClick(keyboard(), key)
        stops.append(stop())
    return stops


def test_tab_goes_through_all_details_of_a_private_goal_and_back(panel: GoalsPanel) -> None:
    panel.draw(state(PRIVATE, TEA))
    row(panel, "shed").setFocus()
    QTest.keyClick(row(panel, "shed"), Qt.Key.Key_E)
    assert tabs(5) == FIELDS
    assert tabs(6, Qt.Key.Key_Backtab) == [*reversed(FIELDS), "shed"]
    assert tabs(7) == ["shed", *FIELDS, "tea"]


def test_tab_goes_as_one_reads_also_after_another_audience_was_chosen(panel: GoalsPanel) -> None:
    row(panel, "shed").setFocus()
    QTest.keyClick(row(panel, "shed"), Qt.Key.Key_E)
    tabs(2)
    for _ in "me":
        QTest.keyClick(keyboard(), Qt.Key.Key_Left)
    assert tabs(1) == ["Me", "Statement"]
    tabs(1, Qt.Key.Key_Backtab)
    panel.draw(state(PRIVATE, TEA))
    assert tabs(2) == ["Me", IN_ITS_PLACE, "Statement"]
    QTest.keyClick(keyboard(), Qt.Key.Key_Right)
    assert tabs(2) == ["Question", "A stretch: not counted", "tea"]


def test_no_key_in_the_details_does_anything_to_the_goal(panel: GoalsPanel) -> None:
    panel.draw(state(replace(PRIVATE, proposed=True), TEA))
    shed = row(panel, "shed")
    shed.setFocus()
    QTest.keyClick(shed, Qt.Key.Key_E)
    names = [
        "outcome_chosen",
        "moved",
        "removed",
        "audience_chosen",
        "stretch_chosen",
        "held",
        "taken_up",
        "carried",
        "confirmed",
        "dismissed",
        "thread_chosen",
        "tie_chosen",
    ]
    heard = [QSignalSpy(getattr(panel.said, name)) for name in names]
    for _ in FIELDS:
        here = stop()
        for key in "GHSPCXTYLEO01234":
            QTest.keyClicks(keyboard(), key)
        # From a box to tick the arrows go on as Tab does.
        arrows = [] if isinstance(keyboard(), TickBox) else [DOWN, Qt.Key.Key_Up]
        for pressed in (Qt.Key.Key_Delete, Qt.Key.Key_F2, *arrows):
            QTest.keyClick(keyboard(), pressed)
        QTest.keyClick(keyboard(), DOWN, ALT)
        QTest.keyClick(keyboard(), Qt.Key.Key_Up, ALT)
        at, on_screen = QPoint(2, 2), keyboard().mapToGlobal(QPoint(2, 2))
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, on_screen)
        QApplication.sendEvent(keyboard(), asked)
        menu_of_line = QApplication.activePopupWidget()
        if menu_of_line is not None:
            assert isinstance(keyboard(), DetailLine)
            menu_of_line.close()
        assert stop() == here
        tabs(1)
    assert [spy.count() for spy in heard] == [0] * len(names)
    assert not shed.editing.open


@pytest.mark.parametrize("field", range(len(FIELDS)))
def test_escape_closes_the_details_from_everywhere_in_them(panel: GoalsPanel, field: int) -> None:
    panel.draw(state(PRIVATE, TEA))
    shed = row(panel, "shed")
    shed.setFocus()
    QTest.keyClick(shed, Qt.Key.Key_E)
    tabs(field)
    QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
    assert (shed.details.open, stop()) == (False, "shed")


@pytest.mark.parametrize("way", ["Ctrl+G", "arrow", "another’s", "Tab", "field"])
def test_details_close_when_one_leaves_and_keep_what_was_typed(panel: GoalsPanel, way: str) -> None:
    shed, tea = row(panel, "shed"), row(panel, "tea")
    tea.setFocus()
    QTest.keyClick(tea, Qt.Key.Key_E)
    said = QSignalSpy(panel.said.detail_entered)
    QTest.keyClicks(keyboard(), "estate")
    if way == "Ctrl+G":
        panel.go_to_goals()
    elif way == "arrow":
        QTest.keyClick(keyboard(), Qt.Key.Key_Backtab)
        assert tea.details.open
        QTest.keyClick(tea, Qt.Key.Key_Up)
    elif way == "another’s":
        shed._turn_details()
    elif way == "Tab":
        tabs(5)
    else:
        panel.add_goal()
    assert [said.at(nth) for nth in range(said.count())] == [["tea", Detail.WORKSTREAM, "estate"]]
    assert not tea.details.open
    assert shed.details.open == (way == "another’s")
    assert stop() == {"another’s": "Workstream"}.get(
        way, THIS_FIELD if way in ("Tab", "field") else "shed"
    )


def test_details_stay_while_another_window_has_the_keyboard(
    panel: GoalsPanel, qtbot: QtBot
) -> None:
    shed = row(panel, "shed")
    shed.setFocus()
    QTest.keyClick(shed, Qt.Key.Key_E)
    other = QLineEdit()
    qtbot.addWidget(other)
    with qtbot.waitExposed(other):
        other.show()
    other.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert shed.details.open


def test_a_click_on_another_goal_hits_what_was_under_the_pointer(
    panel: GoalsPanel, qtbot: QtBot
) -> None:
    shed, tea = row(panel, "shed"), row(panel, "tea")
    shed.setFocus()
    QTest.keyClick(shed, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: tea.y() >= shed.plan().height)
    said = QSignalSpy(panel.said.outcome_chosen)
    at = tea.plan().box.center()
    QTest.mousePress(tea, LEFT, pos=at)
    QApplication.processEvents()
    assert shed.details.open
    QTest.mouseRelease(tea, LEFT, pos=at)
    assert said.at(0) == ["tea", None]
    qtbot.waitUntil(lambda: not shed.details.open)


def test_details_are_shown_only_when_used(panel: GoalsPanel) -> None:
    plain = row(panel, "shed").plan().height
    used = replace(SHED, audience=Audience.ME, public_text="A building", how="It stands")
    panel.draw(state(used, TEA))
    assert row(panel, "shed").plan().height > plain
    described = row(panel, "shed").accessibleDescription()
    assert described == "Open, private, in public: A building, I will know: It stands"
    panel.draw(state(replace(used, audience=Audience.PUBLIC, how=None), TEA))
    assert row(panel, "shed").plan().height == plain


@pytest.mark.parametrize("text", ["x" * 900, "🎉" * 300, "שבוע " * 100, "a&b <i>c</i>"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_detail_is_cut_or_breaks_the_panel(
    panel: GoalsPanel, qtbot: QtBot, theme: Theme, text: str, scale: float
) -> None:
    theme.scale_text(scale)
    odd = goal("odd", text, how=text, public_text=text, audience=Audience.ME, let_go=text)
    panel.draw(state(odd, SHED))
    row(panel, "odd")._turn_details()
    panel.resize(560, 700)
    qtbot.waitUntil(lambda: row(panel, "odd").height() >= row(panel, "odd").plan().height)
    whole = row(panel, "odd").plan()
    assert whole.details.bottom() <= row(panel, "odd").height()
    assert whole.details.right() <= row(panel, "odd").width()
    assert not panel.grab().isNull()


# Dragging


def drag(panel: GoalsPanel, name: str, to: str, *, below: bool) -> GoalRow:
    """Take a goal by its words and carry it to another; it is still in the hand."""
    dragged, other = row(panel, name), row(panel, to)
    start = dragged.plan().wording.center()
    end = other.mapTo(panel, QPoint(60, other.height() - 2 if below else 2))
    QTest.mousePress(dragged, LEFT, pos=start)
    QTest.mouseMove(dragged, start + QPoint(0, 3))
    QTest.mouseMove(dragged, dragged.mapFrom(panel, end))
    return dragged


def drop_line(panel: GoalsPanel) -> QFrame | None:
    return next((one for one in panel.findChildren(QFrame, "dropLine") if one.isVisible()), None)


@pytest.mark.parametrize(
    ("name", "to", "below", "place"),
    [("shed", "cups", True, 2), ("shed", "tea", True, 1), ("cups", "shed", False, 0)],
)
def test_a_goal_is_dragged_to_another_place_in_its_week(
    panel: GoalsPanel, qtbot: QtBot, name: str, to: str, below: bool, place: int
) -> None:
    panel.draw(state(SHED, TEA, CUPS))
    qtbot.waitUntil(lambda: names(panel)[:3] == ["shed", "tea", "cups"])
    said = QSignalSpy(panel.said.moved)
    dragged = drag(panel, name, to, below=below)
    assert drop_line(panel) is not None
    QTest.mouseRelease(dragged, LEFT, pos=QPoint(60, 0))
    assert said.at(0) == [name, place]
    assert drop_line(panel) is None
    assert not dragged.editing.open


def test_escape_calls_a_drag_off(panel: GoalsPanel) -> None:
    said = QSignalSpy(panel.said.moved)
    dragged = drag(panel, "shed", "tea", below=True)
    QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
    assert drop_line(panel) is None
    QTest.mouseRelease(dragged, LEFT, pos=dragged.plan().wording.center())
    assert said.count() == 0
    assert not dragged.editing.open


def test_a_goal_that_is_dropped_where_it_was_stays_there(panel: GoalsPanel) -> None:
    said = QSignalSpy(panel.said.moved)
    dragged = drag(panel, "shed", "tea", below=True)
    QTest.mouseMove(dragged, dragged.plan().wording.center())
    assert drop_line(panel) is None
    QTest.mouseRelease(dragged, LEFT, pos=dragged.plan().wording.center())
    assert said.count() == 0


def test_a_dragged_goal_that_goes_takes_the_line_with_it(panel: GoalsPanel) -> None:
    drag(panel, "shed", "tea", below=True)
    panel.draw(state(TEA))
    assert drop_line(panel) is None


# Proposed goals


def test_proposed_goals_are_marked_and_answered_by_key_and_by_click(panel: GoalsPanel) -> None:
    panel.draw(state(replace(SHED, proposed=True), TEA, proposed=1))
    shed = row(panel, "shed")
    confirmed, dismissed = QSignalSpy(panel.said.confirmed), QSignalSpy(panel.said.dismissed)
    carried = QSignalSpy(panel.said.carried)
    QTest.keyClick(shed, Qt.Key.Key_C)
    QTest.keyClick(shed, Qt.Key.Key_X)
    QTest.mouseClick(shed, LEFT, pos=shed.plan().place_of("confirm").center())
    QTest.mouseClick(shed, LEFT, pos=shed.plan().place_of("dismiss").center())
    assert (confirmed.count(), dismissed.count(), carried.count()) == (2, 2, 0)
    assert "proposed" in shed.accessibleDescription()
    assert "Confirm" not in shed.accessibleDescription()
    shed._open_menu(QPoint())
    assert words(menu())[5:7] == ["Confirm", "Dismiss"]


def test_a_goal_of_the_writers_own_is_not_dismissed(panel: GoalsPanel) -> None:
    dismissed = QSignalSpy(panel.said.dismissed)
    QTest.keyClick(row(panel, "shed"), Qt.Key.Key_X)
    assert dismissed.count() == 0


def test_a_quiet_bar_answers_all_proposed_goals_at_once(panel: GoalsPanel) -> None:
    assert label(panel, "proposedWords") is None
    mine = [replace(one, proposed=True) for one in (SHED, TEA)]
    panel.draw(state(*mine, proposed=2))
    said = label(panel, "proposedWords")
    assert said is not None
    assert said.text() == "2 goals were read out of the post."
    heard = [QSignalSpy(panel.all_confirmed), QSignalSpy(panel.all_dismissed)]
    for name in ("Confirm all", "Dismiss all"):
        (button,) = (one for one in panel.findChildren(QPushButton) if one.text() == name)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert [spy.count() for spy in heard] == [1, 1]
    panel.draw(state())
    assert label(panel, "proposedWords") is None
    assert stop() == "shed"


# How many


def test_many_goals_are_remarked_on_in_one_quiet_sentence(panel: GoalsPanel) -> None:
    assert label(panel, "goalsCrowd") is None
    panel.draw(state(crowd=Crowd(7, 3)))
    said = label(panel, "goalsCrowd")
    assert said is not None
    assert said.text() == "Seven goals; you usually set three."
    panel.draw(state(crowd=Crowd(15, 12)))
    assert said.text() == "15 goals; you usually set twelve."
    panel.draw(state())
    assert label(panel, "goalsCrowd") is None


# Carrying over some


def carried(panel: GoalsPanel) -> CarryChoice:
    panel.choose_carried((SHED, CUPS))
    found = popup()
    assert isinstance(found, CarryChoice)
    return found


def test_what_is_carried_over_can_be_chosen(panel: GoalsPanel) -> None:
    panel.draw(state(unfinished=2))
    wanted = QSignalSpy(panel.choice_wanted)
    choose = panel.findChild(QPushButton, "carryChoose")
    assert isinstance(choose, QPushButton)
    QTest.mouseClick(choose, LEFT)
    assert wanted.count() == 1
    said = QSignalSpy(panel.some_carried)
    choice = carried(panel)
    assert keyboard().accessibleName() == SHED.text
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert said.at(0) == [("cups",)]
    assert not choice.isVisible()


def test_choosing_nothing_carries_nothing(panel: GoalsPanel) -> None:
    panel.draw(state(unfinished=2))
    said = QSignalSpy(panel.some_carried)
    choice = carried(panel)
    for box in choice.findChildren(TickBox):
        box.click()
    QTest.keyClick(choice, Qt.Key.Key_Return)
    QTest.keyClick(choice, Qt.Key.Key_Escape)
    assert said.count() == 0
    assert not choice.isVisible()


def test_one_unfinished_goal_leaves_no_choice(panel: GoalsPanel) -> None:
    choose = panel.findChild(QPushButton, "carryChoose")
    assert isinstance(choose, QPushButton)
    assert not choose.isVisible()


def test_a_library_that_can_only_be_read_offers_no_change(panel: GoalsPanel) -> None:
    panel.draw(state(replace(SHED, proposed=True), TEA, proposed=1, unfinished=2, read_only=True))
    for one in panel.findChildren(QPushButton):
        if one.isVisible() and one.text() not in ("Friday review", "Publish…"):
            assert not one.isEnabled(), one.text()
    assert not row(panel, "shed").isEnabled()
    assert THIS_FIELD
