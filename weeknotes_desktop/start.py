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
from weeknotes_desktop.domain.errors import LibraryBusyError, WeekNotesError
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.parts import Parts, back_up_folder
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.storage.first_read import FirstRead
from weeknotes_desktop.storage.opening import ready_library
from weeknotes_desktop.ui.application import new_application
from weeknotes_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

TURN = 0.0002


def run_window(
    library: Path, painted: Callable[[App], None] | None = None, note: str | None = None
) -> int:
    """Open the window on a library and stay until it is closed.

    Where one is open on it already, that one comes to the front, and this is over.

    Args:
        painted: Called once the window has been painted for the first time.
        note: The note to open, as the writer named it; None for the one typed in last.

    Returns:
        The exit status.
    """
    application = new_application()
    theme = Theme()
    remarks: list[str] = []
    parts = Parts(library, paths.settings_file(), _now, remarks.append)
    theme.prepare(application, parts.settings().look)
    first = _open_or_refuse(application, theme, parts, note)
    if isinstance(first, int):
        return first
    app = App(
        application, theme, parts, first, paths.window_file(), log_file=paths.log_file(), note=note
    )
    app.first_aid.stand_by()
    for remark in remarks:
        app.views.notices.show(Notice(remark))
    app.first_paint.happened.connect(_collect_garbage)
    if painted is not None:
        app.first_paint.happened.connect(partial(painted, app))
    # A thread that works in Python lets the window's thread have its turn after a fifth of a
    # millisecond, not five: a key needs several turns.
    sys.setswitchinterval(TURN)
    theme.put_on()
    app.show()
    status = application.exec()
    app.close()
    return status


def _open_or_refuse(
    application: QApplication, theme: Theme, parts: Parts, note: str | None
) -> FirstRead | int:
    """The library, ready to be read; the exit status where there is no window to be."""

    def ready() -> FirstRead:
        return ready_library(
            parts.library_path,
            this_week=Week.of(parts.today()),
            back_up_folder=back_up_folder(parts.settings()),
        )

    while True:
        try:
            return ready()
        except LibraryBusyError:
            # Not on top: most starts never need it.
            from weeknotes_desktop.calling.waiting import take_turn

            turn = take_turn(application, theme, ready, parts.library_path, note)
            if turn is not None:
                return turn
            continue
        except WeekNotesError as error:
            print(f"weeknotes: {error}", file=sys.stderr)  # noqa: T201
            # Not on top: most starts never need it.
            from weeknotes_desktop.ui.refusal import Refusal

            refusal = Refusal(error, theme)
            theme.put_on()
        refusal.show()
        application.exec()
        if not refusal.wants_another_try:
            return 1


def _collect_garbage() -> None:
    """Look for garbage from now on, and never again through what a start made."""
    gc.freeze()
    gc.enable()


def _now() -> datetime:
    return datetime.now().astimezone()
