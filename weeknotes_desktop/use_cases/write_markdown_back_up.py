"""Write the complete library as Markdown, private things included."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from weeknotes_desktop.domain.everything import MarkdownBackUp
from weeknotes_desktop.domain.ports import MarkdownBackUps
from weeknotes_desktop.domain.shelves import WholeShelf


def write_markdown_back_up(
    library: WholeShelf, back_ups: MarkdownBackUps, folder: Path, now: datetime
) -> MarkdownBackUp:
    """Write everything into ``folder``, in place of an earlier such back-up.

    It is a back-up and no way out: nothing is cut from it.

    Args:
        library: Best a reading of its own, so that no window waits for it.

    Raises:
        LibraryError: If the library could not be read.
        PublishError: If it could not be written, or must not stand there;
            what was there before is still there.
    """
    return back_ups.write(library.everything(), folder, now)
