"""The card with the focus: one line on what the week is about."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from weeknotes_desktop.ui.goals.goal_words import not_saved_yet
from weeknotes_desktop.ui.widgets.in_place_edit import InPlaceEdit
from weeknotes_desktop.ui.words import breakable


class FocusCard(QFrame):
    """Shows the focus; a click or Enter edits it where it stands."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("focusCard")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._text = ""
        self._field: InPlaceEdit | None = None
        self._heading = QLabel()
        self._heading.setObjectName("focusHeading")
        self._words = QLabel()
        self._words.setObjectName("focusWords")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._words)
        self.draw("")

    def draw(self, text: str, *, unsaved: bool = False) -> None:
        """Show the focus; what is being typed stays.

        Args:
            unsaved: Whether to say that it is not on the disk yet.
        """
        self._text = text
        heading = self.tr("Focus")
        self._heading.setText(f"{heading} · {not_saved_yet()}" if unsaved else heading)
        self._words.setText(breakable(text) or self.tr("What is this week about?"))
        if self._words.property("empty") != (not text):
            self._words.setProperty("empty", not text)
            self._words.style().polish(self._words)
        name = self.tr("Focus: {text}").format(text=text or self.tr("none yet"))
        self.setAccessibleName(f"{name}, {not_saved_yet()}" if unsaved else name)

    def edit(self) -> None:
        """Edit the focus where it stands."""
        if self._field is not None:
            return
        field = InPlaceEdit(self._text, self.tr("What is this week about?"), self)
        field.setPlaceholderText(self.tr("What is this week about?"))
        field.finished.connect(self._keep)
        field.given_up.connect(self._close)
        field.grew.connect(lambda: field.setFixedHeight(field.needed_height()))
        field.setFixedHeight(field.needed_height())
        # One adds to it more often than one writes it anew.
        field.moveCursor(QTextCursor.MoveOperation.End)
        self._field = field
        self._words.hide()
        self._column.addWidget(field)
        # Tab goes on from the card, not from wherever fields are made.
        QWidget.setTabOrder(self, field)
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def tab_stops(self) -> list[QWidget]:
        """Where the keyboard stops, in the order in which one reads."""
        return [self] if self._field is None else [self, self._field]

    def finish_editing(self) -> None:
        """Keep what is being typed, if anything is."""
        if self._field is not None:
            self._field.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, F2 and space edit."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space):
            self.edit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click edits."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.edit()

    def _keep(self, text: str) -> None:
        self._close()
        if text != self._text:
            self.entered.emit(text)

    def _close(self) -> None:
        field, self._field = self._field, None
        if field is None:
            return
        had_keyboard = field.hasFocus()
        self._column.removeWidget(field)
        field.hide()
        field.deleteLater()
        self._words.show()
        if had_keyboard:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
