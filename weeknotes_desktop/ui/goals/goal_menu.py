"""The menus of a goal: the four outcomes, and all that can be done, each with its key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.ui.goals.goal_deeds import OUTCOME_KEYS, Deeds
from weeknotes_desktop.ui.goals.goal_words import outcome_word
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.outcome_icon import outcome_icon


class OutcomeMenu(QMenu):
    """Offers the four outcomes and none; made for one opening, gone when it closes.

    Args:
        outcome: The one that holds.
        choose: Is told another one.
    """

    def __init__(
        self,
        outcome: Outcome | None,
        choose: Callable[[Outcome | None], None],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(self)
        for key, one in OUTCOME_KEYS.items():
            action = self.addAction(f"{outcome_word(one)}\t{chr(key)}")
            action.setIcon(outcome_icon(one, theme))
            action.setCheckable(True)
            action.setChecked(one is outcome)
            font = self.font()
            font.setBold(one is outcome)
            action.setFont(font)
            group.addAction(action)
            action.triggered.connect(lambda _=False, chosen=one: choose(chosen))


class GoalMenu(OutcomeMenu):
    """Offers the outcomes, and below them all else that can be done."""

    def offer(self, deeds: Deeds) -> None:
        """Add what can be done; the keys are words only, for the row itself listens for them."""
        self.addSeparator()
        for deed in deeds:
            if deed is None:
                self.addSeparator()
            else:
                action = self.addAction(f"{deed.words}\t{deed.shown_key}")
                action.triggered.connect(lambda _=False, do=deed.do: do())
