"""Laws that hold for every page."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from weeknotes_desktop.domain.audience import hidden_spans
from weeknotes_desktop.domain.errors import ImportFailedError
from weeknotes_desktop.domain.found import FoundPage
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.text import body_text, one_line
from weeknotes_desktop.publishing.importers.saved_page import SavedPage

pieces = st.sampled_from(
    [
        "\n", "\n\n", "Weeknote v10.16", "Weeknote 12.22", "12.22", "2022.3", "v10.16",
        "Week beginning 29 February", "Week beginning 19 April", "Month: April 2021",
        "Category: Ferry", "© 2024 Me", "Theme by MeUp ↑", "Next week", "Focus for the week",
        "  • ", "      ◦ ", "  1. ", "* ", "*", "**", "word* ", "I set three goals for the week:",
        "My goals for next week are to ", "to a, to b", " – ", "\u00a0", "%%", "::: private",
        ":::", "```", "<a ", "&amp;", "[", "]", "_", "Share this:", "Posted on 1 April 2022 by Me",
        "The first is done", "A title", "Some words. ", "I didn’t get to it but", "\t", "- ", "— ",
        "9999.99", "v999.999", "Weeknote 53.2021", "(done)", "\u2028", "\x0c",
    ]
)  # fmt: skip
pages = st.lists(pieces | st.text(max_size=12), max_size=60).map("".join)
words = st.from_regex(r"[A-Za-z]{1,9}", fullmatch=True)
sentences = st.lists(words, min_size=4, max_size=40).map(
    lambda line: " ".join(line).capitalize() + "."
)
bullets = st.lists(sentences, min_size=1, max_size=4).map(
    lambda items: "\n".join(f"  • {item}" for item in items)
)
numbers = st.lists(sentences, min_size=1, max_size=4).map(
    lambda items: "\n".join(f"  {at}. {item}" for at, item in enumerate(items, start=1))
)
short_lines = st.lists(words, min_size=1, max_size=6).map(lambda line: " ".join(line).capitalize())
posts = st.lists(sentences | bullets | numbers | short_lines, min_size=1, max_size=8).map(
    # The last line of a post may be taken for the title of the next; a sentence never is.
    lambda blocks: "\n\n".join([*blocks, "These words end the post."])
)


def _read(content: bytes) -> FoundPage | None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "page.txt")
        path.write_bytes(content)
        try:
            return SavedPage().read(path)
        except ImportFailedError:
            return None


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


@given(st.binary(max_size=300))
def test_bytes_are_read_or_refused(content: bytes) -> None:
    _read(content)
    _read(b"Month: April 2021\n\nWeeknote v10.16\n\n" + content)


@given(pages)
@example("Weeknote 12.22\n\x80")
@settings(max_examples=400)
def test_any_page_is_read_or_refused_and_fits_the_library(text: str) -> None:
    page = _read(text.encode("utf-8", errors="replace"))

    for note in page.notes if page else ():
        assert body_text(note.body) == note.body
        assert one_line(note.label)
        assert hidden_spans(note.body, Audience.PUBLIC) == ()
        one_line(note.title)
        for goal in note.goals:
            assert one_line(goal.text)
            assert goal.week in (note.week, note.week.plus(1))
    if page:
        origins = [note.origin for note in page.notes]
        assert len(set(origins)) == len(origins)


@given(pages)
def test_the_same_page_gives_the_same_twice(text: str) -> None:
    content = text.encode("utf-8", errors="replace")

    assert _read(content) == _read(content)


@given(st.lists(posts, min_size=1, max_size=4))
@settings(max_examples=200)
def test_every_word_of_every_post_is_in_its_note(texts: list[str]) -> None:
    page = "A blog\n\nMonth: April 2021\n\n" + "".join(
        f"Weeknote v10.{16 - at}\n\nWeek beginning {19 - 7 * at} April\n\n{text}\n\n"
        for at, text in enumerate(texts[:3])
    )

    found = _read((page + "© 2024 Me\n\nTheme by MeUp ↑\n").encode())

    assert found is not None
    assert [_words(note.body) for note in found.notes] == [_words(text) for text in texts[:3]]


@given(posts, words, words)
def test_a_corrected_post_is_known_again(text: str, wrong: str, right: str) -> None:
    above = "Month: April 2021\n\nWeeknote v10.16\n\nEight words open this post and stay here.\n\n"

    before = _read(f"{above}{text}\n\nThen {wrong}.\n".encode())
    after = _read(f"{above}{text}\n\nThen {right}.\n".encode())

    assert before is not None
    assert after is not None
    assert [note.origin for note in before.notes] == [note.origin for note in after.notes]


def test_a_post_that_stands_twice_is_taken_once() -> None:
    post = "Weeknote v10.16\n\nSome words.\n\n"

    page = _read(f"Month: April 2021\n\n{post}{post}".encode())

    assert page is not None
    assert len(page.notes) == 1
    assert "stands on the page twice" in page.skipped[0]


def test_posts_that_begin_alike_are_two() -> None:
    post = "Weeknote v10.16\n\nThe same eight words open both of these posts. "

    page = _read(f"Month: April 2021\n\n{post}One.\n\n{post}Two.\n".encode())

    assert page is not None
    assert len({note.origin for note in page.notes}) == 2
