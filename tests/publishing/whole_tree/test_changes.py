"""What an export would change is told before, and nothing is touched for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.publishing.whole_tree.trees import NEW, OLD, contents, put, tree
from weeknotes_desktop.domain.destination import Parcel
from weeknotes_desktop.domain.errors import PublishError


def test_of_a_new_folder_everything_changes_and_it_is_not_made(site: Path) -> None:
    assert tree(site).changes(Parcel(files=NEW)) == NEW.keys()
    assert not site.exists()


def test_what_is_new_different_or_gone_changes(site: Path) -> None:
    put(site, OLD)
    before = {path: path.stat().st_mtime_ns for path in [site, *site.rglob("*")]}
    told = tree(site).changes(Parcel(files=NEW))
    assert told == {"index.html", "e/f.html", "a/c/d.html"}
    assert {path: path.stat().st_mtime_ns for path in [site, *site.rglob("*")]} == before
    assert contents(site) == OLD


@pytest.mark.parametrize("kind", ["foreign", "other readers", "gone", "no name", "a file"])
def test_where_nothing_can_stand_the_reason_is_the_same_as_later(site: Path, kind: str) -> None:
    place, audience = site, "public"
    if kind == "foreign":
        site.mkdir()
        (site / "letter.txt").write_text("Dear all")
    elif kind == "other readers":
        put(site, OLD, audience="team")
    elif kind == "gone":
        place = site / "nowhere" / "site"
    elif kind == "no name":
        place = Path("a\0b")
    else:
        site.write_text("a letter")
    with pytest.raises(PublishError) as before:
        tree(place, audience).changes(Parcel(files=NEW))
    with pytest.raises(PublishError) as later:
        put(place, NEW, audience)
    assert (before.value.problem, before.value.remedy) == (
        later.value.problem,
        later.value.remedy,
    )


FILES = st.dictionaries(
    st.sampled_from(["a.html", "b/c.html", "d.css"]), st.sampled_from([b"1", b"2"]), min_size=1
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(FILES, FILES)
def test_as_many_change_as_were_told(
    tmp_path_factory: pytest.TempPathFactory, old: dict[str, bytes], new: dict[str, bytes]
) -> None:
    place = tmp_path_factory.mktemp("out") / "site"
    put(place, old)
    told = tree(place).changes(Parcel(files=new))
    sent = put(place, new)
    assert len(told) == sent.written + sent.removed
