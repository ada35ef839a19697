"""The program is killed: at a random moment, or in place of a call to the disk."""

from __future__ import annotations

from random import Random
from threading import Timer

from tests.faults.kinds.common import perhaps_lived, read_back, until_the_end
from tests.faults.stage import Arm, Stage

# More than a start and the first few saves take.
_CALLS = 400


def at_random(stage: Stage, chance: Random) -> None:
    """Kill -9 at a random moment."""
    story = perhaps_lived(stage, chance)
    service = stage.start()
    killer = Timer(chance.uniform(0.01, 0.8), service.kill)
    killer.start()
    until_the_end(service, story, 10_000)
    killer.cancel()
    killer.join()
    read_back(stage, story, ended_at=service.ended_at)


def at_a_call(stage: Stage, chance: Random) -> None:
    """Kill -9 in place of the k-th call to the disk."""
    story = perhaps_lived(stage, chance)
    service = stage.start(arm=Arm("k", k=chance.randint(1, _CALLS)))
    until_the_end(service, story, 120)
    read_back(stage, story)
