"""Pictures with a description and a caption."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.domain.typing_rules.passages import marked, passages, shown
from weeknotes_desktop.domain.typing_rules.figures import figure, next_part
from weeknotes_desktop.domain.typing_rules.passage import Passage


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("¦", '![¦]( "")\n'),
        ("One.¦\n\nTwo.", 'One.\n\n![¦]( "")\n\nTwo.'),
        ("¦bench.png¦", '![¦](bench.png "")\n'),
        ("¦The new bench¦", '![¦]( "The new bench")\n'),
        ("![the b¦ench](bench.png)", '![the bench](bench.png "¦")'),
        ('![the b¦ench](bench.png "By the harbour")', '![the bench](bench.png "¦By the harbour¦")'),
    ],
)
def test_a_figure_is_begun_and_captioned(before: str, after: str) -> None:
    assert shown(figure(marked(before))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('![the bench¦]( "")', '![the bench](¦ "")'),
        ('![the bench](¦bench.png¦ "old")', '![the bench](bench.png "¦old¦")'),
        ('![a](b "c¦")', None),
        ("![a](b¦)", None),
        ("![a](b) ¦", None),
        ("One.¦", None),
    ],
)
def test_tab_goes_from_part_to_part(before: str, after: str | None) -> None:
    assert shown(next_part(marked(before))) == after


@given(passages())
def test_no_text_breaks_a_figure(passage: Passage) -> None:
    after = figure(passage)
    assert 0 <= after.start <= after.end <= len(after.text)
