"""A mark typed over a selection goes around it."""

from __future__ import annotations

from weeknotes_desktop.domain.quotation import Quotes
from weeknotes_desktop.domain.typing_rules.code_marks import code
from weeknotes_desktop.domain.typing_rules.emphasis import wrapped_in
from weeknotes_desktop.domain.typing_rules.passage import Passage

_BRACKETS = {"(": ("(", ")"), "[": ("[", "]")}
_EMPHASIS = ("*", "_")
WRAPPING = frozenset((*_BRACKETS, *_EMPHASIS, "`", '"'))
"""What may be typed over a selection and leave it there."""


def wrapped(passage: Passage, mark: str, quotes: Quotes) -> Passage:
    """The selected words between what was typed and its other half; they stay selected."""
    if not passage.selected.strip():
        return passage.replaced(passage.start, passage.end, mark, 1, 1)
    if mark in _EMPHASIS:
        return wrapped_in(passage, mark)
    if mark == "`":
        return code(passage)
    opening, closing = quotes.double if mark == '"' else _BRACKETS[mark]
    words = passage.selected
    begin = len(opening)
    return passage.replaced(
        passage.start, passage.end, opening + words + closing, begin, begin + len(words)
    )
