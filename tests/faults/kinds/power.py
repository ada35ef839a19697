"""The power is cut: what was not synced is there in part, or not at all."""

from __future__ import annotations

from random import Random

from tests.faults.kinds.common import perhaps_lived, read_back, until_the_end
from tests.faults.power_cut import Call, Disk, read_log
from tests.faults.stage import Arm, Stage
from tests.faults.story import Story

_CUTS = 3


def play(stage: Stage, chance: Random) -> None:
    """Cut the power at several points of one life, and open each state that is left."""
    story = perhaps_lived(stage, chance)
    disk = Disk(stage.library_folder)
    log = stage.folder / "log"
    until_the_end(stage.start(arm=Arm("l", log=log)), story, chance.randint(4, 14))
    calls = read_log(log)
    cuts = sorted(chance.choices(_interesting(calls), k=_CUTS))
    done = 0
    for number, cut in enumerate(cuts):
        for call in calls[done:cut]:
            disk.take(call)
        done = cut
        state = stage.folder / f"cut{number}"
        state.mkdir()
        disk.leave(state, chance)
        _check(stage, story, calls[:cut], state.resolve().name)


def _interesting(calls: list[Call]) -> list[int]:
    """Any point, and three times as often one at which something was just answered."""
    answered = [place + 1 for place, call in enumerate(calls) if call.kind == "M"]
    return [*range(len(calls) + 1), *answered * (1 + 3 * len(calls) // (len(answered) + 1))]


def _check(stage: Stage, story: Story, calls: list[Call], state: str) -> None:
    answers = sum(call.kind == "M" for call in calls)
    read_back(stage, story, stage.folder / state, answers=answers)
