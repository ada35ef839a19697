"""Any bytes in, a picture fit to keep out: upright, scaled, with nothing but what it shows.

The picture is always encoded anew, so no camera, place, program or name that
stood in the file can come along.
"""

from __future__ import annotations

import io
from typing import cast

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from weeknotes_desktop.domain.errors import PasteError
from weeknotes_desktop.domain.picture import Picture

LONGEST_EDGE = 2400
"""In dots; a page shows a picture at half of that, on a screen of double density."""

MOST_DOTS = 80_000_000
_QUALITY = 88
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "AVIF")
_HEIC = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypmif1", b"ftypmsf1", b"ftypheim")
_VECTORS = (b"<svg", b"<?xml", b"<!doctype svg")
_PLAIN = frozenset({"RGB", "RGBA", "L", "LA", "P", "1"})

# We look at the size ourselves, before anything is decoded.
Image.MAX_IMAGE_PIXELS = None


def develop(content: bytes, name: str = "", called: str = "The picture") -> tuple[Picture, bool]:
    """The picture in these bytes, and whether it moved and now stands still.

    Args:
        name: What the file was called.
        called: What a sentence calls it.

    Raises:
        PasteError: If it cannot be taken in; the sentence says why.
    """
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as opened:
            _make_sure_of(opened, called)
            moves = getattr(opened, "n_frames", 1) > 1 and opened.format != "MPO"
            if opened.format in ("JPEG", "MPO"):
                # Decodes no more of a very large photograph than is needed.
                opened.draft(None, (LONGEST_EDGE, LONGEST_EDGE))
            opened.load()
            photograph = opened.format in ("JPEG", "MPO") or (
                opened.format in ("WEBP", "AVIF") and not opened.has_transparency_data
            )
            clean = _cleaned(opened)
    except PasteError:
        raise
    except UnidentifiedImageError:
        raise _no_picture(content, called) from None
    except MemoryError:
        raise PasteError(
            f"{called} needs more memory than there is.", "Make it smaller first."
        ) from None
    # A broken file makes a decoder stumble in ways that only it knows.
    except Exception:  # noqa: BLE001
        raise _broken(called) from None
    return _encoded(clean, name, photograph=photograph), moves


def is_picture(content: bytes) -> bool:
    """Whether these bytes begin like a picture of any kind."""
    start = content[:512]
    return (
        start.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM"))
        or (start[:4] == b"RIFF" and start[8:12] == b"WEBP")
        or start[4:8] == b"ftyp"
        or b"<svg" in start.lower()
    )


def _make_sure_of(opened: Image.Image, called: str) -> None:
    width, height = opened.size
    if width * height > MOST_DOTS:
        raise PasteError(
            f"{called} has {width:,} × {height:,} dots, which is more than can be taken in.",
            "Make it smaller first.",
        )


def _cleaned(opened: Image.Image) -> Image.Image:
    """Upright, in the colours of a screen, no larger than it need be, and nothing else."""
    upright = ImageOps.exif_transpose(opened)
    scaled = _scaled(_in_srgb(upright))
    # Palettes and transparency stay; text, profiles and the rest go.
    clean = scaled.copy()
    clean.info.clear()
    if "transparency" in scaled.info:
        clean.info["transparency"] = scaled.info["transparency"]
    return clean


def _in_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if image.mode in ("I;16", "I", "F", "I;16B", "I;16L"):
        image = _eight_bits(image)
    plain = image if image.mode in _PLAIN else image.convert("RGB")
    if not profile or image.mode not in ("RGB", "RGBA", "CMYK"):
        return plain
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        theirs = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        ours = ImageCms.createProfile("sRGB")
        turned = ImageCms.profileToProfile(image, theirs, ours, outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return plain
    return plain if turned is None else turned


def _eight_bits(image: Image.Image) -> Image.Image:
    low, high = cast("tuple[float, float]", image.getextrema())
    span = 255.0 if high <= 255 else max(65_535.0, high)
    return image.convert("F").point(lambda value: value * (255.0 / span) + 0.0 * low).convert("L")


def _scaled(image: Image.Image) -> Image.Image:
    if max(image.size) <= LONGEST_EDGE:
        return image
    if image.mode in ("P", "1"):
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    factor = LONGEST_EDGE / max(image.size)
    size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
    return image.resize(size, Image.Resampling.LANCZOS)


def _encoded(image: Image.Image, name: str, *, photograph: bool) -> Picture:
    out = io.BytesIO()
    if photograph:
        flat = image if image.mode in ("RGB", "L") else image.convert("RGB")
        flat.save(out, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
        return Picture.of(out.getvalue(), "image/jpeg", name)
    image.save(out, "PNG", optimize=max(image.size) <= 1200)
    return Picture.of(out.getvalue(), "image/png", name)


def _no_picture(content: bytes, called: str) -> PasteError:
    start = content[:1024].lower().lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(_VECTORS) and b"<svg" in content[:65_536].lower():
        return PasteError(
            f"{called} is a drawing in SVG, which can carry programs, so it was not put in.",
            "Save it as PNG, and paste that.",
        )
    if content[4:12] in _HEIC:
        return PasteError(
            f"{called} is in HEIC, which few browsers show, so it was not put in.",
            "Save it as JPEG, and paste that.",
        )
    if is_picture(content):
        return _broken(called)
    return PasteError(
        f"{called} is neither a picture nor text that could go into a note.",
        "PNG, JPEG, WebP and GIF can, and text in .md and .txt.",
    )


def _broken(called: str) -> PasteError:
    return PasteError(
        f"{called} is damaged and cannot be read.", "Open it elsewhere and save it anew."
    )
