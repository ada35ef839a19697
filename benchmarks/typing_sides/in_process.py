"""Measured inside the processes: key to painted, opening, preview."""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles

from benchmarks.typing_sides import side, texts
from benchmarks.typing_sides.side import Side

_WORDS = "and then the counter was quiet for an hour"
_GAP_MS = 80

NO_RETEXT = "  ReText is not installed (apt install retext): not compared with it."


def beside_bare(folder: Path, given: argparse.Namespace) -> None:
    """Key to painted on 63 KB, with preview, spelling and saving, beside a bare editor."""
    text = texts.example(63_000)
    with side.beside_bare(folder, text) as (ours, bare):
        _compare("63 KB, key to painted", ours, "a bare editor", bare, given.rounds, 1.5)


def beside_retext(folder: Path, given: argparse.Namespace) -> None:
    """Opening 1 MB, and key to painted in it, beside ReText."""
    text = texts.example(1_000_000)
    copies = [f"copy {number}" for number in range(given.rounds)]
    for name in copies:
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    texts.make_library(folder / "notes.db", {"short": "Short.", **dict.fromkeys(copies, text)})
    with side.screen() as display, ExitStack() as ended:
        ours = side.ours(folder / "notes.db", side.environment(folder / "ours", display))
        ended.callback(ours.quit)
        theirs = side.retext(side.environment(folder / "retext", display))
        if theirs is None:
            print(NO_RETEXT)
        else:
            ended.callback(theirs.quit)
        opened: list[dict[str, float]] = []
        beside: list[dict[str, float]] = []
        for name in copies:
            opened.append(ours.ask("open", note=name))
            if theirs is not None:
                beside.append(theirs.ask("load", path=str(folder / f"{name}.md")))
        for what, about in (("first", "by the clock"), ("worked", "of work")):
            taken = median(one[what] for one in opened)
            line = f"  1 MB opened: {taken:.0f} ms {about}"
            if beside:
                theirs_took = median(one[what] for one in beside)
                ratio = taken / theirs_took
                line += f", ReText {theirs_took:.0f} ms, ratio {ratio:.2f} {_verdict(ratio, 0.3)}"
            print(line)
        print(f"  1 MB at rest, preview and all: {median(one['rest'] for one in opened):.0f} ms")
        if theirs is not None:
            _compare("1 MB, key to painted", ours, "ReText", theirs, given.rounds, 0.5)


def preview(folder: Path, given: argparse.Namespace) -> None:
    """How long after the pause a preview of 8 KB is whole."""
    texts.make_library(folder / "notes.db", {"note": texts.example(8_000)})
    with side.screen() as display:
        ours = side.ours(folder / "notes.db", side.environment(folder / "ours", display))
        ours.ask("settle")
        ours.ask("place", at=texts.HERE)
        taken = []
        for number in range(4 * given.rounds + 3):
            said = ours.ask("preview", keys="word ")["ms"]
            if number >= 3:
                taken.append(said)
        ours.quit()
    slow = _p95(taken)
    print(
        f"  8 KB, whole after the pause: median {median(taken):.0f} ms, p95 {slow:.0f}, "
        f"longest {max(taken):.0f} {_verdict(slow, 100)}"
    )


def _compare(what: str, ours: Side, name: str, theirs: Side, rounds: int, most: float) -> None:
    sides = {"ours": ours, name: theirs}
    times: dict[str, list[float]] = {one: [] for one in sides}
    worked: dict[str, list[float]] = {one: [] for one in sides}
    for one in sides.values():
        one.ask("place", at=texts.HERE)
    for number in range(rounds + 1):
        for one, asked in sides.items():
            said = asked.ask("type", keys=_WORDS, gap=_GAP_MS)
            # The first turn of each is to warm up.
            if number:
                times[one] += said["times"]
                worked[one] += said["worked"]
    for one in sides:
        print(
            f"  {what}, {one}: median {median(times[one]):.2f} ms, p95 {_p95(times[one]):.2f}; "
            f"work of the window’s thread: median {median(worked[one]):.2f}, "
            f"p95 {_p95(worked[one]):.2f}"
        )
    clock = _p95(times["ours"]) / _p95(times[name])
    work = _p95(worked["ours"]) / _p95(worked[name])
    middle = median(times["ours"]) / median(times[name])
    print(
        f"  {what}: p95 is {clock:.2f} of {name} {_verdict(clock, most)}; "
        f"median {middle:.2f}; work {work:.2f}"
    )


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def _verdict(value: float, most: float) -> str:
    return f"(wanted: at most {most:g}; {'reached' if value <= most else 'NOT reached'})"
