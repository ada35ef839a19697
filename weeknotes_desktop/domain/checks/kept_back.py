"""What of a note nobody but the writer reads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from weeknotes_desktop.domain.audience import hidden_spans
from weeknotes_desktop.domain.checks.marks import MARK
from weeknotes_desktop.domain.passages import passages
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.spans import Span, merged


def kept_back(source: str, reader: Audience = Audience.TEAM) -> tuple[Span, ...]:
    """Offsets of all that ``reader`` does not read, in order."""
    return hidden_spans(source, reader)


def in_passages(source: str, reader: Audience) -> tuple[Span, ...]:
    """Offsets of the passages that are kept from ``reader``, in order.

    What goes along with them, as a footnote does that only they refer to, is not among them.
    """
    kept = [one for one in passages(source) if not reader.may_read(one.kept_for)]
    return tuple(merged((one.start, one.end) for one in kept))


def lies_in(spans: Sequence[Span], at: int) -> bool:
    """Whether the character at that offset lies in one of the spans, which are in order."""
    before = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return before >= 0 and at < spans[before][1]


def masked(spans: Sequence[Span], text: str, start: int) -> str:
    """``text``, which begins at that offset, with a mark for each character in one of the spans."""
    end = start + len(text)
    pieces: list[str] = []
    at = start
    first = max(0, bisect_right(spans, start, key=lambda span: span[0]) - 1)
    for begins, ends in spans[first:]:
        if begins >= end:
            break
        begins, ends = max(begins, at), min(ends, end)
        if ends > begins:
            pieces += [text[at - start : begins - start], MARK * (ends - begins)]
            at = ends
    return "".join([*pieces, text[at - start :]])
