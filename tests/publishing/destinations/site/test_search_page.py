"""The search page: what it looks through, and that nothing in it ends its script."""

from __future__ import annotations

import base64
import json
import re
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from tests.publishing.destinations.site.blogs import a_note, pages_in, site_of, some_notes
from weeknotes_desktop.publishing.destinations.site.search import _literal
from weeknotes_desktop.publishing.words_of_notes import (
    excerpt,
    plain_words,
    shortened,
)


def script_in(page: str) -> str:
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    return str(script)


def test_the_one_script_is_named_by_its_hash() -> None:
    page = pages_in(site_of(some_notes(3)))["search/index.html"]
    digest = base64.b64encode(sha256(script_in(page).encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}';" in page
    assert page.count("<script") == 1


def test_it_knows_words_titles_labels_and_tags_of_every_note() -> None:
    note = a_note(3, "The **lower** lock.[^1]\n\n[^1]: Shut.", tags=("rain",), category="Canal")
    script = script_in(pages_in(site_of([note]))["search/index.html"])
    (line,) = re.findall(r"^const notes = (.*);$", script, re.MULTILINE)
    ((path, heading, about, tags, text),) = json.loads(line)
    assert path == f"{note.place}/index.html"
    assert heading == "High water"
    assert about == ["Weeknote 4.2021", "Week beginning 25 January 2021", "Canal"]
    assert tags == ["rain"]
    assert text == "The lower lock. Shut."


@given(st.text())
def test_no_word_ends_the_script_or_a_line_of_it(text: str) -> None:
    written = _literal([text, "</script>", "<!--", "\u2028"])
    assert not re.search("[<\n\u2028\u2029]", written)
    written.encode()
    json.loads(written)


def test_words_stay_whole_where_they_are_set_apart() -> None:
    assert plain_words("<p>le<em>ar</em>nt</p><p>a&amp;b</p>") == "learnt a&b"
    assert plain_words('<li><span class="wn-mark" aria-hidden="true">✓</span> a</li>') == "a"


def test_an_excerpt_is_the_first_paragraph_that_says_something() -> None:
    words = "Something that is long enough to say what the week was about."
    assert excerpt(f"<h2>Focus</h2><p>Hi.</p><p>{words}</p>") == words
    assert excerpt("<h2>Focus</h2><p>Hi.</p>") == "Hi."
    assert excerpt("<ul><li>One</li><li>Two</li></ul>") == "One Two"
    assert excerpt("") == ""


@given(st.text(), st.integers(2, 50))
def test_what_is_shortened_is_short(text: str, longest: int) -> None:
    assert len(shortened(text, longest)) <= longest + 1
