"""Pictures as files of a site, each once; whatever else a page shows is said in words."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping

from weeknotes_desktop.domain.public_view import PublicNote

FOLDER = "pictures"

_ENDINGS = {"image/png": "png", "image/jpeg": "jpg"}
# The sanitiser wrote these tags, so they always look like this.
_PICTURE = re.compile(r'<img(?: [a-z-]+="[^"]*")*>')
_ABOUT = re.compile(r'(?P<name>[a-z-]+)="(?P<value>[^"]*)"')


def picture_files(notes: Iterable[PublicNote]) -> dict[str, bytes]:
    """Every picture of the notes, by the name of its file."""
    return {
        f"{FOLDER}/{picture.id}.{_ENDINGS[picture.media_type]}": picture.content
        for note in notes
        for picture in note.view.pictures
        if picture.media_type in _ENDINGS
    }


def named_by_address(files: Iterable[str]) -> dict[str, str]:
    """Each of those files by what a note calls it."""
    return {f"picture:{file.removeprefix(f'{FOLDER}/').partition('.')[0]}": file for file in files}


def with_files(body: str, files: Mapping[str, str], up: str, words: str) -> str:
    """``body`` with its pictures led to their files.

    Args:
        body: What the renderer made.
        files: By what a note calls the picture.
        up: The way to where the site begins.
        words: With ``{description}``; stands where a picture cannot.
    """
    if "<img" not in body:
        return body

    def shown(tag: re.Match[str]) -> str:
        about = {one["name"]: one["value"] for one in _ABOUT.finditer(tag[0])}
        address = about.get("src", "")
        if address in files:
            return tag[0].replace(f'src="{address}"', f'src="{up}{files[address]}"')
        if address.startswith("data:"):
            return tag[0]
        description = about.get("alt", "").strip() or about.get("title", "").strip()
        if not description:
            return ""
        text = html.escape(words.format(description=html.unescape(description)))
        return f'<span class="wn-missing-picture">{text}</span>'

    return _PICTURE.sub(shown, body)
