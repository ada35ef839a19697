from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.everything import Everything, FoundBackUp, PlainRow
from weeknotes_desktop.domain.goal import Goal, WeekPlan
from weeknotes_desktop.domain.goal_events import GoalEvent
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.note import Draft, Note, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.remarks import LANGUAGE, SILENT_CHECKS
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.trash import Kind
from weeknotes_desktop.domain.version import Occasion, Version
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.use_cases.import_notes import Action, ImportReport
from weeknotes_desktop.use_cases.take_markdown_back_up import take_markdown_back_up

WEEK = Week(2021, 9)
NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)
NOTE = Note(id="n", week=WEEK, label="Weeknote v3.9", title="One book", body="We lent one.", rev=3)
GOAL = Goal(id="g", week=WEEK, thread="g", text="Lend a book", rev=2)


@pytest.fixture(params=["on disk", "fake"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NoteLibrary]:
    if request.param == "fake":
        yield FakeLibrary()
    else:
        with open_for_writing(tmp_path / "notes.db") as opened:
            yield opened


def take(library: NoteLibrary, everything: Everything, *, dry_run: bool = False) -> ImportReport:
    return take_markdown_back_up(library, FoundBackUp(everything=everything), dry_run=dry_run)


def a_version(ident: str, note_id: str = "n") -> Version:
    return Version(
        id=ident,
        note_id=note_id,
        written_at=NOW,
        occasion=Occasion.PAUSE,
        title="One",
        body=f"We lent {ident}.",
    )


def test_an_empty_library_takes_a_note_with_its_revision(library: NoteLibrary) -> None:
    report = take(library, Everything(notes=(NOTE,), goals=(GOAL,)))
    assert library.note("n") == NOTE
    assert library.goals(WEEK) == (GOAL,)
    assert [(one.note, one.goals, one.action) for one in report.notes] == [(NOTE, 1, Action.ADDED)]


def test_what_is_there_already_is_unchanged(library: NoteLibrary) -> None:
    everything = Everything(notes=(NOTE,), goals=(GOAL,), versions=(a_version("v"),))
    take(library, everything)
    before = library.everything()
    report = take(library, everything)
    assert [one.action for one in report.notes] == [Action.UNCHANGED]
    assert (report.lost, report.skipped) == ((), ())
    assert library.everything() == before


def test_a_note_with_another_text_comes_beside_and_only_once(library: NoteLibrary) -> None:
    library.add_note(replace(NOTE, body="We lent two.", audience=Audience.ME))
    taken = Everything(notes=(replace(NOTE, status=Status.PUBLISHED, audience=Audience.ME),))
    for action in (Action.ADDED, Action.UNCHANGED):
        report = take(library, taken)
        assert [one.action for one in report.notes] == [action]
        bodies = {line.title: library.note(line.id).body for line in library.summaries()}
        assert bodies == {"One book": "We lent two.", "One book (second text)": "We lent one."}
    second = next(line for line in library.summaries() if line.id != "n")
    assert (second.status, second.audience) == (Status.DRAFT, Audience.ME)


def test_the_history_of_a_note_that_comes_beside_goes_with_it(library: NoteLibrary) -> None:
    library.add_note(replace(NOTE, body="We lent two."))
    library.keep_version(a_version("ours"))
    everything = Everything(
        notes=(NOTE,), versions=(a_version("theirs"),), peaks=frozenset({"theirs"})
    )
    take(library, everything)
    assert [line.id for line in library.versions("n")] == ["ours"]
    second = next(line.id for line in library.summaries() if line.id != "n")
    assert {version.id: version.note_id for version in library.everything().versions} == {
        "ours": "n",
        "theirs": second,
    }


def test_the_longest_text_of_a_note_that_is_here_stays_the_only_one(library: NoteLibrary) -> None:
    library.add_note(NOTE)
    library.keep_peak(a_version("ours"))
    versions = (a_version("theirs"),)
    take(library, Everything(notes=(NOTE,), versions=versions, peaks=frozenset({"theirs"})))
    assert library.everything().peaks == {"ours"}
    assert [line.id for line in library.versions("n")] == ["theirs"]


def test_other_facts_of_the_same_text_stay_as_they_are_here(library: NoteLibrary) -> None:
    library.add_note(NOTE)
    report = take(library, Everything(notes=(replace(NOTE, status=Status.PUBLISHED),)))
    assert library.note("n").status is Status.DRAFT
    assert "“One book”" in report.skipped[0]


def test_a_goal_that_is_different_here_stays_and_that_is_said(library: NoteLibrary) -> None:
    library.add_goal(replace(GOAL, text="Lend two books"), NOW)
    report = take(library, Everything(goals=(GOAL, replace(GOAL, id="other"))))
    assert [goal.text for goal in library.goals(WEEK)] == ["Lend two books", "Lend a book"]
    assert report.skipped == (
        "The back-up says something else of 1 of the goals; what stands here stays.",
    )


def test_a_goal_that_was_committed_since_says_nothing_else(library: NoteLibrary) -> None:
    library.add_goal(GOAL, NOW)
    library.commit_goals(NOW)
    assert library.goals(WEEK)[0].committed_at == NOW
    assert take(library, Everything(goals=(GOAL,))).skipped == ()


def test_what_was_said_about_a_week_here_stays(library: NoteLibrary) -> None:
    library.save_plan(WeekPlan(week=WEEK, focus="Ours"))
    plans = (WeekPlan(week=WEEK, focus="Theirs"), WeekPlan(week=WEEK.plus(1), focus="New", rev=1))
    take(library, Everything(plans=plans))
    assert library.plan(WEEK).focus == "Ours"
    assert library.plan(WEEK.plus(1)).focus == "New"


def test_what_lies_in_the_trash_here_stays_there(library: NoteLibrary) -> None:
    library.add_note(NOTE)
    library.remove_note("n", NOW)
    report = take(library, Everything(notes=(NOTE,)))
    assert [one.id for one in library.trash()] == ["n"]
    assert library.summaries() == ()
    assert "trash" in report.skipped[0]


def test_what_lay_in_the_trash_there_lies_in_the_trash_here(library: NoteLibrary) -> None:
    report = take(library, Everything(notes=(NOTE,), trashed={(Kind.NOTE, "n"): NOW}))
    assert library.summaries() == ()
    assert [(one.id, one.trashed_at) for one in library.trash()] == [("n", NOW)]
    assert report.notes == ()


def test_a_second_text_out_of_the_trash_lies_in_the_trash(library: NoteLibrary) -> None:
    library.add_note(replace(NOTE, body="We lent two."))
    take(library, Everything(notes=(NOTE,), trashed={(Kind.NOTE, "n"): NOW}))
    assert [line.id for line in library.summaries()] == ["n"]
    assert len(library.trash()) == 1


DRAFT = Draft(note_id="n", base_rev=1, title="One book", body="We lent one, and", written_at=NOW)


def test_a_draft_goes_on_where_its_note_is_the_same(library: NoteLibrary) -> None:
    library.add_note(NOTE)
    take(library, Everything(notes=(NOTE,), drafts=(DRAFT,)))
    assert library.draft("n") == DRAFT


def test_a_draft_never_takes_the_place_of_one_that_is_here(library: NoteLibrary) -> None:
    library.add_note(NOTE)
    ours = replace(DRAFT, body="Ours")
    library.keep_draft(ours)
    for _ in range(2):
        take(library, Everything(notes=(NOTE,), drafts=(DRAFT,)))
        assert library.draft("n") == ours
        bodies = {library.note(line.id).body for line in library.summaries()}
        assert bodies == {"We lent one.", "We lent one, and"}
        assert len(library.summaries()) == 2


def test_a_draft_goes_with_a_note_that_comes_beside(library: NoteLibrary) -> None:
    library.add_note(replace(NOTE, body="We lent two."))
    take(library, Everything(notes=(NOTE,), drafts=(replace(DRAFT, base_rev=3),)))
    assert library.draft("n") is None
    (draft,) = library.drafts()
    assert draft.goes_on_with(library.note(draft.note_id))


def test_what_names_something_that_is_not_there_is_kept_without_it(library: NoteLibrary) -> None:
    jot = Jot(id="j", week=WEEK, at=NOW, text="Key?", used_in="nobody", rev=1)
    snapshot = {"note_id": "nobody", "body": "We lent two."}
    report = take(
        library,
        Everything(
            goals=(replace(GOAL, parent="nobody"),),
            events=(GoalEvent(goal_id="nobody", at=NOW, kind="added", detail="{}"),),
            jots=(jot,),
            others={"snapshots": (snapshot,)},
        ),
    )
    assert library.goal("g").parent is None
    assert library.jots(WEEK) == (replace(jot, used_in=None),)
    assert len(report.lost) == 2


def test_a_dry_run_says_the_same_and_writes_nothing(library: NoteLibrary) -> None:
    library.add_note(replace(NOTE, body="We lent two."))
    before = library.everything()
    everything = Everything(notes=(NOTE, replace(NOTE, id="m")), goals=(GOAL,))
    foreseen = take(library, everything, dry_run=True)
    assert library.everything() == before
    assert take(library, everything) == foreseen


def remembered(note_id: str, *silent: str, language: str = "de-DE") -> dict[str, str]:
    return {SILENT_CHECKS + note_id: "\n".join(silent), LANGUAGE + note_id: language}


def with_remarks(notes: tuple[Note, ...], remarks: dict[str, str]) -> Everything:
    rows: tuple[PlainRow, ...] = tuple(
        {"key": key, "value": value, "rev": 1, "sha256": "1" * 64} for key, value in remarks.items()
    )
    return Everything(notes=notes, others={"library_settings": rows})


def about(library: NoteLibrary, note_id: str) -> list[str | None]:
    return [library.remark(SILENT_CHECKS + note_id), library.remark(LANGUAGE + note_id)]


def test_a_note_brings_its_language_and_what_it_is_silent_about(library: NoteLibrary) -> None:
    take(library, with_remarks((NOTE,), remembered("n", "a", "b")))
    assert about(library, "n") == ["a\nb", "de-DE"]


def test_a_note_that_comes_beside_takes_along_what_is_remembered_of_it(
    library: NoteLibrary,
) -> None:
    library.add_note(replace(NOTE, body="We lent two."))
    for key, value in remembered("n", "ours", language="fr-FR").items():
        library.keep_remark(key, value)
    for _ in range(2):
        take(library, with_remarks((NOTE,), remembered("n", "theirs")))
        assert about(library, "n") == ["ours", "fr-FR"]
        second = next(line.id for line in library.summaries() if line.id != "n")
        assert about(library, second) == ["theirs", "de-DE"]


def test_of_a_note_that_is_here_both_are_silent_and_its_language_stays(
    library: NoteLibrary,
) -> None:
    library.add_note(NOTE)
    for key, value in remembered("n", "a", "c", language="fr-FR").items():
        library.keep_remark(key, value)
    for _ in range(2):
        take(library, with_remarks((NOTE,), remembered("n", "a", "b")))
        assert about(library, "n") == ["a\nb\nc", "fr-FR"]


def test_what_was_said_to_be_heard_again_here_stays_heard(library: NoteLibrary) -> None:
    library.add_note(NOTE)
    library.keep_remark(SILENT_CHECKS + "n", "")
    take(library, with_remarks((NOTE,), remembered("n", "a")))
    assert about(library, "n")[0] == ""


def test_nothing_is_remembered_of_notes_that_are_not_there(library: NoteLibrary) -> None:
    take(library, with_remarks((NOTE,), remembered("nobody", "a")))
    assert about(library, "nobody") == [None, None]
