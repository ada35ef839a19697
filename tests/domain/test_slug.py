from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.slug import LONGEST, file_name

DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
}


@given(st.text(max_size=200), st.integers(20, LONGEST))
def test_every_system_takes_every_name(text: str, longest: int) -> None:
    name = file_name(text, longest=longest)
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*", name)
    assert not name.endswith("-")
    assert len(name) <= longest
    assert name not in DEVICES | {"index", "feed", "search", "assets", "404"}


@given(st.lists(st.text(max_size=90), max_size=8))
def test_no_two_texts_get_the_same_name(texts: list[str]) -> None:
    taken: set[str] = set()
    for text in texts:
        name = file_name(text, taken)
        assert name not in taken
        assert len(name) <= LONGEST
        taken.add(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("What it is", "what-it-is"),
        ("Übers Straßenpflaster", "ubers-strassenpflaster"),
        ("  50 % – or so?  ", "50-or-so"),
        ("../../etc/passwd", "etc-passwd"),
        (".hidden", "hidden"),
        ("CON", "note-con"),
        ("Index", "note-index"),
        ("週報", "note"),
        ("", "note"),
    ],
)
def test_a_name_is_made_of_the_words(text: str, name: str) -> None:
    assert file_name(text) == name


def test_the_second_of_a_name_has_a_number_behind_it() -> None:
    assert file_name("Bridge", {"bridge"}) == "bridge-2"
    assert file_name("Bridge", {"bridge", "bridge-2"}) == "bridge-3"
