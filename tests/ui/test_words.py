"""Days are written as the writer's language writes them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.ui import words


@pytest.fixture(autouse=True)
def language() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("language", "within", "across"),
    [
        ("en_GB", "19–25 April", "29 March–4 April"),
        ("en_US", "April 19–25", "March 29–April 4"),
        ("de_DE", "19.–25. April", "29. März–4. April"),
        ("fr_FR", "19–25 avril", "29 mars–4 avril"),
        ("es_ES", "19–25 de abril", "29 de marzo–4 de abril"),
        ("ja_JP", "4月19日–4月25日", "3月29日–4月4日"),
        ("C", "19–25 April", "29 March–4 April"),
    ],
)
def test_a_week_is_written_from_monday_to_sunday(language: str, within: str, across: str) -> None:
    QLocale.setDefault(QLocale(language))
    assert words.days(Week(2021, 16)) == within
    assert words.days(Week(2021, 13)) == across


def test_a_long_word_may_be_broken_and_a_short_one_stays() -> None:
    assert words.breakable("Ship it") == "Ship it"
    assert words.breakable("a" * 30) == "a" * 28 + "\u200b" + "aa"
    assert words.breakable("abcd ab", 3) == "abc\u200bd ab"


def test_a_month_has_its_year_and_a_day_has_not() -> None:
    assert words.month(2021, 4) == "April 2021"
    assert words.day(date(2021, 4, 19)) == "19 April"


@given(st.sampled_from(["en_GB", "en_US", "de_DE", "ko_KR", "ar_EG", "hu_HU", "lt_LT", "ru_RU"]))
def test_no_language_leaves_a_year_or_a_part_of_a_pattern_in_a_week(language: str) -> None:
    QLocale.setDefault(QLocale(language))
    written = words.days(Week(2021, 16))
    assert "2021" not in written
    assert "–" in written
    assert not {"d", "M", "y"} & set(written.split())
