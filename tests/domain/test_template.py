from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.errors import NotFoundError
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.template import BUILT_IN, Template, filled, pick
from weeknotes_desktop.domain.week import Week

WEEK = Week(2026, 53)
NAMES = [template.name for template in BUILT_IN]
JOTS = (
    Jot(id="1", week=WEEK, at=datetime(2026, 12, 28, 9, 0, tzinfo=UTC), text="Snow"),
    Jot(id="2", week=WEEK, at=datetime(2027, 1, 1, 9, 0, tzinfo=UTC), text="Nobody here"),
)


def body(text: str, jots: tuple[Jot, ...] = ()) -> str:
    return filled(Template("t", text), WEEK, "Weeknote 53.2026", jots).body


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("{label}: {week} {year} {yy}", "Weeknote 53.2026: 53 2026 26"),
        (
            "{monday}, {friday}, {sunday}",
            "28 December 2026, 1 January 2027, 3 January 2027",
        ),
        ("{goals}\n\n{next-week}", "[GOALS]\n\n[NEXT WEEK]"),
        ("{colour} {} {{week}} { week }", "{colour} {} {53} { week }"),
        ("a\r\nb\rc", "a\nb\nc"),
    ],
)
def test_placeholders_are_filled_in_and_other_braces_stay(text: str, made: str) -> None:
    assert body(text) == made


def test_a_heading_at_the_start_is_the_title() -> None:
    made = filled(Template("t", "# Week {week}\n\n# Not this\n"), WEEK, "")
    assert (made.title, made.body) == ("Week 53", "# Not this\n")
    assert filled(Template("t", "\n# a"), WEEK, "").title == ""
    assert filled(Template("t", "#a"), WEEK, "").title == ""


def test_the_jots_that_were_picked_stand_in_their_place_or_last() -> None:
    listed = "- On Monday: Snow\n- On Friday: Nobody here"
    assert body("a\n\n{jots}\n\nb", JOTS) == f"a\n\n{listed}\n\nb"
    assert body("a\n", JOTS) == f"a\n\n{listed}\n"
    assert body("", JOTS) == f"{listed}\n"
    assert body("a{jots}b") == "ab"


def test_what_a_jot_says_is_no_placeholder() -> None:
    jot = Jot(id="1", week=WEEK, at=datetime(2026, 12, 28, tzinfo=UTC), text="{week} {jots}")
    assert body("{jots}", (jot,)) == "- On Monday: {week} {jots}"


@pytest.mark.parametrize("template", BUILT_IN[:3])
def test_what_is_built_in_closes_the_loop(template: Template) -> None:
    lines = filled(template, WEEK, "", JOTS).body.splitlines()
    assert lines.index("[GOALS]") < lines.index("[NEXT WEEK]")
    assert "- On Monday: Snow" in lines
    assert not any("{" in line for line in lines)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Focus", NAMES[0]),
        ("focus / ones to watch / what i'm learning / next week", NAMES[0]),
        ("good/grappling", "Good / Grappling"),
        ("grappling", "Good / Grappling"),
        ("routine", "One for the routine"),
        (" BLANK ", "Blank"),
    ],
)
def test_a_template_is_found_by_what_one_calls_it(said: str, name: str) -> None:
    assert pick(NAMES, said) == name


@pytest.mark.parametrize("said", ["", "  ", "haiku", "one"])
def test_what_names_no_template_or_several_is_refused_with_what_there_is(said: str) -> None:
    with pytest.raises(NotFoundError) as refused:
        pick([*NAMES, "One more"], said)
    assert "One for the routine" in str(refused.value)


def test_a_whole_name_is_meant_before_the_beginning_of_another() -> None:
    assert pick(["Good morning", "Good"], "good") == "Good"


@given(st.text())
def test_any_text_makes_a_draft(text: str) -> None:
    made = filled(Template("t", text), WEEK, "l", JOTS)
    assert "\n" not in made.title
    assert made.body.count("On Monday: Snow") >= 1 or "{jots}" in text
