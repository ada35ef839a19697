"""Jots and tasks in the real window, with a real file and other runs beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import FRIDAY, Close, Open
from tests.end_to_end.other_runs import door_is_open, run_beside
from tests.end_to_end.test_closing import ENOUGH, let_grow, offered
from tests.end_to_end.test_damage import of_a_newer_version
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_reading, open_for_writing
from weeknotes_desktop.ui.capture.line_row import LineRow
from weeknotes_desktop.ui.trash.window import TrashWindow
from weeknotes_desktop.use_cases.add_jot import add_jot
from weeknotes_desktop.use_cases.edit_task import add_task
from weeknotes_desktop.use_cases.start_note import start_note

WEEK = Week(2021, 9)
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def lines(app: App) -> list[str]:
    """The jots and tasks that are seen, from top to bottom."""
    rows = [row for row in app.views.goals.findChildren(LineRow) if row.isVisible()]
    rows.sort(key=lambda row: row.mapTo(app.views.goals, row.rect().topLeft()).y())
    return [row.line.text for row in rows]


def row(app: App, text: str) -> LineRow:
    rows = app.views.goals.findChildren(LineRow)
    return next(one for one in rows if one.isVisible() and one.line.text == text)


def says(app: App, words: str) -> bool:
    labels = app.views.window.findChildren(QLabel)
    return any(one.isVisible() and words in one.text() for one in labels)


def jot_field(app: App) -> QLineEdit:
    field = app.views.window.findChild(QLineEdit, "jotField")
    assert isinstance(field, QLineEdit)
    return field


def note_text(app: App) -> QPlainTextEdit:
    field = app.views.window.findChild(QPlainTextEdit, "noteText")
    assert isinstance(field, QPlainTextEdit)
    return field


def jots_on_disk(tmp_path: Path) -> list[Jot]:
    with open_for_reading(tmp_path / "notes.db") as library:
        return list(library.jots(WEEK))


def opened(qtbot: QtBot, open_app: Open, tmp_path: Path) -> App:
    """A window on a note of this week."""
    with open_for_writing(tmp_path / "notes.db") as library:
        start_note(library, WEEK, title="Mud", body="We dug.\n\nWe planted.")
    app = open_app()
    qtbot.waitUntil(lambda: says(app, "Ctrl+J catches"))
    return app


def test_a_line_that_is_caught_while_writing_goes_into_the_note_as_one_step(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    app = opened(qtbot, open_app, tmp_path)
    text = note_text(app)
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_J, CTRL)
    qtbot.waitUntil(lambda: jot_field(app).hasFocus())
    QTest.keyClicks(jot_field(app), "Forty cups of tea")
    QTest.keyClick(jot_field(app), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: lines(app) == ["Forty cups of tea"])
    assert says(app, "Jot kept for Friday.")
    assert text.hasFocus()
    cursor = text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
    text.setTextCursor(cursor)
    QTest.keyClick(row(app, "Forty cups of tea"), Qt.Key.Key_I)
    written = "We dug.\nOn Friday: Forty cups of tea\nWe planted."
    assert text.toPlainText() == written
    qtbot.waitUntil(lambda: row(app, "Forty cups of tea").line.quiet)
    QTest.keyClick(text, Qt.Key.Key_Z, CTRL)
    assert text.toPlainText() == "We dug.\n\nWe planted."
    QTest.keyClick(row(app, "Forty cups of tea"), Qt.Key.Key_U)
    qtbot.waitUntil(lambda: not row(app, "Forty cups of tea").line.quiet)
    close_app(app)
    (jot,) = jots_on_disk(tmp_path)
    assert (jot.text, jot.at, jot.used_in) == ("Forty cups of tea", FRIDAY, None)


def test_a_jot_is_put_in_also_while_only_the_preview_is_seen(
    qtbot: QtBot, open_app: Open, tmp_path: Path
) -> None:
    app = opened(qtbot, open_app, tmp_path)
    app.presenters.goals.reload()
    QTest.keyClick(note_text(app), Qt.Key.Key_J, CTRL)
    QTest.keyClicks(jot_field(app), "Tea")
    QTest.keyClick(jot_field(app), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: lines(app) == ["Tea"])
    app.views.actions.action("preview").trigger()
    assert not note_text(app).isVisible()
    QTest.keyClick(row(app, "Tea"), Qt.Key.Key_I)
    assert note_text(app).isVisible()
    assert "On Friday: Tea" in note_text(app).toPlainText()


def test_a_line_is_caught_from_a_window_beside_too(
    qtbot: QtBot, open_app: Open, tmp_path: Path
) -> None:
    app = opened(qtbot, open_app, tmp_path)
    app.views.actions.action("trash").trigger()
    beside = app.views.window.findChild(TrashWindow)
    assert beside is not None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is beside)
    QTest.keyClick(beside, Qt.Key.Key_J, CTRL)
    field = beside.findChild(QLineEdit, "jotField")
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Rain")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: lines(app) == ["Rain"])
    assert beside.isVisible()
    QTest.keyClick(row(app, "Rain"), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: lines(app) == [])
    # The trash shows it, and gives it back.
    app.views.notices.act()
    qtbot.waitUntil(lambda: lines(app) == ["Rain"])


def test_words_that_were_put_away_are_a_jot_when_the_window_closes(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    app = opened(qtbot, open_app, tmp_path)
    QTest.keyClick(note_text(app), Qt.Key.Key_J, CTRL)
    QTest.keyClicks(jot_field(app), "Ask for the number")
    QTest.keyClick(jot_field(app), Qt.Key.Key_Escape)
    close_app(app)
    assert [jot.text for jot in jots_on_disk(tmp_path)] == ["Ask for the number"]


def test_a_long_line_that_was_put_away_is_a_jot_too_as_far_as_it_was_taken(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    app = opened(qtbot, open_app, tmp_path)
    QTest.keyClick(note_text(app), Qt.Key.Key_J, CTRL)
    QApplication.clipboard().setText("x" * 1_500)
    jot_field(app).paste()
    QTest.keyClick(jot_field(app), Qt.Key.Key_Escape)
    close_app(app)
    assert [jot.text for jot in jots_on_disk(tmp_path)] == ["x" * 1_000]


def test_words_that_cannot_be_a_jot_hold_the_window_open_and_stand_in_their_field(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    app = opened(qtbot, open_app, tmp_path)
    assert app._rest is not None
    app._rest.capture.jot_line.give_back("x" * 1_500)
    QTest.keyClick(jot_field(app), Qt.Key.Key_Escape)
    app.views.window.close()
    qtbot.waitUntil(lambda: "Close without saving" in offered(app))
    assert app.views.window.isVisible()
    assert jot_field(app).isVisible()
    assert jot_field(app).text() == "x" * 1_500
    # Closing again says so again.
    app.views.window.close()
    qtbot.waitUntil(lambda: jot_field(app).text() == "x" * 1_500)
    assert app.views.window.isVisible()
    jot_field(app).setText("Tea")
    close_app(app)
    assert [jot.text for jot in jots_on_disk(tmp_path)] == ["Tea"]


def test_on_a_full_disk_the_window_stays_until_the_jot_is_kept(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    app = opened(qtbot, open_app, tmp_path)
    let_grow(app, qtbot, 1)
    QTest.keyClick(note_text(app), Qt.Key.Key_J, CTRL)
    # More than there is room for in the file as it stands.
    for letter in "abcdefghijkl":
        jot_field(app).insert(letter * 990)
        QTest.keyClick(jot_field(app), Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: says(app, "not saved yet") or says(app, "stands in its place"))
    app.views.window.close()
    qtbot.waitUntil(lambda: "Close without saving" in offered(app))
    assert app.views.window.isVisible()
    let_grow(app, qtbot, ENOUGH)
    qtbot.waitUntil(lambda: "Close without saving" not in offered(app), timeout=10_000)
    close_app(app)
    assert [jot.text[0] for jot in jots_on_disk(tmp_path)] == list("abcdefghijkl")


def test_tasks_are_entered_moved_ticked_and_one_becomes_a_goal(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    app = opened(qtbot, open_app, tmp_path)
    app.views.actions.action("add_task").trigger()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    for text in ("Water", "Chalk", "Keys"):
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: lines(app) == ["Water", "Chalk", "Keys"])
    QTest.keyClick(row(app, "Water"), Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: lines(app) == ["Chalk", "Water", "Keys"])
    QTest.keyClick(row(app, "Keys"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: says(app, "1 ticked this week"))
    QTest.keyClick(row(app, "Chalk"), Qt.Key.Key_G)
    qtbot.waitUntil(lambda: says(app, "“Chalk” is a goal of week 9 now."))
    qtbot.waitUntil(lambda: [goal.text for goal in goals_of(app)] == ["Chalk"])
    assert lines(app) == ["Water", "Keys"]
    app.views.notices.act()
    qtbot.waitUntil(lambda: goals_of(app) == () and lines(app) == ["Chalk", "Water", "Keys"])
    close_app(app)
    with open_for_reading(tmp_path / "notes.db") as library:
        assert [task.text for task in library.tasks()] == ["Chalk", "Water", "Keys"]


def goals_of(app: App) -> tuple[Goal, ...]:
    shown = app.presenters.goals.shown
    return () if shown is None else shown.goals


def test_what_another_run_caught_or_set_is_seen_at_once(
    qtbot: QtBot, open_app: Open, tmp_path: Path
) -> None:
    app = opened(qtbot, open_app, tmp_path)
    door_is_open(app, qtbot)
    config = tmp_path / "config"
    for words in (("jot", "Rain"), ("task", "add", "Water"), ("set", "task-list", "When dry")):
        done = run_beside(app, qtbot, *words, folder=tmp_path, XDG_CONFIG_HOME=str(config))
        assert done.code == 0
    qtbot.waitUntil(lambda: lines(app) == ["Rain", "Water"], timeout=10_000)
    # The window has a settings file of its own here; what it reads is that one.
    (tmp_path / "settings.toml").write_bytes((config / "weeknotes" / "settings.toml").read_bytes())
    app.take_up_settings()
    qtbot.waitUntil(lambda: says(app, "When dry"), timeout=10_000)


def test_each_week_shows_its_own_jots_and_all_weeks_the_same_tasks(
    qtbot: QtBot, open_app: Open, tmp_path: Path
) -> None:
    app = opened(qtbot, open_app, tmp_path)
    app._writer.do(
        lambda library: (add_jot(library, "Tea", FRIDAY), add_task(library, "Water")),
        lambda _: app.presenters.goals.reload(),
        lambda error: None,
    )
    qtbot.waitUntil(lambda: lines(app) == ["Tea", "Water"])
    app.presenters.editor.start(WEEK.plus(-4))
    qtbot.waitUntil(lambda: lines(app) == ["Water"])
    assert says(app, "No jots in this week.")


def test_what_the_trash_gives_back_is_seen_again(
    qtbot: QtBot, open_app: Open, tmp_path: Path
) -> None:
    app = opened(qtbot, open_app, tmp_path)
    app._writer.do(
        lambda library: add_task(library, "Water"),
        lambda _: app.presenters.goals.reload(),
        lambda error: None,
    )
    qtbot.waitUntil(lambda: lines(app) == ["Water"])
    ident = row(app, "Water").line.id
    QTest.keyClick(row(app, "Water"), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: lines(app) == [])
    assert app._rest is not None
    trash = app._rest.history.trash
    trash.open()
    qtbot.waitUntil(lambda: bool(trash.state.rows))
    trash.choose(ident)
    trash.bring_back()
    qtbot.waitUntil(lambda: lines(app) == ["Water"])


def test_a_library_that_can_only_be_read_shows_all_and_takes_nothing(
    qtbot: QtBot, open_app: Open, tmp_path: Path
) -> None:
    library = tmp_path / "notes.db"
    with open_for_writing(library) as notes:
        start_note(notes, WEEK, title="Mud")
        add_jot(notes, "Tea", FRIDAY)
        add_task(notes, "Water")
    of_a_newer_version(library)
    app = open_app()
    qtbot.waitUntil(lambda: lines(app) == ["Tea", "Water"])
    assert not row(app, "Tea").isEnabled()
    app.views.actions.action("jot").trigger()
    assert not jot_field(app).isVisible()
