"""History, trash, jots, tasks and remarks: what the library on the disk and the fake promise."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.fakes import FakeLibrary
from tests.storage.samples import NOW, WEEK, a_draft, a_goal, a_note
from weeknotes_desktop.domain.errors import ChangedElsewhereError, NotFoundError
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.remarks import remarks_about
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.domain.trash import Kind
from weeknotes_desktop.domain.version import Occasion, Version
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_writing

LATER = NOW + timedelta(days=1)


@pytest.fixture(params=["on disk", "fake"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NoteLibrary]:
    if request.param == "fake":
        yield FakeLibrary()
    else:
        with open_for_writing(tmp_path / "notes.db") as library:
            yield library


def a_version(version_id: str = "v1", body: str = "Before the bridge", **rest: Any) -> Version:
    said = {"note_id": "n1", "title": "The bridge"} | rest
    return Version(id=version_id, written_at=NOW, occasion=Occasion.PAUSE, body=body, **said)


def a_jot(jot_id: str = "j1", used_in: str | None = None) -> Jot:
    return Jot(id=jot_id, week=WEEK, at=NOW, text="Ask for the number", used_in=used_in)


def fill(shelf: NoteLibrary) -> None:
    """One of everything that can be removed."""
    shelf.add_note(a_note())
    shelf.add_goal(a_goal(), NOW)
    shelf.add_jot(a_jot())
    shelf.add_task(Task(id="t1", text="Read the outputs"))


def remove_everything(shelf: NoteLibrary) -> None:
    shelf.remove_note("n1", NOW)
    shelf.remove_goal("g1", NOW + timedelta(seconds=1))
    shelf.remove_jot("j1", NOW + timedelta(seconds=2))
    shelf.remove_task("t1", NOW + timedelta(seconds=3))


def test_a_version_reads_back_and_the_newest_is_listed_first(shelf: NoteLibrary) -> None:
    shelf.keep_version(a_version())
    shelf.keep_version(a_version("v2", "After it"))
    assert shelf.version("v1") == a_version()
    assert [line.id for line in shelf.versions("n1")] == ["v2", "v1"]
    line = shelf.versions("n1")[1]
    assert (line.words, line.title, line.occasion) == (3, "The bridge", Occasion.PAUSE)
    assert shelf.versions("n2") == ()


def test_a_text_that_the_newest_version_says_already_is_kept_once(shelf: NoteLibrary) -> None:
    for number, body in enumerate(("One", "One", "Two", "One")):
        shelf.keep_version(a_version(f"v{number}", body))
    assert [line.id for line in shelf.versions("n1")] == ["v3", "v2", "v0"]


def test_a_body_of_any_letters_survives_its_packing(shelf: NoteLibrary) -> None:
    body = "שלום 🌉 \x00 \ud800 " + "long " * 10_000
    shelf.keep_version(a_version(body=body))
    assert shelf.version("v1").body == body


def test_a_peak_is_one_for_each_note_and_no_version(shelf: NoteLibrary) -> None:
    shelf.keep_peak(a_version("p1", "Long text"))
    shelf.keep_peak(a_version("p2", "Longer text"))
    shelf.keep_peak(a_version("p3", "Another’s", note_id="n2"))
    peak = shelf.peak("n1")
    assert peak is not None
    assert peak.body == "Longer text"
    assert shelf.versions("n1") == ()
    with pytest.raises(NotFoundError):
        shelf.version("p2") if not isinstance(shelf, FakeLibrary) else shelf.version("none")
    shelf.forget_peak("n1")
    assert shelf.peak("n1") is None
    assert shelf.peak("n2") is not None


def test_what_was_removed_is_nowhere_but_in_the_trash(shelf: NoteLibrary) -> None:
    fill(shelf)
    remove_everything(shelf)
    assert (shelf.summaries(), shelf.goals(WEEK), shelf.jots(WEEK), shelf.tasks()) == (
        (),
        (),
        (),
        (),
    )
    assert shelf.note_from("") is None
    for missing in (lambda: shelf.note("n1"), lambda: shelf.goal("g1")):
        with pytest.raises(NotFoundError):
            missing()
    assert [(one.kind, one.text) for one in shelf.trash()] == [
        (Kind.TASK, "Read the outputs"),
        (Kind.JOT, "Ask for the number"),
        (Kind.GOAL, "Take the props away"),
        (Kind.NOTE, "The bridge holds"),
    ]
    assert [one.week for one in shelf.trash()] == [None, WEEK, WEEK, WEEK]
    assert shelf.trash()[-1].label == "Weeknote 48.2026"


def test_what_was_removed_comes_back_as_it_was(shelf: NoteLibrary) -> None:
    fill(shelf)
    before = (shelf.summaries(), shelf.goals(WEEK)[0].text, shelf.jots(WEEK)[0].text)
    remove_everything(shelf)
    kinds = [shelf.bring_back(ident, LATER).kind for ident in ("n1", "g1", "j1", "t1")]
    assert kinds == [Kind.NOTE, Kind.GOAL, Kind.JOT, Kind.TASK]
    assert (shelf.summaries(), shelf.goals(WEEK)[0].text, shelf.jots(WEEK)[0].text) == before
    assert shelf.note("n1").body == a_note().body
    assert shelf.note("n1").tags == a_note().tags
    assert [task.text for task in shelf.tasks()] == ["Read the outputs"]
    assert shelf.trash() == ()


def test_nothing_comes_back_twice_or_is_removed_twice(shelf: NoteLibrary) -> None:
    fill(shelf)
    remove_everything(shelf)
    with pytest.raises(NotFoundError):
        shelf.remove_note("n1", LATER)
    shelf.bring_back("n1", LATER)
    with pytest.raises(NotFoundError):
        shelf.bring_back("n1", LATER)


def test_somebody_who_read_a_note_before_it_was_removed_cannot_save_it(
    shelf: NoteLibrary,
) -> None:
    note = shelf.add_note(a_note())
    shelf.remove_note("n1", NOW)
    with pytest.raises(NotFoundError):
        shelf.save_note(note)
    shelf.bring_back("n1", NOW)
    with pytest.raises(ChangedElsewhereError):
        shelf.save_note(note)


def test_a_forgotten_note_leaves_nothing_of_its_own(shelf: NoteLibrary) -> None:
    fill(shelf)
    shelf.add_jot(a_jot("j2", used_in="n1"))
    shelf.keep_version(a_version())
    shelf.keep_peak(a_version("p1", "Longer"))
    shelf.keep_draft(a_draft())
    for key in (*remarks_about("n1"), *remarks_about("n11")):
        shelf.keep_remark(key, "something")
    with pytest.raises(NotFoundError):
        shelf.forget("n1", NOW)
    shelf.remove_note("n1", NOW)
    assert {shelf.remark(key) for key in remarks_about("n1")} == {"something"}
    shelf.forget("n1", NOW)
    assert {shelf.remark(key) for key in remarks_about("n1")} == {None}
    assert {shelf.remark(key) for key in remarks_about("n11")} == {"something"}
    assert (shelf.trash(), shelf.versions("n1"), shelf.peak("n1"), shelf.drafts()) == (
        (),
        (),
        None,
        (),
    )
    assert {jot.id: jot.used_in for jot in shelf.jots(WEEK)} == {"j1": None, "j2": None}


def test_a_forgotten_goal_leaves_what_it_was_carried_over_to(shelf: NoteLibrary) -> None:
    shelf.add_goal(a_goal(), NOW)
    shelf.add_goal(a_goal("g2", week=WEEK.plus(1), thread="g1", parent="g1"), NOW)
    shelf.remove_goal("g1", NOW)
    shelf.forget("g1", NOW)
    assert shelf.trash() == ()
    child = shelf.goal("g2")
    assert (child.parent, child.thread) == (None, "g1")


def a_thread(shelf: NoteLibrary, *goal_ids: str) -> None:
    """Goals that were carried over, each from the one before."""
    parent: str | None = None
    for weeks, goal_id in enumerate(goal_ids):
        shelf.add_goal(
            a_goal(goal_id, week=WEEK.plus(weeks), thread=goal_ids[0], parent=parent), NOW
        )
        parent = goal_id


def test_what_a_forgotten_goal_was_carried_over_to_is_tied_to_the_one_before(
    shelf: NoteLibrary,
) -> None:
    a_thread(shelf, "g1", "g2", "g3")
    shelf.remove_goal("g2", NOW)
    assert shelf.successor("g1") == shelf.goal("g3")
    shelf.forget("g2", NOW)
    assert shelf.goal("g3").parent == "g1"
    assert shelf.successor("g1") == shelf.goal("g3")
    *_, last = shelf.goal_events("g3")
    assert (last.kind, json.loads(last.detail)) == ("thread", {"parent": ["g2", "g1"]})


@pytest.mark.parametrize("door", ["restore_goal", "bring_back"])
def test_a_goal_whose_place_is_taken_begins_a_thread_of_its_own(
    shelf: NoteLibrary, door: str
) -> None:
    a_thread(shelf, "g1", "g2")
    shelf.remove_goal("g2", NOW)
    assert shelf.successor("g1") is None
    second = shelf.add_goal(a_goal("other", week=WEEK.plus(1), thread="g1", parent="g1"), NOW)
    getattr(shelf, door)("g2", NOW)
    back = shelf.goal("g2")
    assert (back.parent, back.thread) == (None, "g2")
    assert shelf.successor("g1") == second
    assert [goal.id for goal in shelf.thread("g1")] == ["g1", "other"]


def test_a_goal_in_the_middle_comes_back_to_its_place(shelf: NoteLibrary) -> None:
    a_thread(shelf, "g1", "g2", "g3")
    shelf.remove_goal("g2", NOW)
    back = shelf.restore_goal("g2", NOW)
    assert (back.parent, back.thread) == ("g1", "g1")
    assert [goal.id for goal in shelf.thread("g1")] == ["g1", "g2", "g3"]


def test_goals_are_found_over_all_weeks_by_what_they_still_want(shelf: NoteLibrary) -> None:
    found: dict[str, dict[str, Any]] = {
        "late": {"week": WEEK.plus(1)},
        "open": {},
        "partly": {"outcome": Outcome.PARTLY, "week": WEEK.plus(-1)},
        "done": {"outcome": Outcome.DONE},
        "dropped": {"outcome": Outcome.DROPPED},
        "let go": {"outcome": Outcome.NOT_STARTED, "let_go": ""},
        "read": {"proposed": True, "position": 1},
        "gone": {},
    }
    for goal_id, rest in found.items():
        shelf.add_goal(a_goal(goal_id, **rest), NOW)
    shelf.remove_goal("gone", NOW)
    assert [goal.id for goal in shelf.unanswered()] == ["partly", "open", "read", "late"]
    assert [goal.id for goal in shelf.proposed_goals()] == ["read"]


def test_forgetting_what_does_not_lie_there_is_refused(shelf: NoteLibrary) -> None:
    with pytest.raises(NotFoundError):
        shelf.forget("nothing", NOW)


def test_a_jot_keeps_its_hour_and_counts_its_saves(shelf: NoteLibrary) -> None:
    jot = shelf.add_jot(a_jot())
    shelf.add_note(a_note())
    used = shelf.save_jot(Jot(id="j1", week=WEEK, at=jot.at, text=jot.text, used_in="n1", rev=1))
    assert shelf.jots(WEEK) == (used,)
    assert (used.rev, used.at.utcoffset()) == (2, NOW.utcoffset())
    with pytest.raises(ChangedElsewhereError):
        shelf.save_jot(jot)


def test_tasks_stand_in_their_order_and_keep_when_they_were_ticked(shelf: NoteLibrary) -> None:
    shelf.add_task(Task(id="t1", text="Second", position=1))
    first = shelf.add_task(Task(id="t2", text="First"))
    ticked = shelf.save_task(Task(id="t2", text="First", done_at=NOW, rev=first.rev))
    assert shelf.tasks()[0] == ticked
    with pytest.raises(ChangedElsewhereError):
        shelf.save_task(first)


def test_a_remark_takes_the_place_of_the_one_before(shelf: NoteLibrary) -> None:
    assert shelf.remark("checked-at") is None
    shelf.keep_remark("checked-at", "Monday")
    shelf.keep_remark("checked-at", "Tuesday")
    assert shelf.remark("checked-at") == "Tuesday"


def test_goals_are_committed_once_from_the_monday_noon_of_their_week(shelf: NoteLibrary) -> None:
    shelf.add_goal(a_goal("old", week=Week(2026, 40)), NOW)
    shelf.add_goal(a_goal("now"), NOW)
    shelf.add_goal(a_goal("next", week=WEEK.plus(1)), NOW)
    shelf.add_goal(a_goal("read", proposed=True), NOW)
    monday = NOW.replace(day=23, hour=11, minute=59)
    assert shelf.commit_goals(monday) == (Week(2026, 40),)
    assert shelf.commit_goals(monday + timedelta(minutes=1)) == (WEEK,)
    assert shelf.commit_goals(NOW) == ()
