"""What the files of a back-up hold together, read with care."""

from __future__ import annotations

from collections.abc import Iterable

from weeknotes_desktop.domain.everything import FoundBackUp
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.publishing.markdown_back_up.collected import Collected, ReadFile
from weeknotes_desktop.publishing.markdown_back_up.files import READ_ME
from weeknotes_desktop.publishing.markdown_back_up.reading_lists import read_list, read_picture
from weeknotes_desktop.publishing.markdown_back_up.reading_texts import (
    read_draft,
    read_note,
    read_version,
)


def read_files(
    files: Iterable[ReadFile], no_week: Week, lost: Iterable[str] = (), skipped: Iterable[str] = ()
) -> FoundBackUp:
    """All that ``files`` hold.

    Args:
        no_week: The week of a note that nothing tells the week of.
        lost: What is known to be lost before any of them was read, a sentence each.
        skipped: What was left out on purpose, likewise.
    """
    collected = Collected(lost=list(lost))
    for file in files:
        if file.path == READ_ME:
            continue
        if not file.as_written:
            collected.lost.append(
                f"{file.path} is no longer as it was written; it is taken as it is now."
            )
        folder, _, _ = file.path.partition("/")
        if folder == "pictures":
            read_picture(file, collected)
        elif file.path.endswith(".yaml"):
            read_list(file, collected)
        elif folder == "drafts":
            read_draft(file, collected)
        elif folder == "history":
            read_version(file, collected)
        else:
            read_note(file, collected, no_week)
    return collected.found(skipped)
