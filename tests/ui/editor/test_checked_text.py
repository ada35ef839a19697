"""Marks under the text, and what can be done about them."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from tests.ui.editor.states import only, opened
from weeknotes_desktop.domain.checks.rules import in_order, slips
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.checks.spelling import NAME as SPELLING
from weeknotes_desktop.presenters.checking import CheckingState, CheckingView
from weeknotes_desktop.ui.editor.checked_text import CheckedText
from weeknotes_desktop.ui.editor.editor_pane import EditorPane
from weeknotes_desktop.ui.editor.marks_under_text import MOST
from weeknotes_desktop.ui.editor.text_edit import TextEdit
from weeknotes_desktop.ui.editor.title_edit import TitleEdit
from weeknotes_desktop.ui.theme import Theme

_BROWN = 60
BODY = "😀 Paint the the harbuor.\n\nWe don;t mind.\n"


@pytest.fixture
def text(pane: EditorPane, theme: Theme) -> CheckedText:
    pane.draw(opened(BODY))
    edit = only(pane, TextEdit)
    edit.setFocus()
    made = CheckedText(edit, pane.title, theme)
    edit.beneath.append(made.marks.paint)
    made.draw(state(BODY))
    return made


def state(body: str) -> CheckingState:
    word = "harbuor"
    at = body.find(word)
    wrong = Slip(
        check=SPELLING,
        message="“harbuor” is not in the dictionary.",
        start=at,
        end=at + len(word),
        words=word,
    )
    found = in_order([*slips(body, "en"), *([wrong] if at >= 0 else [])])
    return CheckingState(slips=found, language="en-GB")


def edit_of(text: CheckedText) -> TextEdit:
    edit = text.parent()
    assert isinstance(edit, TextEdit)
    return edit


def marked(text: CheckedText) -> list[str]:
    """The words over the marks, as they stand now."""
    edit, found, at = edit_of(text), [], 0
    while (mark := text.marks.after(at)) is not None and mark.start >= at:
        cursor = edit.textCursor()
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        found.append(cursor.selectedText())
        at = mark.start + 1
    return found


def put_caret(text: CheckedText, words: str, *, behind: bool = False) -> None:
    edit = edit_of(text)
    cursor = edit.document().find(words)
    cursor.setPosition(cursor.selectionEnd() if behind else cursor.selectionStart())
    edit.setTextCursor(cursor)


def painted(text: CheckedText, words: str) -> bool:
    """Whether anything brown stands under ``words``; text and its marks are of no such colour."""
    edit = edit_of(text)
    cursor = edit.document().find(words)
    end = edit.cursorRect(cursor)
    cursor.setPosition(cursor.selectionStart())
    begin = edit.cursorRect(cursor)
    picture = edit.viewport().grab().toImage()
    colours = (
        picture.pixelColor(x, y)
        for y in range(begin.top(), begin.bottom() + 2)
        for x in range(begin.left(), end.right())
    )
    return any(colour.red() - colour.blue() > _BROWN for colour in colours)


def dotted(text: CheckedText, words: str) -> bool:
    """Whether anything brown stands in the margin beside the line of ``words``."""
    edit = edit_of(text)
    line = edit.cursorRect(edit.document().find(words))
    picture = edit.viewport().grab().toImage()
    colours = (
        picture.pixelColor(x, y) for y in range(line.top(), line.bottom()) for x in range(16)
    )
    return any(colour.red() - colour.blue() > _BROWN for colour in colours)


def menu_at(text: CheckedText, words: str) -> QMenu:
    edit = edit_of(text)
    cursor = edit.document().find(words)
    cursor.setPosition(cursor.selectionStart() + 1)
    return text.menu.made(edit.cursorRect(cursor).center())


def entry(menu: QMenu, words: str) -> QAction:
    (found,) = (one for one in menu.actions() if one.text() == words and one.isVisible())
    return found


def entries(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions() if one.text() and one.isVisible()]


def test_it_keeps_the_promises_of_the_view(text: CheckedText) -> None:
    view: CheckingView = text
    view.draw(CheckingState())
    assert marked(text) == []


def test_marks_stand_under_their_words_also_behind_an_emoji(text: CheckedText) -> None:
    assert marked(text) == ["the the", "harbuor", "don;t"]


def test_marks_are_painted_and_go(text: CheckedText) -> None:
    assert painted(text, "harbuor")
    assert painted(text, "don;t")
    assert not painted(text, "mind")
    text.draw(CheckingState())
    assert not painted(text, "harbuor")


class Calls:
    """Counts what is called while it is entered: a measure that no busy machine changes."""

    number = 0

    def __enter__(self) -> Calls:
        sys.setprofile(self._count)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def _count(self, _frame: FrameType, event: str, _what: object) -> None:
        self.number += event in ("call", "c_call")


def test_of_a_paragraph_without_end_only_what_is_in_sight_is_painted(text: CheckedText) -> None:
    edit = edit_of(text)
    body = "harbuor and the the quay " * 4_000
    wrong = [
        Slip(check=SPELLING, message="", start=at, end=at + 7, words="harbuor")
        for at in range(0, len(body), 100)
    ]
    assert len(wrong) == MOST
    edit.setPlainText(body)
    text.draw(CheckingState(slips=tuple(wrong)))
    for place in (0, len(body) // 2, len(body) - 200):
        cursor = edit.textCursor()
        cursor.setPosition(place)
        edit.setTextCursor(cursor)
        edit.centerCursor()
        with Calls() as calls:
            edit.viewport().grab()
        assert calls.number < 20_000


def test_a_paragraph_that_is_cut_off_shows_all_that_is_in_sight_of_it(text: CheckedText) -> None:
    edit = edit_of(text)
    far = 400 * "and so on "
    edit.setPlainText(f"The quay.\n\n{far}harbuor {far}the the quay")
    text.draw(state(edit.text()))
    edit.verticalScrollBar().setValue(0)
    # Its dot stands beside its first line, however far down the slip is.
    assert dotted(text, "and so")
    assert not dotted(text, "The quay")
    put_caret(text, "harbuor")
    edit.centerCursor()
    assert painted(text, "harbuor")
    assert not dotted(text, "harbuor")
    put_caret(text, "the the")
    edit.centerCursor()
    assert painted(text, "the the")


def test_marks_move_along_with_what_is_typed(text: CheckedText) -> None:
    put_caret(text, "Paint")
    QTest.keyClicks(edit_of(text), "We will ")
    QTest.keyClick(edit_of(text), Qt.Key.Key_Return)
    assert marked(text) == ["the the", "harbuor", "don;t"]
    edit_of(text).undo()
    assert marked(text) == ["the the", "harbuor", "don;t"]


def test_a_mark_goes_when_its_words_are_changed(text: CheckedText) -> None:
    put_caret(text, "rbuor")
    QTest.keyClicks(edit_of(text), "x")
    assert marked(text) == ["the the", "don;t"]
    edit_of(text).selectAll()
    QTest.keyClicks(edit_of(text), "y")
    assert marked(text) == []


def test_a_word_that_is_still_being_typed_is_not_marked(text: CheckedText) -> None:
    edit_of(text).window().activateWindow()
    edit_of(text).setFocus()
    if not edit_of(text).hasFocus():
        pytest.skip("This platform gives no window the keyboard.")
    put_caret(text, "harbuor", behind=True)
    assert not painted(text, "harbuor")
    put_caret(text, "Paint")
    assert painted(text, "harbuor")


def test_marks_of_one_note_are_not_painted_in_another(pane: EditorPane, text: CheckedText) -> None:
    pane.draw(opened(BODY, note_id="other", opening=2))
    assert not painted(text, "harbuor")
    text.draw(state(BODY))
    assert painted(text, "harbuor")


def test_f7_goes_from_one_to_the_next_and_round(text: CheckedText) -> None:
    put_caret(text, "Paint")
    went = []
    for _ in range(4):
        text.go_to_next()
        went.append(edit_of(text).textCursor().selectedText())
    assert went == ["the the", "harbuor", "don;t", "the the"]


def test_with_nothing_to_look_at_the_caret_stays(text: CheckedText) -> None:
    text.draw(CheckingState())
    put_caret(text, "mind")
    before = edit_of(text).textCursor().position()
    text.go_to_next()
    assert edit_of(text).textCursor().position() == before


def test_the_menu_explains_a_slip_and_puts_right_what_is_plain(text: CheckedText) -> None:
    menu = menu_at(text, "don;t")
    assert "semicolon" in only(menu, QLabel, "slipWords").text()
    assert "semicolon" in menu.accessibleName()
    entry(menu, "don’t").trigger()
    assert edit_of(text).text() == BODY.replace("don;t", "don’t")
    edit_of(text).undo()
    assert edit_of(text).text() == BODY


def test_suggestions_come_into_the_menu_that_is_open(text: CheckedText) -> None:
    asked: list[str] = []
    text.menu.looked_up.connect(lambda slip: asked.append(slip.words))
    menu = menu_at(text, "harbuor")
    assert asked == ["harbuor"]
    assert "Looking for suggestions…" in entries(menu)
    mark = text.marks.after(0)
    assert mark is not None
    text.offer(mark.slip, ("nothing to do with it",))
    misspelt = text.marks.after(mark.end)
    assert misspelt is not None
    text.offer(misspelt.slip, ("harbour", "harbours"))
    assert entries(menu)[:4] == [
        "harbour",
        "harbours",
        "Add to my words",
        "Leave it so in this note",
    ]
    entry(menu, "harbour").trigger()
    assert edit_of(text).text() == BODY.replace("harbuor", "harbour")


def test_a_menu_says_when_there_are_no_suggestions(text: CheckedText) -> None:
    menu = menu_at(text, "harbuor")
    mark = text.marks.at(14)
    assert mark is not None
    misspelt = next(slip for slip in state(BODY).slips if slip.check == SPELLING)
    text.offer(misspelt, ())
    assert "No suggestions" in entries(menu)
    menu = menu_at(text, "harbuor")
    text.offer(misspelt, None)
    assert "No suggestions" not in entries(menu)
    assert "Suggestions take too long" in entries(menu)
    assert "Select all" in entries(menu)


def test_words_are_added_and_slips_left_so(text: CheckedText) -> None:
    said: list[tuple[str, str]] = []
    text.menu.word_added.connect(lambda slip: said.append(("added", slip.words)))
    text.menu.silenced.connect(lambda slip: said.append(("silenced", slip.words)))
    entry(menu_at(text, "harbuor"), "Add to my words").trigger()
    entry(menu_at(text, "don;t"), "Leave it so in this note").trigger()
    assert said == [("added", "harbuor"), ("silenced", "don;t")]


def test_the_language_of_the_note_is_chosen_in_the_menu(text: CheckedText) -> None:
    chosen: list[str] = []
    text.menu.language_chosen.connect(chosen.append)
    text.offer_languages(("de-DE", "en-GB"))
    menu = menu_at(text, "mind")
    (languages,) = (one.menu() for one in menu.actions() if one.menu() is not None)
    assert isinstance(languages, QMenu)
    assert [(one.text(), one.isChecked()) for one in languages.actions()] == [
        ("Deutsch", False),
        ("British English", True),
    ]
    languages.actions()[0].trigger()
    assert chosen == ["de-DE"]


def test_where_nothing_can_be_changed_slips_are_only_explained(text: CheckedText) -> None:
    before = state(BODY)
    text.draw(CheckingState(slips=before.slips, language="en-GB", may_write=False))
    menu = menu_at(text, "don;t")
    assert only(menu, QLabel, "slipWords").text()
    assert "don’t" not in entries(menu)
    assert "Leave it so in this note" not in entries(menu)


def test_a_place_without_a_mark_has_the_usual_menu(text: CheckedText) -> None:
    menu = menu_at(text, "mind")
    assert menu.findChild(QLabel, "slipWords") is None
    assert menu.accessibleName() == ""
    assert text.menu.made(QPoint(5, 700)).actions()


def test_many_marks_are_no_burden(text: CheckedText) -> None:
    body = "Paint the the hull. " * 2_500
    edit_of(text).replace_text(body)
    text.draw(state(body))
    assert len(marked(text)) == MOST


def test_marks_of_a_text_that_is_gone_are_none(text: CheckedText) -> None:
    edit_of(text).replace_text("Paint.")
    text.draw(state(BODY))
    assert marked(text) == []


TITLE = "😀 The the harbuor and more"


def title_state() -> CheckingState:
    at = TITLE.index("harbuor")
    slips = (
        Slip(
            check="doubled word", message="Twice.", start=2, end=9, words="the the", in_title=True
        ),
        Slip(
            check=SPELLING,
            message="Not in the dictionary.",
            start=at,
            end=at + 7,
            words="harbuor",
            in_title=True,
        ),
    )
    return CheckingState(slips=(*slips, *state(BODY).slips), language="en-GB")


@pytest.fixture
def titled(text: CheckedText, pane: EditorPane) -> TitleEdit:
    pane.draw(opened(BODY, title=TITLE, opening=2))
    text.draw(title_state())
    return pane.title


def brown(title: TitleEdit) -> int:
    """How much of the title is of the colour of marks."""
    picture = title.grab().toImage()
    colours = (
        picture.pixelColor(x, y) for y in range(picture.height()) for x in range(picture.width())
    )
    return sum(colour.red() - colour.blue() > _BROWN for colour in colours)


def test_marks_stand_under_the_title_too(text: CheckedText, titled: TitleEdit) -> None:
    with_marks = brown(titled)
    text.draw(CheckingState(language="en-GB"))
    assert with_marks > brown(titled) + 20


def test_the_next_slip_goes_through_title_and_text_and_round(
    text: CheckedText, titled: TitleEdit
) -> None:
    titled.setFocus()
    titled.setCursorPosition(0)
    seen = []
    for _ in range(6):
        text.go_to_next()
        inside = titled.hasFocus()
        seen.append(titled.selectedText() if inside else edit_of(text).textCursor().selectedText())
    assert seen == ["The the", "harbuor", "the the", "harbuor", "don;t", "The the"]


def test_what_was_meant_in_the_title_comes_out_of_its_menu(
    text: CheckedText, titled: TitleEdit
) -> None:
    titled.setCursorPosition(14)
    menu = text.title.menu(titled.cursorRect().center())
    assert only(menu, QLabel, "slipWords").text() == "Not in the dictionary."
    text.offer(title_state().slips[1], ("harbour",))
    entry(menu, "harbour").trigger()
    assert titled.text() == "😀 The the harbour and more"
    titled.undo()
    assert titled.text() == TITLE


def test_marks_of_the_title_move_along_and_go_with_their_words(
    text: CheckedText, titled: TitleEdit
) -> None:
    titled.setCursorPosition(0)
    titled.insert("🙂 Now: ")
    mark = text.title.after(0)
    assert mark is not None
    text.title.go_to(mark)
    assert titled.selectedText() == "The the"
    titled.insert("A")
    left = text.title.after(0)
    assert left is not None
    text.title.go_to(left)
    assert titled.selectedText() == "harbuor"
    assert text.title.after(left.end) is None


def test_the_menu_opens_by_a_key_where_the_caret_is(text: CheckedText, pane: EditorPane) -> None:
    pane.activateWindow()
    put_caret(text, "harbuor")
    for field in (edit_of(text), pane.title):
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert ("Add to my words" in entries(menu)) is (field is not pane.title)
        menu.close()
