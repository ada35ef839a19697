"""Which lines are turned into text, and that it is one step."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.typing_rules.passage import Passage
from weeknotes_desktop.ui.editor.goal_lines import touched, turned

TEXTS = {"[GOALS]": "- ✓ Lend one book", "[NEXT WEEK]": "- ○ Lend two"}
NOTE = "# One\n\n[GOALS]\n\nMud.\n\n[NEXT WEEK]\n"


def caret(text: str) -> Passage:
    """A text with the caret at the bar, or what is selected between two."""
    start = text.index("|")
    end = text.rindex("|")
    bare = text.replace("|", "")
    return Passage(bare, start, end - (end > start))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A\n\n[GO|ALS]\n\n[NEXT WEEK]", "A\n\n- ✓ Lend one book|\n\n[NEXT WEEK]"),
        ("A\n\n|[GOALS]  \n\n[NEXT WEEK]", "A\n\n- ✓ Lend one book|\n\n[NEXT WEEK]"),
        ("|A\n\n[GOALS]\n\n[NEXT WEEK]", "|A\n\n- ✓ Lend one book\n\n- ○ Lend two"),
        ("[GOALS]\n\nA|", "- ✓ Lend one book\n\nA|"),
        ("|[GOALS]\n\n[NEXT WEEK]|\n\n[GOALS]", "- ✓ Lend one book\n\n- ○ Lend two|\n\n[GOALS]"),
        ("```\n[GO|ALS]\n```", "```\n[GO|ALS]\n```"),
        ("A [GOALS]|", "A [GOALS]|"),
        ("|", "|"),
    ],
)
def test_the_line_with_the_caret_or_else_all_of_them(before: str, after: str) -> None:
    assert turned(caret(before), TEXTS.__getitem__) == caret(after)


def test_a_line_for_which_there_is_no_text_stays() -> None:
    assert turned(Passage(NOTE, 0, 0), lambda _: "").text == NOTE


@given(
    st.text(alphabet="a\n `[]GOALS", max_size=40).map(lambda text: f"{text}\n[GOALS]\n{text}"),
    st.data(),
)
def test_nothing_but_those_lines_changes(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    after = turned(Passage(text, place, place), lambda _: "\0")
    assert after.text.replace("\0", "[GOALS]").split() == text.split()
    assert 0 <= after.start == after.end <= len(after.text)


def test_the_menu_knows_whether_it_opens_over_such_a_line() -> None:
    assert touched(caret("A\n[GOA|LS]\nB"))
    assert not touched(caret("A|\n[GOALS]\nB"))
