"""What Qt itself complains about, passed on to whoever keeps the log."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

Hear = Callable[[str, str, str], None]
"""Hears how bad it is, of which category, and what was said."""

_LEVELS = {
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "critical",
    QtMsgType.QtFatalMsg: "fatal",
}


def listen(hear: Hear) -> None:
    """Have every warning of Qt told to ``hear``; it is printed as before."""

    def handle(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
        if kind in _LEVELS:
            hear(_LEVELS[kind], context.category or "", message or "")
        if sys.stderr is not None:
            print(message or "", file=sys.stderr)  # noqa: T201

    qInstallMessageHandler(handle)


def listen_no_more() -> None:
    """Leave Qt to itself again."""
    qInstallMessageHandler(None)
