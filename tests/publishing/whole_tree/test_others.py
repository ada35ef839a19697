"""What others put into a folder of ours stays, whatever it is."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from tests.publishing.whole_tree.trees import (
    LIST,
    NEW,
    OLD,
    beside,
    contents,
    everything,
    number,
    put,
    tree,
)
from weeknotes_desktop.domain.destination import Parcel, Sent, silent
from weeknotes_desktop.domain.errors import CancelledError, PublishError
from weeknotes_desktop.publishing.whole_file import write_whole
from weeknotes_desktop.publishing.whole_tree.carrying import hindrance
from weeknotes_desktop.publishing.whole_tree.exchanging import System
from weeknotes_desktop.publishing.whole_tree.listing import Listing


def test_files_of_others_stay_where_they_are(site: Path) -> None:
    put(site, OLD)
    (site / "a" / "letter.txt").write_bytes(b"dear")
    (site / "a" / "c" / "note.txt").write_bytes(b"beside a page that goes")
    (site / "theirs" / "deep").mkdir(parents=True)
    (site / "theirs" / "deep" / "CNAME").write_bytes(b"example.org")
    theirs = ["a/letter.txt", "a/c/note.txt", "theirs/deep/CNAME"]
    before = number(site)
    numbers = [number(site / name) for name in theirs]
    assert put(site, NEW) == Sent(written=2, unchanged=2, removed=1, pages=3)
    assert number(site) != before
    assert [number(site / name) for name in theirs] == numbers
    assert contents(site) == {
        **NEW,
        "a/letter.txt": b"dear",
        "a/c/note.txt": b"beside a page that goes",
        "theirs/deep/CNAME": b"example.org",
    }
    assert [(site / name).stat().st_nlink for name in theirs] == [1, 1, 1]
    assert beside(site) == ["site"]


def test_so_do_folders_links_and_pipes(site: Path, tmp_path: Path) -> None:
    put(site, OLD)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").write_bytes(b"kept")
    (site / "a" / "link").symlink_to(outside)
    (site / "nowhere").symlink_to("nothing/there")
    os.mkfifo(site / "pipe")
    (site / "a" / "c" / "empty").mkdir(parents=True)
    (site / "theirs").mkdir(mode=0o700)
    (site / "theirs" / "x").write_bytes(b"x")
    os.utime(site / "theirs", (1, 2))
    put(site, NEW)
    assert everything(site) == {
        **NEW,
        "a": stat.S_IFDIR,
        "a/c": stat.S_IFDIR,
        "a/c/empty": stat.S_IFDIR,
        "a/link": f"-> {outside}",
        "e": stat.S_IFDIR,
        "nowhere": "-> nothing/there",
        "pipe": stat.S_IFIFO,
        "theirs": stat.S_IFDIR,
        "theirs/x": b"x",
    }
    assert stat.S_IMODE((site / "theirs").stat().st_mode) == 0o700
    assert (site / "theirs").stat().st_mtime == 2
    assert (outside / "kept").read_bytes() == b"kept"


def test_so_does_what_is_noted_on_a_folder(site: Path) -> None:
    put(site, OLD)
    (site / "theirs").mkdir()
    try:
        os.setxattr(site / "theirs", "user.note", b"for Ada")
        os.setxattr(site, "user.note", b"the site")
    except OSError:
        pytest.skip("This disk takes no notes.")
    put(site, NEW)
    assert os.getxattr(site / "theirs", "user.note") == b"for Ada"
    assert os.getxattr(site, "user.note") == b"the site"


def test_a_disk_inside_forbids_the_exchange(tmp_path: Path) -> None:
    here, elsewhere = tmp_path.lstat(), Path("/proc").lstat()
    assert hindrance(Listing({"": here, "a": here}, {"a/x": here}, frozenset())) is None
    for inside in (
        Listing({"": here, "disk": elsewhere}, {}, frozenset()),
        Listing({"": here}, {"disk": elsewhere}, frozenset()),
    ):
        assert "“disk”" in str(hindrance(inside))


def test_thousands_are_no_reason_to_stop(site: Path) -> None:
    put(site, OLD)
    for folder in range(10):
        (site / "data" / str(folder)).mkdir(parents=True)
        for name in range(200):
            (site / "data" / str(folder) / f"{name}.csv").touch()
    assert put(site, NEW).remarks == ()
    assert len(contents(site)) == len(NEW) + 2_000


def test_who_stops_it_meanwhile_is_heard(site: Path) -> None:
    put(site, OLD)
    for name in range(1_200):
        (site / str(name)).touch()
    heard: list[int] = []

    def stop(done: int, of: int) -> None:
        heard.append(done)
        if heard.count(of) == 4:
            raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        tree(site).put(Parcel(files=NEW), stop)
    assert contents(site).items() >= OLD.items()
    assert len(contents(site)) == len(OLD) + 1_200
    assert beside(site) == ["site"]


def test_what_a_system_leaves_behind_keeps_no_folder_alive(site: Path) -> None:
    put(site, OLD)
    for place in (site, site / "a", site / "a" / "c"):
        (place / ".DS_Store").write_bytes(b"colours")
    put(site, {**NEW, "a/b.html": b"same"})
    assert contents(site) == {**NEW, ".DS_Store": b"colours"}


@pytest.mark.parametrize("where", [".git", "a/.git", "theirs/.git"])
@pytest.mark.parametrize("kind", ["folder", "file"])
def test_a_repository_is_not_moved(site: Path, where: str, kind: str) -> None:
    put(site, OLD)
    head = site / where / "HEAD" if kind == "folder" else site / where
    head.parent.mkdir(parents=True, exist_ok=True)
    head.write_bytes(b"ref")
    (site / "a" / "letter.txt").write_bytes(b"dear")
    before, head_before = number(site), number(head)
    sent = put(site, NEW)
    assert (sent.written, sent.unchanged, sent.removed) == (2, 2, 1)
    assert len(sent.remarks) == 1
    assert "git" in sent.remarks[0]
    assert "one by one" in sent.remarks[0]
    assert (number(site), number(head)) == (before, head_before)
    kept = {head.relative_to(site).as_posix(): b"ref", "a/letter.txt": b"dear"}
    assert contents(site) == {**NEW, **kept}
    assert put(site, NEW) == Sent(unchanged=4)


@pytest.mark.parametrize("why", [errno.EXDEV, errno.EPERM, errno.EMLINK, errno.EOPNOTSUPP])
def test_where_there_are_no_hard_links_files_of_others_are_not_copied(site: Path, why: int) -> None:
    def link(old: str, new: str) -> None:
        raise OSError(why, os.strerror(why))

    system = System(link=link)
    put(site, OLD)
    before = number(site)
    assert tree(site, system=system).put(Parcel(files=NEW), silent).remarks == ()
    assert number(site) != before
    assert contents(site) == NEW
    (site / "letter.txt").write_bytes(b"dear")
    before, letter = number(site), number(site / "letter.txt")
    (remark,) = tree(site, system=system).put(Parcel(files=OLD), silent).remarks
    assert "one by one" in remark
    assert "letter.txt" in remark
    assert (number(site), number(site / "letter.txt")) == (before, letter)
    assert contents(site) == {**OLD, "letter.txt": b"dear"}
    assert beside(site) == ["site"]


@pytest.mark.parametrize("why", [errno.EBUSY, errno.EXDEV, errno.EPERM, errno.EACCES])
def test_a_folder_that_cannot_be_renamed_is_written_all_the_same(site: Path, why: int) -> None:
    def swap(new: Path, old: Path) -> bool:
        raise OSError(why, os.strerror(why))

    put(site, OLD)
    (site / "letter.txt").write_bytes(b"dear")
    before = number(site)
    sent = tree(site, system=System(swap=swap)).put(Parcel(files=NEW), silent)
    assert "one by one" in sent.remarks[0]
    assert number(site) == before
    assert contents(site) == {**NEW, "letter.txt": b"dear"}
    assert beside(site) == ["site"]


def test_a_failing_exchange_changes_nothing(site: Path) -> None:
    def swap(new: Path, old: Path) -> bool:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    put(site, OLD)
    with pytest.raises(PublishError):
        tree(site, system=System(swap=swap)).put(Parcel(files=NEW), silent)
    assert contents(site) == OLD
    assert beside(site) == ["site"]


@pytest.mark.parametrize("name", ["e/f.html", "e", "e/f.html/x"])
def test_a_file_of_others_is_not_overwritten_by_a_new_page(site: Path, name: str) -> None:
    put(site, OLD)
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_bytes(b"theirs")
    with pytest.raises(PublishError, match="somebody else") as refused:
        put(site, NEW)
    assert "“e/f.html”" in refused.value.problem
    assert contents(site) == {**OLD, name: b"theirs"}


def test_nor_is_an_empty_folder(site: Path) -> None:
    put(site, OLD)
    (site / "e" / "f.html").mkdir(parents=True)
    with pytest.raises(PublishError, match="somebody else"):
        put(site, NEW)
    assert (site / "e" / "f.html").is_dir()


def test_nor_is_anything_written_through_a_link(site: Path, tmp_path: Path) -> None:
    put(site, OLD)
    outside = tmp_path / "outside"
    outside.mkdir()
    (site / "e").symlink_to(outside)
    with pytest.raises(PublishError, match="somebody else"):
        put(site, NEW)
    assert contents(site) == OLD
    assert list(outside.iterdir()) == []


def test_a_page_that_became_something_else_is_theirs(site: Path) -> None:
    put(site, OLD)
    (site / "a/c/d.html").unlink()
    (site / "a/c/d.html").symlink_to("../b.html")
    (site / "style.css").unlink()
    put(site, {name: NEW[name] for name in NEW if name != "style.css"})
    assert (site / "a/c/d.html").readlink() == Path("../b.html")


def test_what_an_export_left_in_the_middle_of_a_file_goes(site: Path) -> None:
    put(site, OLD)
    ended = site / "a" / ".weeknotes-99999999-1.part"
    ended.write_bytes(b"ha")
    write_whole(site / "mine.txt", b"mine")
    put(site, NEW)
    assert not ended.exists()
    assert contents(site) == {**NEW, "mine.txt": b"mine"}


def test_the_list_names_only_what_is_ours(site: Path) -> None:
    put(site, OLD)
    (site / "letter.txt").write_bytes(b"dear")
    put(site, NEW)
    assert b"letter" not in (site / LIST).read_bytes()
