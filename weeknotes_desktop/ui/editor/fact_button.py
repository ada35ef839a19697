"""A fact that looks like text and opens a short list of what else it could be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing the fact could be.

    Args:
        apart: Whether a line separates it from those above.
    """

    value: object
    words: str
    apart: bool = False


class FactButton(QToolButton):
    """Shows a fact; a click, Space or the down key opens its choices.

    Args:
        name: Its name in style sheets.
        choices: What to offer, asked each time it opens, and what holds now.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        choices: Callable[[], tuple[Sequence[Choice], object]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choices = choices
        self._group: QActionGroup | None = None
        self.setObjectName(name)
        self.setProperty("fact", "yes")
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        # Filled when it opens: what is in it depends on the day.
        menu.aboutToShow.connect(partial(self._fill, menu))
        self.setMenu(menu)

    def show_fact(self, what: str, words: str, mark: str = "") -> None:
        """Show ``words``; ``what`` tells screen readers what they are about.

        Args:
            mark: Stands behind the words and is not read out.
        """
        self.setText(words.replace("&", "&&") + mark)
        self.setAccessibleName(f"{what}: {words}")
        self.setToolTip(f"{what}: {words}" if words.endswith("…") else what)

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        if self._group is not None:
            self._group.deleteLater()
        self._group = QActionGroup(menu)
        choices, holds = self._choices()
        for choice in choices:
            if choice.apart:
                menu.addSeparator()
            action = QAction(choice.words.replace("&", "&&"), self._group)
            action.setCheckable(True)
            action.setChecked(choice.value == holds)
            action.triggered.connect(partial(self._say, choice.value, holds))
            menu.addAction(action)
            if choice.value == holds:
                menu.setActiveAction(action)

    def _say(self, value: object, holds: object, _checked: bool = False) -> None:
        if value != holds:
            self.chosen.emit(value)
