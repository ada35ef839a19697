"""A note as it was published: what every site shows of it until it is published again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.goal_form import GoalForm
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A note and the goals it tells of, as they were when it was published.

    It is the source, private passages included: what of it leaves is cut
    anew each time, by what is private on that day.

    Args:
        published_at: When the writer published it; never told to a reader.
        day: The day that its page names.
        label: As printed.
        goals: Of its week; of each only what can be read in a note.
        next_goals: Of the next week that was not marked away.
        form: How the goals stand in it; None for the usual form.
        language: BCP 47 tag of the text; empty for the usual language.
        whole: False where its fingerprint is wrong; it is then the writer's alone.
    """

    id: str
    note_id: str
    published_at: datetime
    day: date
    week: Week
    label: str
    title: str
    body: str
    category: str = ""
    tags: tuple[str, ...] = ()
    audience: Audience = Audience.PUBLIC
    goals: tuple[Goal, ...] = ()
    next_goals: tuple[Goal, ...] = ()
    form: GoalForm | None = None
    language: str = ""
    whole: bool = True

    @property
    def first_words(self) -> FirstWords:
        """What it printed that an address is made of."""
        return FirstWords(
            week=self.week,
            day=self.day,
            label=self.label,
            title=self.title,
            audience=self.audience,
        )

    def as_note(self, today: Note) -> Note:
        """The note as it stood then, for no more readers than may read it today.

        Args:
            today: The note as it is in the library now.
        """
        both = (self.audience, today.audience)
        stricter = next(one for one in Audience if one in both)
        return replace(
            today,
            week=self.week,
            label=self.label,
            title=self.title,
            body=self.body,
            category=self.category,
            tags=self.tags,
            published_on=self.day,
            audience=stricter if self.whole else Audience.ME,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstWords:
    """What a publication printed that an address is made of."""

    week: Week
    day: date
    label: str
    title: str
    audience: Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A published note, and what of it was published.

    Args:
        note: As it is today; without its body where there is a snapshot.
        snapshot: The newest; None for a note that a library of old calls published.
        earlier: What each publication printed, oldest first, the newest too.
    """

    note: Note
    snapshot: Snapshot | None = None
    earlier: tuple[FirstWords, ...] = ()


@dataclass(frozen=True, slots=True)
class LastPublished:
    """The published note whose page names the latest day.

    Args:
        label: As printed; empty where an older version published it without one.
    """

    note_id: str
    week: Week
    label: str
    day: date


@dataclass(frozen=True, slots=True)
class GoalToday:
    """Who may read a goal today, and what others may read in its place."""

    audience: Audience
    public_text: str | None


def snapshot_of(
    note: Note,
    goals: Iterable[Goal],
    next_goals: Iterable[Goal],
    *,
    snapshot_id: str,
    now: datetime,
    form: GoalForm | None,
    language: str,
) -> Snapshot:
    """``note`` as it stands now, with its label printed and its day said."""
    return Snapshot(
        id=snapshot_id,
        note_id=note.id,
        published_at=now,
        day=note.day,
        week=note.week,
        label=note.label,
        title=note.title,
        body=note.body,
        category=note.category,
        tags=note.tags,
        audience=note.audience,
        goals=tuple(map(as_read, goals)),
        next_goals=tuple(map(as_read, next_goals)),
        form=form,
        language=language,
    )


def as_read(goal: Goal) -> Goal:
    """Of a goal only what a note can tell of it."""
    return Goal(
        id=goal.id,
        week=goal.week,
        thread=goal.id,
        text=goal.text,
        public_text=goal.public_text,
        audience=goal.audience,
        stretch=goal.stretch,
        outcome=goal.outcome,
        line=goal.line,
    )


def without_goal(snapshot: Snapshot, goal_id: str) -> Snapshot:
    """The snapshot as if there had never been that goal."""
    return replace(
        snapshot,
        goals=tuple(goal for goal in snapshot.goals if goal.id != goal_id),
        next_goals=tuple(goal for goal in snapshot.next_goals if goal.id != goal_id),
    )


def goals_by_today(
    goals: Iterable[Goal], today: Mapping[str, GoalToday], reader: Audience
) -> tuple[Goal, ...]:
    """The goals of a snapshot, for no more readers than may read each today.

    One that was forgotten for good is gone. One that ``reader`` saw nothing of
    then, they see nothing of before the note is published again.
    """
    seen = ((goal, today.get(goal.id)) for goal in goals)
    return tuple(_by_today(goal, now, reader) for goal, now in seen if now is not None)


def _by_today(goal: Goal, today: GoalToday, reader: Audience) -> Goal:
    if not reader.may_read(goal.audience):
        shown_then = bool((goal.public_text or "").strip())
        return replace(goal, public_text=(today.public_text or None) if shown_then else None)
    if reader.may_read(today.audience):
        return goal
    return replace(goal, audience=today.audience, public_text=today.public_text)
