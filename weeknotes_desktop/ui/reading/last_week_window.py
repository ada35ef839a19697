"""The note of the week before, in a window beside the one that is being written."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from weeknotes_desktop.presenters.last_week import LastWeekState
from weeknotes_desktop.ui import words
from weeknotes_desktop.ui.preview.page import Links, Page, Pictures, no_picture
from weeknotes_desktop.ui.preview.text_preview import TextPreview
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.side_window import SideWindow

_SIZE = QSize(520, 720)


class LastWeekWindow(SideWindow):
    """Draws a ``LastWeekState``; it is for reading only.

    Args:
        links: Follows the links of the note.
        pictures: Gives the pictures of the library that it names.
    """

    def __init__(
        self, theme: Theme, beside: QWidget, links: Links, pictures: Pictures = no_picture
    ) -> None:
        super().__init__(theme, beside, _SIZE)
        self._what = QLabel()
        self._what.setObjectName("sideHint")
        self._what.setTextFormat(Qt.TextFormat.PlainText)
        self._what.setWordWrap(True)
        self._what.setMinimumWidth(1)
        self._page = TextPreview(theme, links, pictures)
        self._page.setAccessibleName(self.tr("The earlier note"))
        column = self._column = QVBoxLayout(self)
        column.addWidget(self._what)
        column.addWidget(self._page, 1)
        self.setWindowTitle(self.tr("Last week’s note – WeekNotes"))
        self._measure()
        theme.changed.connect(self._measure)

    def draw(self, state: LastWeekState) -> None:
        """Show the note."""
        self._what.setText(state.hint or self._when(state.weeks_before))
        self._page.setVisible(not state.hint)
        facts = [state.label] if state.label else []
        if state.week is not None:
            beginning = self.tr("Week beginning {day}")
            facts.append(beginning.format(day=words.day(state.week.monday)))
        self._page.show_page(Page(state.title, " · ".join(facts), state.body))

    def come(self) -> None:
        """Show the window, with the keyboard on the page, to be scrolled."""
        super().come()
        self._page.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key that brings the window puts it away."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_L:
            self.close()
        else:
            super().keyPressEvent(event)

    def _when(self, weeks: int) -> str:
        if weeks == 1:
            return self.tr("The note of the week before. Only you see it like this.")
        return self.tr("The note before, {n} weeks earlier. Only you see it like this.").format(
            n=weeks
        )

    def _measure(self) -> None:
        dots = self._theme.dots
        self._column.setContentsMargins(0, dots(12), 0, 0)
        self._column.setSpacing(dots(6))
        self._what.setContentsMargins(dots(20), 0, dots(20), 0)
