"""All that the buttons above the text can do to it, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from weeknotes_desktop.ui.editor.emphasis import bold, italic
from weeknotes_desktop.ui.editor.insertions import footnote, goals, link, next_week, private
from weeknotes_desktop.ui.editor.line_marks import bullets, heading, numbers, quote
from weeknotes_desktop.ui.editor.passage import Passage

FORMATS: Mapping[str, Callable[[Passage], Passage]] = MappingProxyType(
    {
        "bold": bold,
        "italic": italic,
        "heading": heading,
        "bullets": bullets,
        "numbers": numbers,
        "quote": quote,
        "link": link,
        "footnote": footnote,
        "private": private,
        "goals": goals,
        "next-week": next_week,
    }
)
