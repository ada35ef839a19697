"""Nothing that could do harm gets through, whatever the writer pasted."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.publishing.example import renderer, view_of
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.publishing.sanitise import clean

RENDERER = renderer()
ATTACKS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//e.org/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src='javascript:alert(1)'>",
    "<img/src/onerror=alert(1)>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'>a</a></svg>",
    "<math><mtext></p><img src=x onerror=alert(1)></mtext></math>",
    "<iframe src=https://e.org></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=x></object><embed src=x>",
    "<form action=https://e.org><input name=a><button>b</button></form>",
    "<a href='javascript:alert(1)'>a</a>",
    "<a href=' jav\tascript:alert(1)'>a</a>",
    "<a href='&#106;avascript:alert(1)'>a</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>a</a>",
    "<a href='vbscript:a'>a</a><a href='file:///etc/passwd'>b</a>",
    "[a](javascript:alert(1))",
    "[a](<java\nscript:alert(1)>)",
    "[a]: javascript:alert(1)\n\n[a]",
    "<javascript:alert(1)>",
    "![a](javascript:alert(1))",
    '[a](https://e.org "x\\" onmouseover=alert(1)")',
    '![x](a.png "\\"><script>alert(1)</script>")',
    '![" onerror=alert(1) x="](a.png)',
    "<style>@import 'https://e.org/a.css';</style>",
    "<p style='background:url(https://e.org/a)'>a</p>",
    "<link rel=stylesheet href=https://e.org/a.css>",
    "<meta http-equiv=refresh content='0;url=https://e.org'>",
    "<base href=https://e.org>",
    "<b id=location class='evil wn-hidden' name=x>a</b>",
    "<a id='wn-x\" onclick=\"a'>b</a>",
    "<video src=https://e.org/a autoplay></video><audio src=a></audio>",
    "<img srcset='https://e.org/a 2x' src=a>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<!-- a --><!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<table background=https://e.org><td background=a>b</td></table>",
    "<details open ontoggle=alert(1)>a</details>",
    "<b/onclick=alert(1)>a</b>",
    "```html onclick=alert(1)\n<script>\n```",
    '``` {.a onclick="alert(1)" #location}\nb\n```',
    "`<script>alert(1)</script>`",
    '*[a"onclick=]: b"onclick=alert(1)\n\na"onclick=',
    "[^<script>]: a\n\nb[^<script>]",
    "<x-y onclick=alert(1)>a</x-y>",
    "\x02wzxhzdk:0\x03 <b onclick=a>c</b>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<plaintext><script>alert(1)",
    "<textarea><script>alert(1)</script></textarea>",
    "<title><script>alert(1)</script></title>",
    "<select><option><script>alert(1)</script></select>",
]
TAGS = set(
    re.findall(
        r"\w+",
        "a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em"
        " figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span"
        " strong sub summary sup table tbody td tfoot th thead tr u ul var",
    )
)
ATTRIBUTES = set(
    re.findall(
        r"[\w-]+",
        "href rel src alt title class id lang dir width height start reversed value open align"
        " colspan rowspan scope aria-hidden",
    )
)


SCHEMES = ("http:", "https:", "mailto:")
SPACE = "".join(map(chr, range(33)))


class Inspector(HTMLParser):
    """Notes whatever a browser should never be given."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.wrong.append(tag)
        for name, value in attrs:
            if name not in ATTRIBUTES:
                self.wrong.append(f"{tag} {name}")
            # As a browser reads an address.
            bare = re.sub(r"[\t\n\r]", "", (value or "").strip(SPACE)).lower()
            scheme = re.match(r"[a-z][a-z0-9+.-]*:", bare)
            if name in ("href", "src") and scheme and scheme[0] not in SCHEMES:
                self.wrong.append(f"{tag} {name}={value}")
            if name == "id" and not bare.startswith("wn-"):
                self.wrong.append(f"id {value}")

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.wrong.append(f"declaration {decl}")

    def handle_pi(self, data: str) -> None:
        self.wrong.append(f"instruction {data}")


def wrong_in(html: str) -> list[str]:
    inspector = Inspector()
    inspector.feed(html)
    inspector.close()
    return inspector.wrong


def test_the_inspector_sees_what_is_wrong() -> None:
    for attack in (
        "<script>",
        "<b onclick=a>",
        "<a href='java\tscript:a'>",
        "<!-- a -->",
        "<i id=a>",
    ):
        assert wrong_in(attack)


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize(
    "frame", ["{}", "a\n\n{}\n\nb", "- {}", "> {}", "|a|\n|-|\n|{}|", "%%{}%%"]
)
def test_no_attack_gets_through(attack: str, frame: str) -> None:
    body = frame.format(attack)
    for audience in (Audience.ME, Audience.PUBLIC):
        assert not wrong_in(RENDERER.render(view_of(body, audience)))


BITS = ["<", ">", "/", "=", '"', "'", "`", "&", "\n", " ", "script", "img", "a", "href", "src"]
BITS += [
    "onerror",
    "style",
    "javascript:",
    "data:",
    "b",
    "!--",
    "--",
    "[",
    "]",
    "(",
    ")",
    "*",
    "svg",
]
BITS += [
    "id",
    "class",
    "wn-x",
    "#",
    "|",
    "-",
    "\ue000",
    "\ue002",
    "\x02",
    "\x03",
    "1.",
    "    ",
    "%%",
]


@given(st.one_of(st.lists(st.sampled_from(BITS), max_size=40).map("".join), st.text(max_size=80)))
def test_nothing_wrong_gets_through_whatever_is_typed(body: str) -> None:
    made = RENDERER.render(view_of(body, Audience.ME))
    assert not wrong_in(made)
    assert not re.search("[\ue000-\ue003]", made)


SWALLOWING = "title script style iframe object template noscript textarea xmp noembed noframes"


@pytest.mark.parametrize("name", [*SWALLOWING.split(), "plaintext", "TITLE", "select", "svg"])
@pytest.mark.parametrize("tag", ["<{}>", "<{} a='b'>", "<{}/>", "<{}> </b><{}>"])
def test_a_tag_that_nothing_closes_takes_nothing_along(name: str, tag: str) -> None:
    source = f"We put a {tag.replace('{}', name)} on each page.\n\nSecond *one*.\n\n- third"
    made = RENDERER.render(view_of(source))
    assert " on each page." in made
    assert "<p>Second <em>one</em>.</p>" in made
    assert "<li>third</li>" in made
    assert not wrong_in(made)


@pytest.mark.parametrize("name", SWALLOWING.split())
def test_a_tag_that_another_paragraph_closes_takes_nothing_along(name: str) -> None:
    made = RENDERER.render(view_of(f"A <{name}> opens.\n\nSecond *one*.\n\nAnd </{name}> closes."))
    assert "<p>Second <em>one</em>.</p>" in made
    assert "closes." in made


@pytest.mark.parametrize("name", [*SWALLOWING.split(), "plaintext"])
def test_words_after_a_block_that_nothing_closes_are_there(name: str) -> None:
    made = RENDERER.render(view_of(f"First.\n\n<{name}>\n\nSecond one."))
    assert "Second one." in made
    assert "&lt;/p&gt;" not in made
    assert not wrong_in(made)


def test_scripts_that_close_are_gone_whole() -> None:
    source = "a\n\n<script>\nwrite('<p>b</p>');\n</script>\n\nc <style>d</style> e"
    assert RENDERER.render(view_of(source)).split("\n") == ["<p>a</p>", "", "", "<p>c  e</p>"]


@pytest.mark.parametrize(
    "typed",
    [
        "Dear <Name>, hi",
        "<Name> comes first",
        "</Name> comes alone",
        "a<b and c>d x",
        "5<x and y>3 holds",
        "vector<int> x and List<String> y",
        "one <line> of text",
        'the <Foo bar="a > b"> tag',
        "see <link> at <time> in <Address>",
        "<my-element>words</my-element>",
        "<svg> is a picture",
        "a <?php echo 1 ?> b <![CDATA[c]]> d",
    ],
)
@pytest.mark.parametrize("frame", ["{}", "- {}", "> **{}**", "## {}", "<div>\n{}\n</div>"])
def test_what_only_looks_like_a_tag_is_words(typed: str, frame: str) -> None:
    made = RENDERER.render(view_of(f"{frame.format(typed)}\n\nLast."))
    assert escape(typed, quote=False) in made.replace("“", '"').replace("”", '"')
    assert "<p>Last.</p>" in made
    assert not wrong_in(made)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a<br/>b<wbr>c", "a<br>bc"),
        ("<B>a</B> <abbr title='<b c>'>d</abbr>", '<b>a</b> <abbr title="&lt;b c&gt;">d</abbr>'),
        ("<font color=red>a</font> <section>b</section>", "a b"),
        ("<p hidden data-x>a</p>", "<p>a</p>"),
        ("<svg><text>a</text><path d='M0 0'/></svg>b <SVG><x></SVG>", "b "),
        ("a<!-- <Name> -->b", "ab"),
    ],
)
def test_what_is_a_tag_is_no_words(typed: str, shown: str) -> None:
    assert clean(typed) == shown


def test_links_tell_the_other_side_nothing() -> None:
    assert 'rel="noopener noreferrer"' in clean("<a href='https://e.org' rel=opener target=x>a</a>")


def test_harmless_html_stays() -> None:
    kept = '<p>a <kbd>b</kbd> <mark>c</mark> <a href="/d" rel="noopener noreferrer">e</a></p>'
    assert clean(kept) == kept
    assert (
        clean('<b id="wn-a" class="wn-done zz k">a</b>') == '<b id="wn-a" class="wn-done k">a</b>'
    )
    assert clean("<a href='mailto:a@e.org'>a</a>").startswith('<a href="mailto:a@e.org"')
