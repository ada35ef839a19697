"""Pictures, and what a text calls them by."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.picture import Picture, pictures_named


@given(st.lists(st.binary(max_size=20), max_size=5), st.text(max_size=20))
def test_a_text_names_each_of_its_pictures_once(contents: list[bytes], between: str) -> None:
    pictures = [Picture.of(content, "image/png") for content in contents]
    text = f" {between} ".join(f"![{between}]({picture.address})" for picture in pictures * 2)
    assert pictures_named(text) == tuple(dict.fromkeys(picture.id for picture in pictures))


def test_what_only_looks_like_a_picture_is_none() -> None:
    ident = Picture.of(b"x", "image/png").id
    for text in (f"picture:{ident}0", f"picture:{ident[:-1]}", f"mypicture:{ident}", "picture:"):
        assert pictures_named(text) == ()


def test_the_same_bytes_are_the_same_picture_whatever_the_file_was_called() -> None:
    assert Picture.of(b"x", "image/png", "a").id == Picture.of(b"x", "image/png", "b").id
