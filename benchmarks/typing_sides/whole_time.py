"""How long the window answers nobody: in minutes of typing, and on texts made to hold it up."""

from __future__ import annotations

import argparse
import time
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path

from benchmarks.typing_sides import side, texts
from benchmarks.typing_sides.side import Side
from tests.publishing.pathological import GIVEN_UP, RENDERED

_SENTENCE = "We asked who had a minute, and *nobody* said no; it was a “long” day. "
_STALL, _HELD = 50.0, 100.0


def minutes(folder: Path, given: argparse.Namespace) -> None:
    """Typing as a writer does, with pauses in which is saved; beside it a bare editor, idle."""
    text = texts.example(8_000)
    with side.beside_bare(folder, text) as (ours, bare):
        for one in (ours, bare):
            one.ask("settle" if one is ours else "listen")
        ours.ask("place", at=texts.HERE)
        ours.ask("listen")
        until = time.monotonic() + given.minutes * 60
        typed = 0
        while time.monotonic() < until:
            for _ in range(4):
                ours.ask("type", keys=_SENTENCE, gap=_GAP_MS)
                typed += len(_SENTENCE)
            ours.ask("type", keys="\n\n", gap=_GAP_MS)
            time.sleep(4)
        gaps, idle = ours.ask("heard")["gaps"], bare.ask("heard")["gaps"]
    stalls = [gap for gap, _ in gaps if gap > _STALL]
    ours_to_blame = [gap for gap, worked in gaps if gap > _STALL and worked > gap / 2]
    print(
        f"  {given.minutes:g} minutes, {typed} keys: longest {_longest(gaps):.0f} ms; "
        f"{len(stalls)} over {_STALL:.0f} ms (wanted: none), {len(ours_to_blame)} of them with "
        f"the program at work; a bare editor that did nothing meanwhile: {_longest(idle):.0f} ms"
    )


def pathological(folder: Path, given: argparse.Namespace) -> None:
    """Opens each text, types in it, waits until it is saved and shown, and reads it again."""
    sources = RENDERED | GIVEN_UP
    for size in given.sizes:
        notes = {
            f"{number}": source(size * 1_000) for number, source in enumerate(sources.values())
        }
        place = folder / str(size)
        place.mkdir()
        texts.make_library(place / "notes.db", {"short": "Short.", **notes})
        worst: list[tuple[float, float, str]] = []
        lost: list[str] = []
        with side.screen() as display, ExitStack() as ended:
            ours = side.ours(place / "notes.db", side.environment(place / "ours", display))
            ended.callback(ours.quit)
            ours.ask("settle")
            for (note, text), name in zip(notes.items(), sources, strict=True):
                worst.append((*_held(ours, note), name))
                said = ours.ask("text")
                if not said["kept"] or said["sum"] != _sum(text + _TYPED):
                    lost.append(name)
        held = sorted((one for one in worst if one[0] > _HELD), reverse=True)
        print(
            f"  {size} KB, {len(worst)} texts: longest {max(worst)[0]:.0f} ms; {len(held)} held "
            f"the window over {_HELD:.0f} ms (wanted: none); text lost: {lost or 'none'}"
        )
        for gap, worked, name in held:
            print(f"    {name!r}: {gap:.0f} ms by the clock, {worked:.0f} of work")


_TYPED = "some words"
_GAP_MS = 80


def _held(ours: Side, note: str) -> tuple[float, float]:
    """The longest time in which the window answered nobody, by the clock and of work."""
    gaps = ours.ask("open", note=note)["gaps"]
    ours.ask("place", at="end")
    ours.ask("listen")
    ours.ask("type", keys=_TYPED, gap=_GAP_MS)
    ours.ask("settle")
    gaps += ours.ask("heard")["gaps"]
    return tuple(max(gaps, default=(0.0, 0.0)))


def _longest(gaps: list[tuple[float, float]]) -> float:
    return max((gap for gap, _ in gaps), default=0.0)


def _sum(text: str) -> str:
    return sha256(text.encode()).hexdigest()
