"""The review goes step by step, keeps everything as one goes, and comes back to where it was."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.fakes import FakeLibrary, ImmediateWriter, ManualTimers
from weeknotes_desktop.domain.errors import NotFoundError, ReadOnlyError, WeekNotesError
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.template import BUILT_IN, Template, pick
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.reasons import Reasons
from weeknotes_desktop.presenters.review import ReviewPresenter
from weeknotes_desktop.presenters.review_state import ReviewState, Step
from weeknotes_desktop.presenters.unsaved_words import UnsavedWords
from weeknotes_desktop.use_cases import edit_goal
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.add_jot import add_jot
from weeknotes_desktop.use_cases.mark_away import mark_away
from weeknotes_desktop.use_cases.start_note import start_note

WEEK = Week(2021, 9)
NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)


class Shelf:
    """The built-in templates, and one that cannot be read."""

    def names(self) -> tuple[str, ...]:
        return tuple(one.name for one in BUILT_IN)

    def template(self, said: str) -> Template:
        if said == "Gone":
            raise NotFoundError("There is no template “Gone”.", "Choose another.")
        name = pick(self.names(), said)
        return next(one for one in BUILT_IN if one.name == name)


class Desk:
    """A week with two goals, one of them done, two jots, and a loose end from before."""

    def __init__(self, read_only: WeekNotesError | None = None) -> None:
        self.library = FakeLibrary()
        self.state: ReviewState | None = None
        self.up = False
        self.finished: list[Week] = []
        self.said: list[Notice] = []
        self.changed: list[Week] = []
        self.drafted: list[Note] = []
        self.wanted: list[str] = []
        self.settings = Settings()
        self.loose = add_goal(self.library, WEEK.plus(-4), "Weed", NOW)
        self.dig = add_goal(self.library, WEEK, "Dig", NOW)
        self.plant = add_goal(self.library, WEEK, "Plant", NOW)
        edit_goal.set_outcome(self.library, self.dig.id, Outcome.DONE, NOW)
        self.jots = [add_jot(self.library, text, NOW) for text in ("Rain", "Sun")]
        self.read_only = read_only
        self.review = self.sit_down()

    def sit_down(self) -> ReviewPresenter:
        """A window of the program; the library is the same."""
        writer = ImmediateWriter(self.library)
        made = ReviewPresenter(
            view=self,
            writer=writer,
            notices=self,
            clock=lambda: NOW,
            settings=lambda: self.settings,
            templates=Shelf,
            unsaved=UnsavedWords(writer, ManualTimers(), self),
            reasons=Reasons(),
            read_only=self.read_only,
        )
        made.changed.connect(self.changed.append)
        made.drafted.connect(self.drafted.append)
        made.note_wanted.connect(self.wanted.append)
        made.open(WEEK)
        return made

    def draw(self, state: ReviewState) -> None:
        self.state = state

    def come(self) -> None:
        self.up = True

    def go(self) -> None:
        self.up = False

    def finish_editing(self) -> None:
        if self.state is not None:
            self.finished.append(self.state.week)

    def show(self, notice: Notice) -> None:
        self.said.append(notice)

    def withdraw(self, notice: Notice) -> None:
        self.said[:] = [said for said in self.said if said is not notice]

    @property
    def shown(self) -> ReviewState:
        assert self.state is not None
        return self.state


def test_it_begins_with_looking_back_and_shows_what_there_is() -> None:
    desk = Desk()
    assert desk.up
    assert desk.shown.step is Step.LOOK_BACK
    assert [goal.text for goal in desk.shown.goals] == ["Dig", "Plant"]
    assert [jot.text for jot in desk.shown.jots] == ["Rain", "Sun"]
    assert [goal.text for goal in desk.shown.uncarried] == ["Plant"]
    assert [end.goal.text for end in desk.shown.ends] == ["Weed"]
    assert desk.shown.template == BUILT_IN[0].name


def test_every_step_can_be_reached_at_any_time_and_there_is_none_before_or_behind() -> None:
    desk = Desk()
    steps = []
    for by in (-1, 1, 5, 3, 1):
        desk.review.turn(by)
        steps.append(desk.shown.step)
    assert steps == [Step.LOOK_BACK, Step.GOALS, Step.GOALS, Step.DRAFT, Step.DRAFT]
    desk.review.go_to(Step.JOTS)
    assert desk.shown.step is Step.JOTS


def test_after_a_restart_it_goes_on_where_it_was_left() -> None:
    desk = Desk()
    desk.review.go_to(Step.JOTS)
    desk.review.pick(desk.jots[1].id, True)
    desk.review.choose_template("Blank")
    desk.sit_down()
    assert desk.shown.step is Step.JOTS
    assert desk.shown.picked == {desk.jots[1].id}
    assert desk.shown.template == "Blank"


def test_another_week_has_a_review_of_its_own() -> None:
    desk = Desk()
    desk.review.go_to(Step.DRAFT)
    desk.review.open(WEEK.plus(-4))
    assert (desk.shown.week, desk.shown.step) == (WEEK.plus(-4), Step.LOOK_BACK)
    desk.review.open(WEEK)
    assert desk.shown.step is Step.DRAFT


def test_unfinished_goals_are_carried_to_the_next_week_that_is_not_away() -> None:
    desk = Desk()
    mark_away(desk.library, WEEK.plus(1), "leave")
    desk.review.refresh()
    desk.review.carry(desk.plant.id)
    assert [goal.text for goal in desk.library.goals(WEEK.plus(2))] == ["Plant"]
    assert (desk.shown.uncarried, desk.changed) == ((), [WEEK.plus(2)])
    desk.review.carry_all()
    assert len(desk.library.goals(WEEK.plus(2))) == 1


def test_a_loose_end_is_let_go_with_a_reason_or_kept() -> None:
    desk = Desk()
    desk.review.ask(desk.loose.id)
    assert desk.shown.letting_go == desk.loose.id
    desk.review.keep()
    assert desk.shown.letting_go == ""
    desk.review.ask(desk.loose.id)
    desk.review.answers.let_go(desk.loose.id, "No garden")
    assert (desk.shown.ends, desk.shown.letting_go) == ((), "")
    assert desk.library.goal(desk.loose.id).let_go == "No garden"


def test_an_answer_leaves_the_question_for_a_reason_open_that_is_asked_of_another_goal() -> None:
    desk = Desk()
    other = add_goal(desk.library, WEEK.plus(-4), "Water", NOW)
    desk.review.refresh()
    desk.review.ask(other.id)
    desk.review.answers.type_reason(other.id, "It rai")
    desk.review.answers.let_go(desk.loose.id, "")
    assert [end.goal.text for end in desk.shown.ends] == ["Water"]
    assert (desk.shown.letting_go, desk.shown.reason) == (other.id, "It rai")
    desk.review.closed()
    desk.review.open(WEEK)
    assert desk.shown.letting_go == ""
    desk.review.ask(other.id)
    assert desk.shown.reason == "It rai"
    desk.review.answers.let_go(other.id, "It rains")
    assert (desk.shown.ends, desk.shown.letting_go) == ((), "")


def test_what_is_being_typed_is_handed_over_before_another_week_is_shown() -> None:
    desk = Desk()
    desk.review.open(WEEK)
    assert desk.finished == []
    desk.review.open(WEEK.plus(1))
    assert desk.finished == [WEEK]


def test_the_picked_jots_stand_in_the_draft_and_are_used() -> None:
    desk = Desk()
    desk.review.pick(desk.jots[0].id, True)
    desk.review.pick(desk.jots[1].id, True)
    desk.review.pick(desk.jots[1].id, False)
    assert "Rain" in desk.shown.beginning
    assert "Sun" not in desk.shown.beginning
    desk.review.make_draft()
    (note,) = desk.drafted
    assert "Rain" in note.body
    assert not desk.up
    assert [jot.used_in for jot in desk.library.jots(WEEK)] == [note.id, None]


def test_the_writers_own_words_are_never_changed() -> None:
    desk = Desk()
    mine = start_note(desk.library, WEEK, title="Mine", body="My words.")
    desk.review.refresh()
    assert (desk.shown.has_note, desk.shown.beside) == (True, True)
    desk.review.open_note()
    assert desk.wanted == [mine.id]
    desk.review.make_draft()
    assert desk.library.note(mine.id) == mine
    assert desk.drafted[0].id != mine.id


def test_a_template_that_is_gone_is_said_and_another_can_be_chosen() -> None:
    desk = Desk()
    desk.review.choose_template("Gone")
    assert desk.shown.trouble == "There is no template “Gone”. Choose another."
    desk.review.choose_template("Blank")
    assert desk.shown.trouble == ""


def test_a_library_that_can_only_be_read_is_shown_and_stays_as_it_is() -> None:
    desk = Desk(ReadOnlyError("This folder cannot be written.", "You can read and export."))
    before = desk.library.everything()
    desk.review.go_to(Step.DRAFT)
    assert (desk.shown.step, desk.shown.read_only) == (Step.DRAFT, True)
    desk.review.make_draft()
    desk.review.carry_all()
    assert desk.said[-1].text == "This folder cannot be written."
    assert desk.library.everything() == before


def test_a_window_that_is_closed_is_not_drawn() -> None:
    desk = Desk()
    desk.review.closed()
    desk.state = None
    desk.review.refresh()
    assert desk.state is None
