"""A picture goes once nothing has named it for 90 days, and never while anything shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.errors import NotFoundError
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Draft
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.trash import COMPACT_DUE
from weeknotes_desktop.domain.version import Occasion, of_note
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.use_cases.clear_pictures import clear_pictures, note_unnamed
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note
from weeknotes_desktop.use_cases.trash_note import trash_note

WEEK = Week(2021, 9)
NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)
BRIDGE = Picture.of(b"\x89PNG bridge", "image/png", "IMG 1.png")
WEIR = Picture.of(b"\xff\xd8 weir", "image/jpeg")
SHOWN = f"![The bridge]({BRIDGE.address})"


@pytest.fixture(params=["on disk", "fake"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NoteLibrary]:
    if request.param == "fake":
        yield filled(FakeLibrary())
    else:
        with open_for_writing(tmp_path / "notes.db") as opened:
            yield filled(opened)


def filled(library: NoteLibrary) -> NoteLibrary:
    library.keep_picture(BRIDGE)
    library.keep_picture(WEIR)
    return library


def days_of(library: NoteLibrary, *days: int) -> tuple[str, ...]:
    """A look on each of these days; what may go after the last."""
    may_go: tuple[str, ...] = ()
    for day in days:
        may_go = note_unnamed(library, library.unnamed_pictures(), NOW + timedelta(days=day))
    return may_go


def test_what_a_note_shows_is_named(library: NoteLibrary) -> None:
    start_note(library, WEEK, body=SHOWN)
    assert library.unnamed_pictures() == (WEIR.id,)


def test_what_lies_in_the_trash_shows_it_still(library: NoteLibrary) -> None:
    note = start_note(library, WEEK, body=SHOWN)
    trash_note(library, note.id, NOW)
    assert library.unnamed_pictures() == (WEIR.id,)
    library.forget(note.id, NOW)
    assert set(library.unnamed_pictures()) == {BRIDGE.id, WEIR.id}


def test_an_earlier_text_shows_it_still(library: NoteLibrary) -> None:
    note = start_note(library, WEEK, body=SHOWN)
    library.keep_version(of_note(note, Occasion.PAUSE, "v", NOW))
    save_note(library, replace(note, body="No picture"), LabelPattern(), NOW)
    assert library.unnamed_pictures() == (WEIR.id,)


def test_the_longest_text_of_a_note_shows_it_still(library: NoteLibrary) -> None:
    note = start_note(library, WEEK, body="No picture")
    library.keep_peak(replace(of_note(note, Occasion.SHRUNK, "p", NOW), body=SHOWN))
    assert library.unnamed_pictures() == (WEIR.id,)


def test_what_is_typed_and_not_saved_yet_shows_it(library: NoteLibrary) -> None:
    note = start_note(library, WEEK)
    library.keep_draft(
        Draft(note_id=note.id, base_rev=note.rev, title="", body=SHOWN, written_at=NOW)
    )
    assert library.unnamed_pictures() == (WEIR.id,)


def test_a_goal_shows_it(library: NoteLibrary) -> None:
    library.add_goal(Goal(id="g", week=WEEK, thread="g", text="Open", public_text=SHOWN), NOW)
    assert library.unnamed_pictures() == (WEIR.id,)


def test_it_may_go_after_90_days_and_seven_days_more_that_were_seen(library: NoteLibrary) -> None:
    start_note(library, WEEK, body=SHOWN)
    assert days_of(library, 0, 30, 89) == ()
    assert days_of(library, *range(90, 97)) == ()
    assert days_of(library, 97) == (WEIR.id,)
    assert clear_pictures(library, [WEIR.id, BRIDGE.id]) == 1
    with pytest.raises(NotFoundError):
        library.picture(WEIR.id)
    assert library.picture(BRIDGE.id) == BRIDGE
    assert library.remark(COMPACT_DUE)


def test_a_clock_that_jumps_once_lets_nothing_go(library: NoteLibrary) -> None:
    assert days_of(library, 0, 4_000, 1, 2, 8_000) == ()


def test_one_that_is_named_again_starts_anew(library: NoteLibrary) -> None:
    days_of(library, 0, *range(90, 96))
    note = start_note(library, WEEK, body=SHOWN)
    assert days_of(library, 96) == ()
    save_note(library, replace(note, body="No picture"), LabelPattern(), NOW)
    trash_note(library, note.id, NOW)
    library.forget(note.id, NOW)
    assert days_of(library, *range(97, 104)) == (WEIR.id,)


def test_one_that_was_named_since_the_look_stays(library: NoteLibrary) -> None:
    due = days_of(library, 0, *range(90, 98))
    assert set(due) == {BRIDGE.id, WEIR.id}
    start_note(library, WEEK, body=SHOWN)
    assert clear_pictures(library, due) == 1
    assert library.picture(BRIDGE.id) == BRIDGE
