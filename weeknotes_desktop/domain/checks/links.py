"""Links from note to note that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from weeknotes_desktop.domain.checks.prose import THING, Prose
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.links import NoteNames, links_in
from weeknotes_desktop.domain.source_lines import code_spans

NAME = "link that leads nowhere"


def any_link(prose: Prose) -> Iterator[Slip]:
    """Each link, as if it led nowhere: which of them do, ``leading_nowhere`` tells."""
    if "[[" not in prose.source:
        return
    for block in prose.written():
        words = prose.source[block.start : block.end]
        for name, _, start, end in links_in(words):
            escaped = words[start - 1 : start] == "\\"
            if block.text[start] == THING and not escaped and not _is_code(words, start):
                yield Slip(
                    check=NAME,
                    message=f"There is no note “{name}”: readers get these words without a link.",
                    start=block.start + start,
                    end=block.start + end,
                    words=name,
                )


def leading_nowhere(found: Iterable[Slip], names: NoteNames | None) -> Iterator[Slip]:
    """All that was found but the links that lead to a note, or that may while nobody knows."""
    for slip in found:
        if slip.check != NAME or (names is not None and names.note(slip.words) is None):
            yield slip


def _is_code(words: str, at: int) -> bool:
    """Whether what stands there is in a code span of its line."""
    begin = words.rfind("\n", 0, at) + 1
    end = words.find("\n", at)
    spans, _ = code_spans(words[begin : end if end >= 0 else len(words)])
    return any(start <= at - begin < stop for start, stop in spans)
