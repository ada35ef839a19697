"""Plays cases of one kind, each from a seed of its own."""

from __future__ import annotations

import traceback
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.faults.kinds import Kind
from tests.faults.stage import Nursery, stage

CASES = 8
"""How many of each kind the suite plays."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A case in which the program broke its promise.

    Args:
        why: What was found.
        trace: Where in the harness.
    """

    kind: str
    seed: int
    why: str
    trace: str

    def __str__(self) -> str:
        again = f"./weeknotes faults --kind {self.kind} --seed {self.seed}"
        return f"{self.kind}: {self.why}\n    again: {again}"


def play(
    kind: Kind, seeds: Iterable[int], nursery: Nursery, folder: Path, desk: str = "Desk"
) -> list[Failure]:
    """Play a case for each seed; what failed.

    Args:
        folder: A folder for their folders.
    """

    def case(seed: int) -> Failure | None:
        try:
            with stage(nursery, folder / f"{kind.name}-{seed}-{desk}", desk) as played:
                kind.play(played, Random(seed))
        except Exception as error:  # noqa: BLE001 -- a bug in the harness must be seen, with its seed
            return Failure(kind.name, seed, f"{error!r}"[:600], traceback.format_exc())
        return None

    with ThreadPoolExecutor(kind.at_once) as players:
        return [failure for failure in players.map(case, seeds) if failure is not None]
