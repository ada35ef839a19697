"""Our typography sets the marks that SmartyPants sets, in a tenth of its time."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.smarty import SmartyExtension

from tests.publishing.example import renderer, view_of
from weeknotes_desktop.domain.example import Example
from weeknotes_desktop.domain.quotation import Quotes
from weeknotes_desktop.paths import resource
from weeknotes_desktop.publishing.extensions.typography import TypographyExtension
from weeknotes_desktop.publishing.importers.example_weeks import read_example
from weeknotes_desktop.publishing.printing import printed

CORPUS = [
    "It's the tide's turn, and the moorings' too.",
    '"We can\'t wait," said Tamsin, "until the lock is mended."',
    "'Not on a Sunday,' he said -- and then: 'Well, perhaps.'",
    "She called it \"the 'slow' boat\" all week.",
    "Back in the '80s we had three; now it's forty.",
    "Yes -- no --- perhaps... we'll see.",
    'The "plan" (or "sketch") and the [“map”](https://e.org "a \'b\'").',
    "**\"Loud\"** and *'quiet'*, `'code' -- \"...\"`, and 5'.",
    '- "One"\n- \'two\'\n- it\'s three\n\n> "Quoted," they said.',
    '# It\'s "done"\n\n|\'a\'|"b"|\n|-|-|\n|it\'s|"so"|',
    "    'code' -- stays\n\n<b title='x'>\"bold\"</b>",
]


def shown(source: str, typography: Extension) -> str:
    made = Markdown(extensions=["tables", typography]).convert(source)
    return html.unescape(made)


def both(source: str) -> tuple[str, str]:
    return shown(source, TypographyExtension()), shown(source, SmartyExtension())


@pytest.mark.parametrize("source", CORPUS)
def test_it_sets_the_marks_that_smartypants_sets(source: str) -> None:
    ours, theirs = both(source)
    assert ours == theirs


def test_it_does_so_in_the_example_weeks() -> None:
    example: Example = read_example(resource("example/weeks.yaml"))
    for week in example.weeks:
        ours, theirs = both(week.body)
        assert ours == theirs


HOUSES = {
    Quotes.ENGLISH: "“It’s ‘so’,” he said – the boats’ ’22… “‘A’ b”",
    Quotes.GERMAN: "„It’s ‚so‘,“ he said – the boats’ ’22… „‚A‘ b“",
    Quotes.FRENCH: "«\u202fIt’s ‹\u202fso\u202f›,\u202f» he said – the boats’ ’22…"
    " «\u202f‹\u202fA\u202f› b\u202f»",
    Quotes.SWISS: "«It’s ‹so›,» he said – the boats’ ’22… «‹A› b»",
    Quotes.SWEDISH: "”It’s ’so’,” he said – the boats’ ’22… ”’A’ b”",
    Quotes.STRAIGHT: "\"It's 'so',\" he said -- the boats' '22... \"'A' b\"",
}


@pytest.mark.parametrize("quotes", Quotes)
def test_the_house_style_reaches_the_page(quotes: Quotes) -> None:
    typed = HOUSES[Quotes.STRAIGHT]
    assert printed(typed, quotes) == HOUSES[quotes]
    made = renderer().render(replace(view_of(typed), quotes=quotes))
    assert html.unescape(made) == f"<p>{HOUSES[quotes]}</p>"
    assert printed(HOUSES[quotes], quotes) == HOUSES[quotes]


def test_single_quotes_close_over_other_signs_and_end_with_the_paragraph() -> None:
    typed = "'*Ruhig*, sagte' er, '`a`' und *'b'*.\n\nOtto' Boot"
    made = renderer().render(replace(view_of(typed), quotes=Quotes.GERMAN))
    assert re.sub("<[^>]*>", "", made) == "‚Ruhig, sagte‘ er, ‚a‘ und ‚b‘.\nOtto’ Boot"
    open_ = renderer().render(replace(view_of("'Offen\n\nOtto' Boot"), quotes=Quotes.GERMAN))
    assert "Otto’ Boot" in open_


def test_one_post_leaves_its_house_style_to_no_other() -> None:
    shared = renderer()
    shared.render(replace(view_of('"a"'), quotes=Quotes.GERMAN))
    assert shared.render(view_of('"a"')) == "<p>“a”</p>"


WORDS = st.sampled_from(["a boat", "it's", "we'll", "the writers' week", "x.", "10", "No", "so,"])
PLAIN = WORDS.filter(lambda words: "'" not in words)
QUOTED = PLAIN.map(lambda words: f'"{words}"') | WORDS.filter(str.isalpha).map(
    lambda words: f"'{words}'"
)
BITS = st.one_of(WORDS, QUOTED, st.sampled_from(["--", "---", "...", "*it's*", "`'--'`", "(it's)"]))


@given(st.lists(BITS, min_size=1, max_size=12).map(" ".join))
def test_it_does_so_in_any_ordinary_sentence(sentence: str) -> None:
    ours, theirs = both(f"So {sentence}")
    assert ours == theirs


def test_where_smartypants_is_mistaken_it_is_not() -> None:
    for source, wanted in {
        "'tis 'til 'em": "’tis ’til ’em",
        "back in '22": "back in ’22",
        'so "it\'s"': "so “it’s”",
    }.items():
        ours, theirs = both(source)
        assert ours == f"<p>{wanted}</p>" != theirs
