"""How long the window takes against a bare Qt window, both in one run.

    python -m benchmarks.startup [--runs N] [--notes 525 5200]

Needs Xvfb. A run is a whole process, from its start to the first paint of a
window that shows the text of the last note, the archive and the goals; the
two programs take turns, and the ratio is that of the medians. Both run from
compiled modules, and both are watched in the same way.
"""

from __future__ import annotations

import argparse
import compileall
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from benchmarks.libraries import make_library
from benchmarks.typing_sides.side import screen

ROOT = Path(__file__).parents[1]

BARE = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            window.removeEventFilter(self)
            QTimer.singleShot(0, done)
        return False

def done():
    print(time.monotonic_ns(), flush=True)
    application.quit()

application = QApplication(sys.argv)
window = QMainWindow()
editor = QPlainTextEdit(open(sys.argv[1]).read())
window.setCentralWidget(editor)
window.resize(1440, 900)
first = FirstPaint()
window.installEventFilter(first)
window.show()
application.exec()
"""

# The program itself, with one listener more: it says when the window can be
# used, what it shows by then, and goes.
OURS = """
import os, sys, time
os.environ["WEEKNOTES_LIBRARY"] = sys.argv.pop()
from weeknotes_desktop.__main__ import main

def painted(app):
    print(time.monotonic_ns(), flush=True)
    note, goals = app.presenters.keeping.current(), app.presenters.goals.shown
    assert note.body and goals.goals and app.presenters.archive.beside(note.id, 1)
    app.views.window.close()

sys.exit(main(painted))
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--notes", type=int, nargs="+", default=[525, 5200])
    given = parser.parse_args()
    compileall.compile_dir(ROOT / "weeknotes_desktop", quiet=1)
    with tempfile.TemporaryDirectory() as folder, screen() as display:
        home = Path(folder)
        text = home / "note.md"
        environment = {
            **os.environ,
            "DISPLAY": display,
            "HOME": folder,
            "QT_QPA_PLATFORM": "xcb",
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        }
        # Both sides may keep what they compile, as on a writer's machine.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for notes in given.notes:
            library = home / f"{notes}.db"
            body = make_library(library, notes, datetime.now(UTC))
            text.write_text(body, encoding="utf-8")
            bare, ours = [], []
            for _ in range(given.runs + 1):
                bare.append(_run(BARE, text, environment))
                ours.append(_run(OURS, library, environment))
            # The first of each warms the disk.
            bare, ours = bare[1:], ours[1:]
            print(
                f"{notes:6} notes: bare {median(bare):6.1f} ms ({min(bare):.1f}–{max(bare):.1f}), "
                f"ours {median(ours):6.1f} ms ({min(ours):.1f}–{max(ours):.1f}), "
                f"ratio {median(ours) / median(bare):.2f}"
            )


def _run(code: str, argument: Path, environment: dict[str, str]) -> float:
    """Milliseconds from the start of the process to the first paint."""
    begun = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-P", "-c", code, str(argument)],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return (int(done.stdout.split()[0]) - begun) / 1e6


if __name__ == "__main__":
    main()
