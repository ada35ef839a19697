"""The connections of links between notes: what changes what notes are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weeknotes_desktop.ui.crew import Presenters

if TYPE_CHECKING:
    from weeknotes_desktop.presenters.known_notes import KnownNotes
    from weeknotes_desktop.presenters.link_names import LinkNames


def wire_links(presenters: Presenters, known: KnownNotes, names: LinkNames) -> None:
    """Introduce whoever knows the names to those who change them."""
    presenters.archive.listed.connect(known.changed)
    known.learnt.connect(lambda _: names.learnt.emit(None))
    # What was shown while they were being read has no links.
    known.learnt.connect(lambda _: presenters.preview.something_changed())
    presenters.keeping.saved.connect(lambda _: names.read())
    presenters.bringing.brought.connect(lambda _: names.read())
