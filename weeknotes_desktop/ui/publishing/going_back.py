"""Goes from the dialog *Publish* to the place in the window that a point is about."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPlainTextEdit

from weeknotes_desktop.domain.before_publishing import Point, Way
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.ui.crew import Views
from weeknotes_desktop.ui.editor.checked_text import CheckedText
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.ui.editor.offsets import Offsets
from weeknotes_desktop.ui.editor.selecting import select
from weeknotes_desktop.ui.editor.text_edit import TextEdit

_OPENS = "!["


class GoingBack:
    """Takes the keyboard there.

    Args:
        text: Knows what can be done about a slip.
    """

    def __init__(self, views: Views, text: CheckedText) -> None:
        self._views, self._text = views, text

    def to_point(self, point: Point) -> None:
        """To the first place of the note that it is about."""
        slip = point.slips[0]
        if slip.in_title:
            self._to_title(slip)
            return
        edit = self._shown_text()
        begin, end = self._stretch(slip, point.way)
        _select(edit, begin, end)
        if point.way is Way.FIX:
            # When the dialog is gone: a menu belongs to the window that is in front.
            QTimer.singleShot(0, edit, lambda: self._text.menu.open(edit.cursorRect().center()))

    def to_words(self, words: str) -> None:
        """To these words of the open note; to its beginning where they stand in no one piece."""
        edit = self._shown_text()
        text = edit.text()
        begin = text.find(words)
        end = begin + len(words) if begin >= 0 else 0
        offsets = Offsets(text)
        _select(edit, offsets.unit(max(begin, 0)), offsets.unit(end))

    def to_goal(self, goal_id: str) -> None:
        """To this goal, also where the goals are folded away."""
        self._views.window.open_goals()
        self._views.goals.go_to_goal(goal_id)

    def _shown_text(self) -> TextEdit:
        editor = self._views.editor
        if not editor.writing.isVisible():
            editor.show_mode(Mode.SPLIT)
        return editor.writing

    def _to_title(self, slip: Slip) -> None:
        title = self._views.editor.title
        offsets = Offsets(title.text())
        begin, end = offsets.unit(slip.start), offsets.unit(slip.end)
        title.setFocus(Qt.FocusReason.OtherFocusReason)
        title.setSelection(begin, end - begin)

    def _stretch(self, slip: Slip, way: Way | None) -> tuple[int, int]:
        """What is selected, in UTF-16 units; of a picture the room for its description."""
        text = self._views.editor.writing.text()
        offsets = Offsets(text)
        begin, end = slip.start, min(slip.end, len(text))
        if way is Way.ADD:
            found = text.find(_OPENS, max(begin - len(_OPENS), 0), end + 1)
            if found >= 0:
                begin = end = found + len(_OPENS)
        return offsets.unit(begin), offsets.unit(end)


def _select(edit: QPlainTextEdit, begin: int, end: int) -> None:
    edit.setFocus(Qt.FocusReason.OtherFocusReason)
    select(edit, begin, end)
    edit.centerCursor()
