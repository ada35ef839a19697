"""The command that writes everything as Markdown; `import` takes it back."""

from __future__ import annotations

import argparse
from pathlib import Path

from weeknotes_desktop.cli.terminal import Terminal
from weeknotes_desktop.domain.everything import MarkdownBackUp
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.paths import named
from weeknotes_desktop.use_cases.write_markdown_back_up import write_markdown_back_up


def back_up_markdown(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Write everything as Markdown into a folder, private things too."""
    folder = named(given.folder)
    with parts.reading() as library:
        made = write_markdown_back_up(library, parts.markdown_back_ups(), folder, parts.now())
    for sentence in made.remarks:
        terminal.complain(sentence)
    shape = {
        "folder": str(folder),
        "notes": made.notes,
        "goals": made.goals,
        "files": made.files,
        "remarks": list(made.remarks),
    }
    terminal.answer(given, shape, _told(made, folder))


def _told(made: MarkdownBackUp, folder: Path) -> str:
    notes, goals = _several(made.notes, "note"), _several(made.goals, "goal")
    return (
        f"{notes} and {goals} are in {folder}, private things too.\n"
        "It is a back-up: keep it to yourself."
    )


def _several(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
