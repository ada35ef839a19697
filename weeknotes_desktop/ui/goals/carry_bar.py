"""The button that carries over what is unfinished, and the one beside it that lets one choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.ui.theme import Theme

if TYPE_CHECKING:
    # It comes when somebody wants to choose.
    from weeknotes_desktop.ui.goals.carry_choice import CarryChoice


class CarryBar(QWidget):
    """Is only there while something can be carried over."""

    chosen = Signal()  # all of it
    choice_wanted = Signal()
    some_chosen = Signal(object)  # the ids of the goals, in a tuple

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._choice: CarryChoice | None = None
        self._all = QPushButton()
        self._all.setObjectName("carryOver")
        self._all.clicked.connect(self.chosen)
        theme.icons.give("carry", self._all)
        self._some = QPushButton()
        self._some.setObjectName("carryChoose")
        self._some.setAccessibleName(self.tr("Choose what is carried over"))
        self._some.setToolTip(self.tr("Choose what is carried over"))
        self._some.clicked.connect(self.choice_wanted)
        theme.icons.give("down", self._some)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._all)
        row.addWidget(self._some)
        row.addStretch(1)

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is on one of the buttons."""
        return self._all.hasFocus() or self._some.hasFocus()

    def draw(self, unfinished: int) -> None:
        """Offer to carry over so many goals."""
        self.setVisible(unfinished > 0)
        self._all.setVisible(unfinished > 0)
        self._all.setText(self.tr("Carry over %n unfinished", "", unfinished))
        self._some.setVisible(unfinished > 1)

    def tab_stops(self) -> list[QWidget]:
        """Where the keyboard stops, in the order in which one reads."""
        return [self._all, self._some]

    def choose(self, goals: tuple[Goal, ...]) -> None:
        """Let the writer choose among ``goals``."""
        # Not on top: nobody chooses before the first paint.
        from weeknotes_desktop.ui.goals.carry_choice import CarryChoice

        self._choice = CarryChoice(goals, self._theme, self)
        self._choice.chosen.connect(self.some_chosen)
        self._choice.open_at(self._all.mapToGlobal(QPoint(0, self._all.height())))
