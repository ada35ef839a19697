"""A start empties the trash of what is due, and a clock that is wrong once empties nothing."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import FRIDAY, Close, Open
from weeknotes_desktop.domain.trash import COMPACT_DUE
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.backups import LibraryBackUps
from weeknotes_desktop.storage.library import open_for_reading, open_for_writing
from weeknotes_desktop.use_cases.empty_trash import REMARK
from weeknotes_desktop.use_cases.start_note import start_note
from weeknotes_desktop.use_cases.trash_note import trash_note


def thrown_away(path: Path, days_seen: int | None) -> str:
    """A note that has lain in the trash for 91 days, seen to be due on so many before today."""
    with open_for_writing(path) as library:
        note = start_note(library, Week(2020, 40), title="Zanzibar")
        trash_note(library, note.id, FRIDAY - timedelta(days=91))
        if days_seen is not None:
            day = (FRIDAY - timedelta(days=1)).date().isoformat()
            library.keep_remark(REMARK, json.dumps({"day": day, "seen": {note.id: days_seen}}))
    return note.id


def lying(path: Path) -> list[str]:
    with open_for_reading(path) as library:
        return [one.id for one in library.trash()]


def test_what_is_truly_due_goes_after_a_back_up_and_leaves_no_letter(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    path = tmp_path / "notes.db"
    note = thrown_away(path, days_seen=6)
    app = open_app()
    qtbot.waitUntil(lambda: not lying(path), timeout=20_000)
    close_app(app)
    app.close()
    back_ups = LibraryBackUps(path, None, lambda: FRIDAY)
    assert back_ups.that_hold(note) != ()
    assert not any(b"Zanzibar" in found.read_bytes() for found in tmp_path.glob("notes.db*"))
    with open_for_reading(path) as library:
        assert not library.remark(COMPACT_DUE)


def test_a_clock_that_jumped_over_the_90_days_lets_nothing_go_at_one_start(
    open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    path = tmp_path / "notes.db"
    note = thrown_away(path, days_seen=None)
    app = open_app()
    close_app(app)
    app.close()
    assert lying(path) == [note]
    with open_for_reading(path) as library:
        # It was looked at, and noted.
        assert json.loads(library.remark(REMARK) or "")["seen"] == {note: 0}
