"""One page of a blog, with everything inside."""

from __future__ import annotations

import base64
import errno
import os
import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from tests.publishing.example import (
    RESOURCES,
    example_view,
    leaving,
    page_of,
    renderer,
    view_of,
)
from weeknotes_desktop.domain.destination import silent
from weeknotes_desktop.domain.errors import PublishError
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.publishing.destinations.html_file import HtmlFile
from weeknotes_desktop.publishing.whole_file import failure, write_whole


class Refusing:
    """A renderer that renders nothing."""

    def render(self, view: NoteView) -> str:
        raise PublishError(f"“{view.title}” takes too long to render.")


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_page_says_whose_it_is_and_what_week_it_is_about() -> None:
    page = page_of(example_view(Audience.PUBLIC))
    assert '<html lang="en-GB">' in page
    assert "<title>Working in the open – Notes from the boathouse</title>" in page
    assert (
        "<h1>Working in the open</h1>\n<p>Weeknote v10.16 · Week beginning 19 April 2021</p>"
        in page
    )
    assert page.count("<h1") == 1
    for words in ("Weeknotes of a small canal trust", "Tamsin Okoro", "Canal", "#open day"):
        assert words in page


def test_a_page_of_nobody_in_particular_is_whole_too() -> None:
    page = page_of(view_of("a"), settings=Settings())
    assert "<title>Working in the open</title>" in page
    assert "wn-blog-name" not in page.split("</style>")[1]


def test_a_note_without_a_title_is_called_by_its_label() -> None:
    page = page_of(view_of("a", title=""))
    assert "<h1>Weeknote v10.16</h1>\n<p>Week beginning 19 April 2021</p>" in page


def test_whatever_is_typed_is_text_and_no_template() -> None:
    page = page_of(view_of("{{ 7 * 7 }}", title="<b>{{ 7 * 7 }}</b> & 'so'", label="</title>"))
    assert "<h1>&lt;b&gt;{{ 7 * 7 }}&lt;/b&gt; &amp; ‘so’</h1>" in page
    assert "<p>{{ 7 * 7 }}</p>" in page
    assert "<p>&lt;/title&gt; ·" in page


def test_the_policy_lets_in_its_own_style_and_nothing_else() -> None:
    page = page_of(example_view(Audience.PUBLIC))
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    policy = re.search(r'Policy" content="([^"]*)"', page)
    assert style is not None
    assert policy is not None
    digest = base64.b64encode(sha256(style[1].encode()).digest()).decode()
    assert policy[1] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    assert not re.search(r"<script|<link|<!--|url\(|@import|\sstyle=", page)


def test_a_picture_from_elsewhere_becomes_its_description() -> None:
    page = page_of(view_of('![A "boat" & more](https://e.org/a.png)\n\n![](b.png) c'))
    assert "<img" not in page
    described = '<span class="wn-missing-picture">Picture: A &quot;boat&quot; &amp; more</span>'
    assert described in page
    assert "<p> c</p>" in page


def test_a_picture_that_is_inside_stays() -> None:
    class Embedding:
        def render(self, view: NoteView) -> str:
            return '<p><img alt="a > b" src="data:image/png;base64,AA=="></p>'

    page = page_of(view_of("a"), Embedding())
    assert '<img alt="a > b" src="data:image/png;base64,AA==">' in page


def test_the_same_note_makes_the_same_page(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        page = HtmlFile(renderer(), RESOURCES, tmp_path / name)
        page.send(page.make(leaving(example_view(Audience.PUBLIC)), silent), silent)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_a_page_that_cannot_be_rendered_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("old")
    with pytest.raises(PublishError, match="Working in the open"):
        HtmlFile(Refusing(), RESOURCES, path).make(leaving(view_of("a")), silent)
    assert path.read_text() == "old"
    assert names_in(tmp_path) == ["page.html"]


def test_writing_leaves_one_file_that_others_may_read_as_before(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("old")
    path.chmod(0o604)
    write_whole(path, b"new")
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o604
    assert names_in(tmp_path) == ["page.html"]


def test_a_link_to_a_page_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.html", tmp_path / "link.html"
    real.write_text("old")
    link.symlink_to(real)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert real.read_text() == "new"


def test_a_place_that_cannot_be_written_to_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    os.mkfifo(tmp_path / "pipe")
    places = {
        tmp_path: "is a folder",
        tmp_path / "missing" / "page.html": "There is no folder",
        tmp_path / "file" / "page.html": "is not a folder",
        tmp_path / "pipe": "is not a file",
        tmp_path / ("long" * 100): "too long",
        Path("/proc/1/page.html"): "page.html|no folder",
    }
    for path, words in places.items():
        with pytest.raises(PublishError, match=words) as refused:
            write_whole(path, b"new")
        assert refused.value.remedy
    assert names_in(tmp_path) == ["file", "pipe"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "no room left"),
        (errno.EROFS, "cannot be written to"),
        (errno.EACCES, "cannot be written to"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_a_disk_that_refuses_is_a_sentence(number: int, words: str) -> None:
    refused = failure(Path("a.html"), OSError(number, os.strerror(number)))
    assert words in refused.problem
    assert refused.remedy


def test_a_write_that_fails_half_way_leaves_the_old_page(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("old")
    with pytest.raises(TypeError):
        write_whole(path, "no bytes")  # type: ignore[arg-type]
    assert path.read_text() == "old"
    assert names_in(tmp_path) == ["page.html"]


def test_every_outcome_and_month_has_its_word() -> None:
    weeks = (example_view(Audience.PUBLIC).week.plus(4 * number) for number in range(12))
    for week in weeks:
        page = page_of(replace(example_view(Audience.PUBLIC), week=week))
        assert re.search(r"Week beginning \d+ [A-Z][a-z]+ \d{4}", page)
