"""The command that looks for something in everything that is written down."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing
from textwrap import wrap
from typing import Any

from weeknotes_desktop.cli.styling import Styling
from weeknotes_desktop.cli.terminal import Terminal, WrongUsageError
from weeknotes_desktop.domain.errors import DamagedSearchError, LibraryError
from weeknotes_desktop.domain.label import short_label
from weeknotes_desktop.domain.searching.excerpts import Marked
from weeknotes_desktop.domain.searching.found import Line, Search
from weeknotes_desktop.domain.searching.query import MOST_WORDS, Order
from weeknotes_desktop.domain.trash import Kind
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.use_cases.keep_up_search import make_whole
from weeknotes_desktop.use_cases.search import Result
from weeknotes_desktop.use_cases.search import search as look_for

_INDENT = " " * 10
_NO_WEEK = "–"


def search(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Look for something, and show where it stands."""
    if given.limit < 1:
        raise WrongUsageError("At least one thing has to be shown: --limit 1.")
    # Not on top: other commands do without it.
    from weeknotes_desktop.storage.search.reading import FileSearch

    # An older library is brought to this version by whoever reads it.
    with parts.reading():
        pass
    with closing(FileSearch(parts.library_path)) as searching:
        result = _result(searching, parts, given, terminal)
    if result.query.left_out:
        terminal.complain(f"Only the first {MOST_WORDS} words were looked for.")
    styling = Styling.of(terminal)
    shown = "\n\n".join(_told(line, styling) for line in result.lines)
    if result.found.more:
        shown += f"\n\n{styling.dim(f'There is more; this is the first {len(result.lines)}.')}"
    terminal.answer(given, [_shape(line) for line in result.lines], shown or "Nothing was found.")


def _result(
    searching: Search, parts: Parts, given: argparse.Namespace, terminal: Terminal
) -> Result:
    def look() -> Result:
        order = Order.NEWEST if given.newest else Order.BEST
        pattern = parts.settings().label
        return look_for(searching, given.query, pattern, order=order, limit=given.limit)

    try:
        result = look()
    except DamagedSearchError:
        if not _made_whole(parts, terminal, anew=True):
            raise
        return look()
    if not result.found.missing:
        return result
    if _made_whole(parts, terminal):
        return look()
    # A window is at it, or nobody can write here.
    terminal.complain("Not everything is found yet: the search is still being made.")
    return result


def _made_whole(parts: Parts, terminal: Terminal, *, anew: bool = False) -> bool:
    try:
        with parts.file() as file:
            make_whole(file, terminal.progress, anew=anew)
    except LibraryError:
        return False
    finally:
        terminal.end_progress()
    return True


def _shape(line: Line) -> dict[str, Any]:
    return {
        "note": line.note,
        "week": None if line.week is None else str(line.week),
        "label": line.label,
        "title": None if line.title is None else line.title.text,
        "kind": line.hit.kind.value,
        "snippet": line.excerpt.written("**", "**"),
        "score": round(line.hit.score, 6),
    }


def _told(line: Line, styling: Styling) -> str:
    week = f"{line.week or _NO_WEEK!s:{len(_INDENT)}}"
    kind = "" if line.hit.kind is Kind.NOTE else styling.kind(line.hit.kind.value)
    label = short_label(line.label) if line.label else ""
    title = "" if line.title is None else styling.title(line.title)
    name = "  ".join(filter(None, (kind, styling.dim(label) if label else "", title)))
    return "\n".join([f"{styling.dim(week)}{name}".rstrip(), *_folded(line.excerpt, styling)])


def _folded(excerpt: Marked, styling: Styling) -> Iterator[str]:
    """The excerpt in lines as wide as the terminal, each with its own marks."""
    at = 0
    for part in wrap(excerpt.text, styling.width - len(_INDENT), break_on_hyphens=False):
        # Spaces at which a line was broken stand in none.
        at = excerpt.text.index(part, at)
        end = at + len(part)
        marks = tuple(
            (max(start, at) - at, min(stop, end) - at)
            for start, stop in excerpt.marks
            if start < end and at < stop
        )
        yield f"{_INDENT}{styling.found(Marked(part, marks))}"
        at = end
