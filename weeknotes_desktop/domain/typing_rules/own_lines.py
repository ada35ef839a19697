"""Lines that stand alone: the goals of a week."""

from __future__ import annotations

from weeknotes_desktop.domain.typing_rules.passage import Passage


def goals(passage: Passage) -> Passage:
    """A line that becomes the report on this week's goals; off where it stands already."""
    return _line_of_its_own(passage, "[GOALS]")


def next_week(passage: Passage) -> Passage:
    """A line that becomes the goals of the next week; off where it stands already."""
    return _line_of_its_own(passage, "[NEXT WEEK]")


def paragraph_of_its_own(passage: Passage, line: str) -> Passage:
    """``line`` as a paragraph where the caret is, which comes to stand at its end."""
    begin, end = passage.lines()
    before, after = passage.text[:begin], passage.text[end:]
    if passage.text[begin:end].strip():
        before = passage.text[:end] + "\n"
    # Blank lines on both sides, or it would belong to a paragraph.
    before = before.rstrip("\n") + "\n\n" if before.strip() else ""
    after = "\n\n" + after.lstrip("\n") if after.strip() else "\n"
    caret = len(before) + len(line)
    return Passage(before + line + after, caret, caret)


def _line_of_its_own(passage: Passage, line: str) -> Passage:
    begin, end = passage.lines()
    if passage.text[begin:end].strip() == line:
        return passage.replaced(begin, end, "", 0, 0)
    return paragraph_of_its_own(passage, line)
