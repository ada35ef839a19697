"""What is made private is hidden, and nothing that was hidden comes out by it."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.domain.typing_rules.passages import marked, shown
from weeknotes_desktop.domain.audience import hidden_spans
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.typing_rules.passage import Passage
from weeknotes_desktop.domain.typing_rules.private_marks import private

OTHERS = (Audience.PUBLIC, Audience.TEAM)
WORDS = "SECRET"
PIECES = st.sampled_from(
    [
        *("a", "word ", " ", "x ", "é", "\n", "\n\n", "- ", "1. ", "> ", "    ", "| "),
        *(
            "%%",
            "%",
            "%%b%%",
            "::: private\n",
            "::: team\n",
            ":::\n",
            "::: so\n",
            "c ::: private\n",
        ),
        *("`", "``", "```\n", "~~~\n", "**", "*", "_", "[", "](u)", "[[", "]]", "|", "<!--", "-->"),
    ]
)
AROUND = st.lists(PIECES, max_size=7).map("".join)


def visible(text: str, reader: Audience) -> str:
    """``text`` with a blank for each letter that the reader does not see."""
    letters = list(text)
    for start, end in hidden_spans(text, reader):
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def sees(passage: Passage, reader: Audience) -> bool:
    return bool(visible(passage.text, reader)[passage.start : passage.end].strip())


@given(AROUND, AROUND)
@example("Kept %%open words ", " more")
@example("a\n\n::: team\n", "\n:::\n\nb")
@example("```\nkey=", "\n```")
@example("a `b ", " c` d")
@example("- a\n```\n", "\n```\n::: team\n")
def test_what_nobody_kept_back_is_hidden_from_everybody_else(before: str, behind: str) -> None:
    passage = Passage(before + WORDS + behind, len(before), len(before) + len(WORDS))
    assume(any(sees(passage, reader) for reader in OTHERS))
    made = private(passage)
    # Behind what opens a comment for good there may be no place for a mark.
    assume(made.text != passage.text or "<!--" not in passage.text)
    assert made.selected == WORDS
    assert not any(sees(made, reader) for reader in OTHERS)


@given(AROUND, AROUND)
@example("", "%%\n")
@example("%%open ", "")
@example("a\n\n::: team\n", "\n:::\n")
def test_what_was_hidden_around_it_stays_so(before: str, behind: str) -> None:
    before, behind = f"FIRST {before}", f"{behind} LAST"
    passage = Passage(before + WORDS + behind, len(before), len(before) + len(WORDS))
    made = private(passage)
    assume(len(made.text) >= len(passage.text))
    for reader in OTHERS:
        for word in ("FIRST", WORDS, "LAST"):
            assert word in visible(passage.text, reader) or word not in visible(made.text, reader)


@given(AROUND, AROUND)
def test_no_word_is_lost_and_nothing_but_marks_comes_in(before: str, behind: str) -> None:
    passage = Passage(before + WORDS + behind, len(before), len(before) + len(WORDS))
    marks = str.maketrans("", "", "%:> \n\t")

    def words(text: str) -> str:
        return text.replace("private", "").replace("team", "").translate(marks)

    made = private(passage)
    assert words(made.text) == words(passage.text)
    assert made.selected == WORDS


@given(st.text(alphabet="ab é\n", max_size=30), st.data())
def test_who_does_it_twice_has_what_was_there(text: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    passage = Passage(text, *sorted((data.draw(places), data.draw(places))))
    assert private(private(passage)).text == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # In code the marks would be letters of it: all of it is kept.
        ("```\nkey=¦SECRET¦\n```", "::: private\n```\nkey=¦SECRET¦\n```\n:::"),
        ("x `a ¦SECRET¦ b` y", "x %%`a ¦SECRET¦ b`%% y"),
        ("a\n```\nb\n¦c\n```\nd¦", "a\n::: private\n```\nb\n¦c\n```\nd¦\n:::"),
        # What the team reads is not private yet.
        ("::: team\n¦SECRET¦\n:::", "::: team\n::: private\n¦SECRET¦\n:::\n:::"),
        # Marks and links that hold nothing else go with the words.
        ("I said **¦SECRET¦** today", "I said %%**¦SECRET¦**%% today"),
        ("I said ***¦SECRET¦*** today", "I said %%***¦SECRET¦***%% today"),
        ("I said **a ¦SECRET¦** today", "I said **a %%¦SECRET¦%%** today"),
        ("See [¦SECRET¦](http://x.y/a_(b)).", "See %%[¦SECRET¦](http://x.y/a_(b))%%."),
        ("See [**¦SECRET¦**][1].", "See %%[**¦SECRET¦**][1]%%."),
        ("See ![¦SECRET¦](picture:1a).", "See %%![¦SECRET¦](picture:1a)%%."),
        ("See [[Week 1|¦SECRET¦]] here", "See %%[[Week 1|¦SECRET¦]]%% here"),
        ("See [the ¦SECRET¦ words](u).", "See [the %%¦SECRET¦%% words](u)."),
        # What is kept already comes out, with its own marks only.
        ("Not %%**¦SECRET¦**%% today", "Not **¦SECRET¦** today"),
        ("Not ¦%%SECRET%%¦ today", "Not ¦SECRET¦ today"),
        ("a\n> ::: private\n> ¦b¦\n> :::\nc", "a\n> ¦b¦\nc"),
        ("Words ::: private\n¦b¦\n:::\nc", "Words\n¦b¦\nc"),
        ("::: note to self\n¦b¦\n:::", "note to self\n¦b¦"),
        ("::: private\n::: team\n¦b¦\n:::\n:::", "::: team\n¦b¦\n:::"),
        # Nothing closes what is open: it is hidden to the end of the note, and stays so.
        ("Kept %%open words ¦SECRET¦ more", "Kept %%open words ¦SECRET¦ more"),
        ("a <!-- ¦SECRET¦ --> b", "a <!-- ¦SECRET¦ --> b"),
    ],
)
def test_the_marks_stand_where_they_hold(before: str, after: str) -> None:
    assert shown(private(marked(before))) == after
