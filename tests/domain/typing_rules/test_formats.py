"""What buttons and menus do to a text."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.domain.typing_rules.passages import marked, passages, shown
from weeknotes_desktop.domain.audience import hidden_spans
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.typing_rules.formats import FORMATS
from weeknotes_desktop.domain.typing_rules.passage import Passage


@given(passages(), st.sampled_from(sorted(FORMATS)))
def test_no_text_breaks_a_format_and_the_selection_lies_within_it(
    passage: Passage, name: str
) -> None:
    after = FORMATS[name](passage)
    assert 0 <= after.start <= after.end <= len(after.text)


@given(passages(st.text(alphabet="ab *_-é😀", max_size=40)), st.sampled_from(["bold", "italic"]))
def test_emphasis_twice_is_none(passage: Passage, name: str) -> None:
    # A caret amid stray stars has no word of its own before they are gone.
    assume(passage.selected.strip() or "*" not in passage.text)
    once = FORMATS[name](passage)
    # A caret behind a word steps out of its marks instead.
    assume(once.start != once.end or once.text[once.start - 1] == "*" or once.text[once.end] != "*")
    assert FORMATS[name](once).text == passage.text


@given(passages(st.text(alphabet="ab *é😀", max_size=40)), st.sampled_from(["bold", "italic"]))
def test_emphasis_keeps_the_same_words_selected(passage: Passage, name: str) -> None:
    assume(passage.selected.strip(" *"))
    assert FORMATS[name](passage).selected.strip(" *") == passage.selected.strip(" *")


@given(
    passages(st.text(alphabet="ab é\n", max_size=40)),
    st.sampled_from(["heading", "bullets", "numbers", "quote"]),
)
def test_marks_at_the_front_of_plain_lines_come_and_go(passage: Passage, name: str) -> None:
    assume(passage.selected.strip() or passage.start == passage.end)
    once = FORMATS[name](passage)
    assert FORMATS[name](once).text == passage.text


@given(passages(st.text(alphabet="ab é\n", max_size=40)))
def test_what_is_made_private_is_hidden_and_comes_out_again(passage: Passage) -> None:
    assume(passage.selected.strip())
    private = FORMATS["private"](passage)
    hidden = "".join(
        private.text[begin:end] for begin, end in hidden_spans(private.text, Audience.PUBLIC)
    )
    assert all(word in hidden for word in passage.selected.split())
    assert FORMATS["private"](private).text == passage.text


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("bold", "We |walked| home", "We **|walked|** home"),
        ("bold", "We **|walked|** home", "We |walked| home"),
        ("bold", "We |**walked**| home", "We |walked| home"),
        ("bold", "We *|walked|* home", "We ***|walked|*** home"),
        ("bold", "We wal|ked home", "We **wal|ked** home"),
        ("bold", "We  |  home", "We  **|**  home"),
        ("bold", "We| walked |home", "We **|walked|** home"),
        ("bold", "|- walk\n- swim|", "|- **walk**\n- **swim**|"),
        ("italic", "It’s don|’t, twice", "It’s *don|’t*, twice"),
        ("bold", "We **walked|** home", "We **walked**| home"),
        ("bold", "We **walked**| home", "We **walked|** home"),
        ("bold", "We **walked home|**", "We **walked home**|"),
        ("bold", "**a** b **c d|**", "**a** b **c d**|"),
        ("bold", "- **walk|**", "- **walk**|"),
        ("bold", "* **walk|**", "* **walk**|"),
        ("bold", "We **wal|ked** home", "We wal|ked home"),
        ("bold", "We **|** home", "We | home"),
        ("bold", "We *walked|* home", "We ***walked|*** home"),
        ("bold", "We ***walked|*** home", "We ***walked**|* home"),
        ("bold", "We walk|**ed**", "We **walk|****ed**"),
        ("italic", "We *walked|* home", "We *walked*| home"),
        ("italic", "We *walked|*\nhome", "We *walked*|\nhome"),
        ("italic", "We ***walked**|* home", "We ***walked***| home"),
        ("italic", "* *walk|*", "* *walk*|"),
        ("bold", "We `wal|ked` home", "We **`wal|ked`** home"),
        ("bold", "We **`wal|ked`** home", "We `wal|ked` home"),
        ("bold", "We `|walked|` home", "We **|`walked`|** home"),
        ("bold", "We **`|walked|`** home", "We |`walked`| home"),
        ("italic", "|We `wal|ked` home", "*|We `walked`|* home"),
        ("italic", "`a*b*c|*` d", "*`a*b*c|*`* d"),
        ("bold", "```\nwal|ked\n```", "```\nwal|ked\n```"),
        ("bold", "|One\n```\ntwo\n```\nthree|", "|**One**\n```\ntwo\n```\n**three**|"),
        ("heading", "Ones to| watch", "## Ones to| watch"),
        ("heading", "# Ones to| watch", "## Ones to| watch"),
        ("heading", "## Ones to| watch", "Ones to| watch"),
        ("bullets", "|one\n\ntwo|", "|- one\n\n- two|"),
        ("bullets", "|1. one\n2. two|", "|- one\n- two|"),
        ("numbers", "|one\ntwo|", "|1. one\n2. two|"),
        ("quote", "|one\n\ntwo|", "|> one\n> \n> two|"),
        ("link", "See |the notes| here", "See [the notes](|) here"),
        ("link", "See |https://example.org/a| here", "See [|](https://example.org/a) here"),
        ("link", "See [the no|tes](https://a.org)", "See [the notes](|https://a.org|)"),
        ("link", "See [|the notes|](https://a.org)", "See [the notes](|https://a.org|)"),
        ("link", "See [the notes](|https://a.org|)", "See |the notes|"),
        ("link", "See [the notes](|)", "See |the notes|"),
        (
            "link",
            "See [O (ri|ver)](https://a.org/O_(river)).",
            "See [O (river)](|https://a.org/O_(river)|).",
        ),
        ("footnote", "It took longer.|", "It took longer.[^1]\n\n[^1]: |"),
        ("footnote", "One.[^1] Two.|\n\n[^1]: a", "One.[^1] Two.[^2]\n\n[^1]: a\n[^2]: |"),
        ("footnote", "One.[^1|]\n\n[^1]: Two walks", "One.[^1]\n\n[^1]: |Two walks|"),
        ("footnote", "One.[^a] Two.\n\n[^a]: wal|ked", "One.[^a]| Two.\n\n[^a]: walked"),
        ("footnote", "One.[^a] b\n\n[^a]: c\n\n    d|", "One.[^a]| b\n\n[^a]: c\n\n    d"),
        ("footnote", "One.[^a|]", "One.[^a]\n\n[^a]: |"),
        ("footnote", "[^a]: no m|ark", "[^a]: no m|ark"),
        ("footnote", "[^1]: a\n\nOne.|", "[^1]: a\n\nOne.[^2]\n\n[^2]: |"),
        ("heading-down", "Ones|", "# Ones|"),
        ("heading-down", "###### Ones|", "###### Ones|"),
        ("heading-down", "|# One\n\n## Two|", "|## One\n\n### Two|"),
        ("heading-up", "# Ones|", "Ones|"),
        ("heading-up", "Ones|", "###### Ones|"),
        ("tasks", "|one\n- two\n3. three|", "|- [ ] one\n- [ ] two\n- [ ] three|"),
        ("tasks", "- [x] one|", "one|"),
        ("bullets", "- [x] one|", "- one|"),
        ("bullets", "-  [ ] one|", "- one|"),
        ("numbers", "- [ ] one|", "1. one|"),
        ("tick", "- [ ] one|", "- [x] one|"),
        ("tick", "|> - [x] one\ntwo\n1. [X] three|", "|> - [ ] one\ntwo\n1. [ ] three|"),
        ("tick", "|- [ ] one\n- [x] two|", "|- [x] one\n- [x] two|"),
        ("tick", "one| [ ]", "one| [ ]"),
        ("code", "We |walked| home", "We `|walked|` home"),
        ("code", "We `|walked|` home", "We |walked| home"),
        ("code", "We wal|ked home", "We `wal|ked` home"),
        ("code", "We `wal|ked` home", "We wal|ked home"),
        ("code", "We | home", "We `|` home"),
        ("code", "a\n|b\nc|\nd", "a\n```\n|b\nc|\n```\nd"),
        ("code", "a\n```\n|b\nc|\n```\nd", "a\n|b\nc|\nd"),
        ("code", "|```\nb\n```|", "|b|"),
        ("code", "|a\n```\nb|", "````\n|a\n```\nb|\n````"),
        ("private", "a\n|b|\nc", "a\n::: private\n|b|\n:::\nc"),
        ("private", "a\n::: private\nb|\n:::\nc", "a\nb|\nc"),
        ("private", "Not |for that price| today", "Not %%|for that price|%% today"),
        ("private", "Not %%|for that price|%% today", "Not |for that price| today"),
        ("goals", "One.|\nTwo.", "One.\n\n[GOALS]|\n\nTwo."),
        ("goals", "|", "[GOALS]|\n"),
        ("next-week", "One.\n\n|", "One.\n\n[NEXT WEEK]|\n"),
    ],
)
def test_a_button_does_what_it_says(name: str, before: str, after: str) -> None:
    assert shown(FORMATS[name](marked(before, "|")), "|") == after
