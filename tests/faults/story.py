"""What a service was told and what it answered; and from that, what must be there afterwards."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain
from random import Random
from typing import Any

from tests.faults.stage import Answer, LostError, Service

DURABLE_AFTER = 2.0
"""Seconds after which typed text must be on the disk."""

WORDS = (
    *("We", "lent", "a", "book", "to", "the", "rain", "–", "“naïve”", "maps,", "½", "day,"),
    *("漢字,", "%%not", "for", "you%%", "and", "a", "gate"),
)


@dataclass(slots=True)
class Told:
    """One text or goal as it was told.

    Args:
        answer: The number of its answer if that was a yes; None else.
        typed: Whether it was typed, not saved.
        at: When that answer came.
    """

    value: Any
    typed: bool = False
    answer: int | None = None
    at: float = 0.0


@dataclass(slots=True)
class Story:
    """Everything that was told to the services of one library, in order.

    Args:
        chance: Where its words come from.
    """

    chance: Random
    notes: dict[str, list[Told]] = field(default_factory=dict)
    goals: dict[str, list[Told]] = field(default_factory=dict)
    refusals: list[str] = field(default_factory=list)
    _number: int = 0

    def text(self, least: int = 3, most: int = 300) -> str:
        """A text that nobody has seen before."""
        self._number += 1
        words = self.chance.choices(WORDS, k=self.chance.randint(least, most))
        return f"No {self._number}: {' '.join(words)}."

    def save(self, service: Service, note: str, *, words: int = 300, **more: object) -> Answer:
        """Save a new text, of at most so many words, in a note."""
        told = Told(self.text(3, words))
        self.notes.setdefault(note, []).append(told)
        return self._tell(service, told, "save", note=note, text=told.value, **more)

    def type(self, service: Service, note: str) -> Answer:
        """Type a new text into a note."""
        told = Told(self.text(3, 40), typed=True)
        self.notes.setdefault(note, []).append(told)
        return self._tell(service, told, "type", note=note, text=told.value)

    def goal(self, service: Service, goal: str) -> Answer:
        """Say something about a goal."""
        told = Told([self.text(2, 9), self.chance.random() < 0.5, self.chance.random() < 0.5])
        self.goals.setdefault(goal, []).append(told)
        text, done, private = told.value
        return self._tell(service, told, "goal", id=goal, text=text, done=done, private=private)

    def go_on(self, service: Service, steps: int) -> None:
        """Do this and that."""
        for _ in range(steps):
            match self.chance.randrange(8):
                case 0 | 1 | 2 | 3:
                    self.save(service, f"note{self.chance.randrange(4)}")
                case 4 | 5:
                    self.type(service, f"note{self.chance.randrange(6)}")
                case _:
                    self.goal(service, f"goal{self.chance.randrange(3)}")

    def settle(self) -> None:
        """What was told so far was told in an earlier life, and stands."""
        for told in chain(*self.notes.values(), *self.goals.values()):
            told.answer = None if told.answer is None else 0

    def _tell(self, service: Service, told: Told, op: str, **given: object) -> Answer:
        answer = service.ask(op, **given)
        if answer["ok"]:
            told.answer, told.at = service.answered, time.monotonic()
        elif answer.get("msg"):
            self.refusals.append(answer["msg"])
        else:
            raise LostError(f"“{op}” was refused without a word")
        return answer

    def check(
        self,
        dump: Answer,
        *,
        ended_at: float | None = None,
        answers: int | None = None,
        told: bool = False,
        missing: bool = False,
    ) -> None:
        """See that what must be there is there, and that nothing else is.

        Args:
            ended_at: When the last service ended, where typed text counts.
            answers: How many answers had been given at the end; all of them if None.
            told: Whether it was said that something is damaged.
            missing: Whether text may be missing for that; wrong it may never be.

        Raises:
            LostError: If it is not so.
        """
        if not dump["ok"]:
            raise LostError(f"it cannot be read: {dump['msg']}")
        if dump["damaged"] and not told:
            raise LostError(f"damaged without a word: {sorted(dump['damaged'])}")
        everywhere = [*dump["notes"].values(), *dump["drafts"].values()]
        for note, tellings in self.notes.items():
            required = max(
                (place for place, told in enumerate(tellings) if _counts(told, ended_at, answers)),
                default=-1,
            )
            self._check_note(note, [told.value for told in tellings], dump, everywhere)
            newest = [told.value for told in tellings[required:]]
            if required >= 0 and not missing and not any(text in newest for text in everywhere):
                raise LostError(f"{note} lost text no {required} of {len(tellings)}: {newest[0]!r}")
        for goal, tellings in self.goals.items():
            self._check_goal(goal, tellings, dump["goals"], answers, missing=missing)

    def _check_note(self, note: str, told: list[str], dump: Answer, everywhere: list[str]) -> None:
        for where in ("notes", "drafts"):
            text = dump[where].get(note)
            if text is not None and text not in told:
                raise LostError(f"{note} has wrong text in {where}: {text!r}")
        saved, draft = dump["notes"].get(note), dump["drafts"].get(note)
        if saved is not None and draft is not None and told.index(draft) < told.index(saved):
            raise LostError(f"{note} has a draft that is older than what was saved")

    def _check_goal(
        self,
        goal: str,
        tellings: list[Told],
        goals: Mapping[str, Any],
        answers: int | None,
        *,
        missing: bool,
    ) -> None:
        required = max(
            (place for place, told in enumerate(tellings) if _counts(told, None, answers)),
            default=-1,
        )
        found = goals.get(goal)
        if found is not None and found not in [told.value for told in tellings]:
            raise LostError(f"{goal} is wrong: {found!r}")
        allowed = [told.value for told in tellings[max(0, required) :]]
        if required >= 0 and not missing and found not in allowed:
            raise LostError(f"{goal} lost {allowed[0]!r}; there is {found!r}")


def _counts(told: Told, ended_at: float | None, answers: int | None) -> bool:
    """Whether it must be there for all that follows."""
    if told.answer is None or (answers is not None and told.answer > answers):
        return False
    if not told.typed:
        return True
    return ended_at is not None and ended_at - told.at > DURABLE_AFTER
