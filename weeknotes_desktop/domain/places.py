"""Where each note stands on a site: an address that stays, made of nothing but what is public."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from weeknotes_desktop.domain.audience import line_for
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.slug import place_of
from weeknotes_desktop.domain.snapshot import FirstWords
from weeknotes_desktop.domain.week import Week

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the place of a note is made of, all of it as its reader sees it.

    Args:
        week: Under which it was first published.
        first_day: On which that was.
        words: What it is called by: its title then, its label then.
        day: That its page names now.
        title: As it is now; likewise ``label``.
        shown: Tells all else that is seen of it; asked only where two notes are alike so far.
    """

    week: Week
    first_day: date
    words: tuple[str, ...]
    day: date
    label: str
    title: str
    shown: Callable[[], str]


def standing_of(
    note: Note,
    earlier: Iterable[FirstWords],
    today: Iterable[str],
    reader: Audience,
    shown: Callable[[], str],
) -> Standing:
    """What the place of ``note`` is made of for ``reader``.

    Its address keeps the words of the first publication that this reader could
    see; but not words that are hidden today.

    Args:
        note: As it is shown, its label as printed.
        today: Titles and labels as they are in the library now.
    """
    label, title = line_for(note.label, reader), line_for(note.title, reader)
    hidden = _hidden_words((note.title, note.label, *today), reader)
    own = FirstWords(
        week=note.week, day=note.day, label=note.label, title=note.title, audience=note.audience
    )
    seen = (one for one in (*earlier, own) if reader.may_read(one.audience))
    fit = (one for one in seen if not hidden or not hidden & _words(f"{one.title} {one.label}"))
    first = next(fit, own)
    return Standing(
        week=first.week,
        first_day=first.day,
        words=tuple(line_for(text, reader) for text in (first.title, first.label)),
        day=note.day,
        label=label,
        title=title,
        shown=shown,
    )


def places_of(notes: Sequence[Standing]) -> tuple[str, ...]:
    """The place of each note; which of several comes first, no private thing decides."""
    order = sorted(range(len(notes)), key=lambda number: _known_by(notes[number]))
    alike: dict[tuple[object, ...], list[int]] = {}
    for number in order:
        alike.setdefault(_known_by(notes[number]), []).append(number)
    places = [""] * len(notes)
    taken: set[str] = set()
    for group in alike.values():
        for number in group if len(group) == 1 else sorted(group, key=_shown_of(notes)):
            places[number] = place_of(notes[number].week, notes[number].words, taken)
            taken.add(places[number])
    return tuple(places)


def _known_by(note: Standing) -> tuple[object, ...]:
    return note.first_day, note.week, note.words, note.day, note.label, note.title


def _shown_of(notes: Sequence[Standing]) -> Callable[[int], str]:
    return lambda number: notes[number].shown()


def _hidden_words(texts: Iterable[str], reader: Audience) -> frozenset[str]:
    """Words of titles that are kept from ``reader``, and stand nowhere in what they see of them."""
    pairs = [(text, line_for(text, reader)) for text in texts]
    if all(text == shown for text, shown in pairs):
        return frozenset()
    seen = frozenset[str]().union(*(_words(shown) for _, shown in pairs))
    return frozenset[str]().union(*(_words(text) for text, _ in pairs)) - seen


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
