"""What the facts line says of the open note, and what the writer makes of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.text import one_line
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.keeping import Keeping
from weeknotes_desktop.use_cases.save_note import Publishing


class NoteFacts:
    """Changes one fact of the open note at a time.

    Args:
        read_only: Why nothing can be changed, where that is so.
    """

    def __init__(
        self,
        keeping: Keeping,
        settings: Callable[[], Settings],
        read_only: WeekNotesError | None = None,
    ) -> None:
        self._keeping, self._settings, self._read_only = keeping, settings, read_only
        self.refused: Hook[WeekNotesError] = Hook()
        """It cannot be changed, and all is as it was."""

    def set_label(self, label: str) -> None:
        """Give the note a label of its own; an empty one follows the pattern again."""
        note = self._keeping.current()
        if note is not None:
            self._change(label=self._settings().label.kept(label, note.week))

    def set_week(self, week: Week) -> None:
        """Say which week the note is about."""
        self._change(week=week)

    def set_category(self, category: str) -> None:
        """Put the note into a category."""
        self._change(category=category)

    def set_status(self, status: Status) -> None:
        """Publish the note as it stands, or take it back."""
        if status is Status.PUBLISHED:
            self._change(Publishing.NOW)
        else:
            self._change(status=status)

    def set_day(self, day: date) -> None:
        """Say which day the page of the note names."""
        self._change(published_on=day)

    def set_audience(self, audience: Audience) -> None:
        """Say who may read the note."""
        self._change(audience=audience)

    def _change(self, publishing: Publishing = Publishing.NO, /, **facts: Any) -> None:
        if self._read_only is not None:
            self.refused.emit(self._read_only)
            return
        try:
            lines = {name: one_line(said) for name, said in facts.items() if type(said) is str}
        except WeekNotesError as error:
            self.refused.emit(error)
        else:
            self._keeping.change(publishing, **facts | lines)
