"""A back-up is taken while the program works, and is looked at alone."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from random import Random

from tests.faults.kinds.common import opened, perhaps_lived, read_back
from tests.faults.stage import Arm, EndedError, LostError, Stage
from tests.faults.story import Story

_CALLS = 60


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


def _check_copy(stage: Stage, story: Story, copy: Path) -> None:
    alone = stage.folder / f"alone-{copy.stem}"
    alone.mkdir()
    shutil.copyfile(copy, alone / "notes.db")
    read_back(stage, story, alone)
