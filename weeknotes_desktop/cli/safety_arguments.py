"""The commands that keep things safe: back-ups, history, trash, and whether all is well."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from weeknotes_desktop.cli.texts import text

Add = Callable[..., Any]
"""Adds one command, as ``arguments`` does it for every other."""


def safety_commands(commands: Any, add: Add) -> None:
    """Add these commands to ``commands``."""
    _back_ups(commands, add)
    _history(commands, add)
    add(commands, "doctor", "look whether everything is well, and say what was found")


def _back_ups(commands: Any, add: Add) -> None:
    back_up = add(commands, "back-up", "make a checked copy of everything")
    back_up.add_argument("--to", metavar="DIR", type=_path, help="another folder")
    back_up.set_defaults(act=None)
    acts = back_up.add_subparsers(dest="act", metavar="ACT")
    listing = add(acts, "list", "list the back-ups, newest first", name="act", json=False)
    _json_too(listing)
    markdown = add(
        acts, "markdown", "write everything as Markdown, private things too", name="act", json=False
    )
    _json_too(markdown)
    markdown.add_argument("folder", metavar="DIR", type=_path)

    restore = add(commands, "restore", "put a back-up in place of everything")
    restore.add_argument("file", metavar="FILE", type=_path)
    restore.add_argument("--dry-run", action="store_true", help="only say what would change")


def _history(commands: Any, add: Add) -> None:
    history = add(commands, "history", "list what a note said before")
    history.add_argument("note", metavar="NOTE", type=text, help="an id, a week or a label")
    history.add_argument("--restore", metavar="ID", type=text, help="bring this version back")

    delete = add(commands, "delete", "put a note into the trash")
    delete.add_argument("note", metavar="NOTE", type=text, help="an id, a week or a label")

    trash = add(commands, "trash", "list what lies in the trash, or bring it back")
    trash.set_defaults(act=None)
    acts = trash.add_subparsers(dest="act", metavar="ACT")
    back = add(acts, "restore", "bring something back", name="act", json=False)
    _json_too(back)
    back.add_argument("id", metavar="ID", type=text)
    gone = add(acts, "forget", "remove something for good", name="act", json=False)
    _json_too(gone)
    gone.add_argument("id", metavar="ID", type=text)


def _json_too(act: argparse.ArgumentParser) -> None:
    """Take ``--json`` behind the act as well, without undoing what stands before it."""
    act.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="print one JSON document"
    )


def _path(given: str) -> Path:
    return Path(text(given))
