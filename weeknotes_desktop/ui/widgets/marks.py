"""Small drawings: what became of a goal, and the lock of a private one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.ui.tokens import Tokens


def paint_outcome(
    painter: QPainter,
    box: QRectF,
    outcome: Outcome | None,
    tokens: Tokens,
    ground: str,
    *,
    proposed: bool = False,
) -> None:
    """Paint the box of a goal; each outcome has a shape of its own, not only a colour.

    Args:
        ground: The colour inside an empty box.
        proposed: Whether nobody has confirmed it: then its edge is broken.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    thick = box.width() / 12
    frame = box.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    edge = (
        {
            Outcome.DONE: tokens.done,
            Outcome.PARTLY: tokens.attention,
            Outcome.NOT_STARTED: tokens.grey,
            Outcome.DROPPED: tokens.grey,
        }.get(outcome, tokens.border)
        if outcome
        else tokens.border
    )
    pen = QPen(QColor(edge), thick)
    if proposed:
        pen.setDashPattern([2.0, 1.6])
    painter.setPen(pen)
    painter.setBrush(QColor(tokens.done if outcome is Outcome.DONE else ground))
    radius = box.width() / 4.5
    painter.drawRoundedRect(frame, radius, radius)
    if outcome is Outcome.DONE:
        _tick(painter, box, tokens.on_accent)
    elif outcome is Outcome.PARTLY:
        _half(painter, frame, radius, tokens.attention)
    elif outcome is Outcome.NOT_STARTED:
        _stroke(painter, box, tokens.grey, ((0.28, 0.5), (0.72, 0.5)))
    elif outcome is Outcome.DROPPED:
        _stroke(painter, box, tokens.grey, ((0.3, 0.3), (0.7, 0.7)))
        _stroke(painter, box, tokens.grey, ((0.7, 0.3), (0.3, 0.7)))
    painter.restore()


def paint_lock(painter: QPainter, box: QRectF, colour: str) -> None:
    """Paint a small closed lock."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    thick = box.width() / 9
    painter.setPen(QPen(QColor(colour), thick))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    width, height = box.width(), box.height()
    body = QRectF(box.x() + width * 0.18, box.y() + height * 0.46, width * 0.64, height * 0.46)
    painter.drawRoundedRect(body, thick, thick)
    shackle = QPainterPath(QPointF(box.x() + width * 0.32, body.top()))
    shackle.lineTo(box.x() + width * 0.32, box.y() + height * 0.3)
    shackle.arcTo(
        QRectF(box.x() + width * 0.32, box.y() + height * 0.1, width * 0.36, height * 0.4),
        180,
        -180,
    )
    shackle.lineTo(box.x() + width * 0.68, body.top())
    painter.drawPath(shackle)
    painter.restore()


def _tick(painter: QPainter, box: QRectF, colour: str) -> None:
    _stroke(painter, box, colour, ((0.27, 0.52), (0.44, 0.69), (0.75, 0.33)))


def _half(painter: QPainter, frame: QRectF, radius: float, colour: str) -> None:
    """Fill the upper left half, cut along the diagonal."""
    outline, corner = QPainterPath(), QPainterPath()
    outline.addRoundedRect(frame, radius, radius)
    corner.moveTo(frame.topLeft())
    corner.lineTo(frame.topRight())
    corner.lineTo(frame.bottomLeft())
    corner.closeSubpath()
    painter.fillPath(outline.intersected(corner), QColor(colour))


def _stroke(
    painter: QPainter, box: QRectF, colour: str, points: tuple[tuple[float, float], ...]
) -> None:
    """A line through ``points``, each given as parts of the box."""
    pen = QPen(QColor(colour), box.width() / 8.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath()
    for place, (across, down) in enumerate(points):
        point = QPointF(box.x() + box.width() * across, box.y() + box.height() * down)
        if place:
            path.lineTo(point)
        else:
            path.moveTo(point)
    painter.drawPath(path)
