"""What can be done to a goal, each with its words and its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt

from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.ui.goals.goal_voice import GoalVoice

_KEY = Qt.Key
OUTCOME_KEYS: dict[Qt.Key, Outcome | None] = {
    _KEY.Key_1: Outcome.DONE,
    _KEY.Key_2: Outcome.PARTLY,
    _KEY.Key_3: Outcome.NOT_STARTED,
    _KEY.Key_4: Outcome.DROPPED,
    _KEY.Key_0: None,
}


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that can be done.

    Args:
        words: As the menu shows it.
        shown_key: Its key, as the menu shows it.
    """

    words: str
    shown_key: str
    keys: tuple[QKeyCombination, ...]
    do: Callable[[], None]

    def has_key(self, pressed: int) -> bool:
        """Whether it is done by that key, given with its modifiers as one number."""
        return any(key.toCombined() == pressed for key in self.keys)


@dataclass(frozen=True, slots=True)
class RowDeeds:
    """What a row does by itself: it opens fields and menus, and knows its neighbours."""

    edit_wording: Callable[[], None]
    edit_line: Callable[[], None]
    ask_reason: Callable[[], None]
    show_details: Callable[[], None]
    move: Callable[[int], None]


Deeds = tuple[Deed | None, ...]
"""None stands for a line between entries of the menu."""


def deeds(goal: Goal, row: RowDeeds, voice: GoalVoice) -> Deeds:
    """All that can be done to ``goal`` now, but for its outcome."""
    groups = (
        _proposal(goal, voice),
        _words(goal, row, voice),
        _onward(goal, row, voice),
        _threads(goal, voice),
        _place(goal, row, voice),
    )
    offered: list[Deed | None] = []
    for group in groups:
        found = list(group)
        if found and offered:
            offered.append(None)
        offered += found
    return tuple(offered)


def _proposal(goal: Goal, voice: GoalVoice) -> Iterator[Deed]:
    if goal.proposed:
        yield _deed(_tr("Confirm"), "C", _KEY.Key_C, lambda: voice.confirmed.emit(goal.id))
        yield _deed(_tr("Dismiss"), "X", _KEY.Key_X, lambda: voice.dismissed.emit(goal.id))


def _words(goal: Goal, row: RowDeeds, voice: GoalVoice) -> Iterator[Deed]:
    enter = (_KEY.Key_Return, _KEY.Key_Enter, _KEY.Key_F2)
    yield Deed(
        _tr("Edit wording"),
        _tr("Enter"),
        tuple(map(QKeyCombination, enter)),
        row.edit_wording,
    )
    yield _deed(_tr("What happened…"), "L", _KEY.Key_L, row.edit_line)
    yield _deed(_tr("Details…"), "E", _KEY.Key_E, row.show_details)
    private = goal.audience is Audience.ME
    audience = Audience.PUBLIC if private else Audience.ME
    whose = _tr("Make public") if private else _tr("Make private")
    yield _deed(whose, "P", _KEY.Key_P, lambda: voice.audience_chosen.emit(goal.id, audience))
    stretch = _tr("No stretch any more") if goal.stretch else _tr("Make it a stretch")
    yield _deed(
        stretch, "S", _KEY.Key_S, lambda: voice.stretch_chosen.emit(goal.id, not goal.stretch)
    )


def _onward(goal: Goal, row: RowDeeds, voice: GoalVoice) -> Iterator[Deed]:
    if goal.unfinished and not goal.proposed:
        yield _deed(_tr("Carry over"), "C", _KEY.Key_C, lambda: voice.carried.emit(goal.id))
    if goal.outcome is not Outcome.DONE and goal.let_go is None:
        yield _deed(_tr("Let go…"), "G", _KEY.Key_G, row.ask_reason)
    if goal.held or goal.let_go is not None:
        yield _deed(_tr("Take up again"), "H", _KEY.Key_H, lambda: voice.taken_up.emit(goal.id))
    elif goal.outcome is None:
        yield _deed(_tr("Put on hold"), "H", _KEY.Key_H, lambda: voice.held.emit(goal.id))


def _threads(goal: Goal, voice: GoalVoice) -> Iterator[Deed]:
    yield _deed(_tr("Week by week…"), "T", _KEY.Key_T, lambda: voice.thread_chosen.emit(goal.id))
    yield _deed(
        _tr("This goal continues…"), "Y", _KEY.Key_Y, lambda: voice.tie_chosen.emit(goal.id)
    )


def _place(goal: Goal, row: RowDeeds, voice: GoalVoice) -> Iterator[Deed]:
    alt = Qt.KeyboardModifier.AltModifier
    up, down = QKeyCombination(alt, _KEY.Key_Up), QKeyCombination(alt, _KEY.Key_Down)
    yield Deed(_tr("Move up"), _tr("Alt+Up"), (up,), lambda: row.move(-1))
    yield Deed(_tr("Move down"), _tr("Alt+Down"), (down,), lambda: row.move(1))
    yield _deed(_tr("Remove"), _tr("Del"), _KEY.Key_Delete, lambda: voice.removed.emit(goal.id))


def _deed(words: str, shown_key: str, key: Qt.Key, do: Callable[[], None]) -> Deed:
    return Deed(words, shown_key, (QKeyCombination(key),), do)


def _tr(words: str) -> str:
    return QCoreApplication.translate("GoalDeeds", words)
