"""From bytes to lines, or one sentence why not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from weeknotes_desktop.domain.errors import ImportFailedError
from weeknotes_desktop.publishing.importers.page_text import LARGEST_PAGE, read_page
from weeknotes_desktop.publishing.importers.saved_page import SavedPage

PAGE = "Month: April 2021\n\nWeeknote v10.16\n\nCafé “Möwe” – 5 €.\n"


@pytest.mark.parametrize(
    "content",
    [
        PAGE.encode("utf-8"),
        PAGE.encode("utf-8-sig"),
        PAGE.encode("utf-16"),
        b"\xfe\xff" + PAGE.encode("utf-16-be"),
        PAGE.encode("cp1252"),
        PAGE.replace("\n", "\r\n").encode("utf-8"),
        PAGE.replace("\n", "\r").encode("utf-8"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big", "windows", "crlf", "cr"],
)
def test_every_usual_alphabet_and_line_end_is_read(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(content)

    page = SavedPage().read(path)

    assert [note.body for note in page.notes] == ["Café “Möwe” – 5 €."]
    assert page.lost == ()


def test_a_broken_letter_in_good_text_is_told_and_harms_no_other(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(PAGE.encode().replace(b"5 ", b"5\xff"))

    page = SavedPage().read(path)

    assert page.notes[0].body == "Café “Möwe” – 5\ufffd€."
    assert "1 letter could not be read" in page.lost[0]


def test_signs_that_no_screen_shows_are_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    words = "Words of a week in the harbour. " * 20
    path.write_text(f"{PAGE}\n{words}".replace("Café", "\x1bCa\x1ff\ufeffé\x07"))

    assert SavedPage().read(path).notes[0].body == f"Café “Möwe” – 5 €.\n\n{words.strip()}"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty"),
        (b" \n\n\t\n", "is empty"),
        (b"\x00\x01\x02", "is not a file of text"),
        (b"%PDF-1.7\nWeeknote v10.16", "is not a file of text"),
        (b"PK\x03\x04 Weeknote", "is not a file of text"),
        (b"\x01\x02\x03\x04\x05 few words", "is not a file of text"),
        (b"<!DOCTYPE html><p>Weeknote v10.16", "is a web page"),
        (b"\xef\xbb\xbf<html>", "is a web page"),
        (b"a" * (LARGEST_PAGE + 1), "is larger than 5 MB"),
    ],
    ids=["empty", "blank", "nul", "pdf", "zip", "control", "html", "html with mark", "large"],
)
def test_what_is_no_text_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes, why: str
) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(content)

    with pytest.raises(ImportFailedError) as refused:
        SavedPage().read(path)

    assert refused.value.problem.startswith("“page.txt” ")
    assert why in refused.value.problem
    assert refused.value.remedy


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    for path, why in (
        (tmp_path, "is a folder"),
        (pipe, "is not a file of text"),
        (tmp_path / "nothing.txt", "There is no file"),
        (tmp_path / "page.txt" / "page.txt", "There is no file"),
        (tmp_path / ("n" * 300), "cannot be read"),
        (Path("a\0b"), "cannot be read"),
    ):
        with pytest.raises(ImportFailedError, match=why):
            read_page(path)


def test_an_endless_line_is_broken_at_a_word_and_told(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    words = " ".join(f"word{number}" for number in range(9_000))
    path.write_text(f"Month: April 2021\n\nWeeknote v10.16\n\n{words}\n\nWeeknote v10.15\n\nEnd.\n")

    page = SavedPage().read(path)

    assert max(map(len, page.notes[0].body.splitlines())) <= 20_000
    assert page.notes[0].body.split() == words.split()
    assert page.lost[0].startswith("Line 5 has ")
    assert page.notes[1].line == 7
