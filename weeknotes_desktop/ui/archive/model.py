"""The rows of the archive as Qt's views ask for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from weeknotes_desktop.domain.label import short_label
from weeknotes_desktop.domain.note import NoteSummary, Status
from weeknotes_desktop.presenters.archive_rows import (
    ArchiveRow,
    ArchiveRows,
    BlankWeekRow,
    ComingRow,
    MonthRow,
    NoteRow,
    ThisWeekRow,
)
from weeknotes_desktop.presenters.archive_runs import Run
from weeknotes_desktop.ui import words

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Flag = Qt.ItemFlag
_REACHED = _Flag.ItemIsEnabled | _Flag.ItemIsSelectable | _Flag.ItemNeverHasChildren


class ArchiveModel(QAbstractListModel):
    """Makes each row, and its words, when it is looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = ArchiveRows()
        """What is shown."""

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a screen reader says of a row; the delegate paints from ``row``."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headline(self.row(index))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(self.row(index))
        if role == Qt.ItemDataRole.ToolTipRole:
            row = self.row(index)
            told = isinstance(row, NoteRow) or (isinstance(row, BlankWeekRow) and row.away)
            return self.headline(row) if told else None
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Headings can be neither reached nor chosen."""
        if not index.isValid() or self.rows.is_heading(index.row()):
            return _Flag.NoItemFlags
        is_note = self.rows.note_at(index.row()) is not None
        return _REACHED | _Flag.ItemIsDragEnabled if is_note else _REACHED

    def row(self, index: AnyIndex) -> ArchiveRow:
        """The row at ``index``."""
        return self.rows[index.row()]

    def index_of(self, note_id: str | None) -> QModelIndex:
        """Where a note stands; an invalid index when it does not."""
        place = self.rows.place_of(note_id)
        return QModelIndex() if place is None else self.index(place)

    def show(self, rows: ArchiveRows) -> None:
        """Take new rows; what stays the same at both ends is left alone."""
        old = self.rows
        # More was read of the same rows: that is so with each step of scrolling.
        head, tail = (len(rows), 0) if rows.runs is old.runs else _alike(old, rows)
        gone, come = len(old) - head - tail, len(rows) - head - tail
        changed = min(gone, come)
        if gone > changed:
            self.beginRemoveRows(QModelIndex(), head + changed, head + gone - 1)
            self.rows = rows
            self.endRemoveRows()
        elif come > changed:
            self.beginInsertRows(QModelIndex(), head + changed, head + come - 1)
            self.rows = rows
            self.endInsertRows()
        else:
            self.rows = rows
        if changed:
            self.dataChanged.emit(self.index(head), self.index(head + changed - 1))
        elif rows and rows.lines != old.lines:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

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
            case ComingRow():
                return "…"
            case NoteRow(note):
                return note.title.strip() or note.label

    def second_line(self, note: NoteSummary) -> str:
        """Label and days of a note; the label is left out where it is the headline."""
        days = words.days(note.week)
        label = short_label(note.label)
        return f"{label} · {days}" if note.title.strip() and label else days

    def spoken(self, row: ArchiveRow) -> str:
        """A whole row in one sentence."""
        match row:
            case BlankWeekRow(week, None):
                days = words.days(week)
                return self.tr("No note for {days}. Enter starts one.").format(days=days)
            case BlankWeekRow():
                return self.tr("{away}. Enter starts a note.").format(away=self.headline(row))
            case ComingRow(_, week):
                return self.tr("A note for {days}").format(days=words.days(week))
            case NoteRow(note):
                return self._spoken_note(note)
            case _:
                return self.headline(row)

    def _spoken_note(self, note: NoteSummary) -> str:
        said = [self.headline(NoteRow(note)), self.second_line(note)]
        said.append(self.tr("draft") if note.status is Status.DRAFT else self.tr("published"))
        if note.goals_set:
            said.append(
                self.tr("{met} of {set} goals done").format(met=note.goals_met, set=note.goals_set)
            )
        return ", ".join(said)


def _alike(old: ArchiveRows, new: ArchiveRows) -> tuple[int, int]:
    """How many rows are about the same things in both, at the start and at the end."""
    least = min(len(old), len(new))
    head = _rows_in(new, _common(old.runs, new.runs, lambda runs, many: runs[:many]))
    while head < least and old.key(head) == new.key(head):
        head += 1
    end = _common(old.runs, new.runs, lambda runs, many: runs[len(runs) - many :])
    tail = min(len(new) - _rows_in(new, len(new.runs) - end), least - head)
    while tail < least - head and old.key(-1 - tail) == new.key(-1 - tail):
        tail += 1
    return head, tail


def _rows_in(rows: ArchiveRows, runs: int) -> int:
    return rows.starts[runs] if runs < len(rows.runs) else len(rows)


def _common(
    old: Sequence[Run], new: Sequence[Run], part: Callable[[Sequence[Run], int], Sequence[Run]]
) -> int:
    """How many runs at one end are the same, found without a step for each of them."""
    alike, differ = 0, min(len(old), len(new)) + 1
    while differ - alike > 1:
        middle = (alike + differ) // 2
        if part(old, middle) == part(new, middle):
            alike = middle
        else:
            differ = middle
    return alike
