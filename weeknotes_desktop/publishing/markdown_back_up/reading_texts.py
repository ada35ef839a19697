"""Notes, drafts and versions in a back-up; any of them may have been changed by hand."""

from __future__ import annotations

import re
from dataclasses import replace

from weeknotes_desktop.domain.errors import WeekError, WeekNotesError
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.text import body_text, one_line
from weeknotes_desktop.domain.trash import Kind
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.publishing.markdown_back_up.collected import (
    Collected,
    ReadFile,
    ident_of,
)
from weeknotes_desktop.publishing.markdown_back_up.facts import Facts
from weeknotes_desktop.publishing.markdown_back_up.front_matter import (
    LONGEST,
    TextWithFacts,
    read_facts,
)
from weeknotes_desktop.publishing.markdown_back_up.note_forms import (
    ReadNote,
    draft_of,
    note_of,
    version_of,
)
from weeknotes_desktop.publishing.markdown_back_up.strict_yaml import NotReadableError

_NO_LIMIT = 1 << 30
_LAST = 1 << 60
_WEEK = re.compile(r"(?:\d{4}|trash)/(\d{4}-W\d{2})-")


def read_note(file: ReadFile, collected: Collected, no_week: Week) -> None:
    """Take the note in ``file``; one whose facts cannot be read is for the writer alone.

    Args:
        no_week: Its week where nothing tells it.
    """
    week = _week_of(file.path, no_week)
    ident = file.note_id or ident_of(file.path)
    split = _with_facts(file, collected)
    if split is None:
        note = Note(id=ident, week=week, body=_text(file), audience=Audience.ME)
        read = ReadNote(note, None, _LAST)
    else:
        read = note_of(Facts(split.facts), split.body, week, ident)
    if read.wrong:
        collected.say_wrong(file.path, read.wrong, "the note is a draft for you alone")
    if not file.as_written:
        try:
            read = replace(read, note=_fitting(read.note))
        except WeekNotesError as error:
            collected.lost.append(f"{file.path} was left out: {error}")
            return
    collected.notes.append(read)
    collected.removed(Kind.NOTE, read.note.id, read.trashed_at)


def read_draft(file: ReadFile, collected: Collected) -> None:
    """Take the draft in ``file``; one that does not say whose it is becomes one of no note."""
    split = _with_facts(file, collected)
    facts = Facts({} if split is None else split.facts)
    draft = draft_of(facts, _text(file) if split is None else split.body)
    if split is not None and facts.wrong:
        collected.say_wrong(file.path, facts.wrong, "the rest is taken")
    collected.drafts.append(draft if draft.note_id else replace(draft, note_id=ident_of(file.path)))


def read_version(file: ReadFile, collected: Collected) -> None:
    """Take the version in ``file``."""
    split = _with_facts(file, collected)
    if split is None:
        return
    read = version_of(Facts(split.facts), split.body)
    if not read.version.id or not read.version.note_id:
        collected.lost.append(f"{file.path} was left out: it does not say whose version it is.")
        return
    if read.wrong:
        collected.say_wrong(file.path, read.wrong, "the rest is taken")
    collected.versions.append(read)


def _with_facts(file: ReadFile, collected: Collected) -> TextWithFacts | None:
    """The text of a file and what stands above it; None where that cannot be read."""
    text = _text(file)
    try:
        return read_facts(text, _NO_LIMIT if file.as_written else LONGEST)
    except NotReadableError as error:
        what = "left out" if file.path.startswith("history/") else "kept, for you alone"
        collected.lost.append(
            f"What stands above the text of {file.path} cannot be read ({error});"
            f" all of it is {what}."
        )
        return None


def _text(file: ReadFile) -> str:
    text = file.content.decode(errors="replace")
    # Editors and version control put other line ends in, which is no change of anybody's.
    return text if file.as_written else text.removeprefix("\ufeff").replace("\r\n", "\n")


def _fitting(note: Note) -> Note:
    """A note that was changed by hand, as the program keeps what is typed."""
    return replace(
        note,
        label=one_line(note.label),
        title=one_line(note.title),
        body=body_text(note.body),
        category=one_line(note.category),
        tags=tuple(one_line(tag) for tag in note.tags),
    )


def _week_of(path: str, otherwise: Week) -> Week:
    match = _WEEK.match(path)
    try:
        return Week.parse(match[1]) if match else otherwise
    except WeekError:
        return otherwise
