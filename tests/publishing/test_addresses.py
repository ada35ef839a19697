"""An address that stands in the text as it is leads there, and stays letter by letter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.publishing.example import renderer, view_of
from weeknotes_desktop.domain.quotation import Quotes

RENDERER = renderer()


def html(body: str) -> str:
    made = RENDERER.render(view_of(body))
    return made.replace(' rel="noopener noreferrer"', "").replace("\n", "")


def link(address: str) -> str:
    return f'<a href="{address}">{address}</a>'


@pytest.mark.parametrize(
    "address",
    [
        "http://a.b/x--y's",
        "https://a.b/c_d_e",
        "https://a.b/c_(d)_e",
        "HTTPS://a.b/x*y*z",
        "http://a.b/x---y...z#top",
        "http://a.b/ä/é?q=ü",
        "https://1.2.3.4:80/#x",
    ],
)
@pytest.mark.parametrize(
    ("frame", "around"),
    [
        ("{}", "<p>{}</p>"),
        ("See {}.", "<p>See {}.</p>"),
        ("(see {})?", "<p>(see {})?</p>"),
        ("**{}**, *{}*", "<p><strong>{}</strong>, <em>{}</em></p>"),
        ("_{}_ ~~{}~~", "<p><em>{}</em> <del>{}</del></p>"),
        ("\"{}\" and '{}'", "<p>“{}” and ‘{}’</p>"),
        ("- {}", "<ul><li>{}</li></ul>"),
        ("## {}", "<h2>{}</h2>"),
        ("“{}”…", "<p>“{}”…</p>"),
    ],
)
def test_an_address_is_a_link(address: str, frame: str, around: str) -> None:
    assert html(frame.replace("{}", address)) == around.replace("{}", link(address))


@pytest.mark.parametrize(
    ("body", "made"),
    [
        ("`http://a.b`", "<p><code>http://a.b</code></p>"),
        ("[http://a.b](http://c.d)", '<p><a href="http://c.d">http://a.b</a></p>'),
        ("[*http://a.b*](http://c.d)", '<p><a href="http://c.d"><em>http://a.b</em></a></p>'),
        ("<http://a.b/'x'>", "<p><a href=\"http://a.b/'x'\">http://a.b/'x'</a></p>"),
        ("[x]\n\n[x]: http://a.b", '<p><a href="http://a.b">x</a></p>'),
        ("xhttp://a.b http:// a", "<p>xhttp://a.b http:// a</p>"),
        ("![http://a.b](x.png)", '<p><img alt="http://a.b" src="x.png"></p>'),
        (
            "<a href='http://c.d'>see http://a.b</a> http://e.f",
            f'<p><a href="http://c.d">see http://a.b</a> {link("http://e.f")}</p>',
        ),
        ("http://a.b![x](y.png)", f'<p>{link("http://a.b")}<img alt="x" src="y.png"></p>'),
        ("http://a.b.`x`", f"<p>{link('http://a.b')}.<code>x</code></p>"),
        ("http://a.b/c\\_d", f"<p>{link('http://a.b/c_d')}</p>"),
        ("http://a.b/?x=1&y=2&amp;z", f"<p>{link('http://a.b/?x=1&amp;y=2&amp;z')}</p>"),
        ("http://a.b&nbsp;x", f"<p>{link('http://a.b')}&nbsp;x</p>"),
        ("<http://a.b", f"<p>&lt;{link('http://a.b')}</p>"),
    ],
)
def test_what_is_a_link_or_code_already_stays_so(body: str, made: str) -> None:
    assert html(body) == made


@pytest.mark.parametrize("quotes", [Quotes.ENGLISH, Quotes.GERMAN, Quotes.SWEDISH])
def test_quotes_behind_an_address_close(quotes: Quotes) -> None:
    made = RENDERER.render(replace(view_of('"<http://a.b>" and "http://a.b".'), quotes=quotes))
    opens, closes = quotes.double
    assert made.count(f"{opens}<a") == made.count(f"</a>{closes}") == 2
