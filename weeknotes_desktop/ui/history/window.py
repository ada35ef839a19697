"""The history window: the versions of the open note, and what changed since each."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from weeknotes_desktop.domain.ports import Clock
from weeknotes_desktop.presenters.history_state import HistoryState
from weeknotes_desktop.ui.history.text_pane import TextPane
from weeknotes_desktop.ui.history.words import rows_of
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.section_list import SectionList
from weeknotes_desktop.ui.widgets.side_window import SideWindow

_SIZE = QSize(960, 640)
_LIST = 290


class HistoryWindow(SideWindow):
    """Draws a ``HistoryState`` and says what the user did."""

    chosen = Signal(object)  # a version's id, or that of one of the texts that are none
    alone_chosen = Signal(object)  # whether it is shown by itself
    bring_back_chosen = Signal()
    keep_chosen = Signal()

    def __init__(self, theme: Theme, beside: QWidget, clock: Clock) -> None:
        super().__init__(theme, beside, _SIZE)
        self._clock = clock
        self.setWindowTitle(self.tr("History – WeekNotes"))
        self._list = SectionList(self.tr("Texts of the note"), theme)
        self._list.entry_chosen.connect(self.chosen)
        self._label = QLabel()
        self._label.setObjectName("sideHeading")
        self._hint = QLabel()
        self._hint.setObjectName("sideHint")
        for label in (self._label, self._hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setMinimumWidth(1)
        self._pane = TextPane(theme, clock)
        self._pane.alone_chosen.connect(self.alone_chosen)
        self._pane.bring_back_chosen.connect(self.bring_back_chosen)
        self._pane.keep_chosen.connect(self.keep_chosen)
        self._list.went_on.connect(self._pane.focus_deed)
        self._lay_out()
        theme.changed.connect(self._measure)

    def draw(self, state: HistoryState) -> None:
        """Draw the whole window."""
        self._label.setText(
            self.tr("History of {note}").format(note=state.label)
            if state.label
            else self.tr("History")
        )
        self._list.draw(rows_of(state, self._clock().date()), state.chosen)
        self._list.setVisible(bool(state.rows))
        self._hint.setText(state.hint)
        self._hint.setVisible(bool(state.hint))
        self._pane.draw(state)

    def come(self) -> None:
        """Show the window, with the keyboard where it is needed."""
        super().come()
        if not self._pane.focus_default():
            self._list.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _lay_out(self) -> None:
        side = QWidget()
        side.setObjectName("sidePanel")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(side)
        self._column.addWidget(self._label)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._list, 1)
        self._column.addStretch(0)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setHandleWidth(1)
        halves.setChildrenCollapsible(False)
        halves.addWidget(side)
        halves.addWidget(self._pane)
        halves.setStretchFactor(1, 1)
        halves.setSizes([self._theme.dots(_LIST), self._theme.dots(_SIZE.width() - _LIST)])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(halves)
        self._measure()

    def _measure(self) -> None:
        dots = self._theme.dots
        self._column.setContentsMargins(dots(12), dots(16), dots(12), dots(12))
        self._column.setSpacing(dots(8))
        # Room for the longest row: nothing of it is cut.
        self._list.setMinimumWidth(dots(240))
        self._label.setContentsMargins(dots(8), 0, 0, 0)
        self._hint.setContentsMargins(dots(8), 0, dots(8), 0)
