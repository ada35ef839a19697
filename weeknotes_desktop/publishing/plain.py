"""The text of a view as it is written, for when it cannot be rendered."""

from __future__ import annotations

import html

from weeknotes_desktop.domain.view import NoteView, without_marks


def escaped_text(view: NoteView) -> str:
    """The view's text as HTML that shows it letter by letter."""
    return f'<pre class="wn-plain">{html.escape(without_marks(view.body))}</pre>'
