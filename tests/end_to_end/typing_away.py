"""Opens the window and types a letter every 40 ms, saying when; somebody will kill it."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from weeknotes_desktop.app import App
from weeknotes_desktop.start import run_window


def begin(app: App) -> None:
    """Start a note, and type as soon as it is there."""
    app.presenters.editor.start_shown()
    timer = QTimer(app.views.window)
    timer.setInterval(40)
    timer.timeout.connect(lambda: press(app))
    timer.start()


def press(app: App) -> None:
    """One letter, and when it was typed."""
    if app.presenters.keeping.current() is not None:
        editor = app.views.editor.findChild(QPlainTextEdit)
        assert isinstance(editor, QPlainTextEdit)
        QTest.keyClick(editor, Qt.Key.Key_A)
        sys.stdout.write(f"{time.monotonic()}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(run_window(Path(sys.argv[1]), painted=begin))
