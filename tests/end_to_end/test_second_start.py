"""A program that is started again on a library that a window holds."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import Close, Open
from tests.end_to_end.other_runs import (
    ROOT,
    Ended,
    begun,
    door_is_open,
    environment,
    run,
    run_beside,
)
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.storage.lock import LibraryLock
from weeknotes_desktop.use_cases.start_note import start_note

# Opens the window, says so, and goes at once.
OPENS = """
import sys
from pathlib import Path
from weeknotes_desktop.start import run_window

def painted(app):
    print("open", flush=True)
    app.views.window.close()

sys.exit(run_window(Path(sys.argv[1]), painted))
"""


def two_notes(library: Path) -> None:
    with open_for_writing(library) as notes:
        start_note(notes, Week(2021, 9), title="The newest")
        start_note(notes, Week(2021, 8), title="The one before")


def test_the_second_start_brings_the_first_window_to_the_front(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    app = open_app()
    door_is_open(app, qtbot)
    app.views.window.showMinimized()
    assert run_beside(app, qtbot, folder=tmp_path) == Ended(0, b"", b"")
    assert not app.views.window.isMinimized()
    assert app.views.window.isActiveWindow()
    close_app(app)


def test_the_second_start_passes_on_which_note_to_open(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    two_notes(tmp_path / "notes.db")
    app = open_app()
    door_is_open(app, qtbot)
    assert run_beside(app, qtbot, "open", "2021-W08", folder=tmp_path).code == 0
    qtbot.waitUntil(lambda: app.views.editor.typed().title == "The one before")
    close_app(app)


def test_a_window_without_a_display_is_asked_for_in_vain(tmp_path: Path) -> None:
    two_notes(tmp_path / "notes.db")
    done = run(
        *("--library", "notes.db", "open", "2021-W08"),
        folder=tmp_path,
        DISPLAY="",
        WAYLAND_DISPLAY="",
        QT_QPA_PLATFORM="",
    )
    assert (done.code, done.out) == (1, b"")
    assert done.err == (
        b"weeknotes: There is no display to open a window on. `show` prints the note here.\n"
    )


def test_a_library_that_comes_free_is_opened_by_itself(tmp_path: Path) -> None:
    library = tmp_path / "notes.db"
    two_notes(library)
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", OPENS, str(library)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        cwd=tmp_path,
    )
    assert process.stderr is not None
    with LibraryLock(library):
        said = process.stderr.readline()
    assert said == (
        b"weeknotes: Another program is using your notes file. "
        b"The window opens as soon as it is free.\n"
    )
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (0, b"open\n", b"")


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="Nobody can be stopped here.")
def test_a_window_that_hangs_is_told_of(tmp_path: Path) -> None:
    library = tmp_path / "notes.db"
    two_notes(library)
    first = subprocess.Popen(
        [sys.executable, "-P", "-m", "tests.end_to_end.waiting_window", str(library)],
        stdout=subprocess.PIPE,
        env=environment(),
        cwd=ROOT,
    )
    assert first.stdout is not None
    try:
        assert first.stdout.readline() == b"open\n"
        os.kill(first.pid, signal.SIGSTOP)
        done = run("--library", str(library), "new", folder=tmp_path)
        assert (done.code, done.out) == (1, b"")
        assert done.err.startswith(b"weeknotes: WeekNotes is open already, and its window does not")
        second = begun("--library", str(library), folder=tmp_path)
        assert second.stderr is not None
        assert second.stderr.readline() == done.err
        second.kill()
        second.communicate()
    finally:
        first.kill()
        first.communicate()
    # What a killed window left is in nobody's way.
    assert run("--library", str(library), "new", folder=tmp_path).code == 0
