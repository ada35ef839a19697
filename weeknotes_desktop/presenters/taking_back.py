"""The way back from replacing in several notes."""

from __future__ import annotations

from collections.abc import Callable

from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import Clock, LibraryWriter
from weeknotes_desktop.presenters.earlier_text import Page
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.keeping import Typed
from weeknotes_desktop.presenters.notices import Notice, Notices, failure
from weeknotes_desktop.use_cases.replace_everywhere import Replacement, put_back


class TakingBack:
    """Offers to undo what was replaced, in all notes at once.

    Args:
        current: The open note as it stands in the window.
        pattern: How labels are made now.
    """

    def __init__(
        self,
        page: Page,
        current: Callable[[], Note | None],
        writer: LibraryWriter,
        notices: Notices,
        pattern: Callable[[], LabelPattern],
        clock: Clock,
    ) -> None:
        self._page, self._current = page, current
        self._writer, self._notices = writer, notices
        self._pattern, self._clock = pattern, clock
        self.taken_back: Hook[None] = Hook()
        """The notes say again what they said before."""

    def offer(self, done: tuple[Replacement, ...], places: int, *, open_stays: bool) -> None:
        """Say what was replaced, and offer the way back.

        Args:
            open_stays: Whether the open note was changed in between, and was left as it is.
        """
        remedy = "The open note was changed in the meantime, and stays as it is."
        if not done:
            self._notices.show(Notice(remedy))
            return
        self._notices.show(
            Notice(
                f"Replaced in {counted(places, 'place')}, in {counted(len(done), 'note')}.",
                remedy if open_stays else "",
                action="Undo",
                act=lambda: self._take_back(done),
            )
        )

    def _take_back(self, done: tuple[Replacement, ...]) -> None:
        note, stay, others = self._current(), 0, []
        for one in done:
            if note is None or one.note_id != note.id:
                others.append(one)
            elif note.body == one.after:
                self._page.replace_text(Typed(note.title, one.before))
            else:
                stay += 1
        pattern, now = self._pattern(), self._clock()

        def say(others_stay: int) -> None:
            self.taken_back.emit(None)
            self._notices.show(_put_back(stay + others_stay))

        self._writer.do(
            lambda library: put_back(library, others, pattern, now),
            say,
            lambda error: self._notices.show(failure(error)),
        )


def counted(number: int, what: str) -> str:
    """As “1 note” or “1,200 notes”."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def _put_back(stay: int) -> Notice:
    if not stay:
        return Notice("Everything says again what it said before.")
    if stay == 1:
        return Notice(
            "One note was changed since, and stays as it is.",
            "What it said before is in its history.",
        )
    return Notice(
        f"{stay:,} notes were changed since, and stay as they are.",
        "What they said before is in their history.",
    )
