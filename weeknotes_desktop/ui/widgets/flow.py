"""Things in a row that go on in the next row when there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget, QWidgetItem

_Row = list[tuple[QWidget, int, QSize]]


class Flow(QWidget):
    """A row of widgets that wraps as words do; what only separates goes where a row ends.

    It is a widget and no layout: a layout of ours would hold Qt's items, which go
    without a word when Qt likes.

    Args:
        gap: Between two widgets of a row.
        rows_apart: Between two rows.
        last_apart: Whether the last thing stands at the far end of its row.
    """

    def __init__(
        self,
        gap: int,
        rows_apart: int,
        parent: QWidget | None = None,
        *,
        last_apart: bool = False,
    ) -> None:
        super().__init__(parent)
        self._last_apart = last_apart
        self._things: list[QWidget] = []
        self._sizes: list[tuple[QWidget, QSize]] | None = None
        self._separators: set[QWidget] = set()
        self._gap = gap
        self._rows_apart = rows_apart
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, thing: QWidget, behind: QWidget | None = None) -> None:
        """Put ``thing`` at the end, or right behind another."""
        hidden = thing.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        hidden = hidden and thing.isHidden()
        thing.setParent(self)
        thing.setVisible(not hidden)
        place = len(self._things) if behind is None else self._things.index(behind) + 1
        self._things.insert(place, thing)
        self._measure_anew()

    def remove(self, thing: QWidget) -> None:
        """Take ``thing`` out."""
        self._things.remove(thing)
        self._separators.discard(thing)
        thing.hide()
        thing.setParent(None)
        self._measure_anew()

    def add_separator(self, separator: QWidget) -> None:
        """Put ``separator`` at the end: shown only between two things of one row."""
        self._separators.add(separator)
        self.add(separator)

    def event(self, event: QEvent) -> bool:
        """Something in it has another size now, or is hidden."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.ContentsRectChange):
            self._measure_anew()
        return super().event(event)

    def hasHeightForWidth(self) -> bool:
        """Narrow rows make it taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How tall it is when it is that wide."""
        around = self.contentsMargins()
        inside = QRect(0, 0, width - around.left() - around.right(), 0)
        return self._place(inside, move=False) + around.top() + around.bottom()

    def sizeHint(self) -> QSize:
        """All in one row."""
        sizes = [size for _, size in self._shown()]
        gaps = self._gap * max(len(sizes) - 1, 0)
        tallest = max((size.height() for size in sizes), default=0)
        needed = QSize(sum(size.width() for size in sizes) + gaps, tallest)
        return needed.grownBy(self.contentsMargins())

    def minimumSizeHint(self) -> QSize:
        """No narrower than the widest thing must be."""
        sizes = [QWidgetItem(thing).minimumSize() for thing in self._things if not thing.isHidden()]
        widest = max((size.width() for size in sizes), default=0)
        needed = QSize(widest, max((size.height() for size in sizes), default=0))
        return needed.grownBy(self.contentsMargins())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything into its place."""
        super().resizeEvent(event)
        self._place(self.contentsRect(), move=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Put into its place what came while nobody saw it."""
        super().showEvent(event)
        self._measure_anew()

    def _measure_anew(self) -> None:
        self._sizes = None
        self.updateGeometry()
        # Before that, everything that comes would be measured again for each that follows.
        if self.isVisible():
            self._place(self.contentsRect(), move=True)

    def _shown(self) -> list[tuple[QWidget, QSize]]:
        """What is not hidden, with its size; asked of Qt once, for a layout asks often."""
        if self._sizes is None:
            shown = [thing for thing in self._things if not thing.isHidden()]
            self._sizes = [(thing, QWidgetItem(thing).sizeHint()) for thing in shown]
        return self._sizes

    def _place(self, place: QRect, *, move: bool) -> int:
        """Walk along the rows; returns the height they take."""
        y = place.y()
        rows = self._rows(place.x(), place.width())
        for nth, row in enumerate(rows):
            y += self._rows_apart if nth else 0
            y += self._settle(row, place, y, move=move)
        if move:
            placed = {thing for row in rows for thing, _, _ in row}
            for thing, _ in self._shown():
                if thing not in placed:
                    # Out of sight but not hidden, for that would lay out everything anew.
                    thing.setGeometry(-thing.width() - 1, 0, 0, 0)
        return y - place.y()

    def _rows(self, left: int, room: int) -> list[_Row]:
        """What stands in each row, and where it begins."""
        rows: list[_Row] = [[]]
        x = left
        between: _Row = []
        for thing, size in self._shown():
            width = min(size.width(), room)
            if thing in self._separators:
                between = [(thing, 0, QSize(width, size.height()))] if rows[-1] else []
                continue
            apart = sum(size.width() + self._gap for _, _, size in between)
            if rows[-1] and x + apart + width > left + room:
                rows.append([])
                x, apart, between = left, 0, []
            rows[-1] += [(separator, x, size) for separator, _, size in between]
            rows[-1].append((thing, x + apart, QSize(width, size.height())))
            x += apart + width + self._gap
            between = []
        return rows

    def _settle(self, row: _Row, place: QRect, y: int, *, move: bool) -> int:
        """Put one row in place, each thing in the middle of its height."""
        tallest = max((size.height() for _, _, size in row), default=0)
        if move:
            for thing, begin, size in row:
                x = begin
                if self._last_apart and thing is self._things[-1]:
                    x = place.right() + 1 - size.width()
                corner = QPoint(x, y + (tallest - size.height()) // 2)
                thing.setGeometry(self._mirrored(QRect(corner, size), place))
        return tallest

    def _mirrored(self, thing: QRect, place: QRect) -> QRect:
        if self.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
            return thing
        return QRect(
            QPoint(place.left() + place.right() - thing.right(), thing.top()), thing.size()
        )
