"""Private passages: lines, or words of one line, that stay with the writer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from weeknotes_desktop.domain.audience import hidden_spans
from weeknotes_desktop.domain.passages import passages
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.spans import Span
from weeknotes_desktop.domain.typing_rules.letting_out import kept_around, let_out
from weeknotes_desktop.domain.typing_rules.passage import Passage
from weeknotes_desktop.domain.typing_rules.surroundings import whole_lines, whole_words

_LINES = ("::: private\n", "\n:::")
_WORDS = ("%%", "%%")
# A stretch of the old text, and how far it moved.
_Moved = tuple[Span, int]
# What comes of the text, and where what stood in it is then.
_Way = tuple[Passage, Sequence[_Moved]]


def private(passage: Passage) -> Passage:
    """The lines, or words of one line, kept to the writer; what is kept already, let out.

    The cut itself is asked whether marks hold where they come to stand, and whether
    anything that was hidden comes out by them. Where nobody else reads the words
    anyway, as behind a mark that nothing closes, all stays as it is.
    """
    text, readings = passage.text, _readings(passage.text)
    kept = kept_around(passage)
    if kept is not None:
        out = let_out(passage, kept)
        around = [((0, kept.start), 0), ((kept.end, len(text)), len(out.text) - len(text))]
        return out if _stays_hidden(readings, _readings(out.text), around) else passage
    begin, end = passage.lines() if passage.is_caret else (passage.start, passage.end)
    if text[begin:end].strip() and all(one.hides(begin, end) for one in readings):
        return passage
    second = None
    for made in _sound(readings, _ways(passage)):
        marks = kept_around(made)
        if marks is not None and let_out(made, marks).text == text:
            return made
        second = second or made
    # Marks that nothing can tell from what stands beside them are second best.
    return second or next(_sound(readings, _to_the_end(passage)), passage)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one reader gets: what is hidden, and the text with blanks in its place."""

    hidden: tuple[Span, ...]
    shown: str

    def hides(self, begin: int, end: int) -> bool:
        return not self.shown[begin:end].strip()


def _readings(text: str) -> list[_Reading]:
    """What each of the others gets, the team last."""
    public = _reading(text, Audience.PUBLIC)
    same = all(one.kept_for is Audience.ME for one in passages(text))
    return [public, public if same else _reading(text, Audience.TEAM)]


def _reading(text: str, reader: Audience) -> _Reading:
    hidden = hidden_spans(text, reader)
    pieces, at = [], 0
    for start, end in hidden:
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return _Reading(hidden, "".join([*pieces, text[at:]]))


def _stays_hidden(
    before: Sequence[_Reading], after: Sequence[_Reading], stretches: Sequence[_Moved]
) -> bool:
    """Whether nobody gets to read in these stretches what they did not read before."""
    return all(
        now.hides(max(start, begin) + shift, min(stop, end) + shift)
        for was, now in zip(before, after, strict=True)
        for start, stop in was.hidden
        for (begin, end), shift in stretches
        if start < end and stop > begin
    )


def _sound(before: Sequence[_Reading], ways: Iterable[_Way]) -> Iterator[Passage]:
    """Of these ways the ones that hide the words, and bring out none that were hidden."""
    for made, stretches in ways:
        after = _readings(made.text)
        kept = all(one.hides(made.start, made.end) for one in after)
        if kept and _stays_hidden(before, after, stretches):
            yield made


def _ways(passage: Passage) -> Iterator[_Way]:
    """How the words might be kept, the narrowest way first."""
    words = passage.selected
    begin, end = passage.lines()
    if words.strip() and "\n" not in words and (passage.start, passage.end) != (begin, end):
        yield _between(passage, whole_words(passage), _WORDS)
    yield _between(passage, (begin, end), _LINES)
    yield _between(passage, whole_lines(passage.text, begin, end), _LINES)


def _to_the_end(passage: Passage) -> Iterator[_Way]:
    """All from these lines on, where something behind them is open to the end anyway."""
    begin, _ = whole_lines(passage.text, *passage.lines())
    yield _between(passage, (begin, len(passage.text)), (_LINES[0], ""))


def _between(passage: Passage, stretch: Span, marks: tuple[str, str]) -> _Way:
    """A stretch between two marks; what is selected stays so."""
    text, (begin, end), (opens, closes) = passage.text, stretch, marks
    new = text[:begin] + opens + text[begin:end] + closes + text[end:]
    start, stop = (min(place, end) + len(opens) for place in (passage.start, passage.end))
    moved = [
        ((0, begin), 0),
        ((begin, end), len(opens)),
        ((end, len(text)), len(opens) + len(closes)),
    ]
    return Passage(new, start, max(start, stop)), moved
