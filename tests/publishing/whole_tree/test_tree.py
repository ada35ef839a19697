"""A folder of ours is the old one or the new one, and holds what others put there."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.publishing.whole_tree.trees import LIST, NEW, OLD, beside, contents, put, tree
from weeknotes_desktop.domain.destination import Parcel, Sent, silent
from weeknotes_desktop.domain.errors import CancelledError, PublishError
from weeknotes_desktop.publishing.whole_tree.exchanging import System
from weeknotes_desktop.publishing.whole_tree.left import held


def test_it_counts_what_it_did(site: Path) -> None:
    assert put(site, OLD) == Sent(written=4, pages=3)
    assert put(site, NEW) == Sent(written=2, unchanged=2, removed=1, pages=3)
    assert contents(site) == NEW
    assert not (site / "a" / "c").exists()
    assert beside(site) == ["site"]


def test_an_empty_folder_is_filled(site: Path) -> None:
    site.mkdir()
    put(site, NEW)
    assert contents(site) == NEW


def test_nothing_is_touched_where_nothing_changes(site: Path) -> None:
    put(site, NEW)
    before = {path: path.stat().st_mtime_ns for path in [site, *site.rglob("*")]}
    assert put(site, NEW) == Sent(unchanged=4)
    assert {path: path.stat().st_mtime_ns for path in [site, *site.rglob("*")]} == before


def test_unchanged_pages_are_not_written_again(site: Path) -> None:
    put(site, OLD)
    number = (site / "a/b.html").stat().st_ino
    put(site, NEW)
    assert (site / "a/b.html").stat().st_ino == number


def test_without_exchange_it_is_renamed_and_nothing_stays_beside(site: Path) -> None:
    put(site, OLD)
    plain = tree(site, system=System(swap=lambda one, other: False))
    assert plain.put(Parcel(files=NEW), silent).remarks == ()
    assert contents(site) == NEW
    assert beside(site) == ["site"]


def test_two_exports_into_one_folder_do_not_meet(site: Path) -> None:
    put(site, OLD)
    with held(site) as alone:
        assert alone
        with pytest.raises(PublishError, match="Another export"):
            put(site, NEW)
    assert contents(site) == OLD
    put(site, NEW)
    assert contents(site) == NEW


def test_folders_are_for_whom_they_were(site: Path) -> None:
    put(site, OLD)
    site.chmod(0o2750)
    (site / "a").chmod(0o700)
    put(site, NEW)
    assert site.stat().st_mode & 0o7777 == 0o2750
    assert (site / "a").stat().st_mode & 0o7777 == 0o700


@pytest.mark.parametrize("name", ["index.html", "a/c/d.html"])
def test_a_page_that_somebody_changed_is_never_lost(site: Path, name: str) -> None:
    put(site, OLD)
    (site / name).write_bytes(b"by hand")
    with pytest.raises(PublishError, match="changed by somebody"):
        put(site, NEW)
    assert contents(site) == {**OLD, name: b"by hand"}


def test_a_link_to_the_folder_stays_one(site: Path, tmp_path: Path) -> None:
    put(site, OLD)
    link = tmp_path / "link"
    link.symlink_to(site)
    put(link, NEW)
    assert link.is_symlink()
    assert contents(site) == NEW


def test_another_audience_is_refused(site: Path) -> None:
    put(site, OLD)
    with pytest.raises(PublishError, match="everybody"):
        put(site, NEW, "team")
    assert contents(site) == OLD


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"{",
        b"[]",
        b'{"format": 2}',
        b'{"format":1,"audience":"public","files":{"../x":"%s"}}' % (b"a" * 64),
    ],
)
def test_a_list_that_cannot_be_read_stops_it(site: Path, said: bytes) -> None:
    put(site, OLD)
    (site / LIST).write_bytes(said)
    with pytest.raises(PublishError):
        put(site, NEW)
    assert contents(site) == OLD


def test_home_root_library_and_what_is_somebodys_are_refused(tmp_path: Path, site: Path) -> None:
    library = tmp_path / "library" / "notes.db"
    library.parent.mkdir()
    library.write_bytes(b"notes")
    strange = tmp_path / "strange"
    strange.mkdir()
    (strange / "a").write_bytes(b"a")
    before = contents(tmp_path)
    for place in (Path("/"), Path.home(), library.parent, tmp_path, strange, library, site / "x"):
        with pytest.raises(PublishError) as refused:
            put(place, NEW)
        assert refused.value.remedy
    assert contents(tmp_path) == before


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, 4))
def test_a_cancelled_export_leaves_the_old_one(
    tmp_path_factory: pytest.TempPathFactory, at: int
) -> None:
    place = tmp_path_factory.mktemp("cancelled") / "site"
    put(place, OLD)

    def stop(done: int, of: int) -> None:
        if done == at:
            raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        tree(place).put(Parcel(files=NEW), stop)
    assert contents(place) == OLD
    assert beside(place) == ["site"]


def test_a_full_disk_leaves_the_old_one(site: Path) -> None:
    put(site, OLD)

    def full(done: int, of: int) -> None:
        if done == 3:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(PublishError, match="no room"):
        tree(site).put(Parcel(files=NEW), full)
    assert contents(site) == OLD
    assert beside(site) == ["site"]
