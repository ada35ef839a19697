from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.searching.completing import Completion, completion
from weeknotes_desktop.domain.searching.found import Names
from weeknotes_desktop.domain.searching.parsing import parse
from weeknotes_desktop.domain.searching.query import Field

NAMES = Names(
    years=(2026, 2025),
    categories=("Bridges", "Café “Óra”", "Other things"),
    tags=("river", "steel"),
    workstreams=("Tooling",),
)
FIELDS = tuple(f"{field}:" for field in Field)


@pytest.mark.parametrize(
    ("typed", "start", "written"),
    [
        ("", 0, FIELDS),
        ("bridge ", 7, FIELDS),
        ("bridge ye", 7, ("year:",)),
        ("W", 0, ("week:", "workstream:")),
        ("bridge", 0, ()),
        ('"ye', 0, ()),
        ("-", 0, tuple(f"-{field}" for field in FIELDS)),
        ("-ta", 0, ("-tag:",)),
        ("year:", 0, ("year:2026", "year:2025")),
        ("x year:2025", 2, ()),
        ("category:o", 0, ('category:"Other things"',)),
        ('category:"oth', 0, ('category:"Other things"',)),
        ("category:cafe", 0, ('category:"cafe ora"',)),
        ("-tag:", 0, ("-tag:river", "-tag:steel")),
        ("workstream:t", 0, ("workstream:Tooling",)),
        ("in:t", 0, ("in:titles", "in:tasks")),
        ("goal:m", 0, ("goal:met", "goal:missed")),
        ("is:d", 0, ("is:draft",)),
        ("week:2022", 0, ()),
        ("nothing:x", 9, ()),
    ],
)
def test_what_can_be_written_is_offered(typed: str, start: int, written: tuple[str, ...]) -> None:
    assert completion(typed, len(typed), NAMES) == Completion(start, len(typed), written)


def test_what_stands_behind_the_caret_stays() -> None:
    offered = completion("ye in:goals", 2, NAMES)
    assert (offered.start, offered.end, offered.written) == (0, 2, ("year:",))


@given(st.text(max_size=20), st.integers(0, 20))
def test_anything_can_be_typed_and_whatever_is_offered_fits_in(typed: str, caret: int) -> None:
    at = min(caret, len(typed))
    offered = completion(typed, at, NAMES)
    assert 0 <= offered.start <= offered.end == at


@pytest.mark.parametrize("field", Field)
def test_every_value_that_is_offered_is_a_filter(field: Field) -> None:
    for written in completion(f"{field}:", len(field) + 1, NAMES).written:
        assert [one.field for one in parse(written).filters] == [field]
        assert parse(written).words == ()
