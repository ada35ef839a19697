"""The history in the writer's words."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale

from weeknotes_desktop.domain.version import Occasion
from weeknotes_desktop.presenters.history_state import (
    NOW,
    SAVED,
    DayRow,
    HistoryRow,
    HistoryState,
    NowRow,
    SavedRow,
    VersionRow,
)
from weeknotes_desktop.ui import words
from weeknotes_desktop.ui.widgets.sections import Entry, Heading, Row


def rows_of(state: HistoryState, today: date) -> tuple[Row, ...]:
    """Every row of the list."""
    return tuple(_row(row, today) for row in state.rows)


def headline(state: HistoryState, today: date) -> tuple[str, str]:
    """What the chosen text is, and a quieter second line."""
    for row in state.rows:
        if isinstance(row, VersionRow) and row.line.id == state.chosen:
            day = words.spoken_day(row.at.date(), today)
            return f"{day}, {words.clock_time(row.at)}", occasion_words(row.line.occasion)
        if isinstance(row, SavedRow) and state.chosen == SAVED:
            return saved_words(row.saved_at, today), _tr("beside what was typed after that")
        if isinstance(row, NowRow) and state.chosen == NOW:
            return now_words(row), _tr("This text stands in the editor.")
    return "", ""


def rescue_words(state: HistoryState) -> str:
    """What became of the text that was typed before a crash."""
    typed_at = next((row.typed_at for row in state.rows if isinstance(row, NowRow)), None)
    if typed_at is None:
        return _tr("The program ended before this was saved.")
    return _tr(
        "The program ended before this was saved. What you had typed by {time} stands in the "
        "editor; at most the two seconds after that are missing."
    ).format(time=f"{typed_at:%H:%M:%S}")


def now_words(row: NowRow) -> str:
    """What the text of now is called."""
    if row.typed_at is None:
        return _tr("As it is now")
    return _tr("Typed by {time}, not saved").format(time=f"{row.typed_at:%H:%M:%S}")


def saved_words(at: datetime | None, today: date) -> str:
    """When the text was saved last before a crash."""
    if at is None:
        return _tr("As it was saved")
    time = words.clock_time(at)
    if at.date() == today:
        return _tr("Saved {time}").format(time=time)
    return _tr("Saved {day}, {time}").format(day=_inside(at.date(), today), time=time)


def occasion_words(occasion: Occasion) -> str:
    """Why a version was kept."""
    return {
        Occasion.PAUSE: _tr("After a pause"),
        Occasion.SHRUNK: _tr("Half of it went"),
        Occasion.REPLACED: _tr("Another text came"),
        Occasion.UNSAVED: _tr("Typed, not saved"),
        Occasion.COMMITTED: _tr("Goals committed"),
        Occasion.PUBLISHED: _tr("Published"),
    }[occasion]


def count_words(number: int) -> str:
    """So many words."""
    if number == 1:
        return _tr("1 word")
    return _tr("{n} words").format(n=QLocale().toString(number))


def _row(row: HistoryRow, today: date) -> Row:
    match row:
        case DayRow(day, _):
            return Heading(words.spoken_day(day, today))
        case NowRow():
            return Entry(NOW, now_words(row), _tr("In the editor"))
        case SavedRow(at):
            return Entry(SAVED, saved_words(at, today), _tr("In your notes file"))
        case VersionRow(line, at):
            about = f"{count_words(line.words)} · {occasion_words(line.occasion)}"
            return Entry(line.id, words.clock_time(at), about)


def _inside(day: date, today: date) -> str:
    """A day inside a sentence."""
    said = words.spoken_day(day, today)
    return said.lower() if 0 <= (today - day).days <= 1 else said


def _tr(text: str) -> str:
    return QCoreApplication.translate("History", text)
