"""Tab and Shift+Tab."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.domain.typing_rules.passages import LISTS, marked, passages, shown
from weeknotes_desktop.domain.typing_rules.indents import deeper, shallower
from weeknotes_desktop.domain.typing_rules.passage import Passage


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- walk\n- sw¦im\n- rest", "- walk\n  - sw¦im\n- rest"),
        (
            "- walk\n- sw¦im\n  - far\n\n  more\n- rest",
            "- walk\n  - sw¦im\n    - far\n\n    more\n- rest",
        ),
        ("- walk\n¦- swim\n- rest¦", "- walk\n¦  - swim\n  - rest¦"),
        ("¦one\n\ntwo¦", "¦  one\n\n  two¦"),
        ("> - wa¦lk", ">   - wa¦lk"),
        ("1. walk\n2. swim¦\n3. rest", "1. walk\n  1. swim¦\n2. rest"),
        ("1. walk¦\n2. swim", "  1. walk¦\n1. swim"),
        ("9. a\n10. b¦\n11. c", "9. a\n  1. b¦\n10. c"),
        ("1. a\n  1. b\n2. c¦", "1. a\n  1. b\n  2. c¦"),
        ("3. a\n7. b¦\n9. c", "3. a\n  7. b¦\n9. c"),
        ("- 😀 a\n- 😀¦ b", "- 😀 a\n  - 😀¦ b"),
    ],
)
def test_tab_takes_an_item_and_its_children_deeper(before: str, after: str) -> None:
    assert shown(deeper(marked(before))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- walk\n  - sw¦im\n    - far", "- walk\n- sw¦im\n  - far"),
        ("\t- wa¦lk", "- wa¦lk"),
        (" - wa¦lk", "- wa¦lk"),
        ("¦  - walk", "¦- walk"),
        ("- wa¦lk", "- wa¦lk"),
        ("1. a\n  1. b¦\n  2. c\n2. d", "1. a\n2. b¦\n  1. c\n3. d"),
        ("¦  one\n    two¦", "¦one\n  two¦"),
    ],
)
def test_shift_tab_brings_them_back(before: str, after: str) -> None:
    assert shown(shallower(marked(before))) == after


@given(passages(LISTS))
def test_indenting_changes_nothing_but_space_and_numbers(passage: Passage) -> None:
    def words(text: str) -> list[str]:
        return ["".join(line.split()).lstrip("0123456789") for line in text.split("\n")]

    for rule in (deeper, shallower):
        after = rule(passage)
        assert words(after.text) == words(passage.text)
        assert 0 <= after.start <= after.end <= len(after.text)


@given(passages(st.text(alphabet="ab -*[]😀\n", max_size=40)))
def test_shift_tab_takes_back_tab(passage: Passage) -> None:
    assume(all(line.strip() or not line for line in passage.text.split("\n")))
    assert shallower(deeper(passage)).text == passage.text
