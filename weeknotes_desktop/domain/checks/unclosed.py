"""Private passages that nothing closes: they hide all that follows."""

from __future__ import annotations

from collections.abc import Iterator

from weeknotes_desktop.domain.checks.prose import Prose
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.comments import comments
from weeknotes_desktop.domain.passages import Passage, passages
from weeknotes_desktop.domain.readers import Audience

NAME = "passage that nothing closes"

_BEGINS, _ENDS = "<!--", "-->"


def unclosed(prose: Prose) -> Iterator[Slip]:
    """The first passage that hides the rest of the note, or else a comment that does."""
    source = prose.source
    for passage in passages(source):
        # One with nothing in it hides nothing yet; the writer is about to go on.
        if passage.closes is None and source[passage.opens[1] :].strip():
            yield _slip(source, passage.opens, _message(source, passage))
            return
    for start, end in comments(source)[-1:]:
        if not source.endswith(_ENDS, start + len(_BEGINS), end):
            line = _line(source, start)
            yield _slip(
                source,
                (start, start + len(_BEGINS)),
                f"Nothing closes this comment: everything behind it in line {line} and below"
                " stays here.",
            )


def _message(source: str, passage: Passage) -> str:
    line = _line(source, passage.opens[0])
    if passage.words:
        return f"Nothing closes this %%: everything behind it in line {line} and below stays here."
    if passage.kept_for is Audience.TEAM:
        return f"Nothing closes this passage: only the team reads what follows line {line}."
    if not source[slice(*passage.opens)].strip(" \t:"):
        return (
            "There is nothing that this could close, so it begins a private passage:"
            f" everything after line {line} stays here."
        )
    return f"Nothing closes this passage: everything after line {line} stays here."


def _slip(source: str, span: tuple[int, int], message: str) -> Slip:
    start, end = span
    # What follows tells one such passage from another: silence holds for this one.
    behind = " ".join(source[end : end + 80].split())
    return Slip(
        check=NAME, message=message, start=start, end=end, words=behind or source[start:end]
    )


def _line(source: str, at: int) -> int:
    return source.count("\n", 0, at) + 1
