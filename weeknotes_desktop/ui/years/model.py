"""The weeks of the years as Qt's table asks for them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.written_week import monday_of
from weeknotes_desktop.presenters.years import WEEKS, WeekKind, YearsState
from weeknotes_desktop.ui import words

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SAID = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class YearsModel(QAbstractTableModel):
    """A row for each year, a column for each week."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = YearsState()
        """What is shown."""

    def show(self, state: YearsState) -> None:
        """Show something else."""
        if state.years != self.state.years:
            self.beginResetModel()
            self.state = state
            self.endResetModel()
            return
        self.state = state
        if state.years:
            last = self.index(len(state.years) - 1, WEEKS - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """How many years there are."""
        return 0 if parent.isValid() else len(self.state.years)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:  # noqa: N802
        """As many as the longest year has weeks."""
        return 0 if parent.isValid() else WEEKS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The year of a row."""
        if role == Qt.ItemDataRole.DisplayRole:
            vertical = orientation is Qt.Orientation.Vertical
            return str(self.state.years[section]) if vertical else str(section + 1)
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is said of a week, to whoever points at it or hears it."""
        week = self.week(index)
        return self.said(week) if week is not None and role in _SAID else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Most years have 52 weeks; there is nothing in the place of the last."""
        if self.week(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren

    def week(self, index: AnyIndex) -> Week | None:
        """The week at ``index``."""
        return self.state.week(index.row(), index.column()) if index.isValid() else None

    def said(self, week: Week) -> str:
        """A week in one line."""
        when = self.tr("Week {number}, {days} {year}").format(
            number=week.number, days=words.days(week), year=week.sunday.year
        )
        return f"{when}: {self._told(monday_of(week))}"

    def _told(self, monday: int) -> str:
        state = self.state
        match state.kind(monday):
            case WeekKind.WRITTEN:
                return self._length(monday)
            case WeekKind.SHORT:
                return self.tr("short, {told}").format(told=self._length(monday))
            case WeekKind.AWAY:
                why = state.away[monday]
                return self.tr("away, {why}").format(why=why) if why else self.tr("away")
            case WeekKind.AHEAD:
                return self.tr("yet to come")
            case _:
                return self.tr("no note")

    def _length(self, monday: int) -> str:
        written = self.state.written[monday]
        notes, count = len(written.notes), written.words
        told = self.tr("one note") if notes == 1 else self.tr("%n notes", "", notes)
        long = self.tr("one word") if count == 1 else self.tr("%n words", "", count)
        return f"{told}, {long}"
