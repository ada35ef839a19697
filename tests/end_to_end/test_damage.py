"""What the writer sees of a damaged library, of a folder for reading only, and of newer notes."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import Close, Open
from tests.storage.damage import a_library_with_a_back_up, flip_in, notes_in, zero
from tests.storage.samples import NOW, a_draft, a_goal, a_note
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.connection import connect
from weeknotes_desktop.storage.library import open_for_writing

THIS_WEEK = Week(2021, 9)


def said(app: App) -> str:
    """What the notice bar says."""
    return app.views.notices.accessibleName()


def read_on(app: App) -> str:
    """What the notice bar says, which is then dismissed; nothing where it is gone."""
    words = said(app) if app.views.notices.isVisible() else ""
    app.views.notices.hide()
    return words


def type_words(app: App, text: str) -> None:
    app.views.editor.focus_text()
    focused = app.views.window.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def test_a_damaged_library_opens_restored_and_says_so(
    open_app: Open, tmp_path: Path, close_app: Close
) -> None:
    path = tmp_path / "notes.db"
    a_library_with_a_back_up(path)
    saved = notes_in(path)
    zero(path, 4096, 4096)
    # Typed and not saved before the damage: it stands in the editor and is saved at the end.
    saved.pop("n1")
    app = open_app()
    assert "Part of your notes file was damaged. Restored from the backup of" in said(app)
    assert "that were intact. The damaged file is kept here: " in said(app)
    assert str(tmp_path / "damaged") in said(app)
    assert app.views.editor.typed().body == a_draft().body
    close_app(app)
    assert {note_id: note for note_id, note in notes_in(path).items() if note_id in saved} == saved


def test_damage_that_the_start_does_not_see_is_found_and_mended_while_the_window_is_open(
    open_app: Open, tmp_path: Path, qtbot: QtBot, close_app: Close
) -> None:
    path = tmp_path / "notes.db"
    a_library_with_a_back_up(path)
    saved = notes_in(path)
    flip_in(path, "We took prop 6 away.")
    app = open_app()
    qtbot.waitUntil(lambda: "Part of your notes file was damaged" in said(app), timeout=10_000)
    app.presenters.editor.open("n6")
    qtbot.waitUntil(lambda: app.views.editor.typed().title == "Note 6", timeout=10_000)
    assert app.views.editor.typed().body == saved["n6"].body
    type_words(app, "On we go. ")
    close_app(app)
    assert notes_in(path)["n6"].body == f"On we go. {saved['n6'].body}"


def test_a_note_read_half_says_so_where_it_is_opened(
    open_app: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "notes.db"
    with open_for_writing(path) as library:
        library.add_note(a_note(week=THIS_WEEK, body="One letter of this is wrong."))
    flip_in(path, "One letter of this is wrong.")
    app = open_app()
    wanted = "Part of this note was damaged on the disk; it is for you alone until you save it."
    # The note may say so before the mending does: both are read, in either order.
    qtbot.waitUntil(lambda: "there was no backup" in read_on(app), timeout=10_000)
    qtbot.waitUntil(lambda: not read_on(app), timeout=10_000)
    app.presenters.editor.start(THIS_WEEK.plus(1))
    app.presenters.editor.open("n1")
    qtbot.waitUntil(lambda: wanted in said(app), timeout=10_000)


def of_a_newer_version(path: Path) -> None:
    with closing(connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")


def of_somebody_else(path: Path) -> None:
    path.chmod(0o444)


def _may_do_anything(path: Path) -> bool:
    return os.access(path, os.W_OK)


@pytest.mark.parametrize(
    ("make", "wanted"),
    [
        (
            of_a_newer_version,
            "These notes were written by a newer version. Opened for reading only.",
        ),
        (of_somebody_else, "This folder cannot be written. You can read and export."),
    ],
)
def test_what_can_only_be_read_is_shown_and_never_said_to_be_saved(
    open_app: Open,
    tmp_path: Path,
    close_app: Close,
    make: Callable[[Path], None],
    wanted: str,
) -> None:
    path = tmp_path / "notes.db"
    with open_for_writing(path) as library:
        library.add_note(a_note(week=THIS_WEEK, body="Words to read."))
        library.add_goal(a_goal(week=THIS_WEEK), NOW)
    make(path)
    if make is of_somebody_else and _may_do_anything(path):
        pytest.skip("This user may write everywhere.")
    before = path.read_bytes()
    app = open_app()
    assert said(app) == wanted
    type_words(app, "Never. ")
    QTest.keyClick(app.views.editor, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    app.views.editor.format_text("bold")
    assert app.views.editor.typed().body == "Words to read."
    app.presenters.goals.remove("g1")
    app.presenters.editor.start(THIS_WEEK.plus(1))
    app.presenters.facts.set_label("Other")
    assert said(app) == wanted
    assert "Saved" not in app.views.status._kept.text()
    close_app(app)
    assert path.read_bytes() == before
