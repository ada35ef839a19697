"""A single note leaves with the very body that the preview shows, whichever way it goes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from tests.publishing.destinations.site.blogs import Shelf
from tests.publishing.example import RESOURCES, example_view, leaving, page_of, renderer, view_of
from weeknotes_desktop.domain.destination import Destination, Parcel, silent
from weeknotes_desktop.domain.errors import CancelledError, PublishError
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.view import NoteLink, NoteView
from weeknotes_desktop.publishing.destinations.clipboard import FORMATTED, PLAIN, Clipboard
from weeknotes_desktop.publishing.destinations.fragment import MARK, Fragment, lowered
from weeknotes_desktop.publishing.destinations.html_file import HtmlFile
from weeknotes_desktop.publishing.destinations.markdown_folder import MarkdownFolder
from weeknotes_desktop.publishing.destinations.site.site import Site
from weeknotes_desktop.publishing.render_pool import RenderPool

BRIDGE = Picture.of(b"\x89PNG the bridge", "image/png")
RENDERER = renderer()
# What WordPress takes from somebody who may not post HTML of every kind.
TAGS_KEPT = """
a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption
figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup
table tbody td tfoot th thead tr u ul var
"""
ATTRIBUTES_KEPT = """
align alt aria-hidden class colspan dir height href id lang open rel reversed rowspan scope src
start title value width
"""
POOL = RenderPool((RENDERER,))


def fragment_of(view: NoteView, **options: object) -> Parcel:
    return Fragment(RENDERER, RESOURCES, Path("a.html"), **options).make(leaving(view), silent)  # type: ignore[arg-type]


def fragment_text(view: NoteView, **options: object) -> str:
    return fragment_of(view, **options).files["a.html"].decode().removeprefix(MARK)


def clipboard_of(view: NoteView) -> Mapping[str, str]:
    parcel = Clipboard(RENDERER, RESOURCES, lambda _: None).make(leaving(view), silent)
    return {kind: content.decode() for kind, content in parcel.files.items()}


def markdown_files(view: NoteView) -> Mapping[str, bytes]:
    return MarkdownFolder(POOL, Shelf()).make(leaving(view), silent).files


@pytest.mark.parametrize("audience", [Audience.TEAM, Audience.PUBLIC])
def test_preview_and_every_way_out_show_the_same_body(audience: Audience) -> None:
    view = replace(example_view(audience), pictures=())
    body = RENDERER.render(view)
    site = Site(POOL, "", RESOURCES, Shelf()).make(leaving(view), silent).files
    page = site["2021/w16-a-note/index.html"].decode()
    shown = re.sub(r'<img[^>]*>|<span class="wn-missing-picture">[^<]*</span>', "", body)
    for made in (page_of(view, RENDERER), page, fragment_text(view), clipboard_of(view)[FORMATTED]):
        without = re.sub(r'<img[^>]*>|<span class="wn-missing-picture">[^<]*</span>', "", made)
        assert shown in without


def test_headings_are_lowered_and_words_about_them_are_not() -> None:
    body = (
        '<h2 id="wn-a" title="<h2>">A</h2><p title="</h3>">&lt;h2&gt;</p><h5>B</h5><hr><h6>C</h6>'
    )
    assert lowered(body, 2) == (
        '<h4 id="wn-a" title="<h2>">A</h4><p title="</h3>">&lt;h2&gt;</p><h6>B</h6><hr><h6>C</h6>'
    )
    assert lowered(body, 0) == body


def test_a_blog_that_is_careful_keeps_all_of_a_fragment() -> None:
    text = fragment_text(example_view(Audience.PUBLIC), pictures=False)
    tags = re.findall(r"<([a-z0-9]+)((?: [a-z-]+=\"[^\"]*\")*)", text)
    assert {name for name, _ in tags} <= set(TAGS_KEPT.split())
    attributes = {name for _, rest in tags for name in re.findall(r' ([a-z-]+)="', rest)}
    assert attributes <= set(ATTRIBUTES_KEPT.split())
    assert "data:" not in text


def test_ids_of_two_fragments_never_meet() -> None:
    one, two = (
        set(re.findall(r'id="([^"]*)"', fragment_text(view_of("a[^1]\n\n[^1]: b", title=title))))
        for title in ("One", "Two")
    )
    assert one
    assert not one & two


def test_pictures_of_a_fragment_can_be_said_in_words() -> None:
    view = replace(view_of(f"![The bridge]({BRIDGE.address})"), pictures=(BRIDGE,))
    assert "data:image/png" in fragment_text(view)
    parcel = fragment_of(view, pictures=False)
    assert b"<img" not in parcel.files["a.html"]
    assert b"The bridge" in parcel.files["a.html"]
    assert parcel.remarks


def test_the_clipboard_gets_every_form_in_one_go() -> None:
    put: list[Mapping[str, bytes]] = []
    way = Clipboard(RENDERER, RESOURCES, put.append)
    view = view_of("- **a**\n\nSee [[nobody|him]].")
    way.send(way.make(leaving(view), silent), silent)
    (contents,) = put
    assert b"<strong>a</strong>" in contents[FORMATTED]
    assert contents[PLAIN] == b"- **a**\n\nSee him.\n"


def test_what_is_pasted_elsewhere_leads_to_no_file_beside_it() -> None:
    links = (
        NoteLink(name="Rope", address="2021-W15-rope.html", note_id=""),
        NoteLink(
            name="River", address="https://notes.example/2021/w14-river/index.html", note_id=""
        ),
    )
    view = replace(view_of("See [[Rope]] and [[River]].\n"), links=links)
    for made in (fragment_text(view), *clipboard_of(view).values()):
        assert "2021-W15" not in made
        assert "Rope" in made
        assert "https://notes.example/2021/w14-river/index.html" in made
    assert "2021-W15-rope.html" in page_of(view, RENDERER)


def test_markdown_names_pictures_as_files_and_leads_to_other_files() -> None:
    link = NoteLink(name="w", address="../../2021/w16-a-note/index.html", note_id="")
    gone = "picture:" + "0" * 20
    body = (
        f'![The [old] bridge]({BRIDGE.address} "New") ![gone]({gone})\n\n'
        f"[[w|here]] `[[w]]` [[x]] and\n\n```\n[[w]] {BRIDGE.address}\n```\n"
    )
    view = replace(view_of(body), pictures=(BRIDGE,), links=(link,))
    files = markdown_files(view)
    picture = f"pictures/{BRIDGE.id}.png"
    assert files[picture] == BRIDGE.content
    text = files["2021-04-23-w16-a-note.md"].decode().split("---\n", 2)[2]
    assert f'![The [old] bridge]({picture} "New")' in text
    assert " gone\n" in text
    assert "[here](2021-04-23-w16-a-note.md) `[[w]]` x and" in text
    assert f"```\n[[w]] {BRIDGE.address}\n```" in text


def test_front_matter_is_yaml_whatever_is_typed() -> None:
    for title in ("a: b", "---", "{{7*7}}", "- x", "'", '"', "#a", "a\x00b", "true", "\u2028"):
        text = markdown_files(view_of("Words.", title=title))["2021-04-23-w16-a-note.md"].decode()
        assert text.startswith("---\ntitle: ")
        assert "\x00" not in text
        assert text.endswith("---\n\nWords.\n")


@pytest.mark.parametrize("kind", [HtmlFile, Fragment])
def test_what_is_no_file_of_ours_is_left_alone(
    tmp_path: Path, kind: type[HtmlFile] | type[Fragment]
) -> None:
    mine, folder = tmp_path / "mine.html", tmp_path / "folder"
    mine.write_text("mine")
    folder.mkdir()
    for path in (mine, folder, tmp_path / "no" / "where.html", tmp_path / "a\0b"):
        way: Destination = kind(RENDERER, RESOURCES, path)
        parcel = way.make(leaving(view_of("a")), silent)
        with pytest.raises(PublishError) as refused:
            way.send(parcel, silent)
        assert refused.value.remedy
    assert mine.read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "mine.html"]


def test_a_file_that_would_stay_the_same_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    way = HtmlFile(RENDERER, RESOURCES, path)
    parcel = way.make(leaving(view_of("a")), silent)
    assert way.send(parcel, silent).written == 1
    before = path.stat()
    assert way.send(parcel, silent).unchanged == 1
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_a_stopped_export_writes_nothing(tmp_path: Path) -> None:
    def stop(done: int, of: int) -> None:
        raise CancelledError("Stopped.")

    way = HtmlFile(RENDERER, RESOURCES, tmp_path / "a.html")
    parcel = way.make(leaving(view_of("a")), silent)
    with pytest.raises(CancelledError):
        way.send(parcel, stop)
    assert list(tmp_path.iterdir()) == []
