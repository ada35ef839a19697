"""The menu of a goal: the four outcomes and what else can be done, each with its key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QActionGroup, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.ui.goals.goal_deeds import OUTCOME_KEYS, GoalDeeds
from weeknotes_desktop.ui.goals.goal_words import outcome_word
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.marks import paint_outcome


class GoalMenu(QMenu):
    """Offers all that can be done to one goal; made for one opening, gone when it closes."""

    def __init__(self, goal: Goal, deeds: GoalDeeds, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offer_outcomes(goal, deeds, theme)
        private = goal.audience is Audience.ME
        self.addSeparator()
        self._offer(self.tr("Edit wording"), self.tr("Enter"), deeds.edit_wording)
        self._offer(self.tr("What happened…"), "L", deeds.edit_line)
        whose = self.tr("Make public") if private else self.tr("Make private")
        self._offer(whose, "P", deeds.turn_private)
        self.addSeparator()
        self._offer(self.tr("Move up"), self.tr("Alt+Up"), lambda: deeds.move(-1))
        self._offer(self.tr("Move down"), self.tr("Alt+Down"), lambda: deeds.move(1))
        self.addSeparator()
        self._offer(self.tr("Remove"), self.tr("Del"), deeds.remove)

    def _offer_outcomes(self, goal: Goal, deeds: GoalDeeds, theme: Theme) -> None:
        group = QActionGroup(self)
        for key, outcome in OUTCOME_KEYS.items():
            action = self.addAction(f"{outcome_word(outcome)}\t{chr(key)}")
            action.setIcon(_outcome_icon(outcome, theme))
            action.setCheckable(True)
            action.setChecked(goal.outcome is outcome)
            font = self.font()
            font.setBold(goal.outcome is outcome)
            action.setFont(font)
            group.addAction(action)
            action.triggered.connect(lambda _=False, chosen=outcome: deeds.choose(chosen))

    def _offer(self, words: str, key: str, deed: Callable[[], None]) -> None:
        """Add one deed; the key is words only, for the row itself listens for it."""
        self.addAction(f"{words}\t{key}").triggered.connect(lambda _=False: deed())


def _outcome_icon(outcome: Outcome | None, theme: Theme) -> QIcon:
    size, sharp = theme.dots(15), 2
    picture = QPixmap(size * sharp, size * sharp)
    picture.setDevicePixelRatio(sharp)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_outcome(painter, QRectF(0, 0, size, size), outcome, theme.tokens, theme.tokens.page)
    painter.end()
    return QIcon(picture)
