"""What of a note stays here: all of it is listed, and none of what leaves."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.audience import cut, hidden_spans
from weeknotes_desktop.domain.before_publishing import Kept, StaysHere
from weeknotes_desktop.domain.goal import Goal, Outcome, WeekPlan
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.public_view import PublicNote
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.staying import Surroundings, leaving, sentence, staying
from weeknotes_desktop.domain.week import Week

WEEK = Week(2021, 16)
NOTHING = Surroundings(plan=WeekPlan(week=WEEK))
PICTURE = "0123456789abcdef0123"


def stays(
    body: str = "",
    around: Surroundings = NOTHING,
    reader: Audience = Audience.PUBLIC,
    title: str = "",
) -> tuple[StaysHere, ...]:
    return staying(Note(id="n", week=WEEK, title=title, body=body), around, reader)


def told(things: tuple[StaysHere, ...]) -> list[tuple[str, str]]:
    return [(thing.words, thing.where) for thing in things]


def goal(text: str, audience: Audience = Audience.PUBLIC, public_text: str | None = None) -> Goal:
    return Goal(
        id=text,
        week=WEEK,
        thread=text,
        text=text,
        audience=audience,
        public_text=public_text,
        outcome=Outcome.DONE,
        line="It is done",
    )


def test_passages_words_and_comments_are_listed_with_their_lines() -> None:
    body = "One.\n\n::: private\nTwo.\n\nThree.\n:::\nFour %%five%% six.\n<!-- seven -->\n"
    assert told(stays(body)) == [
        ("Two.\n\nThree.", "line 4"),
        ("five", "line 8"),
        ("seven", "line 9"),
    ]


def test_passages_that_follow_one_another_stay_apart_and_what_lies_within_stays_within() -> None:
    body = "::: private\nOne.\n:::\n::: team\nTwo.\n::: private\nThree.\n:::\n:::\n"
    public, team = stays(body), stays(body, reader=Audience.TEAM)
    assert told(public) == [("One.", "line 2"), ("Two.\n\nThree.", "line 5")]
    assert [thing.kept_for for thing in public] == [Audience.ME, Audience.TEAM]
    assert told(team) == [("One.", "line 2"), ("Three.", "line 7")]


def test_a_line_is_that_of_the_words_and_not_of_their_marker() -> None:
    body = "a\n\n::: private\n\npaint\n\n::: team\nteam\n:::\n:::\n\n:::e\ne\n:::\n\nHere %%r%%."
    assert told(stays(body)) == [
        ("paint\n\n\nteam", "line 5"),
        ("e\ne", "line 12"),
        ("r", "line 16"),
    ]


def test_a_marker_in_a_quotation_leaves_no_line_behind() -> None:
    body = "> Hi\n>\n> ::: private\n>\n> One\n>\n> two\n> :::\n>\n> Bye\n"
    assert told(stays(body)) == [("> One\n>\n> two", "line 5")]
    assert told(stays("A %%>%%")) == [(">", "line 1")]


def test_a_footnote_that_only_hidden_text_refers_to_stays_too() -> None:
    body = "One.\n\n::: private\nTwo[^1].\n:::\n\n[^1]: Three.\n"
    assert [words for words, _ in told(stays(body))] == ["Two[^1].", "[^1]: Three."]


def test_what_nothing_closes_stays_to_the_end() -> None:
    assert told(stays("One.\n\n::: private\nTwo.\n\nThree.")) == [("Two.\n\nThree.", "line 4")]


def test_a_passage_with_nothing_in_it_is_none() -> None:
    assert stays("One.\n\n::: private\n\n:::\n\n%% %% two") == ()


def test_private_words_of_title_label_category_and_tags_are_listed() -> None:
    note = Note(
        id="n", week=WEEK, title="A %%b%%", label="%%c%% 1", category="%%d%%", tags=("e", "%%f%%")
    )
    assert told(staying(note, NOTHING, Audience.PUBLIC)) == [
        ("b", "the title"),
        ("c", "the label"),
        ("d", "the category"),
        ("f", "a tag"),
    ]


def test_goals_are_listed_with_what_others_read_in_their_place() -> None:
    around = Surroundings(
        plan=WeekPlan(week=WEEK),
        goals=(goal("Seen"), goal("Mine", Audience.ME, "A %%real%% glimpse")),
        next_goals=(goal("Ours", Audience.TEAM), goal("Half %%hidden%%")),
    )
    public = stays("", around)
    assert told(public) == [
        ("Mine – It is done", "this week"),
        ("Ours – It is done", "next week"),
        ("hidden", "a goal of next week"),
    ]
    assert [thing.read_instead for thing in public] == ["A glimpse", "", ""]
    assert [words for words, _ in told(stays("", around, Audience.TEAM))] == [
        "Mine – It is done",
        "hidden",
    ]


def test_a_picture_stays_unless_it_is_shown_elsewhere_too() -> None:
    body = f"::: private\n![A](picture:{PICTURE})\n:::\n"
    around = Surroundings(plan=WeekPlan(week=WEEK), pictures={PICTURE: "boats.png"})
    pictures = [thing.words for thing in stays(body, around) if thing.kind is Kept.PICTURE]
    assert pictures == ["boats.png"]
    unnamed = [thing.words for thing in stays(body) if thing.kind is Kept.PICTURE]
    assert unnamed == [f"picture:{PICTURE}"]
    shown = stays(f"{body}\n![A](picture:{PICTURE})", around)
    assert Kept.PICTURE not in {thing.kind for thing in shown}


def test_focus_and_jots_stay_and_a_jot_that_was_used_left_with_the_text() -> None:
    at = datetime(2021, 4, 22, 12, tzinfo=UTC)
    around = Surroundings(
        plan=WeekPlan(week=WEEK, focus="Look ahead"),
        jots=(
            Jot(id="1", week=WEEK, at=at, text="Tar"),
            Jot(id="2", week=WEEK, at=at, text="Rope", used_in="n"),
            Jot(id="3", week=WEEK, at=at, text="Sail", used_in="another"),
        ),
    )
    assert told(stays("", around)) == [
        ("Look ahead", "the focus of the week"),
        ("Tar", "Thursday"),
        ("Sail", "Thursday"),
    ]
    assert sentence(stays("", around)) == "Nothing private in this note"


@pytest.mark.parametrize(
    ("body", "goals", "said"),
    [
        ("", (), "Nothing private in this note"),
        ("%%a%%", (), "1 private passage stays here"),
        ("", (goal("a", Audience.ME),), "1 private goal stays here"),
        ("%%a%%", (goal("a", Audience.ME),), "1 private passage and 1 private goal stay here"),
        ("%%a%% b %%c%%", (), "2 private passages stay here"),
        (
            "%%a%%\n\n::: team\nb\n:::",
            (goal("a", Audience.TEAM), goal("b", Audience.TEAM)),
            "1 private passage, 1 passage for the team and 2 goals for the team stay here",
        ),
    ],
)
def test_the_sentence_counts_passages_and_goals(
    body: str, goals: tuple[Goal, ...], said: str
) -> None:
    around = Surroundings(plan=WeekPlan(week=WEEK), goals=goals)
    assert sentence(stays(body, around)) == said


def test_what_leaves_is_the_text_of_the_view_below_its_facts() -> None:
    note = Note(id="n", week=WEEK, title="A %%b%%", body="One %%two%%.\n\n[GOALS]\n", tags=("c",))
    view = cut(note, "v10.16", [goal("Seen"), goal("Mine", Audience.ME)], [], Audience.PUBLIC, "en")
    text = leaving(PublicNote(view=view, place="a", day=date(2021, 4, 23)))
    assert text == (
        "Title: A\nLabel: v10.16\nDay: 2021-04-23\nTags: c\n\nOne.\n\n- ✓ Seen – it is done\n"
    )


PIECES = st.sampled_from(
    [
        *("word ", "Zeile ", "\n", "\n\n", "- ", "> ", "::: private\n", "::: team\n", ":::\n"),
        *("%%", "`", "```\n", "<!--", "-->", "[^1]", "\n[^1]: note ", "    ", ":::", "é ", "%%%"),
    ]
)


@given(
    st.lists(PIECES, max_size=40).map("".join), st.sampled_from([Audience.TEAM, Audience.PUBLIC])
)
def test_every_word_that_is_cut_out_is_listed_and_in_its_order(body: str, reader: Audience) -> None:
    hidden = "".join(body[start:end] for start, end in hidden_spans(body, reader))
    listed = "".join(thing.words for thing in stays(body, reader=reader))
    # Only the words of markers are in the one and not in the other.
    assert _letters(hidden) == _letters(listed)


def _letters(text: str) -> list[str]:
    plain = text.replace("private", "").replace("team", "")
    return [letter for letter in plain if letter.isalpha()]
