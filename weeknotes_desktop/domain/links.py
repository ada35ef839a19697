"""Links from one note to another: ``[[10.2022]]``, ``[[2022-W10]]``, ``[[title|words]]``.

A link names its note by label, week or title. A name that a note no longer
has goes on leading to it, as long as no other note has taken it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from weeknotes_desktop.domain.audience import line_for
from weeknotes_desktop.domain.errors import WeekError
from weeknotes_desktop.domain.label import short_label
from weeknotes_desktop.domain.note import NoteSummary, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.slug import page_name
from weeknotes_desktop.domain.view import NoteLink
from weeknotes_desktop.domain.week import Week

LONGEST_NAME = 300
"""Letters; the longest title has more, and is linked to by its label."""


def link_pattern(stroke: str) -> str:
    """What a link looks like: its name, and its words behind what ``stroke`` matches."""
    name, words = rf"[^\[\]|\n\x02]{{1,{LONGEST_NAME}}}", r"[^\[\]\n]{1,1000}"
    return rf"(?<!!)\[\[(?!\^)(?P<name>{name})(?:{stroke}(?P<words>{words}))?\]\](?!\(|\[(?!\[))"


_LINK = re.compile(link_pattern(r"\|"))
_PRINTED = str.maketrans("‘’“”‐‑–—\u00a0\u202f", "''\"\"----  ")
_NUMBERS = re.compile(r"(?P<week>\d{1,2})\.(?P<year>\d{4})|(?P<year_>\d{4})\.(?P<week_>\d{1,2})")


class Named(NamedTuple):
    """A link as it stands in a text.

    Args:
        name: As it is typed there.
        words: What the reader sees of it.
    """

    name: str
    words: str
    start: int
    end: int


def links_in(body: str) -> Iterator[Named]:
    """Each link of ``body``; those in code are told too."""
    at = body.find("[[")
    while at >= 0:
        link = _LINK.match(body, at)
        if link is None:
            at = body.find("[[", at + 1)
        else:
            name = link["name"].removesuffix("\\").strip()
            yield Named(name, link["words"] or name, *link.span())
            at = body.find("[[", link.end())


def names_in(body: str) -> Iterator[str]:
    """The name in each link of ``body``."""
    for link in links_in(body):
        yield link.name


def folded(name: str) -> str:
    """``name`` so that it is the same however it is typed: small letters, straight marks."""
    plain = unicodedata.normalize("NFC", name.replace("&amp;", "&")).translate(_PRINTED)
    return " ".join(plain.casefold().replace("...", "…").split())


def mark_of(name: str) -> str:
    """What a former name is remembered by: it is not in it, though who guesses it can tell."""
    return sha256(folded(name).encode(errors="replace")).hexdigest()[:20]


def names_of(week: Week, label: str, title: str) -> tuple[str, ...]:
    """Every name that a link may call a note by."""
    return tuple(filter(None, (label, short_label(label), str(week), title)))


@dataclass(frozen=True)
class NoteNames:
    """Which names lead to which note.

    Args:
        notes: Newest first, labels as printed; where several have the same
            name, it leads to the newest.
        former: Id of the note that had a name before, by the mark of the name.
        addresses: Of the page of each note by its id; of one that is not among
            them it is a page in the same folder, called as *Export* proposes.
    """

    notes: tuple[NoteSummary, ...] = ()
    former: Mapping[str, str] = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)

    def links(self, body: str, reader: Audience) -> tuple[NoteLink, ...]:
        """Where the links of ``body`` lead that ``reader`` may follow; all others are words.

        Args:
            body: Already cut for that reader.
        """
        found: dict[str, NoteLink] = {}
        for name in names_in(body):
            note = None if name in found else self.note(name, reader)
            if note is not None:
                address = self.addresses.get(note.id)
                address = address or page_name(note.week, line_for(note.label, reader))
                found[name] = NoteLink(name=name, address=address, note_id=note.id)
        return tuple(found.values())

    def note(self, name: str, reader: Audience = Audience.ME) -> NoteSummary | None:
        """The note that ``name`` leads ``reader`` to; None where there is none for them."""
        names = self._for.get(reader)
        if names is None:
            names = self._for[reader] = _names_for(reader, self.notes)
        wanted = folded(name)
        found = names.get(wanted)
        if found is None:
            former = self._by_id.get(self.former.get(mark_of(name), ""))
            found = former if former is not None and _sees(reader, former) else None
        # The pattern of the labels may have changed, the week has not.
        return found or names.get(_week_in(wanted))

    @cached_property
    def _by_id(self) -> Mapping[str, NoteSummary]:
        return {note.id: note for note in self.notes}

    @cached_property
    def _for(self) -> dict[Audience, Mapping[str, NoteSummary]]:
        return {}


def _names_for(reader: Audience, notes: Iterable[NoteSummary]) -> Mapping[str, NoteSummary]:
    seen = [note for note in notes if _sees(reader, note)]
    names: dict[str, NoteSummary] = {}
    # A label is made to be told apart by, and a week has one note as a rule; titles come last.
    for kind in range(3):
        for note in seen:
            label = line_for(note.label, reader)
            of_kind = (
                (label, short_label(label)),
                (str(note.week),),
                (line_for(note.title, reader),),
            )
            for name in of_kind[kind]:
                names.setdefault(folded(name), note)
    names.pop("", None)
    return names


def _sees(reader: Audience, note: NoteSummary) -> bool:
    """Whether the note is there for that reader: a draft is for nobody but the writer."""
    out = reader is Audience.ME or note.status is Status.PUBLISHED
    return out and reader.may_read(note.audience)


def _week_in(name: str) -> str:
    """The week that a label of numbers names; empty where it names none for certain."""
    numbers = _NUMBERS.fullmatch(short_label(name))
    if numbers is None:
        return ""
    try:
        week = Week(
            int(numbers["year"] or numbers["year_"]), int(numbers["week"] or numbers["week_"])
        )
    except WeekError:
        return ""
    return folded(str(week))
