"""Read the example weeks that the program brings along."""

from __future__ import annotations

from datetime import time
from pathlib import Path
from typing import Any

import yaml

from weeknotes_desktop.domain.example import (
    Example,
    ExampleGoal,
    ExampleJot,
    ExampleTask,
    ExampleWeek,
)
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.note import Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings


def read_example(path: Path) -> Example:
    """The example in a YAML file of ours."""
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    settings = Settings()
    for key, value in written["settings"].items():
        settings = settings.with_value(key, value)
    weeks = sorted((_week(week) for week in written["weeks"]), key=lambda week: week.offset)
    tasks = tuple(ExampleTask(**task) for task in written.get("tasks", ()))
    return Example(settings=settings, weeks=tuple(weeks), tasks=tasks)


def _week(written: dict[str, Any]) -> ExampleWeek:
    note = written.get("note", {})
    return ExampleWeek(
        offset=written["week"],
        focus=written.get("focus", ""),
        goals=tuple(_goal(goal) for goal in written.get("goals", ())),
        jots=tuple(_jot(jot) for jot in written.get("jots", ())),
        title=note.get("title"),
        body=note.get("body", ""),
        status=Status(note.get("status", Status.DRAFT)),
    )


def _goal(written: dict[str, Any]) -> ExampleGoal:
    outcome = written.get("outcome")
    return ExampleGoal(
        text=written["text"],
        workstream=written.get("workstream"),
        audience=Audience(written.get("audience", Audience.PUBLIC)),
        stretch=written.get("stretch", False),
        carried=written.get("carried", False),
        outcome=Outcome(outcome) if outcome else None,
        line=written.get("line"),
    )


def _jot(written: dict[str, Any]) -> ExampleJot:
    at = time.fromisoformat(written["at"])
    return ExampleJot(day=written["day"], at=at, text=written["text"])
