"""How long the notes usually are is said of all of them, though a window begins with the newest."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import FRIDAY, Open
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.first_look import FIRST_LINES
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.start_note import start_note


def test_older_notes_count_from_the_start_on(open_app: Open, qtbot: QtBot, tmp_path: Path) -> None:
    with open_for_writing(tmp_path / "notes.db") as library, library.transaction():
        for back in range(2 * FIRST_LINES):
            words = 1_000 if back < FIRST_LINES else 200
            note = start_note(library, Week(2021, 9).plus(-back), body="word " * words)
            publish_note(library, note, Settings(), FRIDAY)
    app = open_app()

    def said() -> str:
        return " ".join(label.text() for label in app.views.status.findChildren(QLabel))

    qtbot.waitUntil(lambda: "you usually write 200–1000" in said().replace(",", ""))
