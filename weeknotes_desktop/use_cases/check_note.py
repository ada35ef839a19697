"""Look through a note for what the writer may want to look at."""

from __future__ import annotations

from weeknotes_desktop.domain.checks.habits import Habits
from weeknotes_desktop.domain.checks.ports import OwnWords, Proofreader
from weeknotes_desktop.domain.checks.rules import in_order
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.checks.spelling import NAME as SPELLING
from weeknotes_desktop.domain.settings import Settings, Switch
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.use_cases.note_language import language_of
from weeknotes_desktop.use_cases.silence_check import silent_checks


def habits_of(library: NoteLibrary, note_id: str, settings: Settings, own: OwnWords) -> Habits:
    """What the checks of that note go by; to be read before the note is.

    Raises:
        SettingsError: If the writer's own dictionary cannot be read.
    """
    with library.transaction():
        tags = {tag for note in library.summaries() for tag in note.tags}
        return Habits(
            language=language_of(library, note_id, settings),
            known=frozenset(
                {*own.all(), *tags, *library.categories(), settings.author, settings.blog_name}
            ),
            silent=silent_checks(library, note_id),
            spelling=settings.spelling is Switch.ON,
        )


def check_note(proofreader: Proofreader, body: str, habits: Habits) -> tuple[Slip, ...]:
    """All there is to look at in the body of a note, from its beginning to its end.

    Raises:
        ProofreadingError: If it could not be looked through.
    """
    found = proofreader.read(body, habits.language, habits.known)
    spelt = found if habits.spelling else (slip for slip in found if slip.check != SPELLING)
    return in_order(spelt, habits.silent)
