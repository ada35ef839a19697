"""Look through a note for what the writer may want to look at."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from weeknotes_desktop.domain.before_publishing import Point
from weeknotes_desktop.domain.checks.about_label import label_point
from weeknotes_desktop.domain.checks.about_note import AboutNote, goals_point, title_point
from weeknotes_desktop.domain.checks.ending import NAME as ENDING
from weeknotes_desktop.domain.checks.habits import Habits
from weeknotes_desktop.domain.checks.links import NAME as LINK
from weeknotes_desktop.domain.checks.links import leading_nowhere
from weeknotes_desktop.domain.checks.ports import OwnWords, Proofreader
from weeknotes_desktop.domain.checks.rules import in_order
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.checks.spelling import NAME as SPELLING
from weeknotes_desktop.domain.checks.unclosed import NAME as UNCLOSED
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.goal_places import REPORT
from weeknotes_desktop.domain.links import NoteNames
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.settings import Settings, Switch
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.use_cases.note_language import language_of
from weeknotes_desktop.use_cases.silence_check import silent_checks

_HEADING = "# "
# No link leads from a title, and it is no sentence.
_UNCLOSED = "Nothing closes this: the rest of the title stays here."
_NOT_OF_A_TITLE = frozenset({LINK, ENDING})


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


def about_note(library: NoteLibrary, note: Note, settings: Settings) -> AboutNote:
    """What is known of the note and of its neighbours; to be read in one transaction.

    Args:
        note: As it stands, saved or not.
    """
    published = library.snapshot(note.id)
    others = tuple(one for one in library.summaries() if one.id != note.id)
    return AboutNote(
        note=note,
        pattern=settings.label,
        others=others,
        published_as="" if published is None else published.label,
        open_goals=_open_goals(library, note),
    )


def whole_points(about: AboutNote, silent: Collection[str] = ()) -> tuple[Point, ...]:
    """What there is to say of the note as a whole; what is silenced is left out.

    Args:
        silent: Keys of what is silenced in it.
    """
    points = (label_point(about), title_point(about), goals_point(about, silent))
    return tuple(point for point in points if point.ok or not point.keys <= set(silent))


def _open_goals(library: NoteLibrary, note: Note) -> tuple[Goal, ...]:
    """The goals of its week that wait for an outcome, unless it is another note that tells of them.

    What is put on hold, carried over, let go or only proposed does not wait.
    """
    if library.plan(note.week).away is not None:
        return ()
    beside = (one.id for one in library.summaries(note.week) if one.id != note.id)
    if REPORT not in note.body and any(REPORT in library.note(one).body for one in beside):
        return ()
    return tuple(
        goal
        for goal in library.goals(note.week)
        if goal.outcome is None
        and goal.let_go is None
        and not (goal.held or goal.proposed)
        and library.successor(goal.id) is None
    )


def _in_title(proofreader: Proofreader, title: str, habits: Habits) -> Iterator[Slip]:
    """What there is to look at in a title, which is read as a heading."""
    if not title.strip():
        return
    for slip in proofreader.read(_HEADING + title, habits.language, habits.known):
        start, end = slip.start - len(_HEADING), slip.end - len(_HEADING)
        if slip.check == UNCLOSED:
            slip = replace(slip, message=_UNCLOSED)
        if slip.check not in _NOT_OF_A_TITLE and start >= 0:
            yield replace(slip, start=start, end=end, in_title=True)
