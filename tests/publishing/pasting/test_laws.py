"""Whatever is pasted: no script comes in, and no visible word is lost or changes its place."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from weeknotes_desktop.domain.brought import Brought
from weeknotes_desktop.domain.errors import PasteError
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.paths import resource
from weeknotes_desktop.publishing.markdown import MarkdownRenderer
from weeknotes_desktop.publishing.pasting import reading
from weeknotes_desktop.publishing.words import Words

_SEEN = re.compile(r"seen\d+x")
_UNSEEN = re.compile(r"unseen\d+x")
_TAGS = (
    "p div span b i strong em u s del a h1 h2 h3 ul ol li blockquote table tr td th section"
    " article code font label center sup q body html dl dt dd figure nav o:p"
)
_HIDDEN = ["script", "style", "template", "noscript", "title", "svg", "iframe"]
_SPICE = [
    "*",
    "_",
    "[",
    "]",
    "`",
    "<",
    "&",
    "|",
    "#",
    "1.",
    "- ",
    ":::",
    "%%",
    "~~",
    "\\",
    "!",
    ">",
]

_RENDERER = MarkdownRenderer(Words.read(resource("words")))


def rendered(body: str) -> str:
    """What a reader of the note sees, as HTML."""
    view = NoteView(audience=Audience.ME, week=Week(2021, 9), label="v1", title="", body=body)
    return _RENDERER.render(view)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


_word = st.just("seen{}x ")
_spiced = st.builds(
    lambda before, after: f"{_escaped(before)}seen{{}}x{_escaped(after)} ",
    st.sampled_from(["", *_SPICE]),
    st.sampled_from(["", *_SPICE]),
)


def _within(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds(
            lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
            st.sampled_from(_TAGS.split()),
            st.lists(inner, max_size=4),
        ),
        st.builds(
            lambda parts: f'<a href="https://example.org/">{"".join(parts)}</a>',
            st.lists(inner, max_size=2),
        ),
        st.builds(lambda tag: f"<{tag}>unseen{{}}x</{tag}>", st.sampled_from(_HIDDEN)),
        st.builds(
            lambda parts: f'<p style="mso-list:l0 level2 lfo1">{"".join(parts)}</p>',
            st.lists(inner, max_size=2),
        ),
    )


pages = st.lists(st.recursive(_word | _spiced, _within, max_leaves=25), min_size=1, max_size=6).map(
    "".join
)


def numbered(page: str) -> str:
    """A page whose words all differ."""
    for number in range(page.count("{}")):
        page = page.replace("{}", str(number), 1)
    return page


@settings(max_examples=300)
@given(pages)
def test_every_visible_word_survives_in_its_order_and_no_hidden_one(page: str) -> None:
    html = numbered(page)
    written = reading.read(Brought(html=html)).text
    assert not _UNSEEN.search(written)
    assert _SEEN.findall(written) == _SEEN.findall(_UNSEEN.sub("", html))


@settings(max_examples=200)
@given(pages)
def test_what_was_pasted_reads_back_with_every_word(page: str) -> None:
    html = numbered(page)
    written = reading.read(Brought(html=html)).text
    assert _SEEN.findall(rendered(written)) == _SEEN.findall(_UNSEEN.sub("", html))


@settings(max_examples=200)
@given(pages)
def test_the_words_alone_are_the_same_words(page: str) -> None:
    html = numbered(page)
    alone = reading.words(Brought(html=html)).text
    assert _SEEN.findall(alone) == _SEEN.findall(_UNSEEN.sub("", html))


@settings(max_examples=300)
@given(st.text(max_size=200) | st.text(alphabet="<>/!-[]a b='\"&;#*`scriptSCRIPT\n", max_size=200))
def test_any_html_gives_text_without_script(html: str) -> None:
    try:
        written = reading.read(Brought(html=html)).text
    except PasteError:
        return
    assert "\0" not in written
    assert "<script" not in rendered(written).lower()
