"""Waits for a library that somebody else holds: rings at their window, or tries again by itself."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from weeknotes_desktop.domain.errors import LibraryBusyError, WeekNotesError
from weeknotes_desktop.doorbell.bell import ring
from weeknotes_desktop.doorbell.messages import Ring
from weeknotes_desktop.storage.first_read import FirstRead
from weeknotes_desktop.ui.jobs import Deliver, WindowJobs
from weeknotes_desktop.ui.refusal import Waiting
from weeknotes_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# A command holds the library no longer than this; for so long, nothing is shown.
_SHORT_WHILE = 1.0
_LOOK_EVERY = 0.05
_TRY_AGAIN = 1_000

Turn = FirstRead | int | WeekNotesError
"""The library; the exit status, where there is nothing left to do; or why there is neither yet."""


def ring_at(library: Path, note: str | None) -> bool:
    """Have the window that holds a library come to the front; whether one has.

    Raises:
        LibraryBusyError: If there is one that does not answer.
    """
    # A Wayland desktop lets a window come to the front only with what it gave to this start.
    return ring(library, Ring(note, os.environ.get("XDG_ACTIVATION_TOKEN", "")))


def take_turn(
    application: QApplication,
    theme: Theme,
    ready: Callable[[], FirstRead],
    library: Path,
    note: str | None,
) -> FirstRead | int | None:
    """Get hold of a busy library, or have the window that holds it come to the front.

    Args:
        ready: Takes hold of the library, or says why it cannot; called on any thread.
        note: The note to open there.

    Returns:
        The library; or the exit status; or None where it is not its being
        busy any more that keeps it from being opened.
    """

    def attempt() -> Turn:
        return _try(ready, library, note)

    turn: Turn
    end = time.monotonic() + _SHORT_WHILE
    while isinstance(turn := attempt(), LibraryBusyError) and time.monotonic() < end:
        time.sleep(_LOOK_EVERY)
    if isinstance(turn, LibraryBusyError):
        print(f"weeknotes: {turn}", file=sys.stderr)  # noqa: T201
        turn = _wait(application, theme, turn, attempt)
    return None if isinstance(turn, WeekNotesError) else turn


def _try(ready: Callable[[], FirstRead], library: Path, note: str | None) -> Turn:
    try:
        return ready()
    except LibraryBusyError:
        try:
            return 0 if ring_at(library, note) else _used()
        except LibraryBusyError as error:
            return error
    except WeekNotesError as error:
        return error


def _wait(
    application: QApplication, theme: Theme, busy: LibraryBusyError, attempt: Callable[[], Turn]
) -> Turn:
    """Say what the writer waits for, and try again each second, away from the window."""
    turns: list[Turn] = []
    deliver = Deliver()
    jobs = WindowJobs(deliver, _raise)
    window = Waiting(busy, theme)
    theme.put_on()
    timer = QTimer(window)
    timer.setSingleShot(True)
    timer.setInterval(_TRY_AGAIN)

    def attempted(_: None) -> None:
        if isinstance(turns[-1], LibraryBusyError):
            window.draw(turns[-1])
            timer.start()
        else:
            window.finish()

    timer.timeout.connect(lambda: jobs.run(lambda: turns.append(attempt()), attempted, _raise))
    timer.start()
    window.show()
    application.exec()
    timer.stop()
    jobs.stop()
    deliver.stop()
    # The last attempt may have come through while the window was being closed: it is their will.
    last = turns[-1] if turns else busy
    if not window.given_up:
        return last
    if isinstance(last, FirstRead):
        last.close()
    return 1


def _used() -> LibraryBusyError:
    return LibraryBusyError(
        "Another program is using your notes file.", "The window opens as soon as it is free."
    )


def _raise(error: BaseException) -> None:
    raise error
