"""Which week a post is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from weeknotes_desktop.domain.found import FoundPage
from weeknotes_desktop.publishing.importers.week_words import NamedDay, read_day, read_week_line

Read = Callable[[str], FoundPage]


@pytest.mark.parametrize(
    "line",
    [
        "Week beginning 19 April",
        "Week beginning: 19th April",
        "Week commencing Monday 19 April",
        "week beginning 19th of April",
        "Week beginning April 19",
        "Week beginning April 19th, 2021",
        "w/b 19 April",
        "W/C 19 Apr",
        "Week of 19 April 2021",
        "Week beginning 19 April 2021.",
        "Week beginning 19–23 April",
        "Week beginning 19 April – 23 April 2021",
        "(Week beginning 19 April)",
        "Week beginning 19.4.2021",
        "Week beginning 2021-04-19",
        "Week beginning 19\u00a0April",
    ],
)
def test_the_day_is_read_as_people_write_it(line: str) -> None:
    week_line = read_week_line(line)

    assert week_line is not None
    assert week_line.day is not None
    assert (week_line.day.day, week_line.day.month) == (19, 4)


@pytest.mark.parametrize(
    "line",
    [
        "Week beginning with rain and ending with 3 boats in the harbour",
        "The week beginning was hard",
        "Week beginning 19 April was the hardest week of the 12 we had",
        "19 April",
    ],
)
def test_a_sentence_is_no_week_line(line: str) -> None:
    assert read_week_line(line) is None


def test_a_day_that_does_not_exist_is_no_day() -> None:
    assert read_day("31 April") is None
    assert read_day("29 February 2021") is None
    assert read_day("29 February") == NamedDay(29, 2)


def _page(above: str, label: str, week_line: str = "", below: str = "") -> str:
    week_line = f"{week_line}\n\n" if week_line else ""
    return f"A blog\n\n{above}\n\n{label}\n\n{week_line}Some words.\n\n{below}"


@pytest.mark.parametrize(
    ("above", "label", "week_line", "week"),
    [
        ("Month: April 2021", "Weeknote v10.16", "Week beginning 19 April", "2021-W16"),
        ("Month: April 2021", "Weeknote v10.15", "Week beginning 19 April", "2021-W16"),
        ("Month: April 2021", "Weeknote v10.16", "Week beginning 21 April", "2021-W16"),
        ("Month: April 2021", "Weeknote v10.16", "", "2021-W16"),
        ("Month: January 2022", "Weeknote v10.52", "Week beginning 27 December", "2021-W52"),
        ("Month: January 2026", "Weeknote v15.1", "Week beginning 29 December", "2026-W01"),
        ("Month: December 2025", "Weeknote v15.1", "Week beginning 29 December", "2026-W01"),
        ("Month: December 2021", "Weeknote v11.1", "Week beginning 3 January", "2022-W01"),
        ("Month: January 2022", "Weeknote v10.52", "", "2021-W52"),
        ("Month: January 2022", "Weeknote 1.21", "Week beginning 3 January", "2022-W01"),
        ("Year: 2021", "Weeknote v10.52", "Week beginning 27 December", "2021-W52"),
        ("Category: Ferry", "Weeknote 16.2021", "Week beginning 19 April", "2021-W16"),
        ("Category: Ferry", "Weeknote 1.22", "Week beginning 3 January", "2022-W01"),
        ("Category: Ferry", "Weeknote 52.21", "Week beginning 27 December", "2021-W52"),
        ("Category: Ferry", "Weeknote 53.2026", "", "2026-W53"),
        ("Category: Ferry", "Weeknote 99.21", "Week beginning 19 April", "2021-W16"),
        ("Category: Ferry", "Weeknote v10.3", "Week beginning 18 January 2021", "2021-W03"),
        ("Category: Ferry", "Weeknote 16.21", "Week beginning 31 April", "2021-W16"),
    ],
)
def test_the_week_of_a_post(read: Read, above: str, label: str, week_line: str, week: str) -> None:
    note = read(_page(above, label, week_line)).notes[0]

    assert str(note.week) == week
    assert note.body == "Some words."


def test_a_date_and_the_copyright_find_the_year_by_its_monday(read: Read) -> None:
    page = _page("Category: Ferry", "Weeknote v10.16", "Week beginning 19 April", "© 2024 Me\n")

    found = read(page)

    assert str(found.notes[0].week) == "2021-W16"
    assert found.lost == ()


def test_neighbours_lend_their_year(read: Read) -> None:
    page = _page(
        "Category: Ferry",
        "Weeknote v10.16",
        "",
        "Weeknote v10.15\n\nWeek beginning 12 April 2021\n\nWords.\n\n© 2024 Me\n",
    )

    assert [str(note.week) for note in read(page).notes] == ["2021-W16", "2021-W15"]


@pytest.mark.parametrize("lender", ["12.22", "12.2024"])
def test_a_date_that_is_a_monday_is_put_in_the_year_in_which_it_is_one(
    read: Read, lender: str
) -> None:
    below = f"Weeknote {lender}\n\nWords.\n"
    found = read(_page("Category: Ferry", "Weeknote v10.16", "Week beginning 19 April", below))

    assert str(found.notes[0].week) == "2021-W16"
    assert found.lost == ()


def test_a_year_taken_from_the_post_beside_is_told(read: Read) -> None:
    below = "Weeknote 12.22\n\nWords.\n"
    found = read(_page("Category: Ferry", "Weeknote v10.16", "Week beginning 20 April", below))

    assert str(found.notes[0].week) == "2022-W16"
    (told,) = found.lost
    assert "on line 5 names no year; 2022 was taken from a post beside it." in told


def test_the_copyright_is_the_last_resort_and_says_so(read: Read) -> None:
    found = read(_page("Category: Ferry", "Weeknote v10.16", below="© 2024 Me\n"))

    assert str(found.notes[0].week) == "2024-W16"
    assert "“Weeknote v10.16” on line 5 names no year" in found.lost[0]


@pytest.mark.parametrize(
    ("label", "week_line"),
    [
        ("Weeknote v10.16", ""),
        ("Weeknote v10.16", "Week beginning 19 April"),
        ("Weeknote 53.2025", ""),
        ("Weeknote 187", ""),
    ],
)
def test_a_post_without_a_week_is_left_out_and_named(
    read: Read, label: str, week_line: str
) -> None:
    found = read(_page("Category: Ferry", label, week_line))

    assert found.notes == ()
    assert found.lost[0] == f"“{label}” on line 5 was left out: its week cannot be told."
    assert not any("left out: its week" in sentence for sentence in found.skipped)


def test_a_number_alone_is_a_week_only_near_its_month(read: Read) -> None:
    near = read(_page("Month: March 2022", "Weeknote 12"))
    far = read(_page("Month: March 2022", "Weeknote 40"))

    assert [str(note.week) for note in near.notes] == ["2022-W12"]
    assert far.notes == ()


def test_a_day_that_does_not_exist_is_told(read: Read) -> None:
    found = read(_page("Category: Ferry", "Weeknote 16.21", "Week beginning 31 April"))

    assert "a day that does not exist" in found.lost[0]


def test_pages_saved_one_after_the_other_keep_their_own_years(read: Read) -> None:
    pages = (
        "A blog\n\nMonth: January 2022\n\nWeeknote v11.1\n\nWords.\n\n© 2024 Me\n\n"
        "A blog\n\nMonth: April 2021\n\nWeeknote v10.16\n\nMore words.\n\n© 2024 Me\n"
    )

    notes = read(pages).notes

    assert [str(note.week) for note in notes] == ["2022-W01", "2021-W16"]
    assert [note.body for note in notes] == ["Words.", "More words."]
