"""Opens the window on a library, or says why it cannot."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from weeknotes_desktop import paths
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.storage.first_read import FirstRead
from weeknotes_desktop.ui.application import new_application
from weeknotes_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def run_window(library: Path, painted: Callable[[App], None] | None = None) -> int:
    """Open the window on a library and stay until it is closed.

    Args:
        painted: Called once the window has been painted for the first time.

    Returns:
        The exit status.
    """
    application = new_application()
    theme = Theme()
    remarks: list[str] = []
    parts = Parts(library, paths.settings_file(), _now, remarks.append)
    theme.prepare(application, parts.settings().look)
    first = _open_or_refuse(application, theme, library)
    if first is None:
        return 1
    app = App(application, theme, parts, first, paths.window_file())
    sys.excepthook = lambda _kind, error, _trace: app.crashed(error)
    for remark in remarks:
        app.views.notices.show(Notice(remark))
    app.first_paint.happened.connect(_collect_garbage)
    if painted is not None:
        app.first_paint.happened.connect(partial(painted, app))
    theme.put_on()
    app.show()
    status = application.exec()
    app.close()
    return status


def _open_or_refuse(application: QApplication, theme: Theme, library: Path) -> FirstRead | None:
    """The library, ready to be read; None when the user gives up on it."""
    while True:
        try:
            return ready_library(library)
        except WeekNotesError as error:
            print(f"weeknotes: {error}", file=sys.stderr)  # noqa: T201
            # Not on top: most starts never need it.
            from weeknotes_desktop.ui.refusal import Refusal

            refusal = Refusal(error, theme)
            theme.put_on()
        refusal.show()
        application.exec()
        if not refusal.wants_another_try:
            return None


def ready_library(library: Path) -> FirstRead:
    """Take hold of the library; make or migrate it first where that is needed.

    Raises:
        LibraryError: If it cannot be opened.
    """
    first = FirstRead.open(library)
    if not first.ready:
        # Once in the life of a file, or of a version; only then does a start wait for it.
        from weeknotes_desktop.storage.library import open_after

        try:
            open_after(first).close()
        finally:
            first.close()
        first = FirstRead.open(library)
    return first


def _collect_garbage() -> None:
    """Look for garbage from now on, and never again through what a start made."""
    gc.freeze()
    gc.enable()


def _now() -> datetime:
    return datetime.now().astimezone()
