"""A mark typed over a selection."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.domain.typing_rules.passages import marked, passages, shown
from weeknotes_desktop.domain.quotation import Quotes
from weeknotes_desktop.domain.typing_rules.passage import Passage
from weeknotes_desktop.domain.typing_rules.wraps import WRAPPING, wrapped


@pytest.mark.parametrize(
    ("mark", "before", "after"),
    [
        ("*", "We ¦walked¦ home", "We *¦walked¦* home"),
        ("*", "We *¦walked¦* home", "We **¦walked¦** home"),
        ("_", "We ¦walked ¦home", "We _¦walked¦_ home"),
        ("*", "¦- walk\n- swim¦", "¦- *walk*\n- *swim*¦"),
        ("`", "We ¦walked¦ home", "We `¦walked¦` home"),
        ("`", "¦a `b` c¦", "``¦a `b` c¦``"),
        ("`", "¦`b`¦", "`` ¦`b`¦ ``"),
        ("(", "We ¦walked¦ home", "We (¦walked¦) home"),
        ("[", "We ¦walked¦ home", "We [¦walked¦] home"),
        ('"', "We ¦walked¦ home", "We “¦walked¦” home"),
        ("(", "¦one\n\ntwo¦", "(¦one\n\ntwo¦)"),
        ("'", "We ¦walked¦ home", "We ‘¦walked¦’ home"),
        ("*", "a¦ ¦b", None),
        ("*", "a¦…¦b", "a*¦…¦*b"),
        ('"', "a¦…¦b", None),
        ("'", "don¦’¦t", None),
    ],
)
def test_it_goes_around_the_words(mark: str, before: str, after: str | None) -> None:
    assert shown(wrapped(marked(before), mark, Quotes.ENGLISH)) == after


def test_quotes_are_those_of_the_house() -> None:
    around = [shown(wrapped(marked("¦a¦"), '"', quotes)) for quotes in Quotes]
    assert around == ["“¦a¦”", "„¦a¦“", "«\u202f¦a¦\u202f»", "«¦a¦»", "”¦a¦”", '"¦a¦"']
    around = [shown(wrapped(marked("¦a¦"), "'", quotes)) for quotes in Quotes]
    assert around == ["‘¦a¦’", "‚¦a¦‘", "‹\u202f¦a¦\u202f›", "‹¦a¦›", "’¦a¦’", "'¦a¦'"]


@given(passages(), st.sampled_from(sorted(WRAPPING)))
def test_no_word_goes(passage: Passage, mark: str) -> None:
    after = wrapped(passage, mark, Quotes.ENGLISH)
    assume(after is not None)
    assert after is not None
    assert 0 <= after.start <= after.end <= len(after.text)
    rest = iter(after.text)
    if "`" not in (mark, *passage.text):
        assert all(letter in rest for letter in passage.text)
