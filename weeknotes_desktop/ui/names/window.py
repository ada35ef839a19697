"""The window of categories and tags: a list, and what can be done to the chosen name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from weeknotes_desktop.domain.names import NameKind
from weeknotes_desktop.presenters.names_state import NamesState
from weeknotes_desktop.ui.name_colours import colour_word
from weeknotes_desktop.ui.names.deeds import NameDeeds
from weeknotes_desktop.ui.names.dot import dot
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.segmented import Segmented
from weeknotes_desktop.ui.widgets.side_window import SideWindow

_SIZE = QSize(460, 560)
_NAME = Qt.ItemDataRole.UserRole
_LONGEST = 60


class NamesWindow(SideWindow):
    """Draws a ``NamesState``; what is done to a name, ``deeds`` says."""

    kind_chosen = Signal(object)  # the NameKind
    name_chosen = Signal(object)  # the name, or None
    without_wanted = Signal()
    undo_chosen = Signal()

    def __init__(self, theme: Theme, beside: QWidget) -> None:
        super().__init__(theme, beside, _SIZE)
        self.setWindowTitle(self.tr("Tags and categories – WeekNotes"))
        self._state = NamesState()
        self.deeds = NameDeeds(theme)
        """What can be done to the chosen name."""
        self._kinds = Segmented(
            self.tr("What to show"),
            (
                (NameKind.CATEGORY, self.tr("Categories")),
                (NameKind.TAG, self.tr("Tags")),
            ),
        )
        self._kinds.chosen.connect(self.kind_chosen)
        self._list = QListWidget()
        self._list.setObjectName("outline")
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.currentRowChanged.connect(self._say_chosen)
        self._list.itemDoubleClicked.connect(lambda _: self.deeds.notes_wanted.emit())
        self._list.installEventFilter(self)
        self._hint, self._said = self._label(), self._label()
        self._without = QPushButton()
        self._without.clicked.connect(self.without_wanted)
        self._undo = QPushButton(self.tr("&Undo"))
        self._undo.clicked.connect(self.undo_chosen)
        self._lay_out()
        self._measure()
        theme.changed.connect(self._measure)
        theme.changed.connect(self._draw_again)

    def draw(self, state: NamesState) -> None:
        """Draw all of it; the place scrolled to stays."""
        before, self._state = self._state, state
        self._kinds.show_value(state.kind)
        if state.names != before.names or state.kind != before.kind:
            self._show_names(state)
        self._show_chosen(state)
        self.deeds.draw(state)
        self._hint.setText(self._hinted(state))
        self._hint.setVisible(bool(self._hint.text()))
        number = state.without
        self._without.setText(
            self.tr("Show the &note without a category")
            if number == 1
            else self.tr("Show the %n &notes without a category", "", number)
        )
        self._without.setVisible(bool(number))
        if state.said and state.said != before.said:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._said, state.said))
        self._said.setText(state.said)
        self._said.setVisible(bool(state.said))
        self._undo.setVisible(state.undo)

    def come(self) -> None:
        """Show the window, with the keyboard in the list."""
        super().come()
        self._list.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the list: Delete deletes, F2 renames, Enter shows the notes."""
        ours = watched is self._list and event.type() == QEvent.Type.KeyPress
        if not (ours and isinstance(event, QKeyEvent)):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Delete:
            self.deeds.delete()
        elif event.key() == Qt.Key.Key_F2:
            self.deeds.edit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.deeds.notes_wanted.emit()
        else:
            return False
        return True

    def _hinted(self, state: NamesState) -> str:
        if state.names is None:
            return self.tr("Looking…")
        if not state.names and state.kind is NameKind.CATEGORY:
            return self.tr("No note has a category yet. It is chosen in the line under the title.")
        if not state.names:
            return self.tr("No note has a tag yet.")
        return ""

    def _show_names(self, state: NamesState) -> None:
        place = self._list.verticalScrollBar().value()
        tags = state.kind is NameKind.TAG
        self._list.setAccessibleName(self.tr("Tags") if tags else self.tr("Categories"))
        with QSignalBlocker(self._list):
            self._list.clear()
            for line in state.names or ():
                item = QListWidgetItem(f"{_shortened(line.name)}  ·  {self._counted(line.notes)}")
                item.setData(_NAME, line.name)
                item.setToolTip(line.name)
                item.setIcon(dot(line.colour, self._theme))
                if line.colour is not None:
                    said = f"{line.name}, {self._counted(line.notes)}, {colour_word(line.colour)}"
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
                self._list.addItem(item)
        self._list.verticalScrollBar().setValue(place)

    def _show_chosen(self, state: NamesState) -> None:
        names = [line.name for line in state.names or ()]
        if state.chosen in names:
            with QSignalBlocker(self._list):
                self._list.setCurrentRow(names.index(state.chosen))

    def _counted(self, notes: int) -> str:
        return self.tr("one note") if notes == 1 else self.tr("%n notes", "", notes)

    def _say_chosen(self, row: int) -> None:
        self.name_chosen.emit(self._list.item(row).data(_NAME) if row >= 0 else None)

    def _draw_again(self) -> None:
        """The colours are others now."""
        self._show_names(self._state)
        self._show_chosen(self._state)

    def _label(self) -> QLabel:
        label = QLabel()
        label.setObjectName("sideHint")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumWidth(1)
        label.hide()
        return label

    def _lay_out(self) -> None:
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._said, 1)
        self._foot.addWidget(self._undo, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._kinds)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._list, 1)
        self._column.addWidget(self._without, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(self.deeds)
        self._column.addLayout(self._foot)

    def _measure(self) -> None:
        dots = self._theme.dots
        self._column.setContentsMargins(dots(16), dots(14), dots(16), dots(14))
        self._column.setSpacing(dots(10))
        self._foot.setSpacing(dots(8))
        self._list.setIconSize(QSize(dots(16), dots(16)))


def _shortened(name: str) -> str:
    line = " ".join(name[:300].split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
