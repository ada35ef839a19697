"""The outline: a list of headings and leads beside the window, to go to and to reorder."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from weeknotes_desktop.domain.outline import LEAD
from weeknotes_desktop.presenters.outline import OutlineState
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.side_window import SideWindow

_SIZE = QSize(380, 560)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
# How far a level is set in, in em spaces: they are mirrored with the words.
_INDENT = "\u2003"


class OutlineWindow(SideWindow):
    """Draws an ``OutlineState`` and says what the writer did."""

    gone_to = Signal(int)  # the place of a section: the writer goes on there
    moved = Signal(int, int)  # a section, and -1 for up or 1 for down
    dropped = Signal(int, int)  # a section, and the one it shall stand before
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, theme: Theme, beside: QWidget) -> None:
        super().__init__(theme, beside, _SIZE)
        self.setWindowTitle(self.tr("Outline – WeekNotes"))
        self._list = _Sections(self.tr("Sections of the note"))
        self._list.itemActivated.connect(lambda item: self._go(self._list.row(item)))
        self._list.itemClicked.connect(lambda item: self._go(self._list.row(item)))
        self._list.moved.connect(self.moved)
        self._list.dropped.connect(self.dropped)
        self._list.undo_wanted.connect(self.undo_wanted)
        self._list.redo_wanted.connect(self.redo_wanted)
        self._hint, self._said = QLabel(), QLabel()
        for label in (self._hint, self._said):
            label.setObjectName("sideHint")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setMinimumWidth(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._list, 1)
        self._column.addWidget(self._said)
        self._measure()
        theme.changed.connect(self._measure)

    def draw(self, state: OutlineState) -> None:
        """Draw the whole outline; nobody is told of what is chosen by it."""
        levels = sorted({section.level for section in state.sections})
        rows = [
            (levels.index(section.level), section.title or self.tr("(no words)"), section.level)
            for section in state.sections
        ]
        with QSignalBlocker(self._list):
            self._list.show_rows(rows, may_move=state.may_move)
            if state.chosen is not None:
                self._list.setCurrentRow(state.chosen)
        if not rows:
            hint = self.tr("Headings and paragraphs that lead with a **term** – show up here.")
        elif state.may_move:
            hint = self.tr("Enter goes there. Alt+Up and Alt+Down move a whole section.")
        else:
            hint = self.tr("Enter goes there.")
        self._hint.setText(hint)
        if state.said and state.said != self._said.text():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._said, state.said))
        self._said.setText(state.said)
        self._said.setVisible(bool(state.said))

    def come(self) -> None:
        """Show the window, with the keyboard in the list."""
        super().come()
        self._list.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the section, and leaves the outline where it is."""
        if event.key() in _ENTER and self._list.currentRow() >= 0:
            self._go(self._list.currentRow())
            self._beside.activateWindow()
        else:
            super().keyPressEvent(event)

    def _go(self, place: int) -> None:
        self.gone_to.emit(place)

    def _measure(self) -> None:
        dots = self._theme.dots
        self._column.setContentsMargins(dots(12), dots(14), dots(12), dots(12))
        self._column.setSpacing(dots(8))
        for label in (self._hint, self._said):
            label.setContentsMargins(dots(8), 0, dots(8), 0)


class _Sections(QListWidget):
    """One row for each section; rows are moved by dragging or with Alt and the arrows."""

    moved = Signal(int, int)
    dropped = Signal(int, int)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setObjectName("outline")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDropIndicatorShown(True)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._rows: list[tuple[int, str, int]] = []

    def show_rows(self, rows: list[tuple[int, str, int]], *, may_move: bool) -> None:
        """Show the depth, words and level of each section."""
        mode = QAbstractItemView.DragDropMode
        self.setDragDropMode(mode.InternalMove if may_move else mode.NoDragDrop)
        if rows == self._rows:
            return
        self._rows = rows
        place = self.verticalScrollBar().value()
        self.clear()
        for depth, words, level in rows:
            item = QListWidgetItem(_INDENT * depth + words)
            item.setToolTip(words)
            font = self.font()
            font.setBold(level <= 2 and level != LEAD)
            item.setFont(font)
            # What is dropped onto a row would go into it; rows hold nothing.
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
            self.addItem(item)
        self.verticalScrollBar().setValue(place)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that undo and redo: what is moved here is moved in the text."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and (event.matches(_UNDO) or event.matches(_REDO))
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move the section, and that can be undone; Enter is for the window."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            if self.currentRow() >= 0:
                self.moved.emit(self.currentRow(), steps[Qt.Key(event.key())])
        elif event.matches(_UNDO):
            self.undo_wanted.emit()
        elif event.matches(_REDO):
            self.redo_wanted.emit()
        elif event.key() in _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say where a section was dropped; the text moves it, and the list follows the text."""
        index = self.indexAt(event.position().toPoint())
        below = self.dropIndicatorPosition() is QAbstractItemView.DropIndicatorPosition.BelowItem
        before = index.row() + below if index.isValid() else self.count()
        # Nothing is taken out of the list by the drag itself.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if self.currentRow() >= 0:
            self.dropped.emit(self.currentRow(), before)
