"""A section of the goals panel: a rule, a heading with quiet words, and what stands below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from weeknotes_desktop.ui.capture.leading import LeadingLabel
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.words import breakable

_LONGEST = 24


class Section(QWidget):
    """What every section of the panel can do; it is not seen before it was drawn."""

    reached = Signal(object)  # the widget to which the keyboard was taken
    rearranged = Signal()  # the keyboard stops elsewhere than a moment ago

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._gaps: list[tuple[QSpacerItem, int]] = []
        self._name, self._quiet = LeadingLabel("sectionName"), QLabel()
        self._quiet.setObjectName("sectionQuiet")
        self._quiet.setTextFormat(Qt.TextFormat.PlainText)
        self._heading = QHBoxLayout()
        self._heading.addWidget(self._name, 1)
        self._heading.addWidget(self._quiet)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        self._add_gap(14)
        self._column.addWidget(rule)
        self._add_gap(12)
        self._column.addLayout(self._heading)
        self._add_gap(3)
        self.hide()

    def tab_stops(self) -> list[QWidget]:
        """Where the keyboard stops, in the order in which one reads."""
        return []

    def finish_editing(self) -> None:
        """Hand over whatever is being typed."""

    def measure(self) -> None:
        """Text has another size or other colours now."""
        dots = self._theme.dots
        fixed = QSizePolicy.Policy.Fixed
        for space, gap in self._gaps:
            space.changeSize(0, dots(gap), QSizePolicy.Policy.Minimum, fixed)
        self._heading.setSpacing(dots(6))
        self._column.invalidate()

    def _say(self, name: str, quiet: str) -> None:
        """Write the heading, and be seen from now on."""
        self._name.setText(breakable(name, _LONGEST))
        self._quiet.setText(quiet)
        self._quiet.setVisible(bool(quiet))
        self.setAccessibleName(f"{name}, {quiet}" if quiet else name)
        self.show()

    def _add_gap(self, height: int) -> None:
        fixed = QSizePolicy.Policy.Fixed
        space = QSpacerItem(0, height, QSizePolicy.Policy.Minimum, fixed)
        self._gaps.append((space, height))
        self._column.addItem(space)
