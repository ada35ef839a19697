"""Turns the window to another week: to its note, or to the page that offers to start one."""

from __future__ import annotations

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import NoteSummary
from weeknotes_desktop.domain.ports import LibraryWriter
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.editor import EditorPresenter
from weeknotes_desktop.presenters.editor_notices import NOT_SAVED_YET
from weeknotes_desktop.presenters.keeping import Keeping
from weeknotes_desktop.presenters.notices import Notices, failure


class WeekTurning:
    """Leaves the open note for another week, never before its text is on disk."""

    def __init__(
        self, editor: EditorPresenter, keeping: Keeping, writer: LibraryWriter, notices: Notices
    ) -> None:
        self._editor, self._keeping = editor, keeping
        self._writer, self._notices = writer, notices

    def turn_to(self, week: Week) -> None:
        """Show a week; where its note is open already, nothing happens."""
        note = self._keeping.current()
        if note is None or note.week != week:
            self._writer.do(
                lambda library: library.summaries(week),
                lambda notes: self._show(week, notes),
                self._refuse,
            )

    def _show(self, week: Week, notes: tuple[NoteSummary, ...]) -> None:
        if notes:
            self._editor.open(notes[0].id)
        elif self._keeping.failing:
            self._notices.show(NOT_SAVED_YET)
        else:
            self._keeping.finish(lambda: self._offer(week))

    def _offer(self, week: Week) -> None:
        if self._keeping.safe:
            self._editor.show_empty(week)
        else:
            # A key fell meanwhile: save it first.
            self._keeping.finish(lambda: self._offer(week))

    def _refuse(self, error: WeekNotesError) -> None:
        self._notices.show(failure(error))
