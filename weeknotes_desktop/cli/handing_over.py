"""A command that writes while a window is open is handed over to it, and done there."""

from __future__ import annotations

import argparse
import stat
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from weeknotes_desktop.cli.bodies import read_body
from weeknotes_desktop.cli.run import ended
from weeknotes_desktop.cli.terminal import Terminal
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.doorbell.bell import OtherVersionError, hand_over, ring, tell_everybody
from weeknotes_desktop.doorbell.messages import Done, Errand, Leaving, NewSettings, Ring
from weeknotes_desktop.paths import named
from weeknotes_desktop.storage.early_lock import is_held

# As long as SQLite waits for a transaction, and a window at most takes to open its door.
_PATIENCE = 5.0
_LOOK_EVERY = 0.05
_OF_ONE_PROCESS = ("/dev/", "/proc/")


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
    done: Done | None = None

    def act() -> int:
        nonlocal done
        _read_ahead(given, terminal)
        paths = _paths_to_read(given)
        errand = Errand(
            words=tuple(_known_to_all(word) if word in paths else word for word in words),
            folder=_folder(),
            settings=settings.absolute(),
            zone=round((now.utcoffset() or timedelta()).total_seconds()),
            given=terminal.body,
            encodings=terminal.encodings(),
        )
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
        if isinstance(answer, Leaving):
            # It closes, and has not begun; from now on it takes as long as any closing does.
            end = time.monotonic() + _PATIENCE
        elif answer is not None:
            raise OtherVersionError
        if time.monotonic() > end or not is_held(library):
            return None
        time.sleep(_LOOK_EVERY)


def _read_ahead(given: argparse.Namespace, terminal: Terminal) -> None:
    """Read here what the window cannot, or what might keep it waiting.

    Raises:
        WeekNotesError: If it cannot be read here either.
    """
    if getattr(given, "body_file", None) is not None:
        # Text that is too large, or none, is refused all the same.
        terminal.body = read_body(given.body_file, terminal)
    if given.command == "import":
        for path in given.paths:
            if _is_neither_file_nor_folder(path):
                # Not on top: it brings the whole of publishing.
                from weeknotes_desktop.publishing.importers.saved_page import SavedPage

                SavedPage().read(named(path))


def _paths_to_read(given: argparse.Namespace) -> tuple[str, ...]:
    match given.command:
        case "import":
            return tuple(given.paths)
        case "restore":
            return (str(given.file),)
    return ()


def _is_neither_file_nor_folder(path: str) -> bool:
    try:
        kind = named(path).stat().st_mode
    except (OSError, ValueError):
        # The refusal is the same wherever it is looked for.
        return False
    return not (stat.S_ISREG(kind) or stat.S_ISDIR(kind))


def _known_to_all(word: str) -> str:
    """A file behind a name that means another to each process, such as /dev/stdin, by its own."""
    if not word.startswith(_OF_ONE_PROCESS):
        return word
    with suppress(OSError, RuntimeError, ValueError):
        there = Path(word).resolve()
        if there.is_file():
            return str(there)
    return word


def _folder() -> Path:
    try:
        return Path.cwd()
    except OSError:
        # It was removed; then no relative path means anything.
        return Path("/")
