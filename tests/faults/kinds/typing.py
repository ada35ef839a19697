"""Somebody types and types, and the program is killed."""

from __future__ import annotations

import time
from contextlib import suppress
from random import Random
from threading import Timer

from tests.faults.kinds.common import opened, perhaps_lived, read_back
from tests.faults.stage import EndedError, Stage


def play(stage: Stage, chance: Random) -> None:
    """Whatever was typed two seconds before is on the disk."""
    story = perhaps_lived(stage, chance)
    service = stage.start()
    opened(service)
    killer = Timer(chance.uniform(2.3, 4.5), service.kill)
    killer.start()
    pause = chance.choice([0.03, 0.1, 0.3])
    with suppress(EndedError):
        while True:
            story.type(service, f"note{chance.randrange(2)}")
            time.sleep(pause)
    killer.join()
    service.close()
    read_back(stage, story, ended_at=service.ended_at)
