"""Tasks: the writer's own list, ticked and counted, and sometimes a goal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.fakes import FakeLibrary, ImmediateWriter, ManualTimers
from tests.presenters.test_archive import Said
from tests.presenters.test_jots import FULL, Panel
from weeknotes_desktop.domain.errors import LibraryBusyError
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.goals import GoalsPresenter
from weeknotes_desktop.presenters.tasks import TasksPresenter, TasksState
from weeknotes_desktop.presenters.unsaved_words import TRY_AGAIN_AFTER
from weeknotes_desktop.use_cases.edit_task import add_task

SHOWN = Week(2021, 10)
WEDNESDAY = datetime(2021, 3, 3, 9, 0, tzinfo=UTC)


class Section:
    def __init__(self) -> None:
        self.state = TasksState(title="")

    def draw(self, state: TasksState) -> None:
        self.state = state


class Desk:
    def __init__(self, read_only: LibraryBusyError | None = None) -> None:
        self.library = FakeLibrary()
        self.section = Section()
        self.said = Said()
        self.timers = ManualTimers()
        self.now = WEDNESDAY
        self.title = "Tomorrow"
        self.promoted: list[Week] = []
        writer = ImmediateWriter(self.library)
        goals = GoalsPresenter(Panel(), writer, self.said, lambda: self.now, self.timers)
        self.tasks = TasksPresenter(
            view=self.section,
            writer=writer,
            notices=self.said,
            clock=lambda: self.now,
            unsaved=goals.unsaved,
            title=lambda: self.title,
            week=lambda: SHOWN,
            read_only=read_only,
        )
        self.tasks.promoted.connect(self.promoted.append)
        self.tasks.look_again()

    @property
    def texts(self) -> list[str]:
        return [task.text for task in self.section.state.tasks]

    def id_of(self, text: str) -> str:
        return next(task.id for task in self.section.state.tasks if task.text == text)

    def undo(self) -> None:
        act = self.said.notices[-1].act
        assert act is not None
        act()


def with_three() -> Desk:
    desk = Desk()
    for text in ("Water", "Chalk", "Keys"):
        desk.tasks.add(text)
    return desk


def test_tasks_stand_in_the_order_in_which_they_were_entered() -> None:
    assert with_three().texts == ["Water", "Chalk", "Keys"]


def test_the_title_follows_the_setting() -> None:
    desk = with_three()
    desk.title = "When it rains"
    desk.tasks.look_again()
    assert desk.section.state.title == "When it rains"


def test_what_was_ticked_is_seen_for_the_day_and_counted_for_the_week() -> None:
    desk = with_three()
    desk.tasks.tick(desk.id_of("Chalk"), done=True)
    assert desk.texts == ["Water", "Chalk", "Keys"]
    assert desk.section.state.ticked == 1
    desk.now += timedelta(days=1)
    desk.tasks.look_again()
    assert desk.texts == ["Water", "Keys"]
    assert desk.section.state.ticked == 1
    desk.now += timedelta(days=7)
    desk.tasks.look_again()
    assert desk.section.state.ticked == 0


def test_a_tick_can_be_taken_back() -> None:
    desk = with_three()
    desk.tasks.tick(desk.id_of("Chalk"), done=True)
    desk.tasks.tick(desk.id_of("Chalk"), done=False)
    assert desk.section.state.ticked == 0


def test_a_task_moves_past_those_that_are_out_of_sight() -> None:
    desk = with_three()
    desk.tasks.tick(desk.id_of("Chalk"), done=True)
    desk.now += timedelta(days=1)
    desk.tasks.look_again()
    desk.tasks.move(desk.id_of("Water"), 1)
    assert desk.texts == ["Keys", "Water"]
    desk.tasks.move(desk.id_of("Water"), 1)
    desk.tasks.move(desk.id_of("Water"), -1)
    assert desk.texts == ["Water", "Keys"]


def test_a_promoted_task_is_a_goal_of_the_shown_week_until_that_is_undone() -> None:
    desk = with_three()
    desk.tasks.promote(desk.id_of("Chalk"))
    assert desk.texts == ["Water", "Keys"]
    assert [goal.text for goal in desk.library.goals(SHOWN)] == ["Chalk"]
    assert desk.said.notices[-1].text == "“Chalk” is a goal of week 10 now."
    desk.undo()
    assert sorted(desk.texts) == ["Chalk", "Keys", "Water"]
    assert desk.library.goals(SHOWN) == ()
    assert desk.promoted == [SHOWN, SHOWN]


def test_only_what_has_been_open_on_the_list_for_a_week_counts_as_old() -> None:
    desk = with_three()
    desk.now += timedelta(days=3)
    desk.tasks.add("Bread")
    desk.tasks.tick(desk.id_of("Keys"), done=True)
    desk.now += timedelta(days=3)
    desk.tasks.look_again()
    assert desk.section.state.old == frozenset()
    desk.now += timedelta(days=1)
    desk.tasks.look_again()
    assert desk.section.state.old == {desk.id_of("Water"), desk.id_of("Chalk")}


def test_a_removed_task_comes_back() -> None:
    desk = with_three()
    desk.tasks.remove(desk.id_of("Chalk"))
    assert desk.texts == ["Water", "Keys"]
    assert desk.said.notices[-1].text == "“Chalk” is removed."
    desk.undo()
    assert desk.texts == ["Water", "Chalk", "Keys"]


def test_words_that_the_disk_refuses_stand_in_their_place_until_it_has_them() -> None:
    desk = with_three()
    desk.library.refuses = FULL
    desk.tasks.add("Bread")
    desk.tasks.reword(desk.id_of("Chalk"), "White chalk")
    bread = desk.id_of("Bread")
    assert desk.texts == ["Water", "White chalk", "Keys", "Bread"]
    assert desk.section.state.unsaved == {bread, desk.id_of("White chalk")}
    desk.tasks.remove(bread)
    assert desk.texts == ["Water", "White chalk", "Keys"]
    desk.undo()
    desk.library.refuses = None
    desk.timers.pass_time(TRY_AGAIN_AFTER)
    assert [task.text for task in desk.library.tasks()] == desk.texts
    assert desk.texts == ["Water", "White chalk", "Keys", "Bread"]
    assert desk.section.state.unsaved == frozenset()


def test_a_tick_that_the_disk_refuses_is_not_shown() -> None:
    desk = with_three()
    desk.library.refuses = FULL
    desk.tasks.tick(desk.id_of("Chalk"), done=True)
    assert desk.section.state.ticked == 0
    assert desk.said.notices[-1].text == FULL.problem


def test_what_can_only_be_read_is_shown_and_nothing_is_remembered_of_it() -> None:
    desk = Desk(read_only=LibraryBusyError("Somebody else writes.", "Wait."))
    kept = add_task(desk.library, "Water")
    desk.library.refuses = FULL
    desk.tasks.look_again()
    desk.tasks.tick(kept.id, done=True)
    desk.tasks.add("Chalk")
    assert desk.texts == ["Water"]
    assert desk.section.state.read_only
    assert {notice.text for notice in desk.said.notices} == {"Somebody else writes."}
