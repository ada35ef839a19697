"""Laws of the library on disk, for every note and goal there can be."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from tests.storage.samples import NOW, WEEK, a_goal, a_note, drafts, goals, notes, plans, words
from weeknotes_desktop.domain.errors import ChangedElsewhereError
from weeknotes_desktop.domain.goal import Goal, WeekPlan
from weeknotes_desktop.domain.note import Draft, Note, count_words
from weeknotes_desktop.storage.first_read import FirstRead
from weeknotes_desktop.storage.library import SqlLibrary, open_for_reading, open_for_writing


@contextmanager
def a_library() -> Iterator[SqlLibrary]:
    with (
        tempfile.TemporaryDirectory() as folder,
        open_for_writing(Path(folder, "notes.db")) as library,
    ):
        yield library


@given(notes, notes)
@settings(max_examples=40)
def test_every_note_reads_back_as_it_was_saved(first: Note, then: Note) -> None:
    with a_library() as library:
        kept = library.add_note(first)
        assert library.note(first.id) == kept == replace(first, rev=1)
        kept = library.save_note(replace(then, id=first.id, rev=1))
        assert library.note(first.id) == kept == replace(then, id=first.id, rev=2)
        (line,) = library.summaries()
        assert line.audience is kept.audience
        assert (line.title, line.tags, line.words) == (
            kept.title,
            kept.tags,
            count_words(kept.body),
        )


@given(goals, goals)
@settings(max_examples=40)
def test_every_goal_reads_back_as_it_was_saved(first: Goal, then: Goal) -> None:
    with a_library() as library:
        kept = library.add_goal(first, NOW)
        assert library.goals(first.week) == (kept,) == (replace(first, rev=1),)
        kept = library.save_goal(replace(then, id=first.id, rev=1), NOW)
        at = NOW if first.due(NOW) else None
        wanted = replace(then, id=first.id, rev=2, committed_at=at)
        assert library.goal(first.id) == kept == wanted


@given(st.lists(drafts, max_size=4), plans)
@settings(max_examples=30)
def test_every_draft_and_plan_reads_back_as_it_was_kept(typed: list[Draft], plan: WeekPlan) -> None:
    with a_library() as library:
        for draft in typed:
            library.keep_draft(draft)
        last = {draft.note_id: draft for draft in typed}
        assert {note_id: library.draft(note_id) for note_id in last} == last
        assert library.save_plan(plan) == library.plan(plan.week) == replace(plan, rev=1)


@given(notes, st.lists(goals, max_size=3, unique_by=lambda goal: goal.id), drafts, plans)
@settings(max_examples=30)
def test_a_start_reads_what_the_library_wrote(
    note: Note, set_goals: list[Goal], draft: Draft, plan: WeekPlan
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "notes.db")
        with open_for_writing(path) as library:
            library.add_note(note)
            for goal in set_goals:
                library.add_goal(replace(goal, week=note.week), NOW)
            library.save_plan(replace(plan, week=note.week))
        first = FirstRead.open(path)
        draft = replace(draft, note_id=note.id, base_rev=1)
        first.keep_draft(draft)
        sight = first.first_sight(WEEK)
        first.close()
        with open_for_reading(path) as library:
            assert sight.note == library.note(note.id)
            assert sight.summaries == library.summaries()
            assert sight.goals == library.goals(note.week)
            assert sight.plan == library.plan(note.week)
            assert sight.draft == library.draft(note.id) == draft


@settings(max_examples=12, stateful_step_count=20, suppress_health_check=[HealthCheck.too_slow])
class TwoWriters(RuleBasedStateMachine):
    """Two hands save the same notes and goals, each knowing only what it read last.

    Whatever they do, a save that was acknowledged is never lost to somebody
    who had not seen it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name, "notes.db")
        self.kept_note = a_note()
        self.kept_goal = a_goal()

    known_notes = Bundle("known_notes")
    known_goals = Bundle("known_goals")

    @initialize(target=known_notes)
    def a_first_note(self) -> Note:
        with open_for_writing(self.path) as library:
            self.kept_note = library.add_note(self.kept_note)
        return self.kept_note

    @initialize(target=known_goals)
    def a_first_goal(self) -> Goal:
        with open_for_writing(self.path) as library:
            self.kept_goal = library.add_goal(self.kept_goal, NOW)
        return self.kept_goal

    @rule(target=known_notes, seen=known_notes, body=words)
    def save_note(self, seen: Note, body: str) -> Note:
        mine = replace(seen, body=body)
        with open_for_writing(self.path) as library:
            with suppress(ChangedElsewhereError):
                saved = library.save_note(mine)
                assert seen == self.kept_note, "a save nobody had seen was overwritten"
                self.kept_note = saved
            return library.note(mine.id)

    @rule(target=known_goals, seen=known_goals, text=words)
    def save_goal(self, seen: Goal, text: str) -> Goal:
        mine = replace(seen, text=text)
        with open_for_writing(self.path) as library:
            with suppress(ChangedElsewhereError):
                saved = library.save_goal(mine, NOW)
                assert seen == self.kept_goal, "a save nobody had seen was overwritten"
                self.kept_goal = saved
            return library.goal(mine.id)

    @invariant()
    def what_was_saved_last_is_there(self) -> None:
        with open_for_reading(self.path) as library:
            if self.kept_note.rev:
                assert library.note(self.kept_note.id) == self.kept_note
            if self.kept_goal.rev:
                assert library.goal(self.kept_goal.id) == self.kept_goal

    def teardown(self) -> None:
        self.folder.cleanup()


TestTwoWriters = TwoWriters.TestCase
