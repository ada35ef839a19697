"""The editor: which note is open, and what its facts say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import Draft, Note, Status
from weeknotes_desktop.domain.ports import Clock, LibraryWriter
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.written_week import WrittenWeek
from weeknotes_desktop.presenters.editor_notices import (
    BOTH_STAND_HERE,
    CHANGED,
    DAMAGED,
    NOT_SAVED_YET,
    REMOVED,
    rescued_by,
)
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.keeping import Keeping, KeptBeside, Typed
from weeknotes_desktop.presenters.notices import Notices, failure
from weeknotes_desktop.use_cases.keep_beside import second_title
from weeknotes_desktop.use_cases.open_note import Opened, open_note
from weeknotes_desktop.use_cases.start_note import start_or_go_on


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorState:
    """The editor pane.

    Args:
        opening: Counts openings: the view takes ``typed`` into its document
            only when this number changed, so that drawing never touches what
            the writer types.
        note_id: The open note; None shows the empty pane, which offers to
            start the note of ``week``.
        typed: Title and body as they were when the note was opened.
        label: As printed.
        categories: What the writer may choose from.
        day: That its page names; None for a draft.
        changed: Whether readers would see it differently if it were published again.
    """

    opening: int = 0
    note_id: str | None = None
    typed: Typed = Typed("", "")
    label: str = ""
    week: Week
    category: str = ""
    categories: tuple[str, ...] = ()
    status: Status = Status.DRAFT
    day: date | None = None
    changed: bool = False
    audience: Audience = Audience.PUBLIC
    read_only: bool = False


@dataclass(frozen=True, slots=True)
class Rescued:
    """What was found after a crash: the note as it was saved, and what was typed after that."""

    note: Note
    draft: Draft


class EditorView(Protocol):
    """What the editor pane must be able to do."""

    def draw(self, state: EditorState) -> None:
        """Draw the whole pane; a new opening replaces the text.

        Without one, another note is the same text under another title: the
        writer goes on in it.
        """

    def typed(self) -> Typed:
        """Title and body as they stand now."""

    def replace_text(self, typed: Typed) -> None:
        """Put other words in place of them, as an edit that can be undone."""


class EditorPresenter:
    """Opens notes, and shows what their facts line says.

    Args:
        read_only: Why nothing can be changed, where that is so.
    """

    def __init__(
        self,
        view: EditorView,
        keeping: Keeping,
        writer: LibraryWriter,
        notices: Notices,
        clock: Clock,
        settings: Callable[[], Settings],
        read_only: WeekNotesError | None = None,
    ) -> None:
        self._read_only = read_only
        self._view = view
        self._keeping = keeping
        self._writer = writer
        self._notices = notices
        self._settings = settings
        self._clock = clock
        self._state = EditorState(week=Week.of(clock().date()), read_only=read_only is not None)
        self.opened: Hook[Note] = Hook()
        """Another note stands in the editor."""
        self.emptied: Hook[Week] = Hook()
        """No note stands in the editor; that of the week could be started."""
        self.started: Hook[Note] = Hook()
        """A new note was made, and stands in the editor."""
        self.rescued: Hook[Rescued] = Hook()
        """Text that was typed and not saved stands in the editor again."""
        self.last_rescued: Rescued | None = None
        """That of the open note, for who comes after the first paint."""
        keeping.saved.connect(self._saved)
        keeping.took_in.connect(view.replace_text)
        keeping.took_in.connect(lambda _: notices.show(BOTH_STAND_HERE))
        keeping.kept_beside.connect(self._kept_beside)

    def show(self, note: Note, draft: Draft | None, categories: tuple[str, ...]) -> None:
        """Show a note that is in hand already, with what was typed and not saved."""
        typed = Typed(draft.title, draft.body) if draft else Typed(note.title, note.body)
        self._state = replace(
            self._with_facts(note),
            opening=self._state.opening + 1,
            note_id=note.id,
            typed=typed,
            changed=self._state.changed and note.id == self._state.note_id,
            categories=categories,
        )
        self._view.draw(self._state)
        self._keeping.begin(note, dirty=draft is not None)
        self.opened.emit(note)
        self.last_rescued = Rescued(note, draft) if draft is not None else None
        if draft is not None:
            self.rescued.emit(Rescued(note, draft))
            self._notices.show(rescued_by(draft.written_at))
        if not note.whole:
            self._notices.show(DAMAGED)

    def show_empty(self, week: Week) -> None:
        """Show that ``week`` has no note yet, and offer to start it."""
        self._keeping.begin(None)
        self._state = EditorState(
            opening=self._state.opening + 1, week=week, read_only=self._state.read_only
        )
        self._view.draw(self._state)
        self.emptied.emit(week)

    def open(self, note_id: str, then: Callable[[Note], None] = lambda _: None) -> None:
        """Open a note, once what stands in the editor is on disk.

        Args:
            then: Called with it when it is open, also if it was before.
        """
        note = self._keeping.current()
        if note_id != self._state.note_id:
            self._turn_to(lambda library: open_note(library, note_id), then)
        elif note is not None:
            then(note)

    def start(self, week: Week) -> None:
        """Start a note for ``week``, or go on with one that is still empty."""
        if self._read_only is not None:
            self.refuse(self._read_only)
            return
        category = self._settings().category

        def act(library: NoteLibrary) -> Opened:
            note = start_or_go_on(library, week, category=category)
            return open_note(library, note.id)

        self._turn_to(act, self.started.emit)

    def start_shown(self) -> None:
        """Start the note that the empty pane offers."""
        self.start(self._state.week)

    def open_newest(self) -> None:
        """Open the newest note, where none is open."""

        def open_first(weeks: tuple[WrittenWeek, ...]) -> None:
            if weeks:
                self.open(weeks[0].notes[0])

        if self._state.note_id is None:
            self._writer.do(lambda library: library.written_weeks(most=1), open_first, self.refuse)

    def settings_changed(self) -> None:
        """A label may be made in another way now."""
        note = self._keeping.current()
        if note is not None:
            self._state = self._with_facts(note)
            self._view.draw(self._state)

    def say_changed(self, note_id: str, *, changed: bool) -> None:
        """Say of the open note whether readers would see it differently if it were published."""
        if note_id == self._state.note_id and changed is not self._state.changed:
            self._state = replace(self._state, changed=changed)
            self._view.draw(self._state)

    def refuse(self, error: WeekNotesError) -> None:
        """Say why something cannot be, and show what still is."""
        self._notices.show(failure(error))
        self._view.draw(self._state)

    def _turn_to(
        self,
        act: Callable[[NoteLibrary], Opened],
        then: Callable[[Note], None] = lambda _: None,
    ) -> None:
        """Leave the open note, never before its text is on disk."""
        if self._keeping.failing:
            self._notices.show(NOT_SAVED_YET)
            return
        self._keeping.finish(
            lambda: self._writer.do(act, lambda opened: self._open(opened, then), self.refuse)
        )

    def _open(self, opened: Opened, then: Callable[[Note], None]) -> None:
        if self._keeping.safe:
            self.show(opened.note, opened.rescued, opened.categories)
            then(opened.note)
        else:
            # A key fell between the click and the opening: save it first.
            self._keeping.finish(lambda: self._open(opened, then))

    def _saved(self, note: Note) -> None:
        if note.id == self._state.note_id:
            known = {*self._state.categories, note.category} - {""}
            self._state = replace(self._with_facts(note), categories=tuple(sorted(known)))
            self._view.draw(self._state)

    def _kept_beside(self, kept: KeptBeside) -> None:
        """What is typed goes on where it stands, as the text of another note."""
        note, typed = kept.note, self._view.typed()
        self._state = replace(
            self._with_facts(note),
            note_id=note.id,
            typed=Typed(second_title(typed.title), typed.body),
        )
        self.last_rescued = None
        self._view.draw(self._state)
        self.opened.emit(note)
        self._notices.show(REMOVED if kept.removed else CHANGED)

    def _with_facts(self, note: Note) -> EditorState:
        return replace(
            self._state,
            label=note.label or self._settings().label.label_of(note.week),
            week=note.week,
            category=note.category,
            status=note.status,
            day=note.day if note.status is Status.PUBLISHED else None,
            changed=self._state.changed and note.status is Status.PUBLISHED,
            audience=note.audience,
        )
