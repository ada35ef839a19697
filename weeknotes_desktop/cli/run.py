"""Run one command: 0 done, 1 an expected failure, 2 wrong usage."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from weeknotes_desktop.cli import (
    back_up_commands,
    check_command,
    doctor_command,
    export_command,
    goal_commands,
    history_commands,
    jot_commands,
    loop_commands,
    note_commands,
    other_commands,
    review_command,
    search_command,
    task_commands,
)
from weeknotes_desktop.cli.terminal import Terminal, WrongUsageError
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.parts import Parts

Command = Callable[[Parts, argparse.Namespace, Terminal], None]

_COMMANDS: dict[str, Command] = {
    "new": note_commands.new,
    "list": note_commands.list_all,
    "edit": note_commands.edit,
    "show": note_commands.show,
    "search": search_command.search,
    "import": note_commands.import_pages,
    "goals": goal_commands.goals,
    "goal": goal_commands.goal,
    "focus": goal_commands.focus,
    "thread": loop_commands.thread,
    "loose-ends": loop_commands.loose_ends,
    "away": loop_commands.away,
    "jot": jot_commands.jot,
    "jots": jot_commands.jots,
    "task": task_commands.task,
    "review": review_command.review,
    "check": check_command.check,
    "export": export_command.export,
    "back-up": back_up_commands.back_up,
    "restore": back_up_commands.restore,
    "history": history_commands.history,
    "delete": history_commands.delete,
    "trash": history_commands.trash,
    "doctor": doctor_command.doctor,
    "set": other_commands.settings,
    "week": other_commands.week,
}


def writes(given: argparse.Namespace) -> bool:
    """Whether a command changes the library, and so needs it for itself."""
    match given.command:
        case "new" | "edit" | "goal" | "away" | "jot" | "review" | "delete":
            return True
        case "import" | "restore":
            return not given.dry_run
        case "export":
            return bool(given.allow)
        case "focus":
            return given.text is not None
        case "task":
            return str(given.act) != "list"
        case "history":
            return given.restore is not None
        case "trash":
            return given.act is not None
    return False


def run(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> int:
    """Do what the command says; returns the exit status."""

    def act() -> int:
        with parts:
            _COMMANDS[given.command](parts, given, terminal)
        terminal.flush()
        return 0

    return ended(act, terminal)


def ended(act: Callable[[], int], terminal: Terminal) -> int:
    """The exit status of ``act``; what kept it from ending well is said on the terminal."""
    try:
        return act()
    except WeekNotesError as error:
        terminal.complain(str(error))
        return 1
    except WrongUsageError as error:
        terminal.complain(str(error))
        return 2
    except BrokenPipeError:
        # Whoever read our answer has enough; nothing more can be said there.
        terminal.say_nothing_more()
        return 1
    except OSError as error:
        terminal.complain(f"The answer could not be written: {error.strerror or error}.")
        terminal.say_nothing_more()
        return 1
    except KeyboardInterrupt:
        return 130
