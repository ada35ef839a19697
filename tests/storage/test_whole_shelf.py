from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from tests.careless import careless
from tests.publishing.markdown_back_up.libraries import a_whole_library
from tests.storage.samples import NOW, a_goal, a_note
from weeknotes_desktop.domain.everything import Everything, PlainRow
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.storage.library import SqlLibrary, open_for_reading, open_for_writing
from weeknotes_desktop.storage.tables import METADATA


def test_a_new_library_holds_nothing_at_all(library: SqlLibrary) -> None:
    assert library.everything() == Everything()


def test_everything_that_was_taken_is_read_again(library: SqlLibrary) -> None:
    library.take_everything(a_whole_library())
    assert library.everything() == a_whole_library()


def test_no_table_is_left_behind(library: SqlLibrary) -> None:
    # A table that comes with a later migration needs a place in the back-up, and in this test.
    library.take_everything(a_whole_library())
    carried = library.everything()
    told = {
        "notes",
        "note_tags",
        "drafts",
        "versions",
        "goals",
        "goal_events",
        "weeks",
        "jots",
        "tasks",
        "categories",
        "tags",
    }
    assert told | carried.others.keys() == METADATA.tables.keys()


def test_all_of_it_is_taken_or_nothing(library: SqlLibrary) -> None:
    kept = library.add_note(a_note())
    with pytest.raises(IntegrityError):
        library.take_everything(Everything(notes=(a_note("other"), a_note())))
    assert library.everything().notes == (kept,)


def test_what_was_taken_can_be_saved_again(library: SqlLibrary) -> None:
    library.take_everything(Everything(notes=(a_note(rev=7),), goals=(a_goal(rev=3),)))
    assert library.save_note(a_note(rev=7, title="New")).rev == 8
    assert library.save_goal(a_goal(rev=3, text="New"), NOW).rev == 4


def test_rows_of_a_table_or_column_that_nobody_knows_stay_behind(library: SqlLibrary) -> None:
    row: PlainRow = {"key": "k", "value": "v", "rev": 1, "sha256": "x"}
    library.take_everything(
        Everything(
            others={
                "library_settings": ({**row, "more": 1}, {"key": "half"}),
                "notes": ({"id": "smuggled"},),
                "sqlite_master": ({"name": "x"},),
            }
        )
    )
    assert library.everything() == Everything(others={"library_settings": (row,)})


def test_other_rows_that_are_there_stay_as_they_are(library: SqlLibrary) -> None:
    library.keep_remark("k", "ours")
    theirs: PlainRow = {"key": "k", "value": "theirs", "rev": 1, "sha256": "x"}
    library.take_everything(Everything(others={"library_settings": (theirs,)}))
    assert library.remark("k") == "ours"


def test_it_can_be_read_while_somebody_else_writes(path: Path, library: SqlLibrary) -> None:
    library.take_everything(a_whole_library())
    with open_for_reading(path) as reader, library.transaction():
        library.add_note(a_note("new"))
        assert reader.everything() == a_whole_library()


def test_a_note_whose_fingerprint_is_wrong_is_for_the_writer_alone(path: Path) -> None:
    with open_for_writing(path) as library:
        kept = library.add_note(a_note())
    with closing(careless(path)) as damaging, damaging:
        damaging.execute("UPDATE notes SET title = 'The bridge falls'")
    with open_for_writing(path) as library:
        (note,) = library.everything().notes
    assert note == replace(kept, title="The bridge falls", audience=Audience.ME, whole=False)
