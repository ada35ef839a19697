"""PySide6 6.12.0 dropped a reference to None on each void call, and Python 3.11 died of it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_a_void_call_into_qt_leaves_none_alone() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(200):
        thing.setObjectName("a")
    assert sys.getrefcount(None) > before - 100
