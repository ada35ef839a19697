"""What was dropped or copied: files of every kind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.publishing.pasting.pictures import encoded, moving, photograph
from weeknotes_desktop.domain.brought import Brought, Pasted
from weeknotes_desktop.domain.errors import PasteError
from weeknotes_desktop.publishing.pasting.reading import read


def dropped(*files: Path) -> Pasted:
    return read(Brought(files=files))


def a_file(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_picture_is_named_in_the_text_and_stands_beside_it(tmp_path: Path) -> None:
    pasted = dropped(a_file(tmp_path, "bridge.jpg", photograph()))
    (picture,) = pasted.pictures
    assert pasted.text == f"![](picture:{picture.id})"
    assert picture.name == "bridge.jpg"


def test_what_a_file_is_called_says_nothing_of_what_it_is(tmp_path: Path) -> None:
    pasted = dropped(a_file(tmp_path, "bridge.txt", encoded("PNG")))
    assert [picture.media_type for picture in pasted.pictures] == ["image/png"]


@pytest.mark.parametrize("name", ["week.md", "week.TXT", "week.markdown"])
def test_a_file_of_text_gives_its_text(tmp_path: Path, name: str) -> None:
    content = "\ufeffThe gate\r\nis *open*.\0\n".encode()
    if b"\0" in content:
        content = content.replace(b"\0", b"")
    assert dropped(a_file(tmp_path, name, content)).text == "The gate\nis *open*."


@pytest.mark.parametrize(
    "text",
    [
        "BMJ says so.",
        "BM",
        "See <svg> for drawings.",
        "The ftyp of it",
        "GIF89a or not",
        "RIFF    WEBP",
    ],
)
def test_words_that_begin_like_a_picture_are_words(tmp_path: Path, text: str) -> None:
    assert dropped(a_file(tmp_path, "week.md", text.encode())).text == text


def test_text_of_sixteen_bits_is_text_as_well(tmp_path: Path) -> None:
    path = a_file(tmp_path, "week.txt", "Über".encode("utf-16"))
    assert dropped(path).text == "Über"


def test_several_files_stand_below_one_another_in_their_order(tmp_path: Path) -> None:
    first = a_file(tmp_path, "a.md", b"One.")
    second = a_file(tmp_path, "b.png", encoded("PNG"))
    pasted = dropped(first, second)
    assert pasted.text == f"One.\n\n![]({pasted.pictures[0].address})"


def test_one_that_cannot_be_taken_in_does_not_keep_the_others_out(tmp_path: Path) -> None:
    pasted = dropped(tmp_path, a_file(tmp_path, "b.md", b"Two."))
    assert pasted.text == "Two."
    assert len(pasted.remarks) == 1
    assert "is a folder" in pasted.remarks[0]


def test_that_a_picture_stands_still_now_is_told(tmp_path: Path) -> None:
    assert dropped(a_file(tmp_path, "a.gif", moving())).remarks == (
        "Only the first picture of the moving one was kept.",
    )


def test_a_folder_a_pipe_and_what_is_gone_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    for path, said in (
        (tmp_path, "is a folder"),
        (tmp_path / "pipe.png", "not a file that stands on a disk"),
        (tmp_path / "gone.png", "cannot be read"),
        (Path("/dev/zero"), "not a file that stands on a disk"),
    ):
        with pytest.raises(PasteError, match=said):
            dropped(path)


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(PasteError, match="100 MB"):
        dropped(path)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"caf\xe9 \xff\xfe", "not text in UTF-8"),
        ("a.md", b"one\0two", "not a file of text"),
        ("a.md", b"", "is empty"),
        ("a.pdf", b"%PDF-1.7", "neither a picture nor text"),
        ("a.svg", b"<svg onload='x'/>", "SVG"),
    ],
)
def test_a_file_that_no_note_takes_is_refused(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    with pytest.raises(PasteError, match=said):
        dropped(a_file(tmp_path, name, content))


def test_of_several_refusals_the_first_is_told_and_the_others_are_counted(tmp_path: Path) -> None:
    with pytest.raises(PasteError, match=r"is a folder\. 2 more"):
        dropped(tmp_path, tmp_path, tmp_path)


def test_a_name_cannot_break_the_sentence(tmp_path: Path) -> None:
    with pytest.raises(PasteError) as refused:
        dropped(tmp_path / ("a\n\u202e" + "x" * 200))
    assert "\n" not in refused.value.problem
    assert "\u202e" not in refused.value.problem
    assert len(refused.value.problem) < 150
