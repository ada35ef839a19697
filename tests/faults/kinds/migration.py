"""The program is killed while it brings an old library to its own schema."""

from __future__ import annotations

from contextlib import suppress
from random import Random

from tests.faults.kinds.common import opened
from tests.faults.old_notes import old_text
from tests.faults.stage import Arm, EndedError, LostError, Stage

_CALLS = 160


def play(stage: Stage, chance: Random) -> None:
    """Killed once or several times, and nothing of the old library is lost."""
    number = chance.randint(1, 30)
    maker = stage.start()
    if not maker.ask("make_old", n=number)["ok"]:
        raise LostError("no old library could be made")
    maker.close()
    for _ in range(chance.randint(1, 2)):
        service = stage.start(arm=Arm("k", k=chance.randint(1, _CALLS)))
        with suppress(EndedError):
            service.ask("open")
        service.kill()
        service.close()
    service = stage.start()
    opened(service)
    notes = service.ask("dump")["notes"]
    if notes != {f"old{place}": old_text(place) for place in range(number)}:
        raise LostError(f"of {number} notes there are {sorted(notes)}, or they say other things")
