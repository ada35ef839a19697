"""What can be done to a row of the archive, by a right click or the menu key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from weeknotes_desktop.domain.errors import WeekError
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.ui import words

_EACH_WAY = 6
"""Weeks that are offered before and after that of the note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDeeds:
    """What the menu of a note does.

    Args:
        show_links: Shows the notes that link to this one.
    """

    open: Callable[[], None]
    move: Callable[[Week], None]
    show_links: Callable[[], None]
    remove: Callable[[], None]


class RowMenu(QMenu):
    """Made for one opening, gone when it closes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def offer_note(self, week: Week, deeds: NoteDeeds) -> None:
        """What can be done to a note of that week."""
        self._add(self, self.tr("&Open"), deeds.open)
        self._offer_weeks(week, deeds.move)
        self._add(self, self.tr("&Links to this note…"), deeds.show_links)
        self.addSeparator()
        self._add(self, self.tr("&Delete") + "\t" + self.tr("Del"), deeds.remove)

    def offer_blank(self, start: Callable[[], None]) -> None:
        """What can be done about a week without a note."""
        self._add(self, self.tr("&Start its note"), start)

    def _offer_weeks(self, here: Week, move: Callable[[Week], None]) -> None:
        menu = QMenu(self.tr("&Move to another week"), self)
        for step in range(_EACH_WAY, -_EACH_WAY - 1, -1):
            try:
                week = here.plus(step)
            except WeekError:
                continue
            days = self.tr("{days} {year}").format(days=words.days(week), year=week.sunday.year)
            action = menu.addAction(days)
            action.setEnabled(week != here)
            action.triggered.connect(lambda _=False, chosen=week: move(chosen))
        self.addMenu(menu)

    def _add(self, menu: QMenu, said: str, do: Callable[[], None]) -> None:
        menu.addAction(said).triggered.connect(lambda: do())
