"""A dot in the colour of a name."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap

from weeknotes_desktop.domain.names import NameColour
from weeknotes_desktop.ui.name_colours import shade
from weeknotes_desktop.ui.theme import Theme


def dot(colour: NameColour | None, theme: Theme) -> QIcon:
    """Filled with the colour; a ring where there is none."""
    size = theme.dots(16)
    picture = QPixmap(size * 2, size * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if colour is None:
        painter.setPen(QPen(theme.colour("border"), 1))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade(colour, theme))
    painter.drawEllipse(QPointF(size / 2, size / 2), size * 0.3, size * 0.3)
    painter.end()
    icon = QIcon(picture)
    # A chosen row would tint it otherwise.
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon
