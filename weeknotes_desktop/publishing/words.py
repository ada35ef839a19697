"""The few words that a published page adds to the writer's own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.week import Week


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of one language.

    Args:
        week_beginning: With ``{day}``, ``{month}`` and ``{year}``.
        months: January first.
        outcomes: What is read out before a goal.
        back_to_text: With ``{}`` for the number of the footnote.
        picture: With ``{description}``; stands where a picture cannot.
    """

    week_beginning: str
    months: tuple[str, ...]
    outcomes: dict[Outcome, str]
    task_done: str
    task_open: str
    back_to_text: str
    picture: str

    @classmethod
    def read(cls, folder: Path, language: str = "en") -> Words:
        """The words of ``language`` out of a folder of word files."""
        told = json.loads((folder / f"{language}.json").read_text(encoding="utf-8"))
        told["months"] = tuple(told["months"])
        told["outcomes"] = {Outcome(name): word for name, word in told["outcomes"].items()}
        return cls(**told)

    def week(self, week: Week) -> str:
        """Such as “Week beginning 19 April 2021”."""
        day = week.monday
        return self.week_beginning.format(
            day=day.day, month=self.months[day.month - 1], year=day.year
        )
