"""Look through a note for what the writer may want to look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from weeknotes_desktop.domain.checks.habits import Habits
from weeknotes_desktop.domain.checks.links import NAME as LINK
from weeknotes_desktop.domain.checks.links import leading_nowhere
from weeknotes_desktop.domain.checks.ports import OwnWords, Proofreader
from weeknotes_desktop.domain.checks.rules import in_order
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.checks.spelling import NAME as SPELLING
from weeknotes_desktop.domain.links import NoteNames
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.settings import Settings, Switch
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.use_cases.note_language import language_of
from weeknotes_desktop.use_cases.silence_check import silent_checks

_HEADING = "# "


def habits_of(library: NoteLibrary, note_id: str, settings: Settings, own: OwnWords) -> Habits:
    """What the checks of that note go by; to be read before the note is.

    Raises:
        SettingsError: If the writer's own dictionary cannot be read.
    """
    with library.transaction():
        tags = library.tags()
        return Habits(
            language=language_of(library, note_id, settings),
            known=frozenset(
                {*own.all(), *tags, *library.categories(), settings.author, settings.blog_name}
            ),
            silent=silent_checks(library, note_id),
            spelling=settings.spelling is Switch.ON,
        )


def check_note(
    proofreader: Proofreader, note: Note, habits: Habits, names: NoteNames | None
) -> tuple[Slip, ...]:
    """All there is to look at in a note, from its title to its end.

    Args:
        names: What its links may lead to; None while nobody knows.

    Raises:
        ProofreadingError: If it could not be looked through.
    """
    found = [
        *_in_title(proofreader, note.title, habits),
        *leading_nowhere(proofreader.read(note.body, habits.language, habits.known), names),
    ]
    spelt = found if habits.spelling else (slip for slip in found if slip.check != SPELLING)
    return in_order(spelt, habits.silent)


def _in_title(proofreader: Proofreader, title: str, habits: Habits) -> Iterator[Slip]:
    """What there is to look at in a title; it is read as a heading, and no link stands in it."""
    if not title.strip():
        return
    for slip in proofreader.read(_HEADING + title, habits.language, habits.known):
        start, end = slip.start - len(_HEADING), slip.end - len(_HEADING)
        if slip.check != LINK and start >= 0:
            yield replace(slip, start=start, end=end, in_title=True)
