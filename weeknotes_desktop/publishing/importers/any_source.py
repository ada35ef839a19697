"""Whatever can be brought in: told apart by what it is, not by what it is called."""

from __future__ import annotations

import re
from pathlib import Path

from weeknotes_desktop.domain.errors import ImportFailedError
from weeknotes_desktop.domain.everything import FoundBackUp
from weeknotes_desktop.domain.found import FoundPage
from weeknotes_desktop.publishing.importers.saved_page import SavedPage
from weeknotes_desktop.publishing.markdown_back_up.folders import MarkdownFolders
from weeknotes_desktop.publishing.markdown_back_up.front_matter import LONGEST

# What stands above a note, and says whom it is for.
_OF_A_BACK_UP = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?:.*\r?\n)*?audience:")


class AnySource:
    """Reads saved pages of a blog, and complete back-ups in Markdown."""

    def __init__(self) -> None:
        self._pages = SavedPage()
        self._back_ups = MarkdownFolders()

    def read(self, path: Path) -> FoundPage | FoundBackUp:
        """What ``path`` holds.

        Raises:
            ImportFailedError: If it holds nothing that can be brought in.
        """
        if self._back_ups.is_one(path):
            return self._back_ups.read(path)
        if _is_out_of_a_back_up(path):
            # Read as a page it would be public, whomever it is for.
            raise ImportFailedError(
                f"“{path.name}” is one note out of a back-up in Markdown.",
                "Import the whole folder; notes that are here already stay as they are.",
            )
        return self._pages.read(path)


def _is_out_of_a_back_up(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return _OF_A_BACK_UP.match(file.read(LONGEST)) is not None
    except OSError:
        # Whoever reads it next says so.
        return False
