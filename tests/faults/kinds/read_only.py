"""A folder that cannot be written."""

from __future__ import annotations

from random import Random

from tests.faults.kinds.common import lived
from tests.faults.stage import LostError, Stage


def play(stage: Stage, chance: Random) -> None:
    """It is read and exported, and nothing is ever called saved."""
    story = lived(stage, chance)
    stage.mount("read-only", stage.library_folder)
    service = stage.start()
    answer = service.ask("open")
    if answer.get("state") != "readonly" or not answer["msg"]:
        raise LostError(f"a read-only folder was opened as {answer}")
    before = service.ask("dump")
    story.check(before)
    if chance.random() < 0.3:
        out = stage.folder / "pages"
        if not service.ask("export", kind="html", out=str(out))["ok"]:
            raise LostError("nothing can be exported")
    for told in (story.save, story.goal, story.type):
        if told(service, "new")["ok"]:
            raise LostError("something was called saved in a read-only folder")
    if service.ask("dump") != before:
        raise LostError("a read-only library changed")
