"""Pictures on a page that must work without the web: what cannot be shown is said."""

from __future__ import annotations

import html
import re

# The sanitiser wrote these tags, so they always look like this.
_PICTURE = re.compile(r'<img(?P<about>(?: [a-z-]+="[^"]*")*)>')
_ABOUT = re.compile(r'(?P<name>[a-z-]+)="(?P<value>[^"]*)"')


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
