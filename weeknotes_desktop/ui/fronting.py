"""Brings a window to where the user sees it."""

from __future__ import annotations

import os

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def bring_to_front(window: QWidget, token: str = "") -> None:
    """Show ``window`` above the others, with the keyboard; where that is not ours, ask for a look.

    Args:
        token: What a Wayland desktop gave to whoever asks for the window.
    """
    if token:
        # Qt takes it from here at the next activation, and removes it.
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    window.setWindowState(
        window.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive
    )
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)
