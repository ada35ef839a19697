"""Two programs on one library."""

from __future__ import annotations

from random import Random

from tests.faults.kinds.common import lived, opened, read_back
from tests.faults.stage import LostError, Stage


def play(stage: Stage, chance: Random) -> None:
    """The second is refused with a sentence; after a kill -9 no lock is left."""
    story = lived(stage, chance)
    first, second = stage.start(), stage.start()
    opened(first)
    story.go_on(first, chance.randint(0, 3))
    for _ in range(chance.randint(1, 3)):
        answer = second.ask("open")
        if answer["ok"] or not answer["msg"]:
            raise LostError(f"a second program opened the library: {answer}")
        story.go_on(first, 1)
    ended, other = (first, second) if chance.random() < 0.7 else (second, first)
    ended.kill()
    ended.close()
    if other is second:
        opened(other)
    story.go_on(other, 2)
    other.kill()
    other.close()
    read_back(stage, story)
