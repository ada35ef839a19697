"""Keep a text that was typed while somebody else changed its note."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from weeknotes_desktop.domain.errors import NotFoundError
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.text import body_text, one_line
from weeknotes_desktop.use_cases.keep_beside import keep_beside

Save = Callable[[NoteLibrary, Note], Note]
"""Keeps what was typed into a note."""


def keep_both(
    library: NoteLibrary,
    base: Note,
    stands: Note,
    facts: Mapping[str, Any],
    save: Save,
) -> Note:
    """Lay what was typed on what the note is now; beside it where both changed the same words.

    Args:
        base: The note as it was when the typing began.
        stands: The same, with title and body as they were typed.
        facts: What else was changed here.
        save: Keeps the note that holds both; what stands beside it is a draft.

    Returns:
        The note itself, or one of its own with the typed text.
    """
    with library.transaction():
        there = _there(library, base.id)
        if there is not None:
            title = _of_both(base.title, one_line(stands.title), there.title)
            body = _of_both(base.body, body_text(stands.body), there.body)
            if title is not None and body is not None:
                both = replace(there, **facts, title=title, body=body)
                kept = save(library, both)
                _forget_draft(library, base)
                return kept
        beside = keep_beside(library, replace(base, **facts), title=stands.title, body=stands.body)
        _forget_draft(library, base)
        return beside


def goes_on(kept: Note, typed: Note, now: Note) -> tuple[Note, Note]:
    """How typing goes on over a note that holds both changes.

    Args:
        typed: Title and body as they were typed when that was kept.
        now: The same as they stand in the window by now.

    Returns:
        What the next save starts from, and what has to stand in the window.
        Where both changed the same words after all, the first is the note as
        it was typed, of the old revision, so that the next save sees it.
    """
    title, shown_title = _goes_on(kept.title, one_line(typed.title), (typed.title, now.title))
    body, shown_body = _goes_on(kept.body, body_text(typed.body), (typed.body, now.body))
    base = replace(kept, title=title, body=body)
    return (
        base if base == kept else replace(base, rev=typed.rev),
        replace(now, title=shown_title, body=shown_body),
    )


def _goes_on(kept: str, cleaned: str, typed_and_now: tuple[str, str]) -> tuple[str, str]:
    typed, now = typed_and_now
    if kept == cleaned:
        return kept, now
    return (kept, kept) if now == typed else (cleaned, now)


def _of_both(base: str, typed: str, there: str) -> str | None:
    """The words that hold both changes; None where each changed them in another way."""
    if there in (base, typed):
        return typed
    return there if typed == base else None


def _there(library: NoteLibrary, note_id: str) -> Note | None:
    try:
        return library.note(note_id)
    except NotFoundError:
        return None


def _forget_draft(library: NoteLibrary, base: Note) -> None:
    """It was typed here, so it is in what was kept; opened again, it would make one more note."""
    draft = library.draft(base.id)
    if draft is not None and draft.base_rev == base.rev:
        library.forget_draft(base.id)
