"""What changed in the open note since it was published, part by part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from weeknotes_desktop.domain.comparison import Change, Piece
from weeknotes_desktop.domain.note import Note, Status, count_words
from weeknotes_desktop.domain.ports import Jobs
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.since_published import Comparison, Part
from weeknotes_desktop.presenters import folding
from weeknotes_desktop.presenters.changed_since import ChangedSince, Looked
from weeknotes_desktop.presenters.notices import Notices, failure

NO_NOTE = "Open a published note to see what changed in it."
DRAFT = "This note is a draft. Once it is published, what you change will stand here."
FOR_ME = "Only you read this note, so it stands on no site."
OF_OLD = (
    "An older version of the program published this note and did not keep how it stood then. "
    "A site shows it as it stands now; once you publish it again, what you change will stand here."
)
NOTHING = "Readers see what stands here: nothing has changed."


@dataclass(frozen=True, slots=True)
class ChangedPart:
    """One part of the note, compared word by word.

    Args:
        reader: Who sees it so; None where all see it so who may read the note.
    """

    part: Part
    reader: Audience | None
    pieces: tuple[folding.Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SincePublishedState:
    """The whole window.

    Args:
        label: Of the note, as printed; empty while none is open.
        at: When it was published last, local time.
        parts: What is different, in the order of the page; None while that is worked out.
        came: Words that are new since then.
        gone: Words that are gone since then.
        hint: What to say where there is nothing to compare.
        may_publish: Whether it can be published again.
    """

    label: str = ""
    at: datetime | None = None
    parts: tuple[ChangedPart, ...] | None = ()
    came: int = 0
    gone: int = 0
    hint: str = NO_NOTE
    may_publish: bool = False


class SincePublishedView(Protocol):
    """What the window must be able to do."""

    def draw(self, state: SincePublishedState) -> None:
        """Draw the whole window."""

    def come(self) -> None:
        """Show itself, beside the main window."""


class SincePublishedPresenter:
    """Shows what readers would see differently if the open note were published again.

    Args:
        label: How a note is called.
        may_write: Whether anything can be changed at all.
    """

    def __init__(
        self,
        *,
        view: SincePublishedView,
        changed: ChangedSince,
        label: Callable[[Note], str],
        jobs: Jobs,
        notices: Notices,
        may_write: bool = True,
    ) -> None:
        self._view, self._changed, self._label = view, changed, label
        self._jobs, self._notices, self._may_write = jobs, notices, may_write
        self._shown = False
        self._asked = 0
        self.state = SincePublishedState()
        """What is shown now."""
        changed.looked.connect(self._compare)

    def open(self) -> None:
        """Show it, and go on following the note."""
        self._shown = True
        self._compare(self._changed.latest)
        self._changed.look()
        self._view.come()

    def closed(self) -> None:
        """The window is gone."""
        self._shown = False

    def _compare(self, looked: Looked) -> None:
        """Compare away from the window; only what was asked for last is shown."""
        if not self._shown:
            return
        self._asked += 1
        asked, since = self._asked, looked.since
        label = self._label(looked.note) if looked.note is not None else ""
        if since is None:
            self._draw(SincePublishedState(label=label, hint=_hint(looked.note)))
            return
        before = self.state
        state = SincePublishedState(
            label=label,
            at=since.at.astimezone(),
            parts=None,
            hint="",
            may_publish=self._may_write,
        )
        # What was found a moment ago stays in sight until there is something else to show.
        same = (before.label, before.at) == (state.label, state.at) and before.parts is not None
        self._draw(replace(before, may_publish=state.may_publish) if same else state)

        widest = looked.note.audience if looked.note is not None else Audience.PUBLIC

        def take(found: Comparison | None) -> None:
            if asked == self._asked:
                self._draw(_with(state, found, widest))

        self._jobs.run(since.compared, take, lambda error: self._notices.show(failure(error)))

    def _draw(self, state: SincePublishedState) -> None:
        self.state = state
        self._view.draw(state)


def _with(
    state: SincePublishedState, found: Comparison | None, widest: Audience
) -> SincePublishedState:
    if found is None:
        return replace(state, parts=(), hint=NOTHING)
    told = Counter(one.part for one in found.differences)
    return replace(
        state,
        parts=tuple(
            ChangedPart(
                one.part,
                None if one.reader is widest and told[one.part] == 1 else one.reader,
                folding.fold(one.pieces),
            )
            for one in found.differences
        ),
        came=_words(found, Change.NEW),
        gone=_words(found, Change.GONE),
    )


def _words(found: Comparison, change: Change) -> int:
    """What the team sees beside what everybody does is counted once."""
    most: Counter[Part] = Counter()
    for one in found.differences:
        most[one.part] = max(most[one.part], _count(one.pieces, change))
    return most.total()


def _count(pieces: Iterable[Piece], change: Change) -> int:
    return sum(count_words(piece.text) for piece in pieces if piece.change is change)


def _hint(note: Note | None) -> str:
    if note is None:
        return NO_NOTE
    if note.status is not Status.PUBLISHED:
        return DRAFT
    return FOR_ME if note.audience is Audience.ME else OF_OLD
