"""Back-ups, and what restoring one would change, in the writer's words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from weeknotes_desktop.domain.backup import BackUp, Consequence, Fate, Reason
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.back_ups import BackUpsState
from weeknotes_desktop.ui import words
from weeknotes_desktop.ui.widgets.sections import Entry, Heading, Row

_ICONS = {"note": "note", "goal": "goals", "jot": "jot", "task": "done", "week": "week"}


def back_up_rows(
    back_ups: tuple[BackUp, ...], elsewhere: Path | None, today: date
) -> tuple[Row, ...]:
    """Every back-up under its day, newest first; a file from elsewhere on top."""
    rows: list[Row] = []
    if elsewhere is not None:
        rows += [Heading(_tr("From elsewhere")), Entry(elsewhere, elsewhere.name)]
    for day, of_day in groupby(back_ups, key=lambda one: one.made_at.date()):
        rows.append(Heading(words.spoken_day(day, today)))
        rows += [
            Entry(
                one.path,
                words.clock_time(one.made_at),
                second=about_words(one),
                aside=size_words(one.size),
            )
            for one in of_day
        ]
    return tuple(rows)


def none_words(state: BackUpsState) -> str:
    """Why there is no back-up, and when there will be one."""
    if state.may_write:
        return _tr("No back-up yet. The first one is made while you write.")
    none = _tr("There is no back-up of these notes here, and none is made: they can only be read.")
    return f"{none} {_tr('You can keep back-ups in another folder.')}" if state.may_copy else none


def change_rows(changes: tuple[Consequence, ...]) -> tuple[Row, ...]:
    """What would change, by what would become of it."""
    return tuple(_change_rows(changes))


def _change_rows(changes: tuple[Consequence, ...]) -> Iterator[Row]:
    headings = {
        Fate.COMES_BACK: (_tr("Comes back"), "+", "done"),
        Fate.CHANGES: (_tr("Changes"), "~", "attention"),
        Fate.GOES: (_tr("Goes"), "−", "grey"),
    }
    for fate, (heading, mark, colour) in headings.items():
        ours = [change for change in changes if change.fate is fate]
        if ours:
            yield Heading(heading, QLocale().toString(len(ours)), mark, colour)
        for change in ours:
            yield Entry(
                (fate, change.kind, change.id),
                _text_of(change),
                second=_second_of(change),
                icon=_ICONS.get(change.kind, "note"),
            )


def _text_of(change: Consequence) -> str:
    if change.text.strip():
        return change.text
    if change.kind == "note":
        return change.label or _tr("A note without a title")
    return _tr("No words") if change.kind != "week" else _tr("No focus")


def _second_of(change: Consequence) -> str:
    kinds = {
        "note": change.label if change.text.strip() else "",
        "goal": _tr("Goal"),
        "jot": _tr("Jot"),
        "task": _tr("Task"),
        "week": _tr("What was said about the week"),
    }
    days = week_words(change.week) if change.week is not None else ""
    return " · ".join(part for part in (kinds.get(change.kind, ""), days) if part)


def week_words(week: Week) -> str:
    """From Monday to Sunday with the year, as “19–25 April 2021”."""
    return f"{words.days(week)} {week.sunday.year}"


def reason_words(reason: Reason) -> str:
    """Why a back-up was made."""
    return {
        Reason.START: _tr("At the start"),
        Reason.CHANGES: _tr("While you wrote"),
        Reason.ASKED: _tr("You asked for it"),
        Reason.BEFORE_MIGRATION: _tr("Before an update"),
        Reason.BEFORE_IMPORT: _tr("Before an import"),
        Reason.BEFORE_RESTORE: _tr("Before a restore"),
    }[reason]


def about_words(back_up: BackUp) -> str:
    """Why it was made, and whether something in it was damaged already."""
    reason = reason_words(back_up.reason)
    return reason if back_up.whole else _tr("{reason}, damaged").format(reason=reason)


def damaged_words(number: int) -> str:
    """How many rows of a back-up are damaged, and what becomes of them."""
    if number == 1:
        return _tr("One thing in it is damaged; what can be read of it stays with you alone.")
    said = _tr("{number} things in it are damaged; what can be read of them stays with you alone.")
    return said.format(number=QLocale().toString(number))


def size_words(size: int) -> str:
    """A size as “1.2 MB”."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _tr(text: str) -> str:
    return QCoreApplication.translate("BackUps", text)
