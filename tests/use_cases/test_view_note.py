"""What a view takes along from the settings."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.fakes import FakeLibrary
from tests.storage.samples import a_note
from weeknotes_desktop.domain.audience import hidden_spans
from weeknotes_desktop.domain.links import NoteNames
from weeknotes_desktop.domain.quotation import Quotes
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.use_cases.view_note import view_note, view_of
from weeknotes_desktop.use_cases.week_goals import week_goals


@pytest.mark.parametrize("quotes", Quotes)
def test_the_house_style_of_quotes_goes_along(quotes: Quotes) -> None:
    library = FakeLibrary()
    note = library.add_note(a_note(audience=Audience.PUBLIC))
    assert view_note(library, note, Audience.PUBLIC, Settings(quotes=quotes)).quotes is quotes


@pytest.mark.parametrize("audience", [Audience.TEAM, Audience.PUBLIC])
def test_what_is_hidden_may_be_found_out_elsewhere(audience: Audience) -> None:
    asked: list[tuple[str, Audience]] = []

    def elsewhere(text: str, reader: Audience) -> Sequence[tuple[int, int]]:
        asked.append((text, reader))
        return hidden_spans(text, reader)

    body = "One.\n\n::: private\nTwo.\n:::\n\n::: team\nThree.\n:::\n\nFour."
    library = FakeLibrary()
    note = library.add_note(a_note(audience=Audience.PUBLIC, body=body))
    goals, settings, names = week_goals(library, note.week), Settings(), NoteNames()
    view = view_of(note, goals, audience, settings, names, elsewhere)
    assert view == view_of(note, goals, audience, settings, names)
    assert "Two." not in view.body
    assert asked == [(body, audience)]
