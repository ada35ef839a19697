"""Keeps the open note on disk while the writer types.

Typed text is in a draft row a second after the first unsaved key, also while
typing goes on. The note itself is saved when the writer pauses, turns to
something else, or closes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from weeknotes_desktop.domain.errors import (
    ChangedElsewhereError,
    NotFoundError,
    WeekNotesError,
)
from weeknotes_desktop.domain.note import Draft, Note, Status
from weeknotes_desktop.domain.ports import Clock, LibraryWriter, Timers
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.text import readable
from weeknotes_desktop.presenters.hindrance import hindrance_of
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.kept import NO_FACTS, Facts, Kept, KeptBeside, Safety, Typed
from weeknotes_desktop.use_cases.keep_both import Save, goes_on, keep_both
from weeknotes_desktop.use_cases.save_note import Publishing, save_typed

__all__ = ["Keeping", "Kept", "KeptBeside", "Safety", "Typed"]

# Durable at most 2 s after the key: this, the queue, and the disk.
DRAFT_AFTER = 0.9
SAVE_AFTER = 3.0
TRY_AGAIN_AFTER = 2.0
_TYPING = Kept(Safety.TYPING)


class Keeping:
    """Keeps one note at a time; the one that is open.

    Args:
        typed: Tells title and body as they stand in the window.
        settings: As they are now.
    """

    def __init__(
        self,
        typed: Callable[[], Typed],
        writer: LibraryWriter,
        timers: Timers,
        clock: Clock,
        settings: Callable[[], Settings],
        *,
        read_only: bool = False,
    ) -> None:
        self._read_only = read_only
        self._typed = typed
        self._writer = writer
        self._timers = timers
        self._clock = clock
        self._settings = settings
        self._note: Note | None = None
        self._dirty = False
        self._facts = NO_FACTS
        self._sent: Facts | None = None
        self._failing_since: datetime | None = None
        self._cancel_draft: Callable[[], None] | None = None
        self._cancel_save: Callable[[], None] | None = None
        self._then: Callable[[], None] | None = None
        self.saved: Hook[Note] = Hook()
        """The note is on disk as given."""
        self.kept: Hook[Kept] = Hook()
        """Where the text is, each time that changes."""
        self.took_in: Hook[Typed] = Hook()
        """Somebody else had changed the note in other places; this must stand in the window."""
        self.kept_beside: Hook[KeptBeside] = Hook()
        """Somebody else had changed the note; the text is a note of its own now."""

    @property
    def safe(self) -> bool:
        """Whether all that was typed and changed is in the note on disk."""
        return not self._dirty and not self._facts and self._sent is None

    @property
    def failing(self) -> bool:
        """Whether the last try to put the text on disk failed."""
        return self._failing_since is not None

    def current(self) -> Note | None:
        """The open note as it stands in the window."""
        if self._note is None:
            return None
        typed = self._typed()
        facts = (self._sent or NO_FACTS).then(self._facts)
        return facts.of(replace(self._note, title=typed.title, body=typed.body))

    def begin(self, note: Note | None, *, dirty: bool = False) -> None:
        """Keep ``note`` from now on; ``dirty`` when its text is not saved yet."""
        self._note = note
        self._facts = NO_FACTS
        self._dirty = False
        if self._read_only:
            if note is not None:
                self.kept.emit(Kept(Safety.READ_ONLY))
        elif dirty:
            self.typed_something()
        elif note is not None:
            self.kept.emit(Kept(Safety.SAVED))

    def typed_something(self) -> None:
        """A key changed the text."""
        if self._note is None or self._read_only:
            return
        self._dirty = True
        if self._failing_since is None:
            self.kept.emit(_TYPING)
        if self._cancel_draft is None:
            self._cancel_draft = self._timers.after(DRAFT_AFTER, self._draft_due)
        self._save_after(SAVE_AFTER)

    def change(self, publishing: Publishing = Publishing.NO, /, **facts: Any) -> None:
        """Change a fact of the note: its label, week, category, status, day or audience.

        Args:
            publishing: What it means for readers that the note is saved now.
        """
        if self._note is not None and not self._read_only:
            if publishing is not Publishing.NO:
                facts["status"] = Status.PUBLISHED
            self._facts = self._facts.then(Facts(facts, publishing))
            self.save_now()

    def save_now(self) -> None:
        """Save what is not saved yet."""
        for cancel in (self._cancel_draft, self._cancel_save):
            if cancel is not None:
                cancel()
        self._cancel_draft = self._cancel_save = None
        note = self.current()
        if note is None or self._sent is not None or self.safe:
            return
        save = self._send_facts()
        self._writer.do(lambda library: save(library, note), self._accept, self._refuse)

    def finish(self, then: Callable[[], None]) -> None:
        """Save, and call ``then`` once everything is on disk."""
        if self.safe:
            then()
        else:
            self._then = then
            self.save_now()

    def keep_typed(
        self, done: Callable[[], None], failed: Callable[[WeekNotesError], None]
    ) -> None:
        """Put what was typed on the disk at once, and say that it is there, or why it is not."""
        note = self._note
        if note is None or self.safe:
            done()
        elif self._sent is None:
            self._writer.keep_draft(_draft_of(note, self._typed(), self._clock()), done, failed)
        else:
            # The save on its way carries the text, and is answered before this.
            self._writer.do(
                lambda _: None,
                lambda _: done() if self._sent is None and not self._dirty else failed(_not_kept()),
                failed,
            )

    def _send_facts(self) -> Save:
        """What is changed is on its way from now on; tells how it is saved."""
        sent, self._facts, self._dirty = self._facts, NO_FACTS, False
        self._sent = sent
        settings, now = self._settings(), self._clock()
        return lambda library, note: save_typed(library, note, settings, now, sent.publishing)

    def _accept(self, note: Note) -> None:
        self._note = note
        self._sent = None
        self._failing_since = None
        self.kept.emit(Kept(Safety.SAVED, self._clock()))
        self.saved.emit(note)
        if not self.safe:
            self._go_on()
        elif self._then is not None:
            then, self._then = self._then, None
            then()

    def _go_on(self) -> None:
        """Something was typed or changed while a save was on its way."""
        if self._then is not None or self._facts:
            self.save_now()
        else:
            self.kept.emit(_TYPING)
            self._draft_due()
            self._save_after(SAVE_AFTER)

    def _refuse(self, error: WeekNotesError) -> None:
        self._facts = (self._sent or NO_FACTS).then(self._facts)
        self._sent = None
        self._dirty = True
        # A note that is gone, as after a restore, is no reason to lose what was typed into it.
        if isinstance(error, ChangedElsewhereError | NotFoundError):
            self._keep_both(removed=isinstance(error, NotFoundError))
        else:
            self._fail(error)
            self._save_after(TRY_AGAIN_AFTER)

    def _fail(self, error: WeekNotesError) -> None:
        self._then = None
        self._failing_since = self._failing_since or self._clock()
        kept = Kept(Safety.NOT_ON_DISK, self._failing_since, error.problem, hindrance_of(error))
        self.kept.emit(kept)

    def _keep_both(self, *, removed: bool) -> None:
        note, typed = self._note, self._typed()
        if note is None:
            return
        stands = replace(note, title=typed.title, body=typed.body)
        facts, save = self._facts.values, self._send_facts()
        self._writer.do(
            lambda library: keep_both(library, note, stands, facts, save),
            lambda kept: self._accept_both(kept, stands, removed=removed),
            self._refuse,
        )

    def _accept_both(self, kept: Note, stands: Note, *, removed: bool) -> None:
        now, facts = self._typed(), self._facts
        dirty = (now.title, now.body) != (stands.title, stands.body)
        self._sent, self._failing_since = None, None
        if kept.id == stands.id:
            base, shown = goes_on(kept, stands, replace(stands, title=now.title, body=now.body))
            if Typed(shown.title, shown.body) != now:
                self.took_in.emit(Typed(shown.title, shown.body))
            self.begin(base, dirty=dirty)
            self.saved.emit(kept)
        else:
            self.begin(kept, dirty=dirty)
            self.kept_beside.emit(KeptBeside(kept, removed=removed))
        self._facts = facts
        if self.safe:
            self.kept.emit(Kept(Safety.SAVED, self._clock()))
        then, self._then = self._then, None
        if then is not None:
            # Whoever waits for everything to be on disk need not ask again.
            self.finish(then)
        elif facts:
            self.save_now()

    def _draft_due(self) -> None:
        self._cancel_draft = None
        note = self._note
        # A save on its way carries the text, and changes the revision a draft must name.
        if note is None or not self._dirty or self._sent is not None:
            return
        self._writer.keep_draft(
            _draft_of(note, self._typed(), self._clock()), self._draft_kept, self._fail
        )

    def _draft_kept(self) -> None:
        if self._failing_since is not None:
            self._failing_since = None
            self.kept.emit(_TYPING)

    def _save_after(self, seconds: float) -> None:
        if self._cancel_save is not None:
            self._cancel_save()
        self._cancel_save = self._timers.after(seconds, self.save_now)


def _draft_of(note: Note, typed: Typed, at: datetime) -> Draft:
    return Draft(
        note_id=note.id,
        base_rev=note.rev,
        # Half a letter, as a key or a clipboard may bring it, cannot be written down.
        title=readable(typed.title),
        body=readable(typed.body),
        written_at=at,
    )


def _not_kept() -> WeekNotesError:
    return WeekNotesError("The text could not be saved yet.", "Saving goes on by itself.")
