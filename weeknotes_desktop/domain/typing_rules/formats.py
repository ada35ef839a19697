"""All that buttons, menus and keys can do to a text, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from weeknotes_desktop.domain.typing_rules import moves, table_edits
from weeknotes_desktop.domain.typing_rules.code_marks import code
from weeknotes_desktop.domain.typing_rules.emphasis import bold, italic
from weeknotes_desktop.domain.typing_rules.figures import figure
from weeknotes_desktop.domain.typing_rules.footnote_marks import footnote
from weeknotes_desktop.domain.typing_rules.line_marks import (
    bullets,
    heading,
    heading_down,
    heading_up,
    numbers,
    quote,
    tasks,
    ticked,
)
from weeknotes_desktop.domain.typing_rules.links import link
from weeknotes_desktop.domain.typing_rules.own_lines import goals, next_week
from weeknotes_desktop.domain.typing_rules.passage import Passage
from weeknotes_desktop.domain.typing_rules.private_marks import private

Rule = Callable[[Passage], Passage]

FORMATS: Mapping[str, Rule] = MappingProxyType(
    {
        "bold": bold,
        "italic": italic,
        "code": code,
        "heading": heading,
        "heading-up": heading_up,
        "heading-down": heading_down,
        "bullets": bullets,
        "numbers": numbers,
        "tasks": tasks,
        "tick": ticked,
        "quote": quote,
        "link": link,
        "footnote": footnote,
        "figure": figure,
        "table": table_edits.table,
        "add-row": table_edits.add_row,
        "remove-row": table_edits.remove_row,
        "add-column": table_edits.add_column,
        "remove-column": table_edits.remove_column,
        "align-column": table_edits.align_column,
        "move-up": moves.up,
        "move-down": moves.down,
        "private": private,
        "goals": goals,
        "next-week": next_week,
    }
)

_WHOLE = frozenset(("footnote", "private"))
_NEAR = 2_000


def reach_of(name: str) -> int | None:
    """How many lines above and below a format gets to see; None for the whole text."""
    return None if name in _WHOLE else _NEAR
