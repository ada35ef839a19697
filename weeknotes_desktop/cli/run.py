"""Run one command: 0 done, 1 an expected failure, 2 wrong usage."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable

from weeknotes_desktop.cli import goal_commands, note_commands, other_commands
from weeknotes_desktop.cli.terminal import Terminal, WrongUsageError
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.parts import Parts

Command = Callable[[Parts, argparse.Namespace, Terminal], None]

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


def run(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> int:
    """Do what the command says; returns the exit status."""
    try:
        with parts:
            _COMMANDS[given.command](parts, given, terminal)
        terminal.flush()
    except WeekNotesError as error:
        terminal.complain(str(error))
        return 1
    except WrongUsageError as error:
        terminal.complain(str(error))
        return 2
    except BrokenPipeError:
        # Whoever read our answer has enough; nothing more can be said there.
        _say_nothing_more()
        return 1
    except OSError as error:
        terminal.complain(f"The answer could not be written: {error.strerror or error}.")
        _say_nothing_more()
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _say_nothing_more() -> None:
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
