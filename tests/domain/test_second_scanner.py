"""The second scanner hides what the cut hides; where they differ, the gate goes by both."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.test_audience_laws import OUTSIDERS, sources, twins
from weeknotes_desktop.domain import second_scanner
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.second_scanner import hidden
from weeknotes_desktop.domain.spans import without


def left(source: str, reader: Audience = Audience.PUBLIC) -> str:
    return without(source, hidden(source, reader))


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("a\n::: private\nb\n:::\nc", "a\nc"),
        ("a\n  > - ::: private\nb\n- :::\nc", "a\n  > - c"),
        ("a %%b%% c", "a  c"),
        ("a %%b\nc", "a "),
        ("a\n::: private\nb\n::: team\nc\n:::\nd\n:::\ne", "a\ne"),
        ("a\n::: privat\nb", "a\n"),
        ("a ::: b\nc", "a "),
        ("a\n:\u200b::private\nb", "a\n"),
        ("a %%%b%% c", "a  c"),
        ("a %%b%%%c%% d", "a "),
        ("a <!-- b\nc --> d", "a  d"),
        ("a <!-- b", "a "),
        ("```\n::: private\n```\na", "```\n::: private\n```\na"),
        ("```\n::: private\na", "```\n"),
        ("a `%%` b", "a `%%` b"),
        ("a ` %%b%% c", "a `  c"),
        ("a \\`%%b%%` c", "a \\`` c"),
    ],
)
def test_what_the_public_may_not_see_is_hidden(source: str, seen: str) -> None:
    assert left(source) == seen


def test_the_team_sees_what_is_kept_for_it_and_no_more() -> None:
    source = "a\n::: team\nb %%c%%\n::: private\nd\n:::\n:::\ne"
    assert left(source, Audience.TEAM) == "a\nb \ne"
    assert left(source) == "a\ne"
    assert left(source, Audience.ME) == source


@given(twins())
@settings(deadline=None)
def test_no_hidden_word_is_left(pair: tuple[str, str]) -> None:
    assert not set("SECRT") & set(left(pair[0]))


@given(sources, OUTSIDERS)
@settings(deadline=None)
def test_spans_are_in_order_and_lie_in_the_source(source: str, reader: Audience) -> None:
    flat = [offset for span in hidden(source, reader) for offset in span]
    assert flat == sorted(set(flat))
    assert all(0 <= offset <= len(source) for offset in flat)


@given(sources)
@settings(deadline=None)
def test_the_public_sees_no_more_than_the_team(source: str) -> None:
    def gone(reader: Audience) -> set[int]:
        return {at for start, end in hidden(source, reader) for at in range(start, end)}

    assert gone(Audience.PUBLIC) >= gone(Audience.TEAM)


@given(st.text(alphabet=":% \n`>-", max_size=30))
def test_nothing_typed_breaks_it(source: str) -> None:
    hidden(source, Audience.PUBLIC)


def test_it_knows_nothing_of_the_cut() -> None:
    tree = ast.parse(Path(second_scanner.__file__).read_text("utf-8"))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    of_the_cut = {"audience", "passages", "source_lines", "comments", "footnotes"}
    assert not of_the_cut & {str(module).rpartition(".")[2] for module in modules}
