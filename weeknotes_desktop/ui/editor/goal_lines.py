"""The lines ``[GOALS]`` and ``[NEXT WEEK]`` of the open text, and text in place of them."""

from __future__ import annotations

from collections.abc import Callable

from weeknotes_desktop.domain.goal_places import goal_places
from weeknotes_desktop.domain.source_lines import Line
from weeknotes_desktop.domain.typing_rules.passage import Passage
from weeknotes_desktop.ui.editor.editor_pane import EditorPane


class GoalLines:
    """Those that are meant: where the caret or the selection is, else all there are."""

    def __init__(self, editor: EditorPane) -> None:
        self._editor = editor

    def replace(self, text_for: Callable[[str], str]) -> tuple[str, ...] | None:
        """Put text in place of them as one step; returns what stood there, None where none could.

        Args:
            text_for: The text for what stands on such a line; empty where the line is to stay.
        """
        found: list[str] = []

        def change(passage: Passage) -> Passage:
            found.extend(line.text.rstrip() for line in _meant(passage))
            return turned(passage, text_for)

        return tuple(found) if self._editor.change_text(change) else None


def touched(passage: Passage) -> list[Line]:
    """Such lines where the caret or the selection is."""
    begin, end = passage.lines()
    return [line for line in goal_places(passage.text) if begin <= line.start <= end]


def turned(passage: Passage, text_for: Callable[[str], str]) -> Passage:
    """The text with those that are meant replaced; the caret goes behind what came for its line."""
    pieces: list[str] = []
    at = length = 0
    caret = passage.end
    for line in _meant(passage):
        new = text_for(line.text.rstrip()) or passage.text[line.start : line.stop]
        pieces += [passage.text[at : line.start], new]
        length += line.start - at + len(new)
        at = line.stop
        if line.start <= passage.end <= line.stop:
            caret = length
        elif line.stop < passage.end:
            caret = length + passage.end - line.stop
    return Passage("".join([*pieces, passage.text[at:]]), caret, caret)


def _meant(passage: Passage) -> list[Line]:
    return touched(passage) or goal_places(passage.text)
