"""Words that come from beside the note, put into it where the caret is."""

from __future__ import annotations

from weeknotes_desktop.domain.typing_rules.passage import Passage


def with_words(passage: Passage, words: str) -> Passage:
    """``words`` behind what is selected, apart from what stands around it; nothing is replaced."""
    before, after = passage.text[: passage.end], passage.text[passage.end :]
    first = "" if not before or before[-1].isspace() else " "
    last = "" if not after or after[0].isspace() else " "
    caret = len(before) + len(first) + len(words)
    return Passage(before + first + words + last + after, caret, caret)
