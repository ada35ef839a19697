"""Addresses of notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.places import Standing, places_of, standing_of
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.slug import LONGEST, place_of
from weeknotes_desktop.domain.snapshot import FirstWords
from weeknotes_desktop.domain.week import Week

WEEK = Week(2021, 16)
NOTE = Note(id="n", week=WEEK, label="Weeknote 16.2021", title="Working in the open")
FIRST = FirstWords(
    week=WEEK, day=WEEK.friday, label=NOTE.label, title=NOTE.title, audience=Audience.PUBLIC
)


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Working in the open", "2021/w16-working-in-the-open"),
        ("../../etc/passwd", "2021/w16-etc-passwd"),
        ("{{7*7}}", "2021/w16-7-7"),
        ("CON", "2021/w16-con"),
        ("index", "2021/w16-index"),
        ("Crème brûlée – 100 %", "2021/w16-creme-brulee-100"),
        ("🎉", "2021/w16-weeknote-16-2021"),
        ("Неделя", "2021/w16-weeknote-16-2021"),
        ("", "2021/w16-weeknote-16-2021"),
        ("\0\u2028/\\..", "2021/w16-weeknote-16-2021"),
    ],
)
def test_a_place_is_made_of_the_title_and_harms_nobody(title: str, place: str) -> None:
    assert place_of(WEEK, (title, "Weeknote 16.2021")) == place


def test_a_long_title_ends_and_where_nothing_can_be_said_the_week_is() -> None:
    _, name = place_of(WEEK, ("rope " * 60,)).split("/")
    assert len(name) <= LONGEST
    assert not name.endswith("-")
    assert place_of(Week(33, 2), ("🎉",)) == "0033/w02"


@given(st.lists(st.text(max_size=300), max_size=5))
def test_places_are_apart_and_plain_whatever_the_titles(titles: list[str]) -> None:
    taken: set[str] = set()
    for title in titles * 2:
        place = place_of(WEEK, (title, title), taken)
        year, name = place.split("/")
        assert place not in taken
        assert (year, name[:3]) == ("2021", "w16")
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        assert len(name) <= LONGEST
        taken.add(place)


def standing(
    note: Note = NOTE,
    *earlier: FirstWords,
    reader: Audience = Audience.PUBLIC,
    today: tuple[str, ...] = (),
) -> Standing:
    return standing_of(note, earlier, today, reader, lambda: note.body)


def test_the_address_keeps_the_words_of_the_first_publication() -> None:
    later = replace(NOTE, title="Something else", week=WEEK.plus(1))
    assert places_of([standing(later, FIRST)]) == ("2021/w16-working-in-the-open",)


def test_what_a_reader_could_not_see_is_in_no_address() -> None:
    for_team = replace(FIRST, title="The salary round", audience=Audience.TEAM)
    mine = replace(FIRST, title="The boss", audience=Audience.ME)
    for_all = standing(NOTE, mine, for_team)
    assert places_of([for_all]) == ("2021/w16-working-in-the-open",)
    team = standing(NOTE, mine, for_team, reader=Audience.TEAM)
    assert places_of([team]) == ("2021/w16-the-salary-round",)


def test_words_that_are_hidden_today_are_in_no_address() -> None:
    first = replace(FIRST, title="Working with Ada %%Lovelace%%")
    assert places_of([standing(NOTE, first)]) == ("2021/w16-working-with-ada",)
    hidden = ("Working with %%Ada%%",)
    assert places_of([standing(NOTE, first, today=hidden)]) == ("2021/w16-working-in-the-open",)


def test_two_of_the_same_name_are_told_apart_by_what_is_public() -> None:
    older = replace(NOTE, id="z", published_on=date(2021, 4, 20), body="One")
    newer = replace(NOTE, id="a", published_on=date(2021, 4, 21), body="Other")
    places = ("2021/w16-working-in-the-open", "2021/w16-working-in-the-open-2")
    assert places_of([standing(older), standing(newer)]) == places
    assert places_of([standing(newer), standing(older)]) == places[::-1]
    # Alike in all but what they say.
    one, other = replace(NOTE, body="One"), replace(NOTE, body="Other")
    assert places_of([standing(one), standing(other)]) == places
    assert places_of([standing(other), standing(one)]) == places[::-1]
