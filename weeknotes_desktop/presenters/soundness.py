"""Looks whether the library is whole, has it put together where it is not, and says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.ports import Clock, Jobs, LibraryChecks, LibraryWriter
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.soundness import Finding, Mended
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.notices import Notice, Notices, failure

AGAIN_AFTER = timedelta(days=7)
"""How long a look at every row is good for."""

CHECKED_AT = "checked-at"
KNOWN_DAMAGE = "known-damage"

_OF_THE_FILE = frozenset(
    {"file", "header", "pages", "schema", "triggers", "foreign keys", "fingerprints"}
)
"""The checks that tell whether the library itself is whole."""

_DAMAGED = "Part of your notes file was damaged"
_NAMED = 5
"""How many losses are named before the rest is only counted."""


class SoundnessPresenter:
    """Checks the library after the first paint, and when something of it could not be read.

    Args:
        checks: Made anew for each look, as it runs away from the window's thread.
    """

    def __init__(
        self,
        checks: Callable[[], LibraryChecks],
        writer: LibraryWriter,
        jobs: Jobs,
        notices: Notices,
        clock: Clock,
    ) -> None:
        self._checks = checks
        self._writer = writer
        self._jobs = jobs
        self._notices = notices
        self._clock = clock
        self._mending = False
        self._at_once = False
        self.mended: Hook[Mended] = Hook()
        """Another file lies where the library was; all that is shown must be read anew."""
        self.looked: Hook[Sequence[Finding]] = Hook()
        """Every row was looked at, and all that goes with them."""

    def begin(self, mended: Mended | None = None, *, after_sudden_end: bool = False) -> None:
        """The library is open for writing: look whether it is whole.

        Args:
            mended: What was done to it before it was opened.
            after_sudden_end: Then every row is looked at, too.
        """
        self._at_once = after_sudden_end
        if mended is not None:
            self._say(mended)
            self._look_at_every_row(self._remember)
        else:
            self._jobs.run(lambda: self._checks().quick(), self._looked, self._refuse)

    def something_unreadable(self) -> None:
        """Something of the library could not be read just now: put it together again."""
        # Where that fails once, only the next start tries again.
        if not self._mending:
            self._mending = True
            self._writer.do_with_file(lambda file: file.mend(), self._mended, self._refuse)

    def _looked(self, found: Sequence[Finding]) -> None:
        if _ill(found):
            self.something_unreadable()
        else:
            self._writer.do(_known, self._look_if_it_is_time, self._refuse)

    def _look_if_it_is_time(self, known: _Known) -> None:
        now = self._clock()
        checked_at = known.checked_at
        # A clock that was put back is no reason to look at nothing for years.
        fresh = checked_at is not None and now - AGAIN_AFTER < checked_at <= now
        if self._at_once or not fresh:
            self._look_at_every_row(lambda ill: self._judge(ill, known))

    def _look_at_every_row(self, then: Callable[[str], None]) -> None:
        def tell(found: Sequence[Finding]) -> None:
            then(_ill(found))
            self.looked.emit(found)

        self._jobs.run(lambda: self._checks().thorough(), tell, self._refuse)

    def _judge(self, ill: str, known: _Known) -> None:
        if ill and ill != known.damage:
            self.something_unreadable()
        else:
            self._remember(ill)

    def _mended(self, mended: Mended) -> None:
        self._mending = False
        self.mended.emit(mended)
        self._say(mended)
        # What is not whole now was read half, and no mending makes more of it.
        self._look_at_every_row(self._remember)

    def _remember(self, ill: str) -> None:
        now = self._clock().isoformat()

        def act(library: NoteLibrary) -> None:
            library.keep_remark(CHECKED_AT, now)
            if (library.remark(KNOWN_DAMAGE) or "") != ill:
                library.keep_remark(KNOWN_DAMAGE, ill)

        self._writer.do(act, lambda _: None, self._refuse)

    def _say(self, mended: Mended) -> None:
        self._notices.show(told(mended, self._clock()))

    def _refuse(self, error: WeekNotesError) -> None:
        self._notices.show(failure(error))


def told(mended: Mended, now: datetime) -> Notice:
    """What was done to a damaged library, in the writer's words."""
    begun = "Your notes file was missing" if mended.missing else _DAMAGED
    if mended.restored_from is None:
        words = f"{begun}, and there was no backup. {_all_that_is_left(mended)}"
    else:
        newer = _counted(mended, "newer ")
        were = "was" if mended.newer + mended.newer_goals == 1 else "were"
        plus = f", plus {newer} that {were} intact" if newer else ""
        words = f"{begun}. Restored from the backup of {_time(mended.restored_from, now)}{plus}."
    if mended.lost:
        more = len(mended.lost) - _NAMED
        named = ", ".join(mended.lost[:_NAMED]) + (f" and {more} more" if more > 0 else "")
        words = f"{words} Not in it: {named}."
    return Notice(words, _where_the_old_one_is(mended), urgent=True, lasting=True)


class _Known(NamedTuple):
    """What the library remembers about the last look at it."""

    checked_at: datetime | None = None
    damage: str = ""


def _known(library: NoteLibrary) -> _Known:
    said = library.remark(CHECKED_AT)
    try:
        checked_at = None if said is None else datetime.fromisoformat(said)
    except ValueError:
        checked_at = None
    if checked_at is not None and checked_at.tzinfo is None:
        checked_at = None
    return _Known(checked_at, library.remark(KNOWN_DAMAGE) or "")


def _ill(found: Sequence[Finding]) -> str:
    """What is wrong with the library itself; empty where nothing is."""
    return " ".join(
        f"{finding.name}: {finding.found}"
        for finding in found
        if not finding.ok and finding.name in _OF_THE_FILE
    )


def _where_the_old_one_is(mended: Mended) -> str:
    kept = f"The damaged file is kept here: {mended.kept_aside}" if mended.kept_aside else ""
    if not mended.missing or mended.restored_from is None:
        return kept
    empty = "To begin with empty notes, close this window and move notes file and backups away."
    return f"{kept} {empty}".strip()


def _all_that_is_left(mended: Mended) -> str:
    number = mended.newer + mended.newer_goals
    if not number:
        return "No note and no goal could be read whole."
    left = f"{_counted(mended, '')} that could be read whole"
    return f"{left} is here." if number == 1 else f"{left} are all here."


def _counted(mended: Mended, kind: str) -> str:
    """How many notes and goals, as “2 newer notes and 1 newer goal”; empty for none."""
    counted = ((mended.newer, "note"), (mended.newer_goals, "goal"))
    return " and ".join(_number(number, f"{kind}{name}") for number, name in counted if number)


def _number(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def _time(at: datetime, now: datetime) -> str:
    local = at.astimezone(now.tzinfo)
    return f"{local:%H:%M}" if local.date() == now.date() else f"{local:%Y-%m-%d %H:%M}"
