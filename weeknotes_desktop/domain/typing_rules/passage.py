"""A text and what is selected in it: what every rule takes and gives."""

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

    @property
    def is_caret(self) -> bool:
        """Whether nothing is selected."""
        return self.start == self.end

    def lines(self) -> tuple[int, int]:
        """Where the lines that the selection touches begin and end, without the last line end."""
        # A selection that ends behind a line end does not touch the next line.
        last = self.end - (self.end > self.start and self.text[self.end - 1] == "\n")
        begin = self.text.rfind("\n", 0, self.start) + 1
        end = self.text.find("\n", max(last, begin))
        return begin, len(self.text) if end < 0 else end

    def line_numbers(self) -> tuple[int, int]:
        """The first and the last line that the selection touches, counted from 0."""
        begin, end = self.lines()
        first = self.text.count("\n", 0, begin)
        return first, first + self.text.count("\n", begin, end)

    def with_lines(self, new: str) -> Passage:
        """The touched lines replaced by ``new``; a selection covers them, a caret stays put."""
        begin, end = self.lines()
        text = self.text[:begin] + new + self.text[end:]
        if self.start != self.end:
            return Passage(text, begin, begin + len(new))
        # Marks change at the front of a line: the caret counts from its end.
        caret = max(begin, begin + len(new) - (end - self.start))
        return Passage(text, caret, caret)

    def replaced(self, begin: int, end: int, new: str, start: int, stop: int) -> Passage:
        """``new`` in place of a stretch; the selection counts from where ``new`` begins."""
        text = self.text[:begin] + new + self.text[end:]
        return Passage(text, begin + start, begin + stop)

    def without_selected(self) -> Passage:
        """The text with the selected words taken out, and a caret in their place."""
        return self.replaced(self.start, self.end, "", 0, 0)
