"""Another program locks the file for a while."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from random import Random
from threading import Timer

from tests.faults.kinds.common import opened, read_back
from tests.faults.stage import LostError, Stage
from tests.faults.story import Story

# SQLite waits for five seconds, and the program tries again after two.
_LONG = 5.3
_GIVES_IN = 5.0


def play(stage: Stage, chance: Random) -> None:
    """The text stays, and is saved by itself when the file is free again."""
    story = Story(chance)
    service = stage.start()
    opened(service)
    story.save(service, "note0")
    held = chance.uniform(0.2, 1.5) if chance.random() < 0.5 else _LONG
    path = stage.library_folder / "notes.db"
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        release = Timer(held, other.execute, ["ROLLBACK"])
        release.start()
        try:
            answer = story.save(service, "note0")
        finally:
            release.join()
    if not answer["ok"] and "using" not in answer["msg"]:
        raise LostError(f"a locked file was told as {answer['msg']!r}")
    newest = story.notes["note0"][-1].value
    limit = time.monotonic() + _GIVES_IN
    while service.ask("dump")["notes"]["note0"] != newest:
        if time.monotonic() > limit:
            raise LostError("the file is free again, and the text is not saved")
        time.sleep(0.1)
    service.kill()
    service.close()
    read_back(stage, story)
