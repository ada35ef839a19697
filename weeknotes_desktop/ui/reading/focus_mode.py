"""Focus mode: the text alone, until Escape or F11."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from weeknotes_desktop.ui.editor.editor_pane import EditorPane
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.ui.main_window import MainWindow

_NONE = Qt.KeyboardModifier.NoModifier


class FocusMode(QObject):
    """Clears away all but the text, and puts everything back; remembered nowhere.

    Args:
        show: Tells whether it is on.
        mode: What of a note is shown otherwise.
    """

    def __init__(
        self,
        window: MainWindow,
        editor: EditorPane,
        mode: Callable[[], Mode],
        show: Callable[[bool], None],
    ) -> None:
        super().__init__(window)
        self._window, self._editor = window, editor
        self._mode, self._show = mode, show
        self._before: Mode | None = None
        # Elsewhere the key means something else: it closes a bar, or takes back what was typed.
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), editor.writing)
        self._escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self._leave)

    @property
    def on(self) -> bool:
        """Whether the text is alone."""
        return self._before is not None

    def turn(self) -> None:
        """Begin it, or end it."""
        before, self._before = self._before, None if self.on else self._mode()
        self._escape.setEnabled(self.on)
        self._window.clear_away(cleared=self.on)
        self._editor.tools.setVisible(not self.on)
        self._editor.show_mode(Mode.WRITE if before is None else before)
        self._show(self.on)
        self._editor.focus_text()

    def _leave(self) -> None:
        """End it; a bar that is open over the text goes first."""
        above = self._editor.above_text
        for nth in range(above.count()):
            item = above.itemAt(nth)
            bar = item.widget() if item is not None else None
            if bar is not None and bar.isVisible():
                key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, _NONE)
                # Else the key would come back here.
                self._escape.setEnabled(False)
                QCoreApplication.sendEvent(bar, key)
                self._escape.setEnabled(self.on)
                return
        self.turn()

    def mode_chosen(self) -> None:
        """Who asks for the preview wants more than the text."""
        if self.on:
            self._before = self._mode()
            self.turn()
