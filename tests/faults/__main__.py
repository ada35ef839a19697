"""``./weeknotes faults``: play many cases of every kind, one line for each kind.

./weeknotes faults --n 40
./weeknotes faults --kind power-cut --seed 123
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from random import SystemRandom

from tests.faults.kinds import KINDS, Kind
from tests.faults.playing import CASES, play
from tests.faults.stage import Nursery


def main() -> int:
    """Play what the arguments ask for; 1 where anything failed."""
    given = _arguments().parse_args()
    chosen = [kind for kind in KINDS if given.kind in (None, kind.name)]
    with tempfile.TemporaryDirectory(prefix="weeknotes-faults-") as name:
        folder = Path(name)
        with Nursery(folder) as nursery:
            failed = [kind.name for kind in chosen if not _held(kind, given, nursery, folder)]
    return int(bool(failed))


def _held(kind: Kind, given: argparse.Namespace, nursery: Nursery, folder: Path) -> bool:
    """Play one kind and say what came of it; whether every case held."""
    if why_not := kind.why_not(nursery):
        _say(f"{kind.name:18} skipped: {why_not}")
        return True
    alone = given.seed is not None
    first = given.seed if alone else SystemRandom().randrange(1 << 32)
    number = given.n or (1 if alone else CASES)
    began = time.monotonic()
    failures = play(kind, range(first, first + number), nursery, folder, given.desk)
    took = time.monotonic() - began
    _say(f"{kind.name:18} {number - len(failures)} of {number} held, {took:.1f} s")
    for failure in failures:
        _say(f"  {failure}")
        if alone:
            _say(failure.trace)
    return not failures


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="weeknotes faults", description=__doc__)
    parser.add_argument("--n", type=int, help="how many cases of each kind")
    parser.add_argument("--kind", choices=[kind.name for kind in KINDS], help="only this kind")
    parser.add_argument("--seed", type=int, help="the seed of the first case")
    parser.add_argument("--desk", default="Desk", help="a desk of planted.py, with its bug")
    return parser


if __name__ == "__main__":
    sys.exit(main())
