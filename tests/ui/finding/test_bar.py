"""Ctrl+F in the real editor: what is found, lit, counted and replaced."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests.fakes import ImmediateJobs, ManualTimers
from tests.plain_patterns import PlainPatterns
from tests.ui.editor.states import clock
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.editor import EditorState
from weeknotes_desktop.presenters.finding import LOOK_AFTER, FindingPresenter
from weeknotes_desktop.presenters.keeping import Typed
from weeknotes_desktop.ui.editor.editor_pane import EditorPane
from weeknotes_desktop.ui.finding.bar import FindBar
from weeknotes_desktop.ui.finding.lights import Lights
from weeknotes_desktop.ui.finding.page import TextOnShow
from weeknotes_desktop.ui.theme import Theme

BODY = "The school’s week 😀 was long.\nA week is a week.\n\nWeeknotes say so."
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Desk:
    """An editor with one note, and the bar over it."""

    def __init__(self, qtbot: QtBot, theme: Theme, body: str = BODY) -> None:
        self.pane = EditorPane(theme, clock)
        qtbot.addWidget(self.pane)
        self.pane.resize(900, 700)
        self.pane.show()
        self.pane.draw(
            EditorState(opening=1, note_id="a", typed=Typed("A title", body), week=Week(2021, 9))
        )
        self.edit = self.pane.writing
        self.bar = FindBar(theme, Lights(self.edit, theme))
        self.pane.above_text.addWidget(self.bar)
        self.timers = ManualTimers()
        self.finding = FindingPresenter(
            view=self.bar,
            page=TextOnShow(self.edit),
            patterns=PlainPatterns,
            jobs=ImmediateJobs(),
            timers=self.timers,
        )
        finding, bar = self.finding, self.bar
        bar.looked_for.connect(finding.look_for)
        bar.went.connect(finding.step)
        bar.replacing_offered.connect(finding.offer_replacing)
        bar.replace_chosen.connect(finding.replace_one)
        bar.replace_all_chosen.connect(finding.replace_all)
        bar.closed.connect(finding.close)
        self.pane.typed_something.connect(finding.text_changed)

    def find(self, words: str) -> None:
        self.finding.open(replacing=True)
        QTest.keyClicks(self.field("Find in this note"), words)

    def field(self, name: str) -> QLineEdit:
        (found,) = (one for one in self.bar.findChildren(QLineEdit) if one.accessibleName() == name)
        return found

    def press(self, name: str) -> None:
        for button in self.bar.findChildren(QPushButton):
            if button.text() == name:
                button.click()
                return
        for tool in self.bar.findChildren(QToolButton):
            if tool.accessibleName() == name:
                tool.click()
                return
        raise AssertionError(name)

    def says(self, name: str) -> str:
        label = self.bar.findChild(QLabel, name)
        assert isinstance(label, QLabel)
        return label.text()

    @property
    def count(self) -> str:
        return self.says("findCount")

    @property
    def selected(self) -> str:
        return self.edit.textCursor().selectedText()

    def lit(self) -> list[str]:
        return [one.cursor.selectedText() for one in self.edit.extraSelections()]


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    return Desk(qtbot, theme)


def test_what_is_typed_is_found_lit_and_counted(desk: Desk) -> None:
    desk.find("week")
    assert desk.lit() == ["week", "week", "week", "Week"]
    assert (desk.count, desk.selected) == ("1 of 4", "week")


def test_enter_goes_on_and_shift_enter_back_round_and_round(desk: Desk) -> None:
    desk.find("week")
    field = desk.field("Find in this note")
    QTest.keyClick(field, ENTER)
    assert desk.count == "2 of 4"
    QTest.keyClick(field, ENTER, SHIFT)
    QTest.keyClick(field, ENTER, SHIFT)
    assert (desk.count, desk.selected) == ("4 of 4", "Week")
    QTest.keyClick(field, ENTER)
    assert desk.count == "1 of 4"


def test_escape_closes_and_leaves_the_caret_at_the_place(desk: Desk) -> None:
    desk.find("say so")
    QTest.keyClick(desk.field("Find in this note"), ESCAPE)
    assert not desk.bar.isVisible()
    assert desk.selected == "say so"
    assert desk.lit() == []


def test_straight_marks_find_curly_ones(desk: Desk) -> None:
    desk.find("school's")
    assert desk.selected == "school’s"


def test_capitals_and_whole_words_matter_where_they_shall(desk: Desk) -> None:
    desk.find("week")
    desk.press("Capitals matter")
    assert desk.count == "1 of 3"
    desk.press("Whole words only")
    desk.press("Capitals matter")
    assert desk.lit() == ["week", "week", "week"]


def test_what_is_selected_is_what_to_find(desk: Desk) -> None:
    TextOnShow(desk.edit).select(4, 12)
    desk.finding.open(replacing=False)
    assert desk.field("Find in this note").text() == "school’s"


def test_replacing_one_goes_on_to_the_next(desk: Desk) -> None:
    desk.find("week")
    desk.field("Replace with").setFocus()
    QTest.keyClicks(desk.field("Replace with"), "month")
    QTest.keyClick(desk.field("Replace with"), ENTER)
    assert desk.pane.typed().body == BODY.replace("week", "month", 1)
    assert desk.count == "1 of 3"


def test_replacing_all_is_one_step_to_undo(desk: Desk) -> None:
    desk.find("week")
    QTest.keyClicks(desk.field("Replace with"), "month")
    desk.press("Replace all")
    assert desk.pane.typed().body == BODY.replace("week", "month").replace("Week", "month")
    assert desk.says("findRemark") == "Replaced in 4 places."
    desk.edit.undo()
    assert desk.pane.typed().body == BODY
    desk.timers.pass_time(LOOK_AFTER)
    assert len(desk.lit()) == 4


def test_typing_in_the_note_counts_anew_and_moves_nothing(desk: Desk) -> None:
    desk.find("week")
    desk.pane.focus_text()
    desk.edit.moveCursor(desk.edit.textCursor().MoveOperation.End)
    QTest.keyClicks(desk.edit, " Another week")
    place = desk.edit.textCursor().position()
    desk.timers.pass_time(LOOK_AFTER)
    assert desk.count == "5 places"
    assert desk.edit.textCursor().position() == place


def test_a_pattern_that_cannot_be_read_is_said_in_the_bar(desk: Desk) -> None:
    desk.find("week(")
    desk.press("Regular expression")
    desk.timers.pass_time(LOOK_AFTER)
    assert "cannot be read" in desk.says("findRemark")
    assert desk.lit() == []


def test_only_what_is_in_sight_is_lit(qtbot: QtBot, theme: Theme) -> None:
    desk = Desk(qtbot, theme, "a week\n\n" * 5_000)
    desk.find("week")
    assert desk.count == "1 of 5,000"
    assert 5 < len(desk.lit()) < 100
    bar = desk.edit.verticalScrollBar()
    bar.setValue(bar.maximum())
    places = [one.cursor.position() for one in desk.edit.extraSelections()]
    assert 5 < len(places) < 100
    assert min(places) > 35_000


def test_tab_leads_from_what_to_find_to_what_to_put_there(qtbot: QtBot, theme: Theme) -> None:
    desk = Desk(qtbot, theme)
    desk.finding.open(replacing=True)
    names = []
    for _ in range(2):
        field = desk.pane.focusWidget()
        assert field is not None
        names.append(field.accessibleName())
        QTest.keyClick(field, Qt.Key.Key_Tab)
    assert names == ["Find in this note", "Replace with"]
