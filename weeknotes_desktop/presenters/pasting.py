"""What comes in by pasting or dropping, and how it gets into the note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from weeknotes_desktop.domain.brought import (
    LARGEST_HTML,
    LARGEST_PICTURE,
    MOST_LETTERS,
    Brought,
    Pasted,
)
from weeknotes_desktop.domain.errors import PasteError, WeekNotesError
from weeknotes_desktop.domain.note import LARGEST_BODY
from weeknotes_desktop.domain.ports import Jobs, LibraryWriter, PasteReader, Timers
from weeknotes_desktop.domain.text import body_text
from weeknotes_desktop.domain.typing_rules.pasted_links import address_in, linked
from weeknotes_desktop.presenters.notices import Notice, Notices, failure
from weeknotes_desktop.use_cases.keep_pictures import keep_pictures

T = TypeVar("T")

SAY_AFTER = 1.0
"""Seconds after which the writer is told that what was pasted is still on its way."""

_INSIDE_BRACKETS = len("![")
_ON_ITS_WAY = "What you pasted is being read. You can write on meanwhile."
_FORMLESS = "Its form could not be read: its words came in."
_TOO_LARGE = "It was too large to keep its form: its words came in."
_NOTHING = "There is nothing in what was copied that a note could take."


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What the clipboard or a drop offers, in all the forms it has.

    Args:
        picture: Gives the bytes of a picture; it may take long.
        address: Of a link that was dropped.
    """

    text: str = ""
    html: str = ""
    picture: Callable[[], bytes] | None = None
    files: tuple[Path, ...] = ()
    address: str = ""


class Place(Protocol):
    """Where in a note something was asked for; it stays there while the writer types on."""

    @property
    def selected(self) -> str:
        """The words that it takes the place of."""

    @property
    def literal(self) -> bool:
        """Whether every letter stands for itself there, as in code."""

    def put(self, text: str, caret: int | None = None, *, fit: bool = False) -> bool:
        """Put it in, as one step that can be undone; whether the note is still there.

        Args:
            caret: Where in ``text`` the caret goes, unless the writer is elsewhere already.
            fit: Whether headings, lists and the like get the blank lines they need.
        """


class PastingPresenter:
    """Puts in what was pasted: words at once, all that must be read first a little later.

    Args:
        reader: Makes what reads; called away from the window.
    """

    def __init__(
        self,
        reader: Callable[[], PasteReader],
        writer: LibraryWriter,
        jobs: Jobs,
        notices: Notices,
        timers: Timers,
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._jobs = jobs
        self._notices = notices
        self._timers = timers

    def paste(self, offer: Offer, place: Place) -> None:
        """Put in what is offered, in its best form."""
        if offer.files:
            self._read(lambda: Brought(files=offer.files), place)
        elif offer.picture is not None and not offer.text.strip():
            fetch = offer.picture
            self._read(lambda: Brought(picture=_small_enough(fetch())), place)
        elif self._link(offer, place):
            return
        elif offer.html and not place.literal:
            self._form(offer, place)
        else:
            self.paste_plain(offer, place)

    def paste_plain(self, offer: Offer, place: Place) -> None:
        """Put in the words alone."""
        self._put_words(offer, place)

    def _put_words(self, offer: Offer, place: Place, *remarks: str) -> None:
        if offer.text or not offer.html:
            try:
                text = _words(offer.text or offer.address)
                self._land(Pasted(text=text, remarks=remarks), place)
            except WeekNotesError as error:
                self._refuse(error)
        elif len(offer.html) > LARGEST_HTML:
            self._refuse(_too_large(len(offer.html), LARGEST_HTML))
        else:
            brought, wait = Brought(html=offer.html), self._wait()
            self._jobs.run(
                lambda: replace(self._reader().words(brought), remarks=remarks),
                wait.first(lambda pasted: self._land(pasted, place)),
                wait.first(self._refuse),
            )

    def _link(self, offer: Offer, place: Place) -> bool:
        """Make the selected words a link, or put in a link that was dropped; whether it is one."""
        address = address_in(offer.text) or address_in(offer.address)
        if not address or place.literal:
            return False
        made = linked(place.selected, address)
        if not made and offer.address and not offer.html:
            made = linked(offer.text, address) or f"<{address}>"
        if made:
            self._land(Pasted(text=made), place)
        return bool(made)

    def _form(self, offer: Offer, place: Place) -> None:
        size = len(offer.html)
        if size <= LARGEST_HTML:
            text = offer.text if len(offer.text) <= LARGEST_BODY else ""
            formless = partial(self._put_words, offer, place, _FORMLESS)
            self._read(lambda: Brought(html=offer.html, text=text), place, formless)
        elif offer.text:
            self._put_words(offer, place, _TOO_LARGE)
        else:
            self._refuse(_too_large(size, LARGEST_HTML))

    def _read(
        self, fetch: Callable[[], Brought], place: Place, instead: Callable[[], None] | None = None
    ) -> None:
        """Put in what is read.

        Args:
            instead: What is done where it cannot be read, or not in time.
        """

        def read() -> Pasted:
            # What is too large is refused before anything is started to read it.
            brought = fetch()
            return self._reader().read(brought)

        def refused(error: WeekNotesError) -> None:
            if instead is not None and isinstance(error, PasteError):
                instead()
            else:
                self._refuse(error)

        wait = self._wait(instead)
        self._jobs.run(
            read, wait.first(lambda pasted: self._keep(pasted, place)), wait.first(refused)
        )

    def _wait(self, instead: Callable[[], None] | None = None) -> _Wait:
        return _Wait(self._notices, self._timers, instead)

    def _keep(self, pasted: Pasted, place: Place) -> None:
        """See that the library has the pictures before the note names them."""
        if not pasted.pictures:
            self._land(pasted, place, fit=True)
            return
        self._writer.do(
            lambda library: keep_pictures(library, pasted.pictures),
            lambda _: self._land(pasted, place, fit=True),
            self._refuse,
        )

    def _land(self, pasted: Pasted, place: Place, *, fit: bool = False) -> None:
        if not pasted.text:
            # It would take away what is selected, and say nothing.
            self._refuse(PasteError(*pasted.remarks[:1] or (_NOTHING,)))
            return
        undescribed = pasted.text.count("![](")
        caret = pasted.text.index("![](") + _INSIDE_BRACKETS if undescribed else None
        if not place.put(pasted.text, caret, fit=fit):
            self._notices.show(
                Notice(
                    "What was pasted was ready only after you had turned to another note,"
                    " so it was not put in.",
                    "Paste it again.",
                )
            )
        elif pasted.remarks:
            self._notices.show(Notice(" ".join(pasted.remarks)))
        elif undescribed == 1:
            self._notices.show(Notice("What does the picture show? Say it between the brackets."))
        elif undescribed:
            self._notices.show(Notice("What do the pictures show? Say it between the brackets."))

    def _refuse(self, error: WeekNotesError) -> None:
        self._notices.show(failure(error))


class _Wait:
    """Says that something is on its way, where that takes long.

    Args:
        instead: What the writer may have at once.
    """

    def __init__(
        self, notices: Notices, timers: Timers, instead: Callable[[], None] | None
    ) -> None:
        self._notices, self._instead = notices, instead
        self._over = False
        self._said: Notice | None = None
        self._cancel = timers.after(SAY_AFTER, self._say)

    def first(self, call: Callable[[T], None]) -> Callable[[T], None]:
        """``call``, for as long as nothing else has come of it."""

        def end(what: T) -> None:
            if not self._over:
                self._end()
                call(what)

        return end

    def _say(self) -> None:
        if self._instead is None:
            self._said = Notice(_ON_ITS_WAY)
        else:
            self._said = Notice(_ON_ITS_WAY, action="Put in only its words", act=self._give_up)
        self._notices.show(self._said)

    def _give_up(self) -> None:
        if not self._over and self._instead is not None:
            self._end()
            self._instead()

    def _end(self) -> None:
        self._over = True
        self._cancel()
        if self._said is not None:
            self._notices.withdraw(self._said)


def _words(text: str) -> str:
    if len(text) > MOST_LETTERS:
        # At once: cleaning it would take seconds.
        raise _too_large(len(text), LARGEST_BODY)
    return body_text(text)


def _small_enough(picture: bytes) -> bytes:
    if len(picture) > LARGEST_PICTURE:
        raise _too_large(len(picture), LARGEST_PICTURE)
    if not picture:
        raise PasteError("The picture that was copied is gone.", "Copy it again.")
    return picture


def _too_large(size: int, largest: int) -> PasteError:
    return PasteError(
        f"What was pasted has {size / 1e6:,.0f} MB;"
        f" at most {largest / 1e6:.0f} MB can be taken in.",
        "Paste a part of it.",
    )
