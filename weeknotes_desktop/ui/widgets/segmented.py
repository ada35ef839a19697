"""A switch of a few exclusive choices side by side, as Write | Split | Preview."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

T = TypeVar("T")


class Segmented(QWidget, Generic[T]):
    """Shows which of a few values holds, and says which one the user chose.

    Args:
        name: What is being chosen, for screen readers.
        choices: Each value with its word, from left to right.
    """

    chosen = Signal(object)  # the value the user chose; silent when ``show_value`` is called

    def __init__(
        self, name: str, choices: Sequence[tuple[T, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _ in choices]
        self.setObjectName("segmented")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for place, (_, word) in enumerate(choices):
            row.addWidget(self._segment(place, word, name))
        self._group.idClicked.connect(self._say)
        self.show_value(self._values[0])

    def value(self) -> T:
        """The value that holds."""
        return self._values[self._group.checkedId()]

    def show_value(self, value: T) -> None:
        """Show that ``value`` holds; nobody is told."""
        shown = self._group.button(self._values.index(value))
        had_keyboard = any(button.hasFocus() for button in self._group.buttons())
        shown.setChecked(True)
        for button in self._group.buttons():
            inside = button.isChecked()
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if inside else Qt.FocusPolicy.NoFocus)
        if had_keyboard:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> QWidget:
        """Where the keyboard stops in it: on the value that holds."""
        return self._group.button(self._group.checkedId())

    def set_available(self, value: T, *, available: bool) -> None:
        """Offer ``value``, or show that it cannot be had just now."""
        self._group.button(self._values.index(value)).setEnabled(available)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the neighbour; Home and End the ends."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            steps = {key: -step for key, step in steps.items()}
        key = cast("Qt.Key", event.key())
        here = self._group.checkedId()
        if key in steps:
            self._choose(here + steps[key], steps[key])
        elif key == Qt.Key.Key_Home:
            self._choose(0, 1)
        elif key == Qt.Key.Key_End:
            self._choose(len(self._values) - 1, -1)
        else:
            super().keyPressEvent(event)

    def _segment(self, place: int, word: str, name: str) -> QPushButton:
        button = _Segment(word)
        button.setCheckable(True)
        # Enter is for the dialog around it.
        button.setAutoDefault(False)
        button.setAccessibleDescription(name)
        ends = {0: "first", len(self._values) - 1: "last"}
        button.setProperty("segment", ends.get(place, "middle"))
        self._group.addButton(button, place)
        return button

    def _choose(self, place: int, step: int) -> None:
        """Choose the first value from ``place`` on that can be had."""
        while 0 <= place < len(self._values):
            button = self._group.button(place)
            if button.isEnabled():
                if not button.isChecked():
                    button.click()
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            place += step

    def _say(self, place: int) -> None:
        value = self._values[place]
        self.show_value(value)
        self.chosen.emit(value)


class _Segment(QPushButton):
    """One of the choices; arrow keys are left to the switch around it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the switch what moves along it."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
            event.ignore()
        else:
            super().keyPressEvent(event)
