"""The window: three panes side by side, a notice above them, the status below."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from weeknotes_desktop.ui.archive.panel import ArchivePanel
from weeknotes_desktop.ui.focused_text import EDITS, edit_focused_text
from weeknotes_desktop.ui.folding_side import FoldingSide
from weeknotes_desktop.ui.goals.panel import GoalsPanel
from weeknotes_desktop.ui.menu_bar import MenuBar
from weeknotes_desktop.ui.notice_bar import NoticeBar
from weeknotes_desktop.ui.status_bar import StatusBar
from weeknotes_desktop.ui.theme import Theme

if TYPE_CHECKING:
    # It arrives after the first paint.
    from weeknotes_desktop.ui.actions import Actions

# Below these widths, at 100 % text, a side folds to a button: first the archive, then the goals.
_ROOMY, _ROOM_FOR_TWO = 1_100, 760
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
        self._notices, self._status = notices, status
        self._place = QSettings(str(place_file), QSettings.Format.IniFormat)
        self._may_close = False
        self._left, self._right = self._make_sides()
        self._panes = self._make_panes(editor)
        self._lay_out(notices, status)
        self._menus = MenuBar(self)
        self.setMenuBar(self._menus)
        # Having chosen, the user wants to see the note.
        archive.note_chosen.connect(self._left.fold_again)
        archive.week_chosen.connect(self._left.fold_again)
        self.show_title("")
        self._come_back()

    def take_actions(self, actions: Actions) -> None:
        """Have what can be done, in the menus and by its keys, from now on."""
        self._actions = actions
        actions.fill(self._menus)
        actions.chosen.connect(self._do)
        self._fit_sides()

    def show_title(self, title: str) -> None:
        """Name the open note in the title bar."""
        name = "WeekNotes"
        self.setWindowTitle(f"{title} – {name}" if title else name)

    def clear_away(self, *, cleared: bool) -> None:
        """Leave the text alone in the window, or put everything back around it."""
        self._left.step_aside(aside=cleared)
        self._right.step_aside(aside=cleared)
        self._status.setVisible(not cleared)

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
        """Fold or unfold the sides when the window becomes narrow or wide."""
        super().resizeEvent(event)
        self._fit_sides()

    def _do(self, name: str) -> None:
        """The actions that concern the window itself."""
        if name in EDITS:
            if not edit_focused_text(name) and name == "undo":
                # Outside a text, what can be undone is what the notice offers to.
                self._notices.take_back()
        elif name == "quit":
            self.close()
        elif name == "show_archive":
            self._turn_archive()
        elif name == "show_goals":
            self._right.turn()
        elif name in ("add_goal", "add_task", "away", "away_next"):
            self.open_goals()
        elif name == "find":
            self._open_archive()
            self._archive.look()

    def open_goals(self) -> None:
        """Show the goals, also where they are folded away."""
        self._right.open()

    def _turn_archive(self) -> None:
        self._left.turn()
        if self._left.shown:
            self._archive.focus_list()

    def _open_archive(self) -> None:
        self._left.open()
        self._archive.focus_list()

    def _fit_sides(self) -> None:
        for side in (self._left, self._right):
            side.fit(self.width())

    def _check(self, name: str, shown: bool) -> None:
        if self._actions is not None:
            self._actions.set_checked(name, checked=shown)

    def _make_sides(self) -> tuple[FoldingSide, FoldingSide]:
        archive = FoldingSide(
            self._archive,
            self._theme,
            _ROOMY,
            "archive",
            self.tr("Show the archive"),
            partial(self._check, "show_archive"),
        )
        archive.button.clicked.connect(self._open_archive)
        goals = FoldingSide(
            self._goals,
            self._theme,
            _ROOM_FOR_TWO,
            "goals",
            self.tr("Show the goals"),
            partial(self._check, "show_goals"),
        )
        goals.rail.setProperty("side", "right")
        goals.button.clicked.connect(goals.open)
        return archive, goals

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
        side_by_side.addWidget(self._left.rail)
        side_by_side.addWidget(self._panes)
        side_by_side.addWidget(self._right.rail)
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
        self._fit_sides()
