"""What a view takes along from the settings."""

from __future__ import annotations

import pytest

from tests.fakes import FakeLibrary
from tests.storage.samples import a_note
from weeknotes_desktop.domain.quotation import Quotes
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.use_cases.view_note import view_note


@pytest.mark.parametrize("quotes", Quotes)
def test_the_house_style_of_quotes_goes_along(quotes: Quotes) -> None:
    library = FakeLibrary()
    note = library.add_note(a_note(audience=Audience.PUBLIC))
    assert view_note(library, note, Audience.PUBLIC, Settings(quotes=quotes)).quotes is quotes
