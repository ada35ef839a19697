"""Four buttons in a row: what became of a goal."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.ui.goals.goal_words import outcome_word
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.outcome_icon import outcome_icon


class OutcomeButtons(QWidget):
    """Shows which outcome a goal has; a click on one chooses it."""

    chosen = Signal(object)  # the Outcome; silent when ``draw`` is called

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("outcomeButtons")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._buttons: dict[Outcome, QPushButton] = {}
        for place, outcome in enumerate(Outcome, start=1):
            button = QPushButton(f" {outcome_word(outcome)}")
            button.setToolTip(str(place))
            button.setProperty("outcome", outcome.value)
            button.clicked.connect(lambda _=False, one=outcome: self.chosen.emit(one))
            self._buttons[outcome] = button
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._measure()
        theme.changed.connect(self._measure)

    def draw(self, outcome: Outcome | None) -> None:
        """Show what became of the goal so far."""
        for one, button in self._buttons.items():
            is_it = one is outcome
            words = self.tr("{outcome}, as it is now") if is_it else "{outcome}"
            button.setAccessibleName(words.format(outcome=outcome_word(one)))
            if button.property("chosen") != is_it:
                button.setProperty("chosen", is_it)
                button.style().polish(button)

    def _measure(self) -> None:
        self._row.setSpacing(self._theme.dots(6))
        for outcome, button in self._buttons.items():
            button.setIcon(outcome_icon(outcome, self._theme))
