"""What is pasted as a block of its own, between what stands there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.typing_rules.pasted_blocks import fitted

PICTURE = "![](picture:1)"


@pytest.mark.parametrize(
    ("before", "text", "after", "whole"),
    [
        ("", PICTURE, "", PICTURE),
        ("", PICTURE, "## Focus", f"{PICTURE}\n\n## Focus"),
        ("It held.", PICTURE, "", f"It held.\n\n{PICTURE}"),
        ("So ", PICTURE, " it was.", f"So {PICTURE} it was."),
        ("Above.\n", PICTURE, "\nBelow.", f"Above.\n\n{PICTURE}\n\nBelow."),
        ("\n", PICTURE, "\n", f"\n{PICTURE}\n"),
        ("> ", PICTURE, "", f"> {PICTURE}"),
        ("- ", PICTURE, "", f"- {PICTURE}"),
        ("So ", "# Head", "it was.", "So \n\n# Head\n\nit was."),
        ("So ", "**bold**", " it was.", "So **bold** it was."),
        ("So ", "one\n\ntwo", " it was.", "So one\n\ntwo it was."),
        ("So ", "one\n\n- two", " it was.", "So one\n\n- two\n\n it was."),
        ("- ", "- one\n- two", "", "- one\n- two"),
        ("2. ", "1. one\n2. two", "\n3. x", "2. one\n2. two\n\n3. x"),
        ("- [ ] ", "- [x] one", "", "- [ ] one"),
        ("> ", "> one", "", "> > one"),
        ("", "```\na\n```", "b", "```\na\n```\n\nb"),
    ],
)
def test_a_block_gets_the_room_it_needs(before: str, text: str, after: str, whole: str) -> None:
    assert before + fitted(text, before, after)[0] + after == whole


lines = st.text(alphabet="ab #->|1.`\n[]!()", max_size=20)


@given(lines, lines, lines)
def test_no_word_is_lost_and_the_caret_can_follow(before: str, text: str, after: str) -> None:
    made, moved = fitted(text, before, after)
    if moved >= 0:
        assert made[moved:].startswith(text)
        assert not made[:moved].strip()
        assert not made[moved + len(text) :].strip()
    else:
        assert made.startswith(text[-moved:])
