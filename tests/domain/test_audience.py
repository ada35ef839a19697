"""What each audience may read of a note: the grammar, by example."""

from __future__ import annotations

from dataclasses import replace
from unicodedata import category

import pytest

from weeknotes_desktop.domain.audience import cut, hidden_spans, line_for
from weeknotes_desktop.domain.errors import NotForThisReaderError
from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.view import (
    PASSAGE_BEGINS,
    PASSAGE_ENDS,
    WORDS_BEGIN,
    WORDS_END,
    NoteView,
)
from weeknotes_desktop.domain.week import Week

ME, TEAM, PUBLIC = Audience.ME, Audience.TEAM, Audience.PUBLIC
WEEK = Week(2024, 20)
NOTE = Note(id="n", week=WEEK)
GOAL = Goal(id="g", thread="g", week=WEEK, text="Agree the rota")


def view(note: Note, audience: Audience = PUBLIC, *goals: Goal) -> NoteView:
    return cut(note, "Weeknote 20.2024", goals, (), audience, "en")


def body(source: str, audience: Audience = PUBLIC) -> str:
    return view(replace(NOTE, body=source), audience).body


def lines_left(source: str, audience: Audience = PUBLIC) -> list[str]:
    return [line for line in body(source, audience).splitlines() if line]


def test_a_note_without_markers_is_left_as_it_is() -> None:
    source = "## Monday\n\nRain: 5% more.\n\n* one\n* two  \n\n> 12:30:15\n"
    assert body(source) == source


def test_a_private_passage_is_for_the_writer_alone() -> None:
    source = "before\n\n::: private\nrota trouble\n:::\n\nafter"
    assert lines_left(source) == lines_left(source, TEAM) == ["before", "after"]
    assert "rota trouble" in body(source, ME)


def test_a_team_passage_is_for_the_team() -> None:
    source = "before\n\n::: team\nthe venue fell through\n:::\n\nafter"
    assert lines_left(source) == ["before", "after"]
    assert lines_left(source, TEAM) == ["before", "the venue fell through", "after"]


def test_the_first_marker_that_closes_closes_the_innermost() -> None:
    source = "::: team\na\n::: private\nb\n:::\nc\n:::\nd"
    assert lines_left(source, TEAM) == ["a", "c", "d"]
    assert lines_left(source) == ["d"]


def test_inside_private_everything_is_private() -> None:
    assert lines_left("::: private\n::: team\na\n:::\nb\n:::\nc", TEAM) == ["c"]
    assert lines_left("::: private\n50%% up\n:::\nc", TEAM) == ["c"]


@pytest.mark.parametrize(
    "marker",
    [
        "::: privat",
        "::: teem",
        "::: public",
        "::: me",
        ":::private",
        "::: team and me",
        ":::: private",
        "::: :private",
        "::: private :::",
        "\u200b:\u200b:: private",
        "::\u00ad: private",
        ":::\u00a0private",
    ],
)
def test_whatever_is_not_exactly_team_is_private(marker: str) -> None:
    assert lines_left(f"a\n{marker}\nb\n:::\nc", TEAM) == ["a", "c"]


def unseen() -> list[str]:
    """What no screen shows, by its category, and the letters known to be blank."""
    shown = set("\t\n\v\f\r\x1c\x1d\x1e\x85")
    found = [chr(code) for code in range(0x110000) if category(chr(code)) in ("Cc", "Cf")]
    blank = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180f\u2065\u2800\u3164\ufe00\ufe0f\uffa0"
    return [one for one in [*found, *blank, "\U000e0100", "\U000e01ef"] if one not in shown]


def test_nothing_invisible_keeps_a_marker_from_being_one() -> None:
    leaks = [
        f"U+{ord(one):04X}"
        for one in unseen()
        for source in (
            f"{one}::: private\nSECRET\n:::",
            f":{one}:{one}: private\nSECRET\n:::",
            f"%{one}%SECRET%{one}%",
            f"::: te{one}xt\nSECRET\n:::",
        )
        if "SECRET" in body(source) or "SECRET" in line_for(source, PUBLIC)
    ]
    assert leaks == []


@pytest.mark.parametrize("space", "\u00a0\u2002\u2009\u200a\u202f\u3000")
def test_no_space_keeps_a_marker_from_being_one(space: str) -> None:
    assert "SECRET" not in body(f":{space}:{space}: private\nSECRET\n:::")
    assert "SECRET" not in body(f"%{space}%SECRET%{space}%")


def test_a_fence_with_something_invisible_in_it_is_not_surely_one() -> None:
    for one in ("\u200b```", "`\u2066``", "```te\u00adxt"):
        assert "SECRET" not in body(f"{one}\n::: private\nSECRET\n:::\n{one}\n")
        assert "SECRET" not in body(f"{one}\na\n```\n::: private\nSECRET\n:::\n```\n")


def test_emoji_and_words_of_every_script_stay_as_they_are() -> None:
    for words in ("👩\u200d👩\u200d👧 ❤\ufe0f", "می\u200cخواهم", "ᠮᠣᠩᠭᠣᠯ\u180e", "שלום"):
        assert body(words) == line_for(words, PUBLIC) == words


def test_no_terminal_escape_is_left_in_a_note_or_a_title() -> None:
    for escape in (chr(code) for code in range(0x80, 0xA0) if code != 0x85):
        assert escape not in body(f"a{escape}31mb") + line_for(f"a{escape}31mb", ME)


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Team meeting ::: private", ["Team meeting"]),
        ("Team meeting :::", ["Team meeting"]),
        ("see foo:::bar", ["see foo"]),
        ("_::: private", []),
        ("• ::: private", []),
        ("– ::: private", []),
        ("a) ::: private", []),
        ("<p>::: private", ["<p>"]),
        ("|x| ::: private|", ["|x|"]),
        ("%%SECRET%% ::: private", []),
        ("b %%SECRET%% c ::: private", ["b c"]),
        ("b %%SECRET ::: private%%", ["b "]),
        (":::", []),
        ("> :::", []),
        ("::::", []),
        ("b `c` ::: private `d`", ["b `c`"]),
    ],
)
def test_a_marker_that_is_nearly_right_hides(line: str, stays: list[str]) -> None:
    for audience in (TEAM, PUBLIC):
        left = lines_left(f"a\n{line}\nSECRET\n:::\nz", audience)
        assert left in (["a", *stays, "z"], ["a", *stays])
    assert "SECRET" in body(f"a\n{line}\nSECRET\n:::\nz", ME)
    assert "SECRET" not in line_for(f"{line} SECRET", PUBLIC)


def test_words_before_a_marker_keep_their_line() -> None:
    source = "Meeting ::: team\nb\n:::\nc"
    assert lines_left(source, TEAM) == ["Meeting", "b", "c"]
    assert body(source) == "Meeting\n\nc"
    assert body(source, ME) == f"Meeting\n{PASSAGE_BEGINS}\nb\n{PASSAGE_ENDS}\nc"


def test_words_behind_a_doubtful_marker_stay_for_the_writer() -> None:
    assert body("see foo:::bar", ME) == f"see foo\n{PASSAGE_BEGINS}\nbar\n{PASSAGE_ENDS}"
    assert line_for("see foo:::bar", ME) == "see foobar"
    assert line_for("see foo:::bar", TEAM) == "see foo"


def test_a_marker_inside_private_opens_wherever_it_stands() -> None:
    assert lines_left("::: private\nb ::: team\nc\n:::\nd\n:::\ne") == ["e"]


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("a %%%%SECRET%%%% b", "a b"),
        ("a %%%SECRET%%% b", "a b"),
        ("a %%SECRET%%% b", "a b"),
        ("a %%SECRET%%%%SECRET%% b", "a "),
        ("a %%%%SECRET%% b", "a "),
        ("a %%%% SECRET", "a "),
    ],
)
def test_a_longer_row_of_percents_hides_whichever_way_it_is_read(source: str, left: str) -> None:
    assert body(source) == body(source, TEAM) == left
    assert "SECRET" in body(source, ME)


@pytest.mark.parametrize(
    "code",
    [
        "    [^1]",
        "a\n\n\t[^1]",
        "# a\n    [^1]",
        "- a\n\n      [^1]",
        "> a\n>\n>     [^1]",
        "> ```\n> `` [^1] ``\n> ```",
        "```\n[^1]\n```",
        "`[^1]`",
        "a `b\n[^1] c`",
        "one ` two `` [^1] ``",
        "\\[^1]",
    ],
)
def test_a_reference_in_code_does_not_keep_a_footnote(code: str) -> None:
    source = f"%%b[^1]%%\n\n{code}\n\n[^1]: SECRET\n"
    for audience in (TEAM, PUBLIC):
        assert "SECRET" not in body(source, audience)


@pytest.mark.parametrize(
    "text",
    [
        "a[^1]",
        "a\n    b[^1]",
        "- a\n    - b[^1]",
        "- a\n\n    b[^1]",
        "1. a\n   - b\n\n     c[^1]",
        "one ` alone[^1]",
        "`b` [^1]",
        "a[^2]\n\n[^2]: b\n\n    c[^1]",
        "> - a\n>   - b[^1]",
    ],
)
def test_a_reference_in_the_text_keeps_its_footnote(text: str) -> None:
    source = f"{text}\n\n[^1]: note\n"
    assert body(source) == source


@pytest.mark.parametrize("audience", [TEAM, PUBLIC])
def test_a_comment_is_for_the_writer_alone(audience: Audience) -> None:
    assert body("a\n<!-- SECRET\n\nSECRET -->\nb", audience) == "a\n\nb"
    assert body("a <!-- SECRET", audience) == "a "
    assert body("a\n\n<!-- b\n```\n-->\n```\nSECRET -->\nc", audience) == "a\n\n\nc"
    assert body("<!<!-- b -->-- SECRET -->c", audience) == "c"
    assert body("a[^1]\n\n<!-- b[^2] -->\n\n[^1]: c\n[^2]: SECRET", audience).count("[^") == 2
    for source in ("`<!-- a -->`", "```\n<!-- a\n```\n", "a --> b"):
        assert body(source, audience) == source
    assert body("<!-- a -->", ME) == "<!-- a -->"


@pytest.mark.parametrize(
    "marker", ["::: team", ":::team", "::: Team", ":::  team  ", "::::: team", "\t::: team"]
)
def test_team_may_be_written_in_several_ways(marker: str) -> None:
    assert lines_left(f"a\n{marker}\nb\n:::\nc", TEAM) == ["a", "b", "c"]
    assert lines_left(f"a\n{marker}\nb\n:::\nc") == ["a", "c"]


@pytest.mark.parametrize(
    "before",
    [
        " ",
        "      ",
        "\t",
        "> ",
        ">> ",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "12) ",
        "> - ",
        "- > 1. ",
        "- [ ] ",
    ],
)
def test_markers_stand_after_any_indent_quote_or_list_mark(before: str) -> None:
    assert lines_left(f"a\n{before}::: private\nb\n{before}:::\nc") in (["a", "c"], ["a"])
    assert lines_left(f"a\n{before}::: private\nb\n:::\nc") == ["a", "c"]


@pytest.mark.parametrize("before", ["  ", "> ", "- ", "1. ", "> - "])
def test_a_closing_marker_may_stand_after_them_as_well(before: str) -> None:
    assert lines_left(f"a\n::: private\nb\n{before}:::\nc") == ["a", "c"]


def test_a_passage_that_is_never_closed_runs_to_the_end() -> None:
    assert lines_left("a\n::: private\nb\n\n# c\n") == ["a"]
    assert lines_left("a\n::: team\nb\n::: private\nc\n:::\nd", TEAM) == ["a", "b", "d"]


def test_longer_rows_of_colons_close_nothing() -> None:
    assert lines_left("a\n::: private\nb\n::::\nc") == ["a"]


def test_words_are_hidden_without_a_trace() -> None:
    assert body("The %%first%% plan %%(of two)%% held.") == "The plan held."
    assert body("It held %%barely%%\nand so did we") == "It held\nand so did we"
    assert body("%%Barely,%% it held") == "it held"
    assert body("It held %%barely%%; we %%too%%.") == "It held; we."
    assert body("- %%barely%%; held") == "- ; held"


@pytest.mark.parametrize(
    "line", ["%%b%%", "- %%b%%", "> %%b%%", "## %%b%%", "**%%b%%**", "1. %%b%%"]
)
def test_a_line_of_which_nothing_is_left_goes_whole(line: str) -> None:
    assert body(f"a\n{line}\nc") == "a\nc"


def test_a_marker_behind_hidden_words_is_a_marker() -> None:
    assert lines_left("a\n%%b%%::: private\nc\n:::\nd") == ["a", "d"]


def test_words_that_are_not_closed_on_their_line_hide_the_rest_of_the_note() -> None:
    assert lines_left("a\nb %%c\nd %%e%% f\n:::\ng") == ["a", "b "]
    assert lines_left("a %%b%% c %%d") == ["a c "]


@pytest.mark.parametrize("fence", ["```", "~~~", "````", "```text", "  ```"])
def test_markers_in_a_fence_that_closes_are_literal(fence: str) -> None:
    indent = fence[: len(fence) - len(fence.lstrip())]
    close = fence.rstrip("tex")
    source = f"{fence}\n{indent}::: private\n{indent}%%a\n{close}\nb"
    assert body(source) == source


@pytest.mark.parametrize(
    "source",
    [
        "a\n```\n::: private\nb\n",
        "a\n```\n::: private\nb\n~~~\n",
        "a\n```\n::: private\nb\n````\n",
        "a\n````\n::: private\nb\n```\n",
        "a\n   ```\n::: private\nb\n:::\n   ```\n",
        "a\n> ```\n::: private\nb\n:::\n> ```\n",
        "a\n- ```\n  ::: private\n  b\n  :::\n  ```\n",
    ],
)
def test_markers_in_a_fence_that_does_not_surely_close_count(source: str) -> None:
    assert "b" not in body(source)


def test_a_fence_inside_a_passage_keeps_its_markers_from_closing_it() -> None:
    assert lines_left("a\n::: private\n```\n:::\nb\n```\nc\n:::\nd") == ["a", "d"]


def test_markers_in_a_code_span_are_literal() -> None:
    assert body("Write `%%so%%` or ``%%`so``.") == "Write `%%so%%` or ``%%`so``."


@pytest.mark.parametrize(
    "source",
    [
        "a `%%b%%",
        "a \\`%%b%%\\`",
        "a ``%%b%%`",
        "one ` alone\na `%%b%%` c",
    ],
)
def test_markers_in_a_code_span_that_does_not_surely_close_count(source: str) -> None:
    assert "b" not in body(source)


def test_a_backtick_alone_spoils_only_its_own_block() -> None:
    assert "`%%so%%`" in body("one ` alone\n\nWrite `%%so%%`.")
    assert "`%%so%%`" in body("::: private\none ` alone\n:::\nWrite `%%so%%`.")


def test_two_paragraphs_never_run_into_one_over_a_hidden_passage() -> None:
    assert body("a\n::: private\nb\n:::\nc") == "a\n\nc"
    assert body("a\n::: private\nb\n:::\n---\nc") == "a\n\n---\nc"
    assert body("a\r\n::: private\r\nb\r\n:::\r\nc") == "a\n\nc"


def test_a_list_and_a_table_stay_whole_over_a_hidden_passage() -> None:
    assert body("- a\n::: private\n- b\n:::\n- c") == "- a\n- c"
    assert body("|a|b|\n|-|-|\n|1|2|\n::: private\n|3|4|\n:::\n|5|6|").endswith("|1|2|\n|5|6|")


def test_definitions_inside_go_with_the_passage() -> None:
    source = (
        "A[^1], [here][x] and WIP.\n\n::: private\n[^1]: the note\n\n    goes on\n"
        "[x]: https://example.org/plan\n*[WIP]: work in progress\n:::\n"
    )
    assert lines_left(source) == ["A, [here][x] and WIP."]


def test_a_footnote_that_only_hidden_text_refers_to_goes_too() -> None:
    source = (
        "A[^1].\n\n%%B[^2]%%\n\n[^1]: one\n    and [^3]\n\n    more\n\n"
        "[^2]: two [^4]\n\n    goes on\n\n[^3]: three\n[^4]: four\n\nend"
    )
    assert lines_left(source) == [
        "A[^1].",
        "[^1]: one",
        "    and [^3]",
        "    more",
        "[^3]: three",
        "end",
    ]


def test_a_footnote_ends_where_its_passage_ends() -> None:
    source = "a\n::: team\n[^b]: c\n:::\n\n    d\n"
    assert lines_left(source, TEAM) == lines_left(source) == ["a", "    d"]


def test_a_footnote_of_which_nothing_is_left_goes_with_its_reference() -> None:
    assert lines_left("A [^1].\n\n[^1]: %%one%%\n") == ["A."]


def test_what_looks_like_a_footnote_inside_code_stays() -> None:
    source = "`[^a-z]` and\n\n```\n[^a]\n[^b]: c\n```\n"
    assert body(source) == source


def test_the_writer_sees_everything_with_tint_marks_for_markers() -> None:
    source = "a %%b%% c\n\n> ::: private\n> d\n> :::\n\n::: team\ne"
    assert body(source, ME) == (
        f"a {WORDS_BEGIN}b{WORDS_END} c\n\n> {PASSAGE_BEGINS}\n> d\n> {PASSAGE_ENDS}\n\n"
        f"{PASSAGE_BEGINS}\ne\n{PASSAGE_ENDS}"
    )


def test_a_private_footnote_takes_its_tint_along() -> None:
    assert body("::: private\n[^1]: a\n:::\n", ME) == (
        f"{PASSAGE_BEGINS}\n[^1]: {WORDS_BEGIN}a{WORDS_END}\n{PASSAGE_ENDS}\n"
    )


@pytest.mark.parametrize("audience", Audience)
def test_tint_marks_that_the_writer_typed_are_taken_out(audience: Audience) -> None:
    marks = PASSAGE_BEGINS + PASSAGE_ENDS + WORDS_BEGIN + WORDS_END
    seen = view(replace(NOTE, title=f"a{marks}", body=f"b{marks}", tags=(f"c{marks}",)), audience)
    assert not set(marks) & set(seen.title + seen.body + seen.tags[0])


def test_title_label_category_and_tags_are_cut_too() -> None:
    note = replace(
        NOTE,
        title="Plan %%B%% holds %%not",
        category="%%own%% Work",
        tags=("%%x%%", "a %%b%%", "a"),
    )
    seen = view(note)
    assert (seen.title, seen.category, seen.tags) == ("Plan holds", "Work", ("a",))
    assert view(replace(NOTE, title="::: private plan")).title == ""
    assert view(note, ME).title == "Plan B holds not"


def test_a_note_is_refused_to_those_it_is_not_for() -> None:
    for kept_for, readers in {ME: {ME}, TEAM: {ME, TEAM}, PUBLIC: {ME, TEAM, PUBLIC}}.items():
        note = replace(NOTE, audience=kept_for)
        for audience in Audience:
            if audience in readers:
                assert view(note, audience).audience is audience
            else:
                with pytest.raises(NotForThisReaderError) as refused:
                    view(note, audience)
                assert refused.value.remedy


def test_a_goal_shows_to_those_it_is_for() -> None:
    goal = replace(GOAL, audience=TEAM, outcome=Outcome.PARTLY, line="two of three", stretch=True)
    assert view(NOTE, PUBLIC, goal).goals == ()
    (seen,) = view(NOTE, TEAM, goal).goals
    assert (seen.text, seen.outcome, seen.line, seen.stretch, seen.private) == (
        "Agree the rota",
        Outcome.PARTLY,
        "two of three",
        True,
        False,
    )
    assert view(NOTE, ME, goal).goals[0].private


@pytest.mark.parametrize("kept_for", [ME, TEAM])
def test_a_private_goal_shows_its_public_wording_and_mark_and_nothing_else(
    kept_for: Audience,
) -> None:
    goal = replace(
        GOAL,
        audience=kept_for,
        public_text="One for me",
        outcome=Outcome.DONE,
        line="with Sam",
        stretch=True,
        workstream="people",
        how="Sam says so",
    )
    (seen,) = view(NOTE, PUBLIC, goal).goals
    assert (seen.text, seen.outcome, seen.line) == ("One for me", Outcome.DONE, None)
    assert not seen.stretch
    assert not seen.private


def test_words_hidden_in_a_goal_are_cut_as_well() -> None:
    goal = replace(GOAL, text="Agree %%Sam's%% rota", line="%%Sam%%")
    (seen,) = view(NOTE, PUBLIC, goal).goals
    assert (seen.text, seen.line) == ("Agree rota", None)
    assert view(NOTE, PUBLIC, replace(GOAL, text="%%Sam%%")).goals == ()


def test_goals_of_the_next_week_are_a_plan_and_not_a_report() -> None:
    later = replace(GOAL, outcome=Outcome.DONE, line="went well")
    seen = cut(NOTE, "20.2024", (), (later, replace(later, audience=ME)), PUBLIC, "en")
    (goal,) = seen.next_goals
    assert (goal.text, goal.outcome, goal.line) == ("Agree the rota", None, None)


def test_the_editor_tints_what_the_cut_takes_out() -> None:
    source = "a %%b%% c\n::: team\nd\n:::\ne"
    hidden = [source[start:end] for start, end in hidden_spans(source, PUBLIC)]
    assert hidden == [" %%b%%", "::: team\nd\n:::"]
    assert hidden_spans(source, ME) == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_ends_a_line(end: str) -> None:
    source = end.join(["a", "::: private", "b", ":::", "c"])
    assert lines_left(source) == ["a", "c"]


UNITS = ["%%", "%% a\n", ":::\n", "::: private\n", "::: team\n", "`", "` `` ``` %%\n", "```a\n"]
UNITS += [
    "  ```\n",
    "[^a]",
    "[^",
    "[^a]: [^b]\n",
    "> ",
    "1",
    ">- ",
    "[^a[^b]]",
    " ",
    "\\`",
    "~~~\n%%",
    "a ::: b\n",
    "a :::\n",
    "%%%",
    "%\u2066",
    ":\u2066",
    "<!--",
    "<!-- -->",
    "<!-- `-->`\n",
    "- `[^a]\n\n    ",
    "`[^a]",
]


@pytest.mark.parametrize("unit", UNITS)
def test_half_a_megabyte_of_anything_is_cut(unit: str) -> None:
    source = unit * (500_000 // len(unit))
    for audience in Audience:
        assert len(body(source, audience)) <= len(source) * 2
