"""Links that a reader may not follow: their words stand in their place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.publishing.example import renderer
from tests.publishing.example import view_of as view
from weeknotes_desktop.domain.loose_links import without_loose_links

RENDERER = renderer()


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("As [[Nobody|we]] said, [[Nobody]].", "As we said, Nobody."),
        ("[[Nobody|a]][[Nobody|b]]: c", "ab: c"),
        ("As [[Known|we]] said, [[ Known ]].", "As [[Known|we]] said, [[ Known ]]."),
        ("|a|\n|-|\n|[[Nobody\\|we]]|", "|a|\n|-|\n|we|"),
        ("`[[Nobody|we]]` [[Nobody|we]]", "`[[Nobody|we]]` we"),
        ("```\n[[Nobody|we]]\n```", "```\n[[Nobody|we]]\n```"),
        ("\\[[Nobody|we]] \\\\[[Nobody|we]]", "\\[[Nobody|we]] \\\\we"),
        ("[[Nobody]](https://e.org) ![[Nobody]]", "[[Nobody]](https://e.org) ![[Nobody]]"),
        # What would begin a block of its own does not.
        ("[[Nobody|# a]]\n\n- [[Nobody|2021. b]]", "\\# a\n\n- 2021\\. b"),
        ("a\n[[Nobody|---]]\n> [[Nobody|    c]]", "a\n\\---\n> c"),
        ("", ""),
    ],
)
def test_the_words_of_a_link_stand_in_its_place(body: str, shown: str) -> None:
    assert without_loose_links(body, {"Known"}) == shown


FRAMES = st.sampled_from(
    [
        *("[[HIDDEN|words]]", "[[HIDDEN]]", "[[ HIDDEN |*w* x]]", "[[HIDDEN\\|w]]"),
        *("[[HIDDEN|# w]]", "[[HIDDEN|1. w]]", "[[HIDDEN|- w]]", "[[HIDDEN|<b>w</b>]]"),
        *("a ", " b", "\n", "\n\n", "- ", "> ", "1. ", "# ", "|", "**", "`c`", "\\ ", "~~"),
    ]
)
BODIES = st.lists(FRAMES, max_size=8).map("".join)


@given(BODIES)
def test_the_page_says_what_it_said_with_the_links(body: str) -> None:
    def words(source: str) -> str:
        return "".join(re.findall(r"\w", re.sub(r"<[^>]*>", "", RENDERER.render(view(source)))))

    assert words(without_loose_links(body, ())) == words(body)


@given(BODIES)
def test_whether_there_is_such_a_note_shows_nowhere(body: str) -> None:
    assert without_loose_links(body.replace("HIDDEN", "NOBODY"), ()) == without_loose_links(
        body, ()
    ).replace("HIDDEN", "NOBODY")
