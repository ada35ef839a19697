"""Texts of a size, and libraries that hold them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from weeknotes_desktop import paths
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.publishing.importers.example_weeks import read_example
from weeknotes_desktop.storage.library import open_for_writing

HERE = "Here the writer goes on with **words that matter** in it"
"""Where is typed, in the middle of a text; it carries formats, as paragraphs do."""

# So that marks of the spelling are in sight.
_MISSPELT = "A practioner recieved what was writen, and definately liked it.\n\n"


def example(size: int) -> str:
    """The example weeks, one after the other, up to that size, with a place to go on in."""
    weeks = read_example(paths.resource("example/weeks.yaml")).weeks
    once = "\n\n".join(week.body for week in weeks if week.body)
    half = "\n\n".join([once] * (size // len(once) + 1))[: size // 2]
    half = half[: half.rfind("\n\n")]
    return f"Here:\n\n{half}\n\n{HERE}\n\n{_MISSPELT}{half}"


def make_library(path: Path, texts: dict[str, str]) -> None:
    """A library with a note of each text; the first is that of this week and is opened first."""
    week = Week.of(datetime.now(UTC).date())
    with open_for_writing(path) as library, library.transaction():
        for number, (name, text) in enumerate(texts.items()):
            library.add_note(Note(id=name, week=week.plus(-number), title=name, body=text))
