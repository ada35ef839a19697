"""Putting a back-up in place of everything, in a way that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.ports import BackUps, LibraryFile, LibraryWriter
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.keeping import Keeping, Kept, Safety
from weeknotes_desktop.presenters.notices import Notice, Notices, failure
from weeknotes_desktop.use_cases.restore_back_up import Restored, restore_back_up


class Restoring:
    """Saves what is typed, backs up what is there, and restores.

    Args:
        back_ups: Those of the folder that the settings name now.
    """

    def __init__(
        self,
        back_ups: Callable[[], BackUps],
        keeping: Keeping,
        writer: LibraryWriter,
        notices: Notices,
    ) -> None:
        self._back_ups = back_ups
        self._keeping = keeping
        self._writer = writer
        self._notices = notices
        self._waits_for_the_text = False
        self.restored: Hook[Path] = Hook()
        """The library holds what that back-up held."""
        self.ended: Hook[None] = Hook()
        """It is over, well or not."""
        keeping.kept.connect(self._heard)

    def restore(self, back_up: Path, said: str) -> None:
        """Put a back-up in place of everything.

        Args:
            said: How the writer knows what they go back to, as “on 3 March at 09:30”.
        """
        if self._keeping.failing:
            self._stay()
            return
        self._waits_for_the_text = True
        self._keeping.finish(lambda: self._restore(back_up, said))

    def _restore(self, back_up: Path, said: str) -> None:
        self._waits_for_the_text = False
        back_ups = self._back_ups

        def act(file: LibraryFile) -> Restored:
            # On the writer's thread, so that nothing is written between the two.
            return restore_back_up(file, back_ups(), back_up)

        def accept(done: Restored) -> None:
            self.restored.emit(back_up)
            self.ended.emit(None)
            self._notices.show(
                Notice(
                    f"Your notes are as they were {said}.",
                    action="Undo",
                    act=lambda: self.restore(done.undo.path, "before you restored"),
                )
            )

        self._writer.do_with_file(act, accept, self._refuse)

    def _refuse(self, error: WeekNotesError) -> None:
        self.ended.emit(None)
        self._notices.show(failure(error))

    def _heard(self, kept: Kept) -> None:
        if self._waits_for_the_text and kept.safety is Safety.NOT_ON_DISK:
            self._stay()

    def _stay(self) -> None:
        self._waits_for_the_text = False
        self.ended.emit(None)
        self._notices.show(
            Notice(
                "Nothing was restored, as your text could not be saved first.",
                "It is saved by itself as soon as that is possible.",
                urgent=True,
            )
        )
