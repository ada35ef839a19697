"""Categories and tags: one page each, with an address that stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.publishing.destinations.site.subjects import Subjects


def test_a_subject_is_the_same_however_it_is_typed() -> None:
    tags = Subjects("tag", ["Open Day", "open day", "OPEN DAY "])
    assert tags.all() == [("Open Day", "tag/open-day/index.html")]
    assert tags.link("open DAY") == tags.all()[0]


def test_whichever_came_first_keeps_its_place() -> None:
    older = Subjects("tag", ["c#", "c++"])
    newer = Subjects("tag", ["c", "c#", "c++"])
    assert older.link("c++") == newer.link("c++") == ("c++", "tag/c/index.html")
    assert older.link("c#") == newer.link("c#")
    assert newer.link("c") == ("c", "tag/c-3/index.html")


def test_nothing_is_no_subject() -> None:
    assert Subjects("tag", ["", " ", "\x00"]).all() == []
    assert Subjects("tag", ["a"]).link("") is None


@given(st.lists(st.text(max_size=30)))
def test_no_two_subjects_have_one_page(names: list[str]) -> None:
    subjects = Subjects("category", names).all()
    assert len({path.casefold() for _, path in subjects}) == len(subjects)
