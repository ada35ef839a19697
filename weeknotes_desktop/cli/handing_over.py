"""A command that writes while a window is open is handed over to it, and done there."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

from weeknotes_desktop.cli.run import ended
from weeknotes_desktop.cli.terminal import Terminal
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import LARGEST_BODY
from weeknotes_desktop.doorbell.bell import OtherVersionError, hand_over, ring, tell_everybody
from weeknotes_desktop.doorbell.messages import Done, Errand, NewSettings, Ring
from weeknotes_desktop.storage.early_lock import is_held

# As long as SQLite waits for a transaction, and a window at most takes to open its door.
_PATIENCE = 5.0
_LOOK_EVERY = 0.05


def done_elsewhere(
    library: Path,
    settings: Path,
    words: Sequence[str],
    given: argparse.Namespace,
    terminal: Terminal,
    now: datetime,
) -> int | None:
    """Have the window that holds the library do a command, where there is one.

    Where something else holds it, this waits a while for it to come free.

    Args:
        words: The arguments as they were typed.
        now: By the clock of this process.

    Returns:
        The exit status; None where the command is to be done here.
    """
    _read_ahead(given, terminal)
    errand = Errand(
        words=tuple(words),
        folder=_folder(),
        settings=settings.absolute(),
        zone=round((now.utcoffset() or timedelta()).total_seconds()),
        given=terminal.given.getvalue() if isinstance(terminal.given, BytesIO) else None,
        encodings=terminal.encodings(),
    )
    done: Done | None = None

    def act() -> int:
        nonlocal done
        done = _done_by_a_window(library, errand)
        if done is None:
            return 0
        terminal.pass_on(done.out, done.err)
        return done.code

    code = ended(act, terminal)
    return None if done is None and code == 0 else code


def shown_elsewhere(library: Path, note: str, terminal: Terminal) -> int:
    """Have the window that is open turn to a note, from where no window can be; the exit status."""

    def act() -> int:
        if not ring(library, Ring(note)):
            raise WeekNotesError(
                "There is no display to open a window on.", "`show` prints the note here."
            )
        return 0

    return ended(act, terminal)


def tell_settings() -> None:
    """Tell every open window that settings have changed."""
    tell_everybody(NewSettings())


def _done_by_a_window(library: Path, errand: Errand) -> Done | None:
    end = time.monotonic() + _PATIENCE
    while True:
        answer = hand_over(library, errand)
        if isinstance(answer, Done):
            return answer
        if answer is not None:
            raise OtherVersionError
        if time.monotonic() > end or not is_held(library):
            return None
        time.sleep(_LOOK_EVERY)


def _read_ahead(given: argparse.Namespace, terminal: Terminal) -> None:
    """Read what is piped in where the command wants it, so that it can be passed on."""
    if getattr(given, "body_file", None) == "-" and terminal.given is not None:
        # More than a note may hold is refused all the same.
        terminal.given = BytesIO(terminal.given.read(LARGEST_BODY + 1))


def _folder() -> Path:
    try:
        return Path.cwd()
    except OSError:
        # It was removed; then no relative path means anything.
        return Path("/")
