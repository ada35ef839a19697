"""What was typed before a crash is there again, whatever happened to its note since."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import FRIDAY, Close, Open
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Draft
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.archive_rows import NoteRow
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note


@pytest.mark.parametrize("changed_since", [False, True])
def test_typed_text_is_rescued_and_overwrites_nothing(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path, *, changed_since: bool
) -> None:
    with open_for_writing(tmp_path / "notes.db") as library:
        note = start_note(library, Week(2021, 9), body="Old.")
        library.keep_draft(
            Draft(
                note_id=note.id, base_rev=note.rev, title="", body="Old. Typed.", written_at=FRIDAY
            )
        )
        if changed_since:
            save_note(library, replace(note, body="Changed."), LabelPattern(), FRIDAY)
    app = open_app()
    presenters = app.presenters

    def listed() -> int:
        rows = presenters.archive.state.rows
        return sum(isinstance(row, NoteRow) for row in rows)

    expected = 2 if changed_since else 1
    qtbot.waitUntil(lambda: listed() == expected, timeout=10_000)
    close_app(app)
    with open_for_writing(tmp_path / "notes.db") as library:
        kept = {library.note(line.id).body for line in library.summaries()}
    assert kept == ({"Changed.", "Old. Typed."} if changed_since else {"Old. Typed."})
