"""Every command and its arguments."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from weeknotes_desktop import __version__
from weeknotes_desktop.cli.export_arguments import export_commands
from weeknotes_desktop.cli.goal_arguments import goal_commands
from weeknotes_desktop.cli.safety_arguments import safety_commands
from weeknotes_desktop.cli.texts import TextParser, text
from weeknotes_desktop.cli.week_arguments import week_commands
from weeknotes_desktop.domain.note import Status
from weeknotes_desktop.domain.readers import Audience

_FOUND = 20
_AUDIENCES = [audience.value for audience in Audience]
_STATUSES = [status.value for status in Status]


def arguments(kind: type[TextParser] = TextParser) -> argparse.ArgumentParser:
    """The parser for all that stands after ``weeknotes``."""
    parser = kind(
        prog="weeknotes",
        description="Write, keep and publish weeknotes. Without a command, the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"WeekNotes Desktop {__version__}")
    _library(parser, None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _notes(commands)
    _search(commands)
    goal_commands(commands, _command)
    week_commands(commands, _command)
    export_commands(commands, _command)
    safety_commands(commands, _command)
    _rest(commands)
    return parser


def _notes(commands: Any) -> None:
    new = _command(commands, "new", "start a note")
    _texts(new, "--week", "--title")
    _body(new)

    listing = _command(commands, "list", "list all notes, newest week first")
    listing.set_defaults(command="list")

    edit = _command(commands, "edit", "change a note")
    edit.add_argument("note", metavar="NOTE", type=text, help="an id, a week or a label")
    _texts(edit, "--title", "--label", "--category", "--tags")
    _body(edit)
    edit.add_argument("--status", type=text, choices=_STATUSES)
    edit.add_argument("--audience", type=text, choices=_AUDIENCES)
    edit.add_argument(
        "--published-on", metavar="DATE", type=text, help="2021-03-05; empty for the day it is"
    )
    edit.add_argument(
        "--language", metavar="CODE", type=text, help="such as de-DE; an empty one is your usual"
    )

    show = _command(commands, "show", "print a note as one audience reads it", json=False)
    show.add_argument("note", metavar="NOTE", type=text, help="an id, a week or a label")
    show.add_argument(
        "--as", dest="form", type=text, choices=["markdown", "html", "json"], default="markdown"
    )
    show.add_argument("--audience", type=text, choices=_AUDIENCES, default=Audience.ME.value)

    opening = _command(commands, "open", "open the window at a note", json=False)
    opening.add_argument("note", metavar="NOTE", type=text, help="an id, a week or a label")

    take = _command(commands, "import", "bring in old posts, or a back-up in Markdown")
    take.add_argument("paths", metavar="PATH", type=text, nargs="+")
    take.add_argument("--dry-run", action="store_true", help="only say what would be done")


def _search(commands: Any) -> None:
    search = _command(commands, "search", "look for words in notes, goals, jots and tasks")
    search.add_argument(
        "query",
        metavar="QUERY",
        type=text,
        help='words, "exact words", -without, year:2022, week:2022-W10..2022-W14, in:goals, …',
    )
    search.add_argument(
        "--limit",
        metavar="N",
        type=lambda given: int(text(given)),
        default=_FOUND,
        help=f"how many are shown at most; {_FOUND} where nothing is said",
    )
    search.add_argument(
        "--newest", action="store_true", help="the newest week first, not what fits best"
    )


def _rest(commands: Any) -> None:
    settings = _command(commands, "set", "read or change a setting")
    settings.add_argument("key", metavar="KEY", type=text, nargs="?")
    settings.add_argument("value", metavar="VALUE", type=text, nargs="?")
    settings.add_argument("--list", action="store_true", help="show every setting")

    week = _command(commands, "week", "name the week of a day")
    week.add_argument("day", metavar="DATE", type=text, nargs="?", help="2021-03-05 or 2021-W09")

    demo = _command(commands, "demo", "make an example library, a page and pictures", json=False)
    demo.add_argument(
        "folder",
        metavar="DIR",
        nargs="?",
        default=Path("weeknotes-demo"),
        type=lambda given: Path(text(given)),
    )


def _command(
    commands: Any, word: str, about: str, *, name: str = "command", json: bool = True
) -> Any:
    parser = commands.add_parser(word, help=about, description=f"{about[0].upper()}{about[1:]}.")
    parser.set_defaults(**{name: word})
    _library(parser, argparse.SUPPRESS)
    if json:
        parser.add_argument("--json", action="store_true", help="print one JSON document")
    return parser


def _library(parser: argparse.ArgumentParser, default: Any) -> None:
    parser.add_argument(
        "--library",
        metavar="FILE",
        type=lambda given: Path(text(given)),
        default=default,
        help="the notes file; WEEKNOTES_LIBRARY, else the one in your data folder",
    )


def _texts(parser: argparse.ArgumentParser, *options: str) -> None:
    for option in options:
        parser.add_argument(option, metavar=option.strip("-").upper(), type=text)


def _body(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--body-file", metavar="FILE", type=text, help="the body in Markdown; - for standard input"
    )
