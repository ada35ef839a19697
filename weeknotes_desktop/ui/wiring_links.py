"""The connections of links between notes: what changes what notes are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weeknotes_desktop.ui.crew import Presenters

if TYPE_CHECKING:
    from weeknotes_desktop.presenters.link_names import LinkNames


def wire_links(presenters: Presenters, names: LinkNames) -> None:
    """Introduce whoever knows the names to those who change them."""
    presenters.keeping.saved.connect(lambda _: names.read())
    presenters.bringing.brought.connect(lambda _: names.read())
