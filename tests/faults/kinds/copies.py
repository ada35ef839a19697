"""A back-up is taken while the program works, and is looked at alone."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from random import Random

from tests.faults.kinds.common import opened, perhaps_lived, read_back
from tests.faults.power_cut import Disk, read_log
from tests.faults.stage import Arm, EndedError, LostError, Stage
from tests.faults.story import Story

_CALLS = 60
_STATES = 3


def play(stage: Stage, chance: Random) -> None:
    """The file alone holds all that was saved before it was made."""
    story = perhaps_lived(stage, chance)
    service = stage.start()
    opened(service)
    story.go_on(service, chance.randint(1, 10))
    answer = service.ask("backup")
    if not answer["ok"]:
        raise LostError(f"no back-up was made: {answer}")
    copy = Path(answer["path"])
    if copy.stat().st_mode & 0o077:
        raise LostError("others can read the back-up")
    # The service goes on meanwhile: what it saves now need not be in the copy.
    _check_copy(stage, story, copy)
    service.kill()


def killed(stage: Stage, chance: Random) -> None:
    """Killed while it is made: whatever has a name of a back-up is whole."""
    story = perhaps_lived(stage, chance)
    service = stage.start()
    opened(service)
    story.go_on(service, 4)
    service.ask("quit")
    service.close()
    story.settle()
    service = stage.start(
        arm=Arm("k", k=chance.randint(1, _CALLS), folder=stage.library_folder / "backups")
    )
    with suppress(EndedError):
        opened(service)
        service.ask("backup")
    service.kill()
    service.close()
    for copy in (stage.library_folder / "backups").glob("*.db"):
        _check_copy(stage, Story(chance), copy)
    read_back(stage, story)


def power_cut(stage: Stage, chance: Random) -> None:
    """The power is cut once it is said to be made: it is there under its name, and whole."""
    story = perhaps_lived(stage, chance)
    disk = Disk(stage.library_folder)
    log = stage.folder / "log"
    service = stage.start(arm=Arm("l", log=log))
    opened(service)
    story.go_on(service, chance.randint(1, 8))
    answer = service.ask("backup")
    service.kill()
    service.close()
    if not answer["ok"]:
        raise LostError(f"no back-up was made: {answer}")
    calls = read_log(log)
    answers = [place for place, call in enumerate(calls) if call.kind == "M"]
    # Not later: what the program does after its answer must not be what keeps its word.
    for call in calls[: answers[service.answered - 1]]:
        disk.take(call)
    name = Path(answer["path"]).resolve().relative_to(stage.library_folder)
    for number in range(_STATES):
        state = stage.folder / f"cut{number}"
        state.mkdir()
        disk.leave(state, chance)
        if not (state / name).is_file():
            raise LostError("the back-up is there no more")
        _check_copy(stage, story, state / name)


def _check_copy(stage: Stage, story: Story, copy: Path) -> None:
    alone = stage.folder / f"alone-{copy.parent.parent.name}-{copy.stem}"
    alone.mkdir()
    shutil.copyfile(copy, alone / "notes.db")
    read_back(stage, story, alone)
