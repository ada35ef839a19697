"""What is not done yet, not described, not closed and not ended: found, and left alone."""

from __future__ import annotations

import pytest

from weeknotes_desktop.domain.checks import ending, needs_work, pictures, unclosed
from weeknotes_desktop.domain.checks.kept_back import lies_in, masked
from weeknotes_desktop.domain.checks.prose import MARK, prose_of
from weeknotes_desktop.domain.checks.rules import Rule, slips

LONG = "We painted the pier and the two old boats"


def found(rule: Rule, body: str, language: str = "en-GB") -> list[str]:
    return [body[slip.start : slip.end] for slip in rule(prose_of(body, language))]


@pytest.mark.parametrize(
    ("body", "at"),
    [
        ("We sailed ==how far?== today.", "==how far?=="),
        ("==All of *this*\nand that.==", "==All of *this*\nand that.=="),
        ("- a\n- (==b==)", "==b=="),
        ("| a | ==b== |\n| - | - |", "==b=="),
    ],
)
def test_words_that_are_marked_as_not_done_are_told(body: str, at: str) -> None:
    assert found(needs_work.needs_work, body) == [at]


@pytest.mark.parametrize(
    "body",
    [
        "If a==b and c==d.",
        "if a == b and c == d",
        "`==x==` and ```==x==```",
        "```\n==x==\n```",
        r"\==x== as typed",
        "A heading\n=========",
        "<!-- ==x== -->",
        "::: private\n==x==\n:::",
        "One ==x\n\ntwo== three",
        "====",
    ],
)
def test_other_signs_of_equality_are_left_alone(body: str) -> None:
    assert found(needs_work.needs_work, body) == []


def test_what_is_marked_is_said_and_cut_short_where_it_is_long() -> None:
    (slip,) = slips(f"==more here== {LONG}.", "en-GB")
    assert slip.message == "“more here” is marked as not done yet; readers see the == around it."
    (slip,) = slips(f"=={'very ' * 30}long==.", "en-GB")
    assert len(slip.message) < 140


@pytest.mark.parametrize(
    ("body", "at"),
    [
        ("![](boats.png)", "![](boats.png)"),
        ("![ ](<boats.png>)", "![ ](<boats.png>)"),
        ('![](picture:0123456789abcdef0123 "The pier")', None),
        ("![][boats]\n\n[boats]: boats.png", "![][boats]"),
        ("![IMG_12.JPG](boats.png)", None),
        ("- ![]() gone", "![]()"),
        ("> ![](boats.png)", "![](boats.png)"),
        ('<img src="boats.png" width="3">', None),
    ],
)
def test_a_picture_that_says_nothing_is_told(body: str, at: str | None) -> None:
    assert found(pictures.undescribed, body) == [body if at is None else at]


@pytest.mark.parametrize(
    "body",
    [
        "![Two boats](boats.png)",
        "![boats.png at low tide](boats.png)",
        "![Two boats][boats]",
        '<img src="boats.png" alt="">',
        '<img alt="Two boats" src="boats.png">',
        "`![](boats.png)`",
        "    ![](boats.png)",
        "```\n![](boats.png)\n```",
        r"\![](boats.png)",
        "<!-- ![](boats.png) -->",
        "::: private\n![](boats.png)\n:::",
        "[](boats.png)",
    ],
)
def test_a_described_picture_and_what_is_none_are_left_alone(body: str) -> None:
    assert found(pictures.undescribed, body) == []


def test_a_picture_is_named_by_its_address() -> None:
    words = [
        slip.words
        for body in ("![](a/boats.png)", '<img src="b.png">', "![][c]")
        for slip in pictures.undescribed(prose_of(body, "en"))
    ]
    assert words == ["a/boats.png", "b.png", "c"]


@pytest.mark.parametrize(
    ("body", "at", "said"),
    [
        ("One.\n\n::: private\nTwo.", "::: private", "everything after line 3 stays here."),
        ("One.\n\n:::\nTwo.", ":::", "everything after line 3 stays here."),
        ("One.\n- ::: secret\n  Two.", "::: secret", "everything after line 2 stays here."),
        ("One.\n\n::: team\nTwo.", "::: team", "only the team reads what follows line 3."),
        ("One.\nTwo %%three", "%%", "everything behind it in line 2 and below stays here."),
        ("One.\n<!-- Two.", "<!--", "everything behind it in line 2 and below stays here."),
        ("::: private\n::: team\nA.\n:::\nB.", "::: private", "after line 1 stays here."),
    ],
)
def test_what_hides_the_rest_of_a_note_is_told_with_its_line(body: str, at: str, said: str) -> None:
    (slip,) = unclosed.unclosed(prose_of(body, "en-GB"))
    assert body[slip.start : slip.end].startswith(at)
    assert slip.message.endswith(said)


@pytest.mark.parametrize(
    "body",
    [
        "One.\n\n::: private\nTwo.\n:::\n\nThree.",
        "One %%two%% three.",
        "<!-- One --> two.",
        "`%%` and `:::`",
        "```\n::: private\n```",
        # Nothing follows yet, so nothing is hidden.
        "One.\n\n::: private\n\n",
        "One %%",
    ],
)
def test_what_is_closed_or_hides_nothing_is_left_alone(body: str) -> None:
    assert found(unclosed.unclosed, body) == []


@pytest.mark.parametrize(
    ("body", "at"),
    [
        ("We painted the pier. Then we sailed out with", "with"),
        ("We painted the pier and", "and"),
        (f"{LONG}.\n\nThen the tide came in and took all of it away", "away"),
        (f"{LONG} –", "–"),
        (f"{LONG}.\n\nAnd the last sentence is", "is"),
        ("We sailed out with", "with"),
        ("- the old boat, which", "which"),
        ("- rope\n- the new mast and the", "the"),
        (f"{LONG}. Then we sailed out\n\n::: private\nOnly me.\n:::\n", "out"),
        ("We painted the pier[^1]. Then we sailed out\n\n[^1]: In green.\n\n    Twice", "out"),
        ("%%Aside.%% We painted the pier. Then we sailed out with", "with"),
        ("We painted the pier. Then we sailed out with %%her%%", "with"),
        ("Мы покрасили пирс. Потом мы вышли в море", "море"),
    ],
)
def test_a_note_that_breaks_off_is_told(body: str, at: str) -> None:
    assert found(ending.ending, body) == [at]


@pytest.mark.parametrize(
    "body",
    [
        "",
        LONG + ".",
        LONG + ".”",
        f"**{LONG}.**",
        "See you next week",
        "We painted the pier. Thank you all.\n\nMaria Lopez",
        "Thanks for reading. See you.\nMaria Lopez, Harbour Town",
        f"{LONG}\n\n{LONG}",
        f"{LONG}.\n\n*{LONG}*",
        f"{LONG}\n\nSo this is what it is",
        f"{LONG}.\n\n- what it is",
        f"{LONG}.\n\n- the people that we went sailing with",
        f"{LONG}.\n\n*The boat I sailed in*",
        f"{LONG}.\n\nWho we are",
        f"{LONG}.\n\n- rope that I work with\n- things we are proud of",
        f"{LONG}.\n\n## What is next for the pier and",
        f"{LONG}.\n\nNext week I would like to do these things\n\n[NEXT WEEK]",
        f"{LONG}.\n\nAll of it is to be read at https://example.org",
        f"{LONG}.\n\n> {LONG} – Maria",
        "| a | b |\n| - | - |\n| We painted the pier and | the |",
        f"{LONG}.\n\n[pier]: https://example.org",
        f"{LONG}.\n\n```\n{LONG}\n```",
        "我们粉刷了码头。然后我们出海去看看明天会有什么",
        "เราทาสีท่าเรือ แล้วเราก็ออกทะเล ไปดู ว่า พรุ่งนี้ จะ เป็น อย่างไร",
    ],
)
def test_a_note_that_ends_as_notes_do_is_left_alone(body: str) -> None:
    assert found(ending.ending, body) == []


def test_what_is_kept_back_is_masked_letter_for_letter() -> None:
    spans = [(0, 4), (6, 8), (9, 20)]
    assert masked(spans, "cdefghij", 2) == f"{MARK * 2}ef{MARK * 2}i{MARK}"
    assert masked([], "cd", 2) == masked([(0, 2), (4, 5)], "cd", 2) == "cd"
    assert [lies_in(spans, at) for at in (0, 3, 4, 7, 8, 19, 20)] == [1, 1, 0, 1, 0, 1, 0]


def test_words_that_only_english_goes_on_behind_end_a_note_in_another_language() -> None:
    assert found(ending.ending, "- vi ser på en and", "da") == []
