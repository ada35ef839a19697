"""History, trash and rescue in the real window, with a real file."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import FRIDAY, Close, Open
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Draft
from weeknotes_desktop.domain.version import Occasion
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.archive_rows import NoteRow
from weeknotes_desktop.presenters.history_state import SAVED, VersionRow
from weeknotes_desktop.rest.history import RestHistory
from weeknotes_desktop.storage.library import open_for_reading, open_for_writing
from weeknotes_desktop.ui.history.window import HistoryWindow
from weeknotes_desktop.ui.trash.window import TrashWindow
from weeknotes_desktop.ui.widgets.section_list import SectionList
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note

WEEK = Week(2021, 9)
LEFT = Qt.MouseButton.LeftButton
DUG = "We dug the bed on Monday."
PLANTED = "We dug the bed on Tuesday and planted it."


def rest_of(app: App) -> RestHistory:
    assert app._rest is not None
    return app._rest.history


def only(inside: QWidget, kind: type[QWidget], words: str = "") -> QWidget:
    (found,) = (
        child
        for child in inside.findChildren(kind)
        if not words or (isinstance(child, QPushButton) and child.text() == words)
    )
    return found


def list_of(inside: QWidget, name: str) -> SectionList:
    (found,) = (one for one in inside.findChildren(SectionList) if one.accessibleName() == name)
    return found


def text_field(app: App) -> QPlainTextEdit:
    field = app.views.editor.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    return field


def write_two_texts(library: Path) -> str:
    """A note that said one thing for some minutes, and then another."""
    with open_for_writing(library) as notes:
        note = start_note(notes, WEEK)
        then, now = FRIDAY - timedelta(hours=1), FRIDAY - timedelta(minutes=20)
        note = save_note(notes, replace(note, body=DUG), LabelPattern(), then)
        save_note(notes, replace(note, title="Mud", body=PLANTED), LabelPattern(), now, typed=True)
        return note.id


def window_of(app: App, kind: type[QWidget]) -> QWidget:
    return only(app.views.window, kind)


def test_an_earlier_text_comes_back_by_the_keyboard_alone_and_goes_again(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    write_two_texts(tmp_path / "notes.db")
    app = open_app()
    QTest.keyClick(
        app.views.window,
        Qt.Key.Key_H,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    )
    history = rest_of(app).history
    qtbot.waitUntil(lambda: any(isinstance(row, VersionRow) for row in history.state.rows))
    window = window_of(app, HistoryWindow)
    rows = only(window, QListView)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: history.state.compared is not None and history.state.chosen != "now")
    shown = only(window, QPlainTextEdit)
    assert isinstance(shown, QPlainTextEdit)
    assert "Monday" in shown.toPlainText()
    assert "Tuesday" in shown.toPlainText()
    QTest.keyClick(rows, Qt.Key.Key_Return)
    back = only(window, QPushButton, "Bring this text back")
    qtbot.waitUntil(back.hasFocus)
    QTest.keyClick(back, Qt.Key.Key_Return)
    assert text_field(app).toPlainText() == DUG
    qtbot.waitUntil(lambda: app.views.notices.isVisible())
    text_field(app).undo()
    assert text_field(app).toPlainText() == PLANTED
    qtbot.waitUntil(lambda: not app.views.notices.isVisible())
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    close_app(app)


def test_the_text_that_went_stands_in_the_history_at_the_next_start(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    note_id = write_two_texts(tmp_path / "notes.db")
    app = open_app()
    rest_of(app).show_history()
    history = rest_of(app).history
    qtbot.waitUntil(lambda: len(history.state.rows) > 1)
    (version,) = (row for row in history.state.rows if isinstance(row, VersionRow))
    history.choose(version.line.id)
    qtbot.waitUntil(lambda: history.state.compared is not None)
    history.bring_back()
    close_app(app)
    with open_for_reading(tmp_path / "notes.db") as notes:
        assert (notes.note(note_id).title, notes.note(note_id).body) == ("", DUG)
        texts = [notes.version(line.id).body for line in notes.versions(note_id)]
    assert PLANTED in texts


def typed_before_a_crash(library: Path) -> str:
    note_id = write_two_texts(library)
    with open_for_writing(library) as notes:
        note = notes.note(note_id)
        notes.keep_draft(
            Draft(
                note_id=note_id,
                base_rev=note.rev,
                title=note.title,
                body=f"{PLANTED} Then it rained.",
                written_at=FRIDAY - timedelta(minutes=2),
            )
        )
    return note_id


def test_after_a_crash_both_texts_are_there_and_no_question_stops_the_writer(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    note_id = typed_before_a_crash(tmp_path / "notes.db")
    app = open_app()
    window = window_of(app, HistoryWindow)
    history = rest_of(app).history
    qtbot.waitUntil(lambda: window.isVisible() and history.state.compared is not None)
    assert not window.isModal()
    assert history.state.chosen == SAVED
    assert text_field(app).toPlainText().endswith("Then it rained.")
    shown = only(window, QPlainTextEdit)
    assert isinstance(shown, QPlainTextEdit)
    assert "Then it rained." in shown.toPlainText()
    QTest.mouseClick(only(window, QPushButton, "Go back to the saved text"), LEFT)
    assert text_field(app).toPlainText() == PLANTED
    assert not window.isVisible()
    close_app(app)
    with open_for_reading(tmp_path / "notes.db") as notes:
        assert notes.note(note_id).body == PLANTED
        kept = [notes.version(line.id) for line in notes.versions(note_id)]
    assert (Occasion.UNSAVED, f"{PLANTED} Then it rained.") in [
        (version.occasion, version.body) for version in kept
    ]


def test_who_only_closes_the_comparison_keeps_what_was_typed(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    note_id = typed_before_a_crash(tmp_path / "notes.db")
    app = open_app()
    window = window_of(app, HistoryWindow)
    qtbot.waitUntil(window.isVisible)
    close_app(app)
    assert not window.isVisible()
    with open_for_reading(tmp_path / "notes.db") as notes:
        assert notes.note(note_id).body == f"{PLANTED} Then it rained."
        assert PLANTED in [notes.version(line.id).body for line in notes.versions(note_id)]


def listed(app: App) -> list[str]:
    rows = app.presenters.archive.state.rows
    return [row.note.id for row in rows if isinstance(row, NoteRow)]


def test_a_note_goes_into_the_trash_and_comes_back_and_goes_for_good(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    note_id = write_two_texts(tmp_path / "notes.db")
    app = open_app()
    qtbot.waitUntil(lambda: listed(app) == [note_id])
    app.views.actions.action("delete_note").trigger()
    qtbot.waitUntil(lambda: listed(app) == [])
    assert app.presenters.keeping.current() is None
    app.views.notices.act()
    qtbot.waitUntil(lambda: listed(app) == [note_id])
    qtbot.waitUntil(lambda: app.presenters.keeping.current() is not None)
    archive = app.views.archive
    archive.focus_list()
    QTest.keyClick(only(archive, QListView), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: listed(app) == [])
    app.views.actions.action("trash").trigger()
    trash = rest_of(app).trash
    qtbot.waitUntil(lambda: bool(trash.state.rows))
    window = window_of(app, TrashWindow)
    QTest.keyClick(list_of(window, "Removed things"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listed(app) == [note_id] and not trash.state.rows)
    qtbot.waitUntil(lambda: app.presenters.keeping.current() is not None)
    app.views.actions.action("delete_note").trigger()
    qtbot.waitUntil(lambda: bool(trash.state.rows))
    QTest.keyClick(list_of(window, "Removed things"), Qt.Key.Key_Delete)

    def counted() -> bool:
        question = trash.state.question
        return question is not None and question.versions == 1

    qtbot.waitUntil(counted)
    keep = only(window, QPushButton, "Keep it in the trash")
    qtbot.waitUntil(keep.hasFocus)
    QTest.mouseClick(only(window, QPushButton, "Forget for good"), LEFT)
    qtbot.waitUntil(lambda: not trash.state.rows, timeout=10_000)
    close_app(app)
    with open_for_reading(tmp_path / "notes.db") as notes:
        assert (notes.trash(), notes.versions(note_id)) == ((), ())
    for file in tmp_path.glob("notes.db*"):
        assert DUG.encode() not in file.read_bytes()
