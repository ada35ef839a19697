"""Commands about back-ups."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from weeknotes_desktop.cli.shapes import Shape
from weeknotes_desktop.cli.terminal import Terminal, WrongUsageError
from weeknotes_desktop.domain.backup import BackUp, Consequence
from weeknotes_desktop.domain.ports import BackUps
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.paths import named
from weeknotes_desktop.use_cases import back_up as making
from weeknotes_desktop.use_cases.restore_back_up import restore_back_up


def back_up(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Make a back-up, list them, or write everything as Markdown."""
    if given.act is not None and given.to is not None:
        raise WrongUsageError("--to is for making a back-up alone.")
    if given.act == "markdown":
        # Not on top: it brings the whole of publishing.
        from weeknotes_desktop.cli.markdown_command import back_up_markdown

        back_up_markdown(parts, given, terminal)
    elif given.act == "list":
        _list(parts.back_ups(), given, terminal)
    else:
        made = making.back_up(parts.back_ups(), None if given.to is None else named(given.to))
        if not made.whole:
            terminal.complain(
                "Part of the notes is damaged, and so is this back-up; `doctor` says more."
            )
        terminal.answer(given, _shape(made, whole=made.whole), f"Back-up made: {made.path}")


def restore(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Put a back-up in place of everything."""
    back_ups = parts.back_ups()
    file = _meant(back_ups, named(given.file))
    undo: BackUp | None = None
    if given.dry_run:
        consequences, damaged = back_ups.consequences(file), back_ups.damaged_rows(file)
    else:
        with parts.file() as library:
            restored = restore_back_up(library, back_ups, file)
        consequences, damaged, undo = restored.consequences, restored.damaged, restored.undo
    if damaged:
        terminal.complain(_damaged_words(file, damaged))
    shape: Shape = {
        "file": str(file),
        "dry_run": given.dry_run,
        "consequences": [_consequence_shape(one) for one in consequences],
        "undo": None if undo is None else str(undo.path),
        "damaged": damaged,
    }
    terminal.answer(given, shape, _words(file, consequences, undo))


def _meant(back_ups: BackUps, file: Path) -> Path:
    """The file that was named; a name alone may be that of a back-up in the list."""
    if file.exists() or len(file.parts) != 1:
        return file
    return next((one.path for one in back_ups.all() if one.path.name == file.name), file)


def _list(back_ups: BackUps, given: argparse.Namespace, terminal: Terminal) -> None:
    # Whether each is whole is looked at now: a back-up may have been damaged since.
    found = [(one, one.whole and back_ups.is_whole(one.path)) for one in back_ups.all()]
    lines = (
        f"{one.made_at.astimezone():%Y-%m-%d %H:%M:%S}  {one.reason:<16}  {_size(one.size):>8}"
        f"  {one.path}{'' if whole else '  (damaged)'}"
        for one, whole in found
    )
    terminal.answer(given, [_shape(one, whole=whole) for one, whole in found], "\n".join(lines))


def _shape(one: BackUp, *, whole: bool) -> Shape:
    return {
        "path": str(one.path),
        "made_at": one.made_at.isoformat(),
        "reason": one.reason.value,
        "size": one.size,
        "whole": whole,
    }


def _consequence_shape(one: Consequence) -> Shape:
    return {
        "fate": one.fate.value,
        "kind": one.kind,
        "id": one.id,
        "week": None if one.week is None else str(one.week),
        "text": one.text,
        "label": one.label or None,
    }


def _words(file: Path, consequences: Iterable[Consequence], undo: BackUp | None) -> str:
    lines = [
        f"{one.fate:<10}  {one.kind:<4}  {one.week or ''!s:<8}  {one.label} {one.text}".rstrip()
        for one in consequences
    ] or ["Nothing changes."]
    if undo is not None:
        lines += [f"Restored from {file.name}.", f"To take it back: weeknotes restore {undo.path}"]
    return "\n".join(lines)


def _damaged_words(file: Path, damaged: int) -> str:
    rows = "One row" if damaged == 1 else f"{damaged} rows"
    which = "is" if damaged == 1 else "are"
    return f"{rows} of {file.name} {which} damaged; what can be read of it is for you alone."


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size / 1_000:.0f} kB"
