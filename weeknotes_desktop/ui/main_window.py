"""The window: three panes side by side, a notice above them, the status below."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QSplitter, QToolButton, QVBoxLayout, QWidget

from weeknotes_desktop.ui.archive.panel import ArchivePanel
from weeknotes_desktop.ui.focused_text import EDITS, edit_focused_text
from weeknotes_desktop.ui.goals.panel import GoalsPanel
from weeknotes_desktop.ui.menu_bar import MenuBar
from weeknotes_desktop.ui.notice_bar import NoticeBar
from weeknotes_desktop.ui.status_bar import StatusBar
from weeknotes_desktop.ui.theme import Theme

if TYPE_CHECKING:
    # It arrives after the first paint.
    from weeknotes_desktop.ui.actions import Actions

# Below this width, at 100 % text, the archive folds to a button.
_ROOMY = 1_100
_FIRST_SIZE = (1_440, 900)
_ARCHIVE, _GOALS = 263, 320


class MainWindow(QMainWindow):
    """Holds the panes it is given; knows where they are, not what they say.

    Args:
        editor: The pane in the middle.
        place_file: An INI file that remembers where the window was, and how
            wide its panes were; nothing else.
    """

    closing = Signal()  # the user wants to leave; ``finish_closing`` lets them

    def __init__(
        self,
        *,
        archive: ArchivePanel,
        editor: QWidget,
        goals: GoalsPanel,
        notices: NoticeBar,
        status: StatusBar,
        theme: Theme,
        place_file: Path,
    ) -> None:
        super().__init__()
        self._archive, self._goals, self._theme = archive, goals, theme
        self._actions: Actions | None = None
        self._notices = notices
        self._place = QSettings(str(place_file), QSettings.Format.IniFormat)
        self._archive_wanted = True
        self._archive_opened = False
        self._may_close = False
        self._rail = self._make_rail()
        self._panes = self._make_panes(editor)
        self._lay_out(notices, status)
        self._menus = MenuBar(self)
        self.setMenuBar(self._menus)
        archive.note_chosen.connect(self._fold_again)
        archive.week_chosen.connect(self._fold_again)
        self.show_title("")
        self._come_back()

    def take_actions(self, actions: Actions) -> None:
        """Have what can be done, in the menus and by its keys, from now on."""
        self._actions = actions
        actions.fill(self._menus)
        actions.chosen.connect(self._do)
        actions.set_checked("show_goals")
        self._fit_archive()

    def show_title(self, title: str) -> None:
        """Name the open note in the title bar."""
        name = "WeekNotes"
        self.setWindowTitle(f"{title} – {name}" if title else name)

    def finish_closing(self) -> None:
        """Close now: everything is safe."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the user wants to leave, and stay until told that all is safe."""
        if not self._may_close:
            self.closing.emit()
        # All may have been safe already; a close within a close would be ignored.
        if not self._may_close:
            event.ignore()
            return
        self._place.setValue("geometry", self.saveGeometry())
        self._place.setValue("panes", self._panes.saveState())
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold the archive when the window becomes narrow or wide."""
        super().resizeEvent(event)
        roomy = self._theme.dots(_ROOMY)
        if (event.oldSize().width() < roomy) != (event.size().width() < roomy):
            self._archive_opened = False
        self._fit_archive()

    def _do(self, name: str) -> None:
        """The actions that concern the window itself."""
        if name in EDITS:
            if not edit_focused_text(name) and name == "undo":
                # Outside a text, what can be undone is what the notice offers to.
                self._notices.act()
        elif name == "quit":
            self.close()
        elif name == "show_archive":
            self._turn_archive()
        elif name == "show_goals":
            self._goals.setVisible(self._goals.isHidden())
        elif name == "find":
            self._open_archive()
            self._archive.look()

    def _turn_archive(self) -> None:
        if self._narrow():
            self._archive_opened = not self._archive_opened
        else:
            self._archive_wanted = not self._archive_wanted
        self._fit_archive()
        if self._shows_archive():
            self._archive.focus_list()

    def _open_archive(self) -> None:
        self._archive_opened = self._narrow()
        self._archive_wanted = self._archive_wanted or not self._narrow()
        self._fit_archive()
        self._archive.focus_list()

    def _fold_again(self) -> None:
        """Having chosen, the user wants to see the note."""
        self._archive_opened = False
        self._fit_archive()

    def _narrow(self) -> bool:
        return self.width() < self._theme.dots(_ROOMY)

    def _shows_archive(self) -> bool:
        return self._archive_opened if self._narrow() else self._archive_wanted

    def _fit_archive(self) -> None:
        """Show the archive, or the button in its place."""
        shown = self._shows_archive()
        self._archive.setVisible(shown)
        self._rail.setVisible(self._narrow() and not shown)
        if self._actions is not None:
            self._actions.set_checked("show_archive", checked=shown)

    def _make_rail(self) -> QFrame:
        """What is left of the archive in a narrow window: a button that opens it."""
        rail = QFrame()
        rail.setObjectName("rail")
        button = QToolButton()
        button.setAccessibleName(self.tr("Show the archive"))
        button.setToolTip(self.tr("Show the archive"))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self._open_archive)
        self._theme.icons.give("archive", button)
        column = QVBoxLayout(rail)
        margin = self._theme.dots(6)
        column.setContentsMargins(margin, self._theme.dots(13), margin, 0)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return rail

    def _make_panes(self, editor: QWidget) -> QSplitter:
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        dots = self._theme.dots
        for pane in (self._archive, editor, self._goals):
            panes.addWidget(pane)
        panes.setStretchFactor(0, 0)
        panes.setStretchFactor(1, 1)
        panes.setStretchFactor(2, 0)
        middle = _FIRST_SIZE[0] - dots(_ARCHIVE) - dots(_GOALS)
        panes.setSizes([dots(_ARCHIVE), middle, dots(_GOALS)])
        return panes

    def _lay_out(self, notices: NoticeBar, status: StatusBar) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(notices)
        side_by_side = QSplitter(Qt.Orientation.Horizontal)
        side_by_side.setHandleWidth(0)
        side_by_side.addWidget(self._rail)
        side_by_side.addWidget(self._panes)
        side_by_side.setStretchFactor(1, 1)
        column.addWidget(side_by_side, 1)
        column.addWidget(status)
        self.setCentralWidget(whole)

    def _come_back(self) -> None:
        """Stand where the window stood last, as far as that still fits the screen."""
        geometry, panes = self._place.value("geometry"), self._place.value("panes")
        if isinstance(geometry, QByteArray) and self.restoreGeometry(geometry):
            if isinstance(panes, QByteArray):
                self._panes.restoreState(panes)
        else:
            room = self.screen().availableSize()
            self.resize(min(_FIRST_SIZE[0], room.width()), min(_FIRST_SIZE[1], room.height()))
        self._fit_archive()
