"""The places of all notes, as Qt’s list view asks for them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from weeknotes_desktop.presenters.replacing_state import (
    NoteHeading,
    PlaceLine,
    ReplacingRow,
    Ticks,
)

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_CHECKS = {
    Ticks.ALL: Qt.CheckState.Checked,
    Ticks.SOME: Qt.CheckState.PartiallyChecked,
    Ticks.NONE: Qt.CheckState.Unchecked,
}


class PlaceModel(QAbstractListModel):
    """Keeps the rows as they come."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[ReplacingRow, ...] = ()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a screen reader says of a row, and whether it is ticked."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        if role == Qt.ItemDataRole.CheckStateRole:
            if isinstance(row, NoteHeading):
                return _CHECKS[row.ticks]
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, PlaceLine):
            return f"{row.lead}{row.goes}{row.tail}\n{row.lead}{row.comes}{row.tail}"
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Every row can be reached and ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def show(self, rows: tuple[ReplacingRow, ...]) -> None:
        """Show these rows instead; where only ticks or words differ, the place is kept."""
        same = len(rows) == len(self.rows) and all(
            one.key == other.key for one, other in zip(rows, self.rows, strict=True)
        )
        if same:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def _spoken(self, row: ReplacingRow) -> str:
        if isinstance(row, NoteHeading):
            places = self.tr("1 place") if row.places == 1 else self.tr("{0} places")
            published = self.tr("published") if row.published else ""
            said = (row.title, row.label, published, places.format(row.places))
            return ", ".join(part for part in said if part)
        said_now = f"{row.lead}{row.goes}{row.tail}"
        return self.tr("“{0}” becomes “{1}”: {2}").format(row.goes, row.comes, said_now)
