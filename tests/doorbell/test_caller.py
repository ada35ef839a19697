"""Whoever waits for an errand: it is begun once and for all, or never."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from weeknotes_desktop.doorbell.caller import Caller, NotBegunError
from weeknotes_desktop.doorbell.messages import Done, DoorError, Leaving, receive

Ends = tuple[Caller, socket.socket]


@pytest.fixture
def ends() -> Iterator[Ends]:
    here, there = socket.socketpair()
    with here, there:
        yield Caller(here), there


def test_what_is_begun_for_somebody_is_begun_though_they_go(ends: Ends) -> None:
    caller, there = ends
    caller.begin()
    there.close()
    caller.begin()
    assert not caller.let_go()


def test_who_was_sent_elsewhere_is_told_so_once_and_nothing_is_begun_for_them(ends: Ends) -> None:
    caller, there = ends
    assert caller.let_go()
    assert caller.let_go()
    with pytest.raises(NotBegunError):
        caller.begin()
    caller.answer(Done(0))
    assert receive(there, 5) == Leaving()
    with pytest.raises(DoorError):
        receive(there, 0.01)


def test_nothing_is_begun_for_who_has_gone(ends: Ends) -> None:
    caller, there = ends
    there.close()
    with pytest.raises(NotBegunError):
        caller.begin()


def test_who_was_answered_is_not_sent_elsewhere(ends: Ends) -> None:
    caller, there = ends
    caller.answer(Done(1))
    assert not caller.let_go()
    assert receive(there, 5) == Done(1)
