"""The right half of the back-ups window: one back-up, and what restoring it would change."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from weeknotes_desktop.presenters.back_ups import BackUpsState, Doing
from weeknotes_desktop.ui import words
from weeknotes_desktop.ui.back_ups.words import change_rows, damaged_words, reason_words, size_words
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.section_list import SectionList


class ChosenPane(QFrame):
    """Draws the chosen back-up of a ``BackUpsState``; offers to restore it."""

    restore_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chosenBackUp")
        self._name = _label("backUpName")
        self._about = _label("backUpAbout")
        self._damaged = _label("backUpDamaged")
        self._lead = _label("backUpLead")
        self._words = _label("backUpWords")
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._changes = SectionList(self.tr("What would change"), theme, choosable=False)
        self._promise = _label("backUpPromise")
        self.restore = QPushButton(self.tr("Restore"))
        self.restore.setProperty("look", "primary")
        self.restore.clicked.connect(lambda: self.restore_chosen.emit())
        self._lay_out(theme)

    def draw(self, state: BackUpsState) -> None:
        """Draw what is chosen."""
        self._draw_name(state)
        self._damaged.setVisible(state.damaged > 0)
        self._damaged.setText(damaged_words(state.damaged) if state.damaged else "")
        message, wrong = self._message(state)
        self._words.setText(message)
        if self._words.property("attention") != wrong:
            self._words.setProperty("attention", wrong)
            self._words.style().polish(self._words)
        changes = state.changes or ()
        self._changes.draw(change_rows(changes))
        self._lead.setVisible(bool(changes) and not message)
        self._lead.setText(self.tr("What restoring it would change"))
        self._either.setCurrentIndex(0 if message else 1)
        ready = bool(changes) and state.doing is Doing.NOTHING and state.may_write
        self.restore.setEnabled(ready)
        self._promise.setText(
            self.tr("What is there now is backed up first, and you can undo it.")
            if state.may_write
            else self.tr("Your notes can only be read here, so nothing can be restored.")
        )
        self._foot.setVisible(state.chosen is not None)

    def _draw_name(self, state: BackUpsState) -> None:
        one = next((one for one in state.back_ups or () if one.path == state.chosen), None)
        if one is not None:
            day = words.spoken_day(one.made_at.date(), state.today)
            time = words.clock_time(one.made_at)
            self._name.setText(self.tr("{day}, {time}").format(day=day, time=time))
            parts = [reason_words(one.reason), size_words(one.size)]
            if not one.whole:
                parts.append(self.tr("a part of it was damaged already"))
            self._about.setText(" · ".join(parts))
        elif state.chosen is not None:
            self._name.setText(state.chosen.name)
            self._about.setText(str(state.chosen.parent))
        else:
            self._name.setText("")
            self._about.setText("")

    def _message(self, state: BackUpsState) -> tuple[str, bool]:
        """What stands in place of the list, and whether it wants attention."""
        if state.doing is Doing.RESTORING:
            return self.tr("Restoring…"), False
        if state.problem:
            return state.problem, True
        if state.chosen is None:
            if state.back_ups:
                return self.tr("Choose a back-up to see what restoring it would change."), False
            return "", False
        if state.changes is None:
            return self.tr("Looking what would change…"), False
        return ("" if state.changes else self.tr("Nothing would change.")), False

    def _lay_out(self, theme: Theme) -> None:
        dots = theme.dots
        head = QVBoxLayout()
        head.setContentsMargins(dots(22), dots(18), dots(22), dots(6))
        head.setSpacing(dots(3))
        head.addWidget(self._name)
        head.addWidget(self._about)
        head.addWidget(self._damaged)
        head.addSpacing(dots(8))
        head.addWidget(self._lead)
        said = QWidget()
        of_said = QVBoxLayout(said)
        of_said.setContentsMargins(dots(22), dots(4), dots(22), dots(12))
        of_said.addWidget(self._words, 1)
        listed = QWidget()
        of_listed = QVBoxLayout(listed)
        of_listed.setContentsMargins(dots(14), 0, dots(8), 0)
        of_listed.addWidget(self._changes)
        self._either = QStackedLayout()
        self._either.addWidget(said)
        self._either.addWidget(listed)
        self._foot = QFrame()
        self._foot.setObjectName("backUpFoot")
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(dots(22), dots(10), dots(22), dots(10))
        row.setSpacing(dots(14))
        row.addWidget(self._promise, 1)
        row.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._either, 1)
        column.addWidget(self._foot)


def _label(name: str) -> QLabel:
    """Words that wrap, and never make the window wider."""
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label
