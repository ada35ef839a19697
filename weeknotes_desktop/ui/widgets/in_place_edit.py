"""One line of text that wraps, edited where it stands."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from weeknotes_desktop.domain.text import LONGEST_LINE

# Focus that comes back by itself: a menu was opened, another window looked at.
_PASSING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)

_MOST_LINES = 6


class InPlaceEdit(QPlainTextEdit):
    """Enter, Tab and a click elsewhere keep what was typed; Escape drops it.

    Args:
        text: What stands there now.
        name: What is edited, for screen readers.
    """

    finished = Signal(str)  # what stands there now; also when nothing was changed
    given_up = Signal()
    grew = Signal()

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ended = False
        self.setProperty("look", "inplace")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(3)
        self.setPlainText(_one_line(text))
        self.selectAll()
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._grow())

    def line(self) -> str:
        """What stands there, on one line."""
        return _one_line(self.toPlainText())

    def finish(self) -> None:
        """Keep what was typed."""
        if not self._ended:
            self._ended = True
            self.finished.emit(self.line())

    def needed_height(self) -> int:
        """As tall as the wrapped text, at most six lines."""
        margins = round(self.document().documentMargin() * 2)
        spacing = self.fontMetrics().lineSpacing()
        if self.document().isEmpty():
            room = self.viewport().rect().adjusted(0, 0, -2 * margins, 0)
            wrap = int(Qt.TextFlag.TextWordWrap)
            offered = self.fontMetrics().boundingRect(room, wrap, self.placeholderText())
            lines = max(1, round(offered.height() / spacing))
        else:
            lines = min(_MOST_LINES, max(1, round(self.document().size().height())))
        return lines * spacing + margins + 2

    def sizeHint(self) -> QSize:
        """As wide as there is room, as tall as the text."""
        return QSize(super().sizeHint().width(), self.needed_height())

    def minimumSizeHint(self) -> QSize:
        """May be narrow, but never cuts a line."""
        return QSize(40, self.needed_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Escape drops."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        elif event.key() == Qt.Key.Key_Escape:
            if not self._ended:
                self._ended = True
                self.given_up.emit()
        elif not event.text().isprintable() or not event.text() or self._room() > 0:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere in the window keeps what was typed."""
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.finish()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may wrap to another height."""
        super().resizeEvent(event)
        self._grow()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Words only, and no files."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Several lines come in as one, and no more than is kept of a line."""
        self.insertPlainText(_one_line(source.text())[: max(0, self._room())])

    def _room(self) -> int:
        """How many more characters are kept, in place of what is selected."""
        selected = self.textCursor().selectedText()
        return LONGEST_LINE - len(self.toPlainText()) + len(selected)

    def _grow(self) -> None:
        if self.height() != self.needed_height():
            self.updateGeometry()
            self.grew.emit()


def _one_line(text: str) -> str:
    return " ".join(text.split())
