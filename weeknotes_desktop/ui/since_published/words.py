"""What changed since a note was published, in the writer's words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from weeknotes_desktop.domain.comparison import Change, Piece
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.since_published import Part
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.folding import Fold
from weeknotes_desktop.presenters.since_published import ChangedPart, SincePublishedState
from weeknotes_desktop.ui import words
from weeknotes_desktop.ui.widgets.comparison import Section

_LONGEST = 2_000
"""Letters of what a screen reader is told at once; the text itself can be read line by line."""


def sections_of(state: SincePublishedState) -> tuple[Section, ...]:
    """Each part that changed, under its heading."""
    return tuple(
        Section(heading_of(part), tuple(_shown(part.part, one) for one in part.pieces))
        for part in state.parts or ()
    )


def heading_of(changed: ChangedPart) -> str:
    """What a part is called, and who sees it so where that is not everybody."""
    name = {
        Part.READERS: _tr("Who may read"),
        Part.TITLE: _tr("Title"),
        Part.LABEL: _tr("Label"),
        Part.WEEK: _tr("Week"),
        Part.DAY: _tr("Publication day"),
        Part.CATEGORY: _tr("Category"),
        Part.TAGS: _tr("Tags"),
        Part.TEXT: _tr("Text"),
        Part.GOALS: _tr("Goals of the week"),
        Part.NEXT_WEEK: _tr("Goals of the next week"),
    }[changed.part]
    if changed.reader is None:
        return name
    seen = {
        Audience.TEAM: _tr("{part}, as the team reads it"),
        Audience.PUBLIC: _tr("{part}, as the public reads it"),
    }
    return seen[changed.reader].format(part=name)


def spoken(state: SincePublishedState) -> str:
    """What is new and what is gone, for whoever does not see how it is marked."""
    said = ". ".join(_spoken(state))
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


def published_words(state: SincePublishedState, today: date) -> str:
    """When the note was published last."""
    if state.at is None:
        return ""
    day, time = words.spoken_day(state.at.date(), today), words.clock_time(state.at)
    within = day.lower() if 0 <= (today - state.at.date()).days <= 1 else day
    return _tr("Published {day}, {time}. Readers see it as it was then.").format(
        day=within, time=time
    )


def count_words(number: int, *, new: bool) -> str:
    """So many words are new, or gone."""
    if number == 1:
        return _tr("1 word new") if new else _tr("1 word gone")
    said = _tr("{n} words new") if new else _tr("{n} words gone")
    return said.format(n=QLocale().toString(number))


def _spoken(state: SincePublishedState) -> Iterator[str]:
    for changed in state.parts or ():
        yield heading_of(changed)
        for one in (_shown(changed.part, one) for one in changed.pieces):
            if one.change is Change.NEW:
                yield _tr("New: {words}").format(words=one.text.strip())
            elif one.change is Change.GONE:
                yield _tr("Gone: {words}").format(words=one.text.strip())


def _shown(part: Part, piece: Piece | Fold) -> Piece | Fold:
    """Of a part that is one thing, the thing in words."""
    if isinstance(piece, Fold):
        return piece
    if part is Part.DAY:
        said = words.full_date(date.fromisoformat(piece.text))
    elif part is Part.WEEK:
        week = Week.parse(piece.text)
        said = _tr("Week {number}, {days} {year}").format(
            number=week.number, days=words.days(week), year=week.sunday.year
        )
    elif part is Part.READERS:
        said = {
            Audience.ME: _tr("Only me"),
            Audience.TEAM: _tr("Team"),
            Audience.PUBLIC: _tr("Public"),
        }[Audience(piece.text)]
    else:
        return piece
    # A line each: there are two of them.
    return Piece(piece.change, said if piece.change is Change.NEW else f"{said}\n")


def _tr(text: str) -> str:
    return QCoreApplication.translate("SincePublished", text)
