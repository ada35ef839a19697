"""One place of a note that may not say what the writer meant."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """Something to look at.

    Args:
        check: Name of the rule that found it, as ``doubled word``.
        message: What is wrong and why, one sentence in the writer's words.
        start: Offset in the source of the first character it is about.
        end: Offset behind the last.
        words: What stands there; silence holds for these words wherever they stand.
        instead: What was meant, where there is but one thing; None otherwise.
        in_title: Whether it stands in the title of the note, and not in its body.
    """

    check: str
    message: str
    start: int
    end: int
    words: str
    instead: str | None = None
    in_title: bool = False

    @property
    def key(self) -> str:
        """What silence is remembered by: without the words, though who guesses them can tell."""
        return silence_key(self.check, self.words)


def silence_key(check: str, words: str) -> str:
    """The key of every slip that ``check`` finds in ``words``."""
    folded = " ".join(words.casefold().replace("’", "'").split())
    return f"{check}:{sha256(folded.encode(errors='replace')).hexdigest()[:16]}"
