"""The archive pane: a field to find a note by, and every note by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.written_week import monday_of
from weeknotes_desktop.presenters.archive import ArchiveState
from weeknotes_desktop.presenters.archive_rows import BlankWeekRow
from weeknotes_desktop.ui.archive.model import ArchiveModel
from weeknotes_desktop.ui.archive.note_list import NoteList
from weeknotes_desktop.ui.archive.row_painter import RowPainter
from weeknotes_desktop.ui.theme import Theme

if TYPE_CHECKING:
    # They come after the first paint.
    from weeknotes_desktop.domain.archive import FilterChoices
    from weeknotes_desktop.ui.archive.filter_row import FilterRow
    from weeknotes_desktop.ui.years.strip import YearStrip

_FILTERS = 23
"""The height of the filters at 100 % text."""


class ArchivePanel(QWidget):
    """Draws an ``ArchiveState`` and says what the user chose or looks for."""

    note_chosen = Signal(str)  # its id
    week_chosen = Signal(object)  # the Week without a note
    looked_for = Signal(str)  # what stands in the field
    note_removed = Signal(str)  # its id
    note_moved = Signal(str, object)  # its id, and the Week that it shall go to
    links_wanted = Signal(str)  # id of the note that others may link to
    rows_seen = Signal(int, int)  # the first row in sight, and the one after the last

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
        self._field.textEdited.connect(self.looked_for)
        self._field.installEventFilter(self)
        self._list = NoteList(self._model, self._painter)
        self._list.setAccessibleName(self.tr("Notes"))
        self._list.row_chosen.connect(self._choose)
        self._list.row_removed.connect(self._remove)
        self._list.menu_wanted.connect(self._offer_deeds)
        self._list.note_dropped.connect(self.note_moved)
        self._list.typed.connect(self._type_on)
        self._list.rows_seen.connect(self.rows_seen)
        self._hint = QLabel()
        self._hint.setObjectName("archiveHint")
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        # Room for the filters, which come after the first paint.
        self._filters: FilterRow | None = None
        self._foot: QVBoxLayout | None = None
        self._filters_room = QWidget()
        self._top = QVBoxLayout()
        self._top.addWidget(self._field)
        self._top.addWidget(self._filters_room)
        self._top.addWidget(self._hint)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addWidget(self._list, 1)
        self._measure()
        theme.changed.connect(self._measure)

    def take_filters(self, filters: FilterRow) -> None:
        """Have a row of filters under the field from now on."""
        self._filters = filters
        self._top.replaceWidget(self._filters_room, filters)
        # Nothing is to be cleared before, and making the button takes some milliseconds.
        self._field.setClearButtonEnabled(True)
        self._filters_room.deleteLater()

    def take_years(self, years: YearStrip) -> None:
        """Have a strip of years under the list from now on."""
        self._foot = QVBoxLayout()
        self._foot.addWidget(years)
        self._column.addLayout(self._foot)
        self._measure()

    def show_week(self, week: Week) -> None:
        """Bring the rows of a week into sight, where it has any."""
        place = self._model.rows.place_of_week(monday_of(week))
        if place is not None:
            self._list.scrollTo(self._model.index(place))

    def offer_choices(self, choices: FilterChoices) -> None:
        """Open the list of what one can ask for."""
        if self._filters is not None:
            self._filters.offer(choices)

    def draw(self, state: ArchiveState) -> None:
        """Draw the whole pane; the place scrolled to stays, unless another note is open now."""
        if self._filters is not None:
            self._filters.draw(state.which, state.drafts)
        words = "" if state.which is None else state.which.words
        if self._field.text() != words:
            self._field.setText(words)
        self._painter.colours = state.colours
        self._list.show_rows(state.rows)
        self._hint.setText(state.hint)
        self._hint.setVisible(bool(state.hint))
        self._list.mark(self._model.index_of(state.chosen), go=state.chosen != self._chosen)
        self._chosen = state.chosen

    def look(self) -> None:
        """Put the keyboard into the field."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def focus_list(self) -> None:
        """Put the keyboard on the open note, or on the first row."""
        if not self._list.currentIndex().isValid():
            self._list.move_to_end(forward=False)
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

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

    def _open_first(self) -> None:
        first = next(self._model.rows.notes(), None)
        if first is not None:
            self.note_chosen.emit(first)

    def _choose(self, index: QModelIndex) -> None:
        note_id, row = self._model.rows.note_at(index.row()), self._model.row(index)
        if note_id is not None:
            self.note_chosen.emit(note_id)
        elif isinstance(row, BlankWeekRow):
            self.week_chosen.emit(row.week)

    def _remove(self, index: QModelIndex) -> None:
        note_id = self._model.rows.note_at(index.row())
        if note_id is not None:
            self.note_removed.emit(note_id)

    def _offer_deeds(self, index: QModelIndex, place: QPoint) -> None:
        """Open the menu of a row."""
        # Not on top: nobody opens it before the first paint.
        from weeknotes_desktop.ui.archive.row_menu import NoteDeeds, RowMenu

        rows = self._model.rows
        note_id, week = rows.note_at(index.row()), rows.week_at(index.row())
        menu = RowMenu(self._list)
        if note_id is not None and week is not None:
            deeds = NoteDeeds(
                open=lambda: self.note_chosen.emit(note_id),
                move=lambda chosen: self.note_moved.emit(note_id, chosen),
                show_links=lambda: self.links_wanted.emit(note_id),
                remove=lambda: self.note_removed.emit(note_id),
            )
            menu.offer_note(week, deeds)
        else:
            menu.offer_blank(lambda: self.week_chosen.emit(week))
        menu.popup(place)

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
        # Qt mirrors what stands in a layout, and no margins; the list has its own at the far end.
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        near, far = (0, dots(12)) if mirrored else (dots(12), 0)
        self._column.setContentsMargins(near, dots(13), far, 0)
        self._column.setSpacing(dots(8))
        self._top.setContentsMargins(far, 0, near, 0)
        if self._foot is not None:
            self._foot.setContentsMargins(far, 0, near, dots(10))
        if self._filters is None:
            self._filters_room.setFixedHeight(dots(_FILTERS))
