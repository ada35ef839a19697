"""The body of a note as HTML, to be put into a page of somebody else's."""

from __future__ import annotations

import re
from pathlib import Path

from weeknotes_desktop.domain.destination import Parcel, Progress, Sent
from weeknotes_desktop.domain.ports import Renderer
from weeknotes_desktop.domain.public_view import PublicView
from weeknotes_desktop.publishing.destinations.one_file import OneFile
from weeknotes_desktop.publishing.destinations.one_note import alone, body_of, note_of
from weeknotes_desktop.publishing.words import Words

MARK = "<!-- weeknotes -->\n"
"""By which the program knows its own file again; every blog leaves it out."""

_LOWEST = 6
_DEEPEST_SHIFT = 4
# Attributes are taken along whole, as they may say “<h2>” too.
_TAG = re.compile(
    r'<(?P<begins>/?h)(?P<level>[1-6])(?P<rest>(?:"[^"]*"|[^">])*)>|<(?:"[^"]*"|[^">])*>'
)
_PICTURES_LEFT_OUT = "Its pictures are not in it; each is said in words."


class Fragment:
    """A ``Destination`` that is a piece of a page, without head, style or frame.

    Ids in it begin with what only this post has, so that several fit on one page.

    Args:
        resources: The folder that holds the words.
        shift: By how many levels headings are lowered; those below the sixth stay there.
        pictures: Whether they stand inside as data, which some blogs cut out.
    """

    def __init__(
        self,
        renderer: Renderer,
        resources: Path,
        path: Path,
        *,
        shift: int = 0,
        pictures: bool = True,
    ) -> None:
        self._renderer = renderer
        self._resources = resources
        self._shift = shift
        self._pictures = pictures
        self._file = OneFile(path, lambda there: there.startswith(MARK.encode()), "a fragment")

    def make(self, view: PublicView, progress: Progress) -> Parcel:
        """The fragment.

        Raises:
            PublishError: If the note could not be rendered.
            CancelledError: If the writer stopped it.
        """
        progress(0, 1)
        note = alone(note_of(view))
        words = Words.read(self._resources / "words", view.blog.language)
        body = body_of(self._renderer, note, words.picture, pictures=self._pictures)
        progress(1, 1)
        remarks = () if self._pictures or not note.view.pictures else (_PICTURES_LEFT_OUT,)
        return self._file.parcel(f"{MARK}{lowered(body, self._shift)}\n", remarks)

    def send(self, parcel: Parcel, progress: Progress) -> Sent:
        """Write the fragment whole, or leave what was there before.

        Raises:
            PublishError: If it could not be written, or if something of another
                kind lies there.
            CancelledError: If the writer stopped it.
        """
        return self._file.put(parcel, progress)


def lowered(body: str, by: int) -> str:
    """``body`` with its headings that many levels lower.

    Args:
        body: What the renderer made.
    """
    by = max(0, min(by, _DEEPEST_SHIFT))

    def tag(found: re.Match[str]) -> str:
        if found["begins"] is None:
            return found[0]
        level = min(int(found["level"]) + by, _LOWEST)
        return f"<{found['begins']}{level}{found['rest']}>"

    return _TAG.sub(tag, body) if by else body
