"""The heading over the goals of a week: its name, its days, how many are done."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from weeknotes_desktop.domain.goal import Count
from weeknotes_desktop.ui.theme import Theme

_NONE = Count(0, 0)


class WeekHeading(QWidget):
    """Name on the left, days and count on the right, and below them a thin bar.

    Where they do not fit, days and count go below the name, each on a line of its own if need be.

    The bar says nothing that the count does not say in words.
    """

    def __init__(self, theme: Theme, *, with_bar: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._with_bar = with_bar
        self._name, self._days, self._count = "", "", _NONE
        self._measure()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._measure)

    def draw(self, name: str, days: str, count: Count = _NONE) -> None:
        """Show the week."""
        self._name, self._days, self._count = name, days, count
        self.setAccessibleName(f"{name}, {self._quiet()}")
        self._measure()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Days and count go below the name where they do not fit beside it."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words need, and the bar."""
        below = 0 if self._beside(width) else len(self._quiet_lines(width)) * self._small_height
        return self._large_height + below + self._below()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._theme.dots(200), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest of its lines."""
        return QSize(max(self._name_width, self._longest), self._large_height + self._below())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Name, days, bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, leading = self._theme, Qt.AlignmentFlag.AlignLeading
        line = self.rect().adjusted(0, 0, 0, -self._below())
        side, top = Qt.AlignmentFlag.AlignTrailing, Qt.AlignmentFlag.AlignVCenter
        if not self._beside(self.width()):
            side, top = leading, Qt.AlignmentFlag.AlignTop
        painter.setFont(self._large)
        painter.setPen(theme.colour("text"))
        painter.drawText(line, leading | top, self._name)
        painter.setFont(self._small)
        painter.setPen(theme.colour("grey"))
        if side is leading:
            self._paint_below(painter, line.adjusted(0, self._large_height, 0, 0))
        else:
            painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, self._quiet())
        if self._with_bar:
            self._paint_bar(painter)

    def _paint_below(self, painter: QPainter, room: QRect) -> None:
        room.setHeight(self._small_height)
        for words in self._quiet_lines(room.width()):
            short = QFontMetrics(self._small).elidedText(
                words, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(
                room, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, short
            )
            room.translate(0, self._small_height)

    def _paint_bar(self, painter: QPainter) -> None:
        theme = self._theme
        thick = theme.dots(5)
        bar = QRectF(0, self.height() - thick, self.width(), thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(bar, thick / 2, thick / 2)
        if self._count.met and self._count.set:
            bar.setWidth(bar.width() * self._count.met / self._count.set)
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                bar.moveRight(self.width())
            painter.setBrush(theme.colour("done"))
            painter.drawRoundedRect(bar, thick / 2, thick / 2)

    def _quiet(self) -> str:
        """Days, and the count where goals are set."""
        return " · ".join(self._quiet_parts())

    def _quiet_parts(self) -> tuple[str, ...]:
        if not self._count.set:
            return (self._days,)
        done = self.tr("{met} of {set} done").format(met=self._count.met, set=self._count.set)
        return (self._days, done)

    def _quiet_lines(self, width: int) -> tuple[str, ...]:
        """The same as it stands below the name: on one line, or each part on its own."""
        return (self._quiet(),) if self._quiet_width <= width else self._quiet_parts()

    def _measure(self) -> None:
        """Measure the words once: a layout asks a hundred times."""
        self._large = self._theme.font("large", QFont.Weight.DemiBold)
        self._small = self._theme.font("small")
        large, small = QFontMetrics(self._large), QFontMetrics(self._small)
        self._large_height, self._small_height = large.height(), small.height()
        self._name_width = large.horizontalAdvance(self._name)
        self._quiet_width = small.horizontalAdvance(self._quiet())
        self._longest = max(small.horizontalAdvance(part) for part in self._quiet_parts())
        self.updateGeometry()

    def _below(self) -> int:
        """The room that the bar takes."""
        return self._theme.dots(13) if self._with_bar else 0

    def _beside(self, width: int) -> bool:
        """Whether name and days fit on one line."""
        return self._name_width + self._quiet_width + self._theme.dots(8) <= width
