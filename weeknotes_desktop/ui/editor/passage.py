"""A text and what is selected in it: what formatting takes and gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with a selection; ``start`` and ``end`` are equal for a caret."""

    text: str
    start: int
    end: int

    @property
    def selected(self) -> str:
        """The words that are selected."""
        return self.text[self.start : self.end]

    def lines(self) -> tuple[int, int]:
        """Where the lines that the selection touches begin and end, without the last line end."""
        # A selection that ends behind a line end does not touch the next line.
        last = self.end - (self.end > self.start and self.text[self.end - 1] == "\n")
        begin = self.text.rfind("\n", 0, self.start) + 1
        end = self.text.find("\n", max(last, begin))
        return begin, len(self.text) if end < 0 else end

    def with_lines(self, new: str) -> Passage:
        """The touched lines replaced by ``new``; a selection covers them, a caret stays put."""
        begin, end = self.lines()
        text = self.text[:begin] + new + self.text[end:]
        if self.start != self.end:
            return Passage(text, begin, begin + len(new))
        # Marks change at the front of a line: the caret counts from its end.
        caret = max(begin, begin + len(new) - (end - self.start))
        return Passage(text, caret, caret)
