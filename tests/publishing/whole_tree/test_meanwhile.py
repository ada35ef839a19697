"""What others do while an export is at work is done in the new folder too."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.publishing.whole_tree.trees import (
    NEW,
    OLD,
    beside,
    contents,
    everything,
    number,
    put,
    put_while,
)

PLACES = ["x", "a/x", "a/c/x", "t/x", "t/u/y", "a/v/y", "e/z"]
FOLDERS = ["t", "t/u", "a/v", "e/w"]
Act = Callable[[Path], None]


@pytest.fixture(params=[True, False], ids=["exchanged", "renamed"])
def in_one_step(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def test_a_file_that_appears_is_brought_over(site: Path, in_one_step: bool) -> None:
    put(site, OLD)

    def act() -> None:
        (site / "letter.txt").write_bytes(b"dear")
        (site / "a" / "c" / "beside.txt").write_bytes(b"a page that goes")
        (site / "new" / "deep").mkdir(parents=True)
        (site / "new" / "deep" / "file").write_bytes(b"deep")
        (site / "new" / "empty").mkdir()
        (site / "link").symlink_to("nowhere")
        os.mkfifo(site / "pipe")

    assert put_while(site, NEW, act, in_one_step=in_one_step).remarks == ()
    assert contents(site) == {
        **NEW,
        "letter.txt": b"dear",
        "a/c/beside.txt": b"a page that goes",
        "new/deep/file": b"deep",
    }
    assert (site / "new" / "empty").is_dir()
    assert (site / "link").readlink() == Path("nowhere")
    assert (site / "pipe").is_fifo()
    assert beside(site) == ["site"]


def test_a_file_that_is_written_on_is_the_same_file(site: Path, in_one_step: bool) -> None:
    put(site, OLD)
    (site / "log").write_bytes(b"one ")
    before = number(site / "log")
    with (site / "log").open("ab") as log:

        def act() -> None:
            log.write(b"two ")
            log.flush()

        put_while(site, NEW, act, in_one_step=in_one_step)
        log.write(b"three")
    assert (site / "log").read_bytes() == b"one two three"
    assert number(site / "log") == before


def test_a_file_that_is_replaced_is_the_newer_one(site: Path, in_one_step: bool) -> None:
    put(site, OLD)
    (site / "CNAME").write_bytes(b"example.org")

    def act() -> None:
        (site / ".CNAME.tmp").write_bytes(b"example.com")
        (site / ".CNAME.tmp").replace(site / "CNAME")

    assert put_while(site, NEW, act, in_one_step=in_one_step).remarks == ()
    assert contents(site) == {**NEW, "CNAME": b"example.com"}
    assert beside(site) == ["site"]


def test_a_file_that_is_removed_does_not_come_back(site: Path, in_one_step: bool) -> None:
    put(site, OLD)
    (site / "a" / "letter.txt").write_bytes(b"dear")
    (site / "theirs").mkdir()
    (site / "theirs" / "secret").write_bytes(b"secret")

    def act() -> None:
        (site / "a" / "letter.txt").unlink()
        shutil.rmtree(site / "theirs")

    put_while(site, NEW, act, in_one_step=in_one_step)
    assert contents(site) == NEW
    assert not (site / "theirs").exists()


@pytest.mark.parametrize("name", ["index.html", "e/f.html", "a/b.html"])
def test_a_page_that_somebody_changes_is_kept_beside(
    site: Path, name: str, in_one_step: bool
) -> None:
    put(site, OLD)

    def act() -> None:
        (site / name).parent.mkdir(exist_ok=True)
        (site / "hand").write_bytes(b"by hand")
        (site / "hand").replace(site / name)

    (remark,) = put_while(site, NEW, act, in_one_step=in_one_step).remarks
    assert contents(site) == NEW
    assert beside(site) == ["site", "site-kept"]
    assert contents(site.with_name("site-kept")) == {name: b"by hand"}
    assert "site-kept" in remark


def test_what_is_kept_takes_nobodys_name(site: Path) -> None:
    put(site, OLD)
    page = site / "index.html"
    put_while(site, NEW, lambda: page.write_bytes(b"first"))
    put_while(site, OLD, lambda: page.write_bytes(b"second"))
    assert beside(site) == ["site", "site-kept", "site-kept-2"]
    assert contents(site.with_name("site-kept-2")) == {"index.html": b"second"}


def test_a_page_that_goes_and_is_changed_meanwhile_stays(site: Path, in_one_step: bool) -> None:
    put(site, OLD)
    put_while(
        site, NEW, lambda: (site / "a/c/d.html").write_bytes(b"by hand"), in_one_step=in_one_step
    )
    assert contents(site) == {**NEW, "a/c/d.html": b"by hand"}


def test_a_folder_that_becomes_a_link_is_not_followed(site: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "x").write_bytes(b"mine")
    put(site, OLD)
    (site / "theirs").mkdir()
    (site / "theirs" / "x").write_bytes(b"x")

    def act() -> None:
        shutil.rmtree(site / "theirs")
        (site / "theirs").symlink_to(outside)

    put_while(site, NEW, act)
    assert (site / "theirs").readlink() == outside
    assert contents(outside) == {"x": b"mine"}
    assert beside(site) == ["site"]


def _write(place: str, content: bytes) -> Act:
    def act(site: Path) -> None:
        if not (site / place).is_dir():
            (site / place).parent.mkdir(parents=True, exist_ok=True)
            (site / place).write_bytes(content)

    return act


def _replace(place: str, content: bytes) -> Act:
    def act(site: Path) -> None:
        if not (site / place).is_dir():
            (site / place).parent.mkdir(parents=True, exist_ok=True)
            (site / "tmp").write_bytes(content)
            (site / "tmp").replace(site / place)

    return act


def _move(here: str, there: str) -> Act:
    def act(site: Path) -> None:
        if (site / here).is_file():
            (site / there).parent.mkdir(parents=True, exist_ok=True)
            (site / here).replace(site / there)

    return act


def _make(folder: str) -> Act:
    return lambda site: (site / folder).mkdir(parents=True, exist_ok=True)


def _remove(place: str) -> Act:
    def act(site: Path) -> None:
        if (site / place).is_dir():
            shutil.rmtree(site / place)
        else:
            (site / place).unlink(missing_ok=True)

    return act


places, said = st.sampled_from(PLACES), st.binary(max_size=3)
acts = st.lists(
    st.one_of(
        st.builds(_write, places, said),
        st.builds(_replace, places, said),
        st.builds(_move, places, places),
        st.builds(_make, st.sampled_from(FOLDERS)),
        st.builds(_remove, st.sampled_from([*PLACES, *FOLDERS])),
    ),
    max_size=6,
)


@settings(max_examples=150, deadline=None)
@given(acts, acts, st.booleans())
def test_it_is_as_if_they_had_done_it_afterwards(
    tmp_path_factory: pytest.TempPathFactory,
    before: list[Act],
    meanwhile: list[Act],
    in_one_step: bool,
) -> None:
    here = tmp_path_factory.mktemp("meanwhile")
    one, other = here / "one" / "site", here / "other" / "site"
    for place in (one, other):
        place.parent.mkdir()
        put(place, OLD)
        for act in before:
            act(place)

    def act_on_one() -> None:
        for act in meanwhile:
            act(one)

    put_while(one, NEW, act_on_one, in_one_step=in_one_step)
    put(other, NEW)
    for act in meanwhile:
        act(other)
    # Folders that were only there for a page of ours are nobody's.
    assert _named(one) == _named(other)
    assert beside(one) == ["site"]


def _named(site: Path) -> dict[str, object]:
    found = everything(site)
    return {name: what for name, what in found.items() if name not in ("a/c", "e")}
