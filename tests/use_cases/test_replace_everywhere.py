"""All notes are changed or none, each keeps what it said, and nothing later is undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.errors import ChangedElsewhereError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.version import Occasion
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.replace_everywhere import (
    Replacement,
    put_back,
    read_notes,
    replace_everywhere,
)
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note

WEEK = Week(2021, 9)
NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)
PATTERN = LabelPattern()


@pytest.fixture(params=["on disk", "fake"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NoteLibrary]:
    if request.param == "fake":
        yield FakeLibrary()
    else:
        with open_for_writing(tmp_path / "notes.db") as library:
            yield library


def other(note: Note, after: str) -> Replacement:
    return Replacement(note_id=note.id, before=note.body, after=after)


def bodies(library: NoteLibrary, *notes: Note) -> list[str]:
    return [library.note(note.id).body for note in notes]


def test_every_note_says_something_else_and_keeps_what_it_said(library: NoteLibrary) -> None:
    one = start_note(library, WEEK, title="One", body="a week")
    two = start_note(library, WEEK.plus(-1), title="Two", body="that week")
    wanted = (other(one, "a month"), other(two, "that month"))
    replace_everywhere(library, wanted, PATTERN, NOW)
    assert bodies(library, one, two) == ["a month", "that month"]
    assert library.note(one.id).title == "One"
    for note in (one, two):
        (line,) = library.versions(note.id)
        assert (line.occasion, library.version(line.id).body) == (Occasion.REPLACED, note.body)


def test_where_one_was_changed_in_between_none_is_changed(library: NoteLibrary) -> None:
    one = start_note(library, WEEK, body="a week")
    two = start_note(library, WEEK, body="that week")
    save_note(library, replace(two, body="that very week"), PATTERN, NOW)
    with pytest.raises(ChangedElsewhereError):
        replace_everywhere(library, (other(one, "x"), other(two, "y")), PATTERN, NOW)
    assert bodies(library, one, two) == ["a week", "that very week"]


def test_all_comes_back_but_what_was_changed_since_or_is_gone(library: NoteLibrary) -> None:
    notes = [start_note(library, WEEK, body=f"week {number}") for number in range(3)]
    done = tuple(other(note, note.body.replace("week", "month")) for note in notes)
    replace_everywhere(library, done, PATTERN, NOW)
    changed = library.note(notes[1].id)
    save_note(library, replace(changed, body="something new"), PATTERN, NOW)
    library.remove_note(notes[2].id, NOW)
    back = [Replacement(note_id=one.note_id, before=one.after, after=one.before) for one in done]
    assert put_back(library, back, PATTERN, NOW) == 2
    assert bodies(library, *notes[:2]) == ["week 0", "something new"]


def test_a_published_note_stays_published_under_its_label(library: NoteLibrary) -> None:
    note = start_note(library, WEEK, body="a week")
    note = publish_note(library, note, Settings(), NOW)
    replace_everywhere(library, (other(note, "a month"),), LabelPattern("W{week}"), NOW)
    now = library.note(note.id)
    assert (now.status, now.label) == (Status.PUBLISHED, note.label)


def test_notes_that_are_gone_are_not_read(library: NoteLibrary) -> None:
    one, two = start_note(library, WEEK, body="a"), start_note(library, WEEK, body="b")
    library.remove_note(two.id, NOW)
    assert read_notes(library, [two.id, one.id, "nobody"]) == (one,)
