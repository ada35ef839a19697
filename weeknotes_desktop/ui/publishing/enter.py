"""Which button Enter is for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALONE = (Qt.KeyboardModifier.NoModifier, _CONTROL)


def is_enter(event: QKeyEvent) -> bool:
    """Whether it is Enter, alone or with Ctrl, on either side of the keyboard."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and held in _ALONE


def pressed_by(event: QKeyEvent, focused: QWidget | None, publish: QPushButton) -> QPushButton:
    """The button that has the keyboard and does something; else *Publish*, as by Ctrl+Enter."""
    if event.modifiers() & _CONTROL or not isinstance(focused, QPushButton):
        return publish
    return publish if focused.isCheckable() else focused
