"""A link from note to note in the real window: typed, shown, followed, and kept when renamed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import FRIDAY, Open
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.start_note import start_note

ADDRESS = "2021-W08-weeknote-8-2021.html"


def test_a_link_is_completed_shown_followed_and_holds_when_its_note_is_renamed(
    open_app: Open, qtbot: QtBot, tmp_path: object
) -> None:
    with open_for_writing(tmp_path / "notes.db") as library:  # type: ignore[operator]
        boats = start_note(library, Week(2021, 8), title="Boats")
        publish_note(library, boats, Settings(), FRIDAY)
        start_note(library, Week(2021, 9), title="Moorings")
    app = open_app()
    field, preview = app.views.editor.writing, app.presenters.preview
    app.show_mode(Mode.SPLIT)
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "As [[bo")
    offered = app.views.window.findChild(QListWidget, "linkNames")
    assert offered is not None
    qtbot.waitUntil(offered.isVisible)
    press_return(app)
    assert field.toPlainText() == "As [[Boats]]"
    link = f'<a href="{ADDRESS}" rel="noopener noreferrer">Boats</a>'
    qtbot.waitUntil(lambda: link in preview.state.body, timeout=20_000)

    follow(app, ADDRESS)
    qtbot.waitUntil(lambda: open_title(app) == "Boats", timeout=10_000)
    app.views.editor.replace_text(replace(app.views.editor.typed(), title="Locks"))
    app.presenters.keeping.typed_something()
    app.presenters.keeping.save_now()
    qtbot.waitUntil(lambda: app.presenters.keeping.safe, timeout=10_000)
    app.presenters.editor.open_newest()
    qtbot.waitUntil(lambda: link in preview.state.body, timeout=20_000)
    follow(app, ADDRESS)
    qtbot.waitUntil(lambda: open_title(app) == "Locks", timeout=10_000)


def press_return(app: App) -> None:
    QTest.keyClick(app.views.editor.writing, Qt.Key.Key_Return)


def follow(app: App, address: str) -> None:
    """What the preview says when the link is clicked."""
    assert app._rest is not None
    app._rest.links.open(address)


def open_title(app: App) -> str:
    note = app.presenters.keeping.current()
    return "" if note is None else note.title
