"""Reads the arguments: the window, or the command line."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from datetime import datetime
from pathlib import Path

from weeknotes_desktop import paths


def main() -> int:
    """Start what the arguments ask for; returns the exit status."""
    from weeknotes_desktop.cli.arguments import arguments

    given = arguments().parse_args()
    library = paths.named(given.library) if given.library else paths.library_file()
    if given.command == "demo":
        from weeknotes_desktop.demo import make_demo

        return make_demo(given.folder)
    if given.command is not None:
        return _command(given, library)
    if not _has_display():
        print(  # noqa: T201
            "weeknotes: There is no display, so the example week is made instead of a window.",
            file=sys.stderr,
        )
        from weeknotes_desktop.demo import make_demo

        return make_demo(Path("weeknotes-demo"))
    return _window(library)


def _command(given: Namespace, library: Path) -> int:
    from weeknotes_desktop.cli.answer import complain
    from weeknotes_desktop.cli.run import run
    from weeknotes_desktop.parts import Parts

    return run(Parts(library, paths.settings_file(), _now, complain), given)


def _window(library: Path) -> int:
    from weeknotes_desktop.start import run_window

    return run_window(library)


def _now() -> datetime:
    return datetime.now().astimezone()


def _has_display() -> bool:
    """Whether there is a screen to open a window on."""
    if sys.platform != "linux":
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
