"""One week in the real window: real keys, a real file, two lives of the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import Close, Open
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.note import Status
from weeknotes_desktop.domain.settings import Look
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.archive_rows import NoteRow
from weeknotes_desktop.storage.library import open_for_reading
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.ui.goals.goal_row import GoalRow

WEEK = Week(2021, 9)


def focus_first_goal(app: App) -> None:
    row = app.views.goals.findChild(GoalRow)
    assert row is not None
    row.setFocus()


def focused(app: App) -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    assert app.views.window.isAncestorOf(widget)
    return widget


def write_a_note(app: App, qtbot: QtBot, text: str) -> None:
    """Start this week's note and type into it."""
    app.views.window.activateWindow()
    QTest.keyClick(app.views.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: app.presenters.keeping.current() is not None)
    QTest.keyClicks(text_field(app), text)


def text_field(app: App) -> QPlainTextEdit:
    field = app.views.editor.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    return field


def test_what_is_typed_is_there_tomorrow(qtbot: QtBot, open_app: Open, close_app: Close) -> None:
    app = open_app()
    write_a_note(app, qtbot, "We lent one book.")
    close_app(app)
    again = open_app()
    note = again.presenters.keeping.current()
    assert note is not None
    assert (note.body, note.week) == ("We lent one book.", WEEK)


def test_a_goal_is_still_there_tomorrow(qtbot: QtBot, open_app: Open, close_app: Close) -> None:
    app = open_app()
    app.views.goals.add_goal()
    field = focused(app)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Lend one book")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(app.presenters.goals.shown and app.presenters.goals.shown.goals))
    shown = app.presenters.goals.shown
    assert shown is not None
    focus_first_goal(app)
    QTest.keyClick(focused(app), Qt.Key.Key_2)
    close_app(app)
    again = open_app()
    goals = again.presenters.goals.shown
    assert goals is not None
    assert [(goal.text, goal.outcome) for goal in goals.goals] == [
        ("Lend one book", Outcome.PARTLY)
    ]


def test_a_week_from_goal_to_page(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    app = open_app()
    presenters = app.presenters
    presenters.goals.add(WEEK, "Lend one book")
    presenters.goals.add(WEEK.plus(1), "Lend two")
    qtbot.waitUntil(
        lambda: bool(presenters.goals.shown and presenters.goals.shown.next_goals), timeout=5000
    )
    shown = presenters.goals.shown
    assert shown is not None
    presenters.goals.set_outcome(shown.goals[0].id, Outcome.DONE)
    write_a_note(app, qtbot, "Done. %%Not for you.%%")
    QTest.keyClick(text_field(app), Qt.Key.Key_Return)
    QTest.keyClick(text_field(app), Qt.Key.Key_Return)
    app.views.actions.action("goals").trigger()
    app.show_mode(Mode.SPLIT)
    page = tmp_path / "page.html"
    presenters.leaving.export(page)
    qtbot.waitUntil(page.exists, timeout=20_000)
    exported = page.read_text(encoding="utf-8")
    assert "Lend one book" in exported
    assert "Not for you" not in exported
    qtbot.waitUntil(lambda: "Lend one book" in presenters.preview.state.body, timeout=20_000)
    assert "Not for you" not in presenters.preview.state.body
    close_app(app)


def test_a_published_note_has_its_dot_and_its_count_in_the_archive(
    qtbot: QtBot, open_app: Open, close_app: Close
) -> None:
    app = open_app()
    write_a_note(app, qtbot, "x")
    app.presenters.facts.set_status(Status.PUBLISHED)
    app.presenters.goals.add(WEEK, "Lend one book")

    def listed() -> list[tuple[Status, int]]:
        rows = app.presenters.archive.state.rows
        return [(row.note.status, row.note.goals_set) for row in rows if isinstance(row, NoteRow)]

    qtbot.waitUntil(lambda: listed() == [(Status.PUBLISHED, 1)], timeout=5000)
    close_app(app)
    with open_for_reading(app.library) as library:
        assert library.summaries()[0].label == "Weeknote 9.2021"


def test_undo_survives_switching_notes_and_never_crosses_them(
    qtbot: QtBot, open_app: Open, close_app: Close
) -> None:
    app = open_app()
    write_a_note(app, qtbot, "first")
    first = app.presenters.keeping.current()
    assert first is not None
    app.presenters.editor.start(WEEK.plus(-1))
    qtbot.waitUntil(lambda: app.views.editor.typed().body == "")
    app.presenters.editor.open(first.id)
    qtbot.waitUntil(lambda: app.views.editor.typed().body == "first")
    app.views.editor.focus_text()
    app.views.actions.action("undo").trigger()
    qtbot.waitUntil(lambda: app.views.editor.typed().body != "first")
    close_app(app)


def test_old_posts_come_in_through_the_window(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    from tests.cli.test_notes import PAGE

    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    app = open_app()
    app.presenters.bringing.bring([page])
    qtbot.waitUntil(lambda: app.presenters.keeping.current() is not None, timeout=10_000)
    note = app.presenters.keeping.current()
    assert note is not None
    assert note.label == "Weeknote v3.9"
    close_app(app)


def test_a_change_of_look_is_not_typing(qtbot: QtBot, open_app: Open, close_app: Close) -> None:
    app = open_app()
    write_a_note(app, qtbot, "x")
    app.presenters.keeping.save_now()
    qtbot.waitUntil(lambda: app.presenters.keeping.safe)
    app.choose_look(Look.DARK)
    assert app.presenters.keeping.safe
    close_app(app)


def test_the_window_stays_the_same_window_when_the_preview_comes(
    qtbot: QtBot, open_app: Open, close_app: Close
) -> None:
    app = open_app()
    write_a_note(app, qtbot, "x")
    window = app.views.window.winId()
    app.show_mode(Mode.SPLIT)
    qtbot.waitUntil(lambda: app.views.preview.up_to_date, timeout=20_000)
    QTest.keyClicks(text_field(app), "yz")
    assert app.views.window.winId() == window
    assert app.views.editor.typed().body == "xyz"
    close_app(app)


def test_a_removed_goal_comes_back_by_undo(qtbot: QtBot, open_app: Open, close_app: Close) -> None:
    app = open_app()
    app.presenters.goals.add(WEEK, "Lend one book")
    qtbot.waitUntil(lambda: bool(app.presenters.goals.shown and app.presenters.goals.shown.goals))
    shown = app.presenters.goals.shown
    assert shown is not None
    focus_first_goal(app)
    QTest.keyClick(focused(app), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not (app.presenters.goals.shown and app.presenters.goals.shown.goals))
    app.views.window.setFocus()
    app.views.actions.action("undo").trigger()
    qtbot.waitUntil(lambda: bool(app.presenters.goals.shown and app.presenters.goals.shown.goals))
    close_app(app)


def test_the_menu_ticks_what_a_narrow_window_really_shows(
    qtbot: QtBot, open_app: Open, close_app: Close
) -> None:
    app = open_app()
    write_a_note(app, qtbot, "x")
    app.views.window.resize(800, 700)
    app.views.actions.action("split").trigger()
    assert app.views.actions.action("write").isChecked()
    close_app(app)
