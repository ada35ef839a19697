"""A folder of ours is the old one or the new one, and holds what others put there."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from weeknotes_desktop.domain.destination import Parcel, Sent, silent
from weeknotes_desktop.domain.errors import CancelledError, PublishError
from weeknotes_desktop.publishing.whole_tree.tree import WholeTree

OLD = {"index.html": b"old", "a/b.html": b"same", "a/c/d.html": b"gone", "style.css": b"s"}
NEW = {"index.html": b"new", "a/b.html": b"same", "e/f.html": b"more", "style.css": b"s"}
LIST = ".weeknotes-site.json"


def tree(folder: Path, audience: str = "public", kind: str = "site") -> WholeTree:
    return WholeTree(folder, kind, audience, folder.parent.parent / "library" / "notes.db")


def put(folder: Path, files: Mapping[str, bytes], audience: str = "public") -> Sent:
    return tree(folder, audience).put(Parcel(files=files), silent)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != LIST
    }


@pytest.fixture
def site(tmp_path: Path) -> Path:
    place = tmp_path / "out" / "site"
    place.parent.mkdir()
    return place


def test_it_counts_what_it_did(site: Path) -> None:
    assert put(site, OLD) == Sent(written=4)
    assert put(site, NEW) == Sent(written=2, unchanged=2, removed=1)
    assert contents(site) == NEW
    assert not (site / "a" / "c").exists()
    assert [path.name for path in site.parent.iterdir()] == ["site"]


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
    plain = WholeTree(site, "site", "public", site / "x" / "notes.db", lambda one, other: False)
    plain = WholeTree(
        site, "site", "public", site.parent.parent / "l" / "n.db", lambda one, other: False
    )
    plain.put(Parcel(files=NEW), silent)
    assert contents(site) == NEW
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_files_of_others_stay_where_they_are(site: Path) -> None:
    put(site, OLD)
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_bytes(b"ref")
    (site / "a" / "letter.txt").write_bytes(b"dear")
    number = (site / ".git" / "HEAD").stat().st_ino
    sent = put(site, NEW)
    assert (sent.written, sent.unchanged, sent.removed) == (2, 2, 1)
    assert "one by one" in sent.remarks[0]
    assert contents(site) == {**NEW, ".git/HEAD": b"ref", "a/letter.txt": b"dear"}
    assert (site / ".git" / "HEAD").stat().st_ino == number


@pytest.mark.parametrize("name", ["index.html", "a/c/d.html"])
def test_a_page_that_somebody_changed_is_never_lost(site: Path, name: str) -> None:
    put(site, OLD)
    (site / name).write_bytes(b"by hand")
    with pytest.raises(PublishError, match="changed by somebody"):
        put(site, NEW)
    assert contents(site) == {**OLD, name: b"by hand"}


def test_a_file_of_others_is_not_overwritten_by_a_new_page(site: Path) -> None:
    put(site, OLD)
    (site / "e").mkdir()
    (site / "e" / "f.html").write_bytes(b"theirs")
    with pytest.raises(PublishError):
        put(site, NEW)
    assert contents(site) == {**OLD, "e/f.html": b"theirs"}


def test_a_link_inside_leads_nowhere_out(site: Path, tmp_path: Path) -> None:
    put(site, OLD)
    outside = tmp_path / "outside"
    outside.mkdir()
    (site / "e").symlink_to(outside)
    try:
        put(site, NEW)
    except PublishError:
        assert contents(site) == OLD
    assert list(outside.iterdir()) == []


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
    assert [path.name for path in place.parent.iterdir()] == ["site"]


def test_a_full_disk_leaves_the_old_one(site: Path) -> None:
    put(site, OLD)

    def full(done: int, of: int) -> None:
        if done == 3:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(PublishError, match="no room"):
        tree(site).put(Parcel(files=NEW), full)
    assert contents(site) == OLD
    assert [path.name for path in site.parent.iterdir()] == ["site"]


_KILLED = """
import os, signal, sys
from pathlib import Path
from tests.publishing.whole_tree.test_tree import NEW, tree
from weeknotes_desktop.domain.destination import Parcel

calls, last = 0, int(sys.argv[2])
def tell(event, arguments):
    global calls
    if event.split(".")[0] == "os" or event in ("open", "shutil.rmtree"):
        calls += 1
        if calls == last:
            os.kill(os.getpid(), signal.SIGKILL)

place = tree(Path(sys.argv[1]))
sys.addaudithook(tell)
place.put(Parcel(files=NEW), lambda done, of: None)
"""


@pytest.mark.parametrize("foreign", [False, True])
def test_a_killed_export_is_completed_by_the_next(tmp_path: Path, foreign: bool) -> None:
    for last in range(1, 60, 4):
        place = tmp_path / str(last) / "site"
        place.parent.mkdir()
        put(place, OLD)
        kept = {"letter.txt": b"dear"} if foreign else {}
        for name, content in kept.items():
            (place / name).write_bytes(content)
        ended = subprocess.run(
            [sys.executable, "-c", _KILLED, str(place), str(last)], check=False
        ).returncode
        if not foreign:
            assert contents(place) in (OLD, NEW)
        put(place, NEW)
        assert contents(place) == {**NEW, **kept}
        if ended == 0:
            return
        assert ended == -signal.SIGKILL
        assert [path.name for path in place.parent.iterdir()] == ["site"]
