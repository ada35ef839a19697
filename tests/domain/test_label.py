from __future__ import annotations

import pytest

from weeknotes_desktop.domain.errors import SettingsError
from weeknotes_desktop.domain.label import LabelPattern, same_label, short_label
from weeknotes_desktop.domain.week import Week


@pytest.mark.parametrize(
    ("pattern", "label"),
    [
        (LabelPattern("Weeknote {week}.{year}"), "Weeknote 25.2022"),
        (LabelPattern("Weeknote {week}.{yy}"), "Weeknote 25.22"),
        (LabelPattern("{year}.{week}"), "2022.25"),
        (LabelPattern("Weeknote v{series}.{week}", series="10"), "Weeknote v10.25"),
    ],
)
def test_a_label_is_made_from_the_pattern(pattern: LabelPattern, label: str) -> None:
    assert pattern.label_of(Week(2022, 25)) == label


@pytest.mark.parametrize(
    "pattern", ["Weeknote", "{week} {month}", "{week.__class__}", "", "{{week}}!{}"]
)
def test_a_pattern_that_names_no_week_or_something_else_is_refused(pattern: str) -> None:
    with pytest.raises(SettingsError):
        LabelPattern(pattern)


@pytest.mark.parametrize(
    "written", ["Weeknote v10.16", "v10.16", "weeknotes V10.16", " Week note: v10.16 "]
)
def test_a_label_is_known_with_and_without_its_word(written: str) -> None:
    assert same_label(written, "Weeknote v10.16")


def test_a_label_that_is_only_the_word_keeps_it() -> None:
    assert short_label("Weeknote") == "Weeknote"
    assert not same_label("12.22", "12.2")
