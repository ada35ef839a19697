"""The command by which something leaves."""

from __future__ import annotations

import argparse
from pathlib import Path

from weeknotes_desktop.cli.terminal import Terminal
from weeknotes_desktop.domain.destination import Destination, Parcel, Sent
from weeknotes_desktop.domain.errors import LeakError
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.paths import named
from weeknotes_desktop.use_cases.find_note import find_note
from weeknotes_desktop.use_cases.leave import make_ready, may_be_public, pack

_TO_OUT = "-"


def export(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Let a note, or all that are published, leave for a file or folder."""
    if given.allow:
        with parts.writing() as library:
            may_be_public(library, given.allow)
    settings = _settings(parts, given)
    audience = Audience(given.audience)
    with parts.reading() as library:
        one = given.form in ("html", "fragment")
        note = find_note(library, given.note, settings.label) if one else None
        leaving = make_ready(library, settings, audience, parts.now(), note)
    destination = _destination(parts, given, settings, audience)
    stopped = "Stopped; nothing was written."
    try:
        parcel = pack(leaving, destination, parts.ways_out.search, terminal.progress)
        if one and str(given.file) == _TO_OUT:
            _print(terminal, parcel)
            return
        stopped = "Stopped while it was being written; export again to be sure."
        sent = destination.send(parcel, terminal.progress)
    except LeakError as error:
        ids = " ".join(f"--allow {leak.id}" for leak in error.leaks)
        raise LeakError(
            error.problem, f"{error.remedy} To let it pass: {ids}", error.leaks
        ) from None
    except KeyboardInterrupt:
        terminal.complain(stopped)
        raise
    finally:
        terminal.end_progress()
    _tell(terminal, given, sent)


def _settings(parts: Parts, given: argparse.Namespace) -> Settings:
    settings = parts.settings()
    address = getattr(given, "address", None)
    return settings if address is None else settings.with_value("site-address", address)


def _destination(
    parts: Parts, given: argparse.Namespace, settings: Settings, audience: Audience
) -> Destination:
    out = parts.ways_out
    match given.form:
        case "html":
            return out.html_file(_path(given.file))
        case "fragment":
            return out.fragment(
                _path(given.file), shift=given.shift, pictures=not given.no_pictures
            )
        case "markdown":
            return out.markdown_folder(named(given.folder), audience)
    theme = settings.site_theme if given.theme is None else given.theme
    return out.site(named(given.folder), audience, theme)


def _path(file: Path) -> Path:
    return file if str(file) == _TO_OUT else named(file)


def _print(terminal: Terminal, parcel: Parcel) -> None:
    for sentence in parcel.remarks:
        terminal.complain(sentence)
    (content,) = parcel.files.values()
    terminal.say(content.decode().removesuffix("\n"))


def _tell(terminal: Terminal, given: argparse.Namespace, sent: Sent) -> None:
    for sentence in sent.remarks:
        terminal.complain(sentence)
    shape = {"written": sent.written, "unchanged": sent.unchanged, "removed": sent.removed}
    words = ", ".join(f"{number} {word}" for word, number in shape.items())
    terminal.answer(given, shape, "" if given.form in ("html", "fragment") else f"{words}.")
