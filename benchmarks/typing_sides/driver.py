"""What sits in a process that is measured: types into its editor and looks when it is painted.

The same code runs in all of them, ReText's PyQt6 among them: so what it costs
is the same for each. One JSON line comes in, one goes out.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from importlib import import_module, util
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6 import QtCore, QtGui, QtWidgets
else:
    _BINDING = "PySide6" if util.find_spec("PySide6") else "PyQt6"
    QtCore = import_module(f"{_BINDING}.QtCore")
    QtGui = import_module(f"{_BINDING}.QtGui")
    QtWidgets = import_module(f"{_BINDING}.QtWidgets")

Editor = QtWidgets.QPlainTextEdit
Say = Callable[[object], None]

_BEAT_MS = 5
_LATEST = 20.0
_KEYS = {"\n": QtCore.Qt.Key.Key_Return, "\b": QtCore.Qt.Key.Key_Backspace}


class Beat:
    """Notes how long the window answers nobody: the longest time between two beats of a timer."""

    def __init__(self) -> None:
        self._timer = QtCore.QTimer()
        self._timer.setTimerType(QtCore.Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last = 0
        self._used = 0.0
        self.gaps: list[tuple[float, float]] = []
        """Each gap of 20 ms and more, in ms: by the clock, and what this process worked in it."""
        self.last = 0
        """When it beat last, for whoever wants to know what the window is doing now."""

    def start(self) -> None:
        """Listen from now on."""
        self.gaps = []
        self._last, self._used = time.perf_counter_ns(), time.process_time()
        self._timer.start(_BEAT_MS)

    def stop(self) -> list[tuple[float, float]]:
        """Listen no longer; what was heard."""
        self._beat()
        self._timer.stop()
        return self.gaps

    def _beat(self) -> None:
        now, used = time.perf_counter_ns(), time.process_time()
        gap = (now - self._last) / 1e6 - _BEAT_MS
        if gap > 15:
            self.gaps.append((gap, (used - self._used) * 1000))
        self._last, self._used = now, used
        self.last = now


class Painted(QtCore.QObject):
    """Says when the editor has been painted, once, to whoever waits for it."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._then: Callable[[], None] | None = None
        editor.viewport().installEventFilter(self)

    def wait(self, then: Callable[[], None]) -> None:
        """Call ``then`` when the next painting is over and on its way to the screen."""
        self._then = then

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:  # noqa: ARG002
        """See a painting begin; with the next round of the loop it is over."""
        if self._then is not None and event.type() == QtCore.QEvent.Type.Paint:
            then, self._then = self._then, None
            QtCore.QTimer.singleShot(0, then)
        return False


class Typist:
    """Types a text key by key; for each key the time to the painted letter."""

    def __init__(self, editor: Editor, painted: Painted) -> None:
        self._editor, self._painted = editor, painted

    def type(self, keys: str, gap: int, done: Say) -> None:
        """Type ``keys``, one each ``gap`` milliseconds."""
        self._keys, self._gap, self._done = iter(keys), gap, done
        self._times: list[float] = []
        self._worked: list[float] = []
        self._next()

    def _next(self) -> None:
        key = next(self._keys, None)
        if key is None:
            self._done({"times": self._times, "worked": self._worked})
            return
        self._begun, self._used = time.perf_counter_ns(), time.thread_time_ns()
        self._painted.wait(self._seen)
        press(self._editor, key)

    def _seen(self) -> None:
        taken = (time.perf_counter_ns() - self._begun) / 1e6
        self._times.append(taken)
        self._worked.append((time.thread_time_ns() - self._used) / 1e6)
        QtCore.QTimer.singleShot(max(0, round(self._gap - taken)), self._next)


def press(editor: Editor, key: str) -> None:
    """Press and let go of a key."""
    code = _KEYS.get(key, ord(key.upper()))
    text = "\r" if key == "\n" else key
    for kind in (QtCore.QEvent.Type.KeyPress, QtCore.QEvent.Type.KeyRelease):
        event = QtGui.QKeyEvent(kind, code, QtCore.Qt.KeyboardModifier.NoModifier, text)
        QtWidgets.QApplication.sendEvent(editor, event)


def to_place(editor: Editor, place: str) -> None:
    """Put the caret where it can be seen: ``end``, ``start``, or behind those words."""
    cursor = editor.textCursor()
    if place in ("end", "start"):
        move = QtGui.QTextCursor.MoveOperation
        cursor.movePosition(move.End if place == "end" else move.Start)
    else:
        found = editor.document().find(place)
        cursor.setPosition(found.selectionEnd())
    editor.setTextCursor(cursor)
    if hasattr(editor, "centerCursor"):  # ReText has another kind of editor
        editor.centerCursor()
    editor.ensureCursorVisible()
    editor.setFocus()


class Orders:
    """Takes orders from our input, one after the other, while the window lives.

    Args:
        acts: What can be asked for; each says its answer when it is over.
    """

    def __init__(self, acts: dict[str, Callable[..., None]]) -> None:
        self.acts = acts
        self._notifier = QtCore.QSocketNotifier(0, QtCore.QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._take)

    def _take(self) -> None:
        line = b""
        while not line.endswith(b"\n"):
            letter = os.read(0, 1)
            if not letter:
                os._exit(0)
            line += letter
        order: dict[str, Any] = json.loads(line)
        self.acts[order.pop("do")](answer, **order)


def answer(what: object) -> None:
    """Say ``what`` to whoever asked."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def when(happened: Callable[[], bool], then: Callable[[], None]) -> None:
    """Call ``then`` as soon as ``happened``, or after a while whether or not."""
    timer = QtCore.QTimer()
    timer.setTimerType(QtCore.Qt.TimerType.PreciseTimer)
    until = time.monotonic() + _LATEST

    def look() -> None:
        if happened() or time.monotonic() > until:
            timer.stop()
            then()

    timer.timeout.connect(look)
    timer.start(1)


def ordinary_acts(editor: Editor, beat: Beat) -> dict[str, Callable[..., None]]:
    """What every side can be asked for."""
    typist = Typist(editor, Painted(editor))

    def beat_start(say: Say) -> None:
        beat.start()
        say({})

    return {
        "place": lambda say, at: say(to_place(editor, at)),
        "type": lambda say, keys, gap: typist.type(keys, gap, say),
        "listen": beat_start,
        "heard": lambda say: say({"gaps": beat.stop()}),
        "size": lambda say: say([editor.width(), editor.height()]),
        "quit": lambda say: (say({}), os._exit(0)),
    }
