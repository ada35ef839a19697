"""Looking through a note that is about to leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.fake_library import FakeLibrary
from tests.fake_proofreading import MemoryWords, SmallProofreader
from weeknotes_desktop.domain.before_publishing import Kept, Point, Stays, Way
from weeknotes_desktop.domain.errors import NotForThisReaderError, ProofreadingError
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.goal_places import PLAN, REPORT
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.check_to_publish import (
    about_to_leave,
    points_to_publish,
    what_stays,
)
from weeknotes_desktop.use_cases.silence_check import hear_checks, silence_point

NOW = datetime(2021, 4, 23, 17, tzinfo=UTC)
WEEK = Week(2021, 16)
SETTINGS = Settings(label_pattern="Weeknote v{series}.{week}", label_series="10")
BOATS = Picture.of(b"boats", "image/png", "initiatives.png")
BODY = f"""\
## Focus for the week

The goals gave me a kick on Tuesday, a milestoen for the the team.

![]({BOATS.address})

::: private
Not for antbody but me.
:::

[GOALS]
"""


@pytest.fixture
def library() -> FakeLibrary:
    library = FakeLibrary()
    library.keep_picture(BOATS)
    library.add_note(Note(id="n", week=WEEK, title="Working in the open", body=BODY))
    for text, audience in (("Three teams agree", Audience.PUBLIC), ("Answer her", Audience.ME)):
        library.add_goal(Goal(id=text, week=WEEK, thread=text, text=text, audience=audience), NOW)
    return library


class Desk:
    """One look through, as the window has it."""

    def __init__(self, library: FakeLibrary) -> None:
        self.library = library
        self.reader = SmallProofreader(
            {"milestoen": ("milestone", "millstone"), "antbody": ("anybody",)}
        )

    def look(
        self, note: Note | None = None, audience: Audience = Audience.PUBLIC
    ) -> tuple[tuple[Point, ...], Stays]:
        standing = note or self.library.note("n")
        look = about_to_leave(self.library, standing, audience, SETTINGS, MemoryWords(), NOW)
        stays = what_stays(look)
        return points_to_publish(self.reader, look, stays), stays

    def points(
        self, note: Note | None = None, audience: Audience = Audience.PUBLIC
    ) -> tuple[Point, ...]:
        return self.look(note, audience)[0]


@pytest.fixture
def desk(library: FakeLibrary) -> Desk:
    return Desk(library)


def told(points: tuple[Point, ...]) -> list[tuple[bool, str, Way | None]]:
    return [(point.ok, point.message, point.way) for point in points]


def test_everything_is_gathered_in_the_order_in_which_a_writer_would_look(desk: Desk) -> None:
    points = desk.points()
    assert told(points) == [
        (True, "1 private passage and 1 private goal stay here", Way.SHOW),
        (True, "v10.16 is the right number for 19–25 April", None),
        (False, "1 word may be misspelt: milestoen", Way.FIX),
        (False, "1 picture has no description", Way.ADD),
        (False, "2 goals have no outcome yet", Way.ANSWER),
        (False, "“the” stands here twice", Way.SHOW),
    ]
    assert [point.detail for point in points[1:5]] == [
        "No other note uses it",
        "milestone · millstone",
        "initiatives.png – people using a screen reader miss it",
        "Three teams agree · Answer her",
    ]


def test_where_nothing_is_private_it_says_so(desk: Desk) -> None:
    desk.library.remove_goal("Answer her", NOW)
    first = desk.points(replace(desk.library.note("n"), body="It rained."))[0]
    assert (first.ok, first.message) == (True, "Nothing private in this note")


def test_it_is_the_note_as_it_stands_in_the_window_that_is_looked_through(desk: Desk) -> None:
    points, stays = desk.look(replace(desk.library.note("n"), title="", body="It rained. [GOALS]"))
    assert "The note has no title" in [point.message for point in points]
    assert stays.leaves == "Label: Weeknote v10.16\nDay: 2021-04-23\n\nIt rained. [GOALS]\n"


def test_what_stays_is_listed_and_what_leaves_is_the_very_text(desk: Desk) -> None:
    at = datetime(2021, 4, 22, 12, tzinfo=UTC)
    desk.library.add_jot(Jot(id="j", week=WEEK, at=at, text="Ask for the number"))
    _, stays = desk.look()
    assert [(one.kind, one.words) for one in stays.here] == [
        (Kept.PASSAGE, "Not for antbody but me."),
        (Kept.GOAL, "Answer her"),
        (Kept.JOT, "Ask for the number"),
    ]
    assert "Not for" not in stays.leaves
    assert "- ○ Three teams agree" in stays.leaves
    assert stays.leaves.startswith("Title: Working in the open\nLabel: Weeknote v10.16\n")


def test_goals_of_the_next_week_stay_where_the_note_announces_them(desk: Desk) -> None:
    later = Goal(id="l", week=WEEK.plus(1), thread="l", text="Ask him", audience=Audience.ME)
    desk.library.add_goal(later, NOW)
    note = desk.library.note("n")
    words = [[one.words for one in desk.look(one)[1].here] for one in (note, _with(note, PLAN))]
    assert ["Ask him" in some for some in words] == [False, True]


def test_what_the_team_reads_stays_from_the_public_alone(desk: Desk) -> None:
    note = _with(desk.library.note("n"), "::: team\nA milestoen, ours.\n:::")
    team, public = desk.points(note, Audience.TEAM), desk.points(note, Audience.PUBLIC)
    assert public[0].message.startswith("1 private passage, 1 passage for the team and 1 private")
    assert team[0].message == "1 private passage and 1 private goal stay here"
    assert [len(one.slips) for one in (*team, *public) if one.way is Way.FIX] == [2, 1]


def test_what_nothing_closes_is_told_to_those_whom_it_is_kept_from(desk: Desk) -> None:
    note = _with(desk.library.note("n"), "::: team\nOurs.")
    closing = "only the team reads what follows"
    assert any(closing in one.message for one in desk.points(note, Audience.PUBLIC))
    assert not any(closing in one.message for one in desk.points(note, Audience.TEAM))


def test_a_footnote_that_readers_do_not_get_is_told_unless_it_is_kept_from_them(
    desk: Desk,
) -> None:
    loose = "A tide[^9].\n\n[^8]: Lost words."
    note = replace(desk.library.note("n"), body=f"{loose}\n\n::: team\nA mark[^7].\n:::")
    team, public = desk.points(note, Audience.TEAM), desk.points(note, Audience.PUBLIC)
    wordless, unreached = "footnote without words", "footnote nobody points to"
    assert [len(one.slips) for one in team if one.check == wordless] == [2]
    assert [len(one.slips) for one in public if one.check == wordless] == [1]
    assert [one.message for one in public if one.check == unreached] == [
        "Nothing in the text points to [^8]: readers do not get it"
    ]
    hidden = replace(note, body=f"::: private\n{loose}\n:::")
    assert not {wordless, unreached} & {one.check for one in desk.points(hidden)}


def test_a_note_is_not_looked_through_for_who_may_not_read_it(desk: Desk) -> None:
    note = replace(desk.library.note("n"), audience=Audience.TEAM)
    assert desk.points(note, Audience.TEAM)
    with pytest.raises(NotForThisReaderError):
        desk.points(note, Audience.PUBLIC)


def test_each_point_can_be_silenced_and_all_of_them_heard_again(desk: Desk) -> None:
    desk.library.save_note(replace(desk.library.note("n"), title="", label="v10.15"))
    points = desk.points()
    wrong = [point for point in points if not point.ok]
    assert {point.check for point in wrong} == {
        "label",
        "title missing",
        "spelling",
        "picture without description",
        "goal without outcome",
        "doubled word",
    }
    for point in wrong:
        silence_point(desk.library, "n", point)
        left = [one.check for one in desk.points() if not one.ok]
        assert point.check not in left
    assert [point.check for point in desk.points()] == ["what stays here"]
    hear_checks(desk.library, "n")
    assert desk.points() == points


def test_what_is_well_silences_nothing(desk: Desk) -> None:
    for point in desk.points()[:2]:
        silence_point(desk.library, "n", point)
    assert len(desk.points()) == 6


def test_a_label_is_taken_from_a_note_beside_it(desk: Desk) -> None:
    desk.library.add_note(Note(id="o", week=WEEK.plus(-1), title="Holding the ring"))
    point = desk.points(replace(desk.library.note("n"), label="v10.15"))[1]
    assert point.message == "v10.15 is taken; this week is v10.16 – use it?"
    assert (point.way, point.proposed) == (Way.USE, "Weeknote v10.16")


def test_a_note_that_cannot_be_proofread_is_told_so_and_all_else_too(desk: Desk) -> None:
    desk.reader.fails = True
    points = desk.points()
    assert [point.message for point in points[2:]] == [
        "The note could not be looked through for slips and misspelt words",
        "2 goals have no outcome yet",
    ]
    assert points[2].detail == "Looking for slips takes too long."


class Wordless(SmallProofreader):
    """Finds what is wrong, and never what is right."""

    def suggestions(self, word: str, language: str) -> tuple[str, ...]:
        raise ProofreadingError("Looking for slips takes too long.")


def test_a_misspelt_word_without_suggestions_is_told_all_the_same(desk: Desk) -> None:
    desk.reader = Wordless({"milestoen": ()})
    (point,) = [one for one in desk.points() if one.way is Way.FIX]
    assert (point.message, point.detail) == ("1 word may be misspelt: milestoen", "")


def _with(note: Note, more: str) -> Note:
    assert REPORT in note.body
    return replace(note, body=f"{note.body}\n{more}\n")
