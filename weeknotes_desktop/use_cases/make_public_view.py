"""Gather what leaves: all that one audience may read, or one note of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property

from weeknotes_desktop.domain.goal_places import PLAN, REPORT
from weeknotes_desktop.domain.links import NoteNames, names_in
from weeknotes_desktop.domain.note import Note, NoteSummary, Status
from weeknotes_desktop.domain.places import Standing, places_of, standing_of
from weeknotes_desktop.domain.public_view import Blog, PublicNote, PublicView
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.slug import place_of
from weeknotes_desktop.domain.snapshot import Published
from weeknotes_desktop.domain.view import NoteLink, NoteView
from weeknotes_desktop.use_cases.keep_pictures import named_in
from weeknotes_desktop.use_cases.name_notes import former_names, note_names
from weeknotes_desktop.use_cases.shown_note import ShownNote, as_it_stands, as_published
from weeknotes_desktop.use_cases.words_for_links import with_words_for_loose_links


def names_for(library: NoteLibrary, settings: Settings, reader: Audience) -> NoteNames:
    """What links of a note that is read by itself may call others by, and where they lead.

    Readers know what is published, as it was published: their links lead to the
    site, where the settings name its address, else into the same folder.
    """
    if reader is Audience.ME:
        return note_names(library, settings.label)
    with library.transaction():
        return _Site(library, settings, reader).names_from_outside()


def public_view(
    library: NoteLibrary,
    settings: Settings,
    audience: Audience,
    now: datetime,  # noqa: ARG001  # whatever stands on a site has a day of its own
) -> PublicView:
    """All that a site for ``audience`` holds.

    Each published note is there as it stood when it was published last, and of
    that what is private today is cut out. One without a snapshot, as older
    versions left it, is there as it stands.

    Args:
        audience: Team or public.

    Raises:
        ValueError: If it is for the writer alone.
    """
    _refuse_me(audience)
    with library.transaction():
        site = _Site(library, settings, audience)
        views = [site.linked(note) for note in site.notes]
        views = _with_pictures(library, views)
    found = zip(views, site.places, site.notes, strict=True)
    notes = [PublicNote(view=view, place=place, day=one.note.day) for view, place, one in found]
    notes.sort(key=lambda note: (note.view.week, note.day, note.place), reverse=True)
    return PublicView(audience=audience, blog=_blog(settings), notes=tuple(notes))


def place_on_site(
    library: NoteLibrary, settings: Settings, audience: Audience, note_id: str
) -> str:
    """Where the page of a published note stands on a site; empty where it stands on none."""
    with library.transaction():
        site = _Site(library, settings, audience)
        return next(
            (
                place
                for one, place in zip(site.notes, site.places, strict=True)
                if one.note.id == note_id
            ),
            "",
        )


def public_view_of(
    library: NoteLibrary, settings: Settings, note: Note, audience: Audience, now: datetime
) -> PublicView:
    """One note as it stands in ``note``, and nothing besides.

    Args:
        audience: Team or public.
        now: Tells the day of a note that was not published yet.

    Raises:
        ValueError: If it is for the writer alone.
        NotForThisReaderError: If the note is not for that audience.
    """
    _refuse_me(audience)
    dated = note if note.published_on or note.status is Status.PUBLISHED else _on(note, now)
    with library.transaction():
        shown = as_it_stands(library, dated, settings)
        view = shown.view(audience)
        place = place_of(note.week, (view.title, view.label))
        if "[[" in view.body:
            links = names_for(library, settings, audience).links(view.body, audience)
            view = replace(view, links=tuple(replace(link, note_id="") for link in links))
        view = with_words_for_loose_links(view)
        (view,) = _with_pictures(library, [view])
    leaving = PublicNote(view=view, place=place, day=dated.day)
    return PublicView(audience=audience, blog=_blog(settings), notes=(leaving,))


class _Site:
    """The notes of a site, each with its place and what links call it by.

    Args:
        published: In place of what the library says is published.
    """

    def __init__(
        self,
        library: NoteLibrary,
        settings: Settings,
        audience: Audience,
        published: Iterable[Published] | None = None,
    ) -> None:
        self._library, self._settings, self._audience = library, settings, audience
        self._views: dict[str, NoteView] = {}
        every = library.published() if published is None else published
        out = [one for one in every if _is_for(audience, one)]
        today = library.goals_today(_goals_in(out))
        self.notes = [
            as_it_stands(library, one.note, settings)
            if one.snapshot is None
            else as_published(one.note, one.snapshot, today, settings)
            for one in out
        ]
        self._standing = [
            self._stands(one, shown) for one, shown in zip(out, self.notes, strict=True)
        ]

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The place of each note."""
        places = places_of(self._standing)
        # Each of them knows all that is known here, and so would keep it in memory.
        self._standing.clear()
        return places

    def view(self, shown: ShownNote) -> NoteView:
        """What may be read of a note, without its links."""
        if shown.note.id not in self._views:
            self._views[shown.note.id] = shown.view(self._audience)
        return self._views[shown.note.id]

    def linked(self, shown: ShownNote) -> NoteView:
        """What may be read of a note, with its links as from its own page."""
        view = self.view(shown)
        links = self.links(view.body, lambda place: f"../../{place}/index.html")
        return with_words_for_loose_links(replace(view, links=links))

    def links(self, body: str, address: Callable[[str], str]) -> tuple[NoteLink, ...]:
        """Where the links of a text lead.

        Args:
            body: Already cut for the reader.
            address: Tells the address of a place.
        """
        found: dict[str, NoteLink] = {}
        for name in names_in(body):
            note = None if name in found else self._names.note(name, self._audience)
            if note is not None:
                # Ids are made by chance, and nothing that leaves is.
                place = self._place_by_id[note.id]
                found[name] = NoteLink(name=name, address=address(place), note_id="")
        return tuple(found.values())

    def names_from_outside(self) -> NoteNames:
        """What links call the notes by, with their addresses as from any other place."""
        site = self._settings.site_address
        addresses = {ident: f"{site}/{place}/" for ident, place in self._place_by_id.items()}
        return replace(self._names, addresses=addresses if site else {})

    def _stands(self, published: Published, shown: ShownNote) -> Standing:
        today = published.note
        return standing_of(
            shown.note,
            published.earlier,
            (today.title, today.label),
            self._audience,
            lambda: repr(self.view(shown)),
        )

    @cached_property
    def _place_by_id(self) -> Mapping[str, str]:
        return {one.note.id: place for one, place in zip(self.notes, self.places, strict=True)}

    @cached_property
    def _names(self) -> NoteNames:
        # What a note is called today, but was not published as, is nobody's business.
        notes = sorted(
            (one.note for one in self.notes),
            key=lambda note: (note.week, note.day, self._place_by_id[note.id]),
            reverse=True,
        )
        return NoteNames(tuple(map(_summary, notes)), former_names(self._library))


def site_views(
    library: NoteLibrary,
    settings: Settings,
    audience: Audience,
    published: Iterable[Published],
    only: str | None = None,
) -> Iterator[NoteView]:
    """What a site has rendered of each note; it looks for pictures in what comes of it.

    Args:
        published: What is published.
        only: The id of a note, where no other is wanted.
    """
    site = _Site(library, settings, audience, published)
    for shown in site.notes:
        if only in (None, shown.note.id):
            yield site.linked(shown)


def _is_for(audience: Audience, one: Published) -> bool:
    note = one.note if one.snapshot is None else one.snapshot.as_note(one.note)
    return audience.may_read(note.audience)


def _goals_in(out: Iterable[Published]) -> frozenset[str]:
    return frozenset(
        goal.id
        for one in out
        if one.snapshot is not None and (REPORT in one.snapshot.body or PLAN in one.snapshot.body)
        for goal in (*one.snapshot.goals, *one.snapshot.next_goals)
    )


def _with_pictures(library: NoteLibrary, views: Sequence[NoteView]) -> list[NoteView]:
    named = [named_in(view) for view in views]
    wanted = frozenset(ident for idents in named for ident in idents)
    if not wanted:
        return list(views)
    there = {
        # What the writer called the file is private.
        ident: replace(picture, name="", description="")
        for ident, picture in library.pictures(wanted).items()
    }
    return [
        replace(view, pictures=tuple(there[ident] for ident in idents if ident in there))
        for view, idents in zip(views, named, strict=True)
    ]


def _summary(note: Note) -> NoteSummary:
    return NoteSummary(
        id=note.id,
        week=note.week,
        label=note.label,
        title=note.title,
        status=note.status,
        audience=note.audience,
        category=note.category,
        tags=note.tags,
        words=0,
        goals_set=0,
        goals_met=0,
    )


def _on(note: Note, now: datetime) -> Note:
    return replace(note, published_on=now.date())


def _blog(settings: Settings) -> Blog:
    return Blog(
        name=settings.blog_name,
        tagline=settings.blog_tagline,
        author=settings.author,
        language=settings.language,
        address=settings.site_address,
    )


def _refuse_me(audience: Audience) -> None:
    if audience is Audience.ME:
        raise ValueError("What is for the writer alone does not leave.")
