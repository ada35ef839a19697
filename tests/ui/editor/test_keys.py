"""What keys mean in the text on show: one step each, undone as one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.editor.states import only, opened
from weeknotes_desktop.domain.quotation import Quotes
from weeknotes_desktop.ui.editor.editor_pane import EditorPane
from weeknotes_desktop.ui.editor.habits import Habits
from weeknotes_desktop.ui.editor.text_edit import TextEdit

_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def text(pane: EditorPane) -> TextEdit:
    pane.draw(opened(""))
    pane.take_habits(Habits(quotes=lambda: Quotes.ENGLISH))
    return only(pane, TextEdit)


def fill(text: TextEdit, marked: str) -> None:
    """Put in a text with its selection between two bars, or its caret at one."""
    text.setPlainText(marked.replace("¦", ""))
    first = len(marked.partition("¦")[0].encode("utf-16-le")) // 2
    last = len(marked.rpartition("¦")[0].replace("¦", "").encode("utf-16-le")) // 2
    cursor = text.textCursor()
    cursor.setPosition(first)
    cursor.setPosition(last, cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)


@pytest.mark.parametrize(
    ("before", "key", "modifiers", "after"),
    [
        ("- 😀 walk¦\n- swim", Qt.Key.Key_Return, None, "- 😀 walk\n- \n- swim"),
        ("1. walk¦\n2. swim", Qt.Key.Key_Enter, None, "1. walk\n2. \n3. swim"),
        ("- walk\n- ¦", Qt.Key.Key_Return, None, "- walk\n\n"),
        ("- walk¦", Qt.Key.Key_Return, _SHIFT, "- walk\n"),
        ("```\n- walk¦\n```", Qt.Key.Key_Return, None, "```\n- walk\n\n```"),
        ("- a\n- 😀 b¦\n  - c", Qt.Key.Key_Tab, None, "- a\n  - 😀 b\n    - c"),
        ("- a\n  - b¦\n    - c", Qt.Key.Key_Backtab, _SHIFT, "- a\n- b\n  - c"),
        ("```\na¦\n```", Qt.Key.Key_Tab, None, "```\na    \n```"),
        ("¦one\ntwo¦", Qt.Key.Key_Tab, None, "  one\n  two"),
        (
            "|a|b|\n|-|-|\n|c|d¦|",
            Qt.Key.Key_Tab,
            None,
            "| a   | b   |\n| --- | --- |\n| c   | d   |\n|     |     |",
        ),
        ("1. a¦\n2. b", Qt.Key.Key_Down, _ALT, "1. b\n2. a"),
        ("one\n\n😀 two¦", Qt.Key.Key_Up, _ALT, "😀 two\n\none"),
        ("## One¦", Qt.Key.Key_Right, _ALT | _SHIFT, "### One"),
        ("## One¦", Qt.Key.Key_Left, _ALT | _SHIFT, "# One"),
        ("- [ ] walk¦", Qt.Key.Key_Return, _CONTROL, "- [x] walk"),
        ("|a|\n|-|\n|b¦|", Qt.Key.Key_Return, _CONTROL, "| a   |\n| --- |\n| b   |\n|     |"),
    ],
)
def test_a_key_is_one_step_that_can_be_undone(
    text: TextEdit, before: str, key: Qt.Key, modifiers: Qt.KeyboardModifier | None, after: str
) -> None:
    fill(text, before)
    QTest.keyClick(text, key, modifiers or Qt.KeyboardModifier.NoModifier)
    assert text.text() == after
    text.undo()
    assert text.text() == before.replace("¦", "")


@pytest.mark.parametrize(
    ("key", "after"),
    [
        ("*", "We *😀 walked* home"),
        ("_", "We _😀 walked_ home"),
        ("`", "We `😀 walked` home"),
        ('"', "We “😀 walked” home"),
        ("'", "We ‘😀 walked’ home"),
        ("(", "We (😀 walked) home"),
        ("[", "We [😀 walked] home"),
        ("x", "We x home"),
    ],
)
def test_a_mark_typed_over_a_selection_goes_around_it(text: TextEdit, key: str, after: str) -> None:
    fill(text, "We ¦😀 walked¦ home")
    QTest.keyClicks(text, key)
    assert text.text() == after
    text.undo()
    assert text.text() == "We 😀 walked home"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("`¦abc¦`", '`"abc"`'),
        ("It’s `a\n¦abc¦`", 'It’s `a\n"abc"`'),
        ("So:\n\n    ¦abc¦", 'So:\n\n    "abc"'),
        ("http://x.y/¦abc¦", 'http://x.y/"abc"'),
        ("[a](¦abc¦)", '[a]("abc")'),
        ("¦`abc`¦", "“`abc`”"),
        ("`a` ¦abc¦", "`a` “abc”"),
    ],
)
def test_quotes_around_words_in_code_and_addresses_are_straight(
    text: TextEdit, before: str, after: str
) -> None:
    fill(text, before)
    QTest.keyClicks(text, '"')
    assert text.text() == after


def test_a_quote_typed_over_what_is_no_word_takes_its_place(text: TextEdit) -> None:
    fill(text, "don¦`¦t")
    QTest.keyClicks(text, "'")
    assert text.text() == "don’t"
    fill(text, "say¦ ¦no")
    QTest.keyClicks(text, "*")
    assert text.text() == "say*no"


def test_a_mark_typed_over_code_takes_its_place(text: TextEdit) -> None:
    fill(text, "```\n¦walk¦\n```")
    QTest.keyClicks(text, "(")
    assert text.text() == "```\n(\n```"


@pytest.mark.parametrize(
    ("before", "keys", "put", "typed"),
    [
        ("don¦", "'", "don’", "don'"),
        ("a ¦", "--", "a –", "a --"),
        ("a ¦", "---", "a —", "a ---"),
        ("wait¦ on", "...", "wait… on", "wait... on"),
        ("¦", '"', "“", '"'),
        ("😀¦😀", "'", "😀’😀", "😀'😀"),
        ("in ¦", "'22", "in ’22", "in '22"),
        ("¦", "'tis ", "’tis ", "'tis "),
    ],
)
def test_one_backspace_goes_back_to_what_was_typed(
    text: TextEdit, before: str, keys: str, put: str, typed: str
) -> None:
    fill(text, before)
    QTest.keyClicks(text, keys)
    assert text.text() == put
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    assert text.text() == typed
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    assert len(text.text()) == len(typed) - 1


def press_control(text: TextEdit, key: Qt.Key) -> None:
    """Press a key with Ctrl as a desktop tells of it: with a letter that never comes in."""
    letter = chr(key & 0x1F) if key >= Qt.Key.Key_A else chr(key)
    QApplication.sendEvent(text, QKeyEvent(QEvent.Type.KeyPress, key, _CONTROL, letter))


@pytest.mark.parametrize("before", ['It’s "no"¦', "x it’s --¦", "it’s ...¦", "‘til¦"])
def test_a_key_that_puts_no_letter_in_changes_no_mark(text: TextEdit, before: str) -> None:
    fill(text, before)
    QTest.keyClick(text, Qt.Key.Key_Escape)
    QTest.keyClick(text, Qt.Key.Key_Delete)
    for key in (*map(Qt.Key, b"CSD-.'"), Qt.Key.Key_A):
        press_control(text, key)
        assert text.text() == before[:-1]
    assert text.textCursor().selectedText() == before[:-1]


def test_what_backspace_leaves_and_what_is_pasted_is_not_typed(text: TextEdit) -> None:
    fill(text, 'It’s "x¦')
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    assert text.text() == 'It’s "'
    fill(text, 'It’s "¦x')
    QTest.keyClick(text, Qt.Key.Key_Delete)
    assert text.text() == 'It’s "'
    QApplication.clipboard().setText('it’s "no"')
    press_control(text, Qt.Key.Key_V)
    assert text.text() == 'It’s "it’s "no"'


def test_copying_after_a_backspace_keeps_what_it_brought_back(text: TextEdit) -> None:
    fill(text, "x it’s ¦")
    QTest.keyClicks(text, "--")
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    press_control(text, Qt.Key.Key_C)
    assert text.text() == "x it’s --"


def test_a_backspace_later_takes_a_letter_like_any_other(text: TextEdit) -> None:
    QTest.keyClicks(text, "don't")
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    assert text.text() == "don"
    QTest.keyClicks(text, "'")
    QTest.keyClick(text, Qt.Key.Key_Left)
    QTest.keyClick(text, Qt.Key.Key_Right)
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    assert text.text() == "don"


def test_a_backspace_elsewhere_takes_a_letter_like_any_other(text: TextEdit) -> None:
    QTest.keyClicks(text, "don't 'so")
    QTest.keyClicks(text, "'")
    cursor = text.textCursor()
    cursor.setPosition(3)
    text.setTextCursor(cursor)
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    assert text.text() == "do’t ‘so’"


def test_the_same_words_are_selected_afterwards(text: TextEdit, pane: EditorPane) -> None:
    fill(text, "😀\n\n😀 We ¦walked 😀¦ home")
    pane.format_text("bold")
    assert text.textCursor().selectedText() == "walked 😀"
    QTest.keyClicks(text, "(")
    assert text.textCursor().selectedText() == "walked 😀"


def test_undo_takes_the_printers_mark_back_first_and_no_letter_with_it(text: TextEdit) -> None:
    QTest.keyClicks(text, "don't")
    seen = [text.text()]
    while text.document().isUndoAvailable():
        text.undo()
        seen.append(text.text())
    assert seen == ["don’t", "don’", "don'", ""]
    while text.document().isRedoAvailable():
        text.redo()
    assert text.text() == "don’t"


def test_a_letter_put_together_by_an_input_method_counts(text: TextEdit) -> None:
    QTest.keyClicks(text, "don")
    composed = QInputMethodEvent()
    composed.setCommitString("'")
    QApplication.sendEvent(text, composed)
    assert text.text() == "don’"


def test_code_keeps_what_is_typed(text: TextEdit) -> None:
    QTest.keyClicks(text, "```\rdon't -- ...\r```\rdon't `don't` [a](b'c)")
    assert text.text() == "```\ndon't -- ...\n```\ndon’t `don't` [a](b'c)"


def test_code_that_began_on_the_line_above_counts(text: TextEdit) -> None:
    QTest.keyClicks(text, "a `code\rit's` it's\r\rit's")
    assert text.text() == "a `code\nit's` it’s\n\nit’s"


@pytest.mark.parametrize(
    ("before", "keys", "after"),
    [
        ("So:\n\n    ¦", 'print("x")', 'So:\n\n    print("x")'),
        ("So:\n\n    a\n    ¦", "b -- c", "So:\n\n    a\n    b -- c"),
        ("- a\n\n    ¦", 'so "x"', "- a\n\n    so “x”"),
        ("1. a\n\n```\n- b\n```\n\n    ¦", 'so "x"', '1. a\n\n```\n- b\n```\n\n    so "x"'),
        ("[^1]: a\n\n    ¦", "it's", "[^1]: a\n\n    it’s"),
    ],
)
def test_indented_code_keeps_what_is_typed_and_what_goes_on_in_a_list_does_not(
    text: TextEdit, before: str, keys: str, after: str
) -> None:
    fill(text, before)
    QTest.keyClicks(text, keys)
    assert text.text() == after


def test_straight_quotes_change_nothing(text: TextEdit, pane: EditorPane) -> None:
    pane.take_habits(Habits())
    QTest.keyClicks(text, 'don\'t -- "no"...')
    assert text.text() == 'don\'t -- "no"...'


def test_tab_leaves_the_text_when_the_writer_says_so(text: TextEdit, pane: EditorPane) -> None:
    habits = Habits()
    pane.take_habits(habits)
    fill(text, "- a\n- b¦")
    text.setFocus()
    habits.tab_leaves = True
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert text.text() == "- a\n- b"
    assert not text.hasFocus()


def test_tab_beside_something_that_only_looks_like_a_table_moves_on(text: TextEdit) -> None:
    fill(text, "this | that¦")
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert text.text() == "this | that"
    assert not text.hasFocus()


def test_no_key_changes_what_can_only_be_read(text: TextEdit) -> None:
    fill(text, "- ¦a¦\n- b")
    text.setReadOnly(True)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Apostrophe):
        QTest.keyClick(text, key)
    QTest.keyClick(text, Qt.Key.Key_Down, _ALT)
    QTest.keyClicks(text, "*'")
    assert text.text() == "- a\n- b"


def test_a_line_of_a_megabyte_takes_every_key(text: TextEdit) -> None:
    fill(text, "word " * 200_000 + "it¦")
    QTest.keyClicks(text, "'s")
    assert text.text().endswith("it’s")


def test_the_footnotes_mark_and_words_lead_to_one_another(text: TextEdit, pane: EditorPane) -> None:
    fill(text, "It took longer.¦ Much.")
    pane.format_text("footnote")
    QTest.keyClicks(text, "By a week")
    assert text.text() == "It took longer.[^1] Much.\n\n[^1]: By a week"
    pane.format_text("footnote")
    assert text.textCursor().position() == len("It took longer.[^1]")
    pane.format_text("footnote")
    assert text.textCursor().selectedText() == "By a week"


def test_what_is_typed_after_a_rule_is_a_step_of_its_own(text: TextEdit, pane: EditorPane) -> None:
    fill(text, "- walk¦")
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClicks(text, "swim")
    text.undo()
    assert text.text() == "- walk\n- "
    text.undo()
    assert text.text() == "- walk"
    pane.format_text("italic")
    QTest.keyClicks(text, "er")
    text.undo()
    assert text.text() == "- *walk*"


@pytest.mark.parametrize("key", [0, 0x0416, 0x01FFFFFF, Qt.Key.Key_Dead_Grave])
def test_keys_without_a_name_give_their_letter(text: TextEdit, key: int) -> None:
    pressed = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "ж")
    QApplication.sendEvent(text, pressed)
    assert text.text() == "ж"
