"""Of two footnotes with one name a reader gets the first, and the writer is told."""

from __future__ import annotations

import pytest

from weeknotes_desktop.domain.checks import footnotes
from weeknotes_desktop.domain.checks.rules import slips


def found(body: str) -> list[tuple[int, str]]:
    return [
        (slip.start, body[slip.start : slip.end])
        for slip in slips(body, "en-GB")
        if slip.check == footnotes.TWICE
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
