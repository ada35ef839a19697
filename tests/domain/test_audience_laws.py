"""What holds for the cut whatever the writer types."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from weeknotes_desktop.domain.audience import cut, hidden_spans, line_for
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.domain.week import Week

WEEK = Week(2024, 20)
OUTSIDERS = st.sampled_from([Audience.TEAM, Audience.PUBLIC])

# Pieces that mean something to the cut, glued together in any order.
markers = ["::: private", "::: team", ":::", "%%", "`", "``", "```", "~~~", "<!--", "-->"]
ends = ["\n", "\n\n", "\r\n", "\u2028"]
others = [
    "> ",
    "- ",
    "1. ",
    "    ",
    " ",
    "[^a]",
    "[^b]: ",
    "[^",
    "]",
    ":",
    "%",
    "\\",
    "#",
    "|",
    "---",
]
words = ["word", "é", "\u200b", "\ue000", "\x02", "\ud800", "[x]: https://example.org", "*[W]: w"]
pieces = st.sampled_from([*markers, *ends, *others, *words])
tangles = st.lists(pieces, max_size=30).map("".join)
sources = st.one_of(tangles, st.text(max_size=200))

# Words for what everybody may see, and for what must not be seen.
plain = st.text(alphabet="abc \n.-*#>1[]()!", max_size=20)
secrets = st.text(alphabet="SECRET[]^ .-*#>1()!|\\$&<é", max_size=20)
blocks = st.text(alphabet="SECRET[]^ \n.-*#>1()!|\\$&<é%`", max_size=40)
# A fence that is left open in one passage may be closed by another; what lies between is hidden.
blocks = blocks.filter(lambda text: "```" not in text)
marks = st.sampled_from(["", "> ", "- ", "  ", "1. ", "      "])


def view_of(source: str, audience: Audience, **rest: object) -> NoteView:
    note = replace(Note(id="n", week=WEEK, body=source), **rest)  # type: ignore[arg-type]
    return cut(note, "20.2024", (), (), audience, "en")


def in_order(small: str, large: str) -> bool:
    characters = iter(large)
    return all(character in characters for character in small if not character.isspace())


@st.composite
def twins(draw: st.DrawFn) -> tuple[str, str]:
    """Two sources that differ only in what the public may not see."""
    one = other = ""
    for _ in range(draw(st.integers(1, 5))):
        before = draw(plain)
        if draw(st.booleans()):
            mark = draw(marks)
            head = f"{before}\n{mark}::: {draw(st.sampled_from(['private', 'privat', 'x team']))}\n"
            tail = f"\n{mark}:::\n"
            one += head + draw(blocks) + tail
            other += head + draw(blocks) + tail
        elif draw(st.booleans()):
            head, tail = f"{before}\n::: team\n", "\n:::\n"
            one += head + draw(secrets) + tail
            other += head + draw(secrets) + tail
        else:
            # With no words between them, four signs are one marker.
            one += f"{before}%%{draw(secrets.filter(bool))}%%"
            other += f"{before}%%{draw(secrets.filter(bool))}%%"
    after = draw(plain)
    return one + after, other + after


@given(twins())
@settings(max_examples=300, deadline=None)
@example(("a[^SECRET]\n%%[^SECRET]: b%%", "a[^SECRET]\n%%b%%"))
@example(("[^1]: c\n%%[^1]%%", "[^1]: c\n%%1%%"))
@example(("a\n::: private\n`\n:::\n`%%b%%`", "a\n::: private\nb\n:::\n`%%b%%`"))
def test_nothing_hidden_changes_anything_that_is_seen(pair: tuple[str, str]) -> None:
    one, other = pair
    assert view_of(one, Audience.PUBLIC) == view_of(other, Audience.PUBLIC)


@st.composite
def more_or_fewer(draw: st.DrawFn) -> tuple[str, str]:
    """Two notes of the same paragraphs, with other numbers of passages between them."""
    paragraphs = draw(st.lists(st.sampled_from(["a b", "- a\n- b", "> c", "    code"]), min_size=1))
    hidden = st.lists(
        st.sampled_from(["::: private\nx\n:::", "%%y%%", "::: x\n\ny\n\n:::"]), max_size=3
    )
    one, other = ([*draw(hidden), *draw(hidden)] for _ in range(2))
    for paragraph in paragraphs:
        one += [paragraph, *draw(hidden)]
        other += [paragraph, *draw(hidden)]
    return "\n\n".join(one), "\n\n".join(other)


@given(more_or_fewer())
def test_no_empty_line_tells_how_many_passages_there_were(pair: tuple[str, str]) -> None:
    one, other = (view_of(source, Audience.PUBLIC).body.strip("\n") for source in pair)
    assert one == other


@given(twins())
@settings(deadline=None)
def test_no_hidden_word_survives(pair: tuple[str, str]) -> None:
    assert not set("SECRT") & set(view_of(pair[0], Audience.PUBLIC).body)


@given(sources, OUTSIDERS)
@settings(max_examples=400, deadline=None)
@example("    ```\n::: private\nx\n:::\n    ```\n    %%\n    ```", Audience.PUBLIC)
@example("%%a%%```\n::: private\n```", Audience.PUBLIC)
@example(":%%a%%:: private\nb", Audience.PUBLIC)
@example("[^[^a]b] [^b]", Audience.PUBLIC)
def test_cutting_twice_cuts_no_more(source: str, audience: Audience) -> None:
    once = view_of(source, audience, title=source.replace("\n", " "))
    assert view_of(once.body, audience, title=once.title) == once


@given(sources)
@settings(max_examples=300, deadline=None)
def test_the_public_sees_no_more_than_the_team_and_the_team_no_more_than_the_writer(
    source: str,
) -> None:
    public, team, me = (view_of(source, one).body for one in reversed(Audience))
    assert in_order(public, team)
    assert in_order(team, me)


@given(sources, st.sampled_from(Audience))
@settings(deadline=None)
def test_hidden_spans_are_in_order_and_what_is_left_is_the_view(
    source: str, audience: Audience
) -> None:
    spans = hidden_spans(source, audience)
    flat = [offset for span in spans for offset in span]
    assert flat == sorted(set(flat))
    if audience is not Audience.ME:
        hidden = {at for start, end in spans for at in range(start, end)}
        left = "".join(one for at, one in enumerate(source) if at not in hidden)
        seen = view_of(source, audience).body
        assert in_order(seen.replace("\u200b", "").replace("\ufffd", ""), left)


@given(plain, secrets, plain, OUTSIDERS)
@settings(deadline=None)
def test_no_hidden_word_of_a_title_survives(
    before: str, secret: str, after: str, reader: Audience
) -> None:
    assert not set("SECRT") & set(line_for(f"{before}%%{secret}%%{after}", reader))


@given(st.text(max_size=30), st.text(max_size=30), OUTSIDERS)
@settings(deadline=None)
def test_nothing_but_its_public_wording_and_mark_tells_of_a_private_goal(
    text: str, line: str, reader: Audience
) -> None:
    goal = Goal(id="g", thread="g", week=WEEK, text="a", public_text="b", audience=Audience.ME)
    other = replace(goal, text=text, line=line, workstream=text, how=line, stretch=True)
    note = Note(id="n", week=WEEK)
    assert cut(note, "l", [goal], [goal], reader, "en") == cut(
        note, "l", [other], [other], reader, "en"
    )
