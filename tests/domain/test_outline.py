"""The outline finds what a reader takes for a section, and moving one loses nothing."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.audience import hidden_spans
from weeknotes_desktop.domain.outline import (
    LEAD,
    Section,
    moved,
    neighbour,
    outline,
    section_at,
)
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.spans import without

NOTE = """Good week.

# Focus

The rota.

**Boats** – two are in.

**Ropes:** – all new.

## Later

- one

# Next
Ends here"""

PARTS = [
    "# One\n",
    "## Two\n",
    "**Term** – words\n",
    "\n",
    "Words 😀 that go on\n",
    "Under\n=====\n",
    "```\n# code\n```\n",
    "::: private\n",
    ":::\n",
    "%%hidden%% and not\n",
    "<!-- ",
    " -->\n",
    "[^a]: Note\n",
    "end\r\n",
    "\v",
]
sources = st.lists(st.sampled_from(PARTS), max_size=14).map("".join)


def titles(source: str) -> list[tuple[int, str, int]]:
    return [(section.level, section.title, section.line) for section in outline(source)]


def test_headings_and_leads_are_sections() -> None:
    assert titles(NOTE) == [
        (1, "Focus", 2),
        (LEAD, "Boats", 6),
        (LEAD, "Ropes", 8),
        (2, "Later", 10),
        (1, "Next", 14),
    ]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("```\n# code\n```", []),
        ("Mud\n===\n\nRain\n---\n", [(1, "Mud", 0), (2, "Rain", 3)]),
        ("#word", []),
        ("words\n**Boats** – not at the front of a paragraph", []),
        ("**Boats** are in", []),
        ("## A *b* [c](https://e.org) `d` ##", [(2, "A b c d", 0)]),
        ("- item\n---\n", []),
        ("", []),
        ("# 😀\n\n## שלום", [(1, "😀", 0), (2, "שלום", 2)]),
    ],
)
def test_only_what_a_reader_takes_for_one_is_a_section(
    source: str, found: list[tuple[int, str, int]]
) -> None:
    assert titles(source) == found


def test_a_section_ends_where_the_next_begins_that_is_no_deeper() -> None:
    focus, boats, *_ = outline(NOTE)
    assert NOTE[focus.start : focus.end].endswith("- one\n\n")
    assert NOTE[boats.start : boats.end] == "**Boats** – two are in.\n\n"


def test_the_caret_is_in_the_last_section_that_begins_before_it() -> None:
    sections = outline(NOTE)
    assert [section_at(sections, line) for line in (0, 2, 7, 40)] == [None, 0, 1, 4]


def test_a_section_moves_past_its_siblings_only() -> None:
    sections = outline(NOTE)
    assert neighbour(sections, 0, 1) == 4
    assert neighbour(sections, 1, 1) == 2
    assert neighbour(sections, 2, 1) is None
    assert neighbour(sections, 0, -1) is None


def test_a_section_takes_all_that_is_in_it_along() -> None:
    sections = outline(NOTE)
    result = moved(NOTE, sections, 0, len(sections))
    assert result is not None
    text, begins = result
    assert text.startswith("Good week.\n\n# Next\nEnds here\n\n# Focus\n\nThe rota.")
    assert text[begins:].startswith("# Focus")


def test_a_section_cannot_move_into_itself() -> None:
    sections = outline(NOTE)
    assert [moved(NOTE, sections, 0, before) for before in range(5)] == [None] * 5


def test_half_of_a_private_passage_stays_where_it_is() -> None:
    source = "# A\n\n::: private\nno\n\n# B\n\nno\n:::\n\n# C\n"
    sections = outline(source)
    assert moved(source, sections, 2, 1) is None
    assert moved(source, sections, 1, 0) is None


def _letters(text: str) -> Counter[str]:
    return Counter(letter for letter in text if not letter.isspace())


def _read(source: str, audience: Audience) -> Counter[str]:
    rest = without(source, hidden_spans(source, audience))
    return Counter(filter(None, (line.strip() for line in rest.splitlines())))


@given(sources, st.integers(0, 14), st.integers(0, 14))
def test_moving_loses_no_character_and_shows_nobody_more(
    source: str, place: int, before: int
) -> None:
    sections = outline(source)
    if place >= len(sections) or before > len(sections):
        return
    result = moved(source, sections, place, before)
    if result is None:
        return
    text, begins = result
    section = source[sections[place].start : sections[place].end]
    assert text[begins : begins + len(section)] == section
    assert _letters(text) == _letters(source)
    assert len(source) <= len(text) <= len(source) + 6
    for audience in (Audience.TEAM, Audience.PUBLIC):
        assert _read(text, audience) == _read(source, audience)


@given(sources)
def test_sections_lie_in_order_and_within_the_text(source: str) -> None:
    sections: tuple[Section, ...] = outline(source)
    starts = [section.start for section in sections]
    assert starts == sorted(set(starts))
    for section in sections:
        assert 0 <= section.start < section.end <= len(source)
        assert source[: section.start].count("\n") == section.line


@pytest.mark.parametrize(
    "mark", ["[", " #", "[a](", "**", "**a", " ", "`", "# a\n\n", "**a** – b\n\n"]
)
def test_a_heading_of_marks_is_read_once(mark: str) -> None:
    # Read over and over, this would take minutes.
    sections = outline("# " + mark * 40_000 + "x")
    assert all(len(section.title) <= 200 for section in sections)
