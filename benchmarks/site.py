"""How long a site takes beside Hugo and Pelican, all in one run.

    python -m benchmarks.site [--runs N] [--notes 520] [--many 5200]

Hugo is the one of Debian (`apt install hugo`). Pelican is found, or put into a
virtual environment for the occasion; where one of them is not to be had, the run
says so and goes on. All get the same notes of some 6 KB, the others as our own
Markdown folder has them; whatever a writer keeps beside the notes only we have.

The sides take turns, and a ratio is that of the medians: once by the clock, and
once by the work of all processors, which a busy machine changes less. Ours is
measured inside the running program, with the last gate and the exchange of the
folders; the whole command is told beside it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.site_sides import pelican
from benchmarks.site_sides.blog import make_blog
from benchmarks.site_sides.hugo import Hugo
from benchmarks.site_sides.process import Taken, run
from benchmarks.typing_sides.side import ROOT, Side

_FEWER = 3
"""Rounds of what takes long."""
_STYLE = ROOT / "resources" / "themes" / "paper" / "style.css"


class Times:
    """What the rounds of one side took."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._taken: list[Taken] = []

    def add(self, taken: Taken | dict[str, Any]) -> None:
        """One round more."""
        if not isinstance(taken, Taken):
            taken = Taken(taken["seconds"], taken["work"])
        self._taken.append(taken)

    def any(self) -> bool:
        """Whether the side was there."""
        return bool(self._taken)

    @property
    def median(self) -> Taken:
        """Of the rounds, of each figure for itself."""
        return Taken(
            median(one.seconds for one in self._taken), median(one.work for one in self._taken)
        )

    def told(self) -> str:
        """A line for the table."""
        middle, all_seconds = self.median, [one.seconds for one in self._taken]
        return (
            f"  {self.name:44} {middle.seconds:7.3f} s ({min(all_seconds):.3f}–"
            f"{max(all_seconds):.3f}), work {middle.work:7.3f} s"
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--notes", type=int, default=520)
    parser.add_argument("--many", type=int, default=5_200, help="0 leaves them out")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        _tell_load()
        race = Race(home, given.notes)
        race.run(given.runs)
        race.tell()
        if given.many:
            _of_many(home, given.many, race.full.median.work / given.notes)
        _tell_load()


class Race:
    """All sides with the same notes, taking turns.

    Args:
        home: A folder for all that they make.
    """

    def __init__(self, home: Path, notes: int) -> None:
        self._home = home
        self._notes = notes
        self._library = _library(home, notes)
        sources = _markdown(home, self._library)
        style = _STYLE.read_text("utf-8")
        self._hugo = Hugo(home / "hugo", sources, style) if Hugo.is_there() else None
        program = pelican.program(home)
        place = home / "pelican-site"
        self._pelican = pelican.Pelican(program, place, sources) if program else None
        self._of_hugo = Times("Hugo, the whole site")
        self._of_pelican = Times("Pelican, the whole site")
        self.full = Times("ours, the first of a run")
        self._again = Times("ours, again")
        self._changed = Times("ours, one note changed")
        self._command = Times("ours, as a command")
        self._cold = Times("ours, nothing rendered before")
        self._memory: list[int] = []

    def run(self, runs: int) -> None:
        """Measure."""
        with _ours(self._library) as ours:
            ours.ask("full", folder=str(self._home / "site"))
        for number in range(runs):
            if self._hugo is not None:
                with _fresh(self._home / "work") as into:
                    self._of_hugo.add(self._hugo.make(into))
            self._run_ours(number)
            if number < _FEWER:
                self._run_without_cache()

    def _run_ours(self, number: int) -> None:
        with _ours(self._library) as ours:
            for times in (self.full, self._again):
                with _fresh(self._home / "work") as into:
                    times.add(ours.ask("full", folder=str(into)))
            self._changed.add(ours.ask("changed", folder=str(self._home / "site"), round_=number))
            self._memory = ours.ask("memory")["megabytes"]

    def _run_without_cache(self) -> None:
        if self._pelican is not None:
            with _fresh(self._home / "work") as into:
                self._of_pelican.add(self._pelican.make(into))
        with _ours(self._library) as ours, _fresh(self._home / "work") as into:
            self._cold.add(ours.ask("cold", folder=str(into)))
        with _fresh(self._home / "work") as into:
            self._command.add(_export(self._home, self._library, "site", into))

    def tell(self) -> None:
        """Print what came of it."""
        print(f"{self._notes} notes")
        told = [self.full, self._again, self._changed, self._cold, self._command]
        for side in [*filter(Times.any, (self._of_hugo, self._of_pelican)), *told]:
            print(side.told())
        _compare(self.full, self._of_hugo, 0.8)
        _compare(self._changed, self._of_hugo, 0.3)
        _compare(self._cold, self._of_pelican, 0.8)
        _export(self._home, self._library, "site", self._home / "new")
        same = _contents(self._home / "site") == _contents(self._home / "new")
        print(f"  once changed the site is {'' if same else 'NOT '}byte for byte a new export")
        _tell_memory(self._memory)


def _of_many(home: Path, notes: int, before: float) -> None:
    """Measure ours alone.

    Args:
        before: Seconds of work that a note took where there are fewer.
    """
    library = _library(home, notes)
    full = Times("ours, the first of a run")
    with _ours(library) as ours:
        ours.ask("full", folder=str(home / "rendered"))
    for _ in range(_FEWER):
        with _ours(library) as ours, _fresh(home / "work") as into:
            full.add(ours.ask("full", folder=str(into)))
            memory = ours.ask("memory")["megabytes"]
    print(f"{notes} notes")
    print(full.told())
    each = full.median.work / notes
    print(
        f"  {each * 1000:.2f} ms of work a note, {before * 1000:.2f} before: ratio"
        f" {each / before:.2f}, wanted below 1.20"
    )
    _tell_memory(memory)


def _library(home: Path, notes: int) -> Path:
    library = home / str(notes) / "notes.db"
    library.parent.mkdir()
    make_blog(library, notes)
    return library


def _markdown(home: Path, library: Path) -> dict[str, bytes]:
    folder = home / "markdown"
    _export(home, library, "markdown", folder)
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.md"))}


def _export(home: Path, library: Path, form: str, into: Path) -> Taken:
    """The whole command."""
    program = [sys.executable, "-P", "-m", "weeknotes_desktop"]
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "WEEKNOTES_LIBRARY": str(library),
        "XDG_CONFIG_HOME": str(library.parent),
    }
    return run([*program, "export", form, str(into)], home, environment)


@contextmanager
def _ours(library: Path) -> Iterator[Side]:
    module = "benchmarks.site_sides.ours"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    side = Side([sys.executable, "-P", "-m", module, str(library)], environment)
    with ExitStack() as ended:
        ended.callback(side.quit)
        yield side


@contextmanager
def _fresh(place: Path) -> Iterator[Path]:
    """A folder that is not there yet, and goes again."""
    yield place
    shutil.rmtree(place)


def _compare(ours: Times, others: Times, wanted: float) -> None:
    if not others.any():
        print(f"  {others.name} is not there to compare with.")
        return
    mine, theirs = ours.median, others.median
    print(
        f"  {ours.name} / {others.name}: {mine.seconds / theirs.seconds:.2f} by the clock,"
        f" {mine.work / theirs.work:.2f} by work, wanted at most {wanted}"
    )


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _tell_memory(megabytes: list[int]) -> None:
    first, *others = megabytes
    print(
        f"  at most {first} MB in memory, and {' and '.join(map(str, others))} in the processes"
        " that render; wanted below 300"
    )


def _tell_load() -> None:
    print(
        f"load {' '.join(f'{load:.1f}' for load in os.getloadavg())}, {os.cpu_count()} processors"
    )


if __name__ == "__main__":
    main()
