"""Things in a row that go on in the next row when there is no room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """A row of widgets that wraps as words do.

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
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._rows_apart = rows_apart
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Put ``item`` at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many things there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """The thing at ``index``."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """The thing at ``index``, taken out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrow rows make it taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How tall it is when it is that wide."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, place: QRect) -> None:  # noqa: N802
        """Put everything into ``place``."""
        super().setGeometry(place)
        self._place(place, move=True)

    def sizeHint(self) -> QSize:
        """All in one row."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gaps = self._gap * max(len(sizes) - 1, 0)
        tallest = max((size.height() for size in sizes), default=0)
        return QSize(sum(size.width() for size in sizes) + gaps, tallest)

    def minimumSize(self) -> QSize:  # noqa: N802
        """No narrower than the widest thing must be."""
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        widest = max((size.width() for size in sizes), default=0)
        return QSize(widest, max((size.height() for size in sizes), default=0))

    def _place(self, place: QRect, *, move: bool) -> int:
        """Walk along the rows; returns the height they take."""
        x, y = place.x(), place.y()
        row: list[tuple[QLayoutItem, int, QSize]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            width = min(size.width(), place.width())
            if row and x + width > place.right() + 1:
                y += self._settle(row, place, y, move=move) + self._rows_apart
                x, row = place.x(), []
            row.append((item, x, QSize(width, size.height())))
            x += width + self._gap
        return y + self._settle(row, place, y, move=move) - place.y()

    def _settle(
        self, row: list[tuple[QLayoutItem, int, QSize]], place: QRect, y: int, *, move: bool
    ) -> int:
        """Put one row in place, each thing in the middle of its height."""
        tallest = max((size.height() for _, _, size in row), default=0)
        if move:
            for item, begin, size in row:
                x = begin
                if self._last_apart and item is self._items[-1]:
                    x = place.right() + 1 - size.width()
                corner = QPoint(x, y + (tallest - size.height()) // 2)
                item.setGeometry(self._mirrored(QRect(corner, size), place))
        return tallest

    def _mirrored(self, thing: QRect, place: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is None or parent.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
            return thing
        return QRect(
            QPoint(place.left() + place.right() - thing.right(), thing.top()), thing.size()
        )
