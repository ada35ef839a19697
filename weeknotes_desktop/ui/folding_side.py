"""A pane at the side of the window, and the button that is left of it where there is no room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from weeknotes_desktop.ui.theme import Theme


class FoldingSide:
    """Shown or hidden as the user wants; in a narrow window, folded until they open it.

    Args:
        roomy: From which width on, at 100 % text, there is room for the pane.
        icon: What stands on the button.
        words: What the button says to whoever cannot see it.
        shown: Hears, each time, whether the pane is shown.
    """

    def __init__(
        self,
        pane: QWidget,
        theme: Theme,
        roomy: int,
        icon: str,
        words: str,
        shown: Callable[[bool], None],
    ) -> None:
        self._pane, self._theme, self._roomy, self._tell = pane, theme, roomy, shown
        self._wanted, self._opened, self._narrow = True, False, False
        self._aside = False
        self.rail = self._make_rail(icon, words)
        """What is left of the pane in a narrow window."""

    @property
    def shown(self) -> bool:
        """Whether the pane is shown."""
        return self._opened if self._narrow else self._wanted

    def fit(self, width: int) -> None:
        """The window is that wide now."""
        narrow = width < self._theme.dots(self._roomy)
        if narrow != self._narrow:
            self._narrow, self._opened = narrow, False
        self._draw()

    def turn(self) -> None:
        """Show the pane where it is hidden, and hide it where it is shown."""
        if self._narrow:
            self._opened = not self._opened
        else:
            self._wanted = not self._wanted
        self._draw()

    def open(self) -> None:
        """Show the pane."""
        self._opened = self._narrow
        self._wanted = self._wanted or not self._narrow
        self._draw()

    def fold_again(self) -> None:
        """What was looked for there is found."""
        self._opened = False
        self._draw()

    def step_aside(self, *, aside: bool) -> None:
        """Be out of the writer's sight for now; what they want is kept."""
        self._aside = aside
        self._draw()

    def _draw(self) -> None:
        self._pane.setVisible(self.shown and not self._aside)
        self.rail.setVisible(self._narrow and not self.shown and not self._aside)
        self._tell(self.shown)

    def _make_rail(self, icon: str, words: str) -> QFrame:
        rail = QFrame()
        rail.setObjectName("rail")
        self.button = QToolButton()
        self.button.setAccessibleName(words)
        self.button.setToolTip(words)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme.icons.give(icon, self.button)
        column = QVBoxLayout(rail)
        margin = self._theme.dots(6)
        column.setContentsMargins(margin, self._theme.dots(13), margin, 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        return rail
