"""One HTML page of a note, with everything it needs inside."""

from __future__ import annotations

import base64
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from weeknotes_desktop.domain.destination import Parcel, Progress, Sent
from weeknotes_desktop.domain.ports import Renderer
from weeknotes_desktop.domain.public_view import PublicView
from weeknotes_desktop.publishing.destinations.one_file import OneFile
from weeknotes_desktop.publishing.destinations.one_note import body_of, note_of
from weeknotes_desktop.publishing.printing import printed
from weeknotes_desktop.publishing.words import Words
from weeknotes_desktop.publishing.words_of_notes import speakable

_TEMPLATE = "page.html"
_OURS = b'class="wn-post"'
_STYLES = ("styles/post.css", "styles/page.css", "styles/print.css")


class HtmlFile:
    """A ``Destination`` whose pages look the same on any machine, without the web.

    Nothing in a page depends on when or where it was made, so the same note
    always makes the same page.

    Args:
        resources: The folder that holds templates, styles and words.
        path: Of the page.
    """

    def __init__(self, renderer: Renderer, resources: Path, path: Path) -> None:
        self._renderer = renderer
        self._resources = resources
        self._file = OneFile(path, _is_ours, "an exported page")

    def make(self, view: PublicView, progress: Progress) -> Parcel:
        """The page.

        Raises:
            PublishError: If the note could not be rendered.
            CancelledError: If the writer stopped it.
        """
        progress(0, 1)
        page = self._page(view)
        progress(1, 1)
        return self._file.parcel(page)

    def send(self, parcel: Parcel, progress: Progress) -> Sent:
        """Write the page whole, or leave what was there before.

        Raises:
            PublishError: If it could not be written, or if something else than a
                page of ours lies there.
            CancelledError: If the writer stopped it.
        """
        return self._file.put(parcel, progress)

    def _page(self, view: PublicView) -> str:
        note, blog = note_of(view), view.blog
        words = Words.read(self._resources / "words", blog.language)
        body = body_of(self._renderer, note, words.picture)
        style = "\n".join((self._resources / name).read_text("utf-8") for name in _STYLES)
        week = words.week(note.view.week)
        title = speakable(printed(note.view.title, note.view.quotes)).strip()
        label = speakable(note.view.label)
        return self._template().render(
            language=note.view.language,
            heading=title or label or str(note.view.week),
            facts=f"{label} · {week}" if title and label else week,
            category=speakable(note.view.category),
            tags=[speakable(tag) for tag in note.view.tags],
            blog_name=speakable(blog.name),
            blog_tagline=speakable(blog.tagline),
            author=speakable(blog.author),
            body=Markup(body),  # noqa: S704  # sanitised last of all by the renderer
            style=Markup(style),  # noqa: S704  # our own
            style_hash=_hash(style),
        )

    def _template(self) -> Template:
        templates = Environment(
            loader=FileSystemLoader(self._resources / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            keep_trailing_newline=True,
        )
        return templates.get_template(_TEMPLATE)


def _is_ours(content: bytes) -> bool:
    return _OURS in content


def _hash(style: str) -> str:
    """What the page's policy calls its one style by."""
    return f"sha256-{base64.b64encode(sha256(style.encode()).digest()).decode()}"
