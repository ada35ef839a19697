"""A bug in the window: the text is on the disk before the writer reads of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import Close, Open
from tests.end_to_end.other_runs import ROOT, environment
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_reading, open_for_writing
from weeknotes_desktop.ui.crash_window import CrashWindow
from weeknotes_desktop.use_cases.start_note import start_note

CANARY = "Kanarienvogel"

# A window in which a click, a job and the writer's thread fail, one after the other.
FAILS = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from weeknotes_desktop.start import run_window

def fail(*_):
    raise ValueError("{CANARY}")

def ignore(_):
    pass

def painted(app):
    watch = QTimer(app.views.window)
    def begin():
        if app.everything_is_there and app.callers is not None:
            watch.stop()
            QTest.keyClicks(app.views.editor.findChild(QPlainTextEdit), "{CANARY}")
            QTimer.singleShot(0, fail)
            app._jobs.run(fail, ignore, ignore)
            app._writer.do(fail, ignore, ignore)
            end = QTimer(app.views.window)
            end.timeout.connect(lambda: leave(app))
            end.start(50)
    watch.timeout.connect(begin)
    watch.start(20)

def leave(app):
    crashes = app.first_aid.crashes
    if crashes is not None and crashes.window.isVisible():
        app.views.window.close()

sys.exit(run_window(Path(sys.argv[1]), painted))
"""


def a_note(library: Path) -> str:
    with open_for_writing(library) as notes:
        return start_note(notes, Week(2021, 9), title="First", body="Old.").id


def crash(app: App) -> None:
    """What Qt does with what a slot of ours raises."""
    try:
        raise ValueError(CANARY)
    except ValueError as error:
        app.first_aid.happened(error)


def crash_window(app: App, qtbot: QtBot) -> CrashWindow:
    qtbot.waitUntil(lambda: app.first_aid.crashes is not None)
    crashes = app.first_aid.crashes
    assert crashes is not None
    qtbot.waitUntil(crashes.window.isVisible)
    return crashes.window


def button(window: CrashWindow, words: str) -> QPushButton:
    return next(one for one in window.findChildren(QPushButton) if one.text() == words)


def test_what_is_typed_is_on_the_disk_before_the_writer_reads_of_a_failure(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    note_id = a_note(tmp_path / "notes.db")
    app = open_app()
    field = app.views.editor.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "New. ")
    crash(app)
    window = crash_window(app, qtbot)
    with open_for_reading(app.library) as library:
        draft = library.draft(note_id)
        kept = {library.note(note_id).body} | ({draft.body} if draft else set())
    assert app.views.editor.typed().body in kept
    assert CANARY not in window.findChildren(QPlainTextEdit)[0].toPlainText()
    assert not button(window, "Save a rescue file…").isVisible()
    close_app(app)


def test_escape_goes_on_with_the_same_text(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    a_note(tmp_path / "notes.db")
    app = open_app()
    crash(app)
    window = crash_window(app, qtbot)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert app.views.window.isVisible()
    assert app.views.editor.typed().body == "Old."
    close_app(app)


def test_the_program_can_be_closed_from_there(
    qtbot: QtBot, open_app: Open, close_app: Close
) -> None:
    app = open_app()
    crash(app)
    button(crash_window(app, qtbot), "Close WeekNotes").click()
    qtbot.waitUntil(lambda: not app.views.window.isVisible())
    close_app(app)


def test_failures_on_every_thread_end_in_the_log_and_no_text_does(tmp_path: Path) -> None:
    library, state = tmp_path / "notes.db", tmp_path / "state"
    a_note(library)
    done = subprocess.run(
        [sys.executable, "-P", "-c", FAILS, str(library)],
        env=environment(XDG_STATE_HOME=str(state)),
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        check=False,
    )
    said = done.stderr.decode()
    assert done.returncode == 0, said
    files = [Path(folder) / name for folder, _, names in os.walk(state) for name in names]
    logged = "".join(file.read_text(encoding="utf-8") for file in files)
    assert logged.count("ValueError") == 3, logged
    assert logged.rstrip().endswith("INFO end")
    assert CANARY not in logged + said
    assert str(tmp_path) not in logged
    with open_for_reading(library) as notes:
        assert CANARY in notes.note(notes.summaries()[0].id).body
