"""Markdown as weeknotes use it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.publishing.example import (
    DONE,
    DROPPED,
    GOALS,
    HIDDEN,
    NEXT_GOALS,
    NOT_STARTED,
    PARTLY,
    PRIVATE,
    STRETCH,
    renderer,
    view_of,
)
from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.view import GoalView

RENDERER = renderer()


def html(body: str, audience: Audience = Audience.PUBLIC, *goals: Goal) -> str:
    return RENDERER.render(view_of(body, audience, goals=goals, next_goals=NEXT_GOALS))


def flat(body: str, audience: Audience = Audience.PUBLIC, *goals: Goal) -> str:
    """The HTML without its line ends."""
    return html(body, audience, *goals).replace("\n", "")


def text(body: str, audience: Audience = Audience.PUBLIC, *goals: Goal) -> str:
    return re.sub(r"<[^>]*>", "", html(body, audience, *goals))


def test_a_list_may_follow_a_line_of_text() -> None:
    assert flat("They asked:\n- a kettle\n- a key") == (
        "<p>They asked:</p><ul><li>a kettle</li><li>a key</li></ul>"
    )


def test_two_spaces_nest_a_list() -> None:
    assert flat("- a\n  - b\n    - c\n- d") == (
        "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"
    )


def test_numbers_go_on_over_a_paragraph() -> None:
    assert flat("1. a\n\nb\n\n2. c\n3. d") == (
        '<ol><li>a</li></ol><p>b</p><ol start="2"><li>c</li><li>d</li></ol>'
    )


def test_a_list_of_another_kind_is_another_list() -> None:
    assert flat("- a\n1. b") == "<ul><li>a</li></ul><ol><li>b</li></ol>"


def test_a_list_with_another_sign_is_another_list_and_both_are_tight() -> None:
    two = "<ul><li>a</li></ul><ul><li>b</li><li>c</li></ul>"
    assert flat("- a\n* b\n* c") == flat("- a\n\n* b\n* c") == two
    assert flat("> - a\n> + b\n> + c") == f"<blockquote>{two}</blockquote>"
    assert flat("- a\n\n- b\n* c") == (
        "<ul><li><p>a</p></li><li><p>b</p></li></ul><ul><li>c</li></ul>"
    )
    assert flat("- a\n* b\n- c").count("<ul>") == 3
    assert "wn-sign" not in html("- a\n* b\n  - c")


def test_a_year_at_the_start_of_a_line_is_no_list() -> None:
    assert flat("We moved in\n1986. What a year") == "<p>We moved in1986. What a year</p>"


def test_the_next_number_of_the_list_before_may_follow_a_line_of_text() -> None:
    assert flat("What I did:\n1. a\n\nThen:\n2. b\n3. c") == (
        '<p>What I did:</p><ol><li>a</li></ol><p>Then:</p><ol start="2"><li>b</li><li>c</li></ol>'
    )
    assert flat("1. a\n\nIn\n1986. Then") == "<ol><li>a</li></ol><p>In1986. Then</p>"
    assert flat("> 1. a\n>\n> b\n> 2. c").count("<ol") == 2


def test_a_quote_at_the_margin_leaves_the_list() -> None:
    assert flat("- a\n> q") == "<ul><li>a</li></ul><blockquote><p>q</p></blockquote>"
    assert flat("- a\n  - b\n> q\n\nc").endswith(
        "<li>b</li></ul></li></ul><blockquote><p>q</p></blockquote><p>c</p>"
    )
    assert flat("1. a\n> q\n2. b") == (
        '<ol><li>a</li></ol><blockquote><p>q</p></blockquote><ol start="2"><li>b</li></ol>'
    )
    assert flat("> - a\n> > q") == (
        "<blockquote><ul><li>a</li></ul><blockquote><p>q</p></blockquote></blockquote>"
    )
    assert flat("- a\n  > q") == "<ul><li>a<blockquote><p>q</p></blockquote></li></ul>"


TABLE = "<table><thead><tr><th>a</th><th>b</th></tr></thead>"


@pytest.mark.parametrize(
    "source",
    ["text\n|a|b|\n|-|-|\n|1|2|", "text\na | b\n:- | -:\n1 | 2", "> c\n> |a|b|\n> |-|-|\n> |1|2|"],
)
def test_a_table_may_follow_a_line_of_text(source: str) -> None:
    made = flat(source)
    assert made.count("<table>") == 1
    assert made.count("<p>") == 1
    assert re.sub(r" align=\"\w+\"", "", made).count("<th>") == 2


def test_a_table_in_an_item_may_follow_its_words() -> None:
    made = flat("- c\n  |a|b|\n  |-|-|\n  |1|2|\n- d")
    assert TABLE in made.partition("</li>")[0]
    assert made.count("<li>") == 2


@pytest.mark.parametrize(
    "source",
    [
        "a\n\n    c\n    |a|b|\n    |-|-|",
        "c\na|b\n---",
        "c\n|a|b|\n|-|",
        "```\nc\n|a|b|\n|-|-|\n```",
    ],
)
def test_what_only_looks_like_a_table_is_none(source: str) -> None:
    assert "<table" not in html(source)


def test_code_that_shows_a_table_stays_letter_by_letter() -> None:
    assert "<code>c\n|a|b|\n|-|-|\n</code>" in html("a\n\n    c\n    |a|b|\n    |-|-|\n")


def test_a_row_of_dashes_within_a_table_begins_no_other() -> None:
    assert html("|a|b|\n|-|-|\n|1|2|\n|-|-|\n|3|4|").count("<table>") == 1


def test_a_footnote_that_stands_twice_is_the_first() -> None:
    made = html("A[^1].\n\n[^1]: first\n[^1]: second\n\n    more of it\n")
    assert "first" in made
    assert "second" not in made
    assert made.count("<li") == 1


def test_an_item_may_hold_paragraphs_code_and_more_lists() -> None:
    source = "1. a\n\n   b\n\n   ```\n   c\n   ```\n   - d\n2. e"
    assert re.sub(r"</?p>", "", flat(source)) == (
        '<ol><li>ab<div class="highlight"><pre><span></span><code>c</code></pre></div>'
        "<ul><li>d</li></ul></li><li>e</li></ol>"
    )


def test_an_item_after_a_paragraph_of_a_deeper_one_is_where_it_looks() -> None:
    html_of = re.sub(r"</?p>", "", flat("- a\n  - b\n\n    c\n  - d\n- e"))
    assert html_of == "<ul><li>a<ul><li>bc</li><li>d</li></ul></li><li>e</li></ul>"


def test_lists_in_quotes_follow_the_same_rules() -> None:
    assert flat("> said:\n> - a\n>   - b\n\nend") == (
        "<blockquote><p>said:</p><ul><li>a<ul><li>b</li></ul></li></ul></blockquote><p>end</p>"
    )


def test_items_can_be_ticked() -> None:
    ticked, open_ = re.findall(r"<li.*?</li>", flat("- [x] a *b*\n- [ ] c\n\n[x]: https://e.org"))
    assert 'class="wn-task wn-ticked"' in ticked
    assert "☑" in ticked
    assert ticked.endswith(">Done:</span> a <em>b</em></li>")
    assert 'class="wn-task"' in open_
    assert "☐" in open_


def test_a_tag_at_the_start_of_a_line_is_no_heading() -> None:
    assert html("#goals are fun") == "<p>#goals are fun</p>"


def test_the_title_stays_the_only_heading_of_level_one() -> None:
    assert flat("# a\n## b\n###### c") == "<h2>a</h2><h3>b</h3><h6>c</h6>"
    assert flat("## a\n### b ###") == "<h2>a</h2><h3>b</h3>"
    assert "<h1" not in html("<h1>a</h1>\n\nb\n===")


def test_a_heading_may_end_in_a_sharp() -> None:
    assert html("## About C#") == "<h2>About C#</h2>"


def test_a_picture_alone_with_a_title_is_a_figure() -> None:
    assert flat("![a boat](boat.jpg \"The 'slow' boat\")") == (
        '<figure><img alt="a boat" src="boat.jpg"><figcaption>The ‘slow’ boat</figcaption></figure>'
    )


def test_quotation_marks_of_a_caption_are_printed_with_a_backslash_or_without() -> None:
    for typed in ('"It\'s \\"no\\" -- yet"', "'It\\'s \"no\" -- yet'"):
        made = html(f"![The bench](bench.png {typed})")
        assert "<figcaption>It’s “no” – yet</figcaption>" in made


def test_a_picture_among_words_leaves_them_where_they_are() -> None:
    assert html('See ![a](a.png "b") here.').startswith("<p>See <img")
    assert html("![a](a.png)").startswith("<p><img")


def test_footnotes_may_have_several_paragraphs_and_lists() -> None:
    made = flat("A[^one] b[^two].\n\n[^two]: c\n[^one]: d\n\n    e\n    - f\n\nend")
    assert made.index("<p>d</p><p>e</p><ul><li>f</li></ul>") < made.index("<p>c&nbsp;")
    assert made.index("<p>end</p>") < made.index('class="footnote"')


def test_ids_of_footnotes_belong_to_the_post_and_name_nothing() -> None:
    body = "A[^my secret] b[^my secret].\n\n[^my secret]: c"
    one, other = (RENDERER.render(view_of(body, title=title)) for title in ("One", "Other"))
    ids = re.findall(r'id="([^"]*)"', one)
    assert len(ids) == len(set(ids)) == 3
    assert all(re.fullmatch(r"wn-2021-w16-[0-9a-f]{6}-fn(ref\d*)?-1", name) for name in ids)
    assert not set(ids) & set(re.findall(r'id="([^"]*)"', other))
    assert set(re.findall(r'href="#([^"]*)"', one)) == set(ids)
    assert "secret" not in one


def test_quotation_marks_and_dashes_are_printed() -> None:
    assert text("\"It's '22\" -- 'tis 'so' --- the '80s...") == "“It’s ’22” – ’tis ‘so’ — the ’80s…"
    assert text('"**Loud**" and "\'Twas"') == "“Loud” and “’Twas”"
    assert text('"`a`" and ("<b>b</b>")') == "“a” and (“b”)"
    assert text("a--b ---- .... `'--'`") == "a–b ---- .... '--'"
    assert text("\\\"a\\'") == "\"a'"


def test_tables_align_without_styles() -> None:
    made = html("|a|b|\n|:-|-:|\n|1|2|")
    assert '<td align="right">2</td>' in made
    assert "style" not in made


def test_code_is_coloured_by_classes_and_otherwise_left_alone() -> None:
    made = html('```python\nif 1: \'--\' & ""\n```\n\n`[GOALS] & "--" <b>`')
    assert '<span class="k">if</span>' in made
    assert '<code>[GOALS] &amp; "--" &lt;b&gt;</code>' in made


@pytest.mark.parametrize("body", ["A & B", "A &amp; B", "<b>A</b> & B", "A &#38; B"])
def test_an_ampersand_is_escaped_once(body: str) -> None:
    assert text(body) == "A &amp; B"


def test_an_ampersand_in_an_address_is_escaped_once() -> None:
    for address in ("https://e.org/?a=1&b=2", "https://e.org/?a=1&amp;b=2"):
        assert 'href="https://e.org/?a=1&amp;b=2"' in html(f"[a]({address})")


def test_strikethrough_leads_definitions_and_abbreviations() -> None:
    assert html("~~a~~") == "<p><del>a</del></p>"
    assert html("**Gates** – open") == "<p><strong>Gates</strong> – open</p>"
    assert flat("a\n:   b") == "<dl><dt>a</dt><dd>b</dd></dl>"
    assert '<abbr title="Care Trust">CT</abbr>' in html("A CT.\n\n*[CT]: Care Trust")


@pytest.mark.parametrize("source", ["Prices: *from **10*20", "*starred **both*and more"])
def test_emphasis_that_crosses_takes_no_letter(source: str) -> None:
    assert text(source).replace("*", "") == source.replace("*", "")


def test_emphasis_in_emphasis_and_underscores_in_words() -> None:
    assert html("***a** b* snake_case_name __c__") == (
        "<p><em><strong>a</strong> b</em> snake_case_name <strong>c</strong></p>"
    )


MARKS = ["*", "**", "***", "_", "__", "~~", " ", "\n", "(", ")", ".", "`x`", "a", "1"]


@given(st.lists(st.sampled_from(MARKS), max_size=24))
def test_every_word_between_marks_is_on_the_page_once_and_in_its_place(marks: list[str]) -> None:
    words = [chr(ord("\u4e00") + place) for place in range(len(marks))]
    made = text("".join(part for pair in zip(words, marks, strict=True) for part in pair))
    assert [letter for letter in made if letter in words] == words


# No table, whose rows end with its columns, and nothing that is an address or a name.
BLOCK_MARKS = ["- ", "* ", "+ ", "1. ", "2. ", "7) ", "  ", "    ", "> ", "# ", "## ", "\n: "]
BLOCK_MARKS += ["\n", "\n", "\n\n", "\n- ", "\n> ", "\n1. ", "\n2. ", "---\n", "===\n", "~~~\n"]
BLOCK_MARKS += ["**", "*", "_", "`x`", "[", "]", "- [x] ", "<title>", "<script>", "<textarea> "]
BLOCK_MARKS += ["<template>", "\n<iframe>\n", "\n\n<style>\n\n", "'", '"', "--", "& ", " "]


@given(st.lists(st.sampled_from([*BLOCK_MARKS, *["word"] * len(BLOCK_MARKS)]), max_size=30))
def test_every_word_is_on_the_page_once_and_in_its_place(pieces: list[str]) -> None:
    words = [chr(ord("\u4e00") + place) for place in range(pieces.count("word"))]
    waiting = iter(words)
    source = "".join(next(waiting) if piece == "word" else piece for piece in pieces)
    assert [letter for letter in text(source) if letter in words] == words


def test_goals_stand_where_the_line_stands() -> None:
    made = flat("before\n[GOALS]\nafter", Audience.PUBLIC, DONE, PARTLY, DROPPED, NOT_STARTED)
    assert made.startswith('<p>before</p><ul class="wn-goals"><li class="wn-done"><span ')
    assert made.endswith("</ul><p>after</p>")
    assert (
        '<span aria-hidden="true" class="wn-mark">✓</span> <span class="wn-hidden">Done:</span> '
        "A tool for working with the growers’ co-operative"
        " – it needs a worked example before anybody believes it</li>"
    ) in made
    words = text("[GOALS]", Audience.PUBLIC, DONE, PARTLY, DROPPED, NOT_STARTED)
    assert [line[0] for line in words.strip().splitlines()] == ["✓", "◐", "✕", "○"]


def test_goals_of_the_next_week_have_a_mark_and_no_outcome() -> None:
    assert text("[NEXT WEEK]").strip() == "○ The roadmap agreed with the three teams"
    later = (GoalView(text="a", outcome=Outcome.DONE, line="b"),)
    made = RENDERER.render(replace(view_of("[NEXT WEEK]"), next_goals=later))
    assert re.sub(r"<[^>]*>", "", made).strip() == "○ a"


def test_a_list_after_the_goals_is_a_list_of_its_own() -> None:
    made = flat("[GOALS]\n\n- a", Audience.PUBLIC, DONE)
    assert made.endswith("</ul><ul><li>a</li></ul>")


def test_a_stretch_goal_is_marked_as_one() -> None:
    assert "Three teams say why <em>(stretch)</em></li>" in html(
        "[GOALS]", Audience.PUBLIC, STRETCH
    )


def test_no_goals_leave_nothing() -> None:
    assert html("a\n\n[GOALS]\n\nb") == "<p>a</p>\n<p>b</p>"


def test_a_private_goal_leaves_its_public_wording_or_nothing() -> None:
    seen = text("[GOALS]", Audience.PUBLIC, *GOALS)
    assert PRIVATE.public_text is not None
    assert PRIVATE.public_text in seen
    assert PRIVATE.text not in seen
    assert HIDDEN.text not in seen


@pytest.mark.parametrize("place", ["- {}", "> {}", "1. {}", "- a\n  {}", "a\n: {}", "> - {}"])
@pytest.mark.parametrize("line", ["[GOALS]", "[NEXT WEEK]"])
def test_the_lines_are_literal_in_lists_and_quotes_with_goals_or_without(
    place: str, line: str
) -> None:
    source = place.replace("{}", line)
    one = view_of(source, goals=(DONE,), next_goals=NEXT_GOALS)
    assert RENDERER.render(one) == RENDERER.render(replace(one, goals=(), next_goals=()))
    assert line in RENDERER.render(one)


@pytest.mark.parametrize("note", ["[GOALS]", "*[W]: w", "[x]: https://e.org", "<!-- a -->"])
@pytest.mark.parametrize("text", ["    [^1]", "a[^2] b[^1]", "a[^1]"])
def test_a_footnote_that_shows_nothing_is_shown_as_nothing(text: str, note: str) -> None:
    view = replace(view_of(""), body=f"{text}\n\n[^1]: {note}\n[^2]: c")
    assert RENDERER.render(view).count("<li") == 2


def test_the_lines_are_literal_in_code() -> None:
    made = text("    [GOALS]\n\n```\n[NEXT WEEK]\n```\n\nsay `[GOALS]`", Audience.PUBLIC, DONE)
    assert made.count("[GOALS]") == 2
    assert "[NEXT WEEK]" in made


def test_a_line_on_what_happened_keeps_its_names() -> None:
    for line, seen in {
        "Jo has it.": "Jo has it",
        "I did.": "I did",
        "Who knows…": "who knows…",
        "It's in": "it’s in",
    }.items():
        goal = Goal(id="g", thread="g", week=DONE.week, text="a", outcome=DONE.outcome, line=line)
        assert f"a – {seen}</li>" in html("[GOALS]", Audience.PUBLIC, goal)


def test_the_writer_sees_private_passages_tinted() -> None:
    made = flat("a %%b **c** d%%\n\n::: private\ne\n- f\n:::\n\ng\n\n::: team\nh", Audience.ME)
    assert '<span class="wn-private">b </span><strong><span class="wn-private">c</span>' in made
    assert '<div class="wn-private"><p>e</p><ul><li>f</li></ul></div><p>g</p>' in made
    assert made.endswith('<div class="wn-private"><p>h</p></div>')


def test_a_passage_that_ends_further_out_is_tinted_piece_by_piece() -> None:
    made = flat("- a\n  ::: private\n  b\n- c\n:::\n- d\n", Audience.ME)
    assert '<div class="wn-private"><p>b</p></div>' in made
    assert '<li class="wn-private">' in made
    assert "<li>" in made.split("c</", 1)[1]


@pytest.mark.parametrize(
    "body",
    [
        "[a](https://e.org/%%b%%)",
        "<b title='%%x%%'>a</b>",
        "```\na\n```\n\n::: private\n```\n%%\n```",
        "<div>\n::: private\na\n:::\n</div>",
        "# %%a%%\n\n![%%b%%](c.png '%%d%%')",
    ],
)
def test_no_tint_mark_reaches_the_page(body: str) -> None:
    assert not re.search("[\ue000-\ue003]", html(body, Audience.ME))


def test_one_post_leaves_nothing_to_the_next() -> None:
    html("A[^1] [b] HTML\n\n[^1]: c\n[b]: https://e.org\n*[HTML]: d")
    assert html("A[^1] [b] HTML") == "<p>A [b] HTML</p>"


def test_a_post_that_was_given_up_leaves_nothing_to_the_next() -> None:
    own = renderer()
    with pytest.raises(RecursionError):
        own.render(view_of("- " * 5_000 + "x"))
    assert own.render(view_of("a *b*")) == "<p>a <em>b</em></p>"
