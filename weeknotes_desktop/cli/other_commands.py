"""Commands about settings and the calendar."""

from __future__ import annotations

import argparse

from weeknotes_desktop.cli.shapes import week_shape
from weeknotes_desktop.cli.terminal import Terminal, WrongUsageError
from weeknotes_desktop.cli.weeks import week_of_day
from weeknotes_desktop.domain.settings import abouts
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.use_cases.remember_copies import remember_copies


def settings(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Read or change a setting."""
    if given.list == (given.key is not None):
        raise WrongUsageError("Name one setting, or say --list to see them all.")
    kept = parts.settings()
    if given.key is not None and given.value is not None:
        if kept.key_of(given.key) == "back-up-folder" and parts.library_path.exists():
            with parts.writing() as library:
                # Those that were made there are told when something is forgotten.
                remember_copies(library, parts.back_ups().folder)
        kept, said = parts.settings_store().change(given.key, given.value)
        for sentence in said:
            terminal.complain(sentence)
    if given.key is not None:
        value = kept.value(given.key)
        terminal.answer(given, {kept.key_of(given.key): value}, value)
    else:
        values = kept.values()
        lines = [f"{key} = {values[key]}\n    {about}" for key, about in abouts().items()]
        terminal.answer(given, values, "\n".join(lines))


def week(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Name the week of a day."""
    found = week_of_day(given.day, parts.today())
    shape = week_shape(found, parts.settings().label)
    terminal.answer(
        given, shape, f"{shape['week']}  {shape['monday']} – {shape['sunday']}  {shape['label']}"
    )
