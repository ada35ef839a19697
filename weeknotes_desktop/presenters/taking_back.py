"""The way back from replacing in several notes."""

from __future__ import annotations

from collections.abc import Callable

from weeknotes_desktop.domain.errors import ChangedElsewhereError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.ports import Clock, LibraryWriter
from weeknotes_desktop.presenters.changing_notes import MOST_AT_ONCE, Changed, ChangingNotes, Slice
from weeknotes_desktop.presenters.earlier_text import Page
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.keeping import Keeping
from weeknotes_desktop.presenters.notices import Notice, Notices
from weeknotes_desktop.use_cases.replace_everywhere import Replacement, put_back


class TakingBack:
    """Offers to undo what was replaced, in all notes at once.

    Args:
        pattern: How labels are made now.
    """

    def __init__(
        self,
        page: Page,
        keeping: Keeping,
        writer: LibraryWriter,
        notices: Notices,
        pattern: Callable[[], LabelPattern],
        clock: Clock,
    ) -> None:
        self._page, self._keeping = page, keeping
        self._writer, self._notices = writer, notices
        self._pattern, self._clock = pattern, clock
        self._undo: Callable[[], None] = _nothing
        self.told: Hook[tuple[str, bool]] = Hook()
        """What was replaced last or came back, and whether it can be taken back."""
        self.taken_back: Hook[None] = Hook()
        """The notes say again what they said before."""

    def offer(self, changed: Changed, places: int) -> None:
        """Say what was replaced in how many places, and offer the way back."""
        remedy = _what_stays(changed)
        done = changed.done
        if not done:
            self._notices.show(Notice(remedy or "Nothing was replaced."))
            return
        # Nothing else that is said may take the only way back along.
        notice = Notice(
            f"Replaced in {counted(places, 'place')}, in {counted(len(done), 'note')}.",
            remedy,
            action="Undo",
            act=lambda: undo(),
            lasting=True,
        )

        def undo() -> None:
            self._notices.withdraw(notice)
            if self._undo is undo:
                self._undo = _nothing
                self.told.emit(("", False))
            self._take_back(tuple(map(_turned_round, done)))

        self._undo = undo
        self._notices.show(notice)
        self.told.emit((f"{notice.text} {remedy}".strip(), True))

    def take_back(self) -> None:
        """Undo what was replaced last, if that was not done yet."""
        self._undo()

    def _take_back(self, wanted: Slice) -> None:
        pattern, now = self._pattern(), self._clock()
        number = counted(len(wanted), "note")
        waiting = Notice(f"What {number} said before comes back…", urgent=True)
        if len(wanted) > MOST_AT_ONCE:
            self._notices.show(waiting)
        journey = ChangingNotes(
            self._page,
            self._keeping,
            self._writer,
            act=lambda library, others, _: put_back(library, others, pattern, now),
            tell=lambda _: None,
            done=lambda changed: self._taken_back(changed, waiting),
        )
        journey.begin(wanted)

    def _taken_back(self, changed: Changed, waiting: Notice) -> None:
        self._notices.withdraw(waiting)
        self.taken_back.emit(None)
        if changed.error is None:
            notice = _put_back(changed.stay + changed.open_stays)
            self._notices.show(notice)
            if self._undo is _nothing:
                self.told.emit((f"{notice.text} {notice.remedy}".strip(), False))
        else:
            self._notices.show(
                Notice(
                    changed.error.problem,
                    f"{counted(len(changed.left), 'note')} could not be put back yet.",
                    urgent=True,
                    action="Try again",
                    act=lambda: self._take_back(changed.left),
                )
            )


def _nothing() -> None:
    """There is nothing to undo."""


def counted(number: int, what: str) -> str:
    """As “1 note” or “1,200 notes”."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def _what_stays(changed: Changed) -> str:
    """What of the chosen notes stays as it is, and why."""
    said = []
    if changed.error is not None:
        said.append(
            "One of the others was changed in the meantime."
            if isinstance(changed.error, ChangedElsewhereError)
            else changed.error.problem
        )
    if changed.left:
        said.append(_stays_as_it_is(len(changed.left)))
    if changed.open_stays:
        said.append("The open note was changed in the meantime, and stays as it is.")
    return " ".join(said)


def _stays_as_it_is(number: int) -> str:
    verb, pronoun = ("stays", "it is") if number == 1 else ("stay", "they are")
    return f"{counted(number, 'note')} {verb} as {pronoun}."


def _turned_round(one: Replacement) -> Replacement:
    return Replacement(note_id=one.note_id, before=one.after, after=one.before)


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
