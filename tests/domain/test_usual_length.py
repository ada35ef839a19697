"""The usual length is a band that fits the writer's own notes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.usual_length import Band, usual_length


@pytest.mark.parametrize(
    ("words", "band"),
    [
        ((400, 410, 390), None),
        ((340, 360, 420, 580, 610), Band(350, 600)),
        ((62, 71, 80, 95), Band(70, 80)),
        ((500, 500, 500, 500), Band(500, 500)),
        ((1, 1, 1, 1), Band(10, 10)),
    ],
)
def test_the_middle_half_is_usual(words: tuple[int, ...], band: Band | None) -> None:
    assert usual_length(words) == band


def test_empty_notes_are_no_measure() -> None:
    assert usual_length([400, 400, 400, 0]) is None


@given(st.lists(st.integers(1, 10_000), min_size=4))
def test_the_band_lies_about_where_the_notes_do(words: list[int]) -> None:
    band = usual_length(words)
    assert band is not None
    assert 0 < band.low <= band.high
    assert min(words) - 25 <= band.low
    assert band.high <= max(max(words) + 25, 10)
