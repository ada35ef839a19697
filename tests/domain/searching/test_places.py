from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.searching.excerpts import WIDTH, Marked, excerpt, marked
from weeknotes_desktop.domain.searching.folding import words_of
from weeknotes_desktop.domain.searching.parsing import parse
from weeknotes_desktop.domain.searching.places import places

TEXT = """## Focus for the week

- [x] We took the **last prop** away – and the [bridge](https://example.org/page) holds.
- It’s naïve to think so: “don’t” know. %%Nobody slept.%% ✓ done

> [!NOTE] 東京都に行った。 The rivers are high, and the river-bank gave way.
::: private
A secret about `the bridge`, the _prop_ and snake_case.
:::
"""
texts = st.text() | st.text(alphabet="aé’- \n*_[]()#ab✓東\x00")
asked = st.text(max_size=30) | st.text(alphabet='ab é’"-✓東', max_size=12)


def found(query: str, text: str = TEXT) -> list[str]:
    """What stands at each place."""
    return [text[start:end] for start, end in places(parse(query), text)]


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("prop", ["prop", "prop"]),
        ("don't", ["don’t"]),
        ("naive", ["naïve"]),
        ("river", ["rivers", "river"]),
        ('"river"', ["river"]),
        ("ridge", ["bridge", "bridge"]),
        ('"ridge"', []),
        ("it", ["It"]),
        ("on", []),
        ('"prop away"', ["prop** away"]),
        ("prop aw", ["prop", "away", "prop"]),
        ("river bank", ["rivers", "river", "bank"]),
        ("river-bank", ["river-bank"]),
        ("river-ba", ["river-bank"]),
        ('"river ba"', []),
        ("京都", ["京都"]),
        ("✓", ["✓"]),
        ("snake", ["snake"]),
        ("-prop", []),
        ("year:2022", []),
    ],
)
def test_words_are_found_where_they_stand(query: str, there: list[str]) -> None:
    assert found(query) == there


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("nothing", "Focus for the week We took the last prop away – and the bridge holds."),
        ("bridge", "took the last prop away – and the **bridge** holds. It’s naïve"),
        ('"prop away"', "took the last **prop away** – and the bridge"),
        ("example", "and the bridge (https://**example**.org/page) holds."),
        ("secret", "gave way. A **secret** about the bridge, the prop and snake_case."),
        ("slept", "Nobody **slept**. ✓ done 東京都"),
    ],
)
def test_an_excerpt_is_one_line_without_the_signs_of_markdown(query: str, shown: str) -> None:
    assert shown in excerpt(parse(query), TEXT).written("**", "**")


def test_an_excerpt_shows_the_part_in_which_most_words_stand() -> None:
    text = f"prop {'filling ' * 60}river {'filling ' * 60} a prop in the river {'filling ' * 60}"
    shown = excerpt(parse("river prop"), text)
    assert "a **prop** in the **river**" in shown.written("**", "**")
    assert shown.text.startswith("…")
    assert shown.text.endswith("…")


def test_a_whole_short_text_has_no_ellipsis() -> None:
    assert excerpt(parse("prop"), "A prop.\n") == Marked("A prop.", ((2, 6),))
    assert excerpt(parse("prop"), "") == Marked("")


def test_a_title_is_shown_whole() -> None:
    assert marked(parse("holds"), "The bridge holds").written("<", ">") == "The bridge <holds>"


@given(asked, texts)
def test_whatever_is_asked_of_whatever_text_every_mark_is_a_place_in_the_line(
    query: str, text: str
) -> None:
    shown = excerpt(parse(query), text)
    end = 0
    for start, stop in shown.marks:
        assert end <= start < stop <= len(shown.text)
        end = stop
    assert "\n" not in shown.text
    assert len(shown.text) <= 3 * WIDTH


@given(st.text(alphabet="abcé ✓東", min_size=1, max_size=8), texts, texts)
def test_words_that_stand_in_a_text_are_found_there_and_shown(
    words: str, before: str, after: str
) -> None:
    wanted = words_of(words)
    text = f"{before} {words} {after}"
    query = parse(f'"{words}"')
    if wanted:
        there = [text[start:end] for start, end in places(query, text)]
        assert any(words_of(place)[: len(wanted)] == wanted for place in there)
        assert excerpt(query, text).marks


@given(
    st.text(alphabet="abcé’✓東 ", min_size=1, max_size=8),
    st.integers(0, 900),
    st.integers(0, 900),
)
def test_words_are_shown_wherever_in_a_long_text_they_stand(
    words: str, before: int, after: int
) -> None:
    wanted = words_of(words)
    text = f"{'Filling – no more. ' * before}{words}{' – Filling, no more' * after}"
    if wanted:
        shown = excerpt(parse(f'"{words}"'), text)
        found = [words_of(shown.text[start:end])[: len(wanted)] for start, end in shown.marks]
        assert wanted in found


def test_a_word_without_end_keeps_nobody_waiting() -> None:
    text = "ab" * 500_000
    assert found("aba", text) == [text]
    assert found("abc", text) == []
    assert excerpt(parse("ba"), f"{text} ba").marks
