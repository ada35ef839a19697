"""Two libraries that are equal in all that is public give the same bytes, whatever leaves.

A stopped export is the one difference that there may be; where nothing slips
through, nothing is stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.end_to_end.twin_libraries import (
    NOW,
    SETTINGS,
    PrivateSide,
    PublicNote,
    PublicSide,
    public_sides,
)
from tests.fakes import FakeLibrary
from tests.publishing.destinations.site.blogs import BODIES, Shelf
from tests.publishing.example import RESOURCES
from weeknotes_desktop.domain.destination import Destination, Parcel, Progress, Sent, silent
from weeknotes_desktop.domain.public_view import PublicView
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.publishing.destinations.clipboard import Clipboard
from weeknotes_desktop.publishing.destinations.fragment import Fragment
from weeknotes_desktop.publishing.destinations.html_file import HtmlFile
from weeknotes_desktop.publishing.destinations.markdown_folder import MarkdownFolder
from weeknotes_desktop.publishing.destinations.site.site import Site
from weeknotes_desktop.publishing.leak_search import ParcelSearch
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.use_cases.leave import Leaving, look_through, make_ready

READERS = st.sampled_from([Audience.TEAM, Audience.PUBLIC])
# Nothing but the tags tells these two apart.
ALIKE = PublicSide(
    notes=tuple(
        PublicNote(weeks=1, title="High water", paragraphs=(), category="", tags=tags, days=2)
        for tags in ((), ("rain", "open day"))
    ),
    goals=(),
)
SEEDS = st.integers(0, 2**32)
Way = Callable[[], Destination]


class EachNote:
    """A way out of one note, for each note of a site."""

    def __init__(self, way: Callable[[], Destination]) -> None:
        self._way = way

    def make(self, view: PublicView, progress: Progress) -> Parcel:
        files = {"days": str([note.day for note in view.notes]).encode()}
        for note in view.notes:
            parcel = self._way().make(replace(view, notes=(note,)), progress)
            files |= {f"{note.place} {name}": made for name, made in parcel.files.items()}
        return Parcel(files=files)

    def send(self, parcel: Parcel, progress: Progress) -> Sent:
        return Sent(written=len(parcel.files))


def _page() -> Destination:
    return HtmlFile(BODIES, RESOURCES, Path("note.html"))


def _fragment() -> Destination:
    return Fragment(BODIES, RESOURCES, Path("note.html"), shift=1)


def _clipboard() -> Destination:
    return Clipboard(BODIES, RESOURCES, lambda _: None)


def _site(theme: str) -> Way:
    return lambda: Site(BODIES, theme, RESOURCES, Shelf())


# Each new way out stands here once.
WAYS: Mapping[str, Way] = {
    "html": lambda: EachNote(_page),
    "fragment": lambda: EachNote(_fragment),
    "clipboard": lambda: EachNote(_clipboard),
    "markdown": lambda: MarkdownFolder(BODIES, Shelf()),
    "site": _site("paper"),
    "plain site": _site("plain"),
    "clear site": _site("clear"),
}
OF_ONE_NOTE: Mapping[str, Way] = {
    "html": _page,
    "fragment": _fragment,
    "clipboard": _clipboard,
}


def _leaves(leaving: Leaving, way: Way) -> list[tuple[str, bytes]]:
    """Every byte in its order, and every word that goes with it."""
    parcel = way().make(leaving.view, silent)
    look_through(leaving, parcel, ParcelSearch())
    return [*parcel.files.items(), *((remark, b"") for remark in parcel.remarks)]


def _all_that_leaves(
    library: NoteLibrary, public: PublicSide, seed: int, reader: Audience
) -> Iterator[tuple[str, list[tuple[str, bytes]]]]:
    notes = PrivateSide(seed, reader).library(library, public)
    whole = make_ready(library, SETTINGS, reader, NOW)
    yield "the view", [("", repr(whole.view).encode())]
    for name, way in WAYS.items():
        yield name, _leaves(whole, way)
    for number, note in enumerate(notes):
        leaving = make_ready(library, SETTINGS, reader, NOW, note)
        yield f"the view of note {number}", [("", repr(leaving.view).encode())]
        for name, way in OF_ONE_NOTE.items():
            yield f"{name} of note {number}", _leaves(leaving, way)


def _compare(
    one: NoteLibrary,
    other: NoteLibrary,
    public: PublicSide,
    seeds: tuple[int, int],
    reader: Audience,
) -> None:
    pairs = zip(
        _all_that_leaves(one, public, seeds[0], reader),
        _all_that_leaves(other, public, seeds[1], reader),
        strict=True,
    )
    for (name, sent), (_, sent_too) in pairs:
        assert sent == sent_too, name


@given(public_sides, st.tuples(SEEDS, SEEDS), READERS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_private_changes_a_byte_of_what_leaves(
    public: PublicSide, seeds: tuple[int, int], reader: Audience
) -> None:
    _compare(FakeLibrary(), FakeLibrary(), public, seeds, reader)


@given(public_sides, st.tuples(SEEDS, SEEDS), READERS)
@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@example(ALIKE, (0, 1), Audience.TEAM)
def test_nor_does_it_on_a_real_disk(
    tmp_path_factory: pytest.TempPathFactory,
    public: PublicSide,
    seeds: tuple[int, int],
    reader: Audience,
) -> None:
    folder: Path = tmp_path_factory.mktemp("twins")
    with (
        open_for_writing(folder / "one.db") as one,
        open_for_writing(folder / "other.db") as other,
    ):
        _compare(one, other, public, seeds, reader)
