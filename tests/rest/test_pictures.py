"""The pictures that the preview shows, at hand while it is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.errors import LibraryError
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.rest.pictures import PicturesAtHand

ONE, TWO, THREE = (Picture.of(name * 10, "image/png") for name in (b"1", b"2", b"3"))


class Room:
    """A library, and how often somebody came to read."""

    def __init__(self) -> None:
        self.library = FakeLibrary()
        self.visits = 0
        self.closed = False

    @contextmanager
    def reading(self) -> Iterator[NoteLibrary]:
        self.visits += 1
        if self.closed:
            raise LibraryError("The notes file cannot be read.")
        yield self.library


def test_a_picture_is_read_once_and_then_is_at_hand() -> None:
    room = Room()
    room.library.keep_picture(ONE)
    pictures = PicturesAtHand(room.reading)
    assert pictures.picture(ONE.id) is None
    for _ in range(3):
        pictures.bring(f'<img src="{ONE.address}">')
    assert pictures.picture(ONE.id) == ONE
    assert room.visits == 1


def test_a_page_without_pictures_reads_nothing() -> None:
    room = Room()
    PicturesAtHand(room.reading).bring("<p>picture: of a bench</p>")
    assert room.visits == 0


def test_those_that_were_shown_longest_ago_make_room() -> None:
    room = Room()
    pictures = PicturesAtHand(room.reading, largest=20)
    for picture in (ONE, TWO, THREE):
        room.library.keep_picture(picture)
    for picture in (ONE, TWO, ONE, THREE):
        pictures.bring(picture.address)
    assert [pictures.picture(one.id) for one in (ONE, TWO, THREE)] == [ONE, None, THREE]


def test_what_is_gone_or_cannot_be_read_keeps_nothing_else_away() -> None:
    room = Room()
    room.library.keep_picture(TWO)
    pictures = PicturesAtHand(room.reading)
    pictures.bring(f"{ONE.address} {TWO.address}")
    assert (pictures.picture(ONE.id), pictures.picture(TWO.id)) == (None, TWO)
    room.closed = True
    pictures.bring(THREE.address)
    assert pictures.picture(TWO.id) == TWO
