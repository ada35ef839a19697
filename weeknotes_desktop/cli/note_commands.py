"""Commands about notes."""

from __future__ import annotations

import argparse
from dataclasses import replace

from weeknotes_desktop.cli.bodies import body_given
from weeknotes_desktop.cli.shapes import import_shape, note_shape, view_shape
from weeknotes_desktop.cli.terminal import Terminal
from weeknotes_desktop.cli.weeks import day_given, week_given
from weeknotes_desktop.domain.backup import Reason
from weeknotes_desktop.domain.goal_places import with_goals
from weeknotes_desktop.domain.note import Note, NoteSummary, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.paths import named
from weeknotes_desktop.use_cases.bring_in import bring_in
from weeknotes_desktop.use_cases.find_note import find_note
from weeknotes_desktop.use_cases.import_notes import ImportReport
from weeknotes_desktop.use_cases.list_notes import list_notes
from weeknotes_desktop.use_cases.note_language import set_language
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note
from weeknotes_desktop.use_cases.view_note import view_note


def new(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Start a note."""
    # First: whatever is read from a pipe must be read by the command itself, before all else.
    body = body_given(given.body_file, terminal) or ""
    settings = parts.settings()
    week = week_given(given.week, parts.today())
    with parts.writing() as library:
        note = start_note(
            library, week, title=given.title or "", body=body, category=settings.category
        )
        answer_note(parts, given, terminal, library, note)


def list_all(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """List all notes, newest week first."""
    with parts.reading() as library:
        notes = list_notes(library, parts.settings().label)
    terminal.answer(
        given, [note_shape(note) for note in notes], "\n".join(_line(note) for note in notes)
    )


def edit(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Change a note."""
    body = body_given(given.body_file, terminal)
    settings = parts.settings()
    pattern = settings.label
    day = day_given(given.published_on)
    with parts.writing() as library, library.transaction():
        note = find_note(library, given.note, pattern)
        if given.language is not None:
            set_language(library, note.id, given.language)
        changed = replace(
            note,
            title=note.title if given.title is None else given.title,
            body=note.body if body is None else body,
            label=note.label if given.label is None else given.label,
            category=note.category if given.category is None else given.category,
            tags=note.tags if given.tags is None else tuple(given.tags.split(",")),
            status=Status(given.status) if given.status else note.status,
            audience=Audience(given.audience) if given.audience else note.audience,
            published_on=note.published_on if given.published_on is None else day,
        )
        if given.status == Status.PUBLISHED:
            saved = publish_note(library, changed, settings, parts.now())
        else:
            saved = save_note(library, changed, pattern, parts.now())
        answer_note(parts, given, terminal, library, saved)


def show(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Print a note as one audience reads it."""
    settings = parts.settings()
    audience = Audience(given.audience)
    with parts.reading() as library:
        note = find_note(library, given.note, settings.label)
        view = view_note(library, note, audience, settings)
    # The view for the writer carries tint marks; their own text reads better.
    mine = audience is Audience.ME
    if given.form == "html":
        terminal.say(parts.renderer().render(view))
    else:
        given.json = given.form == "json"
        shape = view_shape(note.id, view, note.body if mine else view.body)
        terminal.answer(given, shape, note.body if mine else with_goals(view))


def import_pages(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Bring old posts in from saved pages, or everything from a back-up in Markdown."""
    reader = parts.page_reader()
    found = [reader.read(named(path)) for path in given.paths]
    # Of a library that is only now made there is nothing to back up.
    if parts.library_path.exists() and not given.dry_run:
        # Before the library is borrowed: what is typed in the window meanwhile would wait.
        with parts.file():
            parts.back_ups().make_if_changed(Reason.BEFORE_IMPORT)
    with parts.reading() if given.dry_run else parts.writing() as library:
        report = bring_in(library, found, parts.now(), dry_run=given.dry_run)
    terminal.answer(given, import_shape(report, dry_run=given.dry_run), _told(report))


def answer_note(
    parts: Parts,
    given: argparse.Namespace,
    terminal: Terminal,
    library: NoteLibrary,
    note: Note,
) -> None:
    """Say how the archive lists the note now."""
    summaries = list_notes(library, parts.settings().label, note.week)
    summary = next(one for one in summaries if one.id == note.id)
    terminal.answer(given, note_shape(summary), _line(summary))


def _line(note: NoteSummary) -> str:
    name = f"{note.label}  {note.title}".rstrip()
    met = f"{note.goals_met}/{note.goals_set}"
    return f"{note.week}  {note.status.value:9}  {met:5}  {name}  ({note.id})"


def _told(report: ImportReport) -> str:
    lines = [
        f"{one.action.value:9}  {one.note.week}  {one.note.label}  {one.note.title}".rstrip()
        for one in report.notes
    ]
    lines += [f"lost: {sentence}" for sentence in report.lost]
    lines += [f"left out: {sentence}" for sentence in report.skipped]
    return "\n".join(lines)
