"""What the writer hears when a note was published."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from weeknotes_desktop.domain.settings import Where
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.publishing_ways import Way
from weeknotes_desktop.use_cases.publish_to import Out

_PAGE = "index.html"


def published_notice(
    out: Out,
    way: Way,
    address: str,
    show: Callable[[Path], None],
    copy: Callable[[str], None],
) -> Notice:
    """One line on what was done, and the way there.

    Args:
        address: Where the site stands; empty where nobody has said.
        show: Opens a file or folder in the system's own program for it.
        copy: Puts words on the clipboard.
    """
    remarks = " ".join(out.sent.remarks)
    label = f"“{out.note.label}” is published"
    if way.place is None:
        return Notice(f"{label}, and on the clipboard to be pasted anywhere.", remarks)
    place = way.place
    if way.where is Where.FILE:
        return Notice(f"{label} in {place}.", remarks, action="Open", act=lambda: show(place))
    said = Notice(f"{label}: {_changed(out, way.where)} in {place}.", remarks)
    page = place / out.place / _PAGE if way.where is Where.SITE and out.place else place
    copied = f"{address}/{out.place}/" if way.where is Where.SITE and address else ""
    return Notice(
        said.text,
        said.remedy,
        action="Open",
        act=lambda: show(page),
        other="Copy address" if copied else "",
        act_other=(lambda: copy(copied)) if copied else None,
    )


def _changed(out: Out, where: Where) -> str:
    """Counted as the dialog counted what would change."""
    sent, site = out.sent, where is Where.SITE
    number = sent.pages if site else sent.written + sent.removed
    one, whole = ("page", "site") if site else ("file", "folder")
    if not number:
        return f"no {one} of the {whole} had to change"
    return f"{number} {one if number == 1 else f'{one}s'} of the {whole} changed"
