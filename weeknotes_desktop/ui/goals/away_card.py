"""The card over the goals of a week in which the writer is not there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from weeknotes_desktop.ui.goals.goal_words import not_saved_yet
from weeknotes_desktop.ui.widgets.in_place_edit import InPlaceEdit
from weeknotes_desktop.ui.words import breakable


class AwayCard(QFrame):
    """Says that the writer is away and why, or asks for the reason; else it is not there."""

    entered = Signal(str)  # the reason, which may be empty
    back_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("awayCard")
        self._away: str | None = None
        self._field: InPlaceEdit | None = None
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._quiet = QLabel()
        self._quiet.setObjectName("awayQuiet")
        self._quiet.setWordWrap(True)
        self._back = QPushButton(self.tr("I am back"))
        self._back.clicked.connect(self.back_chosen)
        # The keyboard stays in the field, where Enter and Escape do the same.
        self._mark = self._button(self.tr("I am away"), self._finish)
        self._cancel = self._button(self.tr("Cancel"), self._close)
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._show_parts()

    def draw(self, away: str | None, *, unsaved: bool = False) -> None:
        """Show why the writer is away, None where they are not; what is being typed stays.

        Args:
            unsaved: Whether to say that it is not on the disk yet.
        """
        self._away = away
        self._words.setText(breakable(self._said()))
        held = self.tr("Its goals are held.")
        self._quiet.setText(f"{not_saved_yet()} · {held}" if unsaved else held)
        self._show_parts()

    def ask(self, question: str, *, ahead: bool = False) -> None:
        """Ask for the reason, where it will stand.

        Args:
            ahead: Whether it is that of another week than the one that is shown.
        """
        if self._field is not None:
            self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        field = InPlaceEdit("" if ahead else self._away or "", question, self)
        field.setPlaceholderText(self.tr("Leave, a conference… or nothing"))
        field.finished.connect(self._keep)
        field.given_up.connect(self._close)
        field.grew.connect(lambda: field.setFixedHeight(field.needed_height()))
        field.setFixedHeight(field.needed_height())
        self._field = field
        self._column.insertWidget(1, field)
        self._words.setText(question)
        self._show_parts()
        QWidget.setTabOrder(self._back, field)
        field.show()
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tab_stops(self) -> list[QWidget]:
        """Where the keyboard stops, in the order in which one reads."""
        return [self._back] if self._field is None else [self._back, self._field]

    def finish_editing(self) -> None:
        """Keep a reason that is being typed; one that is empty is no answer."""
        if self._field is not None and self._field.line():
            self._field.finish()
        else:
            self._close()

    def _lay_out(self) -> None:
        told = QVBoxLayout()
        told.setSpacing(1)
        told.addWidget(self._words)
        told.addWidget(self._quiet)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addLayout(told, 1)
        line.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.addWidget(self._mark)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(line)
        self._column.addLayout(buttons)

    def _button(self, words: str, deed: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(deed)
        return button

    def _said(self) -> str:
        return self.tr("Away: {why}").format(why=self._away) if self._away else self.tr("Away")

    def _show_parts(self) -> None:
        asks = self._field is not None
        self.setVisible(asks or self._away is not None)
        self.setAccessibleName(self._words.text())
        self._quiet_and_buttons(asks=asks)

    def _quiet_and_buttons(self, *, asks: bool) -> None:
        self._quiet.setVisible(not asks)
        self._back.setVisible(not asks)
        self._mark.setVisible(asks)
        self._cancel.setVisible(asks)
        # A layout keeps room around what is hidden.
        self._column.setSpacing(6 if asks else 0)

    def _finish(self) -> None:
        if self._field is not None:
            self._field.finish()

    def _keep(self, text: str) -> None:
        # Who goes elsewhere without a word has not answered; Enter is an answer.
        answered = bool(text) or (self._field is not None and self._field.hasFocus())
        self._close()
        if answered:
            self.entered.emit(text)

    def _close(self) -> None:
        field, self._field = self._field, None
        if field is None:
            return
        # Whatever it says from here on is nobody's answer.
        field.blockSignals(True)
        self._words.setText(breakable(self._said()))
        self._quiet_and_buttons(asks=False)
        if field.hasFocus():
            if self._away is not None:
                self._back.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.focusNextPrevChild(True)
        self._column.removeWidget(field)
        field.hide()
        field.deleteLater()
        self._show_parts()
