from datetime import date

import pytest

from weeknotes_desktop.domain.public_view import Blog, PublicNote, PublicView
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.domain.week import Week


def _note(audience: Audience, place: str = "2021/w16-a") -> PublicNote:
    view = NoteView(
        audience=audience, week=Week(2021, 16), label="Weeknote 16.2021", title="A", body=""
    )
    return PublicNote(view=view, place=place, day=date(2021, 4, 23))


def test_nothing_leaves_for_the_writer_alone() -> None:
    with pytest.raises(ValueError, match="writer alone"):
        PublicView(audience=Audience.ME, blog=Blog(), notes=())


def test_a_note_cut_for_the_team_never_leaves_with_those_for_the_public() -> None:
    with pytest.raises(ValueError, match="another audience"):
        PublicView(audience=Audience.PUBLIC, blog=Blog(), notes=(_note(Audience.TEAM),))


def test_no_page_takes_the_place_of_another() -> None:
    twice = (_note(Audience.PUBLIC), _note(Audience.PUBLIC))
    with pytest.raises(ValueError, match="same place"):
        PublicView(audience=Audience.PUBLIC, blog=Blog(), notes=twice)
