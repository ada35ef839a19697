"""What there is to say of a note as a whole: its label, its title, the goals of its week."""

from __future__ import annotations

from dataclasses import replace

import pytest

from weeknotes_desktop.domain.before_publishing import Point, Way
from weeknotes_desktop.domain.checks.about_label import days, label_point
from weeknotes_desktop.domain.checks.about_note import AboutNote, goals_point, some, title_point
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note, NoteSummary, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week

WEEK = Week(2022, 14)
BEFORE = Week(2022, 12)
SHORT = LabelPattern("Weeknote {week}.{yy}")


def other(
    label: str = "", week: Week = BEFORE, title: str = "", *, draft: bool = False
) -> NoteSummary:
    return NoteSummary(
        id=f"{week} {label}",
        week=week,
        label=label,
        title=title,
        status=Status.DRAFT if draft else Status.PUBLISHED,
        audience=Audience.PUBLIC,
        category="",
        tags=(),
        words=0,
        goals_set=0,
        goals_met=0,
    )


def label(text: str, *others: NoteSummary, published_as: str = "") -> Point:
    about = AboutNote(
        note=Note(id="n", week=WEEK, label=text),
        pattern=SHORT,
        others=others,
        published_as=published_as,
    )
    return label_point(about)


TWELVE = other("Weeknote 12.22", title="Tides")


@pytest.mark.parametrize("text", ["", "14.22", "Weeknote 14.2022", "2022.14", "v10.14"])
def test_a_label_that_names_the_week_of_its_note_is_right(text: str) -> None:
    point = label(text, TWELVE)
    assert point.ok
    assert point.message.endswith("is the right number for 4–10 April")
    assert point.detail == "No other note uses it"
    assert (point.way, point.proposed, point.keys) == (None, "", frozenset())


def test_a_label_that_is_taken_gives_way_to_that_of_the_week() -> None:
    point = label("12.22", TWELVE)
    assert not point.ok
    assert point.message == "12.22 is taken; this week is 14.22 – use it?"
    assert point.detail == "“Tides” of 21–27 March has it"
    assert (point.way, point.proposed) == (Way.USE, "Weeknote 14.22")


@pytest.mark.parametrize("text", ["13.22", "14.21", "Weeknote 14.2021", "2022.15", "v10.13"])
def test_a_label_of_another_week_is_wrong(text: str) -> None:
    point = label(text)
    assert (point.ok, point.proposed) == (False, "Weeknote 14.22")
    assert point.message.endswith("is not the number of 4–10 April; this week is 14.22 – use it?")


def test_nothing_is_proposed_that_another_note_has() -> None:
    fourteen = other("14.22", WEEK)
    point = label("13.22", fourteen)
    assert (point.ok, point.way, point.proposed) == (False, None, "")
    assert point.message == "13.22 is not the number of 4–10 April"


def test_two_notes_of_a_week_that_are_called_the_same_are_told_and_keep_it() -> None:
    point = label("", other("14.22", WEEK, "Tides", draft=True))
    assert (point.ok, point.proposed) == (False, "")
    assert (point.message, point.detail) == (
        "14.22 is taken",
        "“Tides” of the same week has it",
    )


def test_a_label_in_a_form_of_old_that_is_taken_gives_way_to_that_of_today() -> None:
    point = label("14.2022", other("14.2022", WEEK, "Tides"))
    assert point.message == "14.2022 is taken; this week is 14.22 – use it?"


def test_a_label_follows_the_pattern_in_others_too() -> None:
    point = label("12.22", other("", title="Tides", draft=True))
    assert point.message.startswith("12.22 is taken")


def test_of_a_year_before_the_year_is_said() -> None:
    point = label("v10.14", other("v10.14", Week(2021, 14)))
    assert point.detail == "The note of 5–11 April 2021 has it"


@pytest.mark.parametrize("text", ["Spring special", "57"])
def test_a_label_of_ones_own_is_no_number_of_a_week(text: str) -> None:
    assert label(text, TWELVE).ok
    assert not label(text, other(text)).ok


def test_the_word_alone_has_no_number() -> None:
    assert label("Weeknotes").message == "“Weeknotes” has no number; this week is 14.22 – use it?"


def test_who_counts_otherwise_than_by_weeks_is_left_alone() -> None:
    counted = [other(f"v1.{nth}", Week(2021, 40 + nth)) for nth in (1, 2, 3)]
    assert label("v1.4", *counted).ok
    assert not label("v1.4", *counted[:2]).ok
    by_week = [other(f"v1.{nth}", Week(2021, nth)) for nth in (41, 42, 43, 44)]
    assert not label("v1.4", *counted, *by_week).ok
    drafts = [replace(one, status=Status.DRAFT) for one in counted]
    assert not label("v1.4", *drafts).ok
    taken = label("v1.3", *counted)
    assert (taken.message, taken.proposed) == ("v1.3 is taken", "")


def test_a_label_that_was_published_stays_for_good() -> None:
    assert label("12.22", TWELVE, published_as="Weeknote 12.22").ok
    changed = label("13.22", published_as="Weeknote 12.22")
    assert changed.message.endswith("it was published as 12.22 – use it?")
    assert changed.proposed == "Weeknote 12.22"
    assert label("14.22", published_as="Weeknote 12.22").ok


def test_a_label_that_nobody_may_read_is_none() -> None:
    point = label("%%12.22%%")
    assert point.message.startswith("Readers get no label: all of it is private")
    assert point.proposed == "Weeknote 14.22"


def test_silence_about_a_label_holds_for_that_label() -> None:
    one, same, another = label("13.22"), label("Weeknote 13.22"), label("15.22")
    assert one.keys == same.keys != another.keys


@pytest.mark.parametrize(
    ("week", "said"), [(Week(2021, 16), "19–25 April"), (Week(2021, 13), "29 March–4 April")]
)
def test_days_are_said_as_one_says_them(week: Week, said: str) -> None:
    assert days(week) == said


def title(text: str, *others: NoteSummary) -> Point:
    note = Note(id="n", week=WEEK, title=text)
    return title_point(AboutNote(note=note, pattern=SHORT, others=others))


def test_a_note_without_a_title_is_told_at_its_title() -> None:
    point = title("  ")
    assert (point.ok, point.message) == (False, "The note has no title")
    assert [(slip.in_title, slip.start) for slip in point.slips] == [(True, 0)]
    assert title("Tides").ok


def test_a_title_that_nobody_may_read_is_none() -> None:
    point = title("%%Tides%%")
    assert point.message == "Readers get no title: all of it is private"
    note = Note(id="n", week=WEEK, title="%%Tides%%", audience=Audience.ME)
    assert title_point(AboutNote(note=note, pattern=SHORT)).ok


def test_who_never_gives_titles_is_not_asked_for_one() -> None:
    bare = [other(str(nth)) for nth in range(3)]
    assert title("", *bare).ok
    assert not title("", *bare[:1], other("a", title="A"), other("b", title="B")).ok
    # Drafts tell nothing of a habit, nor does what was long ago.
    assert not title("", *(replace(one, status=Status.DRAFT) for one in bare)).ok
    assert not title("", *(other(f"{nth}", title="A") for nth in range(5)), *bare * 3).ok


def goal(nth: int) -> Goal:
    return Goal(id=f"g{nth}", week=WEEK, thread=f"g{nth}", text=f"Goal {nth}")


def test_goals_that_wait_for_their_outcome_are_told_together() -> None:
    about = AboutNote(note=Note(id="n", week=WEEK), pattern=SHORT)
    assert goals_point(about).ok
    one = goals_point(replace(about, open_goals=(goal(1),)))
    assert (one.message, one.detail, one.way) == ("1 goal has no outcome yet", "Goal 1", Way.ANSWER)
    many = goals_point(replace(about, open_goals=tuple(map(goal, range(5)))))
    assert many.message == "5 goals have no outcome yet"
    assert many.detail == "Goal 0 · Goal 1 · Goal 2 · and 2 more"
    assert many.goal_ids == ("g0", "g1", "g2", "g3", "g4")


def test_goals_are_silenced_one_by_one_so_that_a_new_one_is_told() -> None:
    about = AboutNote(note=Note(id="n", week=WEEK), pattern=SHORT, open_goals=(goal(1),))
    silent = goals_point(about).keys
    assert goals_point(about, silent).ok
    more = replace(about, open_goals=(goal(1), goal(2)))
    assert goals_point(more, silent).goal_ids == ("g2",)


def test_a_few_are_named_and_the_rest_counted() -> None:
    assert some(["a", "b", "c"]) == "a · b · c"
    assert some(["a", "b", "c", "d"]) == "a · b · c · and 1 more"
    assert some([]) == ""
    assert len(some(["word " * 200] * 3)) < 300
