"""The text of a view as it is written, for when it cannot be rendered."""

from __future__ import annotations

import html

from weeknotes_desktop.domain.view import (
    PASSAGE_BEGINS,
    PASSAGE_ENDS,
    WORDS_BEGIN,
    WORDS_END,
    NoteView,
)

_MARKS = dict.fromkeys(map(ord, PASSAGE_BEGINS + PASSAGE_ENDS + WORDS_BEGIN + WORDS_END))


def escaped_text(view: NoteView) -> str:
    """The view's text as HTML that shows it letter by letter."""
    return f'<pre class="wn-plain">{html.escape(view.body.translate(_MARKS))}</pre>'
