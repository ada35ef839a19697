"""What typing costs, beside a bare editor and beside other programs; all in one run.

    python -m benchmarks.typing [--minutes 10] [--rounds 6] [--only bare preview …]

Needs Xvfb; xdotool, ReText and ghostwriter where they are to be compared with.
Two that are compared take turns, so that whatever else the machine does meets
both; what is told of time by the clock is told of work as well, which others
cannot add to. How busy the machine is stands over each part.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.typing_sides import in_process, outside, whole_time


def main() -> None:
    """Measure, and print a line for each figure."""
    parts: dict[str, Callable[[Path, argparse.Namespace], None]] = {
        "bare": in_process.beside_bare,
        "retext": in_process.beside_retext,
        "preview": in_process.preview,
        "ghostwriter": outside.beside_ghostwriter,
        "pathological": whole_time.pathological,
        "minutes": whole_time.minutes,
    }
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=6, help="turns that each side takes")
    asked.add_argument("--minutes", type=float, default=1, help="of typing, to find stalls")
    asked.add_argument("--sizes", type=int, nargs="+", default=[2, 100, 1000], help="in kilobytes")
    asked.add_argument("--only", nargs="+", choices=parts, default=list(parts))
    given = asked.parse_args()
    for name in given.only:
        with tempfile.TemporaryDirectory() as folder:
            print(f"{name} (load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores)", flush=True)
            parts[name](Path(folder), given)


if __name__ == "__main__":
    main()
