"""Return and Tab in a list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.ui.editor.lists import indented, is_item, next_line, outdented

_LINES = st.text(alphabet="ab -*+19.)>[]x\t", max_size=20)


@pytest.mark.parametrize(
    ("line", "front"),
    [
        ("- walk", "- "),
        ("  * walk", "  * "),
        ("9. walk", "10. "),
        ("3) walk", "4) "),
        ("- [x] walk", "- [ ] "),
        ("> said", "> "),
        ("> - said", "> - "),
        ("- ", ""),
        ("2. ", ""),
        ("> ", ""),
        ("walk", None),
        ("", None),
        ("-walk", None),
        ("1984. was a year", "1985. "),
    ],
)
def test_return_goes_on_with_a_list_and_ends_it_on_an_empty_item(
    line: str, front: str | None
) -> None:
    assert next_line(line, len(line)) == front


def test_return_before_the_words_of_an_item_is_an_ordinary_return() -> None:
    assert next_line("- walk", 0) is None


@given(_LINES, st.data())
def test_what_return_begins_is_an_item_again(line: str, data: st.DataObject) -> None:
    front = next_line(line, data.draw(st.integers(0, len(line))))
    if front and is_item(line):
        assert is_item(front)


@given(_LINES)
def test_outdenting_takes_back_indenting(line: str) -> None:
    if line.strip():
        assert outdented(indented(line)) == line
