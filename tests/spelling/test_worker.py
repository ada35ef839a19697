"""Proofreading in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from weeknotes_desktop.domain.errors import ProofreadingError
from weeknotes_desktop.spelling import process
from weeknotes_desktop.spelling.worker import ProofreadingWorker

SILENT = (
    "import os, time\n"
    "from multiprocessing.connection import Connection\n"
    "Connection(os.dup(1), readable=False).send_bytes(b'ready')\n"
    "time.sleep(60)\n"
)


@pytest.fixture(scope="module")
def worker() -> Iterator[ProofreadingWorker]:
    shared = ProofreadingWorker()
    yield shared
    shared.close()


def test_it_finds_slips_and_misspelt_words(worker: ProofreadingWorker) -> None:
    body = "Our practise run: the the harbuor."
    found = worker.read(body, "en-GB", ["practise"])
    assert [body[slip.start : slip.end] for slip in found] == ["the the", "harbuor"]


def test_it_suggests(worker: ProofreadingWorker) -> None:
    assert "harbour" in worker.suggestions("harbuor", "en-GB")
    assert "en-GB" in worker.languages()


def test_threads_may_share_it(worker: ProofreadingWorker) -> None:
    answers: list[tuple[str, ...]] = []
    threads = [
        Thread(target=lambda word=word: answers.append(worker.suggestions(word, "en-GB")))
        for word in ("harbuor", "tidde", "sial")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 3


def test_what_takes_too_long_is_given_up_and_the_next_question_answered(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    script = (
        "import pathlib\n"
        f"begun = pathlib.Path({str(begun)!r})\n"
        "if begun.exists():\n"
        f"    from {process.__name__} import main\n"
        "    raise SystemExit(main())\n"
        f"begun.touch()\n{SILENT}"
    )
    worker = ProofreadingWorker(to_read=0.05, command=(sys.executable, "-c", script))
    with pytest.raises(ProofreadingError, match="too long"):
        worker.read("tide", "en", ())
    assert "en-GB" in worker.languages()
    worker.close()


def test_a_process_that_dies_is_replaced(tmp_path: Path) -> None:
    died = tmp_path / "died"
    script = (
        "import pathlib, sys\n"
        f"died = pathlib.Path({str(died)!r})\n"
        "if not died.exists():\n    died.touch()\n    sys.exit(1)\n"
        f"from {process.__name__} import main\n"
        "main()\n"
    )
    worker = ProofreadingWorker(command=(sys.executable, "-c", script))
    with pytest.raises(ProofreadingError):
        worker.languages()
    assert "en-GB" in worker.languages()
    worker.close()


def test_a_program_that_is_not_there_is_told(tmp_path: Path) -> None:
    worker = ProofreadingWorker(command=(str(tmp_path / "nowhere"),))
    with pytest.raises(ProofreadingError):
        worker.languages()
    worker.close()


def test_nothing_is_asked_after_closing() -> None:
    worker = ProofreadingWorker()
    worker.close()
    worker.close()
    with pytest.raises(ProofreadingError, match="closing"):
        worker.read("tide", "en", ())


def test_the_window_never_loads_a_dictionary_itself() -> None:
    script = (
        "import sys, weeknotes_desktop.spelling.worker\n"
        "sys.exit('hunspell' in sys.modules or 'PySide6' in sys.modules)\n"
    )
    subprocess.run((sys.executable, "-c", script), check=True)


SLOW = (
    "import os, pickle, sys, time\n"
    "from weeknotes_desktop.aside.serving import READY, channels\n"
    "requests, answers = channels()\n"
    "answers.send_bytes(READY)\n"
    "while True:\n"
    "    question, arguments = pickle.loads(requests.recv_bytes())\n"
    "    if question == 'near_words' and arguments[0] == 'lonely':\n"
    "        answers.send_bytes(pickle.dumps(()))\n"
    "    elif question == 'suggestions':\n"
    "        time.sleep(float(sys.argv[1]))\n"
    "        answers.send_bytes(pickle.dumps(('from the dictionary',)))\n"
    "    else:\n"
    "        answers.send_bytes(pickle.dumps((question, str(os.getpid()))))\n"
)


def slow_worker(takes: float, *, soon: float, at_most: float) -> ProofreadingWorker:
    return ProofreadingWorker(
        soon=soon, to_suggest=at_most, command=(sys.executable, "-c", SLOW, str(takes))
    )


def test_what_is_not_found_soon_is_not_waited_for_and_never_answers_another_question() -> None:
    worker = slow_worker(0.3, soon=0.01, at_most=30)
    name, process_id = worker.suggestions("tidde", "en")
    assert name == "near_words"
    assert worker.languages() == ("languages", process_id)
    worker.close()


def test_what_is_found_soon_takes_the_place_of_what_is_near() -> None:
    worker = slow_worker(0, soon=30, at_most=30)
    assert worker.suggestions("tidde", "en") == ("from the dictionary",)
    assert worker.languages()[0] == "languages"
    worker.close()


def test_where_no_word_is_near_the_dictionary_is_waited_for() -> None:
    worker = slow_worker(0.1, soon=0.01, at_most=30)
    assert worker.suggestions("lonely", "en") == ("from the dictionary",)
    worker.close()


def test_that_there_is_nothing_is_never_said_before_the_dictionary_has_said_so() -> None:
    worker = slow_worker(600, soon=0.01, at_most=0.05)
    with pytest.raises(ProofreadingError):
        worker.suggestions("lonely", "en")
    assert worker.languages()[0] == "languages"
    worker.close()


def test_a_word_that_never_ends_is_ended_before_the_next_question() -> None:
    worker = slow_worker(600, soon=0.01, at_most=0.05)
    _, first = worker.suggestions("tidde", "en")
    _, second = worker.languages()
    assert first != second
    worker.close()
