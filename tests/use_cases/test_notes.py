from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.errors import AmbiguousNoteError, NotFoundError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Draft
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.find_note import find_note
from weeknotes_desktop.use_cases.open_note import open_note
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note, start_or_go_on

WEEK = Week(2021, 9)
PATTERN = LabelPattern()
NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)


def test_a_note_is_found_by_its_id_its_week_and_its_label() -> None:
    library = FakeLibrary()
    note = start_note(library, WEEK, title="One book")
    for name in (note.id, "2021-W09", "Weeknote 9.2021", "9.2021", "weeknote 9.2021"):
        assert find_note(library, name, PATTERN).id == note.id


def test_an_unknown_name_is_said_so_and_an_ambiguous_one_lists_the_notes() -> None:
    library = FakeLibrary()
    notes = [start_note(library, WEEK), start_note(library, WEEK)]
    with pytest.raises(NotFoundError):
        find_note(library, "v10.99", PATTERN)
    with pytest.raises(AmbiguousNoteError) as several:
        find_note(library, "2021-W09", PATTERN)
    assert set(several.value.ids) == {note.id for note in notes}
    assert all(note.id in str(several.value) for note in notes)


def test_a_published_label_stays_when_the_pattern_changes() -> None:
    library = FakeLibrary()
    note = start_note(library, WEEK)
    published = publish_note(library, note, Settings(), NOW)
    again = save_note(library, published, LabelPattern("{year}.{week}"), NOW)
    assert again.label == "Weeknote 9.2021"


def test_a_draft_that_fits_its_note_is_offered_to_go_on_with() -> None:
    library = FakeLibrary()
    note = start_note(library, WEEK, body="One")
    library.keep_draft(
        Draft(note_id=note.id, base_rev=note.rev, title="", body="One two", written_at=NOW)
    )
    opened = open_note(library, note.id)
    assert opened.note == note
    assert opened.rescued is not None
    assert opened.rescued.body == "One two"


def test_a_draft_whose_note_went_on_without_it_is_kept_as_a_note_beside_it() -> None:
    library = FakeLibrary()
    note = start_note(library, WEEK, title="Desk", body="One")
    note = save_note(library, replace(note, audience=Audience.ME), PATTERN, NOW)
    draft = Draft(note_id=note.id, base_rev=note.rev, title="Desk", body="Mine", written_at=NOW)
    library.keep_draft(draft)
    save_note(library, replace(note, body="Theirs"), PATTERN, NOW)
    library.keep_draft(draft)
    opened = open_note(library, note.id)
    assert (opened.note.body, opened.note.audience, opened.rescued) == ("Mine", Audience.ME, None)
    assert library.note(note.id).body == "Theirs"
    assert library.draft(note.id) is None


def test_a_draft_that_says_what_the_note_says_is_forgotten() -> None:
    library = FakeLibrary()
    note = start_note(library, WEEK, body="One")
    library.keep_draft(Draft(note_id=note.id, base_rev=0, title="", body="One", written_at=NOW))
    assert open_note(library, note.id).rescued is None
    assert library.drafts() == ()


def test_a_note_that_was_started_and_never_written_in_is_gone_on_with() -> None:
    library = FakeLibrary()
    first = start_or_go_on(library, WEEK)
    assert start_or_go_on(library, WEEK) == first
    save_note(library, replace(first, body="**"), PATTERN, NOW)
    assert start_or_go_on(library, WEEK).id != first.id
