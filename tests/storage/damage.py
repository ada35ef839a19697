"""Libraries of ours, and what disks do to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.storage.samples import NOW, WEEK, a_draft, a_goal, a_note
from weeknotes_desktop.domain.backup import BackUp, Reason
from weeknotes_desktop.domain.goal import Goal, WeekPlan
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.version import Occasion, of_note
from weeknotes_desktop.storage.backups import LibraryBackUps
from weeknotes_desktop.storage.library import open_for_reading, open_for_writing

SECTOR = 512
BODIES = ("We took prop {n} away. ", "Nobody slept in week {n}, and the river rose. ")


def body(number: int) -> str:
    """Some bodies are short, some long, some go on over many pages."""
    said = BODIES[number % 2].format(n=number)
    return said * (1, 30, 900)[number % 3]


def fill(library: NoteLibrary, numbers: range) -> None:
    """Put notes and goals of these numbers into a library."""
    for number in numbers:
        week = WEEK.plus(-number)
        tags = ("river", f"tag {number}")
        note = library.add_note(
            a_note(f"n{number}", week=week, title=f"Note {number}", body=body(number), tags=tags)
        )
        library.keep_version(of_note(note, Occasion.PAUSE, f"v{number}", NOW))
        library.add_goal(a_goal(f"g{number}", week=week, text=f"Goal {number}"), NOW)
        library.save_plan(WeekPlan(week=week, focus=f"Focus {number}"))


def back_up(path: Path) -> BackUp:
    """A back-up of a library, made an hour ago."""
    return LibraryBackUps(path, None, lambda: NOW - timedelta(hours=1)).make(Reason.START)


def a_library_with_a_back_up(path: Path, notes: int = 24) -> BackUp:
    """A library of which a part was saved after its back-up, with something typed last."""
    with open_for_writing(path) as library:
        fill(library, range(notes))
        made = back_up(path)
        for number in range(3):
            note = library.note(f"n{number}")
            library.save_note(replace(note, body=f"{note.body}And then it held."))
        fill(library, range(notes, notes + 3))
        library.keep_draft(a_draft("n1", base_rev=2))
    return made


def notes_in(path: Path) -> dict[str, Note]:
    """Every note of a library, by its id."""
    with open_for_reading(path) as library:
        return {line.id: library.note(line.id) for line in library.summaries()}


def goals_in(path: Path, goal_ids: list[str]) -> dict[str, Goal]:
    """Goals of a library, by their ids."""
    with open_for_reading(path) as library:
        return {goal_id: library.goal(goal_id) for goal_id in goal_ids}


def flip(path: Path, place: int, bit: int = 0) -> None:
    """Turn one bit of a file over."""
    content = bytearray(path.read_bytes())
    content[place % len(content)] ^= 1 << bit
    path.write_bytes(content)


def zero(path: Path, place: int, length: int = SECTOR) -> None:
    """Let a part of a file read as zeros."""
    content = bytearray(path.read_bytes())
    begin = place % len(content) // length * length
    content[begin : begin + length] = bytes(len(content[begin : begin + length]))
    path.write_bytes(content)


def flip_in(path: Path, words: str) -> None:
    """Turn one bit over inside some words, wherever they stand in the file."""
    content = path.read_bytes()
    place = content.find(words.encode())
    assert place >= 0
    while place >= 0:
        flip(path, place + len(words) // 2)
        place = content.find(words.encode(), place + 1)
