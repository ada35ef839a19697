"""One loose end in the review: carry it over, let it go, or say what became of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from weeknotes_desktop.domain.loose_ends import LooseEnd, Why
from weeknotes_desktop.ui.loose_ends.letting_go import LettingGo
from weeknotes_desktop.ui.review.labels import words
from weeknotes_desktop.ui.theme import Theme


class EndCard(QFrame):
    """A goal of an earlier week without an answer, and its ways out."""

    carried = Signal(str)
    let_go_wanted = Signal(str)
    let_go = Signal(str, str)  # the reason
    reason_typed = Signal(str, str)
    kept = Signal()
    more_wanted = Signal()

    def __init__(self, end: LooseEnd, theme: Theme) -> None:
        super().__init__()
        self._end, self._theme = end, theme
        self.setObjectName("reviewCard")
        self._wording, self._why = words(name="reviewBold"), words(name="reviewQuiet")
        carry = QPushButton(self.tr("Carry over"))
        carry.clicked.connect(lambda: self.carried.emit(self._end.goal.id))
        going = QPushButton(self.tr("Let go…"))
        going.clicked.connect(lambda: self.let_go_wanted.emit(self._end.goal.id))
        report = QPushButton(self.tr("Report…"))
        report.clicked.connect(self.more_wanted)
        self._buttons = (carry, going, report)
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.dots(6))
        for button in self._buttons:
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._letting = LettingGo(theme)
        self._letting.kept.connect(self.kept)
        self._letting.typed.connect(lambda said: self.reason_typed.emit(self._end.goal.id, said))
        self._letting.let_go.connect(lambda reason: self.let_go.emit(self._end.goal.id, reason))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._wording)
        self._column.addWidget(self._why)
        self._column.addLayout(self._row)
        self._column.addWidget(self._letting)
        dots = theme.dots
        self._column.setContentsMargins(dots(12), dots(10), dots(12), dots(12))
        self._column.setSpacing(dots(6))

    def show_end(self, end: LooseEnd, *, asking: bool, reason: str, read_only: bool) -> None:
        """Show the loose end; asked for a reason where it shall go.

        Args:
            reason: What was typed of it before.
        """
        self._end = end
        week = self.tr("week {number}").format(number=end.goal.week.number)
        why = {
            Why.AWAITING: self.tr("no answer yet"),
            Why.PARTLY: self.tr("partly done"),
            Why.NOT_STARTED: self.tr("not started"),
        }
        self._wording.setText(words(end.goal.text).text())
        self._why.setText(f"{week} · {why[end.why]}")
        self.setAccessibleName(f"{end.goal.text}, {self._why.text()}")
        asked_before = self._letting.isVisibleTo(self)
        for button in self._buttons:
            button.setVisible(not asking)
            button.setEnabled(not read_only)
            button.setAccessibleDescription(end.goal.text)
        self._letting.setVisible(asking)
        if asking and not asked_before:
            self._letting.ask(reason)
