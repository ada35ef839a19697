"""A command that is measured from outside."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Taken(NamedTuple):
    """What something took.

    Args:
        seconds: By the clock on the wall.
        work: Of all processors, for the program and the system, in seconds.
    """

    seconds: float
    work: float


def run(command: Sequence[str], where: Path, environment: dict[str, str] | None = None) -> Taken:
    """Run a command with all that it starts, from its start to its end.

    Raises:
        RuntimeError: If it failed.
    """
    log = where / "log.txt"
    with log.open("wb") as said:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=where, env=environment or os.environ, stdout=said, stderr=said
        )
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command[0]} failed: {log.read_text(errors='replace')[-2000:]}")
    return Taken(seconds, used.ru_utime + used.ru_stime)
