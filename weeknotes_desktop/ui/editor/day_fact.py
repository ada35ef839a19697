"""The day that the page of a published note names, changed where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from weeknotes_desktop.domain.ports import Clock
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.ui import words
from weeknotes_desktop.ui.editor.fact_button import Choice, FactButton
from weeknotes_desktop.ui.widgets.flow import Flow

if TYPE_CHECKING:
    from weeknotes_desktop.ui.editor.day_edit import DayEdit

_OTHER = object()


class DayFact(FactButton):
    """Shows the day; offers those that are near, and any other.

    Args:
        line: Where it stands; a day is typed there as well.
        clock: Tells which day is today.
    """

    day_chosen = Signal(date)

    def __init__(self, line: Flow, clock: Clock) -> None:
        super().__init__("noteDay", self._days)
        self._line, self._clock = line, clock
        self._day, self._week = date.min, Week.of(clock().date())
        self._edit: DayEdit | None = None
        self.chosen.connect(self._choose)

    def show_day(self, day: date | None, week: Week) -> None:
        """Show ``day``, or nothing; the note is about ``week``."""
        if day is None:
            self._show_again()
            self.hide()
            return
        self._day, self._week = day, week
        if self._edit is None or self._edit.isHidden():
            self.show()
        this_year = day.year == self._clock().year
        said = words.day(day) if this_year else words.full_date(day)
        self.show_fact(self.tr("Publication day"), said)

    def _days(self) -> tuple[Sequence[Choice], object]:
        today = self._clock().date()
        friday = self._week.friday
        near = {
            today: self.tr("Today"),
            today - timedelta(days=1): self.tr("Yesterday"),
            friday: self.tr("Friday of its week"),
        }
        choices = [Choice(day, f"{name}  ·  {words.full_date(day)}") for day, name in near.items()]
        if self._day not in near:
            choices.append(Choice(self._day, words.full_date(self._day)))
        choices.append(Choice(_OTHER, self.tr("Another day…"), apart=True))
        return choices, self._day

    def _choose(self, choice: object) -> None:
        if choice is not _OTHER:
            self.day_chosen.emit(choice)
            return
        if self._edit is None:
            # Not on top: few change a day, and every window has this line at its first paint.
            from weeknotes_desktop.ui.editor.day_edit import DayEdit

            self._edit = DayEdit(self.tr("Publication day"))
            self._edit.entered.connect(self.day_chosen)
            self._edit.left.connect(self._show_again)
            self._line.add(self._edit, behind=self)
        self.hide()
        self._edit.show_day(self._day)
        self._edit.show()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_again(self) -> None:
        edit = self._edit
        if edit is None or edit.isHidden():
            return
        self.show()
        if edit.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        edit.hide()
