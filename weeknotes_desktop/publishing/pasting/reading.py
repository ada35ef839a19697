"""What was brought, made into Markdown and pictures fit to keep."""

from __future__ import annotations

import codecs
import re
from functools import partial
from pathlib import Path

from bs4.builder import ParserRejectedMarkup

from weeknotes_desktop.domain.brought import Brought, Pasted
from weeknotes_desktop.domain.errors import PasteError, WeekNotesError
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.text import body_text
from weeknotes_desktop.publishing.pasting.converter import Converter, words_of
from weeknotes_desktop.publishing.pasting.developing import develop, is_picture
from weeknotes_desktop.publishing.pasting.files import bytes_of, looks_like_text, shown

_STILL = "Only the first picture of the moving one was kept."
_MOST_FILES = 100
_SPACE = r"\s\u200b-\u200d\u2060\ufeff"
_UNSEEN = re.compile(f"[{_SPACE}]*")
_MARKS_ALONE = re.compile(f"[{_SPACE}*#>]*")


def read(brought: Brought) -> Pasted:
    """What goes into the note.

    Raises:
        PasteError: If nothing of it can.
    """
    if brought.files:
        return _files(brought.files)
    if brought.picture:
        picture, moved = develop(brought.picture)
        return Pasted(text=_shown(picture), pictures=(picture,), remarks=(_STILL,) if moved else ())
    return _form(brought)


def words(brought: Brought) -> Pasted:
    """The words alone."""
    try:
        found = brought.text or words_of(brought.html)
    except (ParserRejectedMarkup, RecursionError):
        raise _unreadable() from None
    nothing = not brought.text and _UNSEEN.fullmatch(found)
    return Pasted(text="" if nothing else body_text(found))


def _form(brought: Brought) -> Pasted:
    converter = Converter(partial(develop, called="A picture"))
    try:
        written = converter.markdown(brought.html)
    except (ParserRejectedMarkup, RecursionError):
        if not brought.text:
            raise _unreadable() from None
        written = None
    if written is None or _MARKS_ALONE.fullmatch(written):
        written = words(brought).text
    lost = converter.lost
    remark = (
        "A picture in it could not be read."
        if lost == 1
        else f"{lost} pictures in it could not be read."
    )
    return Pasted(
        text=body_text(written),
        pictures=tuple(converter.pictures),
        remarks=(remark,) if lost else (),
    )


def _files(files: tuple[Path, ...]) -> Pasted:
    texts: list[str] = []
    pictures: list[Picture] = []
    remarks: list[str] = []
    refusals: list[WeekNotesError] = []
    for path in files[:_MOST_FILES]:
        try:
            text = _file(path, pictures, remarks)
        except WeekNotesError as error:
            refusals.append(error)
        else:
            texts.append(text)
    if refusals and not texts:
        raise _all_refused(refusals)
    remarks += [error.problem for error in refusals]
    if len(files) > _MOST_FILES:
        remarks.append(f"Only the first {_MOST_FILES} files were taken in.")
    whole = body_text("\n\n".join(texts))
    return Pasted(text=whole, pictures=tuple(pictures), remarks=tuple(remarks))


def _file(path: Path, pictures: list[Picture], remarks: list[str]) -> str:
    content = bytes_of(path)
    called = f"“{shown(path)}”"
    if not content:
        raise PasteError(f"{called} is empty.")
    if looks_like_text(path):
        try:
            return _text(content, called)
        except PasteError:
            if not is_picture(content):
                raise
    picture, moved = develop(content, path.name, called)
    pictures.append(picture)
    if moved:
        remarks.append(_STILL)
    return _shown(picture)


def _text(content: bytes, called: str) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = content.decode("utf-16", errors="replace")
    elif b"\0" in content:
        raise PasteError(f"{called} is not a file of text.", "Save it as plain text in UTF-8.")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise PasteError(
                f"{called} is not text in UTF-8, so its letters cannot be told.",
                "Save it as UTF-8 first.",
            ) from None
    return body_text(text).strip("\n")


def _all_refused(refusals: list[WeekNotesError]) -> PasteError:
    first, more = refusals[0], len(refusals) - 1
    if not more:
        return PasteError(first.problem, first.remedy)
    return PasteError(f"{first.problem} {more} more could not be taken in either.", first.remedy)


def _shown(picture: Picture) -> str:
    return f"![]({picture.address})"


def _unreadable() -> PasteError:
    return PasteError(
        "What was pasted is too tangled to be read.", "Ctrl+Shift+V pastes its words alone."
    )
