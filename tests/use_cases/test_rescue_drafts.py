from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Draft
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.rescue_drafts import rescue_drafts
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note

WEEK = Week(2021, 9)
NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)


def typed(note_id: str, title: str = "", body: str = "", base_rev: int = 1) -> Draft:
    return Draft(
        note_id=note_id,
        base_rev=base_rev,
        title=title,
        body=body,
        written_at=NOW,
    )


def test_text_whose_note_is_not_there_becomes_a_note_for_its_writer_alone() -> None:
    library = FakeLibrary()
    library.keep_draft(typed("gone", "The bridge", "We took"))
    library.keep_draft(typed("gone too", body="Nobody slept"))
    rescued = rescue_drafts(library, WEEK)
    assert {(note.title, note.body, note.week, note.audience) for note in rescued} == {
        ("The bridge", "We took", WEEK, Audience.ME),
        ("Rescued text", "Nobody slept", WEEK, Audience.ME),
    }
    assert library.drafts() == ()
    assert rescue_drafts(library, WEEK) == ()


def test_text_that_no_longer_fits_its_note_is_kept_beside_it() -> None:
    library = FakeLibrary()
    note = start_note(library, WEEK, title="One")
    library.keep_draft(typed(note.id, "One", "Mine"))
    changed = save_note(library, replace(note, body="Theirs"), LabelPattern(), NOW)
    (beside,) = rescue_drafts(library, WEEK)
    assert (beside.body, library.note(note.id)) == ("Mine", changed)


def test_text_that_fits_its_note_waits_until_that_is_opened() -> None:
    library = FakeLibrary()
    draft = typed(start_note(library, WEEK).id, body="Mine")
    library.keep_draft(draft)
    assert rescue_drafts(library, WEEK) == ()
    assert library.drafts() == (draft,)


def test_a_text_too_long_for_a_note_keeps_no_other_from_being_rescued() -> None:
    library = FakeLibrary()
    library.keep_draft(typed("long", "x" * 2_000))
    library.keep_draft(typed("empty"))
    library.keep_draft(typed("short", "x"))
    assert [note.title for note in rescue_drafts(library, WEEK)] == ["x"]
    assert [draft.note_id for draft in library.drafts()] == ["long"]
