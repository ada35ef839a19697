"""A library written as Markdown and taken back is the same library."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from tests.publishing.markdown_back_up.libraries import (
    NOW,
    WEEK,
    a_whole_library,
    libraries,
    tables,
)
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.everything import Everything
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.publishing.markdown_back_up.folders import MarkdownFolders
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.use_cases.note_language import language_of, set_language
from weeknotes_desktop.use_cases.silence_check import silence_check, silent_checks
from weeknotes_desktop.use_cases.start_note import start_note
from weeknotes_desktop.use_cases.take_markdown_back_up import take_markdown_back_up
from weeknotes_desktop.use_cases.trash_note import trash_note
from weeknotes_desktop.use_cases.write_markdown_back_up import write_markdown_back_up


def there_and_back(everything: Everything, folder: Path) -> None:
    """Fill a library, write it, take it into an empty one, and compare every table."""
    back_ups = MarkdownFolders()
    with open_for_writing(folder / "one.db") as one:
        one.take_everything(everything)
        before, in_order = tables(one), one.everything()
        write_markdown_back_up(one, back_ups, folder / "markdown", NOW)
    found = back_ups.read(folder / "markdown")
    assert (found.lost, found.skipped) == ((), ())
    with open_for_writing(folder / "other.db") as other:
        report = take_markdown_back_up(other, found)
        assert (report.lost, report.skipped) == ((), ())
        after = tables(other)
        for name, rows in before.items():
            assert after[name] == rows, name
        assert_same_order(other.everything(), in_order)
        again = take_markdown_back_up(other, found)
        assert {one.action for one in again.notes} <= {"unchanged"}
        assert tables(other) == after


def assert_same_order(one: Everything, other: Everything) -> None:
    """What the archive, a week, a history or a list shows, it shows in the same order."""
    assert one.notes == other.notes
    assert one.tasks == other.tasks
    for week in {goal.week for goal in other.goals}:
        assert [goal for goal in one.goals if goal.week == week] == [
            goal for goal in other.goals if goal.week == week
        ]
    for note_id in {version.note_id for version in other.versions}:
        assert [version for version in one.versions if version.note_id == note_id] == [
            version for version in other.versions if version.note_id == note_id
        ]
    for goal in other.goals:
        assert [event for event in one.events if event.goal_id == goal.id] == [
            event for event in other.events if event.goal_id == goal.id
        ]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(libraries())
def test_any_library_comes_back_as_it_was(everything: Everything) -> None:
    with tempfile.TemporaryDirectory() as folder:
        there_and_back(everything, Path(folder))


def test_a_library_with_something_on_every_shelf_comes_back_as_it_was(tmp_path: Path) -> None:
    with open_for_writing(tmp_path / "full.db") as full:
        full.take_everything(a_whole_library())
        empty = [name for name, rows in tables(full).items() if not rows]
        assert empty == [], "the library of this test has nothing in a table"
    there_and_back(a_whole_library(), tmp_path)


def test_what_a_note_is_silent_about_and_its_language_come_back(tmp_path: Path) -> None:
    slip = Slip(check="doubled word", message="Twice", start=4, end=11, words="the the")
    back_ups = MarkdownFolders()
    with open_for_writing(tmp_path / "one.db") as one:
        note = start_note(one, WEEK, title="Der Deich", body="Der der Deich")
        silence_check(one, note.id, slip)
        set_language(one, note.id, "de-DE")
        write_markdown_back_up(one, back_ups, tmp_path / "markdown", NOW)
    with open_for_writing(tmp_path / "other.db") as other:
        take_markdown_back_up(other, back_ups.read(tmp_path / "markdown"))
        assert language_of(other, note.id, Settings()) == "de-DE"
        assert silent_checks(other, note.id) == {slip.key}
        trash_note(other, note.id, NOW)
        other.bring_back(note.id, NOW)
        assert silent_checks(other, note.id) == {slip.key}
