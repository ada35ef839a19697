"""What was typed outlives a command that changes its note."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.cli.conftest import Terminal, weeknotes
from weeknotes_desktop.domain.note import Draft
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.first_read import FirstRead
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.use_cases.open_note import open_note
from weeknotes_desktop.use_cases.start_note import start_note

__all__ = ["weeknotes"]
WEEK = Week(2021, 9)


def draft_of(note_id: str, body: str, base_rev: int = 1) -> Draft:
    now = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)
    return Draft(note_id=note_id, base_rev=base_rev, title="", body=body, written_at=now)


def a_draft_and_a_command(terminal: Terminal) -> str:
    """A window that was killed while somebody typed, and a command after it; the note."""
    with open_for_writing(terminal.library) as library:
        note = start_note(library, WEEK, body="Saved")
    first = FirstRead.open(terminal.library)
    first.keep_draft(draft_of(note.id, "Typed"))
    first.close()
    assert terminal("edit", note.id, "--tags", "a").code == 0
    return note.id


def test_a_note_that_a_command_changed_opens_with_both_texts(weeknotes: Terminal) -> None:
    note_id = a_draft_and_a_command(weeknotes)
    with open_for_writing(weeknotes.library) as library:
        opened = open_note(library, note_id)
        assert opened.note.body == "Typed"
        assert (library.note(note_id).body, library.note(note_id).tags) == ("Saved", ("a",))


def test_the_next_start_neither_saves_over_the_note_nor_loses_the_text(
    weeknotes: Terminal,
) -> None:
    note_id = a_draft_and_a_command(weeknotes)
    first = FirstRead.open(weeknotes.library)
    sight = first.first_sight(WEEK)
    assert sight.note is not None
    assert (sight.note.body, sight.draft) == ("Saved", None)
    first.keep_draft(draft_of(note_id, "Typed since", base_rev=2))
    first.close()
    with open_for_writing(weeknotes.library) as library:
        assert {draft.body for draft in library.drafts()} == {"Typed", "Typed since"}
