"""Labels: the printed number of a note, made from a pattern."""

from __future__ import annotations

import re
from dataclasses import dataclass

from weeknotes_desktop.domain.errors import SettingsError
from weeknotes_desktop.domain.week import Week

_WORD = re.compile(r"^\s*week\s?notes?\b[\s:#–-]*", re.IGNORECASE)
_FIELD = re.compile(r"\{([^{}]*)\}")
_FIELDS = ("week", "year", "yy", "series")


@dataclass(frozen=True, slots=True)
class LabelPattern:
    """How labels are printed, as ``Weeknote {week}.{year}``.

    Args:
        text: Words with ``{week}``, ``{year}``, ``{yy}`` and ``{series}``.
        series: What ``{series}`` stands for.

    Raises:
        SettingsError: If it names anything else in braces.
    """

    text: str = "Weeknote {week}.{year}"
    series: str = "1"

    def __post_init__(self) -> None:
        wrong = [name for name in _FIELD.findall(self.text) if name not in _FIELDS]
        if wrong or "{week}" not in self.text:
            raise SettingsError(
                f"“{self.text}” is not a label pattern.",
                "Use {week} with {year}, {yy} or {series}, as in Weeknote {week}.{year}.",
            )

    def label_of(self, week: Week) -> str:
        """The label of a note of ``week``."""
        values = {
            "week": str(week.number),
            "year": str(week.year),
            "yy": f"{week.year % 100:02}",
            "series": self.series,
        }
        return _FIELD.sub(lambda field: values[field[1]], self.text)

    def kept(self, label: str, week: Week) -> str:
        """What to keep of ``label`` in a note of ``week``: nothing where the pattern makes it."""
        label = label.strip()
        return "" if label == self.label_of(week) else label


def short_label(label: str) -> str:
    """The label without the word Weeknote, as lists show it."""
    return _WORD.sub("", label).strip() or label.strip()


def same_label(one: str, other: str) -> bool:
    """Whether two labels name the same number, with or without the word Weeknote."""
    return short_label(one).casefold() == short_label(other).casefold()
