"""Alt+Up and Alt+Down."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given

from tests.domain.typing_rules.passages import LISTS, marked, passages, shown
from weeknotes_desktop.domain.typing_rules.moves import down, up
from weeknotes_desktop.domain.typing_rules.passage import Passage


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("¦one\ntwo", "two\n¦one"),
        ("o¦n¦e\ntwo\nthree", "two\no¦n¦e\nthree"),
        ("- a¦\n- b", "- b\n- a¦"),
        ("- a¦\n  - a1\n- b\n  - b1", "- b\n  - b1\n- a¦\n  - a1"),
        ("- a\n  - b¦\n  - c\n- d", "- a\n  - c\n  - b¦\n- d"),
        ("- a¦\n\n- b", "- b\n\n- a¦"),
        ("1. a¦\n2. b\n3. c", "1. b\n2. a¦\n3. c"),
        ("9. a¦\n10. b", "9. b\n10. a¦"),
        ("One¦ two.\n\nThree.", "Three.\n\nOne¦ two."),
        ("One¦\n\n\nTwo\nthree", "Two\nthree\n\n\nOne¦"),
        ("¦one\ntwo¦\nthree", "three\n¦one\ntwo¦"),
        ("> - a¦\n> - b", "> - b\n> - a¦"),
        ("😀¦😀\nb", "b\n😀¦😀"),
    ],
)
def test_what_moves_down_moves_up_again(above: str, below: str) -> None:
    assert shown(down(marked(above))) == below
    assert shown(up(marked(below))) == above


@pytest.mark.parametrize(
    "text", ["¦one", "", "- a\n  - b¦\n- c", "- a\n  - b¦", "one\n\n¦\n", "two¦\n\n"]
)
def test_what_has_nowhere_to_go_stays(text: str) -> None:
    passage = marked(text)
    assert {shown(down(passage)), shown(up(passage))} & {shown(passage)}


def test_a_child_does_not_leave_its_parent() -> None:
    only = marked("- a\n  - b¦\n- c")
    assert (up(only), down(only)) == (only, only)


@given(passages(LISTS))
def test_moving_keeps_every_line_but_for_its_number(passage: Passage) -> None:
    def lines(text: str) -> Counter[str]:
        return Counter(line.strip().lstrip("0123456789") for line in text.split("\n"))

    for rule in (up, down):
        after = rule(passage)
        assert lines(after.text) == lines(passage.text)
        assert 0 <= after.start <= after.end <= len(after.text)
        if "1." not in passage.text and "2." not in passage.text:
            assert after.selected.strip("\n") == passage.selected.strip("\n")


@given(passages())
def test_no_text_breaks_moving(passage: Passage) -> None:
    for rule in (up, down):
        assert len(rule(passage).text.split("\n")) == len(passage.text.split("\n"))
