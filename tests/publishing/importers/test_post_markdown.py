"""A plain post becomes Markdown that says the same."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

import markdown
import pytest

from weeknotes_desktop.domain.audience import hidden_spans
from weeknotes_desktop.domain.found import FoundPage
from weeknotes_desktop.domain.readers import Audience

Read = Callable[[str], FoundPage]

ABOVE = "Month: April 2021\n\nWeeknote v10.16\n\n"
BELOW = "\n\nThese words end the post.\n"


def _body(read: Read, words: str) -> str:
    body = read(f"{ABOVE}These words begin the post.\n\n{words}{BELOW}").notes[0].body
    return body.removeprefix("These words begin the post.\n\n").removesuffix(BELOW.strip()).strip()


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("  • one\n  • two", "- one\n- two"),
        ("* one\n* two", "- one\n- two"),
        ("- one\n- two", "- one\n- two"),
        ("– one\n– two", "- one\n- two"),
        ("  1. one\n  2. two", "1. one\n2. two"),
        ("1) one\n2) two", "1. one\n2. two"),
        ("Three of them:\n  • one\n  • two", "Three of them:\n\n- one\n- two"),
        ("  • one\n\n  • two", "- one\n- two"),
        ("  • one\ngoes on\n  • two", "- one\n    goes on\n- two"),
        ("  • one\n      ◦ inner\n  • two", "- one\n    - inner\n- two"),
        ("  1. one\n      • inner\n  2. two", "1. one\n    - inner\n2. two"),
        ("A line\nand its second", "A line\nand its second"),
    ],
)
def test_lists_and_lines(read: Read, words: str, body: str) -> None:
    assert _body(read, words) == body


def test_numbers_go_on_across_paragraphs(read: Read) -> None:
    words = "  1. one\n\nSome words between them.\n\n  2. two\n\nMore words.\n\n3. three"

    assert [line for line in _body(read, words).splitlines() if line[:1].isdigit()] == [
        "1. one",
        "2. two",
        "3. three",
    ]


@pytest.mark.parametrize(
    "heading",
    ["Ones to watch", "What I'm learning", "Next week", "Team health", "The good", "So what?"],
)
def test_a_few_words_between_paragraphs_are_a_heading(read: Read, heading: str) -> None:
    assert _body(read, heading) == f"## {heading}"


@pytest.mark.parametrize(
    "caption",
    [
        "A set of boats in the harbour at dawn",
        "Screenshot of the new timetable",
        "Boats in the harbour on the morning of the storm in March",
    ],
)
def test_words_under_a_lost_picture_are_no_heading(read: Read, caption: str) -> None:
    assert _body(read, caption) == f"*{caption}*"


@pytest.mark.parametrize(
    "words",
    [
        "A paragraph that ends as it should.",
        "I wrote this one without a stop and went home",
        "We fixed it",
        "Roses are red\n\nViolets are blue",
        "He said:\n\nNever again",
    ],
)
def test_other_short_lines_stay_paragraphs(read: Read, words: str) -> None:
    assert _body(read, words) == words


def test_a_lead_is_bold_where_leads_are_the_habit(read: Read) -> None:
    body = _body(read, "Ones to watch\n\nRope – it wears.\n\nWe went out – and came back late.")

    assert body == "## Ones to watch\n\n**Rope** – it wears.\n\nWe went out – and came back late."
    assert _body(read, "Rope – it wears.") == "Rope – it wears."


def test_a_star_and_its_answer_are_a_footnote(read: Read) -> None:
    body = _body(
        read,
        "I read two books*, and a third**.\n\n* Knots by Ann Farrow\n\nRope by Idris Cole\n\n"
        "** Not to the end.\n\nA longer paragraph goes on here, and it is not a note at all.",
    )

    assert body == (
        "I read two books[^1], and a third[^2].\n\n[^1]: Knots by Ann Farrow\n\n"
        "    Rope by Idris Cole\n\n[^2]: Not to the end.\n\n"
        "A longer paragraph goes on here, and it is not a note at all."
    )


def test_one_answer_to_two_stars_answers_the_nearer(read: Read) -> None:
    body = _body(read, "A five star* hotel.\n\nI read a book*.\n\n* Knots by Ann Farrow")

    assert body == ("A five star\\* hotel.\n\nI read a book[^1].\n\n[^1]: Knots by Ann Farrow")


def test_a_stressed_word_asks_for_no_footnote(read: Read) -> None:
    body = _body(read, "It was *very* wet.\n\n* Knots by Ann Farrow")

    assert body == "It was \\*very\\* wet.\n\n\\* Knots by Ann Farrow"


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("* With thanks to Jo.", r"\* With thanks to Jo."),
        ("  • one\n  • two\n\n* With thanks to Jo.", "- one\n- two\n\n\\* With thanks to Jo."),
        ("* one\n\n* two", "- one\n- two"),
        ("* one\n* two\n\n* three", "- one\n- two\n- three"),
    ],
)
def test_a_star_without_another_is_no_list(read: Read, words: str, body: str) -> None:
    assert _body(read, words) == body


def test_a_line_that_stands_in_two_posts_is_a_heading_in_both(read: Read) -> None:
    below = " A book*.\n\n* Knots\n\nRota\n\n{} on Monday\n\nThese words end the post.\n\n"
    jo, sam = below.format("Jo"), below.format("Sam")

    notes = read(f"{ABOVE}First words.{jo}Weeknote v10.15\n\nOther words.{sam}").notes

    assert ["\n\n## Rota\n\n" in note.body for note in notes] == [True, True]


def test_a_footnote_ends_at_a_heading(read: Read) -> None:
    body = _body(read, "Two books* on it.\n\n* Knots\n\nRope\n\nNext week\n\nMore of the same.")

    assert body.endswith("[^1]: Knots\n\n    Rope\n\n## Next week\n\nMore of the same.")


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("It was *very* wet, and _cold_.", r"It was \*very\* wet, and \_cold\_."),
        ("snake_case stays", "snake_case stays"),
        ("[GOALS]", r"\[GOALS]"),
        ("[[10.2022]] is no link", r"\[\[10.2022]] is no link"),
        ("# not a heading, but a number", r"\# not a heading, but a number"),
        ("1945. That was a year.", r"1945\. That was a year."),
        ("12. April was dry.", r"12\. April was dry."),
        ("> quoted words of somebody", r"\> quoted words of somebody"),
        ("a < b and <b>", "a < b and &lt;b>"),
        ("R&D and &copy; signs.", "R&D and &amp;copy; signs."),
        ("100%% sure, %%really%%.", "100&#37;% sure, &#37;%really&#37;%."),
        ("::: private", "&#58;&#58;&#58; private"),
        ("See ::: private here.", "See &#58;&#58;&#58; private here."),
        ("  • ::: team", "- &#58;&#58;&#58; team"),
        ("`code` and ~~gone~~", r"\`code\` and &#126;&#126;gone&#126;&#126;"),
        ("~20 people", "~20 people"),
        ("=== twice ===.", "&#61;&#61;&#61; twice &#61;&#61;&#61;."),
        ("Learning C#", r"## Learning C\#"),
        ("---", "&#45;--"),
        ("A line\n===", "A line\n&#61;&#61;&#61;"),
        (r"Look in C:\boats\*.", r"Look in C:\\boats\\\*."),
    ],
)
def test_marks_of_an_old_post_are_only_letters(read: Read, words: str, body: str) -> None:
    assert _body(read, words) == body
    assert hidden_spans(body, Audience.PUBLIC) == ()


@pytest.mark.parametrize(
    "words",
    [
        "*a* _b_ `c` <d> &lt; [e](f) ![g](h) ~~i~~ == j == ^k^ # l",
        "| a | b |\n|---|---|\n| c | d |",
        "Term\n: meaning",
        "*[HTML]: no abbreviation",
        "[^1]: no footnote",
        "[1]: https://example.org",
        "```\nfence\n```",
        "+ plus",
        "***",
        "a\\",
        "!!! note",
        "&#65; &amp; &",
        "{: .class }",
        "- [x] boat",
    ],
)
def test_a_reader_sees_the_letters_of_the_old_post(read: Read, words: str) -> None:
    html = markdown.markdown(_body(read, words), extensions=["extra", "sane_lists"])
    text = html.replace("\n", " ")
    for tag in ("<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>"):
        text = text.replace(tag, " ")

    seen = unescape(text).split()
    assert seen in (
        words.split(),
        words.removeprefix("+ ").split(),
        words.removeprefix("- ").split(),
    )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one\u00a0 two", "one two"),
        ("one \u00a0two", "one two"),
        ("one\u00a0\u00a0two", "one two"),
        ("one two\u00a0", "one two"),
        ("10\u00a0km", "10\u00a0km"),
    ],
)
def test_no_break_spaces(read: Read, typed: str, kept: str) -> None:
    assert _body(read, f"{typed}\nis it.") == f"{kept}\nis it."
