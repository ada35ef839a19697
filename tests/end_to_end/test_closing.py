"""Closing on a disk that is full, with a real file that really cannot grow."""

from __future__ import annotations

import stat
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import Close, Open
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.keeping import Typed
from weeknotes_desktop.storage.library import SqlLibrary, open_for_reading
from weeknotes_desktop.storage.rescue_file import write
from weeknotes_desktop.ui.goals.goal_row import GoalRow
from weeknotes_desktop.ui.widgets.entry_line import EntryLine

LONG = "Mud, and more of it. " * 20_000
ENOUGH = 1_000_000


def let_grow(app: App, qtbot: QtBot, pages: int) -> None:
    """Let the file grow to so many pages and no more; it never shrinks."""
    done: list[bool] = []

    def act(library: NoteLibrary) -> None:
        assert isinstance(library, SqlLibrary)
        with library._open_session() as session:
            session.connection().exec_driver_sql(f"PRAGMA max_page_count={pages}")

    app._writer.do(act, lambda _: done.append(True), lambda error: None)
    qtbot.waitUntil(lambda: bool(done))


def bar(app: App) -> str:
    label = app.views.status.findChild(QLabel, "kept")
    assert isinstance(label, QLabel)
    return label.text()


def offered(app: App) -> list[str]:
    buttons = app.views.notices.findChildren(QPushButton)
    return [button.text() for button in buttons if button.isVisible()]


def type_on_a_full_disk(app: App, qtbot: QtBot) -> None:
    app.presenters.editor.start(Week(2021, 9))
    qtbot.waitUntil(lambda: app.presenters.keeping.current() is not None)
    let_grow(app, qtbot, 1)
    app.views.editor.replace_text(Typed("Mud", LONG))
    qtbot.waitUntil(lambda: app.presenters.keeping.failing, timeout=10_000)


def test_the_bar_says_since_when_and_saving_goes_on_by_itself(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    app = open_app()
    type_on_a_full_disk(app, qtbot)
    assert bar(app).removeprefix("⚠ ") == (
        "Not on disk since 17:00: the disk is full. "
        "Your text is safe in this window; saving goes on by itself."
    )
    let_grow(app, qtbot, ENOUGH)
    qtbot.waitUntil(lambda: bar(app) == "Saved 17:00", timeout=10_000)
    close_app(app)


def test_closing_is_refused_once_and_then_offers_a_rescue_file(
    qtbot: QtBot, open_app: Open, tmp_path: Path
) -> None:
    app = open_app()
    type_on_a_full_disk(app, qtbot)
    window, keeping = app.views.window, app.presenters.keeping
    window.close()
    qtbot.waitUntil(app.views.notices.isVisible, timeout=10_000)
    assert window.isVisible()
    assert offered(app) == []
    window.close()
    qtbot.waitUntil(
        lambda: offered(app) == ["Save a rescue file…", "Close without saving"], timeout=10_000
    )
    note = keeping.current()
    assert note is not None
    path = write(tmp_path / "rescue.md", note.title, note.body)
    app.presenters.closing.rescued(note, path)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    app.close()
    assert path.read_text(encoding="utf-8") == f"# Mud\n\n{LONG}"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_who_says_so_leaves_without_saving(qtbot: QtBot, open_app: Open, tmp_path: Path) -> None:
    app = open_app()
    type_on_a_full_disk(app, qtbot)
    for _ in range(2):
        app.views.notices.hide()
        app.views.window.close()
        qtbot.waitUntil(app.views.notices.isVisible, timeout=10_000)
    (leave,) = (
        button
        for button in app.views.notices.findChildren(QPushButton)
        if button.text() == "Close without saving"
    )
    leave.click()
    qtbot.waitUntil(lambda: not app.views.window.isVisible())
    app.close()
    with open_for_reading(tmp_path / "notes.db") as notes:
        assert notes.note(notes.summaries()[0].id).body == ""


def test_goals_typed_on_a_full_disk_stand_there_and_come_to_it_when_there_is_room(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    app = open_app()
    panel, goals = app.views.goals, app.presenters.goals
    week = Week(2021, 9)
    goals.show_week(week)
    qtbot.waitUntil(lambda: goals.shown is not None and goals.shown.week == week)
    let_grow(app, qtbot, 1)
    # More than fits into what the file has reserved already.
    typed = [f"Goal {number} " + "mud " * 200 for number in range(20)]
    field = panel.findChild(EntryLine)
    assert isinstance(field, EntryLine)
    for words in typed:
        field.setText(words)
        QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(goals.unsaved.places))

    def shown() -> list[str]:
        return [row.goal.text.strip() for row in panel.findChildren(GoalRow)]

    qtbot.waitUntil(lambda: shown() == [words.strip() for words in typed])

    def saved(row: GoalRow) -> bool:
        return "not saved yet" not in row.accessibleDescription()

    assert not all(saved(row) for row in panel.findChildren(GoalRow))
    app.views.window.close()
    qtbot.waitUntil(lambda: offered(app) == ["Close without saving"])
    assert app.views.window.isVisible()
    let_grow(app, qtbot, ENOUGH)
    qtbot.waitUntil(lambda: not goals.unsaved.places, timeout=10_000)
    qtbot.waitUntil(lambda: not app.views.notices.isVisible())
    assert all(saved(row) for row in panel.findChildren(GoalRow))
    close_app(app)
    with open_for_reading(tmp_path / "notes.db") as notes:
        assert [goal.text for goal in notes.goals(week)] == [words.strip() for words in typed]
