"""Which files a back-up is made of, and what stands in each; nothing is written here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from weeknotes_desktop.domain.everything import Everything
from weeknotes_desktop.domain.goal_events import GoalEvent
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.slug import LONGEST, file_name
from weeknotes_desktop.domain.trash import Kind
from weeknotes_desktop.domain.version import Version
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.publishing.markdown_back_up.front_matter import write_facts
from weeknotes_desktop.publishing.markdown_back_up.goal_forms import (
    goal_form,
    jot_form,
    plan_form,
    task_form,
)
from weeknotes_desktop.publishing.markdown_back_up.note_forms import (
    draft_form,
    note_form,
    version_form,
)
from weeknotes_desktop.publishing.markdown_back_up.strict_yaml import write_yaml

CONTENTS = "contents"
"""The table whose rows become files of their own."""

READ_ME = "README.md"

_ENDINGS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/svg+xml": "svg",
    "application/pdf": "pdf",
}
_WEEK = len("2021-W09-")
_ABOUT = """\
# A complete back-up of weeknotes

Everything that WeekNotes Desktop kept is in this folder, **also what is private**. Do not put it
on a web site. Every note is a Markdown file below its year; what stands between the dashes above
its text is what the program knows of it.

To take it back: `weeknotes import` and the name of this folder. What is there already is never
overwritten.
"""


@dataclass(slots=True)
class Files:
    """The files of a back-up, by their paths below its folder.

    Args:
        notes: The id of the note that each file of a note holds.
    """

    contents: dict[str, bytes] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    def add(self, path: str, text: str) -> None:
        """Put a text at ``path``."""
        # A letter that is none was kept from a damaged row; no file takes it.
        self.contents[path] = text.encode(errors="replace")


def files_of(everything: Everything) -> Files:
    """The files that hold all of ``everything``."""
    files = Files()
    files.add(READ_ME, _ABOUT)
    stems = _notes(files, everything)
    _drafts(files, everything, stems)
    _versions(files, everything, stems)
    _goals(files, everything)
    _jots_and_tasks(files, everything)
    _others(files, everything)
    return files


def _notes(files: Files, everything: Everything) -> dict[str, str]:
    """Add the notes; returns the name of each, without its ending, by its id."""
    stems: dict[str, str] = {}
    for number, note in enumerate(everything.notes, 1):
        trashed_at = everything.trashed.get((Kind.NOTE, note.id))
        folder = f"{note.week.year:04}" if trashed_at is None else "trash"
        stem = _stem(files, folder, note)
        stems[note.id] = stem
        files.notes[f"{folder}/{stem}.md"] = note.id
        files.add(
            f"{folder}/{stem}.md", write_facts(note_form(note, trashed_at, number), note.body)
        )
    return stems


def _stem(files: Files, folder: str, note: Note) -> str:
    start = f"{folder}/{note.week}-"
    return f"{note.week}-" + file_name(
        note.title or note.label,
        _Taken(files, start, ".md"),
        longest=LONGEST - _WEEK,
    )


@dataclass(frozen=True, slots=True)
class _Taken:
    """The names between ``start`` and ``end`` that files have already."""

    files: Files
    start: str
    end: str

    def __contains__(self, name: object) -> bool:
        return f"{self.start}{name}{self.end}" in self.files.contents


def _drafts(files: Files, everything: Everything, stems: Mapping[str, str]) -> None:
    for draft in everything.drafts:
        wanted = stems.get(draft.note_id, "")
        name = wanted
        if not name or f"drafts/{name}.md" in files.contents:
            name = file_name(
                draft.title, _Taken(files, "drafts/no-note-", ".md"), longest=LONGEST - _WEEK
            )
            name = f"no-note-{name}"
        files.add(f"drafts/{name}.md", write_facts(draft_form(draft), draft.body))


def _versions(files: Files, everything: Everything, stems: Mapping[str, str]) -> None:
    numbers: dict[str, int] = defaultdict(int)
    for version in everything.versions:
        numbers[version.note_id] += 1
        no_note = f"no-note-{file_name(version.note_id, longest=LONGEST - _WEEK)}"
        folder = f"history/{stems.get(version.note_id, no_note)}"
        name = file_name(_when(version), _Taken(files, f"{folder}/", ".md"))
        form = version_form(version, numbers[version.note_id], peak=version.id in everything.peaks)
        files.add(f"{folder}/{name}.md", write_facts(form, version.body))


def _when(version: Version) -> str:
    at = version.written_at.astimezone(UTC)
    return f"{at.date().isoformat()}-{at:%H%M%S}z"


def _goals(files: Files, everything: Everything) -> None:
    events: dict[str, list[GoalEvent]] = defaultdict(list)
    for event in everything.events:
        events[event.goal_id].append(event)
    forms = (
        (
            goal.week,
            goal_form(goal, _trashed(everything, Kind.GOAL, goal.id), events[goal.id]),
        )
        for goal in everything.goals
    )
    for year, goals in _by_year(forms):
        files.add(f"goals/{year}.yaml", write_yaml({"goals": goals}))
    if everything.plans:
        plans = [plan_form(plan) for plan in everything.plans]
        files.add("weeks.yaml", write_yaml({"weeks": plans}))


def _jots_and_tasks(files: Files, everything: Everything) -> None:
    forms = (
        (jot.week, jot_form(jot, _trashed(everything, Kind.JOT, jot.id))) for jot in everything.jots
    )
    for year, jots in _by_year(forms):
        files.add(f"jots/{year}.yaml", write_yaml({"jots": jots}))
    if everything.tasks:
        tasks = [
            task_form(task, _trashed(everything, Kind.TASK, task.id)) for task in everything.tasks
        ]
        files.add("tasks.yaml", write_yaml({"tasks": tasks}))
    if everything.categories or everything.tags:
        words = {"categories": list(everything.categories), "tags": list(everything.tags)}
        files.add("words.yaml", write_yaml(words))


def _others(files: Files, everything: Everything) -> None:
    kinds = {
        row.get("content_sha256"): row.get("media_type")
        for row in everything.others.get("attachments", ())
    }
    for table, kept in everything.others.items():
        if table == CONTENTS:
            for row in kept:
                mark, content = row["sha256"], row["content"]
                ending = _ENDINGS.get(str(kinds.get(mark)), "bin")
                if isinstance(mark, str) and isinstance(content, bytes):
                    files.contents[f"pictures/{mark}.{ending}"] = content
        else:
            rows = [dict(row) for row in kept]
            files.add(f"others/{table}.yaml", write_yaml({"rows": rows}))


def _by_year(forms: Iterable[tuple[Week, Any]]) -> Iterator[tuple[str, list[Any]]]:
    years: dict[str, list[Any]] = defaultdict(list)
    for week, form in forms:
        years[f"{week.year:04}"].append(form)
    yield from sorted(years.items())


def _trashed(everything: Everything, kind: Kind, ident: str) -> datetime | None:
    return everything.trashed.get((kind, ident))
