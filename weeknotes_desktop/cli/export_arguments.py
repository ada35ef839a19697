"""The commands by which something leaves, and their arguments."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from weeknotes_desktop.cli.texts import text
from weeknotes_desktop.domain.readers import Audience

Add = Callable[..., Any]
"""Adds one command, as ``arguments`` does it for every other."""

_READERS = [Audience.PUBLIC.value, Audience.TEAM.value]
_SHIFTS = range(5)


def export_commands(commands: Any, add: Add) -> None:
    """Add these commands to ``commands``."""
    check = add(commands, "check", "say what to look at in a note before others do")
    check.add_argument("note", metavar="NOTE", type=text, help="an id, a week or a label")

    export = add(commands, "export", "let a note or all of them leave", json=False)
    forms = export.add_subparsers(dest="form", metavar="FORM", required=True)
    _of_one_note(add(forms, "html", "one page with everything inside", name="form"))

    fragment = add(forms, "fragment", "the body alone, for a page of another program", name="form")
    _of_one_note(fragment)
    fragment.add_argument(
        "--shift",
        type=lambda given: int(text(given)),
        choices=_SHIFTS,
        default=0,
        help="lower its headings by so many levels",
    )
    fragment.add_argument(
        "--no-pictures", action="store_true", help="say pictures in words, as many blogs cut them"
    )

    markdown = add(forms, "markdown", "a file of Markdown for each published note", name="form")
    _of_all_notes(markdown)

    site = add(forms, "site", "a web site of all published notes", name="form")
    _of_all_notes(site)
    site.add_argument("--theme", metavar="T", type=text, help="a name, or a folder of your own")
    site.add_argument("--address", metavar="URL", type=text, help="where the site will stand")


def _of_one_note(form: argparse.ArgumentParser) -> None:
    form.add_argument("note", metavar="NOTE", type=text, help="an id, a week or a label")
    form.add_argument("file", metavar="FILE", type=_path)
    _readers(form)


def _of_all_notes(form: argparse.ArgumentParser) -> None:
    form.add_argument("folder", metavar="DIR", type=_path)
    _readers(form)


def _readers(form: argparse.ArgumentParser) -> None:
    form.add_argument("--audience", type=text, choices=_READERS, default=Audience.PUBLIC.value)
    form.add_argument(
        "--allow",
        metavar="ID",
        type=text,
        action="append",
        default=[],
        help="let this private sentence be read by others, now and later",
    )


def _path(given: str) -> Path:
    return Path(text(given))
