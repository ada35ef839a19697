"""The archive pane: a field to find a note by, and every note by month."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from weeknotes_desktop.presenters.archive import ArchiveState, BlankWeekRow, NoteRow
from weeknotes_desktop.ui.archive.model import ArchiveModel
from weeknotes_desktop.ui.archive.note_list import NoteList
from weeknotes_desktop.ui.archive.row_painter import RowPainter
from weeknotes_desktop.ui.theme import Theme


class ArchivePanel(QWidget):
    """Draws an ``ArchiveState`` and says what the user chose or looks for."""

    note_chosen = Signal(str)  # its id
    week_chosen = Signal(object)  # the Week without a note
    looked_for = Signal(str)  # what stands in the field
    note_removed = Signal(str)  # its id

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("archive")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._chosen: str | None = None
        self._model = ArchiveModel(self)
        self._painter = RowPainter(self._model, theme, self)
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Find a note…"))
        self._field.setAccessibleName(self.tr("Find a note"))
        # There is nothing to clear yet, and making the button takes some milliseconds.
        self._field.textChanged.connect(lambda _: self._field.setClearButtonEnabled(True))
        self._field.textEdited.connect(self.looked_for)
        self._field.installEventFilter(self)
        self._list = NoteList(self._model, self._painter)
        self._list.setAccessibleName(self.tr("Notes"))
        self._list.row_chosen.connect(self._choose)
        self._list.row_removed.connect(self._remove)
        self._list.typed.connect(self._type_on)
        self._hint = QLabel()
        self._hint.setObjectName("archiveHint")
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._top = QVBoxLayout()
        self._top.addWidget(self._field)
        self._top.addWidget(self._hint)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addWidget(self._list, 1)
        self._measure()
        theme.changed.connect(self._measure)

    def draw(self, state: ArchiveState) -> None:
        """Draw the whole pane; the place scrolled to stays, unless another note is open now."""
        if self._field.text() != state.looked_for:
            self._field.setText(state.looked_for)
        self._model.show(state.rows)
        self._hint.setText(state.hint)
        self._hint.setVisible(bool(state.hint))
        self._show_chosen(state.chosen)

    def look(self) -> None:
        """Put the keyboard into the field."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def focus_list(self) -> None:
        """Put the keyboard on the open note, or on the first row."""
        if not self._list.currentIndex().isValid():
            self._list.move_to_end(forward=False)
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step(self, by: int) -> None:
        """Choose the note ``by`` rows below the open one; weeks without a note are passed over."""
        place = self._model.index_of(self._chosen).row()
        rows = range(place + 1, self._model.rowCount()) if by > 0 else range(place - 1, -1, -1)
        for number in rows:
            row = self._model.row(self._model.index(number))
            if isinstance(row, NoteRow):
                self.note_chosen.emit(row.note.id)
                return

    def minimumSizeHint(self) -> QSize:
        """Narrower, no title could be read."""
        return QSize(self._theme.dots(190), self._theme.dots(200))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field: down goes to the list, Enter opens what was found, Escape empties it."""
        if watched is not self._field or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Down:
            self._list.move_to_end(forward=False)
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_first()
        elif event.key() == Qt.Key.Key_Escape and self._field.text():
            self._field.clear()
            self.looked_for.emit("")
        else:
            return False
        return True

    def _show_chosen(self, note_id: str | None) -> None:
        """Mark the open note; it is brought into sight only when it is another one."""
        index = self._model.index_of(note_id)
        selection = self._list.selectionModel()
        if not index.isValid():
            selection.clearSelection()
        elif not selection.isSelected(index):
            selection.select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if note_id != self._chosen and index.isValid():
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self._list.bring_into_sight(index)
        self._chosen = note_id

    def _open_first(self) -> None:
        for number in range(self._model.rowCount()):
            row = self._model.row(self._model.index(number))
            if isinstance(row, NoteRow):
                self.note_chosen.emit(row.note.id)
                return

    def _choose(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if isinstance(row, NoteRow):
            self.note_chosen.emit(row.note.id)
        elif isinstance(row, BlankWeekRow):
            self.week_chosen.emit(row.week)

    def _remove(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if isinstance(row, NoteRow):
            self.note_removed.emit(row.note.id)

    def _type_on(self, text: str) -> None:
        """Letters typed in the list look for a note."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.end(False)
        # Qt takes this for typing: it says textEdited by itself.
        self._field.insert(text)

    def _measure(self) -> None:
        dots = self._theme.dots
        self._painter.measure()
        self._list.measure_again(beside=dots(12))
        self._column.setContentsMargins(dots(12), dots(13), 0, 0)
        self._column.setSpacing(dots(8))
        self._top.setContentsMargins(0, 0, dots(12), 0)
