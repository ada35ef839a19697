"""What was pasted is read in a process of its own, which may die or take too long."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from threading import Thread

import pytest

from tests.publishing.pasting.pictures import encoded, png_that_claims
from weeknotes_desktop.domain.brought import Brought
from weeknotes_desktop.domain.errors import PasteError
from weeknotes_desktop.publishing.pasting.worker import PasteWorker

# Say that they are ready, as the real one does, and then behave badly.
_READY = (
    "import os, sys, time\n"
    "from multiprocessing.connection import Connection\n"
    "answers = Connection(os.dup(1), readable=False)\n"
    "requests = Connection(os.dup(0), writable=False)\n"
    "answers.send_bytes(b'ready')\n"
    "requests.recv_bytes()\n"
)
SLEEPS = (sys.executable, "-c", f"{_READY}time.sleep(60)")
DIES = (sys.executable, "-c", f"{_READY}sys.exit(1)")


@pytest.fixture(scope="module")
def worker() -> Iterator[PasteWorker]:
    worker = PasteWorker()
    yield worker
    worker.close()


def test_html_comes_back_as_markdown(worker: PasteWorker) -> None:
    assert worker.read(Brought(html="<p>Very <b>bold</b></p>")).text == "Very **bold**"


def test_the_words_alone_come_back_as_well(worker: PasteWorker) -> None:
    assert worker.words(Brought(html="<p>Very <b>bold</b></p>")).text == "Very bold"


def test_a_picture_comes_back_fit_to_keep(worker: PasteWorker) -> None:
    (picture,) = worker.read(Brought(picture=encoded("PNG"))).pictures
    assert picture.media_type == "image/png"


def test_a_refusal_comes_back_as_its_sentence_and_the_next_paste_works(
    worker: PasteWorker,
) -> None:
    with pytest.raises(PasteError, match="50,000 × 50,000"):
        worker.read(Brought(picture=png_that_claims(50_000, 50_000)))
    assert worker.words(Brought(text="a")).text == "a"


def test_what_takes_too_long_is_given_up() -> None:
    worker = PasteWorker(0.05, SLEEPS)
    with pytest.raises(PasteError, match="too long"):
        worker.read(Brought(text="a"))
    worker.close()


def test_a_process_that_dies_costs_one_paste() -> None:
    worker = PasteWorker(command=DIES)
    for _ in range(2):
        with pytest.raises(PasteError, match="could not be read"):
            worker.read(Brought(text="a"))
    worker.close()


def test_closing_does_not_wait_for_a_paste_that_is_on_its_way() -> None:
    worker = PasteWorker(60, SLEEPS)
    said: list[PasteError] = []

    def paste() -> None:
        try:
            worker.read(Brought(text="a"))
        except PasteError as error:
            said.append(error)

    thread = Thread(target=paste)
    thread.start()
    while worker.idle:
        thread.join(0.01)
    worker.close()
    thread.join(10)
    assert not thread.is_alive()
    assert len(said) == 1


def test_nothing_is_read_after_closing() -> None:
    worker = PasteWorker()
    worker.close()
    with pytest.raises(PasteError, match="closing"):
        worker.read(Brought(text="a"))
