"""Any bytes in, a picture fit to keep out."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import ImageCms
from PIL.PngImagePlugin import PngInfo

from tests.publishing.pasting.pictures import (
    encoded,
    glass,
    moving,
    opened,
    photograph,
    png_that_claims,
)
from weeknotes_desktop.domain.errors import PasteError
from weeknotes_desktop.publishing.pasting.developing import LONGEST_EDGE, develop


def test_nothing_of_camera_place_or_program_comes_along() -> None:
    picture, _ = develop(photograph(), "IMG_1.jpg")
    for secret in (b"SECRET", b"Exif", b"xmpmeta", b"GPS", b"ICC_PROFILE"):
        assert secret not in picture.content
    assert not opened(picture.content).getexif()


def test_words_in_a_png_do_not_come_along() -> None:
    words = PngInfo()
    words.add_text("Author", "SECRET NAME")
    words.add_itxt("XML:com.adobe.xmp", "SECRET PLACE")
    picture, _ = develop(encoded("PNG", pnginfo=words))
    assert b"SECRET" not in picture.content
    assert picture.media_type == "image/png"


@pytest.mark.parametrize(
    "content",
    [
        encoded("JPEG", mode="L", comment=b"SECRET", xmp=b"SECRET"),
        encoded("PNG", mode="L", icc_profile=b"SECRET" * 30),
        encoded("GIF", comment=b"SECRET"),
        encoded("WEBP", xmp=b"SECRET", icc_profile=b"SECRET" * 30),
    ],
)
def test_what_stands_beside_the_dots_does_not_come_along(content: bytes) -> None:
    assert b"SECRET" in content or b"iCCP" in content
    picture, _ = develop(content)
    for secret in (b"SECRET", b"iCCP", b"ICC_PROFILE"):
        assert secret not in picture.content


def test_a_photograph_that_lies_on_its_side_is_put_upright() -> None:
    picture, _ = develop(photograph())
    assert opened(picture.content).size == (40, 60)


@pytest.mark.parametrize(
    ("content", "kept_as"),
    [
        (encoded("PNG"), "image/png"),
        (encoded("PNG", mode="RGBA"), "image/png"),
        (encoded("PNG", mode="P"), "image/png"),
        (encoded("PNG", mode="I;16"), "image/png"),
        (encoded("JPEG"), "image/jpeg"),
        (encoded("JPEG", mode="CMYK"), "image/jpeg"),
        (encoded("JPEG", mode="L"), "image/jpeg"),
        (encoded("WEBP"), "image/jpeg"),
        (glass("WEBP"), "image/png"),
        (encoded("GIF"), "image/png"),
        (encoded("BMP"), "image/png"),
    ],
)
def test_every_common_kind_is_kept_in_one_that_browsers_show(content: bytes, kept_as: str) -> None:
    picture, moved = develop(content)
    assert (picture.media_type, moved) == (kept_as, False)
    assert opened(picture.content).size == (64, 48)


def test_an_oversized_picture_is_scaled_and_keeps_its_shape() -> None:
    picture, _ = develop(encoded("PNG", (4800, 1200)))
    assert opened(picture.content).size == (LONGEST_EDGE, 600)


def test_a_thread_of_a_picture_keeps_a_dot_of_width() -> None:
    picture, _ = develop(encoded("PNG", (10_000, 1)))
    assert opened(picture.content).size == (LONGEST_EDGE, 1)


def test_what_could_be_seen_through_can_still() -> None:
    assert opened(develop(glass("PNG"))[0].content).getpixel((5, 5)) == (200, 0, 0, 0)


def test_colours_of_another_room_become_those_of_a_screen() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    picture, _ = develop(encoded("JPEG", icc_profile=lab))
    assert opened(picture.content).mode == "RGB"


@pytest.mark.parametrize("kind", ["GIF", "WEBP"])
def test_of_a_moving_picture_the_first_one_is_kept_and_that_is_told(kind: str) -> None:
    picture, moved = develop(moving(kind))
    assert moved
    red, _, blue = opened(picture.content).convert("RGB").getpixel((5, 5))  # type: ignore[misc]
    assert red > 200 > 50 > blue


def test_the_same_picture_is_the_same_again() -> None:
    assert develop(photograph())[0] == develop(photograph())[0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (png_that_claims(50_000, 50_000), "50,000 × 50,000 dots"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "SVG"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a --><svg onload="x()"/>', "SVG"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        (encoded("PNG")[:120], "damaged"),
        (encoded("JPEG")[:100], "damaged"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"GIF89a", "damaged"),
        (b"%PDF-1.7", "neither a picture nor text"),
        (b"", "neither a picture nor text"),
    ],
)
def test_what_cannot_be_taken_in_is_said_in_a_sentence(content: bytes, said: str) -> None:
    with pytest.raises(PasteError, match=said) as refused:
        develop(content, called="“a.png”")
    assert refused.value.problem.startswith("“a.png”")
    assert refused.value.problem.endswith(".")


@given(st.binary(max_size=200), st.sampled_from(["PNG", "JPEG", "GIF", "WEBP"]), st.floats(0, 1))
@example(b"", "PNG", 0.999)
def test_a_damaged_picture_is_a_picture_or_a_sentence(
    noise: bytes, kind: str, where: float
) -> None:
    whole = encoded(kind)
    at = int(len(whole) * where)
    try:
        picture, _ = develop(whole[:at] + noise + whole[at + len(noise) :])
    except PasteError:
        return
    assert opened(picture.content).size
