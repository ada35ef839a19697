"""Links to other notes, as the page shows them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.publishing.example import page_of, renderer, view_of
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.view import NoteLink

RENDERER = renderer()
LINKS = (
    NoteLink(name="10.2022", address="2022-W10-10-2022.html", note_id="n1"),
    NoteLink(name="Café *& more*", address="2022-W11-cafés.html", note_id="n2"),
)


def html(body: str, audience: Audience = Audience.PUBLIC) -> str:
    made = RENDERER.render(replace(view_of(body, audience), links=LINKS))
    return made.replace(' rel="noopener noreferrer"', "")


TO_10 = '<a href="2022-W10-10-2022.html">'


def test_a_link_leads_to_the_page_of_its_note() -> None:
    assert html("As [[10.2022]] said.") == f"<p>As {TO_10}10.2022</a> said.</p>"
    assert html("[[ 10.2022 |*that* week]]") == f"<p>{TO_10}<em>that</em> week</a></p>"
    assert '<a href="2022-W11-cafés.html">words</a>' in html("[[Café *& more*|words]]")


def test_a_link_that_leads_nowhere_shows_its_words_and_nothing_else() -> None:
    assert html("As [[Moorings]] said.") == "<p>As <span>Moorings</span> said.</p>"
    assert html("As [[Moorings|Jo & I]] said.") == "<p>As <span>Jo &amp; I</span> said.</p>"


@pytest.mark.parametrize("name", ["10.2022", "Moorings"])
@pytest.mark.parametrize("frame", ["`{}`", "    {}", "```\n{}\n```", "\\{}", "!{}"])
def test_it_is_text_in_code_and_behind_a_backslash(name: str, frame: str) -> None:
    made = html(frame.replace("{}", f"[[{name}]]"))
    assert f"[[{name}]]" in re.sub(r"<[^>]*>", "", made)


def test_other_links_with_double_brackets_stay_what_they_are() -> None:
    assert '<a href="https://e.org">[10.2022]</a>' in html("[[10.2022]](https://e.org)")
    assert '<a href="https://e.org">[10.2022]</a>' in html("[[10.2022]][a]\n\n[a]: https://e.org")
    assert "footnote-ref" in html("a[^1]b [[^1]]\n\n[^1]: c")


def test_it_may_stand_in_a_table_a_list_a_heading_and_a_quote() -> None:
    table = html("|a|b|\n|-|-|\n|[[10.2022\\|w]]|[[nowhere\\|x]]|")
    assert f"<td>{TO_10}w</a></td>" in table
    assert "<td><span>x</span></td>" in table
    for mark in ("- ", "## ", "> ", "1. ", "- [x] "):
        assert f"{TO_10}10.2022</a>" in html(f"{mark}[[10.2022]]")


def test_an_escaped_sign_that_is_no_stroke_makes_no_words() -> None:
    assert "<a" not in html("[[10.2022\\*w]]")


def test_quotation_marks_in_its_words_are_printed() -> None:
    assert "“It’s" in html('[[10.2022|"It\'s"]]')


def test_one_page_leaves_no_link_to_the_next() -> None:
    assert TO_10 in html("[[10.2022]]")
    assert "<a" not in RENDERER.render(view_of("[[10.2022]]"))


def test_the_page_that_is_exported_has_the_body_of_the_preview() -> None:
    body = "As [[10.2022]] said, [[nobody]] knew.\n\n- [x] a\n\n|a|\n|-|\n|b|\n\nc[^1]\n\n[^1]: d"
    for audience in (Audience.TEAM, Audience.PUBLIC):
        view = replace(view_of(body, audience), links=LINKS)
        assert RENDERER.render(view) in page_of(view, RENDERER)
