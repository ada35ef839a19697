"""Where links of the preview lead before the team and the public."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.errors import LibraryError
from weeknotes_desktop.domain.links import NoteNames
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.reader_names import ReaderNames
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.start_note import start_note

NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)
SITE = Settings(site_address="https://boats.example")


class Desk:
    """A library with one published note, and how often it was read."""

    def __init__(self) -> None:
        self.library = FakeLibrary()
        self.readings = 0
        self.broken = False
        self.names = ReaderNames(self.reading)
        note = start_note(self.library, Week(2021, 8), title="Boats")
        publish_note(self.library, note, Settings(), NOW)

    @contextmanager
    def reading(self) -> Iterator[NoteLibrary]:
        if self.broken:
            raise LibraryError("The disk is gone.")
        self.readings += 1
        yield self.library

    def leads_to(self, reader: Audience, own: NoteNames, settings: Settings) -> list[str]:
        links = self.names.names(reader, own, settings).links("[[Boats]] [[Locks]]", reader)
        return [link.address for link in links]


def test_they_lead_where_the_exported_page_leads() -> None:
    desk, own = Desk(), NoteNames()
    assert desk.leads_to(Audience.PUBLIC, own, SITE) == ["https://boats.example/2021/w08-boats/"]
    assert desk.leads_to(Audience.TEAM, own, Settings()) == ["2021-W08-weeknote-8-2021.html"]
    assert desk.names.names(Audience.ME, own, SITE) is own


def test_the_library_is_read_again_only_when_something_was_saved() -> None:
    desk, own = Desk(), NoteNames()
    for _ in range(3):
        desk.leads_to(Audience.PUBLIC, own, SITE)
    assert desk.readings == 1
    locks = start_note(desk.library, Week(2021, 9), title="Locks")
    publish_note(desk.library, locks, Settings(), NOW)
    assert len(desk.leads_to(Audience.PUBLIC, own, SITE)) == 1
    assert len(desk.leads_to(Audience.PUBLIC, NoteNames(), SITE)) == 2


def test_while_the_library_cannot_be_read_links_are_words() -> None:
    desk, own = Desk(), NoteNames()
    desk.broken = True
    assert desk.leads_to(Audience.PUBLIC, own, SITE) == []
    desk.broken = False
    assert len(desk.leads_to(Audience.PUBLIC, own, SITE)) == 1
