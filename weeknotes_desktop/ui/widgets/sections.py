"""A list in sections, as Qt's list view asks for it: headings, and what stands under them."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Heading:
    """Stands over a section; can be neither reached nor chosen.

    Args:
        aside: At the far end, as a number.
        mark: One letter before the words.
        colour: Of the mark, a name of ``Tokens``.
    """

    text: str
    aside: str = ""
    mark: str = ""
    colour: str = "grey"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a section.

    Args:
        key: What it stands for.
        second: A quiet second line; in a list of single lines, quiet words behind the first.
        aside: Quiet words at the far end.
        icon: A name of ``ui/icons.py``; empty for none.
    """

    key: Hashable
    text: str
    second: str = ""
    aside: str = ""
    icon: str = ""


Row = Heading | Entry


class SectionModel(QAbstractListModel):
    """Keeps the rows as they come."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a screen reader says of a row; the painter paints from ``rows``."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row())
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Entry):
            return row.text
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Headings can be neither reached nor chosen."""
        if not index.isValid() or isinstance(self.rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place_of(self, key: Hashable) -> int | None:
        """Where the entry with that key stands."""
        for place, row in enumerate(self.rows):
            if isinstance(row, Entry) and row.key == key:
                return place
        return None

    def _spoken(self, place: int) -> str:
        """A row in one sentence, with the heading it stands under."""
        row = self.rows[place]
        if isinstance(row, Heading):
            return row.text
        over = next((one for one in self.rows[place::-1] if isinstance(one, Heading)), None)
        said = (over.text if over else "", row.text, row.second, row.aside)
        return ", ".join(part for part in said if part)
