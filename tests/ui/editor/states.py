"""Notes as the editor is given them, in tests."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TypeVar

from PySide6.QtCore import QObject

from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.editor import EditorState
from weeknotes_desktop.presenters.keeping import Typed

WEEK = Week(2024, 16)


def clock() -> datetime:
    return datetime(2024, 4, 18, 9, 0, tzinfo=UTC)


def opened(
    body: str = "", title: str = "", note_id: str = "bench", opening: int = 1, label: str = "v4.16"
) -> EditorState:
    return EditorState(
        opening=opening,
        note_id=note_id,
        typed=Typed(title, body),
        label=label,
        week=WEEK,
        category="Harbour",
        categories=("Essays", "Harbour"),
    )


Child = TypeVar("Child", bound=QObject)


def only(parent: QObject, kind: type[Child], name: str = "") -> Child:
    """The one child of that kind, and of that name when one is given."""
    found = parent.findChild(kind, name) if name else parent.findChild(kind)
    assert found is not None, f"There is no {kind.__name__} {name}."
    return found
