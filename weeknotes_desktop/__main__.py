"""Reads the arguments: the window, or the command line."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from weeknotes_desktop import paths

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from datetime import datetime

    from weeknotes_desktop.app import App


def main(painted: Callable[[App], None] | None = None) -> int:
    """Start what the arguments ask for.

    Args:
        painted: Called once a window has been painted for the first time.

    Returns:
        The exit status.
    """
    if not sys.argv[1:] and _has_display():
        # There is nothing to read, and a parser of every command to be saved.
        return _window(paths.library_file(), painted)
    from weeknotes_desktop.cli.arguments import arguments

    given = arguments().parse_args()
    library = paths.whole(given.library) if given.library else paths.library_file()
    if given.command == "demo":
        from weeknotes_desktop.demo import make_demo

        return make_demo(given.folder)
    if given.command == "open":
        return _open(given.note, library, painted)
    if given.command is not None:
        return _command(given, library)
    if not _has_display():
        print(  # noqa: T201
            "weeknotes: There is no display, so the example week is made instead of a window.",
            file=sys.stderr,
        )
        from weeknotes_desktop.demo import make_demo

        return make_demo(Path("weeknotes-demo"))
    return _window(library, painted)


def _command(given: Namespace, library: Path) -> int:
    from weeknotes_desktop.cli.run import run, writes
    from weeknotes_desktop.cli.terminal import Terminal
    from weeknotes_desktop.parts import Parts

    terminal = Terminal.own()
    settings = paths.settings_file()
    if writes(given):
        # Not on top: whoever only reads has nothing to hand over.
        from weeknotes_desktop.cli.handing_over import done_elsewhere

        code = done_elsewhere(library, settings, sys.argv[1:], given, terminal, _now())
        if code is not None:
            return code
    parts = Parts(library, settings, _now, terminal.complain)
    code = run(parts, given, terminal)
    if given.command == "set" and given.value is not None and code == 0:
        from weeknotes_desktop.cli.handing_over import tell_settings

        tell_settings()
    return code


def _open(note: str, library: Path, painted: Callable[[App], None] | None) -> int:
    """Open the window at a note, or have the one that is open turn to it."""
    if _has_display():
        return _window(library, painted, note)
    from weeknotes_desktop.cli.handing_over import shown_elsewhere
    from weeknotes_desktop.cli.terminal import Terminal

    return shown_elsewhere(library, note, Terminal.own())


def _window(library: Path, painted: Callable[[App], None] | None, note: str | None = None) -> int:
    # Next to nothing that is made before the first paint ever goes away, and
    # looking for it costs a tenth of a bare start. `run_window` turns it on.
    gc.disable()
    from weeknotes_desktop.start import run_window

    return run_window(library, painted, note)


def _now() -> datetime:
    from datetime import datetime

    return datetime.now().astimezone()


def _has_display() -> bool:
    """Whether there is a screen to open a window on."""
    if sys.platform != "linux":
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
