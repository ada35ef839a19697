"""The rows of the archive as Qt's list view asks for them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from weeknotes_desktop.domain.label import short_label
from weeknotes_desktop.domain.note import NoteSummary, Status
from weeknotes_desktop.presenters.archive import (
    ArchiveRow,
    BlankWeekRow,
    MonthRow,
    NoteRow,
    ThisWeekRow,
)
from weeknotes_desktop.ui import words

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ArchiveModel(QAbstractListModel):
    """Keeps the rows as they come; words are made only of rows that are looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ArchiveRow, ...] = ()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a screen reader says of a row; the delegate paints from ``row``."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headline(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            told = isinstance(row, NoteRow) or (isinstance(row, BlankWeekRow) and row.away)
            return self.headline(row) if told else None
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Headings can be neither reached nor chosen."""
        if not index.isValid() or isinstance(self.row(index), ThisWeekRow | MonthRow):
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def row(self, index: AnyIndex) -> ArchiveRow:
        """The row at ``index``."""
        return self._rows[index.row()]

    def index_of(self, note_id: str | None) -> QModelIndex:
        """Where a note stands; an invalid index when it does not."""
        for place, row in enumerate(self._rows):
            if isinstance(row, NoteRow) and row.note.id == note_id:
                return self.index(place)
        return QModelIndex()

    def show(self, rows: tuple[ArchiveRow, ...]) -> None:
        """Take new rows; what stays the same at both ends is left alone."""
        old = self._rows
        head = _alike(old, rows)
        tail = _alike(old[head:][::-1], rows[head:][::-1])
        gone, come = len(old) - head - tail, len(rows) - head - tail
        changed = min(gone, come)
        if gone > changed:
            self.beginRemoveRows(QModelIndex(), head + changed, head + gone - 1)
            self._rows = old[: head + changed] + old[head + gone :]
            self.endRemoveRows()
        if come > changed:
            self.beginInsertRows(QModelIndex(), head + changed, head + come - 1)
            self._rows = self._rows[:head] + rows[head : head + come] + self._rows[head + changed :]
            self.endInsertRows()
        self._rows = rows
        if changed:
            self.dataChanged.emit(self.index(head), self.index(head + changed - 1))

    def headline(self, row: ArchiveRow) -> str:
        """The first line of a row."""
        match row:
            case ThisWeekRow():
                return self.tr("This week")
            case MonthRow(year, month):
                return words.month(year, month)
            case BlankWeekRow(week, None):
                return self.tr("No note · {days}").format(days=words.days(week))
            case BlankWeekRow(week, why):
                away = self.tr("Away · {why}").format(why=why) if why else self.tr("Away")
                return f"{away} · {words.days(week)}"
            case NoteRow(note):
                return note.title.strip() or note.label

    def second_line(self, note: NoteSummary) -> str:
        """Label and days of a note; the label is left out where it is the headline."""
        days = words.days(note.week)
        label = short_label(note.label)
        return f"{label} · {days}" if note.title.strip() and label else days

    def spoken(self, row: ArchiveRow) -> str:
        """A whole row in one sentence."""
        if isinstance(row, BlankWeekRow) and row.away is not None:
            return self.tr("{away}. Enter starts a note.").format(away=self.headline(row))
        if isinstance(row, BlankWeekRow):
            return self.tr("No note for {days}. Enter starts one.").format(
                days=words.days(row.week)
            )
        if not isinstance(row, NoteRow):
            return self.headline(row)
        note = row.note
        said = [self.headline(row), self.second_line(note)]
        said.append(self.tr("draft") if note.status is Status.DRAFT else self.tr("published"))
        if note.goals_set:
            said.append(
                self.tr("{met} of {set} goals done").format(met=note.goals_met, set=note.goals_set)
            )
        return ", ".join(said)


def _alike(one: tuple[ArchiveRow, ...], other: tuple[ArchiveRow, ...]) -> int:
    """How many rows at the start are the same in both."""
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))
