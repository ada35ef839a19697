"""The usual length follows the notes that are published."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.fakes import FakeLibrary, ImmediateWriter
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.usual_length import Band
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.usual import UsualLength
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.start_note import start_note

NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)


def test_it_is_known_from_four_published_notes_on_and_told_once() -> None:
    library, told = FakeLibrary(), []
    usual = UsualLength(ImmediateWriter(library))
    usual.learnt.connect(lambda _: told.append(usual.band))
    for _ in range(4):
        usual.look()
        assert usual.band is None
        note = start_note(library, Week(2021, 9), body="word " * 400)
        start_note(library, Week(2021, 9), body="word " * 9_000)
        publish_note(library, note, Settings(), NOW)
    usual.look()
    usual.look()
    assert told == [Band(400, 400)]
