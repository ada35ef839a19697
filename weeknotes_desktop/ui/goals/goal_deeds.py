"""What can be done to a goal, and the keys of its outcomes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt

from weeknotes_desktop.domain.goal import Outcome

OUTCOME_KEYS: dict[Qt.Key, Outcome | None] = {
    Qt.Key.Key_1: Outcome.DONE,
    Qt.Key.Key_2: Outcome.PARTLY,
    Qt.Key.Key_3: Outcome.NOT_STARTED,
    Qt.Key.Key_4: Outcome.DROPPED,
    Qt.Key.Key_0: None,
}


@dataclass(frozen=True, slots=True)
class GoalDeeds:
    """What can be done to a goal, as functions that do it."""

    choose: Callable[[Outcome | None], None]
    edit_wording: Callable[[], None]
    edit_line: Callable[[], None]
    move: Callable[[int], None]
    turn_private: Callable[[], None]
    remove: Callable[[], None]
