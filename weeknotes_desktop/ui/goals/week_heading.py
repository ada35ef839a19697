"""The heading over the goals of a week: its name, its days, how many are done."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from weeknotes_desktop.domain.goal import Count
from weeknotes_desktop.ui.theme import Theme

_NONE = Count(0, 0)


class WeekHeading(QWidget):
    """Name on the left, days and count on the right, and below them a thin bar.

    The bar says nothing that the count does not say in words.
    """

    def __init__(self, theme: Theme, *, with_bar: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._with_bar = with_bar
        self._name, self._days, self._count = "", "", _NONE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self.updateGeometry)

    def draw(self, name: str, days: str, count: Count = _NONE) -> None:
        """Show the week."""
        self._name, self._days, self._count = name, days, count
        self.setAccessibleName(f"{name}, {self._quiet()}")
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Days go below the name where they do not fit beside it."""
        return True

    def heightForWidth(self, width: int) -> int:
        """One line or two, and the bar."""
        large, small = self._fonts()
        second = 0 if self._beside(width) else QFontMetrics(small).height()
        return QFontMetrics(large).height() + second + self._below()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._theme.dots(200), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """As wide as the longer of its two lines."""
        large, small = self._fonts()
        name = QFontMetrics(large).horizontalAdvance(self._name)
        days = QFontMetrics(small).horizontalAdvance(self._quiet())
        return QSize(max(name, days), QFontMetrics(large).height() + self._below())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Name, days, bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, leading = self._theme, Qt.AlignmentFlag.AlignLeading
        large, small = self._fonts()
        line = self.rect().adjusted(0, 0, 0, -self._below())
        side, top = Qt.AlignmentFlag.AlignTrailing, Qt.AlignmentFlag.AlignVCenter
        if not self._beside(self.width()):
            side, top = leading, Qt.AlignmentFlag.AlignTop
        painter.setFont(large)
        painter.setPen(theme.colour("text"))
        painter.drawText(line, leading | top, self._name)
        painter.setFont(small)
        painter.setPen(theme.colour("grey"))
        if side is leading:
            line.setTop(line.top() + QFontMetrics(large).height())
        quiet = QFontMetrics(small).elidedText(
            self._quiet(), Qt.TextElideMode.ElideRight, line.width()
        )
        painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, quiet)
        if self._with_bar:
            self._paint_bar(painter)

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
        if not self._count.set:
            return self._days
        done = self.tr("{met} of {set} done").format(met=self._count.met, set=self._count.set)
        return f"{self._days} · {done}"

    def _fonts(self) -> tuple[QFont, QFont]:
        return (
            self._theme.font("large", QFont.Weight.DemiBold),
            self._theme.font("small"),
        )

    def _below(self) -> int:
        """The room that the bar takes."""
        return self._theme.dots(13) if self._with_bar else 0

    def _beside(self, width: int) -> bool:
        """Whether name and days fit on one line."""
        large, small = self._fonts()
        name = QFontMetrics(large).horizontalAdvance(self._name)
        days = QFontMetrics(small).horizontalAdvance(self._quiet())
        return name + days + self._theme.dots(8) <= width
