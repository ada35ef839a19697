"""Whether the label of a note is right for its week, and whether another note has it."""

from __future__ import annotations

from weeknotes_desktop.domain.audience import line_for
from weeknotes_desktop.domain.before_publishing import Point, Way
from weeknotes_desktop.domain.checks.about_note import AboutNote
from weeknotes_desktop.domain.label import same_label, short_label
from weeknotes_desktop.domain.note import NoteSummary, Status
from weeknotes_desktop.domain.text import shortened
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.weeks_in_labels import weeks_in

NAME = "label"

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_NOT_BY_CHANCE = 3
_WORD_ALONE = frozenset(
    short_label(word).casefold() for word in ("Weeknote", "Weeknotes", "Week note", "Week notes")
)


def label_point(about: AboutNote) -> Point:
    """What there is to say of its label; one that it was published with stays for good."""
    label, short = about.label, shortened(short_label(about.label))
    if not line_for(label, about.note.audience):
        return _wrong(about, "Readers get no label: all of it is private", "")
    if about.published_as and same_label(label, about.published_as):
        return Point(
            check=NAME,
            ok=True,
            message=f"{short} is the label it was published with",
            detail="It stays for good",
        )
    taken = next((note for note in about.others if same_label(_printed(about, note), label)), None)
    named = weeks_in(label, about.pattern)
    fits = any(week.fits(about.note.week) for week in named)
    otherwise = bool(named) and not fits and _counts_otherwise(about)
    wrong = bool(named) and not fits and not otherwise
    dates = days(about.note.week)
    if short.casefold() in _WORD_ALONE:
        return _wrong(about, f"“{short}” has no number", "")
    if taken is not None:
        return _wrong(about, f"{short} is taken", _who(about, taken), keeps=otherwise)
    if wrong:
        return _wrong(about, f"{short} is not the number of {dates}", "")
    right = (
        f"{short} is the right number for {dates}" if fits else f"“{shortened(label)}” is its label"
    )
    return Point(check=NAME, ok=True, message=right, detail="No other note uses it")


def days(week: Week) -> str:
    """From Monday to Sunday, as “19–25 April” or “29 March–4 April”."""
    first, last = week.monday, week.sunday
    end = f"{last.day} {_MONTHS[last.month - 1]}"
    month = "" if first.month == last.month else f" {_MONTHS[first.month - 1]}"
    return f"{first.day}{month}–{end}"


def _wrong(about: AboutNote, problem: str, detail: str, *, keeps: bool = False) -> Point:
    """What is wrong, with the label of the week where that is free.

    Args:
        keeps: Whether the writer counts otherwise, so that no other is better.
    """
    usual = about.pattern.label_of(about.note.week)
    better = about.published_as or usual
    free = not same_label(better, about.label) and not any(
        same_label(_printed(about, note), better) for note in about.others
    )
    if keeps or not free:
        proposed, message = "", problem
    elif about.published_as:
        proposed = better
        message = f"{problem}; it was published as {short_label(better)} – use it?"
    else:
        proposed = better
        message = f"{problem}; this week is {short_label(better)} – use it?"
    return Point(
        check=NAME,
        ok=False,
        message=message,
        detail=detail or (f"No other note uses {short_label(proposed)}" if proposed else ""),
        way=Way.USE if proposed else None,
        proposed=proposed,
        about=(short_label(about.label),),
    )


def _who(about: AboutNote, other: NoteSummary) -> str:
    name = f"“{shortened(other.title)}”" if other.title.strip() else "The note"
    week = about.note.week
    year = "" if other.week.year == week.year else f" {other.week.year}"
    when = "the same week" if other.week == week else f"{days(other.week)}{year}"
    return f"{name} of {when} has it"


def _printed(about: AboutNote, note: NoteSummary) -> str:
    return note.label or about.pattern.label_of(note.week)


def _counts_otherwise(about: AboutNote) -> bool:
    """Whether the numbers of what was published are none of weeks, so this one need not be."""
    fits = misfits = 0
    for note in about.others:
        named = weeks_in(note.label, about.pattern) if note.status is Status.PUBLISHED else ()
        if named:
            right = any(week.fits(note.week) for week in named)
            fits, misfits = fits + right, misfits + (not right)
    return misfits >= _NOT_BY_CHANCE and misfits > fits
