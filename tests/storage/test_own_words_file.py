"""The writer's own words in a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.errors import SettingsError
from weeknotes_desktop.storage.own_words_file import OwnWordsFile


def test_words_come_back_in_order_and_once(tmp_path: Path) -> None:
    words = OwnWordsFile(tmp_path / "new" / "words.txt")
    assert words.all() == ()
    for word in ("wibbel", "Grontz", "wibbel", "ähm"):
        words.add(word)
    assert words.all() == ("Grontz", "wibbel", "ähm")
    assert (tmp_path / "new" / "words.txt").read_text().count("wibbel") == 1
    words.forget("wibbel")
    words.forget("never there")
    assert words.all() == ("Grontz", "ähm")


def test_what_the_writer_put_beside_the_words_stays(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes("\ufeff# people\r\nGrontz\r\n\r\n# boats\r\nFrumm".encode())
    words = OwnWordsFile(path)
    assert words.all() == ("Frumm", "Grontz")
    words.add("Wibbel")
    words.forget("Grontz")
    assert words.all() == ("Frumm", "Wibbel")
    assert "# people" in path.read_text()
    assert "# boats" in path.read_text()


def test_a_file_that_is_no_text_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(b"\xff\xfe\x00")
    words = OwnWordsFile(path)
    with pytest.raises(SettingsError, match="cannot be read"):
        words.all()
    with pytest.raises(SettingsError, match="cannot be read"):
        words.add("tide")
    assert path.read_bytes() == b"\xff\xfe\x00"


def test_more_than_is_read_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    whole = ("ähm\n" * 1_000_000).encode()
    path.write_bytes(whole)
    words = OwnWordsFile(path)
    # The limit lies within a letter.
    assert words.all() == ("ähm",)
    for change in (words.add, words.forget):
        with pytest.raises(SettingsError, match="more than"):
            change("zzz")
    assert path.read_bytes() == whole


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "words.txt").mkdir()
    with pytest.raises(SettingsError):
        OwnWordsFile(tmp_path / "words.txt").add("tide")
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match="could not be written"):
        OwnWordsFile(tmp_path / "file" / "words.txt").add("tide")


WORDS = st.text(st.characters(categories=["L"]), min_size=1, max_size=10)


@given(st.lists(WORDS, max_size=6), WORDS)
def test_a_word_that_was_added_is_there_and_one_forgotten_is_not(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], word: str
) -> None:
    words = OwnWordsFile(tmp_path_factory.mktemp("own") / "words.txt")
    for one in before:
        words.add(one)
    words.add(word)
    assert set(words.all()) == {*before, word}
    words.forget(word)
    assert set(words.all()) == set(before) - {word}
