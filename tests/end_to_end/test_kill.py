"""A program killed while somebody types loses at most the last two seconds."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from weeknotes_desktop.storage.library import open_for_writing

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("letters", [40, 110])
def test_a_killed_program_loses_at_most_two_seconds(letters: int, tmp_path: Path) -> None:
    library = tmp_path / "notes.db"
    typing = subprocess.Popen(
        [sys.executable, "-m", "tests.end_to_end.typing_away", str(library)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert typing.stdout is not None
    typed = [float(typing.stdout.readline()) for _ in range(letters)]
    killed = time.monotonic()
    typing.kill()
    typing.wait()
    typing.stdout.close()
    old = sum(killed - when > 2.0 for when in typed)
    # The lock went with the process: opening for writing needs no clearing up.
    with open_for_writing(library) as notes:
        (note,) = notes.summaries()
        draft = notes.draft(note.id)
        kept = max(len(notes.note(note.id).body), len(draft.body) if draft else 0)
    assert kept >= old
