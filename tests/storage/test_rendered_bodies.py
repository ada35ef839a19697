"""Bodies that were rendered once."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.samples import NOW, a_note
from weeknotes_desktop.domain.backup import Reason
from weeknotes_desktop.storage.backups import LibraryBackUps
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.storage.rendered_bodies import RenderedBodies

BODIES = {"k1": "<p>It holds.</p>", "k2": "<p>😀</p>"}


@pytest.fixture
def bodies(path: Path) -> RenderedBodies:
    return RenderedBodies(path, "1")


@pytest.fixture
def file(path: Path) -> Path:
    return path.with_name("cache") / "bodies.db"


def test_what_was_put_in_is_found(bodies: RenderedBodies, path: Path) -> None:
    assert bodies.get_many(["k1"]) == {}
    bodies.put_many(BODIES)
    assert bodies.get_many(["k1", "k2", "k3"]) == BODIES
    assert RenderedBodies(path, "1").get_many(["k2"]) == {"k2": BODIES["k2"]}


def test_which_there_are_is_told_without_reading_them(bodies: RenderedBodies, path: Path) -> None:
    assert bodies.which(["k1"]) == set()
    bodies.put_many(BODIES)
    assert bodies.which(["k1", "k3"]) == {"k1"}
    assert RenderedBodies(path, "2").which(["k1"]) == set()


def test_nobody_else_can_read_it(bodies: RenderedBodies, file: Path) -> None:
    bodies.put_many(BODIES)
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert file.with_name("CACHEDIR.TAG").read_bytes().startswith(b"Signature: 8a477f597d28d172")


def test_bodies_of_another_renderer_are_never_given_and_go(
    bodies: RenderedBodies, path: Path, file: Path
) -> None:
    bodies.put_many(BODIES)
    other = RenderedBodies(path, "2")
    assert other.get_many(["k1"]) == {}
    other.put_many({"k3": "<p>New.</p>"})
    assert b"It holds" not in file.read_bytes()


def test_a_body_that_says_something_else_than_was_put_in_is_not_given(
    bodies: RenderedBodies, file: Path
) -> None:
    bodies.put_many(BODIES)
    with closing(sqlite3.connect(file)) as damaging, damaging:
        damaging.execute("UPDATE bodies SET body = '<p>It falls.</p>' WHERE key = 'k1'")
    assert bodies.get_many(["k1", "k2"]) == {"k2": BODIES["k2"]}


def test_a_file_that_is_damaged_is_made_anew(bodies: RenderedBodies, file: Path) -> None:
    bodies.put_many(BODIES)
    file.write_bytes(b"no database at all" * 1000)
    assert bodies.get_many(["k1"]) == {}
    bodies.put_many(BODIES)
    assert bodies.get_many(["k1", "k2"]) == BODIES


def test_where_nothing_can_be_kept_nothing_fails(bodies: RenderedBodies, file: Path) -> None:
    file.parent.write_bytes(b"a file in its place")
    bodies.put_many(BODIES)
    assert bodies.get_many(["k1"]) == {}


def test_it_goes_with_what_is_forgotten_for_good(
    bodies: RenderedBodies, path: Path, file: Path
) -> None:
    bodies.put_many(BODIES)
    with open_for_writing(path) as library:
        library.compact()
    assert b"It holds" not in file.read_bytes()
    assert bodies.get_many(["k1"]) == {}


def test_no_back_up_takes_it_along(bodies: RenderedBodies, path: Path) -> None:
    with open_for_writing(path) as library:
        library.add_note(a_note())
        bodies.put_many(BODIES)
        made = LibraryBackUps(path, None, lambda: NOW).make(Reason.ASKED)
    assert b"It holds." not in made.path.read_bytes()
