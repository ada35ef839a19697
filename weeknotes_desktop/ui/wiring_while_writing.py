"""The connections of what helps while one writes: what the writer did, and what we do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weeknotes_desktop.presenters.last_week import LastWeekPresenter
from weeknotes_desktop.presenters.outline import OutlinePresenter
from weeknotes_desktop.ui.crew import Presenters, Views
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.ui.preview.following import Following
from weeknotes_desktop.ui.reading.focus_mode import FocusMode

if TYPE_CHECKING:
    from weeknotes_desktop.ui.outline.window import OutlineWindow
    from weeknotes_desktop.ui.reading.last_week_window import LastWeekWindow


def wire_focus(views: Views, focus: FocusMode) -> None:
    """Introduce whoever leaves the writer alone with the text."""
    views.actions.chosen.connect(
        lambda name: focus.mode_chosen() if name in ("split", "preview") else None
    )


def wire_following(following: Following, views: Views) -> None:
    """Introduce whoever leads from the page to the text to whoever can show both."""
    following.text_wanted.connect(lambda: views.editor.mode_chosen.emit(Mode.SPLIT))


def wire_outline(
    window: OutlineWindow, views: Views, presenters: Presenters, outline: OutlinePresenter
) -> None:
    """Introduce the outline to its window, and to the text."""
    window.gone_to.connect(outline.go_to)
    window.moved.connect(outline.move)
    window.dropped.connect(outline.put_before)
    window.undo_wanted.connect(views.editor.writing.undo)
    window.redo_wanted.connect(views.editor.writing.redo)
    window.closed.connect(outline.closed)
    views.editor.typed_something.connect(outline.something_changed)
    views.editor.writing.cursorPositionChanged.connect(outline.something_changed)
    presenters.editor.opened.connect(lambda _: outline.read())
    presenters.editor.emptied.connect(lambda _: outline.read())


def wire_usual_length(presenters: Presenters) -> None:
    """Introduce the count of words to those who know what is usual."""
    presenters.archive.read_whole.connect(lambda _: presenters.status.count())


def wire_last_week(
    window: LastWeekWindow, presenters: Presenters, last_week: LastWeekPresenter
) -> None:
    """Introduce the note of the week before to its window, and to whoever opens another."""
    window.closed.connect(last_week.closed)
    presenters.editor.opened.connect(lambda _: last_week.refresh())
    presenters.editor.emptied.connect(lambda _: last_week.refresh())
