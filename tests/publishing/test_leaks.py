"""No hidden word reaches a page, whichever way Markdown might carry it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.publishing.example import example_view, page_of, renderer, view_of
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.publishing.plain import escaped_text

RENDERER = renderer()
SECRETS = ["lease", "harbour office", "Until March", "each one costs", "Jo about", "ver lunch"]
SECRETS += ["Ask the bank", "twice the quote"]

carriers = st.sampled_from(
    [
        "{}",
        "# {}",
        "- {}",
        "> {}",
        "[a]: https://e.org/{}",
        "[^a]: {}",
        "[^{}]: b",
        "*[a]: {}",
        "[{}](b)",
        "![{}](c)",
        "|{}|\n|-|\n|{}|",
        "<b title='{}'>",
        "<!-- {} -->",
        "`{}`",
        "{}\n===",
        "a\n: {}",
        "<div>\n{}\n",
    ]
)
public = st.sampled_from(
    [
        "word",
        "- item",
        "> quote",
        "[a] [^a] b",
        "[x][a]",
        "1. one",
        "|a|\n|-|\n|b|",
        "<i>c",
        "",
        "---",
    ]
)
frames = st.sampled_from(
    ["::: private\n{}\n:::", "> ::: privat\n> {}\n> :::", "%%{}%%", "- %%{}%%"]
)


@given(st.lists(st.tuples(public, frames, carriers), min_size=1, max_size=5), st.booleans())
def test_no_hidden_word_reaches_the_page(parts: list[tuple[str, str, str]], spaced: bool) -> None:
    glue = "\n\n" if spaced else "\n"
    pieces = []
    for seen, frame, carrier in parts:
        words = carrier.replace("{}", "SECRET")
        hidden = words.replace("\n", " ") if "%%" in frame or "> " in frame else words
        pieces += [seen, frame.replace("{}", hidden)]
    source = glue.join([*pieces, "end"])
    for audience in (Audience.TEAM, Audience.PUBLIC):
        view = view_of(source, audience, title="a %%SECRET%% b")
        assert "SECRET" not in RENDERER.render(view)
        assert "SECRET" not in escaped_text(view)
        assert "SECRET" not in page_of(view, RENDERER)


def test_the_example_page_tells_nothing_that_was_kept_back() -> None:
    mine = RENDERER.render(example_view(Audience.ME))
    everybodys = page_of(example_view(Audience.PUBLIC), RENDERER)
    for secret in SECRETS:
        assert secret in mine
        assert secret not in everybodys


def test_the_fallback_shows_the_text_letter_by_letter() -> None:
    view = view_of('a <b> & "c"\n%%d%%', Audience.ME)
    assert escaped_text(view) == '<pre class="wn-plain">a &lt;b&gt; &amp; &quot;c&quot;\nd</pre>'
