"""A button that cuts its words where there is no room for all of them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget


class ElidedButton(QPushButton):
    """Wants room for all its words, and takes what it gets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setMinimumWidth(1)

    @property
    def words(self) -> str:
        """All of them."""
        return self._words

    def show_words(self, words: str) -> None:
        """Show ``words``, as far as there is room."""
        self._words = words
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as all the words."""
        around = super().sizeHint() - self._text_size(self.text())
        return around + self._text_size(_plain(self._words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is room for more of them, or for fewer."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        metrics = self.fontMetrics()
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, inside.width())
        if _plain(words) != self.text():
            self.setText(_plain(words))

    def _text_size(self, text: str) -> QSize:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text)


def _plain(words: str) -> str:
    return words.replace("&", "&&")
