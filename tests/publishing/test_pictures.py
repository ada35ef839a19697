"""Pictures of the library on a page: inside it, or said in words; never fetched, never linked."""

from __future__ import annotations

import base64
from dataclasses import replace

import pytest

from tests.publishing.example import page_of, renderer, view_of
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.view import NoteView

BRIDGE = Picture.of(b"\x89PNG the bridge", "image/png")


class Looking:
    """A renderer that remembers what it was given."""

    def __init__(self) -> None:
        self.views: list[NoteView] = []

    def render(self, view: NoteView) -> str:
        self.views.append(view)
        return renderer().render(view)


def body_of(page: str) -> str:
    return page.split("</style>")[1]


def test_a_picture_of_the_library_stands_inside_the_page() -> None:
    view = replace(view_of(f"![The bridge]({BRIDGE.address})"), pictures=(BRIDGE,))
    letters = base64.b64encode(BRIDGE.content).decode()
    page = body_of(page_of(view))
    assert f'src="data:image/png;base64,{letters}"' in page
    assert "picture:" not in page


def test_a_figure_keeps_its_caption() -> None:
    view = replace(view_of(f'![a]({BRIDGE.address} "The *new* bridge")'), pictures=(BRIDGE,))
    page = body_of(page_of(view))
    assert "<figcaption>" in page
    assert "data:image/png" in page


def test_a_picture_that_the_reader_does_not_get_is_said_in_words() -> None:
    page = body_of(page_of(view_of(f"![The bridge]({BRIDGE.address})")))
    assert "The bridge" in page
    assert "<img" not in page


def test_the_renderer_gets_the_names_of_pictures_and_not_their_bytes() -> None:
    looking = Looking()
    view = replace(view_of(f"![a]({BRIDGE.address})"), pictures=(BRIDGE,))
    page_of(view, looking)
    assert [seen.pictures for seen in looking.views] == [()]


@pytest.mark.parametrize(
    "body",
    [
        f"[a]({BRIDGE.address})",
        f"<{BRIDGE.address}>",
        f"<a href=' {BRIDGE.address}'>a</a>",
        f"<a href='PICTURE:{BRIDGE.id}'>a</a>",
        "![a](picture:../../etc/passwd)",
        "![a](picture:x)",
        f"![a]({BRIDGE.address}?x)",
    ],
)
def test_what_the_library_keeps_cannot_be_linked_to(body: str) -> None:
    made = renderer().render(view_of(body)).lower()
    assert "href" not in made
    assert 'src="picture:' not in made


def test_what_only_says_the_name_of_a_picture_stays_as_it_was_written() -> None:
    view = replace(view_of(f'`<img src="{BRIDGE.address}">`'), pictures=(BRIDGE,))
    assert "base64" not in body_of(page_of(view))
