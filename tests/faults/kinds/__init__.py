"""Every kind of fault, and what it takes to play it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.faults.kinds import (
    clock,
    copies,
    damage,
    export,
    failing_disk,
    full_disk,
    locked,
    migration,
    power,
    read_only,
    sudden_end,
    two_at_once,
    typing,
)
from tests.faults.stage import Nursery, Stage

Play = Callable[[Stage, Random], None]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fault.

    Args:
        plant: The desk of `planted.py` whose bug this kind must find.
        preload: Whether it needs the library between the program and the disk.
        mount: Whether it needs to mount something.
        at_once: How many cases may be played at the same time.
    """

    name: str
    play: Play
    plant: str
    preload: bool = False
    mount: bool = False
    at_once: int = 4

    def why_not(self, nursery: Nursery) -> str:
        """Why it cannot be played here; empty where it can."""
        if self.preload and nursery.preload is None:
            return "there is no gcc here, or this is no Linux"
        if self.mount and not nursery.can_mount:
            return "only root may mount"
        return ""


KINDS = (
    Kind("kill", sudden_end.at_random, "AnswersEarly"),
    Kind("kill-at-call", sudden_end.at_a_call, "AnswersEarly", preload=True),
    Kind("no-room", failing_disk.no_room, "NeverRefuses", preload=True),
    Kind("disk-error", failing_disk.disk_error, "NeverRefuses", preload=True),
    Kind("power-cut", power.play, "NotWaitingForTheDisk", preload=True),
    Kind("full-disk", full_disk.play, "NeverRefuses", mount=True),
    Kind("read-only", read_only.play, "NeverRefuses", mount=True),
    Kind("locked", locked.play, "TriesOnce", at_once=8),
    Kind("damage", damage.play, "NoHash"),
    Kind("killed-mending", damage.killed, "DeletesTheDamaged", preload=True),
    Kind("killed-migration", migration.play, "MigratesBySteps", preload=True),
    Kind("two-at-once", two_at_once.play, "NoLock"),
    Kind("typing", typing.play, "KeepsSlowly", at_once=8),
    Kind("clock", clock.play, "WeekOfGreenwich", at_once=8),
    Kind("back-up", copies.play, "CopiesTheFile"),
    Kind("killed-back-up", copies.killed, "CopiesInPlace", preload=True),
    Kind("power-cut-back-up", copies.power_cut, "LeavesCopiesToTheSystem", preload=True),
    Kind("killed-export", export.play, "ExportsInPlace", preload=True),
)
"""In the order in which they are played."""
