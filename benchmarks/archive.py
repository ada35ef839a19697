"""How soon the archive is there, how smoothly it scrolls and how much it remembers.

    python -m benchmarks.archive [--notes 520 5200 52000] [--runs N]

Each library is also read in the same run with sqlite3 alone: every line of the
archive, and one screenful of them. A frame is what the window's thread does
for one step of the scroll bar, painting included; for frames and stalls its
own work is told, too, as on a machine that is busy with other things it waits
as well. Memory is what Python holds, and is measured in a run of its own, as
measuring makes all else slow. No screen is needed.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import NamedTuple

os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*.info=false;*.warning=false"}

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from benchmarks.libraries import make_library
from weeknotes_desktop.domain.archive import EVERYTHING
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.settings import Look
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.archive import ArchivePresenter
from weeknotes_desktop.presenters.archive_rows import ComingRow
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.start import TURN
from weeknotes_desktop.storage.first_read import FirstRead
from weeknotes_desktop.storage.library import open_after
from weeknotes_desktop.storage.writer import WriterThread
from weeknotes_desktop.ui.archive.filter_row import FilterRow
from weeknotes_desktop.ui.archive.note_list import NoteList
from weeknotes_desktop.ui.archive.panel import ArchivePanel
from weeknotes_desktop.ui.jobs import Deliver
from weeknotes_desktop.ui.theme import Theme

_LINE = """SELECT id, iso_year, iso_week, label, title, category, status, audience, words
    FROM notes WHERE trashed_at IS NULL ORDER BY iso_year DESC, iso_week DESC, seq DESC LIMIT ?"""
_SCREENFUL = 20


class Taken(NamedTuple):
    """What something took, in seconds.

    Args:
        work: Of that, what the thread itself worked.
    """

    whole: float
    work: float


class Stage:
    """The pane on one library, without the rest of the window."""

    def __init__(self, library: Path, theme: Theme) -> None:
        self._deliver, self._over = Deliver(), False
        first = FirstRead.open(library)
        self._writer = WriterThread(first, self._deliver.post, _fail)
        self._writer.library_arrived(lambda: open_after(first))
        this_week = Week.of(datetime.now(UTC).date())
        self.panel = ArchivePanel(theme)
        self.archive = ArchivePresenter(
            self.panel, self._writer, self, lambda: this_week, LabelPattern
        )
        filters = FilterRow(theme)
        self.panel.take_filters(filters)
        self.panel.looked_for.connect(self.archive.look_for)
        self.panel.rows_seen.connect(self.archive.look_at)
        filters.asked.connect(self.archive.ask)
        self.panel.resize(263, 860)
        self.panel.show()
        self.rows = self.panel.findChild(NoteList)
        self.field = self.panel.findChild(QLineEdit)
        opened: list[None] = []
        self._writer.do(lambda _: None, opened.append, _fail)
        self.wait(lambda: bool(opened))

    def show(self, notice: Notice) -> None:
        """Nothing should be said here, unless it is over."""
        if not self._over:
            raise AssertionError(notice.text)

    def withdraw(self, notice: Notice) -> None:
        """Nothing was said."""

    def wait(self, happened: Callable[[], bool]) -> list[Taken]:
        """Let the window work until then; returns how long it was busy each time."""
        busy = []
        while not happened():
            busy.append(_timed(QApplication.processEvents))
            time.sleep(0.0002)
        return busy

    def in_sight(self) -> bool:
        """Whether every row in sight is there in full."""
        rows = self.archive.state.rows
        first, last = self.rows.rows_in_sight()
        return bool(rows) and not any(isinstance(row, ComingRow) for row in rows[first:last])

    def close(self) -> None:
        """End the thread."""
        self._over = True
        self._writer.close()
        self.panel.deleteLater()


def main() -> None:
    """Measure, and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--notes", type=int, nargs="+", default=[520, 5_200, 52_000])
    asked.add_argument("--runs", type=int, default=9)
    given = asked.parse_args()
    sys.setswitchinterval(TURN)
    application = QApplication(["archive"])
    theme = Theme()
    theme.apply(application, Look.LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        for notes in given.notes:
            library = Path(folder, f"{notes}.db")
            make_library(library, notes, datetime.now(UTC))
            print(f"{notes} notes")
            _measure(library, theme, given.runs)
            held = _memory(library, theme) / notes
            print(f"  {'remembered':42} {held:8.0f} bytes a note")


def _measure(library: Path, theme: Theme, runs: int) -> None:
    with closing(sqlite3.connect(library)) as raw:
        _tell(
            "raw: every line",
            [_timed(lambda: raw.execute(_LINE, (-1,)).fetchall()) for _ in range(runs)],
        )
        one = [_timed(lambda: raw.execute(_LINE, (_SCREENFUL,)).fetchall()) for _ in range(runs)]
        _tell("raw: one screenful", one)
    with _stage(library, theme) as stage:
        # The first pane of all loads fonts, and the disk is cold.
        _open(stage)
    first, whole, stalls = [], [], []
    for _ in range(runs):
        with _stage(library, theme) as stage:
            first.append(_timed(lambda: _open(stage)))
            rest = _timed(lambda: stage.wait(lambda: stage.archive.state.drafts is not None))
            whole.append(Taken(first[-1].whole + rest.whole, first[-1].work + rest.work))
            stalls += _typed(stage)
    _tell("first rows painted", first)
    _tell("all rows there", whole)
    _tell_work("the window while one types in the field", stalls)
    with _stage(library, theme) as stage:
        _open(stage)
        stage.wait(lambda: stage.archive.state.drafts is not None)
        far = stage.rows.verticalScrollBar().maximum() // 7 or 1
        _tell_work("a frame of scrolling", _scrolled(stage, 600, 40))
        _tell_work("a frame of jumping about", _scrolled(stage, 200, far))


def _open(stage: Stage) -> None:
    stage.archive.ask(EVERYTHING)
    stage.wait(stage.in_sight)
    stage.rows.viewport().repaint()


def _scrolled(stage: Stage, steps: int, by: int) -> list[Taken]:
    """How long each frame keeps the window busy, down the list and round again."""
    bar, frames = stage.rows.verticalScrollBar(), []

    def step() -> None:
        bar.setValue((bar.value() + by) % (bar.maximum() + 1))
        stage.rows.viewport().repaint()
        QApplication.processEvents()

    for _ in range(steps):
        frames.append(_timed(step))
        # The rest of a sixtieth of a second is idle.
        time.sleep(max(0.0, 1 / 60 - frames[-1].whole))
    return frames


def _typed(stage: Stage) -> list[Taken]:
    """How long the window is busy each time while a word is typed."""
    busy = []
    for letter in "week":
        busy.append(_timed(lambda: QTest.keyClick(stage.field, letter)))  # noqa: B023
        until = time.perf_counter() + 0.12
        busy += stage.wait(lambda: time.perf_counter() > until)  # noqa: B023
    return busy


def _memory(library: Path, theme: Theme) -> int:
    """What Python holds after the whole list was scrolled through, in bytes."""
    with _stage(library, theme) as stage:
        tracemalloc.start()
        stage.archive.reload()
        stage.wait(stage.in_sight)
        bar = stage.rows.verticalScrollBar()
        for place in range(0, bar.maximum(), max(bar.maximum() // 300, 600)):
            bar.setValue(place)
            stage.wait(stage.in_sight)
        held, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    return held


@contextmanager
def _stage(library: Path, theme: Theme) -> Iterator[Stage]:
    stage = Stage(library, theme)
    try:
        yield stage
    finally:
        stage.close()


def _timed(work: Callable[[], object]) -> Taken:
    begun, worked = time.perf_counter(), time.thread_time()
    work()
    return Taken(time.perf_counter() - begun, time.thread_time() - worked)


def _tell(what: str, times: list[Taken]) -> None:
    ms, work = [1_000 * one.whole for one in times], [1_000 * one.work for one in times]
    print(
        f"  {what:42} {median(ms):8.2f} ms   longest {max(ms):8.2f}   own work {median(work):8.2f}"
    )


def _tell_work(what: str, times: list[Taken]) -> None:
    whole, work = max(one.whole for one in times), max(one.work for one in times)
    print(f"  {what:42} longest {1_000 * whole:8.2f} ms, of which it worked {1_000 * work:8.2f}")


def _fail(error: BaseException) -> None:
    raise error


if __name__ == "__main__":
    main()
