"""Pictures on a page that must work without the web: inside it, or said in words."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Iterable

from weeknotes_desktop.domain.picture import Picture, pictures_named

# The sanitiser wrote these tags, so they always look like this.
_PICTURE = re.compile(r'<img(?P<about>(?: [a-z-]+="[^"]*")*)>')
_ABOUT = re.compile(r'(?P<name>[a-z-]+)="(?P<value>[^"]*)"')


def with_pictures(body: str, pictures: Iterable[Picture]) -> str:
    """``body`` with the bytes of these pictures in it, in place of what it calls them by.

    Args:
        body: What the renderer made.
    """
    kept = {picture.id: picture for picture in pictures}

    def inside(tag: re.Match[str]) -> str:
        for ident in pictures_named(tag["about"]):
            if ident in kept:
                picture = kept[ident]
                letters = base64.b64encode(picture.content).decode("ascii")
                data = f'src="data:{picture.media_type};base64,{letters}"'
                return tag[0].replace(f'src="{picture.address}"', data)
        return tag[0]

    return _PICTURE.sub(inside, body)


def described(body: str, words: str) -> str:
    """``body`` with each picture that does not stand in it replaced by its description.

    Args:
        body: What the renderer made.
        words: With ``{description}``.
    """

    def picture(tag: re.Match[str]) -> str:
        about = {one["name"]: html.unescape(one["value"]) for one in _ABOUT.finditer(tag["about"])}
        if about.get("src", "").startswith("data:"):
            return tag[0]
        description = about.get("alt", "").strip() or about.get("title", "").strip()
        if not description:
            return ""
        text = html.escape(words.format(description=description))
        return f'<span class="wn-missing-picture">{text}</span>'

    return _PICTURE.sub(picture, body)
