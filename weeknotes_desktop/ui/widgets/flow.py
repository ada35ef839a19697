"""Things in a row that go on in the next row when there is no room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_Row = list[tuple[QLayoutItem, int, QSize]]


class Flow(QLayout):
    """A row of widgets that wraps as words do; what only separates goes where a row ends.

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
        self._sizes: list[tuple[QLayoutItem, QSize]] | None = None
        self._heights: dict[int, int] = {}
        self._separators: set[QWidget] = set()
        self._gap = gap
        self._rows_apart = rows_apart
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Put ``item`` at the end."""
        self._items.append(item)
        self.invalidate()

    def add_separator(self, separator: QWidget) -> None:
        """Put ``separator`` at the end: shown only between two things of one row."""
        self._separators.add(separator)
        self.addWidget(separator)

    def count(self) -> int:
        """How many things there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """The thing at ``index``."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """The thing at ``index``, taken out."""
        taken = self._items.pop(index) if 0 <= index < len(self._items) else None
        self.invalidate()
        return taken

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def invalidate(self) -> None:
        """Something in it has another size now, or is hidden."""
        self._sizes = None
        self._heights.clear()
        super().invalidate()

    def hasHeightForWidth(self) -> bool:
        """Narrow rows make it taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How tall it is when it is that wide."""
        if width not in self._heights:
            around = self.contentsMargins()
            inside = QRect(0, 0, width - around.left() - around.right(), 0)
            height = self._place(inside, move=False)
            self._heights[width] = height + around.top() + around.bottom()
        return self._heights[width]

    def setGeometry(self, place: QRect) -> None:  # noqa: N802
        """Put everything into ``place``."""
        super().setGeometry(place)
        self._place(place.marginsRemoved(self.contentsMargins()), move=True)

    def sizeHint(self) -> QSize:
        """All in one row."""
        sizes = [size for _, size in self._shown()]
        gaps = self._gap * max(len(sizes) - 1, 0)
        tallest = max((size.height() for size in sizes), default=0)
        needed = QSize(sum(size.width() for size in sizes) + gaps, tallest)
        return needed.grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:  # noqa: N802
        """No narrower than the widest thing must be."""
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        widest = max((size.width() for size in sizes), default=0)
        needed = QSize(widest, max((size.height() for size in sizes), default=0))
        return needed.grownBy(self.contentsMargins())

    def _shown(self) -> list[tuple[QLayoutItem, QSize]]:
        """What is not hidden, with its size; asked of Qt once, for a layout asks often."""
        if self._sizes is None:
            self._sizes = [(item, item.sizeHint()) for item in self._items if not item.isEmpty()]
        return self._sizes

    def _place(self, place: QRect, *, move: bool) -> int:
        """Walk along the rows; returns the height they take."""
        y = place.y()
        rows = self._rows(place.x(), place.width())
        for nth, row in enumerate(rows):
            y += self._rows_apart if nth else 0
            y += self._settle(row, place, y, move=move)
        if move:
            shown = {id(item) for row in rows for item, _, _ in row}
            for item in self._items:
                if id(item) not in shown and not item.isEmpty():
                    # Not hidden, for that would lay out everything anew.
                    item.setGeometry(QRect())
        return y - place.y()

    def _rows(self, left: int, room: int) -> list[_Row]:
        """What stands in each row, and where it begins."""
        rows: list[_Row] = [[]]
        x = left
        between: _Row = []
        for item, size in self._shown():
            width = min(size.width(), room)
            if item.widget() in self._separators:
                between = [(item, 0, QSize(width, size.height()))] if rows[-1] else []
                continue
            apart = sum(size.width() + self._gap for _, _, size in between)
            if rows[-1] and x + apart + width > left + room:
                rows.append([])
                x, apart, between = left, 0, []
            rows[-1] += [(separator, x, size) for separator, _, size in between]
            rows[-1].append((item, x + apart, QSize(width, size.height())))
            x += apart + width + self._gap
            between = []
        return rows

    def _settle(self, row: _Row, place: QRect, y: int, *, move: bool) -> int:
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
