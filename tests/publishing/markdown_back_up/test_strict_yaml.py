from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.publishing.markdown_back_up.front_matter import (
    TextWithFacts,
    read_facts,
    write_facts,
)
from weeknotes_desktop.publishing.markdown_back_up.strict_yaml import (
    NotReadableError,
    read_yaml,
    write_yaml,
)

plain: st.SearchStrategy[Any] = (
    st.none() | st.booleans() | st.integers(-(2**62), 2**62) | st.text() | st.binary(max_size=20)
)
documents = st.recursive(
    plain, lambda one: st.lists(one, max_size=3) | st.dictionaries(st.text(), one, max_size=3)
)


@given(documents)
def test_what_is_written_is_read_again(document: object) -> None:
    assert read_yaml(write_yaml({"it": document})) == {"it": document}


@given(st.dictionaries(st.text(), plain, max_size=4), st.text())
def test_a_text_below_its_facts_stays_as_it_is_to_the_letter(
    facts: dict[str, Any], body: str
) -> None:
    stored = write_facts(facts, body).encode()
    assert read_facts(stored.decode()) == TextWithFacts(facts, body)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("audience: me\naudience: public", "“audience” twice"),
        ("a: {b: 1, b: 2}", "“b” twice"),
        ("a: &x [1]\nb: *x", "reference"),
        ("a: !!python/object/apply:os.getcwd []", "tag"),
        ("a: !mine 1", "tag"),
        ("<<: {audience: public}", "tag"),
        ("1: one", "no text"),
        ("[a]: one", "no text"),
        ("a: [", "line"),
        ("a: 2021-02-31", "cannot be read"),
        ("a: \x01", "letter"),
        ("[" * 40 + "]" * 40, "without end"),
        ("a: one\n---\na: two", "document"),
    ],
)
def test_other_forms_than_plain_ones_are_refused(text: str, reason: str) -> None:
    with pytest.raises(NotReadableError, match=reason):
        read_yaml(text)


def test_a_depth_without_end_is_refused_before_anything_is_made_of_it() -> None:
    with pytest.raises(NotReadableError, match=r"without end|nesting"):
        read_yaml("[" * 100_000)
    with pytest.raises(NotReadableError, match="without end"):
        read_yaml("\n".join(" " * n + "- a:" for n in range(0, 400, 2)))


def test_facts_that_are_too_long_are_refused() -> None:
    text = write_facts({"tags": ["river"] * 20_000}, "body")
    with pytest.raises(NotReadableError, match="64 KB"):
        read_facts(text)


def test_a_text_stays_on_one_line_however_long_and_broken_it_is() -> None:
    text = "We took the last prop away.\n---\n\u2028" * 50
    assert write_yaml({"text": text}).count("\n") == 1
