"""The back-ups window; it stands beside the main one and stops nobody from writing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from weeknotes_desktop.presenters.back_ups import BackUpsState, Doing
from weeknotes_desktop.ui.back_ups.chosen_pane import ChosenPane
from weeknotes_desktop.ui.back_ups.cloud_banner import CloudBanner
from weeknotes_desktop.ui.back_ups.words import back_up_rows, none_words
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.flow import Flow
from weeknotes_desktop.ui.widgets.section_list import SectionList
from weeknotes_desktop.ui.widgets.side_window import SideWindow

_SIZE = (940, 620)
_LIST = 330
_SHARE = 0.44


class BackUpsWindow(SideWindow):
    """Draws a ``BackUpsState`` and says what the user wants with the back-ups.

    What it is made of is made when it is first shown: most starts do without.
    """

    opened = Signal()
    back_up_chosen = Signal(object)  # the path of one
    restore_chosen = Signal()
    back_up_wanted = Signal()
    file_wanted = Signal()
    folder_wanted = Signal()
    folder_shown = Signal(object)  # its path
    cloud_left = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, QSize(*_SIZE))
        self.setWindowTitle(self.tr("Back-ups – WeekNotes"))
        self._state: BackUpsState | None = None
        self._folder: Path | None = None
        self._made = False

    def come(self) -> None:
        """Show it, or bring it to the front."""
        self._make()
        super().come()
        self._list.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self.opened.emit()

    def draw(self, state: BackUpsState) -> None:
        """Draw the whole window."""
        self._state = state
        if not self._made:
            return
        self._banner.draw(state)
        rows = back_up_rows(state.back_ups or (), state.elsewhere, state.today)
        self._list.draw(rows, state.chosen)
        empty = state.back_ups is not None and not rows
        self._list.setVisible(not empty)
        self._empty.setText(none_words(state))
        self._empty.setVisible(empty)
        # A problem is told on that side, whether there is anything to choose or not.
        self._chosen.setVisible(not empty or bool(state.problem))
        # A button that cannot be pressed any more gives the keyboard back to the list.
        had_keyboard = self._chosen.restore.hasFocus()
        self._chosen.draw(state)
        if had_keyboard and not self._chosen.restore.isEnabled():
            self._list.setFocus()
        self._folder = state.folder
        self._folder_words.setText(self._where(state.folder))
        self._folder_words.setToolTip(str(state.folder or ""))
        for button in self._buttons:
            button.setEnabled(state.doing is Doing.NOTHING)
        if not state.may_write:
            self._now.setEnabled(False)
            self._change.setEnabled(state.may_copy and state.doing is Doing.NOTHING)
        backing_up = state.doing is Doing.BACKING_UP
        self._now.setText(self.tr("Backing up…") if backing_up else self.tr("Back up now"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the list what it needs, but never more than its share."""
        super().resizeEvent(event)
        if self._made:
            width = min(self._theme.dots(_LIST), round(self.width() * _SHARE))
            self._halves.setSizes([width, self.width() - width])

    def _make(self) -> None:
        if self._made:
            return
        self._made = True
        theme = self._theme
        self._banner = CloudBanner(theme)
        self._banner.left.connect(self.cloud_left)
        self._list = SectionList(self.tr("Back-ups"), theme, single=True)
        self._list.entry_chosen.connect(self.back_up_chosen)
        self._empty = QLabel()
        self._empty.setObjectName("noBackUps")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._chosen = ChosenPane(theme)
        self._chosen.restore_chosen.connect(self.restore_chosen)
        self._list.went_on.connect(self._chosen.restore.setFocus)
        self._make_buttons()
        self._lay_out()
        if self._state is not None:
            self.draw(self._state)

    def _make_buttons(self) -> None:
        self._folder_words = QLabel()
        self._folder_words.setObjectName("backUpFolder")
        self._folder_words.setTextFormat(Qt.TextFormat.PlainText)
        self._folder_words.setWordWrap(True)
        self._folder_words.setMinimumWidth(1)
        self._now = QPushButton(self.tr("Back up now"))
        self._now.clicked.connect(lambda: self.back_up_wanted.emit())
        file = QPushButton(self.tr("Choose a file…"))
        file.clicked.connect(lambda: self.file_wanted.emit())
        show = QPushButton(self.tr("Open folder"))
        show.clicked.connect(lambda: self.folder_shown.emit(self._folder))
        self._change = QPushButton(self.tr("Change folder…"))
        self._change.clicked.connect(lambda: self.folder_wanted.emit())
        self._buttons = (self._now, file, show, self._change)

    def _lay_out(self) -> None:
        dots = self._theme.dots
        left = QFrame()
        left.setObjectName("backUpList")
        of_left = QVBoxLayout(left)
        of_left.setContentsMargins(dots(8), dots(6), dots(4), dots(8))
        of_left.addWidget(self._list, 1)
        of_left.addWidget(self._empty, 1)
        halves = self._halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setHandleWidth(1)
        halves.setChildrenCollapsible(False)
        halves.addWidget(left)
        halves.addWidget(self._chosen)
        halves.setStretchFactor(0, 0)
        halves.setStretchFactor(1, 1)
        foot = QFrame()
        foot.setObjectName("backUpsFoot")
        of_foot = QVBoxLayout(foot)
        of_foot.setContentsMargins(dots(14), dots(9), dots(14), dots(11))
        of_foot.setSpacing(dots(8))
        of_foot.addWidget(self._folder_words)
        buttons = Flow(dots(8), dots(8))
        for button in self._buttons:
            buttons.add(button)
        of_foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._banner)
        column.addWidget(halves, 1)
        column.addWidget(foot)

    def _where(self, folder: Path | None) -> str:
        if folder is None:
            return ""
        try:
            said = f"~/{folder.relative_to(Path.home())}"
        except ValueError:
            said = str(folder)
        # A path may break after each of its parts.
        return self.tr("Kept in {folder}").format(folder=said.replace("/", "/\u200b"))
