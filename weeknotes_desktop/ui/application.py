"""The application that every window of ours belongs to."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication


def new_application() -> QApplication:
    """Begin to talk to the screen; once in a process."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("weeknotes")
    application.setApplicationDisplayName("WeekNotes")
    application.setDesktopFileName("weeknotes")
    return application
