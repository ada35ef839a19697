"""Work beside the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.ui.jobs import Deliver, WindowJobs, WindowTimers


@dataclass
class Outcomes:
    """What the window heard, and on which thread."""

    done: list[object] = field(default_factory=list)
    failed: list[WeekNotesError] = field(default_factory=list)
    crashed: list[Exception] = field(default_factory=list)
    threads: set[QThread] = field(default_factory=set)

    def hear(self, result: object) -> None:
        self.threads.add(QThread.currentThread())
        self.done.append(result)


@pytest.fixture
def heard() -> Outcomes:
    return Outcomes()


@pytest.fixture
def deliver(qtbot: QtBot) -> Iterator[Deliver]:
    deliver = Deliver()
    yield deliver
    deliver.stop()


@pytest.fixture
def jobs(deliver: Deliver, heard: Outcomes) -> Iterator[WindowJobs]:
    jobs = WindowJobs(deliver, heard.crashed.append)
    yield jobs
    jobs.stop()


def test_a_job_works_beside_the_window_and_answers_on_its_thread(
    qtbot: QtBot, jobs: WindowJobs, heard: Outcomes
) -> None:
    jobs.run(threading.get_ident, heard.hear, heard.failed.append)
    qtbot.waitUntil(lambda: bool(heard.done))
    assert heard.done[0] != threading.get_ident()
    assert heard.threads == {QThread.currentThread()}


def test_jobs_do_not_wait_for_one_another(qtbot: QtBot, jobs: WindowJobs, heard: Outcomes) -> None:
    go_on = threading.Event()
    try:
        for _ in range(3):
            jobs.run(go_on.wait, heard.hear, heard.failed.append)
        jobs.run(lambda: "quick", heard.hear, heard.failed.append)
        qtbot.waitUntil(lambda: heard.done == ["quick"])
    finally:
        go_on.set()
    qtbot.waitUntil(lambda: len(heard.done) == 4)


def test_a_thread_that_is_done_takes_the_next_job(
    qtbot: QtBot, jobs: WindowJobs, heard: Outcomes
) -> None:
    for _ in range(5):
        jobs.run(lambda: 1 // 0, heard.hear, heard.failed.append)
        qtbot.waitUntil(lambda: bool(heard.crashed))
        heard.crashed.clear()
    assert len([thread for thread in threading.enumerate() if thread.name == "job"]) == 1


def test_a_failure_the_writer_can_understand_comes_back_as_one(
    qtbot: QtBot, jobs: WindowJobs, heard: Outcomes
) -> None:
    error = WeekNotesError("The ferry is full.", "Take the next one.")

    def work() -> None:
        raise error

    jobs.run(work, heard.hear, heard.failed.append)
    qtbot.waitUntil(lambda: bool(heard.failed))
    assert heard.failed == [error]
    assert not heard.done
    assert not heard.crashed


def test_a_bug_in_a_job_is_told_to_whoever_hears_of_bugs(
    qtbot: QtBot, jobs: WindowJobs, heard: Outcomes
) -> None:
    jobs.run(lambda: 1 // 0, heard.hear, heard.failed.append)
    qtbot.waitUntil(lambda: bool(heard.crashed))
    assert isinstance(heard.crashed[0], ZeroDivisionError)
    assert not heard.failed


def test_a_stopped_window_hears_nothing_more_and_no_thread_is_left(
    qtbot: QtBot, deliver: Deliver, heard: Outcomes
) -> None:
    jobs = WindowJobs(deliver, heard.crashed.append)
    go_on = threading.Event()
    jobs.run(go_on.wait, heard.hear, heard.failed.append)
    go_on.set()
    jobs.stop()
    assert not [thread for thread in threading.enumerate() if thread.name == "job"]
    jobs.run(lambda: "late", heard.hear, heard.failed.append)
    last: list[bool] = []
    deliver.post(lambda: last.append(True))
    qtbot.waitUntil(lambda: bool(last))
    assert not heard.done


def test_what_is_posted_from_many_threads_arrives_whole_and_in_the_order_of_each(
    qtbot: QtBot, deliver: Deliver
) -> None:
    arrived: list[tuple[int, int]] = []

    def post(sender: int) -> None:
        for number in range(100):
            deliver.post(partial(arrived.append, (sender, number)))

    senders = [threading.Thread(target=post, args=(sender,)) for sender in range(4)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    qtbot.waitUntil(lambda: len(arrived) == 400)
    for nth in range(4):
        assert [number for sender, number in arrived if sender == nth] == list(range(100))


def test_nothing_is_delivered_after_the_stop(qtbot: QtBot) -> None:
    deliver, after = Deliver(), Deliver()
    arrived: list[str] = []
    deliver.post(lambda: arrived.append("before the stop"))
    deliver.stop()
    deliver.post(lambda: arrived.append("after the stop"))
    after.post(lambda: arrived.append("somebody else"))
    qtbot.waitUntil(lambda: bool(arrived))
    assert arrived == ["somebody else"]
    after.stop()


def test_a_timer_calls_once_and_a_cancelled_one_never(qtbot: QtBot) -> None:
    timers = WindowTimers()
    called: list[str] = []
    cancel = timers.after(0, lambda: called.append("cancelled"))
    timers.after(0, lambda: called.append("first"))
    timers.after(0.01, lambda: called.append("last"))
    cancel()
    cancel()
    qtbot.waitUntil(lambda: "last" in called)
    assert called == ["first", "last"]


def test_to_cancel_what_is_over_stops_nobody_who_waits_since(qtbot: QtBot) -> None:
    timers = WindowTimers()
    called: list[str] = []
    over = timers.after(0, lambda: called.append("over"))
    qtbot.waitUntil(lambda: called == ["over"])
    given_up = timers.after(0, lambda: called.append("given up"))
    given_up()
    timers.after(0, lambda: called.append("since"))
    over()
    given_up()
    qtbot.waitUntil(lambda: "since" in called)
    assert called == ["over", "since"]


def test_stopped_timers_call_nobody(qtbot: QtBot) -> None:
    stopped, running = WindowTimers(), WindowTimers()
    called: list[str] = []
    stopped.after(0, lambda: called.append("stopped"))
    stopped.stop()
    running.after(0, lambda: called.append("running"))
    qtbot.waitUntil(lambda: bool(called))
    assert called == ["running"]
