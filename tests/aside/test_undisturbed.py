"""Whoever makes many things is not disturbed, and garbage is looked for again afterwards."""

from __future__ import annotations

import gc
from threading import Barrier, Thread

import pytest

from weeknotes_desktop.aside.undisturbed import undisturbed


@undisturbed
def collects() -> bool:
    return gc.isenabled()


@undisturbed
def collects_behind_another() -> tuple[bool, bool]:
    return collects(), gc.isenabled()


def test_nobody_looks_for_garbage_meanwhile() -> None:
    assert not collects()
    assert gc.isenabled()


def test_one_piece_of_work_may_be_part_of_another() -> None:
    assert collects_behind_another() == (False, False)
    assert gc.isenabled()


def test_work_that_fails_disturbs_nobody_either() -> None:
    @undisturbed
    def fails() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert gc.isenabled()


def test_who_had_turned_it_off_finds_it_off() -> None:
    gc.disable()
    try:
        assert not collects()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_last_of_several_threads_turns_it_on() -> None:
    both, first_is_done, seen = Barrier(2), Barrier(2), []

    @undisturbed
    def short() -> None:
        both.wait()

    @undisturbed
    def long() -> None:
        both.wait()
        first_is_done.wait()
        seen.append(gc.isenabled())

    longer = Thread(target=long)
    longer.start()
    short()
    first_is_done.wait()
    longer.join()
    assert seen == [False]
    assert gc.isenabled()
