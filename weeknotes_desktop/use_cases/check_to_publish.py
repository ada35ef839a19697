"""Look through a note that is about to leave: what stays here, and what there is to look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from weeknotes_desktop.domain.before_publishing import Point, Stays, Way
from weeknotes_desktop.domain.checks.about_label import NAME as LABEL
from weeknotes_desktop.domain.checks.about_note import GOALS, TITLE, AboutNote
from weeknotes_desktop.domain.checks.footnotes import UNREACHED, WORDLESS
from weeknotes_desktop.domain.checks.habits import Habits
from weeknotes_desktop.domain.checks.kept_back import in_passages, kept_back, lies_in
from weeknotes_desktop.domain.checks.points import (
    misspelt_words,
    other_points,
    pictures_point,
    spelling_point,
)
from weeknotes_desktop.domain.checks.ports import OwnWords, Proofreader
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.checks.spelling import NAME as SPELLING
from weeknotes_desktop.domain.checks.unclosed import NAME as UNCLOSED
from weeknotes_desktop.domain.errors import ProofreadingError
from weeknotes_desktop.domain.goal_places import PLAN
from weeknotes_desktop.domain.links import NoteNames
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.picture import pictures_named
from weeknotes_desktop.domain.public_view import PublicNote
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.staying import Surroundings, leaving, sentence, staying
from weeknotes_desktop.use_cases.check_note import about_note, check_note, habits_of, whole_points
from weeknotes_desktop.use_cases.make_public_view import public_view_of
from weeknotes_desktop.use_cases.name_notes import note_names
from weeknotes_desktop.use_cases.next_goals import next_goals

PRIVACY = "what stays here"
"""The first point; nothing has to be done about it, and it is never silenced."""

_CHECKED = "The finished page is searched for it as well, before anything leaves"
_ASKED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutToLeave:
    """A note that is about to leave, and all that is to be known of it for a look through.

    Args:
        note: As it stands in the window.
        leaves: What its readers get.
        around: What stands around it and may stay here.
        names: What its links may lead to.
    """

    note: Note
    audience: Audience
    leaves: PublicNote
    around: Surroundings
    about: AboutNote
    habits: Habits
    names: NoteNames


def about_to_leave(
    library: NoteLibrary,
    note: Note,
    audience: Audience,
    settings: Settings,
    own: OwnWords,
    now: datetime,
) -> AboutToLeave:
    """Read all that is needed for the look through; that takes longer, and needs no library.

    Args:
        note: As it stands in the window, saved or not.
        audience: Team or public.

    Raises:
        NotForThisReaderError: If the note is not for that audience.
        SettingsError: If the writer's own dictionary cannot be read.
    """
    with library.transaction():
        (leaves,) = public_view_of(library, settings, note, audience, now).notes
        named = frozenset(pictures_named(note.body))
        there = library.pictures(named) if named else {}
        called = {ident: picture.name for ident, picture in there.items()}
        around = Surroundings(
            plan=library.plan(note.week),
            goals=library.goals(note.week),
            next_goals=next_goals(library, note.week) if PLAN in note.body else (),
            jots=library.jots(note.week),
            pictures=called,
        )
        return AboutToLeave(
            note=note,
            audience=audience,
            leaves=leaves,
            around=around,
            about=about_note(library, note, settings),
            habits=habits_of(library, note.id, settings, own),
            names=note_names(library, settings.label) if "[[" in note.body else NoteNames(),
        )


def what_stays(look: AboutToLeave) -> Stays:
    """What of the note stays here, and the exact text that leaves."""
    return Stays(staying(look.note, look.around, look.audience), leaving(look.leaves))


def points_to_publish(
    proofreader: Proofreader, look: AboutToLeave, stays: Stays
) -> tuple[Point, ...]:
    """What there is to look at before it leaves, in the order in which a writer would.

    What its readers do not get is not looked at. Nothing here keeps a note from leaving.
    """
    privacy = Point(
        check=PRIVACY,
        ok=True,
        message=sentence(stays.here),
        detail=_CHECKED,
        way=Way.SHOW,
    )
    whole = {point.check: point for point in whole_points(look.about, look.habits.silent)}
    label, title, goals = (whole.get(check) for check in (LABEL, TITLE, GOALS))
    others: tuple[Point, ...] = ()
    spelt = shown = None
    try:
        slips = _that_leave(look, check_note(proofreader, look.note, look.habits, look.names))
        spelt = spelling_point(slips, _meant(proofreader, look.habits.language, slips))
        shown = pictures_point(slips, look.around.pictures)
        others = other_points(slips, look.note.body)
    except ProofreadingError as error:
        spelt = _not_looked_through(error)
    told = (privacy, label, _wrong(title), spelt, shown, _wrong(goals), *others)
    return tuple(point for point in told if point is not None)


def _wrong(point: Point | None) -> Point | None:
    return None if point is None or point.ok else point


def _that_leave(look: AboutToLeave, slips: Iterable[Slip]) -> tuple[Slip, ...]:
    """Those of the slips that the readers of the note would see."""
    body, title = look.note.body, look.note.title
    in_body, in_title = kept_back(body, look.audience), kept_back(title, look.audience)
    private = in_passages(body, look.audience)
    to_the_end = bool(in_body) and in_body[-1][1] == len(body)

    def leaves(slip: Slip) -> bool:
        if slip.check == UNCLOSED and not slip.in_title:
            return to_the_end
        if slip.check in (WORDLESS, UNREACHED) and not slip.in_title:
            # That readers do not get it is what there is to say.
            return not lies_in(private, slip.start)
        return not lies_in(in_title if slip.in_title else in_body, slip.start)

    return tuple(filter(leaves, slips))


def _meant(
    proofreader: Proofreader, language: str, slips: Iterable[Slip]
) -> Mapping[str, tuple[str, ...]]:
    """What may have been meant by the first misspelt words, as far as that is found soon."""
    meant: dict[str, tuple[str, ...]] = {}
    for word in misspelt_words(slips)[:_ASKED]:
        try:
            meant[word] = proofreader.suggestions(word, language)
        except ProofreadingError:
            break
    return meant


def _not_looked_through(error: ProofreadingError) -> Point:
    return Point(
        check=SPELLING,
        ok=False,
        message="The note could not be looked through for slips and misspelt words",
        detail=error.problem,
    )
