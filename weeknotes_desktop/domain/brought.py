"""What the clipboard or a drop brings, and what becomes of it in a note."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from weeknotes_desktop.domain.note import LARGEST_BODY
from weeknotes_desktop.domain.picture import Picture

LARGEST_HTML = 5_000_000
"""In letters; beyond it only the words are taken, if they came as well."""

MOST_LETTERS = 2 * LARGEST_BODY
"""More words than that are not even looked at."""

LARGEST_PICTURE = 50_000_000
"""In bytes, before anything is done to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What came in from outside, untouched.

    Args:
        text: The words alone, empty where only a form of them came.
        html: The words in their form.
        picture: The bytes of a picture.
        files: What was dropped, or copied in a file browser.
    """

    text: str = ""
    html: str = ""
    picture: bytes = b""
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What goes into the note.

    Args:
        text: Markdown; it names ``pictures``.
        pictures: What must be in the library before the text is in the note.
        remarks: What the writer should know, a sentence each.
    """

    text: str = ""
    pictures: tuple[Picture, ...] = ()
    remarks: tuple[str, ...] = ()
