"""Laws of goals, over all that a writer may do in the weeks around a turn of clock or year."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.goal import Goal, GoalState, Outcome
from weeknotes_desktop.domain.goal_events import TOLD, plain
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.loose_ends import Standing, tally
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.replay import replay
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.template import BUILT_IN, Template
from weeknotes_desktop.domain.trash import Kind
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.use_cases import edit_goal
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.add_jot import add_jot
from weeknotes_desktop.use_cases.carry_over import carry_over, carry_unfinished
from weeknotes_desktop.use_cases.commit_goals import commit_goals
from weeknotes_desktop.use_cases.confirm_goals import confirm_goals, dismiss_goal
from weeknotes_desktop.use_cases.goal_thread import goal_thread
from weeknotes_desktop.use_cases.hold_goal import hold_goal
from weeknotes_desktop.use_cases.let_go import let_go
from weeknotes_desktop.use_cases.loose_ends import loose_ends
from weeknotes_desktop.use_cases.make_review_draft import make_review_draft
from weeknotes_desktop.use_cases.mark_away import be_back, mark_away
from weeknotes_desktop.use_cases.next_week import next_week
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.restore_version import restore_version
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.tie_goals import continued, tie_goals, untie_goal
from weeknotes_desktop.use_cases.trash_note import trash_note

ZONES = ("Europe/London", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York")
# Before week 53 of 2026, and before each change of the clocks in Europe/London.
BEGINNINGS = ("2026-12-14T09:30", "2026-03-18T23:30", "2026-10-14T00:30")

which = st.integers(0, 99)
ahead = st.integers(-3, 3)
CHANGES = ("title", "body", "emptied", "label", "tags", "reader", "published", "draft")
OUT_OF_THE_BOX = Settings()
words = st.sampled_from(["Ship it", "Write it down", "Ask Kim", "Rest", "Done: it is", "Why not?"])


class Weeks(RuleBasedStateMachine):
    """A writer plans, ticks, carries, goes away, deletes and travels."""

    library: NoteLibrary

    def make_library(self) -> NoteLibrary:
        return FakeLibrary()

    @initialize(beginning=st.sampled_from(BEGINNINGS))
    def begin(self, beginning: str) -> None:
        self.library = self.make_library()
        self.now = datetime.fromisoformat(beginning).replace(tzinfo=ZoneInfo(ZONES[0]))
        self.weeks: dict[str, Week] = {}
        self.counting: set[str] = set()

    # What there is

    def goals(self) -> list[Goal]:
        everything = self.library.everything()
        trashed = everything.trashed
        return [goal for goal in everything.goals if (Kind.GOAL, goal.id) not in trashed]

    def goal(self, number: int) -> Goal | None:
        goals = self.goals()
        return goals[number % len(goals)] if goals else None

    def in_trash(self, kind: Kind) -> list[str]:
        return [one.id for one in self.library.trash() if one.kind is kind]

    def week(self, weeks: int) -> Week:
        return Week.of(self.now.date()).plus(weeks)

    def away(self, week: Week) -> bool:
        return self.library.plan(week).away is not None

    def between_lie_only_weeks_away(self, week: Week, later: Week) -> None:
        passed = week.plus(1)
        while passed < later:
            assert self.away(passed)
            passed = passed.plus(1)
        assert passed == later
        assert not self.away(later)

    @contextmanager
    def no_goal_changes(self) -> Iterator[None]:
        """Neither a goal nor what is told of it, in its week or in the trash."""
        before = self.all_of_goals()
        yield
        assert self.all_of_goals() == before

    def all_of_goals(self) -> tuple[object, ...]:
        told = self.library.everything()
        lying = {ident for kind, ident in told.trashed if kind is Kind.GOAL}
        return told.goals, told.events, told.plans, lying

    # What the writer does to goals

    @rule(text=words, weeks=ahead, stretch=st.booleans(), mine=st.booleans())
    def plan(self, text: str, weeks: int, stretch: bool, mine: bool) -> None:
        audience = Audience.ME if mine else Audience.PUBLIC
        add_goal(self.library, self.week(weeks), text, self.now, stretch=stretch, audience=audience)

    @rule(text=words, weeks=ahead, outcome=st.none() | st.sampled_from(Outcome))
    def an_old_post_proposes(self, text: str, weeks: int, outcome: Outcome | None) -> None:
        ident = new_id()
        goal = Goal(id=ident, thread=ident, week=self.week(weeks), text=text, proposed=True)
        self.library.add_goal(replace(goal, outcome=outcome), self.now)

    @rule(number=which, all_of_them=st.booleans())
    def say_whether_it_was_one(self, number: int, all_of_them: bool) -> None:
        goal = self.goal(number)
        if goal is None:
            return
        if all_of_them:
            confirm_goals(self.library, self.now, week=goal.week)
        elif goal.proposed:
            dismiss_goal(self.library, goal.id, self.now)

    @rule(number=which, text=words)
    def reword(self, number: int, text: str) -> None:
        goal = self.goal(number)
        if goal is not None:
            edit_goal.reword_goal(self.library, goal.id, text, self.now)

    @rule(number=which, outcome=st.none() | st.sampled_from(Outcome), line=words | st.just(""))
    def report(self, number: int, outcome: Outcome | None, line: str) -> None:
        goal = self.goal(number)
        if goal is not None:
            edit_goal.set_line(self.library, goal.id, line, self.now)
            edit_goal.set_outcome(self.library, goal.id, outcome, self.now)

    @rule(number=which, weeks=st.none() | st.integers(1, 3), text=st.none() | words)
    def carry(self, number: int, weeks: int | None, text: str | None) -> None:
        """Carry it to a week, or with None to the next in which the writer is there."""
        goal = self.goal(number)
        if goal is None:
            return
        to = None if weeks is None else goal.week.plus(weeks)
        before = self.library.successor(goal.id)
        with suppress(WeekNotesError):
            once = carry_over(self.library, goal.id, self.now, to=to, text=text)
            after = self.library.everything()
            assert carry_over(self.library, goal.id, self.now, to=to) == once
            assert self.library.everything() == after
            assert before == once or (before is None and once.audience is goal.audience)
            if before is None and to is None:
                self.between_lie_only_weeks_away(goal.week, once.week)
        assert self.library.goal(goal.id) == goal

    @rule(number=which, weeks=st.integers(1, 3))
    def carry_past_weeks_away(self, number: int, weeks: int) -> None:
        goal = self.goal(number)
        if goal is None or not goal.unfinished or self.library.successor(goal.id) is not None:
            return
        for ahead_of_it in range(1, weeks + 1):
            mark_away(self.library, goal.week.plus(ahead_of_it))
        later = carry_over(self.library, goal.id, self.now).week
        self.between_lie_only_weeks_away(goal.week, later)
        assert later > goal.week.plus(weeks)

    @rule(number=which, weeks=st.integers(1, 3), further=st.booleans(), back=st.booleans())
    def change_ones_mind(self, number: int, weeks: int, further: bool, back: bool) -> None:
        """Carry a goal over, delete where it went, carry it elsewhere, and want the first back."""
        goal = self.goal(number)
        if goal is None or not goal.unfinished or self.library.successor(goal.id) is not None:
            return
        first = carry_over(self.library, goal.id, self.now)
        if further:
            last = carry_over(self.library, first.id, self.now)
        edit_goal.remove_goal(self.library, first.id, self.now)
        second = carry_over(self.library, goal.id, self.now, to=goal.week.plus(weeks))
        assert not further or second == last
        if back:
            edit_goal.restore_goal(self.library, first.id, self.now)
        else:
            self.library.forget(first.id, self.now)
        assert carry_over(self.library, goal.id, self.now).id in (first.id, second.id)

    @rule(number=which, other=which)
    def tie(self, number: int, other: int) -> None:
        """Two goals of old posts are one; what stands between them in the trash may come back."""
        goal, earlier = self.goal(number), self.goal(other)
        if goal is None or earlier is None:
            return
        before = self.library.everything()
        may = earlier in self.library.last_of_threads(goal.week)
        may = may and continued(self.library, goal) is None
        try:
            tied = tie_goals(self.library, goal.id, earlier.id, self.now)
        except WeekNotesError:
            assert not may
            assert self.library.everything() == before
            return
        assert may or continued(self.library, goal) == earlier
        assert tie_goals(self.library, goal.id, earlier.id, self.now) == tied
        assert self.library.successor(earlier.id) == tied
        assert self.library.goal(earlier.id) == earlier
        ids = [week.goal.id for week in goal_thread(self.library, earlier.id, self.now)]
        assert ids[ids.index(earlier.id) + 1] == goal.id
        if may:
            assert tied.weeks_carried == earlier.weeks_carried + 1

    @rule(number=which)
    def untie(self, number: int) -> None:
        goal = self.goal(number)
        if goal is None:
            return
        before = continued(self.library, goal)
        alone = untie_goal(self.library, goal.id, self.now)
        assert untie_goal(self.library, goal.id, self.now) == alone
        assert (alone.parent, continued(self.library, alone)) == (None, None)
        if before is not None:
            assert self.library.successor(before.id) is None

    @rule(weeks=ahead)
    def carry_all(self, weeks: int) -> None:
        week = self.week(weeks)
        to = next_week(self.library, week)
        held = [goal for goal in self.library.goals(week) if goal.held]
        before = [self.library.successor(goal.id) for goal in held]
        self.between_lie_only_weeks_away(week, to)
        carry_unfinished(self.library, week, to, self.now)
        assert [self.library.successor(goal.id) for goal in held] == before
        assert carry_unfinished(self.library, week, to, self.now) == ()

    @rule(number=which, reason=st.none() | words)
    def give_up(self, number: int, reason: str | None) -> None:
        goal = self.goal(number)
        if goal is not None and goal.outcome is not Outcome.DONE:
            gone = let_go(self.library, goal.id, self.now, reason=reason)
            assert let_go(self.library, goal.id, self.now) == gone
            assert goal.id not in {end.goal.id for end in loose_ends(self.library, self.now)}

    @rule(number=which, held=st.booleans())
    def hold(self, number: int, held: bool) -> None:
        goal = self.goal(number)
        if goal is not None:
            with suppress(WeekNotesError):
                changed = hold_goal(self.library, goal.id, self.now, held=held)
                assert changed.held is held
                assert not held or goal.outcome is None

    @rule(number=which)
    def delete(self, number: int) -> None:
        goal = self.goal(number)
        if goal is not None:
            edit_goal.remove_goal(self.library, goal.id, self.now)

    @rule(number=which, for_good=st.booleans())
    def empty_the_trash(self, number: int, for_good: bool) -> None:
        lying = self.in_trash(Kind.GOAL)
        if lying and for_good:
            self.library.forget(lying[number % len(lying)], self.now)
        elif lying:
            self.library.bring_back(lying[number % len(lying)], self.now)

    # What has nothing to do with goals

    @rule(weeks=ahead)
    def write_a_note(self, weeks: int) -> None:
        with self.no_goal_changes():
            self.library.add_note(Note(id=new_id(), week=self.week(weeks), body="[GOALS]"))

    @rule(number=which, text=words, what=st.sampled_from(CHANGES))
    def change_a_note(self, number: int, text: str, what: str) -> None:
        """Edit it, give it another label or reader, publish it or take that back."""
        notes = self.library.summaries()
        if not notes:
            return
        note = self.library.note(notes[number % len(notes)].id)
        changed = {
            "title": replace(note, title=text),
            "body": replace(note, body=f"{text}\n\n[NEXT WEEK]\n"),
            "emptied": replace(note, body=""),
            "label": replace(note, label=text),
            "tags": replace(note, tags=(text,), category=text),
            "reader": replace(note, audience=Audience.ME),
            "published": replace(note, status=Status.PUBLISHED),
            "draft": replace(note, status=Status.DRAFT),
        }[what]
        with self.no_goal_changes():
            if changed.status is Status.PUBLISHED:
                publish_note(self.library, changed, OUT_OF_THE_BOX, self.now)
            else:
                save_note(self.library, changed, OUT_OF_THE_BOX.label, self.now)

    @rule(number=which)
    def restore_what_a_note_said(self, number: int) -> None:
        said = [
            version
            for note in self.library.summaries()
            for version in self.library.versions(note.id)
        ]
        if said:
            version = said[number % len(said)]
            with self.no_goal_changes():
                restore_version(
                    self.library, version.note_id, version.id, OUT_OF_THE_BOX.label, self.now
                )

    @rule(weeks=ahead, text=words, template=st.sampled_from(BUILT_IN))
    def review(self, weeks: int, text: str, template: Template) -> None:
        week = self.week(weeks)
        with self.no_goal_changes():
            add_jot(self.library, text, self.now, week=week)
            make_review_draft(
                self.library,
                week,
                template,
                OUT_OF_THE_BOX,
                self.now,
                jots=self.library.jots(week)[::2],
            )

    @rule(number=which, back=st.booleans())
    def delete_a_note(self, number: int, back: bool) -> None:
        notes, lying = self.library.summaries(), self.in_trash(Kind.NOTE)
        with self.no_goal_changes():
            if notes:
                trash_note(self.library, notes[number % len(notes)].id, self.now)
            if lying and back:
                self.library.bring_back(lying[number % len(lying)], self.now)
            elif lying:
                self.library.forget(lying[number % len(lying)], self.now)

    @rule(weeks=ahead, reason=words | st.just(""), back=st.booleans())
    def go_away(self, weeks: int, reason: str, back: bool) -> None:
        before = self.goals()
        if back:
            be_back(self.library, self.week(weeks))
        else:
            mark_away(self.library, self.week(weeks), reason)
        assert self.goals() == before

    # Time

    @rule(hours=st.integers(1, 24 * 16))
    def wait(self, hours: int) -> None:
        self.now = (self.now.astimezone(ZoneInfo("UTC")) + timedelta(hours=hours)).astimezone(
            self.now.tzinfo
        )

    @rule(days=st.integers(1, 20))
    def the_clock_goes_back(self, days: int) -> None:
        self.now -= timedelta(days=days)

    @rule(zone=st.sampled_from(ZONES))
    def travel(self, zone: str) -> None:
        before = self.goals()
        self.now = self.now.astimezone(ZoneInfo(zone))
        assert self.goals() == before

    @rule()
    def look(self) -> None:
        commit_goals(self.library, self.now)
        assert commit_goals(self.library, self.now) == ()

    # The laws

    @invariant()
    def along_a_thread_weeks_increase(self) -> None:
        for goal in self.goals():
            weeks = [one.goal.week for one in goal_thread(self.library, goal.id, self.now)]
            assert all(one < other for one, other in pairwise(weeks))
            assert goal.week in weeks

    @invariant()
    def nobody_comes_from_a_later_goal(self) -> None:
        goals = {goal.id: goal for goal in self.library.everything().goals}
        for goal in goals.values():
            assert goal.parent is None or goals[goal.parent].week < goal.week

    @invariant()
    def who_goes_on_from_a_goal_stands_in_its_thread(self) -> None:
        goals = {goal.id: goal for goal in self.goals()}
        for goal in goals.values():
            after = self.library.successor(goal.id)
            assert after is None or after.thread == goal.thread
            assert after is None or continued(self.library, after) == goal
            assert goal.parent not in goals or goals[goal.parent].thread == goal.thread

    @invariant()
    def planned_is_done_partly_not_started_dropped_held_and_open(self) -> None:
        """Counted anew from what there is, and as the archive tells it."""
        planned: dict[Week, list[Goal]] = {}
        for goal in self.goals():
            planned.setdefault(goal.week, []).append(goal)
        for week, goals in planned.items():
            counted = tally(self.library.goals(week), away=self.away(week))
            said = Counter(goal.outcome for goal in goals)
            rests = [self.away(week) or goal.held for goal in goals if goal.outcome is None]
            assert {where.value: counted[where] for where in Standing} == {
                "done": said[Outcome.DONE],
                "partly": said[Outcome.PARTLY],
                "not-started": said[Outcome.NOT_STARTED],
                "dropped": said[Outcome.DROPPED],
                "held": rests.count(True),
                "open": rests.count(False),
            }
            assert sum(counted.values()) == len(goals)
        for line in self.library.summaries():
            goals = [goal for goal in planned.get(line.week, ()) if not goal.stretch]
            done = [goal for goal in goals if goal.outcome is Outcome.DONE]
            assert (line.goals_set, line.goals_met) == (len(goals), len(done))
            assert sum(tally(goals, away=self.away(line.week)).values()) == line.goals_set

    @invariant()
    def what_has_its_answer_is_not_on_hold(self) -> None:
        for goal in self.goals():
            assert not goal.held or goal.outcome is None or goal.let_go is not None

    @invariant()
    def what_is_owed_and_nothing_else_is_a_loose_end(self) -> None:
        owed = {
            goal.id: "awaiting" if goal.outcome is None else goal.outcome.value
            for goal in self.goals()
            if not (goal.proposed or goal.stretch or goal.held or self.away(goal.week))
            and goal.let_go is None
            and self.library.successor(goal.id) is None
            and (
                goal.outcome in (Outcome.PARTLY, Outcome.NOT_STARTED)
                or (goal.outcome is None and goal.week.plus(2).sunday < self.now.date())
            )
        }
        found = loose_ends(self.library, self.now)
        assert {end.goal.id: end.why.value for end in found} == owed
        assert len(found) == len(owed)
        assert all(one.goal.week <= other.goal.week for one, other in pairwise(found))

    @invariant()
    def no_goal_ever_moves_to_another_week(self) -> None:
        for goal in self.library.everything().goals:
            assert self.weeks.setdefault(goal.id, goal.week) == goal.week

    @invariant()
    def what_counts_goes_on_counting(self) -> None:
        for goal in self.library.everything().goals:
            if goal.committed_at is not None:
                self.counting.add(goal.id)
            if goal.id in self.counting:
                assert goal.state(self.now) is not GoalState.DRAFT

    @invariant()
    def rows_are_what_the_replay_of_their_events_says(self) -> None:
        everything = self.library.everything()
        for goal in everything.goals:
            told = replay(self.library.goal_events(goal.id), self.now)
            says = plain(goal)
            assert {name: told.says[name] for name in TOLD} == {name: says[name] for name in TOLD}
            assert told.committed_at == goal.committed_at
            assert told.state is goal.state(self.now)
            assert told.removed == ((Kind.GOAL, goal.id) in everything.trashed)
            if goal.committed_at is not None:
                assert told.says["text"] == told.wordings[-1].text == goal.text
                assert told.says.get("public_text") == goal.public_text
            else:
                assert told.wordings == ()


class WeeksOnDisk(Weeks):
    """The same with the library on the disk."""

    def make_library(self) -> NoteLibrary:
        self.folder = tempfile.TemporaryDirectory()
        self.opened = open_for_writing(Path(self.folder.name, "notes.db"))
        return self.opened

    def teardown(self) -> None:
        if hasattr(self, "opened"):
            self.opened.close()
            self.folder.cleanup()


_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]

TestWeeks = Weeks.TestCase
TestWeeks.settings = settings(
    max_examples=150, stateful_step_count=40, suppress_health_check=_SLOW, deadline=None
)
TestWeeksOnDisk = WeeksOnDisk.TestCase
TestWeeksOnDisk.settings = settings(
    max_examples=12, stateful_step_count=25, suppress_health_check=_SLOW, deadline=None
)
