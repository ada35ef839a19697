"""Which lines are labels, and which only look like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from weeknotes_desktop.domain.errors import ImportFailedError
from weeknotes_desktop.domain.found import FoundPage
from weeknotes_desktop.publishing.importers.labels import read_label

Read = Callable[[str], FoundPage]

MONTH = "Tagline of a blog\n\nMonth: March 2022\n\n"
CATEGORY = "Tagline of a blog\n\nCategory: Ferry\n\n"


@pytest.mark.parametrize(
    ("line", "label", "number", "year"),
    [
        ("Weeknote v10.16", "Weeknote v10.16", 16, None),
        ("Weeknote 25.2022", "Weeknote 25.2022", 25, 2022),
        ("Weeknote 12.22", "Weeknote 12.22", 12, 2022),
        ("Weeknotes 12.22", "Weeknotes 12.22", 12, 2022),
        ("WEEKNOTE V10.16", "WEEKNOTE V10.16", 16, None),
        ("weeknote: 2022.3", "weeknote: 2022.3", 3, 2022),
        ("Weeknote – 12.22", "Weeknote – 12.22", 12, 2022),
        ("Weeknote #12.22", "Weeknote #12.22", 12, 2022),
        ("Week notes 12.22", "Week notes 12.22", 12, 2022),
        ("Weeknote\u00a012.22\u00a0", "Weeknote 12.22", 12, 2022),
        ("2022.3", "2022.3", 3, 2022),
        ("v10.16", "v10.16", 16, None),
        ("25.2022", "25.2022", 25, 2022),
        ("12.22", "12.22", 12, 2022),
        ("Weeknote 5.09", "Weeknote 5.09", 5, 2009),
    ],
)
def test_a_label_is_read_in_every_form(
    line: str, label: str, number: int, year: int | None
) -> None:
    found = read_label(line)

    assert found is not None
    assert (found.text, found.number, found.year) == (label, number, year)


@pytest.mark.parametrize(
    "line",
    [
        "Weeknote 12.22 was hard to write.",
        "Weeknote 12.22 – I promised to write more. And so I did.",
        "£12.22",
        "12.22 pounds",
        "• 12.22",
        "1.2.3",
        "12.5",
        "Version 12.22",
        "Weeknote",
        "Weeknotes are back",
        "A weeknote 12.22",
        "Weeknote 2022",
        "٣.٢٠٢٢",
    ],
)
def test_other_lines_are_no_labels(line: str) -> None:
    assert read_label(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Weeknote 12.22: Small boats",
        "Weeknote 12.22 – Small boats",
        "Weeknote 12.22 - Small boats",
        "Weeknote 12.22 | Small boats",
        "Weeknote 12.22 (Small boats)",
    ],
)
def test_a_title_may_stand_behind_the_label(read: Read, line: str) -> None:
    note = read(f"{MONTH}{line}\n\nSome words.\n").notes[0]

    assert (note.label, note.title, note.body) == ("Weeknote 12.22", "Small boats", "Some words.")


def test_the_week_may_stand_behind_the_label(read: Read) -> None:
    note = read(f"{MONTH}Weeknote v10.12 – week beginning 21 March\n\nSome words.\n").notes[0]

    assert (note.label, note.title, str(note.week)) == ("Weeknote v10.12", "", "2022-W12")


@pytest.mark.parametrize("label", ["v10.12", "12.2022", "12.22", "2022.12"])
def test_a_bare_number_with_its_week_below_is_a_label(read: Read, label: str) -> None:
    note = read(f"{CATEGORY}{label}\n\nWeek beginning 21 March\n\nWords.\n\n© 2023 Me\n").notes[0]

    assert (note.label, str(note.week), note.body) == (label, "2022-W12", "Words.")


@pytest.mark.parametrize("label", ["12.2022", "12.22", "2022.12"])
def test_a_bare_number_that_opens_the_page_is_a_label(read: Read, label: str) -> None:
    notes = read(f"{CATEGORY}A title\n\n{label}\n\nWords.\n").notes

    assert [(note.title, note.label) for note in notes] == [("A title", label)]


@pytest.mark.parametrize(
    "words",
    [
        "We paid\n\n12.18\n\nfor the rope.",
        "The bill was:\n\n11.22\n\nThat is too much.",
        "We are on version\n\n2019.3\n\nnow.",
        "  • 11.22\n  • 10.22",
        "At\n11.22\nthe boat left.",
        "The last one leaves at\n\n21.45\n\nOn Sundays it does not.",
        "The old app was\n\nv2.3\n\nThe new one has no number.",
        "In Weeknote 11.22 I wrote about fog.",
        "11.22: the boat left.",
    ],
)
def test_a_number_in_running_text_begins_no_post(read: Read, words: str) -> None:
    page = f"{CATEGORY}Weeknote 12.22\n\nBefore.\n\n{words}\n\nAfter.\n\nWeeknote 10.22\n\nOld.\n"

    assert [note.label for note in read(page).notes] == ["Weeknote 12.22", "Weeknote 10.22"]


def test_bare_and_worded_labels_stand_on_one_page(read: Read) -> None:
    labels = ["Weeknote 25.2022", "24.2022", "12.22", "Weeknote 11.22", "2022.3", "Weeknote v9.4"]
    page = CATEGORY + "".join(f"{label}\n\nWords of that week.\n\n" for label in labels)

    notes = read(page + "© 2023 Me\n").notes

    assert [note.label for note in notes] == labels


def test_a_link_to_a_post_is_no_post(read: Read) -> None:
    page = read(f"{MONTH}Weeknote 12.22\n\nWords.\n\nRecent posts\n\nWeeknote 11.22\n")

    assert [note.label for note in page.notes] == ["Weeknote 12.22"]
    assert page.skipped[0].endswith("lines 1, 3, 9, 11.")


@pytest.mark.parametrize(
    "text",
    [
        "Dear diary,\n\nnothing happened.\n",
        "12.22 or so\n",
        "The price:\n\n12.22\n\nfine.\n",
        "Prices\n\n12.60\n\nWords.\n\n© 2024 Me\n",
    ],
)
def test_a_page_without_labels_is_refused_in_one_sentence(read: Read, text: str) -> None:
    with pytest.raises(ImportFailedError) as refused:
        read(text)

    assert "page.txt” holds no weeknotes" in refused.value.problem
    assert "Weeknote v10.16" in refused.value.remedy
