"""Lies over a page that may not be seen any more, until the next one stands there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

# Most pages are there sooner, and nothing flickers.
_PATIENCE_MS = 150


class Cover(QLabel):
    """Hides what ``over`` shows, where the next page keeps one waiting."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setText(self.tr("Preparing preview…"))
        self.setObjectName("previewCover")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._over = over
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._come)
        over.installEventFilter(self)
        self.hide()

    def expect(self) -> None:
        """What is shown now has had its time; the next page is on its way."""
        if not self.isVisible():
            self._patience.start()

    def lift(self) -> None:
        """The next page stands there."""
        self._patience.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as what lies below."""
        if watched is self._over and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def _come(self) -> None:
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
