"""Footnotes of which a reader gets nothing, or the first of two: the writer is told."""

from __future__ import annotations

import pytest

from weeknotes_desktop.domain.checks import footnotes
from weeknotes_desktop.domain.checks.rules import slips


def found(body: str, check: str = footnotes.TWICE) -> list[tuple[int, str]]:
    return [
        (slip.start, body[slip.start : slip.end])
        for slip in slips(body, "en-GB")
        if slip.check == check
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n    more of it\n\nText.\n\n"])
def test_the_second_of_one_name_is_told(between: str) -> None:
    body = f"A[^1] tide.\n\n[^1]: One.{between}[^1]: Two."
    assert found(body) == [(body.rindex("[^1]"), "[^1]")]


@pytest.mark.parametrize(
    "body",
    [
        "A[^1] b[^1] c[^2].\n\n[^1]: One.\n[^2]: Two.",
        "A[^1].\n\n[^1]: One.\n\n```\n[^1]: code\n```",
        "A[^1].\n\n[^1]:\n[^1]: One.",
        "[^1]: is how one begins, and [^1]: says so.",
        "No note at all.",
    ],
)
def test_what_is_one_footnote_is_left_alone(body: str) -> None:
    assert found(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "A¦[^9] tide.",
        "¦[^9]\n\nText.",
        "Text.\n\n- an item¦[^9]",
        "A¦[^9].\n\n[^9]:\n\nText.",
        "A[^1].\n\n[^1]: One¦[^9].",
        "<!-- [^9]: --> <!-- x --> a¦[^9].",
        "In a group ¦[^a-z] of letters.",
    ],
)
def test_a_mark_that_leads_to_no_words_is_told(body: str) -> None:
    at = body.index("¦")
    body = body.replace("¦", "")
    mark = body[at : body.index("]", at) + 1]
    assert found(body, footnotes.WORDLESS) == [(at, mark)]
    assert found(body, footnotes.UNREACHED) == []


@pytest.mark.parametrize(
    "body",
    [
        "Text.\n\n¦[^8]: lost words",
        "Text.\n\n¦[^8]:\n    lost [^7] words\n\n    and more of them",
        "> ¦[^8]: lost words",
        "Text <!-- [^8] --> <!-- x -->.\n\n¦[^8]: lost words",
        "`Code [^8]`.\n\n¦[^8]: lost words",
        "Text.\n\n¦[^8]: lost words[^8]",
    ],
)
def test_a_footnote_that_nothing_points_to_is_told(body: str) -> None:
    at = body.index("¦")
    body = body.replace("¦", "")
    assert found(body, footnotes.UNREACHED) == [(at, "[^8]")]
    assert found(body, footnotes.WORDLESS) == []


@pytest.mark.parametrize(
    "body",
    [
        "A[^1] b[^2].\n\n[^1]: One, and[^3].\n[^2]:\n    Two.\n\n    More.\n[^3]: Three.",
        "::: private\nA[^1].\n:::\n\n[^1]: One.",
        "```\n[^1]\n[^2]: x\n```\n\n`[^3]` <!-- [^4] -->",
        "> A[^1].\n>\n> [^1]: One.",
        "A[link][^] no, [^1] yes.\n\n[^1]: One.\n\n[^]: Two.",
    ],
)
def test_footnotes_with_both_their_halves_are_left_alone(body: str) -> None:
    assert found(body, footnotes.WORDLESS) == found(body, footnotes.UNREACHED) == []


def test_of_a_mark_that_may_be_code_only_its_footnote_is_told() -> None:
    body = "A ` tick [^1] and ` one `` more.\n\n[^1]: One."
    assert found(body, footnotes.WORDLESS) == []
    assert found(body, footnotes.UNREACHED) == [(body.rindex("[^1]"), "[^1]")]
