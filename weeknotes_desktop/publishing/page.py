"""One HTML page of a note, with everything it needs inside."""

from __future__ import annotations

import base64
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from weeknotes_desktop.domain.errors import PublishError
from weeknotes_desktop.domain.ports import Renderer
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.publishing.extensions.typography import printed
from weeknotes_desktop.publishing.pictures import described, with_pictures
from weeknotes_desktop.publishing.whole_file import write_whole
from weeknotes_desktop.publishing.words import Words

_TEMPLATE = "page.html"
_OURS = b'class="wn-post"'
_STYLES = ("styles/post.css", "styles/page.css")


class HtmlPage:
    """A ``PageWriter`` whose pages look the same on any machine, without the web.

    Nothing in a page depends on when or where it was made, so the same note
    always makes the same page.

    Args:
        settings: Name the blog and its author.
        resources: The folder that holds templates, styles and words.
    """

    def __init__(self, renderer: Renderer, settings: Settings, resources: Path) -> None:
        self._renderer = renderer
        self._settings = settings
        self._resources = resources
        self._words = Words.read(resources / "words")
        self._templates = Environment(
            loader=FileSystemLoader(resources / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            keep_trailing_newline=True,
        )

    def write(self, view: NoteView, path: Path) -> None:
        """Write the page whole, or leave what was there before.

        Raises:
            PublishError: If it could not be rendered or written, or if something
                else than a page of ours lies there.
        """
        page = self.page(view)
        _make_sure_of(path)
        write_whole(path, page.encode())

    def page(self, view: NoteView) -> str:
        """The page.

        Raises:
            PublishError: If the note could not be rendered.
        """
        # The renderer needs their names, not their bytes.
        rendered = self._renderer.render(replace(view, pictures=()))
        body = described(with_pictures(rendered, view.pictures), self._words.picture)
        style = self._style()
        week = self._words.week(view.week)
        return self._templates.get_template(_TEMPLATE).render(
            language=view.language,
            heading=printed(view.title, view.quotes) or view.label,
            facts=f"{view.label} · {week}" if view.title else week,
            category=view.category,
            tags=view.tags,
            blog_name=self._settings.blog_name,
            blog_tagline=self._settings.blog_tagline,
            author=self._settings.author,
            body=Markup(body),  # noqa: S704  # sanitised last of all by the renderer
            style=Markup(style),  # noqa: S704  # our own
            style_hash=_hash(style),
        )

    def _style(self) -> str:
        return "\n".join((self._resources / name).read_text("utf-8") for name in _STYLES)


def _make_sure_of(path: Path) -> None:
    """Never write over what is no page of ours: a note, a picture, the library itself.

    Raises:
        PublishError: If something else lies there.
    """
    if not path.is_file():
        return
    try:
        there = path.read_bytes()
    except OSError as error:
        raise PublishError(f"{path} cannot be replaced: {error.strerror}.") from None
    if there and _OURS not in there:
        raise PublishError(
            f"{path} is something else than an exported page, so it was left as it is.",
            "Choose another name.",
        )


def _hash(style: str) -> str:
    """What the page's policy calls its one style by."""
    return f"sha256-{base64.b64encode(sha256(style.encode()).digest()).decode()}"
