"""What is said when goals are turned into text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.goal_form import GoalForm
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.turning import TurningPresenter
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.edit_goal import set_goal_audience, set_line, set_outcome
from weeknotes_desktop.use_cases.week_goals import week_goals

WEEK = Week(2021, 9)
NOW = datetime(2021, 3, 1, 9, 0, tzinfo=UTC)


class Desk:
    """A note with lines that show goals."""

    def __init__(self, *lines: str, in_sight: bool = True) -> None:
        self.library = FakeLibrary()
        self.lines, self.in_sight = lines, in_sight
        self.note: Note | None = Note(id="n", week=WEEK)
        self.form = GoalForm.LIST
        self.texts: list[str] = []
        self.said: list[str] = []
        self.turning = TurningPresenter(
            self,
            self,
            lambda: self.note,
            lambda: week_goals(self.library, WEEK),
            lambda: Settings(goal_form=self.form),
        )

    def replace(self, text_for: Callable[[str], str]) -> tuple[str, ...] | None:
        self.texts = [text_for(line) for line in self.lines]
        return self.lines if self.in_sight else None

    def show(self, notice: Notice) -> None:
        self.said.append(notice.text)

    def withdraw(self, notice: Notice) -> None: ...

    def add(self, text: str, audience: Audience = Audience.PUBLIC) -> str:
        made = add_goal(self.library, WEEK, text, NOW)
        set_goal_audience(self.library, made.id, audience, NOW)
        return made.id


def test_text_in_the_chosen_form_takes_the_place_of_the_line_without_a_word() -> None:
    desk = Desk("[GOALS]")
    goal = desk.add("Lend one book")
    set_outcome(desk.library, goal, Outcome.DONE, NOW)
    set_line(desk.library, goal, "It came back.", NOW)
    desk.turning.turn()
    assert desk.texts == ["- ✓ Lend one book – it came back"]
    desk.form = GoalForm.SENTENCE
    desk.turning.turn()
    assert "one goal" in desk.texts[0]
    assert desk.said == []


def test_what_the_public_may_not_read_is_left_out_and_the_writer_is_told() -> None:
    for secret in ("Sell the van", "Lend %%the van%%"):
        desk = Desk("[GOALS]")
        desk.add("Lend one book")
        desk.add(secret, Audience.PUBLIC if "%%" in secret else Audience.TEAM)
        desk.turning.turn()
        assert "van" not in desk.texts[0]
        assert desk.said == ["What the public may not read was left out of the text."]


def test_where_the_public_reads_nothing_the_line_stays() -> None:
    desk = Desk("[GOALS]", "[NEXT WEEK]")
    desk.add("Sell the van", Audience.ME)
    desk.turning.turn()
    assert desk.texts == ["", ""]
    assert desk.said == ["There are no goals that the public may read, so the line stays as it is."]


def test_one_notice_tells_both_what_was_left_out_and_that_another_line_stays() -> None:
    desk = Desk("[GOALS]", "[NEXT WEEK]")
    desk.add("Lend one book")
    desk.add("Sell the van", Audience.ME)
    desk.turning.turn()
    assert desk.texts[1] == ""
    (said,) = desk.said
    assert "left out" in said
    assert "the line stays" in said


def test_a_line_that_stays_beside_one_that_tells_all_is_said_alone() -> None:
    desk = Desk("[GOALS]", "[NEXT WEEK]")
    desk.add("Lend one book")
    desk.turning.turn()
    assert desk.said == ["There are no goals that the public may read, so the line stays as it is."]


def test_a_note_without_such_a_line_says_how_to_get_one() -> None:
    desk = Desk()
    desk.turning.turn()
    assert desk.said == ["No line of this note shows goals."]


def test_a_text_that_is_not_in_sight_is_not_changed_unseen() -> None:
    desk = Desk(in_sight=False)
    desk.turning.turn()
    assert desk.said == ["The text is not in sight."]


def test_without_a_note_nothing_happens() -> None:
    desk = Desk("[GOALS]")
    desk.note = None
    desk.turning.turn()
    assert (desk.texts, desk.said) == ([], [])
