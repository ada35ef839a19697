"""The line above a label: a title, or the end of the post before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from weeknotes_desktop.domain.found import FoundPage

Read = Callable[[str], FoundPage]

ABOVE = "My blog\n\nMonth: March 2022\n\n"
BOOKS = "I read two books* on it.\n\n* Knots by Ann Farrow\n\nRope, a life by Idris Cole"


def _page(*, first: str = "", ending: str, title: str = "") -> str:
    first, title = (f"{line}\n\n" if line else "" for line in (first, title))
    return (
        f"{ABOVE}{first}Weeknote 12.22\n\nIt was a week.\n\n{ending}\n\n"
        f"{title}Weeknote 11.22\n\nIt was another.\n"
    )


@pytest.mark.parametrize(
    "ending",
    [
        "That was all.",
        "Was that all?",
        "Onwards!",
        "Thanks for reading",
        "  • A list\n  • without stops",
        "  1. A list\n  2. that counts",
        "Next week\n\nAnnual leave, then the audit.",
        "I spent Friday clearing the inbox and then we all went home for tea",
        BOOKS,
        "Share this:\n\nTwitter",
    ],
)
def test_the_end_of_a_post_is_no_title(read: Read, ending: str) -> None:
    notes = read(_page(ending=ending)).notes

    assert [note.title for note in notes] == ["", ""]


@pytest.mark.parametrize(
    "title", ["Fog, mostly", "2022 begins", "“Good enough”", "What is a boat?"]
)
@pytest.mark.parametrize("ending", ["That was all.", "  • A list\n  • without stops", BOOKS])
def test_a_short_line_above_a_label_is_its_title(read: Read, ending: str, title: str) -> None:
    notes = read(_page(first="A first title", ending=ending, title=title)).notes

    assert [note.title for note in notes] == ["A first title", title]
    assert title not in notes[0].body


def test_one_post_of_a_page_may_have_a_title(read: Read) -> None:
    notes = read(_page(ending="That was all.", title="Fog, mostly")).notes

    assert [note.title for note in notes] == ["", "Fog, mostly"]


def test_the_first_post_takes_no_title_from_the_head_of_the_page(read: Read) -> None:
    assert read(_page(ending="That was all.")).notes[0].title == ""


def test_a_title_stands_above_the_day_of_posting(read: Read) -> None:
    note = read(f"{ABOVE}Fog\n\nPosted on 20 March 2022 by Me\n\nWeeknote 11.22\n\nWords.\n").notes[
        0
    ]

    assert (note.title, note.body) == ("Fog", "Words.")


@pytest.mark.parametrize("ending", [BOOKS, "  • A list of one", "  1. A list of one"])
def test_where_titles_are_the_habit_the_end_of_a_list_is_still_none(
    read: Read, ending: str
) -> None:
    notes = read(_page(first="A first title", ending=ending)).notes

    assert [note.title for note in notes] == ["A first title", ""]


def test_where_titles_are_not_the_habit_short_lines_run_on(read: Read) -> None:
    notes = read(_page(ending="Two books* on it.\n\n* Knots\n\nRope and water")).notes

    assert [note.title for note in notes] == ["", ""]
    assert notes[0].body.endswith("[^1]: Knots\n\n    Rope and water")
