"""Let out what a private passage keeps: its marks go, and every word stays."""

from __future__ import annotations

import re

from weeknotes_desktop.domain import passages
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.source_lines import seen
from weeknotes_desktop.domain.spans import Span
from weeknotes_desktop.domain.typing_rules.passage import Passage
from weeknotes_desktop.domain.unseen import GAP

_COLONS = re.compile(f":(?:[{GAP}]*:){{2,}}")
_LABELS = ("", "private")
_BARE = re.compile(r"[\s>]*")
_MARK = len("%%")


def kept_around(passage: Passage) -> passages.Passage | None:
    """The innermost passage around the selection that is the writer's own and has clear marks.

    Words that nothing closes are none: what lies behind them might not have been meant.
    """
    found = None
    for one in passages.passages(passage.text):
        ends = one.closes[1] if one.closes else len(passage.text)
        within = one.opens[0] <= passage.start and passage.end <= ends
        if within and one.kept_for is Audience.ME and _is_clear(one):
            found = one
    return found


def _is_clear(one: passages.Passage) -> bool:
    if not one.words:
        return True
    return one.closes is not None and all(
        end - start == _MARK for start, end in (one.opens, one.closes)
    )


def let_out(passage: Passage, kept: passages.Passage) -> Passage:
    """The text without the marks of ``kept``."""
    text, start, end = passage.text, passage.start, passage.end
    cuts = [kept.closes] if kept.closes else []
    if kept.words:
        cuts.append(kept.opens)
    else:
        cuts = [_line_of(text, cut) for cut in cuts]
        cuts.append(_opening(text, kept))
    for cut, to in cuts:
        text = text[:cut] + text[to:]
        start, end = (_after_cut(one, cut, to) for one in (start, end))
    return Passage(text, start, end)


def _opening(text: str, kept: passages.Passage) -> Span:
    """What goes of the line that opens a passage: words of the writer's stay."""
    begin, end = kept.opens
    colons = _COLONS.match(text, begin, end)
    behind = text[colons.end() : end] if colons else ""
    if seen(behind).strip().casefold() not in _LABELS:
        return begin, end - len(behind.lstrip())
    if kept.breaks is not None:
        return kept.start, end
    return _line_of(text, (begin, end))


def _line_of(text: str, mark: Span) -> Span:
    """The mark, and its line with it where nothing else stands there."""
    begin = text.rfind("\n", 0, mark[0]) + 1
    if not _BARE.fullmatch(text, begin, mark[0]):
        return mark
    behind = text.find("\n", mark[0])
    # The last line has no line end of its own: the one before it goes.
    return (begin, behind + 1) if behind >= 0 else (max(begin - 1, 0), len(text))


def _after_cut(place: int, cut: int, to: int) -> int:
    return place if place <= cut else max(cut, place - (to - cut))
