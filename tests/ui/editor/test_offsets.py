"""Places in a text, as Python and as Qt count them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.ui.editor.offsets import Offsets


@given(st.text(alphabet="aé😀\n"))
def test_a_place_means_the_same_in_both_ways_of_counting(text: str) -> None:
    offsets = Offsets(text)
    for index in range(len(text) + 1):
        unit = len(text[:index].encode("utf-16-le")) // 2
        assert offsets.unit(index) == unit
        assert offsets.index(unit) == index
