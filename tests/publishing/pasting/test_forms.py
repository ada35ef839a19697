"""HTML as browsers, Word and Google Docs put it on the clipboard, and the Markdown it becomes."""

from __future__ import annotations

import base64
from contextlib import suppress
from textwrap import dedent

import pytest

from tests.publishing.pasting.pictures import encoded
from weeknotes_desktop.domain.brought import Brought, Pasted
from weeknotes_desktop.domain.errors import PasteError
from weeknotes_desktop.publishing.pasting import reading

DOCS = """\
<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;"
 id="docs-internal-guid-7f"><h1 dir="ltr" style="line-height:1.38"><span
 style="font-size:20pt;font-weight:400">The weir</span></h1><p dir="ltr"><span
 style="font-weight:400">The </span><span style="font-weight:700">gate</span><span
 style="font-weight:700">s</span><span style="font-weight:400"> opened; see </span><a
 href="https://www.google.com/url?q=https://example.org/log(2)&amp;sa=D&amp;usg=x"><span
 style="font-style:italic">the log</span></a><span>.</span></p><br /><ul><li dir="ltr"
 aria-level="1"><p dir="ltr" role="presentation"><span>Oil the hinge</span></p></li><ul><li
 dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>Both sides</span></p></li></ul><li
 dir="ltr"><p dir="ltr" role="presentation"><span
 style="text-decoration:line-through">Paint it</span></p></li></ul><br
 class="Apple-interchange-newline"></b>"""

WORD = """\
<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:w"><head>
<meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:View>Normal</w:View>
</xml><![endif]--><style><!-- p.MsoNormal {margin:0cm;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<h2>Repairs<o:p></o:p></h2>
<p class=MsoNormal>We mended<span style='mso-spacerun:yes'>\xa0 </span>the <b
style='mso-bidi-font-weight:normal'>old</b>
pump.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if
 !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Seals
</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span>&nbsp;
</span></span></span><![endif]>Two of them</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·</span><![endif]>Valves</p>
<p class=MsoNormal>Then:</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span
style='mso-list:Ignore'>3.<span>&nbsp;</span></span>Fill it</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span
style='mso-list:Ignore'>4.<span>&nbsp;</span></span>Try it</p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Part</p></td><td><p
class=MsoNormal>Cost | each</p></td></tr><tr><td><p class=MsoNormal>Seal</p></td><td><p
class=MsoNormal>4</p></td></tr></table><!--EndFragment--></body></html>"""

BROWSER = """\
<meta http-equiv="content-type" content="text/html; charset=utf-8"><article><script>
alert("x")</script><style>p { color: red }</style><h3>How to <code>git *stash*</code></h3>
<p>First line<br>1. not a list<br>Read <a href="https://example.org/a_b">https://example.org/a_b</a>,
<a href="javascript:alert(1)">not this</a>, <a href="/here">nor here</a>.
<img src="https://example.org/dam.png" alt="The dam"><img src="https://count.example/p" width=1
height=1></p><pre><code class="language-sh">a = ```b```
  c</code></pre><blockquote><p>One.</p><p>Two.</p></blockquote>
<ul><li><input type="checkbox" checked disabled> done</li><li><input type="checkbox"> open</li></ul>
<div style="display:none">hidden</div><p hidden>gone</p><hr><p>m<sup>2</sup>
<span><strong>so <b>very</b></strong><strong> bold</strong></span></p></article>"""


def written(html: str, text: str = "") -> str:
    return reading.read(Brought(html=html, text=text)).text


def test_google_docs() -> None:
    assert written(DOCS) == dedent("""\
        ## The weir

        The **gates** opened; see [*the log*](https://example.org/log%282%29).

        - Oil the hinge
          - Both sides
        - ~~Paint it~~""")


def test_word() -> None:
    assert written(WORD) == dedent("""\
        ## Repairs

        We mended the **old** pump.

        - Seals
          - Two of them
        - Valves

        Then:

        3. Fill it
        4. Try it

        | Part | Cost \\| each |
        | --- | --- |
        | Seal | 4 |""")


def test_a_browser() -> None:
    assert written(BROWSER) == dedent("""\
        ### How to `git *stash*`

        First line{break_}
        1\\. not a list{break_}
        Read <https://example.org/a_b>, not this, nor here. [The dam](https://example.org/dam.png)

        ````
        a = ```b```
          c
        ````

        > One.
        >
        > Two.

        - [x] done
        - [ ] open

        ---

        m<sup>2</sup> **so very bold**""").replace("{break_}", "  ")


def test_letters_that_look_like_marks_stay_letters() -> None:
    html = "<p><em>Read</em> [GOALS] *this* %%and%% ::: private &lt;b&gt; [[home]] # not _so_</p>"
    assert written(html) == (
        "*Read* \\[GOALS] \\*this\\* &#37;%and&#37;% &#58;&#58;&#58; private &lt;b> "
        "\\[\\[home]] # not \\_so\\_"
    )


def test_a_picture_in_the_page_is_kept() -> None:
    data = base64.b64encode(encoded("PNG")).decode()
    pasted = reading.read(
        Brought(html=f'<p>See <img alt="a [dam]" src="data:image/png;base64,{data}"></p>')
    )
    (picture,) = pasted.pictures
    assert pasted.text == f"See ![a \\[dam\\]](picture:{picture.id})"


def test_a_picture_that_cannot_be_read_is_told_and_leaves_its_words() -> None:
    html = '<p>See <img alt="the dam" src="data:image/svg+xml;utf8,<svg onload=x>"><b>!</b></p>'
    pasted = reading.read(Brought(html=html))
    assert pasted.text == "See the dam**!**"
    assert pasted.remarks == ("A picture in it could not be read.",)


@pytest.mark.parametrize("source", ["file:///C:/secret/image1.png", "cid:7", "blob:x", ""])
def test_a_picture_that_nobody_else_can_see_leaves_its_words(source: str) -> None:
    assert written(f'<p><b>a</b> <img src="{source}" alt="the dam"></p>') == "**a** the dam"


@pytest.mark.parametrize("source", ["file:///C:/secret/image1.png", "cid:7", "blob:x"])
def test_a_picture_that_has_no_words_either_is_told(source: str) -> None:
    html = f"<p><img src='{source}'> </p>"
    said = ("A picture in it could not be read.",)
    assert reading.read(Brought(html=html)) == Pasted(text="", remarks=said)
    assert reading.read(Brought(html=html, text="The dam")) == Pasted(text="The dam", remarks=said)
    assert reading.read(Brought(html=f"{html}<p>a</p>")) == Pasted(text="a", remarks=said)


@pytest.mark.parametrize(
    "html",
    [
        "<p> </p>",
        "<p>&nbsp;</p>",
        "<p>&#8203;</p>",
        "<p>&#xfeff;</p>",
        "<h1></h1>",
        "<b>&#8203;</b>",
    ],
)
def test_what_nobody_can_see_is_nothing(html: str) -> None:
    assert written(html) == ""
    assert reading.words(Brought(html=html)).text == ""
    assert written(html, " ") == " "


@pytest.mark.parametrize("mark", ["*", "#", ">", "**"])
def test_a_mark_alone_is_something(mark: str) -> None:
    assert written(f"<b>{mark}</b>").strip("*\\ ") == mark.strip("*")
    assert written(f"<b>{mark}</b>")
    assert reading.words(Brought(html=f"<p>{mark}</p>")).text == mark


def test_a_smiley_stays_a_smiley() -> None:
    html = '<p><b>Done</b> <img class="emoji" alt="🎉" src="https://s.example/1f389.png"></p>'
    assert written(html) == "**Done** 🎉"


def test_a_picture_within_a_link_is_no_link_between_notes() -> None:
    html = '<a href="https://a.example"><img src="https://a.example/b.png" alt="b"></a>'
    assert written(html) == "[b](https://a.example)"


def test_a_table_that_only_lays_out_a_page_goes_and_its_words_stay() -> None:
    html = "<table><tr><td><h2>News</h2></td><td><ul><li>One</li></ul></td></tr></table>"
    assert written(html) == "## News\n\n- One"


def test_bold_that_is_not_bold_is_plain() -> None:
    html = '<p><b style="font-weight:400">plain</b> <i style="font-style: normal">too</i> <i>x</i>'
    assert written(html) == "plain too *x*"


def test_words_without_form_come_as_they_are() -> None:
    html = (
        '<div style="white-space: pre;"><div><span style="color:#fff">**a** = 1</span></div></div>'
    )
    assert written(html, "**a** = 1") == "**a** = 1"
    assert written("<p>Two <span>words</span></p>", "Two words") == "Two words"


def test_code_out_of_an_editor_comes_as_it_is_even_where_some_of_it_is_bold() -> None:
    html = '<div style="font-family: Mono; white-space: pre;"><b>def</b> f(*a):</div>'
    assert written(html, "def f(*a):") == "def f(*a):"


def test_a_clipboard_with_nothing_but_html_gives_its_words() -> None:
    assert written("<p>One<br>two</p><p>Three</p>") == "One\ntwo\n\nThree"


def test_the_words_alone_of_a_page() -> None:
    pasted = reading.words(Brought(html=BROWSER))
    assert "How to git *stash*" in pasted.text
    assert "alert" not in pasted.text
    assert "hidden" not in pasted.text


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 20_000 + "deep",
        "<ul><li>" * 3_000 + "deep",
        "<b><i>" * 3_000 + "deep",
        "<blockquote>" * 3_000 + "deep",
        "<table><tr><td>" * 2_000 + "deep",
    ],
)
def test_what_is_nested_very_deep_keeps_its_words(html: str) -> None:
    assert "deep" in written(html)


@pytest.mark.parametrize(
    "html", ["<![", "<![CDATA[x]]><b>y", "<!--", "<!doctype <b>", "<b", "</p></b>", "&#0;&#xD800;"]
)
def test_what_is_hardly_html_is_words_or_a_sentence(html: str) -> None:
    with suppress(PasteError):
        assert "\0" not in written(html, "the words")


def test_words_alone_keep_items_apart_and_the_indent_of_code() -> None:
    nested = "<ul><li>First<ul><li>nested</li></ul></li><li>Second</li></ul>"
    assert reading.words(Brought(html=nested)).text.split() == ["First", "nested", "Second"]
    code = "<p>See</p><pre>def f():\n    return 1</pre>"
    assert reading.words(Brought(html=code)).text == "See\n\ndef f():\n    return 1"
