"""Commands about exports, settings and the calendar."""

from __future__ import annotations

import argparse

from weeknotes_desktop.cli.answer import answer
from weeknotes_desktop.cli.shapes import week_shape
from weeknotes_desktop.cli.weeks import week_of_day
from weeknotes_desktop.domain.errors import SettingsError
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.use_cases.export_html import export_html
from weeknotes_desktop.use_cases.find_note import find_note


def export(parts: Parts, given: argparse.Namespace) -> None:
    """Make one HTML page of a note."""
    settings = parts.settings()
    with parts.reading() as library:
        note = find_note(library, given.note, settings.label)
        pages = parts.page_writer(settings)
        export_html(library, pages, note, given.file, settings, Audience(given.audience))


def settings(parts: Parts, given: argparse.Namespace) -> None:
    """Read or change a setting."""
    kept = parts.settings()
    if given.key is not None and given.value is not None:
        kept = kept.with_value(given.key, given.value)
        parts.settings_store().save(kept)
    if given.key is not None:
        value = kept.value(given.key)
        answer(given, {given.key: value}, value)
    elif given.list:
        values = kept.values()
        answer(given, values, "\n".join(f"{key} = {value}" for key, value in values.items()))
    else:
        raise SettingsError("Name a setting.", "`set --list` shows them all.")


def week(parts: Parts, given: argparse.Namespace) -> None:
    """Name the week of a day."""
    found = week_of_day(given.day, parts.today())
    shape = week_shape(found, parts.settings().label)
    answer(
        given, shape, f"{shape['week']}  {shape['monday']} – {shape['sunday']}  {shape['label']}"
    )
