"""Notes that link to a note, and notes of the same week in other years, are found."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.linking_notes import linking_notes
from weeknotes_desktop.use_cases.past_years import past_years
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note

PATTERN = LabelPattern()
NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary()


def add(library: FakeLibrary, week: Week, title: str, body: str = "") -> Note:
    return start_note(library, week, title=title, body=body)


def linking(library: FakeLibrary, note: Note) -> list[tuple[str, str]]:
    found = linking_notes(library, note.id, PATTERN)
    return [(one.note.title, one.words) for one in found]


@pytest.mark.parametrize(
    "link",
    [
        "[[Boats]]",
        "[[boats|the boats]]",
        "[[8.2021]]",
        "[[Weeknote 8.2021]]",
        "[[2021-W08]]",
    ],
)
def test_a_note_that_links_here_is_found_by_whatever_name(library: FakeLibrary, link: str) -> None:
    boats = add(library, Week(2021, 8), "Boats")
    add(library, Week(2021, 9), "Locks", f"We read {link} again.")
    add(library, Week(2021, 10), "Weirs", "Boats, and [[Locks]].")
    assert linking(library, boats) == [("Locks", f"We read {link} again.")]


def test_they_come_newest_first_with_the_words_around_the_first_link(library: FakeLibrary) -> None:
    boats = add(library, Week(2021, 8), "Boats")
    long = "It was a long week. " * 20
    add(library, Week(2021, 9), "Locks", "Before.\n\n- As [[Boats]] said, and [[Boats]].\n\nAfter.")
    add(library, Week(2021, 10), "Weirs", f"{long}See [[Boats]]. {long}")
    (weirs, locks) = linking(library, boats)
    assert locks == ("Locks", "- As [[Boats]] said, and [[Boats]].")
    assert weirs[0] == "Weirs"
    assert weirs[1].startswith("…")
    assert weirs[1].endswith("…")
    assert "See [[Boats]]." in weirs[1]
    assert len(weirs[1]) < 200


def test_a_note_does_not_link_to_itself_nor_from_code_or_the_trash(library: FakeLibrary) -> None:
    boats = add(library, Week(2021, 8), "Boats", "See [[Boats]].")
    add(library, Week(2021, 9), "Locks", "Write `[[Boats]]`, or\n\n```\n[[Boats]]\n```\n")
    gone = add(library, Week(2021, 10), "Weirs", "See [[Boats]].")
    library.remove_note(gone.id, NOW)
    assert linking(library, boats) == []


def test_what_a_note_was_called_before_still_leads_to_it(library: FakeLibrary) -> None:
    boats = add(library, Week(2021, 8), "Boats")
    boats = publish_note(library, boats, Settings(), NOW)
    add(library, Week(2021, 9), "Locks", "See [[Boats]].")
    boats = save_note(library, replace(boats, title="Ferries"), PATTERN, NOW)
    assert [title for title, _ in linking(library, boats)] == ["Locks"]


def test_where_two_have_a_name_only_the_one_it_leads_to_is_linked(library: FakeLibrary) -> None:
    older = add(library, Week(2021, 7), "Boats")
    newer = add(library, Week(2021, 8), "Boats")
    add(library, Week(2021, 9), "Locks", "See [[Boats]].")
    assert linking(library, older) == []
    assert [title for title, _ in linking(library, newer)] == ["Locks"]


def test_the_same_week_of_earlier_years_is_found(library: FakeLibrary) -> None:
    for year in (2018, 2020, 2021, 2022):
        add(library, Week(year, 16), f"T{year}")
        add(library, Week(year, 15), "another")
    add(library, Week(2020, 16), "T2020 too")
    found = past_years(library, Week(2021, 16), PATTERN)
    assert [one.note.title for one in found] == ["T2020 too", "T2020", "T2018"]
    assert found[0].note.label == "Weeknote 16.2020"


@pytest.mark.parametrize(
    ("week", "titles"), [(Week(2026, 53), ["52", "53"]), (Week(2026, 52), ["52", "53"])]
)
def test_the_last_days_of_a_year_are_those_of_other_years(
    library: FakeLibrary, week: Week, titles: list[str]
) -> None:
    add(library, Week(2025, 52), "52")
    add(library, Week(2020, 53), "53")
    add(library, Week(2025, 51), "51")
    assert [one.note.title for one in past_years(library, week, PATTERN)] == titles
