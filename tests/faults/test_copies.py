"""A back-up is on the disk before anybody is told of it, whatever SQLite does by itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from tests.faults.power_cut import Disk, read_log
from tests.faults.stage import ROOT, Nursery
from tests.storage.samples import a_note
from weeknotes_desktop.storage.library import open_for_writing

# Before 3.40 SQLite left it to the system when a file made by VACUUM INTO
# reached the disk; with synchronous=OFF every SQLite does.
MAKES_A_BACK_UP = """
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from tests.faults.nursery import arm
from weeknotes_desktop.domain.backup import Reason
from weeknotes_desktop.storage.connection import connect
from weeknotes_desktop.storage.copies import keep_copy

library, log = map(Path, sys.argv[1:])
told = {"folder": str(library.parent), "how": "l", "k": 0, "times": 0, "error": 0, "reads": False}
with closing(connect(library)) as connection:
    connection.execute("PRAGMA synchronous=OFF")
    arm({**told, "log": str(log)})
    made = keep_copy(
        connection, library, library.parent / "backups", Reason.ASKED, datetime.now(UTC)
    )
print(made.path)
"""


def test_a_back_up_is_on_the_disk_under_its_name_when_it_is_told_of(
    nursery: Nursery, tmp_path: Path
) -> None:
    if nursery.preload is None:
        pytest.skip("there is no gcc here, or this is no Linux")
    library = tmp_path.resolve() / "library" / "notes.db"
    with open_for_writing(library) as opened:
        opened.add_note(a_note(body="The river rose again. " * 3_000))
    disk = Disk(library.parent)
    done = subprocess.run(
        [sys.executable, "-c", MAKES_A_BACK_UP, library, tmp_path / "log"],
        env=os.environ | {"LD_PRELOAD": str(nursery.preload)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    made = Path(done.stdout.strip())
    calls = read_log(tmp_path / "log")
    assert calls
    for call in calls:
        disk.take(call)
    for seed in range(12):
        state = tmp_path / f"state{seed}"
        disk.leave(state, Random(seed))
        copy = state / made.relative_to(library.parent)
        assert copy.is_file()
        assert copy.read_bytes() == made.read_bytes()
