"""The one question of the trash: whether something shall really go for good."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from weeknotes_desktop.presenters.trash_state import Question
from weeknotes_desktop.ui.back_ups.words import back_up_rows
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.trash.words import damaged_words, held_words, question_of
from weeknotes_desktop.ui.widgets.section_list import SectionList

_HIGHEST = 150


class QuestionBox(QFrame):
    """Says what would go, and waits for an answer; stops nobody from doing something else."""

    forget_confirmed = Signal()
    keep_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("questionBox")
        self._what, self._held, self._damaged = QLabel(), QLabel(), QLabel()
        self._what.setObjectName("questionWhat")
        self._held.setObjectName("questionHeld")
        self._damaged.setObjectName("questionHeld")
        for label in (self._what, self._held, self._damaged):
            label.setMinimumWidth(1)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._list = SectionList(
            self.tr("Back-ups that still hold it"), theme, single=True, choosable=False
        )
        self._keep = QPushButton(self.tr("Keep it in the trash"))
        self._keep.clicked.connect(self.keep_chosen)
        self._forget = QPushButton(self.tr("Forget for good"))
        self._forget.setProperty("look", "danger")
        self._forget.clicked.connect(self.forget_confirmed)
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        self._row.addWidget(self._keep)
        self._row.addWidget(self._forget)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._what)
        self._column.addWidget(self._held)
        self._column.addWidget(self._list)
        self._column.addWidget(self._damaged)
        self._column.addLayout(self._row)
        self.hide()
        self._measure()
        theme.changed.connect(self._measure)

    def draw(self, question: Question | None, today: date) -> None:
        """Ask, or do not."""
        self.setVisible(question is not None)
        if question is not None:
            self._what.setText(question_of(question))
            self._held.setText(held_words(question))
            self._list.draw(back_up_rows(question.back_ups or (), None, today))
            self._list.setVisible(bool(question.back_ups))
            self._damaged.setText(damaged_words(question))
            self._damaged.setVisible(bool(question.damaged))
            self._fit_list()
            self.setAccessibleName(self._what.text())

    def focus_keep(self) -> None:
        """Put the keyboard on the answer that loses nothing."""
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_list(self) -> None:
        """As high as its rows, and no higher than leaves the trash in sight."""
        rows = self._list.model().rowCount()
        needed = sum(self._list.sizeHintForRow(row) for row in range(rows))
        self._list.setFixedHeight(min(needed, self._theme.dots(_HIGHEST)))

    def _measure(self) -> None:
        dots = self._theme.dots
        self._column.setContentsMargins(dots(16), dots(14), dots(16), dots(14))
        self._column.setSpacing(dots(8))
        self._row.setSpacing(dots(8))
        self._fit_list()
