"""Measured from outside, on the dots of the screen: beside ghostwriter."""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from benchmarks.typing_sides import seen, side, texts
from benchmarks.typing_sides.seen import Seen

_KEYS, _WORKED = 20, 60


def beside_ghostwriter(folder: Path, given: argparse.Namespace) -> None:
    """Key to dots with the preview open, and the work of a key at 12 a second."""
    for size in (8, 63):
        _of_size(size, folder / str(size), given.rounds)


def _of_size(size: int, folder: Path, rounds: int) -> None:
    folder.mkdir()
    text = texts.example(size * 1_000)
    (folder / "note.md").write_text(text, encoding="utf-8")
    texts.make_library(folder / "notes.db", {"note": text})
    with ExitStack() as ended:
        sides: dict[str, Seen] = {}
        dots = _folder(folder / "our screen")
        display = ended.enter_context(side.screen(dots))
        ours = side.ours(folder / "notes.db", side.environment(folder / "ours", display))
        ended.callback(ours.quit)
        ours.ask("settle")
        ours.ask("place", at="Here:")
        sides["ours"] = Seen(ours.process.pid, display, dots, tuple(ours.ask("where")))
        if seen.GHOSTWRITER.exists():
            dots = _folder(folder / "their screen")
            display = ended.enter_context(side.screen(dots))
            home = folder / "ghostwriter"
            made = seen.ghostwriter(folder / "note.md", home, display, dots)
            sides["ghostwriter"] = ended.enter_context(made)
        else:
            print("  ghostwriter is not installed (apt install ghostwriter): not compared with it.")
        lost = [name for name, one in sides.items() if not one.find_line()]
        if lost:
            print(f"  {size} KB: no letter of {lost} was seen; not measured.")
            return
        times: dict[str, list[float]] = {name: [] for name in sides}
        work: dict[str, list[float]] = {name: [] for name in sides}
        for _ in range(rounds):
            for name, one in sides.items():
                times[name] += one.key_to_dots(_KEYS)
                work[name].append(one.work_for(_WORKED))
    for name in sides:
        print(
            f"  {size} KB, key to dots, {name}: {seen.told(times[name])}; "
            f"work of all processes {median(work[name]):.1f} ms a key"
        )
    if len(sides) > 1:
        clock = median(times["ours"]) / median(times["ghostwriter"])
        slow = seen.p95(times["ours"]) / seen.p95(times["ghostwriter"])
        worked = median(work["ours"]) / median(work["ghostwriter"])
        print(
            f"  {size} KB: of ghostwriter’s: key to dots {clock:.2f} (p95 {slow:.2f}; wanted: at "
            f"most 1), work {worked:.2f} (wanted: at most 0.5)"
        )


def _folder(path: Path) -> Path:
    path.mkdir()
    return path
