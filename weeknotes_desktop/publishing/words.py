"""The few words that a published page adds to the writer's own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.week import Week


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteWords:
    """Words of a static site.

    Args:
        page: With ``{number}``; so are ``notes`` and ``search_many`` with ``{count}``.
        by: Stands before the author.
        rights: With ``{years}`` and ``{name}``.
        unnamed: What a blog without a name is called.
    """

    unnamed: str
    home: str
    archive: str
    search: str
    feed: str
    pages: str
    notes_around: str
    older: str
    newer: str
    page: str
    by_month: str
    by_category: str
    by_tag: str
    in_category: str
    with_tag: str
    note: str
    notes: str
    no_notes: str
    published: str
    by: str
    to_text: str
    to_top: str
    rights: str
    missing: str
    missing_remedy: str
    search_field: str
    search_none: str
    search_one: str
    search_many: str
    search_most: str
    search_needs: str

    def count(self, notes: int) -> str:
        """Such as “3 notes”."""
        return self.note if notes == 1 else self.notes.format(count=notes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of one language.

    Args:
        week_beginning: With ``{day}``, ``{month}`` and ``{year}``.
        months: January first.
        outcomes: What is read out before a goal.
        back_to_text: With ``{}`` for the number of the footnote.
        picture: With ``{description}``; stands where a picture cannot.
        day_of: With ``{day}``, ``{month}`` and ``{year}``.
        month_of: With ``{month}`` and ``{year}``.
    """

    week_beginning: str
    months: tuple[str, ...]
    outcomes: dict[Outcome, str]
    task_done: str
    task_open: str
    back_to_text: str
    picture: str
    day_of: str
    month_of: str
    site: SiteWords

    @classmethod
    def read(cls, folder: Path, language: str = "en") -> Words:
        """The words of ``language`` out of a folder of word files; English where it has none."""
        there = {file.stem: file for file in folder.glob("*.json")}
        file = there.get(language) or there.get(language.partition("-")[0]) or there["en"]
        told = json.loads(file.read_text(encoding="utf-8"))
        told["months"] = tuple(told["months"])
        told["outcomes"] = {Outcome(name): word for name, word in told["outcomes"].items()}
        told["site"] = SiteWords(**told["site"])
        return cls(**told)

    def day(self, day: date) -> str:
        """Such as “23 April 2021”."""
        return self.day_of.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def month(self, year: int, month: int) -> str:
        """Such as “April 2021”."""
        return self.month_of.format(month=self.months[month - 1], year=year)

    def week(self, week: Week) -> str:
        """Such as “Week beginning 19 April 2021”."""
        day = week.monday
        return self.week_beginning.format(
            day=day.day, month=self.months[day.month - 1], year=day.year
        )
