"""What an export will have to render, told before anybody asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.snapshot import Published
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.use_cases.make_public_view import site_views
from weeknotes_desktop.use_cases.publish_note import as_published_now, publication_of

_READERS = (Audience.PUBLIC, Audience.TEAM)


def views_ahead(
    library: NoteLibrary, settings: Settings, note: Note, now: datetime
) -> tuple[NoteView, ...]:
    """What each reader would read of ``note`` on a site if it were published as it stands.

    Its links lead where they would lead then.

    Raises:
        NotFoundError: If there is no such note any more.
    """
    if note.audience is Audience.ME:
        return ()
    with library.transaction():
        others = _others(library, note) if "[[" in note.body else ()
        every = (_published(library, settings, note, now), *others)
        return tuple(
            view
            for reader in _READERS
            for view in site_views(library, settings, reader, every, note.id)
        )


def every_view(library: NoteLibrary, settings: Settings) -> Iterator[NoteView]:
    """What the public and the team read of each note of a site, as it is today."""
    with library.transaction():
        published = library.published()
        for reader in _READERS:
            yield from site_views(library, settings, reader, published)


def _published(library: NoteLibrary, settings: Settings, note: Note, now: datetime) -> Published:
    out = as_published_now(note, library.note(note.id).status, now)
    out = replace(out, label=out.label or settings.label.label_of(out.week))
    snapshot = publication_of(library, out, settings, now)
    before = [one.first_words for one in library.snapshots(note.id) if one.whole]
    earlier = (*reversed(before), snapshot.first_words)
    return Published(note=replace(out, body=""), snapshot=snapshot, earlier=earlier)


def _others(library: NoteLibrary, note: Note) -> tuple[Published, ...]:
    return tuple(one for one in library.published() if one.note.id != note.id)
