from __future__ import annotations

import re
import sqlite3
import sys
from contextlib import closing
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.searching import folding
from weeknotes_desktop.domain.searching.folding import Folded, folded, words_of
from weeknotes_desktop.storage import search_tables
from weeknotes_desktop.storage.connection import know_functions

texts = st.text() | st.text(alphabet="aé’'-–\xa0\xadßﬁ東ん✓🎉\n.ÀØ")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Don't", "don t"),
        ("don’t", "don t"),
        ("donʼt", "don t"),
        ("follow-up", "follow up"),
        ("follow‑up", "follow up"),
        ("no\xa0break", "no break"),
        ("Café", "cafe"),
        ("Cafe\u0301", "cafe"),
        ("NAÏVE", "naive"),
        ("Straße", "strasse"),
        ("ﬁne", "fine"),
        ("Ærø", "aero"),
        ("soft\xadhyphen", "softhyphen"),
        ("zero\u200bwidth", "zerowidth"),
        ("12.22", "12 22"),
        ("snake_case", "snake case"),
        ("東京都", "東 京 都"),
        ("한국", "한국"),
        ("Αθήνα", "αθηνα"),
        ("Ёлка", "елка"),
        ("שָׁלוֹם", "שלום"),
        ("हिन्दी", "हिन्दी"),
        ("done ✓", "done u002713"),
        ("👍🏽", "u01f44d"),
        ("👍", "u01f44d"),
        ("٣ ３", "٣ 3"),
        ("\ud800lone\x00", "lone"),
        ("", ""),
    ],
)
def test_however_words_are_written_they_are_the_same(written: str, words: str) -> None:
    assert [normalize("NFC", word) for word in words_of(written)] == words.split()


@given(texts)
def test_nothing_but_letters_digits_and_spaces_comes_out_and_folding_it_again_changes_nothing(
    text: str,
) -> None:
    once = words_of(text)
    assert all(word.isascii() or not re.search(r"[\s_]", word) for word in once)
    assert words_of(" ".join(once)) == once


@given(texts)
def test_a_text_is_folded_the_same_way_wherever_places_are_wanted(text: str) -> None:
    assert Folded(text).letters == folded(text)


@given(texts)
def test_every_word_is_found_again_at_its_place(text: str) -> None:
    within = Folded(text)
    end = 0
    for word in re.finditer(r"[^ ]+", within.letters):
        start, stop = within.span(*word.span())
        assert word[0] in folded(text[start:stop])
        assert end <= start < stop <= len(text) or word[0] in folded(text[start - 1 : stop])
        end = start


def test_plain_text_keeps_its_length() -> None:
    text = "Nothing. But, plain - text!\n"
    assert len(folded(text)) == len(text)


def test_the_index_says_that_it_is_folded_in_this_way() -> None:
    assert search_tables.FOLDING == folding.FOLDING
    python = f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert (
        f"folded by {folding.FOLDING} with Python {python}" in search_tables.TABLES["search_state"]
    )


def test_sqlite_takes_every_folded_word_for_one_word() -> None:
    tokens = re.search(r"tokenize='((?:[^']|'')*)'", search_tables.TABLES["search_words"])
    assert tokens is not None
    words = {
        word
        for code in range(0x80, sys.maxunicode)
        if not 0xD800 <= code < 0xE000
        for word in words_of(chr(code))
        if not word.isascii()
    }
    assert len(words) > 30_000
    with closing(sqlite3.connect(":memory:")) as memory:
        know_functions(memory)
        memory.execute(f"CREATE VIRTUAL TABLE t USING fts5(x, tokenize='{tokens[1]}')")
        memory.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, 'row')")
        memory.executemany("INSERT INTO t VALUES (?)", ((f"a{word}b",) for word in words))
        assert {term for (term,) in memory.execute("SELECT term FROM v")} == {
            f"a{word}b" for word in words
        }
