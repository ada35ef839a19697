"""The goals panel draws what it is given and says what the user did."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.goal import Count, Goal, Outcome
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.goals import GoalsState
from weeknotes_desktop.ui.goals.focus_card import FocusCard
from weeknotes_desktop.ui.goals.goal_row import GoalRow
from weeknotes_desktop.ui.goals.panel import GoalsPanel
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.entry_line import EntryLine
from weeknotes_desktop.ui.widgets.in_place_edit import InPlaceEdit

WEEK = Week(2021, 16)


def goal(name: str, text: str, week: Week = WEEK, **facts: object) -> Goal:
    return replace(Goal(id=name, week=week, thread=name, text=text), **facts)  # type: ignore[arg-type]


SHED = goal("shed", "A plan for the bicycle shed")
TEA = goal("tea", "Tea for the neighbours", outcome=Outcome.DONE, line="Forty cups.")
FORM = goal("form", "The form agreed", week=WEEK.plus(1))


def state(*goals: Goal, **facts: object) -> GoalsState:
    plain = GoalsState(
        week=WEEK,
        next_week=WEEK.plus(1),
        focus="Doors that open",
        count=Count(1, 2),
        goals=goals or (SHED, TEA),
        next_goals=(FORM,),
        unfinished=1,
    )
    return replace(plain, **facts)  # type: ignore[arg-type]


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> GoalsPanel:
    made = GoalsPanel(theme)
    made.resize(320, 800)
    qtbot.addWidget(made)
    made.draw(state())
    with qtbot.waitExposed(made):
        made.show()
    return made


def row(panel: GoalsPanel, name: str) -> GoalRow:
    shown = (found for found in panel.findChildren(GoalRow) if not found.isHidden())
    return next(found for found in shown if found.goal.id == name)


def names(panel: GoalsPanel) -> list[str]:
    shown = sorted(panel.findChildren(GoalRow), key=lambda found: found.mapTo(panel, QPoint()).y())
    return [found.goal.id for found in shown if found.isVisible()]


def editor(widget: QWidget) -> InPlaceEdit:
    return next(field for field in widget.findChildren(InPlaceEdit) if field.isVisible())


def entry(panel: GoalsPanel, name: str) -> EntryLine:
    return next(field for field in panel.findChildren(EntryLine) if field.accessibleName() == name)


def button(panel: GoalsPanel, word: str) -> QPushButton:
    return next(found for found in panel.findChildren(QPushButton) if word in found.text())


@pytest.mark.parametrize(
    ("key", "outcome"),
    [
        (Qt.Key.Key_Space, Outcome.DONE),
        (Qt.Key.Key_1, Outcome.DONE),
        (Qt.Key.Key_2, Outcome.PARTLY),
        (Qt.Key.Key_3, Outcome.NOT_STARTED),
        (Qt.Key.Key_4, Outcome.DROPPED),
        (Qt.Key.Key_0, None),
    ],
)
def test_one_key_says_what_became_of_a_goal(
    panel: GoalsPanel, qtbot: QtBot, key: Qt.Key, outcome: Outcome | None
) -> None:
    with qtbot.waitSignal(panel.said.outcome_chosen) as said:
        QTest.keyClick(row(panel, "shed"), key)
    assert said.args == ["shed", outcome]


def test_the_tick_can_be_taken_back(panel: GoalsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.said.outcome_chosen) as said:
        QTest.keyClick(row(panel, "tea"), Qt.Key.Key_Space)
    assert said.args == ["tea", None]


def test_a_click_on_the_box_ticks_but_shows_it_only_when_it_is_kept(
    panel: GoalsPanel, qtbot: QtBot
) -> None:
    shed = row(panel, "shed")
    with qtbot.waitSignal(panel.said.outcome_chosen) as said:
        QTest.mouseClick(shed, Qt.MouseButton.LeftButton, pos=shed.plan().box.center())
    assert said.args == ["shed", Outcome.DONE]
    assert shed.checkState() is Qt.CheckState.Unchecked
    panel.draw(state(replace(SHED, outcome=Outcome.DONE), TEA))
    assert shed.checkState() is Qt.CheckState.Checked


def test_a_click_on_the_wording_edits_it_where_it_stands(panel: GoalsPanel, qtbot: QtBot) -> None:
    shed = row(panel, "shed")
    QTest.mouseClick(shed, Qt.MouseButton.LeftButton, pos=shed.plan().wording.center())
    QTest.keyClicks(editor(shed), "A roof for the bicycles")
    with qtbot.waitSignal(panel.said.reworded) as said:
        QTest.keyClick(editor(shed), Qt.Key.Key_Return)
    assert said.args == ["shed", "A roof for the bicycles"]


def test_a_wording_left_as_it_was_or_emptied_says_nothing(panel: GoalsPanel, qtbot: QtBot) -> None:
    shed = row(panel, "shed")
    with qtbot.assertNotEmitted(panel.said.reworded):
        QTest.keyClick(shed, Qt.Key.Key_F2)
        QTest.keyClick(editor(shed), Qt.Key.Key_Return)
        QTest.keyClick(shed, Qt.Key.Key_Return)
        QTest.keyClick(editor(shed), Qt.Key.Key_Delete)
        QTest.keyClick(editor(shed), Qt.Key.Key_Return)


def test_the_line_says_what_happened_and_can_be_emptied(panel: GoalsPanel, qtbot: QtBot) -> None:
    tea = row(panel, "tea")
    QTest.keyClick(tea, Qt.Key.Key_L)
    QTest.keyClicks(editor(tea), "Rain, but forty cups")
    with qtbot.waitSignal(panel.said.line_entered) as said:
        QTest.keyClick(editor(tea), Qt.Key.Key_Return)
    assert said.args == ["tea", "Rain, but forty cups"]
    QTest.keyClick(tea, Qt.Key.Key_L)
    QTest.keyClick(editor(tea), Qt.Key.Key_Delete)
    with qtbot.waitSignal(panel.said.line_entered) as said:
        QTest.keyClick(editor(tea), Qt.Key.Key_Return)
    assert said.args == ["tea", ""]


def test_what_is_being_typed_survives_another_goals_acknowledgement(
    panel: GoalsPanel, qtbot: QtBot
) -> None:
    shed = row(panel, "shed")
    QTest.keyClick(shed, Qt.Key.Key_Return)
    QTest.keyClicks(editor(shed), "Half a sen")
    panel.draw(state(SHED, replace(TEA, outcome=None), goal("new", "Another one")))
    assert editor(shed).line() == "Half a sen"
    assert editor(shed).hasFocus()
    QTest.keyClicks(editor(shed), "tence")
    with qtbot.waitSignal(panel.said.reworded) as said:
        QTest.keyClick(editor(shed), Qt.Key.Key_Return)
    assert said.args == ["shed", "Half a sentence"]


def test_what_is_being_typed_is_handed_over_when_another_week_is_shown(
    panel: GoalsPanel, qtbot: QtBot
) -> None:
    shed = row(panel, "shed")
    QTest.keyClick(shed, Qt.Key.Key_Return)
    QTest.keyClicks(editor(shed), "Half a sentence")
    later = WEEK.plus(4)
    with qtbot.assertNotEmitted(panel.said.reworded):
        panel.draw(GoalsState(week=later, next_week=later.plus(1)))
    with qtbot.waitSignal(panel.said.reworded) as said:
        pass
    assert said.args == ["shed", "Half a sentence"]


def test_everything_half_typed_is_handed_over_before_closing(
    panel: GoalsPanel, qtbot: QtBot
) -> None:
    QTest.keyClicks(entry(panel, "Add a goal for this week"), "Buy chalk")
    QTest.keyClick(row(panel, "tea"), Qt.Key.Key_L)
    QTest.keyClicks(editor(row(panel, "tea")), "Fifty cups")
    with qtbot.waitSignals([panel.goal_entered, panel.said.line_entered]):
        panel.finish_editing()


def test_goals_are_entered_one_after_the_other(panel: GoalsPanel, qtbot: QtBot) -> None:
    said: list[tuple[object, str]] = []
    panel.goal_entered.connect(lambda week, text: said.append((week, text)))
    panel.add_goal()
    field = entry(panel, "Add a goal for this week")
    QTest.keyClicks(field, "Buy chalk")
    QTest.keyClick(field, Qt.Key.Key_Return)
    panel.draw(state(SHED, TEA, goal("chalk", "Buy chalk")))
    assert field.hasFocus()
    later = entry(panel, "Add a goal for next week")
    QTest.keyClicks(later, "Draw lines")
    QTest.keyClick(later, Qt.Key.Key_Return)
    assert said == [(WEEK, "Buy chalk"), (WEEK.plus(1), "Draw lines")]


def test_alt_and_arrows_move_a_goal_within_its_week(panel: GoalsPanel, qtbot: QtBot) -> None:
    shed = row(panel, "shed")
    shed.setFocus()
    with qtbot.waitSignal(panel.said.moved) as said:
        QTest.keyClick(shed, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert said.args == ["shed", 1]
    with qtbot.assertNotEmitted(panel.said.moved):
        QTest.keyClick(shed, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)


def test_the_keyboard_stays_on_a_goal_that_was_moved_and_its_place_is_told(
    panel: GoalsPanel, qtbot: QtBot
) -> None:
    shed = row(panel, "shed")
    row(panel, "shed").setFocus()
    panel.draw(state(TEA, SHED))
    qtbot.waitUntil(lambda: names(panel) == ["tea", "shed", "form"])
    assert shed.hasFocus()
    assert shed.accessibleDescription() == "A plan for the bicycle shed, now number 2 of 2"


def test_a_removed_goal_leaves_the_keyboard_on_its_neighbour(
    panel: GoalsPanel, qtbot: QtBot
) -> None:
    row(panel, "shed").setFocus()
    with qtbot.waitSignal(panel.said.removed) as said:
        QTest.keyClick(row(panel, "shed"), Qt.Key.Key_Delete)
    assert said.args == ["shed"]
    panel.draw(state(TEA))
    assert row(panel, "tea").hasFocus()
    assert names(panel) == ["tea", "form"]
    panel.draw(state(SHED, TEA))
    row(panel, "tea").setFocus()
    panel.draw(state(SHED))
    assert row(panel, "shed").hasFocus()


THIS_FIELD, NEXT_FIELD = "Add a goal for this week", "Add a goal for next week"


def keyboard() -> QWidget:
    """The widget that has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def stop() -> str:
    """What the keyboard is on, in words."""
    widget = keyboard()
    return (
        widget.goal.id if isinstance(widget, GoalRow) else widget.accessibleName() or _text(widget)
    )


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QPushButton) else type(widget).__name__


def tabbed(panel: GoalsPanel) -> list[str]:
    """Every stop from the focus on, as Tab goes."""
    card = panel.findChild(FocusCard)
    assert isinstance(card, FocusCard)
    card.setFocus()
    stops = [stop()]
    while (QTest.keyClick(keyboard(), Qt.Key.Key_Tab), stop())[1] != stops[0]:
        stops.append(stop())
    return stops


def as_read(*goals: str, later: tuple[str, ...] = ("form",)) -> list[str]:
    foot = ["Carry over 1 unfinished", "Friday review", "Publish…"]
    return ["Focus: Doors that open", *goals, THIS_FIELD, *later, NEXT_FIELD, *foot]


def test_tab_goes_as_one_reads_also_after_moving_adding_and_removing(panel: GoalsPanel) -> None:
    assert tabbed(panel) == as_read("shed", "tea")
    panel.draw(state(TEA, goal("new", "New"), SHED))
    assert tabbed(panel) == as_read("tea", "new", "shed")
    panel.draw(state(SHED, TEA, next_goals=(goal("early", "Early"), FORM)))
    assert tabbed(panel) == as_read("shed", "tea", later=("early", "form"))


def test_up_and_down_go_along_the_goals_as_they_stand_and_no_further(panel: GoalsPanel) -> None:
    panel.draw(state(goal("new", "New"), TEA, SHED))
    row(panel, "new").setFocus()
    seen = []
    for key in (*[Qt.Key.Key_Down] * 4, *[Qt.Key.Key_Up] * 4):
        QTest.keyClick(keyboard(), key)
        seen.append(stop())
    assert seen == ["tea", "shed", THIS_FIELD, THIS_FIELD, "shed", "tea", "new", "new"]


def test_a_goal_reached_by_key_is_scrolled_to(panel: GoalsPanel, qtbot: QtBot) -> None:
    panel.draw(state(*(goal(f"g{nth}", "One more goal") for nth in range(40))))
    last = row(panel, "g39")
    qtbot.waitUntil(lambda: last.y() > panel.height())
    entry(panel, THIS_FIELD).setFocus()
    QTest.keyClick(entry(panel, THIS_FIELD), Qt.Key.Key_Up)
    assert last.hasFocus()
    assert panel.rect().contains(last.mapTo(panel, last.rect().center()))


def test_tab_out_of_a_wording_goes_on_from_its_row(panel: GoalsPanel) -> None:
    panel.draw(state(TEA, SHED))
    row(panel, "tea").setFocus()
    QTest.keyClick(row(panel, "tea"), Qt.Key.Key_Return)
    panel.draw(state(TEA, SHED, count=Count(1, 3)))
    QTest.keyClick(editor(row(panel, "tea")), Qt.Key.Key_Tab)
    assert stop() == "shed"
    card = panel.findChild(FocusCard)
    assert isinstance(card, FocusCard)
    QTest.keyClick(card, Qt.Key.Key_Return)
    QTest.keyClick(editor(card), Qt.Key.Key_Tab)
    assert stop() == "tea"


def test_escape_empties_the_field_and_goes_back_to_the_last_goal(panel: GoalsPanel) -> None:
    panel.add_goal()
    field = entry(panel, THIS_FIELD)
    QTest.keyClicks(field, "Half a go")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), stop()) == ("", "tea")
    panel.draw(GoalsState(week=WEEK, next_week=WEEK.plus(1)))
    panel.add_goal()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.hasFocus()


def test_after_carrying_over_the_keyboard_is_on_the_first_goal_of_next_week(
    panel: GoalsPanel,
) -> None:
    button(panel, "Carry over").setFocus()
    panel.draw(state())
    assert button(panel, "Carry over").hasFocus()
    panel.draw(state(unfinished=0, next_goals=(FORM, goal("shed again", SHED.text, WEEK.plus(1)))))
    assert stop() == "form"


def test_the_keyboard_on_a_goal_moves_no_other(panel: GoalsPanel, qtbot: QtBot) -> None:
    panel.draw(state(replace(SHED, outcome=Outcome.DONE), TEA))
    height = row(panel, "shed").plan().height
    row(panel, "shed").setFocus()
    assert row(panel, "shed").plan().height == height
    QTest.keyClick(row(panel, "shed"), Qt.Key.Key_L)
    assert editor(row(panel, "shed")).placeholderText() == "What happened, or what got in the way?"


def test_the_focus_opens_with_the_caret_behind_it_and_undo_restores_it(panel: GoalsPanel) -> None:
    card = panel.findChild(FocusCard)
    assert isinstance(card, FocusCard)
    QTest.keyClick(card, Qt.Key.Key_Space)
    field = editor(card)
    QTest.keyClicks(field, ", and windows")
    assert field.line() == "Doors that open, and windows"
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.line() == "Doors that open"


def test_p_makes_a_goal_private_and_public_again(panel: GoalsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.said.audience_chosen) as said:
        QTest.keyClick(row(panel, "shed"), Qt.Key.Key_P)
    assert said.args == ["shed", Audience.ME]
    panel.draw(state(replace(SHED, audience=Audience.ME), TEA))
    with qtbot.waitSignal(panel.said.audience_chosen) as said:
        QTest.keyClick(row(panel, "shed"), Qt.Key.Key_P)
    assert said.args == ["shed", Audience.PUBLIC]


def test_the_focus_is_edited_where_it_stands(panel: GoalsPanel, qtbot: QtBot) -> None:
    card = panel.findChild(FocusCard)
    assert isinstance(card, FocusCard)
    QTest.keyClick(card, Qt.Key.Key_Return)
    editor(card).selectAll()
    QTest.keyClicks(editor(card), "Windows")
    with qtbot.waitSignal(panel.focus_entered) as said:
        QTest.keyClick(editor(card), Qt.Key.Key_Return)
    assert said.args == ["Windows"]
    QTest.keyClick(card, Qt.Key.Key_Return)
    QTest.keyClicks(editor(card), "Nothing")
    with qtbot.assertNotEmitted(panel.focus_entered):
        QTest.keyClick(editor(card), Qt.Key.Key_Escape)


def test_carrying_over_is_offered_only_while_there_is_something_to_carry(
    panel: GoalsPanel, qtbot: QtBot
) -> None:
    assert button(panel, "Carry over 1 unfinished").isVisible()
    with qtbot.waitSignal(panel.carry_chosen):
        QTest.mouseClick(button(panel, "Carry over"), Qt.MouseButton.LeftButton)
    panel.draw(state(unfinished=0))
    assert not button(panel, "Carry over").isVisible()


def test_the_way_out_is_at_the_foot(panel: GoalsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.publish_chosen):
        QTest.mouseClick(button(panel, "Publish"), Qt.MouseButton.LeftButton)


def test_drawing_is_silent(panel: GoalsPanel) -> None:
    said: list[object] = []
    signals = (
        panel.goal_entered,
        panel.said.reworded,
        panel.said.outcome_chosen,
        panel.said.line_entered,
        panel.said.moved,
        panel.said.removed,
        panel.said.audience_chosen,
        panel.focus_entered,
        panel.carry_chosen,
        panel.publish_chosen,
    )
    for signal in signals:
        signal.connect(lambda *words: said.append(words))
    for outcome in (*Outcome, None):
        panel.draw(state(replace(SHED, outcome=outcome), TEA))
    panel.draw(state(TEA, SHED, focus="Another focus"))
    panel.draw(GoalsState(week=WEEK.plus(9), next_week=WEEK.plus(10)))
    QApplication.processEvents()
    assert said == []


def test_a_screen_reader_meets_a_check_box_with_all_there_is_to_know(panel: GoalsPanel) -> None:
    partly = goal(
        "shed",
        "A plan for the bicycle shed",
        outcome=Outcome.PARTLY,
        weeks_carried=2,
        workstream="estate",
        audience=Audience.ME,
        stretch=True,
        proposed=True,
        line="Drawn, not yet costed.",
    )
    panel.draw(state(partly, TEA))
    spoken = QAccessible.queryAccessibleInterface(row(panel, "shed"))
    assert spoken.role() is QAccessible.Role.CheckBox
    assert spoken.text(QAccessible.Text.Name) == "A plan for the bicycle shed"
    assert spoken.text(QAccessible.Text.Description) == (
        "Partly, estate, carried over twice, private, stretch, proposed, Drawn, not yet costed."
    )
    assert row(panel, "shed").checkState() is Qt.CheckState.PartiallyChecked


def test_everything_the_keyboard_reaches_has_a_name(panel: GoalsPanel) -> None:
    nameless = [
        type(widget).__name__
        for widget in panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


ODD = ["x" * 300, "Rindfleischetikettierung" * 12, "שבוע של שאלות", "🎉" * 40, "a b " * 200]


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_wording_is_cut_or_breaks_the_panel(
    panel: GoalsPanel, qtbot: QtBot, theme: Theme, text: str, scale: float
) -> None:
    theme.scale_text(scale)
    odd = goal("odd", text, line=text, workstream=text, outcome=Outcome.DROPPED)
    panel.draw(state(odd, SHED, focus=text))
    for width in (420, 900, 500):
        panel.resize(width, 700)
        qtbot.waitUntil(lambda: row(panel, "odd").height() >= row(panel, "odd").plan().height)
        whole = row(panel, "odd").plan()
        assert whole.wording.bottom() <= row(panel, "odd").height()
        assert whole.line.right() <= row(panel, "odd").width()
    assert not panel.grab().isNull()


def test_the_menu_of_a_goal_does_what_its_keys_do(panel: GoalsPanel, qtbot: QtBot) -> None:
    shed = row(panel, "shed")
    shed._open_menu(shed.mapToGlobal(QPoint(5, 5)))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert words[:5] == ["Done", "Partly", "Not started", "Dropped", "Open"]
    with qtbot.waitSignal(panel.said.outcome_chosen) as said:
        menu.actions()[2].trigger()
    assert said.args == ["shed", Outcome.NOT_STARTED]
    menu.close()
