"""A mark typed over a selection goes around it."""

from __future__ import annotations

from weeknotes_desktop.domain.quotation import Quotes
from weeknotes_desktop.domain.typing_rules.code_marks import code
from weeknotes_desktop.domain.typing_rules.emphasis import wrapped_in
from weeknotes_desktop.domain.typing_rules.passage import Passage

_BRACKETS = {"(": ("(", ")"), "[": ("[", "]")}
_EMPHASIS = ("*", "_")
_QUOTES = ('"', "'")
WRAPPING = frozenset((*_BRACKETS, *_EMPHASIS, "`", *_QUOTES))
"""What may be typed over a selection and leave it there."""


def wrapped(passage: Passage, mark: str, quotes: Quotes) -> Passage | None:
    """The selected words between what was typed and its other half; they stay selected.

    None where no words are selected, and the mark takes the place of what is.
    """
    words = passage.selected
    if not words.strip() or (mark in _QUOTES and not any(map(str.isalnum, words))):
        return None
    if mark in _EMPHASIS:
        return wrapped_in(passage, mark)
    if mark == "`":
        return code(passage)
    opening, closing = _halves(mark, quotes)
    begin = len(opening)
    return passage.replaced(
        passage.start, passage.end, opening + words + closing, begin, begin + len(words)
    )


def _halves(mark: str, quotes: Quotes) -> tuple[str, str]:
    if mark in _BRACKETS:
        return _BRACKETS[mark]
    return quotes.double if mark == '"' else quotes.single
