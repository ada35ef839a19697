"""A keyboard for a virtual screen, and eyes for what comes of its keys."""

from __future__ import annotations

import ctypes
import ctypes.util
import mmap
import os
import time
from pathlib import Path

WIDTH, HEIGHT = 1600, 1000
_ROW = WIDTH * 4
_LATEST = 3.0
# A caret that blinks changes fewer dots in a row of them than a letter does.
_CARET = 3
_NAMES = {" ": b"space", "\n": b"Return", "\b": b"BackSpace"}


class Keyboard:
    """Presses keys by the X server's own test extension, as a real keyboard would."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        self._test = ctypes.CDLL(ctypes.util.find_library("Xtst") or "libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        self._screen = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))

    def press(self, key: str) -> None:
        """Press a key and let go of it."""
        name = _NAMES.get(key, key.encode())
        symbol = ctypes.c_ulong(self._x.XStringToKeysym(name))
        code = self._x.XKeysymToKeycode(self._screen, symbol)
        for down in (1, 0):
            self._test.XTestFakeKeyEvent(self._screen, code, down, ctypes.c_ulong(0))
        self._x.XFlush(self._screen)

    def click(self, x: int, y: int) -> None:
        """Click at a place."""
        self._test.XTestFakeMotionEvent(self._screen, -1, x, y, ctypes.c_ulong(0))
        for down in (1, 0):
            self._test.XTestFakeButtonEvent(self._screen, 1, down, ctypes.c_ulong(0))
        self._x.XFlush(self._screen)


class Eyes:
    """Sees the dots of a virtual screen whose frame buffer lies in a file."""

    def __init__(self, folder: Path) -> None:
        file = os.open(folder / "Xvfb_screen0", os.O_RDONLY)
        self._dots = mmap.mmap(file, 0, prot=mmap.PROT_READ)
        self._first = len(self._dots) - _ROW * HEIGHT
        os.close(file)

    def look(self, top: int = 0, bottom: int = HEIGHT) -> bytes:
        """The dots from one row to another."""
        return self._dots[self._first + top * _ROW : self._first + bottom * _ROW]

    def rows_changed(self, before: bytes, left: int, right: int) -> list[int]:
        """The rows in which dots between two columns have changed since."""
        now = self.look()
        return [
            row
            for row in range(HEIGHT)
            if now[row * _ROW + left * 4 : row * _ROW + right * 4]
            != before[row * _ROW + left * 4 : row * _ROW + right * 4]
        ]

    def until_written(self, rows: tuple[int, int], columns: tuple[int, int], before: bytes) -> bool:
        """Wait until a letter has come into these rows; whether one has."""
        until = time.perf_counter() + _LATEST
        while time.perf_counter() < until:
            now = self.look(*rows)
            if now != before and _written(before, now, columns):
                return True
        return False


def _written(before: bytes, now: bytes, columns: tuple[int, int]) -> bool:
    """Whether more has changed than a caret."""
    changed: set[int] = set()
    for begin in range(0, len(now), _ROW):
        row = slice(begin + columns[0] * 4, begin + columns[1] * 4)
        if now[row] == before[row]:
            continue
        for column in range(*columns):
            dot = slice(begin + column * 4, begin + column * 4 + 4)
            if now[dot] != before[dot]:
                changed.add(column)
        if len(changed) > _CARET:
            return True
    return False
