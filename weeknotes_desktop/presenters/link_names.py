"""The names that links in the open note may use: what they lead to, and what to offer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.label import short_label
from weeknotes_desktop.domain.links import LONGEST_NAME, NoteNames, folded
from weeknotes_desktop.domain.note import NoteSummary
from weeknotes_desktop.domain.ports import LibraryWriter
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.use_cases.name_notes import former_names

_MOST = 50
# What would end the link, hide part of it, or be taken for something else.
_UNFIT = re.compile(r"[\[\]|\\`<]|^\^|%%|:::")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkChoice:
    """A note that a link may lead to.

    Args:
        name: What to write between the brackets.
    """

    name: str
    title: str
    label: str
    week: Week


class LinkNames:
    """Knows what every note is called now, and was called before.

    Args:
        listed: Every note, newest first, labels as printed; None while they are being read.
        open_note: Id of the note that is being written; it is not offered.
    """

    def __init__(
        self,
        writer: LibraryWriter,
        listed: Callable[[], tuple[NoteSummary, ...] | None],
        open_note: Callable[[], str | None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        self._writer = writer
        self._listed = listed
        self._open_note = open_note
        self._failed = failed
        self._names = NoteNames()
        self.known = False
        """Whether they were there when somebody asked last."""
        self.learnt: Hook[None] = Hook()
        """What notes were called before has been read again."""

    def read(self) -> None:
        """Read again what notes were called before."""
        self._writer.do(former_names, self._know, self._failed)

    def names(self) -> NoteNames:
        """Every name, as of now."""
        listed = self._listed()
        self.known = listed is not None
        if listed is not None and listed is not self._names.notes:
            self._names = NoteNames(listed, self._names.former)
        return self._names

    def names_in(self, text: str) -> NoteNames:
        """Every name, where ``text`` links to any; whoever links nowhere need not know them."""
        return self.names() if "[[" in text else NoteNames()

    def choices(self, typed: str) -> tuple[LinkChoice, ...]:
        """The notes that have all words of ``typed`` in title, label or week; newest first.

        Those that begin with it come before the others.
        """
        names = self.names()
        wanted = folded(typed)
        found = [
            note
            for note in names.notes
            if note.id != self._open_note() and _has(note, wanted.split())
        ]
        found.sort(key=lambda note: not _begins(note, wanted))
        offered = (_choice(names, note) for note in found[:_MOST])
        return tuple(choice for choice in offered if choice is not None)

    def _know(self, former: Mapping[str, str]) -> None:
        if former != self._names.former:
            self._names = NoteNames(self._names.notes, former)
        self.learnt.emit(None)


def _has(note: NoteSummary, words: list[str]) -> bool:
    text = folded(f"{note.title} {note.label} {note.week}")
    return all(word in text for word in words)


def _begins(note: NoteSummary, wanted: str) -> bool:
    names = (note.title, note.label, short_label(note.label), str(note.week))
    return any(folded(name).startswith(wanted) for name in names)


def _choice(names: NoteNames, note: NoteSummary) -> LinkChoice | None:
    """The note by the first of its names that leads to it; None where none does."""
    # Whoever reads the link reads its name, so the title of a note that is kept stays with it.
    title = note.title if note.audience is Audience.PUBLIC else ""
    for name in (title, short_label(note.label), note.label, str(note.week)):
        fits = name and len(name) <= LONGEST_NAME and not _UNFIT.search(name)
        if fits and names.note(name) is note:
            return LinkChoice(name=name, title=note.title, label=note.label, week=note.week)
    return None
