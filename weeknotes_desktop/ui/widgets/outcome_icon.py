"""The mark of an outcome as an icon, for menus and buttons."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.marks import paint_outcome

_SIZE = 15
_SHARP = 2


def outcome_icon(outcome: Outcome | None, theme: Theme) -> QIcon:
    """The mark as it stands before a goal, in today's colours and size."""
    return QIcon(outcome_picture(outcome, theme))


def outcome_picture(outcome: Outcome | None, theme: Theme) -> QPixmap:
    """The same as a picture."""
    size = theme.dots(_SIZE)
    picture = QPixmap(size * _SHARP, size * _SHARP)
    picture.setDevicePixelRatio(_SHARP)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_outcome(painter, QRectF(0, 0, size, size), outcome, theme.tokens, theme.tokens.page)
    painter.end()
    return picture
