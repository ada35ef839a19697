"""What can be said of a failure without saying anything of what was written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import FrameType, TracebackType

_OURS = Path(__file__).parents[1]
_MOST_FRAMES = 40


def report_of(error: BaseException) -> tuple[str, ...]:
    """The kinds of a failure and of what led to it, each with our frames, innermost last.

    Messages, values and lines of source stay out: any of them may quote a note.
    """
    lines: list[str] = []
    for one in _chain(error):
        lines += [type(one).__qualname__, *_frames(one.__traceback__)]
    return tuple(lines)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The failure, then what it came from, as Python itself would tell it."""
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield one
        if isinstance(one, BaseExceptionGroup):
            for inner in one.exceptions:
                if id(inner) not in seen:
                    yield from _chain(inner)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _frames(trace: TracebackType | None) -> list[str]:
    frames = []
    while trace is not None:
        told = _told(trace.tb_frame, trace.tb_lineno)
        if told:
            frames.append(told)
        trace = trace.tb_next
    # A recursion without end would fill the log with itself.
    return frames[-_MOST_FRAMES:]


def _told(frame: FrameType, line: int) -> str:
    """A frame as “storage/writer.py:120 _do”; empty for one of somebody else's."""
    try:
        file = Path(frame.f_code.co_filename).relative_to(_OURS)
    except ValueError:
        return ""
    return f"  {file.as_posix()}:{line} {frame.f_code.co_name}"
