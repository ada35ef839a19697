"""Turn into text: what stands in place of the goals from now on, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.presenters.notices import Notice, Notices
from weeknotes_desktop.use_cases.turn_into_text import leaves_out, turn_into_text
from weeknotes_desktop.use_cases.week_goals import WeekGoals

_NOT_IN_SIGHT = Notice("The text is not in sight.", "Choose Write or Split first.")
_NO_LINE = Notice(
    "No line of this note shows goals.", "Format → Goals of the week puts [GOALS] into it."
)
_NOTHING = Notice("There are no goals that the public may read, so the line stays as it is.")
_BOTH = Notice(
    "What the public may not read was left out of the text; where that is all, the line stays"
    " as it is.",
    "Undo brings the others back.",
)
_LEFT_OUT = Notice(
    "What the public may not read was left out of the text.", "Undo brings the line back."
)


class Page(Protocol):
    """The lines of the open text that show goals."""

    def replace(self, text_for: Callable[[str], str]) -> tuple[str, ...] | None:
        """Put text in place of those that are meant; returns what stood there."""


class TurningPresenter:
    """Replaces the lines that show goals by what the public reads there now.

    Args:
        current: The open note.
        shown: The goals as the library has acknowledged them.
    """

    def __init__(
        self,
        page: Page,
        notices: Notices,
        current: Callable[[], Note | None],
        shown: Callable[[], WeekGoals | None],
        settings: Callable[[], Settings],
    ) -> None:
        self._page, self._notices = page, notices
        self._current, self._shown, self._settings = current, shown, settings

    def turn(self) -> None:
        """Turn the line the caret is in into text, or all of them where it is in none."""
        note, goals, settings = self._current(), self._shown(), self._settings()
        if note is None or goals is None or goals.week != note.week:
            return
        found = self._page.replace(lambda place: turn_into_text(note, goals, place, settings))
        if found is None:
            self._notices.show(_NOT_IN_SIGHT)
        elif not found:
            self._notices.show(_NO_LINE)
        else:
            self._say(note, goals, found, settings)

    def _say(
        self, note: Note, goals: WeekGoals, found: tuple[str, ...], settings: Settings
    ) -> None:
        """Say which lines stay, and whether the text tells less than they showed."""
        turned = [one for one in found if turn_into_text(note, goals, one, settings)]
        stays = len(turned) < len(found)
        if any(leaves_out(note, goals, place, settings) for place in turned):
            self._notices.show(_BOTH if stays else _LEFT_OUT)
        elif stays:
            self._notices.show(_NOTHING)
