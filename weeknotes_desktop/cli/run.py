"""Run one command: 0 done, 1 an expected failure, 2 wrong usage."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable

from weeknotes_desktop.cli import goal_commands, note_commands, other_commands
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.parts import Parts

Command = Callable[[Parts, argparse.Namespace], None]

_COMMANDS: dict[str, Command] = {
    "new": note_commands.new,
    "list": note_commands.list_all,
    "edit": note_commands.edit,
    "show": note_commands.show,
    "import": note_commands.import_pages,
    "goals": goal_commands.goals,
    "goal": goal_commands.goal,
    "focus": goal_commands.focus,
    "export": other_commands.export,
    "set": other_commands.settings,
    "week": other_commands.week,
}


def run(parts: Parts, given: argparse.Namespace) -> int:
    """Do what the command says; returns the exit status."""
    try:
        with parts:
            _COMMANDS[given.command](parts, given)
        sys.stdout.flush()
    except WeekNotesError as error:
        complain(str(error))
        return 1
    except BrokenPipeError:
        # Whoever read our answer has enough; nothing more can be said there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def complain(sentence: str) -> None:
    """Say on the error channel what went wrong."""
    print(f"weeknotes: {sentence}", file=sys.stderr)  # noqa: T201
