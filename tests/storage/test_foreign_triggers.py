"""What somebody else has built into a library neither acts nor stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage.foreign import EVIL, OURS, built_in, built_into
from tests.storage.old_library import make_old_library
from tests.storage.samples import NOW, WEEK, a_goal, a_note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.storage.library import open_for_reading, open_for_writing
from weeknotes_desktop.storage.opening import ready_library


@pytest.mark.parametrize(
    "statements", [EVIL, ("DROP TRIGGER goal_events_never_change",)], ids=["foreign", "missing"]
)
def test_before_anything_is_saved_triggers_are_ours_alone(
    path: Path, statements: tuple[str, ...]
) -> None:
    with open_for_writing(path) as library:
        note = library.add_note(a_note())
        library.add_goal(a_goal(audience=Audience.ME), NOW)
    built_in(path, *statements)
    assert built_into(path) != OURS
    with open_for_writing(path) as library:
        library.save_note(replace(note, title="The river falls"))
        assert library.goal("g1").whole
    assert built_into(path) == OURS


def test_a_start_puts_them_right_before_it_keeps_a_draft(path: Path) -> None:
    with open_for_writing(path) as library:
        library.add_note(a_note())
    built_in(path, *EVIL)
    first = ready_library(path, this_week=WEEK)
    try:
        assert first.ready
        assert first.mended is None
        assert first.first_sight(WEEK).note == a_note(rev=1)
        assert built_into(path) == OURS
    finally:
        first.close()


def test_an_old_library_is_migrated_without_them(path: Path) -> None:
    make_old_library(path, [a_note(rev=1)], [])
    built_in(path, "CREATE TRIGGER evil AFTER UPDATE ON notes BEGIN DELETE FROM goals; END")
    with open_for_writing(path) as library:
        assert library.note("n1").whole
    assert built_into(path) == OURS


def test_who_only_reads_leaves_them_as_they_are(path: Path) -> None:
    with open_for_writing(path) as library:
        library.add_note(a_note())
    built_in(path, *EVIL)
    before = path.read_bytes()
    with open_for_reading(path) as reader:
        assert reader.note("n1").whole
    assert path.read_bytes() == before
