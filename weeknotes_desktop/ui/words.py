"""Weeks and days in the words of the writer's language, and words too long for any panel."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from weeknotes_desktop.domain.week import Week

# The weekday and the year of a long date, with what ties them to the rest:
# “dddd, d MMMM yyyy” leaves “d MMMM”, “dddd, d 'de' MMMM 'de' yyyy” leaves “d 'de' MMMM”.
_WEEKDAY = re.compile(r"d{3,4}[,.،]?\s*|\s*d{3,4}$")
_YEAR = re.compile(r"[,،]?\s*('[^']*'\s*)*y+\s*('[^']*')?\.?[年년]?\s*")
_RANGE = "–"


def days(week: Week) -> str:
    """From Monday to Sunday, as “19–25 April” or “29 March–4 April”."""
    return _span(week, QLocale())


def day(moment: date) -> str:
    """A day without its year, as “19 April”."""
    return QLocale().toString(_day(moment), _pattern(QLocale()))


def full_date(moment: date) -> str:
    """A day with its year, as “19 April 2021”."""
    locale = QLocale()
    return locale.toString(_day(moment), _WEEKDAY.sub("", locale.dateFormat()).strip(" ,،"))


def spoken_day(moment: date, today: date) -> str:
    """A day as one says it: “Today”, “Yesterday”, “3 March”, “3 March 2020”."""
    if moment == today:
        return QCoreApplication.translate("Words", "Today")
    if moment == today - timedelta(days=1):
        return QCoreApplication.translate("Words", "Yesterday")
    return day(moment) if moment.year == today.year else full_date(moment)


def clock_time(moment: datetime) -> str:
    """The time of day, as “11:48”."""
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def month(year: int, number: int) -> str:
    """A month with its year, as “April 2021”."""
    locale = QLocale()
    return f"{locale.standaloneMonthName(number)} {year}"


def breakable(text: str, longest: int = 28) -> str:
    """``text`` with places to break in words that no panel is wide enough for.

    A label breaks only between words; the mark lets it break inside a very long one.
    """
    return " ".join(
        "\u200b".join(word[start : start + longest] for start in range(0, len(word), longest))
        for word in text.split()
    )


@lru_cache(maxsize=512)
def _span(week: Week, locale: QLocale) -> str:
    pattern = _pattern(locale)
    first, last = _day(week.monday), _day(week.sunday)
    start, end = locale.toString(first, pattern), locale.toString(last, pattern)
    if week.monday.month != week.sunday.month:
        return f"{start}{_RANGE}{end}"
    if pattern.startswith("d"):
        stop = "." if pattern.startswith(("d.", "dd.")) else ""
        return f"{locale.toString(first, 'd')}{stop}{_RANGE}{end}"
    if pattern.endswith("d"):
        return f"{start}{_RANGE}{locale.toString(last, 'd')}"
    return f"{start}{_RANGE}{end}"


@lru_cache(maxsize=8)
def _pattern(locale: QLocale) -> str:
    """How the language writes day and month."""
    long = locale.dateFormat(QLocale.FormatType.LongFormat)
    short = _YEAR.sub("", _WEEKDAY.sub("", long)).strip(" ,،")
    return short if "M" in short and "d" in short else "d MMMM"


def _day(moment: date) -> QDate:
    return QDate(moment.year, moment.month, moment.day)
