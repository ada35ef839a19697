"""Another text comes into a document by changing only what differs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from weeknotes_desktop.ui.editor.difference import put_text
from weeknotes_desktop.ui.editor.documents import text_of

_TEXTS = st.text(alphabet="ab \n😀é", max_size=30)


@given(_TEXTS, _TEXTS, _TEXTS, _TEXTS)
def test_it_stands_there_afterwards_and_one_undo_takes_it_back(
    first: str, second: str, third: str, fourth: str
) -> None:
    long = "Words that stay.😀\n" * 150
    for before, after in (
        (first, second),
        (first + long + second, third + long + fourth),
        ("x" + first + long + second, "x" + third + long + fourth),
    ):
        document = QTextDocument()
        document.setPlainText(before)
        put_text(QTextCursor(document), before, after)
        assert text_of(document) == after
        if before != after:
            document.undo()
        assert text_of(document) == before


def test_what_lies_between_two_changes_is_left_alone() -> None:
    before = "Mark.\n" + "Words that stay.\n" * 500
    document = QTextDocument()
    document.setPlainText(before)
    document.findBlockByNumber(200).setUserState(7)
    put_text(QTextCursor(document), before, "Mark.[^1]" + before[5:] + "[^1]: ")
    assert document.findBlockByNumber(200).userState() == 7
    assert text_of(document).endswith("[^1]: ")
