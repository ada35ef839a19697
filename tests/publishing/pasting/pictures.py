"""Pictures as cameras, screens and mischief make them."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageCms


def encoded(kind: str, size: tuple[int, int] = (64, 48), mode: str = "RGB", **more: Any) -> bytes:
    """A picture of a slope, from dark to light."""
    slope = Image.linear_gradient("L").resize(size)
    out = io.BytesIO()
    slope.convert(mode).save(out, kind, **more)
    return out.getvalue()


def glass(kind: str) -> bytes:
    """A picture that can be seen through."""
    out = io.BytesIO()
    Image.new("RGBA", (64, 48), (200, 0, 0, 0)).save(out, kind)
    return out.getvalue()


def photograph() -> bytes:
    """A photograph that says where, when and with what it was taken, and lies on its side."""
    facts = Image.Exif()
    facts[0x010F] = "SECRET CAMERA"
    facts[0x0112] = 6
    facts.get_ifd(0x8825)[1] = "N"
    facts.get_ifd(0x8825)[2] = (51.0, 30.0, 26.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return encoded(
        "JPEG",
        (60, 40),
        exif=facts,
        xmp=b"<x:xmpmeta>SECRET PLACE</x:xmpmeta>",
        comment=b"SECRET COMMENT",
        icc_profile=profile,
    )


def png_that_claims(width: int, height: int) -> bytes:
    """A PNG whose head promises more dots than there is memory for."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        mark = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + mark

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(10_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def moving(kind: str = "GIF") -> bytes:
    """Two pictures, one after the other."""
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    out = io.BytesIO()
    frames[0].save(out, kind, save_all=True, append_images=frames[1:], duration=100)
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    """The picture in these bytes."""
    image = Image.open(io.BytesIO(content))
    image.load()
    return image
