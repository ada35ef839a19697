"""Links and pictures, found in a text with brackets without end.

Python-Markdown looks for the end of each bracket in all that follows it, so
that a page of brackets takes minutes. What is found here is the same, but for
links that Python-Markdown ends before they begin: they swallow what follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import (
    IMAGE_LINK_RE,
    IMAGE_REFERENCE_RE,
    LINK_RE,
    REFERENCE_RE,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)

_BRACKET = re.compile(r"[\[\]]")
_NEAR = 64


class Pairs:
    """Which brackets of a text belong together.

    A text is remembered as long as only words before the place asked for have
    changed in it, as they do when one link after the other is found.
    """

    def __init__(self) -> None:
        self._text = ""
        self._closing: dict[int, int] = {}

    def closing(self, text: str, start: int) -> int | None:
        """Where the bracket closes that stands just before ``start``; None where it does not."""
        if text is self._text:
            return self._closing.get(start - 1)
        depth = 1
        for number, bracket in enumerate(_BRACKET.finditer(text, start)):
            depth += 1 if bracket[0] == "[" else -1
            if not depth:
                return bracket.start()
            if number == _NEAR:
                return self._far(text, start)
        return None

    def _far(self, text: str, start: int) -> int | None:
        if not self._text.endswith(text[start - 1 :]):
            self._learn(text)
        moved = len(text) - len(self._text)
        place = self._closing.get(start - 1 - moved)
        return None if place is None else place + moved

    def _learn(self, text: str) -> None:
        self._text = text
        self._closing = {}
        waiting: list[int] = []
        for bracket in _BRACKET.finditer(text):
            if bracket[0] == "[":
                waiting.append(bracket.start())
            elif waiting:
                self._closing[waiting.pop()] = bracket.start()


class BracketsExtension(Extension):
    """Finds what Python-Markdown finds, in time."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Take the places of Python-Markdown's own links and pictures."""
        pairs = Pairs()
        for name, (made, pattern, priority) in _PLACES.items():
            found = made(pattern, md)
            found.pairs = pairs
            md.inlinePatterns.register(found, name, priority)


class _InTime(LinkInlineProcessor):
    pairs: Pairs
    _text = ""
    _last = -1

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802
        """The words between the brackets, and where they end."""
        end = self.pairs.closing(data, index)
        if end is None:
            return "", index, False
        return data[index:end], end + 1, True

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802
        """The address behind the words; none where nothing closes it any more."""
        if data is not self._text:
            self._text, self._last = data, data.rfind(")")
        if self._last < index:
            return "", None, index, False
        href, title, end, found = super().getLink(data, index)
        if end < index:
            return "", None, index, False
        return href, title, end, found


class _Link(_InTime):
    pass


class _Reference(_InTime, ReferenceInlineProcessor):
    pass


class _Picture(_InTime, ImageInlineProcessor):
    pass


class _PictureReference(_InTime, ImageReferenceInlineProcessor):
    pass


class _ShortReference(_InTime, ShortReferenceInlineProcessor):
    pass


class _ShortPictureReference(_InTime, ShortImageReferenceInlineProcessor):
    pass


_PLACES: dict[str, tuple[Callable[[str, Markdown], _InTime], str, int]] = {
    "reference": (_Reference, REFERENCE_RE, 170),
    "link": (_Link, LINK_RE, 160),
    "image_link": (_Picture, IMAGE_LINK_RE, 150),
    "image_reference": (_PictureReference, IMAGE_REFERENCE_RE, 140),
    "short_reference": (_ShortReference, REFERENCE_RE, 130),
    "short_image_ref": (_ShortPictureReference, IMAGE_REFERENCE_RE, 125),
}
