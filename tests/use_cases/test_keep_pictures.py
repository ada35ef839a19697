"""Pictures that a reader gets to see: those that are left after the cut, and no others."""

from __future__ import annotations

import pytest

from tests.fakes import FakeLibrary
from tests.storage.samples import a_note
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.use_cases.keep_pictures import keep_pictures
from weeknotes_desktop.use_cases.view_note import view_note

SHOWN = Picture.of(b"shown", "image/png")
PRIVATE = Picture.of(b"private", "image/png")
IN_WORDS = Picture.of(b"in words", "image/png")
BODY = (
    f"![a]({SHOWN.address})\n\n::: private\n![b]({PRIVATE.address})\n:::\n\n"
    f"So %%![c]({IN_WORDS.address})%% it was."
)


@pytest.mark.parametrize(
    ("audience", "seen"),
    [(Audience.PUBLIC, [SHOWN]), (Audience.ME, [SHOWN, PRIVATE, IN_WORDS])],
)
def test_a_picture_in_a_private_passage_stays_here(audience: Audience, seen: list[Picture]) -> None:
    library = FakeLibrary()
    keep_pictures(library, [SHOWN, PRIVATE, IN_WORDS])
    note = library.add_note(a_note(body=BODY, audience=Audience.PUBLIC))
    assert list(view_note(library, note, audience, Settings()).pictures) == seen


def test_a_picture_that_is_gone_is_left_out() -> None:
    library = FakeLibrary()
    note = library.add_note(a_note(body=BODY, audience=Audience.PUBLIC))
    assert view_note(library, note, Audience.PUBLIC, Settings()).pictures == ()
