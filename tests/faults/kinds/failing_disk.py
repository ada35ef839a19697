"""The disk refuses: no room, or an error, at the k-th call."""

from __future__ import annotations

import errno
from random import Random

from tests.faults.kinds.common import perhaps_lived, read_back
from tests.faults.stage import Arm, EndedError, LostError, Stage

_CALLS = 150
_FOR_GOOD = 1 << 30


def no_room(stage: Stage, chance: Random) -> None:
    """ENOSPC from the k-th call on, for a while or for good."""
    _play(stage, chance, errno.ENOSPC, reads=False)


def disk_error(stage: Stage, chance: Random) -> None:
    """EIO at the k-th call, reading ones too, for a while or for good."""
    _play(stage, chance, errno.EIO, reads=chance.random() < 0.5)


def _play(stage: Stage, chance: Random, error: int, *, reads: bool) -> None:
    story = perhaps_lived(stage, chance)
    times = chance.choice([1, 3, _FOR_GOOD, _FOR_GOOD])
    k = chance.randint(1, _CALLS)
    service = stage.start(arm=Arm("f", k=k, times=times, error=error, reads=reads))
    try:
        answer = service.ask("open")
        if answer["ok"]:
            story.go_on(service, 12)
        elif not answer["msg"]:
            raise LostError("it was refused without a word")
        if chance.random() < 0.3:
            service.ask("quit")
        else:
            service.kill()
    except EndedError:
        raise LostError("the program ended because the disk refused") from None
    service.close()
    read_back(stage, story)
