"""Looking through a note, and what is left unsaid in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.fake_library import FakeLibrary
from tests.fake_proofreading import MemoryWords, SmallProofreader
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.errors import SettingsError
from weeknotes_desktop.domain.goal import Goal, Outcome, WeekPlan
from weeknotes_desktop.domain.goal_places import REPORT
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.carry_over import carry_over
from weeknotes_desktop.use_cases.check_note import about_note, check_note, habits_of, whole_points
from weeknotes_desktop.use_cases.name_notes import note_names
from weeknotes_desktop.use_cases.note_language import language_of, set_language
from weeknotes_desktop.use_cases.own_words import add_word, forget_word
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.silence_check import hear_checks, silence_check, silent_checks

NOW = datetime(2021, 3, 5, 17, tzinfo=UTC)
WEEK = Week(2021, 9)
SETTINGS = Settings()


@pytest.fixture
def library() -> FakeLibrary:
    library = FakeLibrary()
    library.add_note(Note(id="one", week=WEEK, tags=("Grontz",), category="Wibbel"))
    library.add_note(Note(id="two", week=WEEK))
    return library


def found(
    library: FakeLibrary, body: str, note: str = "one", *own: str, title: str = ""
) -> list[Slip]:
    reader = SmallProofreader({"Grontz": (), "Wibbel": (), "Frumm": ()})
    habits = habits_of(library, note, SETTINGS, MemoryWords(own))
    names = note_names(library, SETTINGS.label)
    typed = replace(library.note(note), title=title, body=body)
    return list(check_note(reader, typed, habits, names))


def test_tags_categories_and_own_words_of_all_notes_are_known(library: FakeLibrary) -> None:
    body = "Grontz met Wibbel and Frumm."
    assert [slip.words for slip in found(library, body, "two")] == ["Frumm"]
    assert found(library, body, "two", "frumm") == []


def test_a_slip_is_silenced_in_its_note_alone_until_it_is_heard_again(
    library: FakeLibrary,
) -> None:
    body = "Paint the the pier with Frumm."
    for slip in found(library, body):
        silence_check(library, "one", slip)
        silence_check(library, "one", slip)
    assert found(library, body) == []
    assert len(silent_checks(library, "one")) == 2
    assert len(found(library, body, "two")) == 2
    hear_checks(library, "one")
    assert len(found(library, body)) == 2


def test_a_note_has_the_usual_language_until_it_is_given_one(library: FakeLibrary) -> None:
    assert language_of(library, "one", SETTINGS) == "en-GB"
    set_language(library, "one", "de")
    assert language_of(library, "one", SETTINGS) == "de"
    assert language_of(library, "two", SETTINGS) == "en-GB"
    set_language(library, "one", "")
    assert language_of(library, "one", SETTINGS) == "en-GB"
    with pytest.raises(SettingsError):
        set_language(library, "one", "über alles")


@pytest.mark.parametrize("word", ["", " ", "two words", "x" * 61, "\x00"])
def test_only_a_word_is_added(word: str) -> None:
    words = MemoryWords()
    with pytest.raises(SettingsError):
        add_word(words, word)
    assert words.all() == ()


def test_a_word_is_added_and_forgotten_with_any_apostrophe() -> None:
    words = MemoryWords()
    add_word(words, " o’clock ")
    assert words.all() == ("o'clock",)
    forget_word(words, "o'clock")
    assert words.all() == ()


def test_a_title_is_looked_through_as_well_and_before_the_text(library: FakeLibrary) -> None:
    slips = found(library, "Paint the the pier.", title="Frumm and and the [[pier]]")
    assert [(slip.words, slip.in_title) for slip in slips] == [
        ("Frumm", True),
        ("and and", True),
        ("the the", False),
    ]
    assert [(slip.start, slip.end) for slip in slips[:2]] == [(0, 5), (6, 13)]


def test_a_link_that_leads_to_no_note_is_told_until_there_is_one(library: FakeLibrary) -> None:
    body = (
        "See [[10.2021]], [[2021-W09]], [[Mud]] and `[[Code]]`; [[Mud|the mud]].\n\n    [[Far]]\n"
    )
    assert [slip.words for slip in found(library, body)] == ["10.2021", "Mud", "Mud"]
    library.add_note(Note(id="three", week=WEEK.plus(1), title="Mud"))
    assert found(library, body) == []


def test_a_link_is_silenced_as_any_slip(library: FakeLibrary) -> None:
    (slip,) = found(library, "See [[Mud]].")
    assert slip.message == "There is no note “Mud”: readers get these words without a link."
    silence_check(library, "one", slip)
    assert found(library, "See [[Mud]] and [[mud|it]].") == []


def test_what_a_title_hides_to_its_end_is_told_and_no_sentence_is_asked_for(
    library: FakeLibrary,
) -> None:
    (slip,) = found(library, "", title="We painted the pier and all the boats %%and")
    assert slip.message == "Nothing closes this: the rest of the title stays here."
    assert slip.in_title


def open_goals(library: FakeLibrary, note: str = "one") -> list[str]:
    return [goal.id for goal in about_note(library, library.note(note), SETTINGS).open_goals]


def test_goals_wait_for_an_outcome_unless_something_else_became_of_them(
    library: FakeLibrary,
) -> None:
    plain = Goal(id="open", week=WEEK, thread="", text="Paint", stretch=True)
    for nth, goal in enumerate(
        [
            plain,
            replace(plain, id="done", outcome=Outcome.DONE),
            replace(plain, id="held", held=True),
            replace(plain, id="let go", let_go=""),
            replace(plain, id="proposed", proposed=True),
            replace(plain, id="carried"),
            replace(plain, id="later", week=WEEK.plus(1)),
        ]
    ):
        library.add_goal(replace(goal, thread=goal.id, position=nth), NOW)
    carry_over(library, "carried", NOW)
    assert open_goals(library) == ["open"]
    library.save_plan(WeekPlan(week=WEEK, away=""))
    assert open_goals(library) == []


def test_an_essay_beside_the_note_that_tells_of_the_goals_is_not_asked_for_them(
    library: FakeLibrary,
) -> None:
    library.add_goal(Goal(id="g", week=WEEK, thread="g", text="Paint"), NOW)
    assert open_goals(library, "one") == open_goals(library, "two") == ["g"]
    library.save_note(replace(library.note("one"), body=REPORT))
    assert (open_goals(library, "one"), open_goals(library, "two")) == (["g"], [])
    library.save_note(replace(library.note("two"), body=REPORT))
    assert open_goals(library, "one") == open_goals(library, "two") == ["g"]


def test_a_note_knows_its_neighbours_and_what_it_was_published_as(library: FakeLibrary) -> None:
    about = about_note(library, library.note("one"), SETTINGS)
    assert [note.id for note in about.others] == ["two"]
    assert about.published_as == ""
    published = publish_note(library, library.note("one"), SETTINGS, NOW)
    again = replace(published, label="Weeknote 10.2021", status=Status.DRAFT)
    about = about_note(library, again, SETTINGS)
    assert (about.label, about.published_as) == ("Weeknote 10.2021", "Weeknote 9.2021")


def test_what_is_silenced_of_a_note_as_a_whole_is_left_out(library: FakeLibrary) -> None:
    about = about_note(library, library.note("one"), SETTINGS)
    label, title, goals = whole_points(about)
    assert (label.ok, title.ok, goals.ok) == (False, False, True)
    assert whole_points(about, label.keys | title.keys) == (goals,)
    assert whole_points(about, label.keys) == (title, goals)
