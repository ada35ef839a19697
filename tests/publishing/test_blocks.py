"""The blocks of a rendered body say what a reader reads first in each."""

from __future__ import annotations

from tests.publishing.example import renderer, view_of
from weeknotes_desktop.domain.block_lines import Block, Kind, block_lines
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.publishing.blocks import blocks

RENDERER = renderer()


def texts(body: str) -> list[str]:
    return [" ".join(block.text.split()) for block in blocks(body)]


def test_each_block_has_the_words_it_begins_with() -> None:
    assert texts(
        "<h2>A</h2>\n<p>b <em>c</em> &amp; d</p><ul><li>e<ul><li>f</li></ul></li></ul>"
    ) == [
        "A",
        "b c & d",
        "e",
        "f",
    ]


def test_what_stands_in_no_source_is_not_read() -> None:
    assert texts('<p>a<sup id="x"><a>1</a></sup> b</p>') == ["a b"]
    assert texts('<li><span class="wn-hidden">To do:</span> c</li>') == ["c"]


def test_a_picture_is_read_as_its_description() -> None:
    assert texts('<figure><img src="x" alt="A bench"><figcaption>Sea</figcaption></figure>') == [
        "A bench Sea"
    ]


def test_a_tag_in_an_attribute_is_no_tag() -> None:
    assert texts('<p title="<p>">a</p>') == ["a"]


def test_goals_and_footnotes_are_known() -> None:
    assert [
        block.kind
        for block in blocks(
            '<ul class="wn-goals"><li>a</li></ul><p>b</p><div class="footnote"><p>c</p></div>'
        )
    ] == [Kind.GOALS, Kind.TEXT, Kind.TEXT, Kind.FOOTNOTE]
    assert blocks("") == ()
    assert blocks("words alone") == ()
    assert blocks("<p>")[0] == Block("")


SOURCE = """# Intro

Some *words* that “go” on[^a] and
wrap -- 'quoted'.

- one
- [ ] two

**Term** – a lead with [a link](https://e.org/x) in it

| A | B |
|---|---|
| c | d |

```python
print(1)
```

1. First
2. Second

[^a]: The footnote says
"""


def test_every_block_of_a_real_page_is_found_in_its_source() -> None:
    body = RENDERER.render(view_of(SOURCE, Audience.PUBLIC))
    found = {
        " ".join(block.text.split())[:6]: line
        for block, line in zip(blocks(body), block_lines(SOURCE, blocks(body)), strict=True)
        if block.text.strip()
    }
    assert found == {
        "Intro": 0,
        "Some w": 2,
        "one": 5,
        "☐ two": 6,
        "Term –": 8,
        "A B": 10,
        "c d": 12,
        "print(": 15,
        "First": 18,
        "Second": 19,
        "The fo": 21,
    }
