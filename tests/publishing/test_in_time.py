"""What stands in for Python-Markdown's own finds the same, only sooner."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import (
    IMAGE_LINK_RE,
    LINK_RE,
    ImageInlineProcessor,
    LinkInlineProcessor,
)

from weeknotes_desktop.publishing.extensions.brackets import BracketsExtension, Pairs
from weeknotes_desktop.publishing.extensions.tags import TagsExtension

FAR = "[x] " * 70
BRACKETS = ["[", "]", "![", "](", "(", ")", "[a](b)", "[ref]", "[ref][]", "][ref]", "a", " ", "'t'"]
BRACKETS += ["<b>", "\n", "`", "\\", FAR, "[" * 70]
TAGS = [
    "<",
    ">",
    "<a ",
    "b='",
    "'",
    '"',
    "/>",
    "</a>",
    "<div>",
    "</div>",
    "<!--",
    "-->",
    "<?",
    "?>",
]
TAGS += ["<![", "]]>", "&amp;", "&", "&#38;", "\n\n", "\n", "    ", "`", "a", "<br", "<script>"]
REFERENCE = "\n\n[ref]: https://e.org 'title'\n"


class _EndsBehind(LinkInlineProcessor):
    """Python-Markdown's own link, but for one that ends before it begins."""

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802
        found = super().getLink(data, index)
        return found if found[2] >= index else ("", None, index, False)


class _PictureEndsBehind(_EndsBehind, ImageInlineProcessor):
    pass


class _OwnExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.inlinePatterns.register(_EndsBehind(LINK_RE, md), "link", 160)
        md.inlinePatterns.register(_PictureEndsBehind(IMAGE_LINK_RE, md), "image_link", 150)


def rendered(source: str, *extensions: Extension) -> str:
    return Markdown(extensions=extensions).convert(source)


@given(st.lists(st.sampled_from(BRACKETS), max_size=25).map("".join))
@example("[ref]('t'](")
def test_brackets_make_the_same_links_and_pictures(source: str) -> None:
    whole = source + REFERENCE
    assert rendered(whole, BracketsExtension()) == rendered(whole, _OwnExtension())


def test_a_link_without_an_end_swallows_no_words() -> None:
    source = "[see]('it'](that) and all the words behind it"
    assert rendered(source, BracketsExtension()) == f"<p>{source}</p>"


@given(st.lists(st.sampled_from(TAGS), max_size=25).map("".join))
def test_the_same_raw_html_is_put_aside(source: str) -> None:
    assert rendered(source, TagsExtension()) == rendered(source)


@given(st.text("[]ab", max_size=300), st.data())
def test_pairs_stay_right_while_words_before_them_change(text: str, data: st.DataObject) -> None:
    pairs = Pairs()
    for _ in range(3):
        opening = [at for at, sign in enumerate(text) if sign == "["]
        for at in opening:
            assert pairs.closing(text, at + 1) == _closing(text, at)
        text = data.draw(st.text("[]ab", max_size=5)) + text[data.draw(st.integers(0, 20)) :]


@pytest.mark.parametrize("between", [0, 63, 64, 65, 200])
def test_a_bracket_closes_however_far_away(between: int) -> None:
    text = "[" + "[]" * between + "]"
    assert Pairs().closing(text, 1) == len(text) - 1
    assert Pairs().closing(text[:-1], 1) is None


def _closing(text: str, opening: int) -> int | None:
    depth = 0
    for at in range(opening, len(text)):
        depth += {"[": 1, "]": -1}.get(text[at], 0)
        if not depth:
            return at
    return None
