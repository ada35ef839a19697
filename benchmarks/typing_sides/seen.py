"""Programs seen from outside only: from a key to its dots, and what a key costs all processes."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median

from benchmarks.typing_sides import side
from benchmarks.typing_sides.keyboard import HEIGHT, Eyes, Keyboard

GHOSTWRITER = Path("/usr/bin/ghostwriter")
_TICKS = os.sysconf("SC_CLK_TCK")
_WORDS = "and then there was a minute to spare so we asked who had the list "
_LETTER_ROWS = 40
_STRETCH = 20


class Seen:
    """A program on a screen of its own.

    Args:
        process: All whose work counts are its children, or theirs.
        text: The columns in which its text stands.
    """

    def __init__(self, process: int, display: str, folder: Path, text: tuple[int, int]) -> None:
        self._process = process
        self.keyboard = Keyboard(display)
        self._eyes = Eyes(folder)
        self._columns = text
        self._rows = (0, HEIGHT)

    def find_line(self) -> bool:
        """Find out in which rows letters come, by typing some; whether they came."""
        self.keyboard.press("End")
        for _ in range(10):
            time.sleep(0.5)
            before = self._eyes.look()
            self.keyboard.press("w")
            time.sleep(0.1)
            rows = self._eyes.rows_changed(before, *self._columns)
            self.keyboard.press("\b")
            # The line of the caret: the first rows that hang together.
            line = [row for row in rows if row - rows[0] < _LETTER_ROWS]
            if len(line) >= 5:
                self._rows = (line[0], line[-1] + 1)
                return True
        return False

    def key_to_dots(self, keys: int) -> list[float]:
        """Milliseconds from a key to its letter on the screen, for so many keys."""
        times = []
        for nth in range(keys):
            time.sleep(0.12)
            before = self._eyes.look(*self._rows)
            begun = time.perf_counter_ns()
            self.keyboard.press("w")
            if self._eyes.until_written(self._rows, self._columns, before):
                times.append((time.perf_counter_ns() - begun) / 1e6)
            if nth % 20 == 19:
                for _ in range(20):
                    self.keyboard.press("\b")
                    time.sleep(0.05)
        return times

    def work_for(self, keys: int, gap: float = 1 / 12) -> float:
        """Milliseconds of work that a key costs the program and all its children."""
        before = self._work()
        for nth in range(keys):
            # A line that never gets longer than it is at first.
            back = nth % (2 * _STRETCH) >= _STRETCH
            self.keyboard.press("\b" if back else _WORDS[nth % _STRETCH])
            time.sleep(gap)
        # What the last keys set going belongs to them.
        time.sleep(1.0)
        return (self._work() - before) / keys

    def _work(self) -> float:
        ticks = sum(_ticks(one) for one in _family(self._process))
        return ticks * 1000 / _TICKS


def told(times: list[float]) -> str:
    """Median and the slowest of twenty."""
    return f"median {median(times):.1f} ms, p95 {p95(times):.1f} ms"


def p95(times: list[float]) -> float:
    """The slowest of twenty."""
    return sorted(times)[int(len(times) * 0.95)]


@contextmanager
def ghostwriter(text: Path, home: Path, display: str, folder: Path) -> Iterator[Seen]:
    """Ghostwriter as Debian has it, with its preview open, on that text."""
    environment = side.environment(home, display)
    environment["QTWEBENGINE_CHROMIUM_FLAGS"] = "--no-sandbox"
    process = subprocess.Popen(
        [GHOSTWRITER, text], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        time.sleep(6)
        size = ["--name", "ghostwriter", "windowmove", "0", "0", "windowsize", "1440", "900"]
        command = ["xdotool", "search", "--onlyvisible", *size]
        subprocess.run(command, env=environment, check=False)
        time.sleep(1)
        # Between its outline and its preview, at that size.
        yield Seen(process.pid, display, folder, (190, 770))
    finally:
        for one in reversed(_family(process.pid)):
            with suppress(ProcessLookupError):
                os.kill(one, 9)
        process.wait()


def _family(process: int) -> list[int]:
    """A process and all that came of it."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
                children.setdefault(int(fields[1]), []).append(int(entry.name))
    family = [process]
    for one in family:
        family += children.get(one, [])
    return family


def _ticks(process: int) -> int:
    with suppress(OSError):
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        # Its own work, and that of its children that are gone.
        return sum(int(field) for field in fields[11:15])
    return 0
