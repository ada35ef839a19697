"""A disk that is really full: a small one of its own."""

from __future__ import annotations

from random import Random

from tests.faults.kinds.common import opened, read_back
from tests.faults.stage import LostError, Stage
from tests.faults.story import Story

_LONGEST = 1000


def play(stage: Stage, chance: Random) -> None:
    """Write until nothing goes any more; then make room, and it goes again."""
    folder = stage.library_folder
    stage.mount("tmpfs", folder, size=chance.randrange(900_000, 1_500_000))
    ballast = stage.seen(folder) / "ballast"
    ballast.write_bytes(bytes(300_000))
    story = Story(chance)
    service = stage.start()
    opened(service)
    for number in range(_LONGEST):
        answer = story.save(service, f"note{number}", words=4_000)
        if not answer["ok"]:
            break
    else:
        raise LostError("a full disk took everything")
    if "full" not in answer["msg"]:
        raise LostError(f"a full disk was told as {answer['msg']!r}")
    ballast.unlink()
    if not story.save(service, "after")["ok"]:
        raise LostError("there is room again, and nothing is saved")
    service.kill()
    service.close()
    read_back(stage, story)
