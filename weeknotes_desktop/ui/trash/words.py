"""What lies in the trash, in the writer's words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from weeknotes_desktop.domain.trash import Kind, Trashed
from weeknotes_desktop.presenters.trash_state import Question, TrashDay, TrashState
from weeknotes_desktop.ui import words
from weeknotes_desktop.ui.widgets.sections import Entry, Heading, Row

_ICONS = {Kind.NOTE: "note", Kind.GOAL: "goals", Kind.JOT: "jot", Kind.TASK: "done"}


def rows_of(state: TrashState, today: date) -> tuple[Row, ...]:
    """Every row of the list."""
    return tuple(
        Heading(words.spoken_day(row.day, today))
        if isinstance(row, TrashDay)
        else _entry(row.thing, today)
        for row in state.rows
    )


def name_of(thing: Trashed) -> str:
    """What it is known by."""
    if thing.text.strip():
        return thing.text
    if thing.kind is Kind.NOTE:
        return thing.label or _tr("A note without a title")
    return _tr("No words")


def question_of(question: Question) -> str:
    """What exactly would go for good."""
    thing = question.thing
    name = f"“{name_of(thing)}”"
    if thing.kind is not Kind.NOTE:
        kept = "" if thing.kind is not Kind.GOAL else _tr(" and what happened to it")
        said = _tr("{name}{kept} goes for good.").format(name=name, kept=kept)
    elif question.versions == 1:
        said = _tr("{name} goes for good, with 1 earlier text of it.").format(name=name)
    elif question.versions:
        said = _tr("{name} goes for good, with {n} earlier texts of it.").format(
            name=name, n=QLocale().toString(question.versions)
        )
    else:
        said = _tr("{name} goes for good.").format(name=name)
    return f"{said} {_tr('This cannot be undone.')}"


def held_words(question: Question) -> str:
    """How many back-ups would still hold it, and where they lie."""
    if question.unknown:
        return question.unknown
    if question.back_ups is None:
        return _tr("Looking through the back-ups…")
    if not question.back_ups:
        return _tr("No back-up holds it.")
    number = len(question.back_ups)
    said = (
        _tr("1 back-up still holds it, in {folder}:")
        if number == 1
        else _tr("{n} back-ups still hold it, in {folder}:")
    )
    folder = _folders(one.path for one in question.back_ups)
    return said.format(n=QLocale().toString(number), folder=folder)


def damaged_words(question: Question) -> str:
    """Which damaged files may hold it, too; empty where there are none."""
    if not question.damaged:
        return ""
    if len(question.damaged) == 1:
        said = _tr("A damaged file that was kept may hold it, too: {file}")
        return said.format(file=_breaking(str(question.damaged[0])))
    said = _tr("{n} damaged files that were kept may hold it, too, in {folder}")
    number = QLocale().toString(len(question.damaged))
    return said.format(n=number, folder=_folders(question.damaged))


def _folders(files: Iterable[Path]) -> str:
    folders = dict.fromkeys(str(file.parent) for file in files)
    return _breaking(_tr(" and ").join(folders))


def _breaking(path: str) -> str:
    """A path may break after each of its parts."""
    return path.replace("/", "/\u200b")


def _entry(thing: Trashed, today: date) -> Entry:
    until = thing.until.astimezone().date()
    day = words.day(until) if until.year == today.year else words.full_date(until)
    kinds = {
        Kind.NOTE: thing.label if thing.text.strip() and thing.label else _tr("Note"),
        Kind.GOAL: _tr("Goal"),
        Kind.JOT: _tr("Jot"),
        Kind.TASK: _tr("Task"),
    }
    week = f"{words.days(thing.week)} {thing.week.sunday.year}" if thing.week else ""
    return Entry(
        thing.id,
        name_of(thing),
        second=" · ".join(part for part in (kinds[thing.kind], week) if part),
        aside=_tr("goes on {day}").format(day=day),
        icon=_ICONS[thing.kind],
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Trash", text)
