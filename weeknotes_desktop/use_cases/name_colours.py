"""Give categories and tags colours; they are kept in the library and travel with it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from weeknotes_desktop.domain.names import Colours, NameColour, NameKind
from weeknotes_desktop.domain.shelves import NoteLibrary

REMARK = "name-colours"
"""The remark that says which name has which colour."""


def name_colours(library: NoteLibrary) -> Colours:
    """The colour of each name that has one."""
    try:
        told = json.loads(library.remark(REMARK) or "{}")
    except ValueError:
        return Colours()
    if not isinstance(told, dict):
        return Colours()
    return Colours(*(_read(told.get(str(kind))) for kind in (NameKind.CATEGORY, NameKind.TAG)))


def set_colour(library: NoteLibrary, kind: NameKind, name: str, colour: NameColour | None) -> None:
    """Give a name a colour, or take it away."""
    with library.transaction():
        _keep(library, kind, {**name_colours(library).of(kind), name: colour})


def move_colour(library: NoteLibrary, kind: NameKind, old: str, new: str) -> None:
    """Let the name that takes the place of another have its colour, unless it has its own."""
    with library.transaction():
        colours = name_colours(library).of(kind)
        if old in colours:
            _keep(library, kind, {**colours, old: None, new: colours.get(new, colours[old])})


def keep_colours(library: NoteLibrary, colours: Colours) -> None:
    """Let these names have these colours, and no others any."""
    told = {str(kind): dict(colours.of(kind)) for kind in NameKind}
    kept = json.dumps(told, ensure_ascii=False, sort_keys=True)
    if kept != library.remark(REMARK):
        library.keep_remark(REMARK, kept)


def _keep(library: NoteLibrary, kind: NameKind, colours: Mapping[str, NameColour | None]) -> None:
    there = {name: colour for name, colour in colours.items() if colour is not None}
    known = name_colours(library)
    both = (there, known.tags) if kind is NameKind.CATEGORY else (known.categories, there)
    keep_colours(library, Colours(*both))


def _read(told: object) -> dict[str, NameColour]:
    if not isinstance(told, dict):
        return {}
    known = {str(colour) for colour in NameColour}
    return {name: NameColour(colour) for name, colour in told.items() if colour in known}
