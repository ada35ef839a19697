"""Leaving the program, never before the text is on disk."""

from __future__ import annotations

from collections.abc import Callable

from weeknotes_desktop.presenters.keeping import Keeping, Kept, Safety
from weeknotes_desktop.presenters.notices import Notice, Notices


class ClosingPresenter:
    """Closes the window once everything is saved, or says why it stays.

    Args:
        leave: Closes the window.
    """

    def __init__(self, keeping: Keeping, notices: Notices, leave: Callable[[], None]) -> None:
        self._keeping = keeping
        self._notices = notices
        self._leave = leave
        self._asked = False
        keeping.kept.connect(self._heard)

    def ask(self) -> None:
        """The writer wants to leave."""
        self._asked = True
        self._keeping.finish(self._leave)

    def _heard(self, kept: Kept) -> None:
        if self._asked and kept.safety is Safety.NOT_ON_DISK:
            self._asked = False
            self._notices.show(
                Notice(
                    "Your text could not be saved, so the window stays open.",
                    f"{kept.problem} Saving goes on by itself.",
                    action="Close without saving",
                    act=self._leave,
                    urgent=True,
                )
            )
