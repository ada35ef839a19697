"""What a review looks at; on the library in memory and on the one on the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.carry_over import carry_over
from weeknotes_desktop.use_cases.confirm_goals import confirm_goals
from weeknotes_desktop.use_cases.review import Progress, read_review, remember_progress
from weeknotes_desktop.use_cases.start_note import start_note

WEEK = Week(2021, 9)
NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)
EARLIER = datetime(2021, 2, 26, 17, 0, tzinfo=UTC)
MAKERS: dict[str, Callable[[Path], NoteLibrary]] = {
    "memory": lambda _: FakeLibrary(),
    "disk": lambda folder: open_for_writing(folder / "notes.db"),
}


@pytest.fixture(params=MAKERS)
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NoteLibrary]:
    made = MAKERS[request.param](tmp_path)
    yield made
    close = getattr(made, "close", None)
    if close is not None:
        close()


def test_an_empty_library_has_nothing_to_look_at(library: NoteLibrary) -> None:
    review = read_review(library, WEEK, Settings())
    assert (review.before, review.set_on, review.note_id) == (None, None, None)
    assert (review.goals.goals, review.jots, review.uncarried) == ((), (), ())
    assert not review.beside
    assert review.progress == Progress()


def test_the_newest_earlier_note_is_read_with_its_goals_and_its_next_week_apart(
    library: NoteLibrary,
) -> None:
    body = "[GOALS]\n\n%%Ask%% for more.\n\n## Next week\n\n[NEXT WEEK]\n"
    start_note(library, WEEK.plus(-3), title="Long ago", body="Old.")
    start_note(library, WEEK.plus(-2), title="Before", body=body)
    start_note(library, WEEK.plus(1), title="To come", body="New.")
    add_goal(library, WEEK.plus(-2), "Dig", EARLIER)
    add_goal(library, WEEK.plus(-1), "Plant", EARLIER)
    before = read_review(library, WEEK, Settings()).before
    assert before is not None
    assert before.title == "Before"
    assert before.plan == "- ○ Plant"
    assert before.text == "- ○ Dig\n\nAsk for more."


def test_the_day_is_that_on_which_most_goals_were_set(library: NoteLibrary) -> None:
    for text in ("Dig", "Plant"):
        add_goal(library, WEEK, text, EARLIER)
    add_goal(library, WEEK, "Weed", NOW)
    assert read_review(library, WEEK, Settings()).set_on == EARLIER.date()


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2021-02-14", False),
        ("2021-02-15", True),
        ("2021-03-07", True),
        ("2021-03-08", False),
    ],
)
def test_no_day_is_said_on_which_they_were_not_set_for_the_week(
    library: NoteLibrary, day: str, said: bool
) -> None:
    now = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC)
    add_goal(library, WEEK, "Dig", now)
    found = read_review(library, WEEK, Settings()).set_on
    assert found == (now.date() if said else None)


def test_of_goals_that_an_import_read_no_day_is_said(library: NoteLibrary) -> None:
    old = Goal(id="old", thread="old", week=WEEK, text="Dig", proposed=True)
    library.add_goal(old, NOW)
    assert read_review(library, WEEK, Settings()).set_on is None
    confirm_goals(library, NOW)
    assert read_review(library, WEEK, Settings()).set_on is None


def test_what_is_carried_over_is_not_offered_again(library: NoteLibrary) -> None:
    dig, plant = (add_goal(library, WEEK, text, EARLIER) for text in ("Dig", "Plant"))
    carry_over(library, dig.id, NOW)
    assert read_review(library, WEEK, Settings()).uncarried == (plant,)


def test_a_note_with_words_in_it_is_never_taken_for_the_draft(library: NoteLibrary) -> None:
    note = start_note(library, WEEK)
    review = read_review(library, WEEK, Settings())
    assert (review.note_id, review.beside) == (note.id, False)
    start_note(library, WEEK.plus(1), title="Mine", body="My words.")
    assert read_review(library, WEEK.plus(1), Settings()).beside


def test_it_comes_back_to_where_it_was_left(library: NoteLibrary) -> None:
    here = Progress(step=3, jots=("a", "b"), template="Blank")
    remember_progress(library, WEEK, here)
    assert read_review(library, WEEK, Settings()).progress == here
    assert read_review(library, WEEK.plus(1), Settings()).progress == Progress()


@pytest.mark.parametrize("told", ["", "{", "[]", "7", '{"step": "x"}', '{"jots": 7}', "null"])
def test_what_another_version_remembered_begins_it_anew(library: NoteLibrary, told: str) -> None:
    library.keep_remark(f"review {WEEK}", told)
    assert read_review(library, WEEK, Settings()).progress == Progress()


@pytest.mark.parametrize(("said", "step"), [(0, 1), (99, 5)])
def test_there_are_five_steps_and_no_others(library: NoteLibrary, said: int, step: int) -> None:
    library.keep_remark(f"review {WEEK}", f'{{"step": {said}}}')
    assert read_review(library, WEEK, Settings()).progress.step == step
