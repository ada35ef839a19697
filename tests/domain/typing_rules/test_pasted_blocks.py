"""What is pasted as a block of its own, between what stands there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.typing_rules.passages import marked
from weeknotes_desktop.domain.typing_rules.pasted_blocks import fitted, in_cell, is_in_cell

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
    quoted = before.rsplit("\n", 1)[-1].lstrip().startswith(">")
    made, moved = fitted(text, before, after)
    if quoted:
        _, *rest = made.split("\n")
        assert all(line.lstrip().startswith(">") for line in rest)
        assert letters(made) == letters(text)
    elif moved >= 0:
        assert made[moved:].startswith(text)
        assert not made[:moved].strip()
        assert not made[moved + len(text) :].strip()
    else:
        assert made.startswith(text[-moved:])


def letters(text: str) -> str:
    return "".join(letter for letter in text if letter in "ab")


@given(lines, lines, lines)
def test_the_caret_stays_before_the_same_words(before: str, text: str, after: str) -> None:
    for place, letter in enumerate(text):
        if letter in "ab":
            made, caret = fitted(text, before, after, place)
            assert letters(made[caret:]) == letters(text[place:])


@pytest.mark.parametrize(
    ("before", "text", "after", "whole"),
    [
        ("> q ", "a\n\nb **c**", "", "> q a\n>\n> b **c**"),
        ("> q ", "a\n\nb", " it was.", "> q a\n>\n> b it was."),
        ("> > ", "a\n\n- b\n- c", "\n> d", "> > a\n> >\n> > - b\n> > - c\n> >\n> d"),
        ("  > a\n  > ", "# Head", "", "  > a\n  > \n  > # Head"),
        ("> - ", "- one\n- two", "", "> - one\n> - two"),
        (">", "```\na\n\nb\n```", "", ">```\n> a\n>\n> b\n> ```"),
        ("> It held.", PICTURE, "", f"> It held.\n>\n> {PICTURE}"),
        ("> So ", "# Head", "it was.", "> So \n>\n> # Head\n>\n> it was."),
    ],
)
def test_in_a_quote_it_stays_in_the_quote(before: str, text: str, after: str, whole: str) -> None:
    assert before + fitted(text, before, after)[0] + after == whole


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a\n\nb **c**", "a b **c**"),
        ("# Head\n\n- one\n- [x] two\n\n1. three\n\n> said", "Head one two three said"),
        ("a  \nb", "a b"),
        ("a|b `c|d`", "a\\|b `c|d`"),
        ("| a | b |\n| --- | --: |\n| c | d\\|e |", "a b c d\\|e"),
        ("```sh\nls | wc\n```", "ls \\| wc"),
        ("", ""),
    ],
)
def test_in_a_cell_it_stands_on_one_line(text: str, words: str) -> None:
    assert in_cell(text) == (words, 0)


def test_the_caret_waits_between_the_brackets_in_a_cell_too() -> None:
    text = f"- one\n\n{PICTURE}"
    assert in_cell(text, text.index("]")) == (f"one {PICTURE}", len("one !["))


@pytest.mark.parametrize(
    ("line", "whether"),
    [
        ("| a¦ | b |", True),
        ("| a | ¦ |", True),
        ("| a | ¦", True),
        ("¦| a | b |", False),
        ("| a | b |¦", False),
        ("a¦ | b", True),
        ("¦a | b", True),
        ("| ¦a¦ | b |", True),
        ("| a¦ | b |\n| c¦ | d |", False),
    ],
)
def test_what_stands_in_a_row_is_in_a_cell(line: str, whether: bool) -> None:
    assert is_in_cell(marked(f"| x | y |\n| - | - |\n{line}\n")) == whether
    assert not is_in_cell(marked(line))
