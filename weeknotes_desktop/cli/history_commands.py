"""Commands about what was said before and what was removed."""

from __future__ import annotations

import argparse

from weeknotes_desktop.cli.note_commands import answer_note
from weeknotes_desktop.cli.shapes import note_shape, trashed_shape, version_shape
from weeknotes_desktop.cli.terminal import Terminal
from weeknotes_desktop.domain.errors import LibraryBusyError
from weeknotes_desktop.domain.trash import Trashed
from weeknotes_desktop.domain.version import VersionLine
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.use_cases.find_note import find_note
from weeknotes_desktop.use_cases.list_notes import list_notes
from weeknotes_desktop.use_cases.list_trash import as_printed, list_trash
from weeknotes_desktop.use_cases.restore_version import restore_version
from weeknotes_desktop.use_cases.trash_note import trash_note


def history(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """List what a note said before, or bring a version back."""
    pattern = parts.settings().label
    if given.restore is not None:
        with parts.writing() as library:
            note = find_note(library, given.note, pattern)
            restored = restore_version(library, note.id, given.restore, pattern, parts.now())
            answer_note(parts, given, terminal, library, restored)
        return
    with parts.reading() as library:
        versions = library.versions(find_note(library, given.note, pattern).id)
    terminal.answer(
        given,
        [version_shape(one, parts.now()) for one in versions],
        "\n".join(_version(one) for one in versions),
    )


def delete(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Put a note into the trash."""
    pattern = parts.settings().label
    with parts.writing() as library:
        note = find_note(library, given.note, pattern)
        summaries = list_notes(library, pattern, note.week)
        summary = next(one for one in summaries if one.id == note.id)
        trash_note(library, note.id, parts.now())
    terminal.answer(
        given,
        note_shape(summary),
        f"{summary.label} lies in the trash; `trash restore {note.id}` brings it back.",
    )


def trash(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """List what lies in the trash, bring something back, or forget it."""
    if given.act is None:
        with parts.reading() as library:
            lying = list_trash(library, parts.settings().label)
        terminal.answer(
            given,
            [trashed_shape(one, parts.now()) for one in lying],
            "\n".join(_trashed(one) for one in lying),
        )
    elif given.act == "restore":
        with parts.writing() as library:
            back = as_printed(library.bring_back(given.id, parts.now()), parts.settings().label)
        terminal.answer(
            given, trashed_shape(back, parts.now()), f"{back.kind.capitalize()} {back.id} is back."
        )
    else:
        _forget(parts, given, terminal)


def _forget(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    # Looked for first: whatever happens then, the writer hears where it still stands.
    back_ups = parts.back_ups()
    holding = back_ups.that_hold(given.id)
    with parts.writing() as library:
        lying = list_trash(library, parts.settings().label)
        gone = next((one for one in lying if one.id == given.id), None)
        library.forget(given.id, parts.now())
    wiped = "gone"
    try:
        with parts.file() as file:
            file.compact()
    except LibraryBusyError:
        wiped = "forgotten; it is wiped from the file as soon as nobody reads it"
    for one in holding:
        terminal.complain(f"The back-up {one.path} still holds it.")
    for path in back_ups.damaged():
        terminal.complain(f"The damaged file {path} may still hold it.")
    if gone is not None:
        terminal.answer(
            given,
            trashed_shape(gone, parts.now()),
            f"{gone.kind.capitalize()} {gone.id} is {wiped}.",
        )


def _version(one: VersionLine) -> str:
    at = one.written_at.astimezone()
    return f"{at:%Y-%m-%d %H:%M}  {one.occasion:9}  {one.words:5} words  {one.title}  ({one.id})"


def _trashed(one: Trashed) -> str:
    week = str(one.week) if one.week else "        "
    name = f"{one.label}  {one.text}".strip()
    return f"{one.kind:4}  {week}  goes on {one.until.astimezone():%Y-%m-%d}  {name}  ({one.id})"
