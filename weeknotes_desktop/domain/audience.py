"""The cut: from a note and its goals to what an audience may read.

Every way out of the program starts here. The cut works on the source, before
anything is rendered, and in doubt it hides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from weeknotes_desktop.domain.comments import comments
from weeknotes_desktop.domain.errors import NotForThisReaderError
from weeknotes_desktop.domain.footnotes import loose_footnotes
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.goal_form import GoalForm
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.passages import Passage, may_hold_passages, passages
from weeknotes_desktop.domain.readers import Audience, HiddenSpans
from weeknotes_desktop.domain.spans import Span, merged, moved_back, seams, without
from weeknotes_desktop.domain.view import (
    PASSAGE_BEGINS,
    PASSAGE_ENDS,
    WORDS_BEGIN,
    WORDS_END,
    GoalView,
    NoteView,
)

_MARKS = (PASSAGE_BEGINS, PASSAGE_ENDS, WORDS_BEGIN, WORDS_END)
# Nobody sees these and a renderer may stumble over them. What stands for them
# is as long as they are, so that offsets stay true.
_UNFIT = {
    **{ord(mark): "\u200b" for mark in _MARKS},
    **dict.fromkeys([*range(9), *range(14, 28), 31, *range(127, 133), *range(134, 160)], "\u200b"),
    **dict.fromkeys(range(55296, 57344), "�"),
}
_ANY_UNFIT = re.compile(f"[{re.escape(''.join(map(chr, _UNFIT)))}]")
_LINE_END = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ANY_LINE_END = re.compile("[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# After a hidden passage these go on with what stood before it.
_GOES_ON = re.compile(r"\s|[-*+][ \t]|\d+[.)][ \t]|[>|]")
_FOOTNOTE = re.compile(r"^[ >]*\[\^[^\]\r\n]*\]:[ \t]*(?P<text>\S[^\r\n]*)", re.MULTILINE)
_PATIENCE = 8
# A line with nothing on it, and the end of one or the beginning of everything.
_BLANK = re.compile(r"[ \t]*\r?\n")
_BLANK_BEFORE = re.compile(r"(?:\A|\n)[ \t]*\r?\n\Z|\A\Z")
_FAR = 200
_REMEMBERED = 1_000
_LINES = 8_000
_KEPT_FOR = {Audience.ME: "you alone", Audience.TEAM: "the team"}


def cut(
    note: Note,
    label: str,
    goals: Iterable[Goal],
    next_goals: Iterable[Goal],
    audience: Audience,
    language: str,
    form: GoalForm = GoalForm.LIST,
    hidden: HiddenSpans | None = None,
) -> NoteView:
    """What ``audience`` may read of the note and of the goals of its week and the next.

    Args:
        label: As printed.
        language: BCP 47 tag of the text.
        form: How the goals are to stand in it.
        hidden: ``hidden_spans`` for the text, where another process finds them.

    Raises:
        NotForThisReaderError: If the whole note is kept from that audience.
    """
    if not audience.may_read(note.audience):
        raise NotForThisReaderError(
            f"“{line_for(label, audience)}” is kept for {_KEPT_FOR[note.audience]}.",
            "Change who may read the note first.",
        )
    tags = (line_for(tag, audience) for tag in note.tags)
    return NoteView(
        audience=audience,
        week=note.week,
        label=line_for(label, audience),
        title=line_for(note.title, audience),
        body=_remembered_body(note.body, audience)
        if hidden is None
        else _body_for(note.body, audience, hidden),
        category=line_for(note.category, audience),
        tags=tuple(dict.fromkeys(tag for tag in tags if tag)),
        goals=_goals_for(goals, audience),
        next_goals=tuple(
            GoalView(text=goal.text, stretch=goal.stretch, private=goal.private)
            for goal in _goals_for(next_goals, audience)
        ),
        form=form,
        language=language,
    )


def hidden_spans(body: str, audience: Audience) -> tuple[Span, ...]:
    """Offsets of all that the cut takes out of ``body``, markers included, in order.

    Blank lines that would tell of it go as well, and are not among them.
    """
    return _hidden_spans(_fit(body), audience)


# A note that leaves is cut, and looked at once more by the last gate.
@lru_cache(_REMEMBERED)
def _hidden_spans(text: str, audience: Audience) -> tuple[Span, ...]:
    if audience is Audience.ME or _has_nothing_to_hide(text):
        return ()
    return tuple(_hidden(text, passages(text), audience))


@lru_cache(_LINES)
def line_for(text: str, audience: Audience) -> str:
    """One line, such as a title or a tag, as ``audience`` may read it."""
    fit = " ".join(_fit(text).replace("\u200b", "").split())
    if _has_nothing_to_hide(fit):
        return fit
    if audience is Audience.ME:
        spans = merged(span for one in passages(fit) for span in (one.opens, one.closes) if span)
    else:
        spans = list(_hidden_spans(fit, audience))
    return " ".join(without(fit, spans).split())


def _fit(text: str) -> str:
    """``text`` with something harmless in place of what nobody sees."""
    if text.isascii() and text.isprintable():
        return text
    # Looking is faster than translating, but where there is nothing but ASCII.
    return text.translate(_UNFIT) if text.isascii() or _ANY_UNFIT.search(text) else text


def _has_nothing_to_hide(text: str) -> bool:
    """Whether there is neither passage nor comment nor footnote, as in nearly every title."""
    return not may_hold_passages(text) and "<!--" not in text and "[^" not in text


def _hidden(text: str, found: Sequence[Passage], reader: Audience) -> list[Span]:
    hidden: list[Span] = []
    for one in found:
        if reader.may_read(one.kept_for):
            hidden += [one.head, (one.ends, one.end)]
        elif one.breaks is not None:
            hidden += [one.head, (one.begins, one.end)]
        else:
            hidden.append((one.start, one.end))
    blocks = {start for one in found if not one.words for start in (one.start, one.ends)}
    spans = [_apart(text, span) if span[0] in blocks else span for span in merged(hidden)]
    for _ in range(_PATIENCE):
        rest = without(text, spans)
        more = [one.start for one in passages(rest)]
        # What is left may read as if it held more passages: better hide too much
        # than too little.
        extra = [(min(more), len(rest))] if more else comments(rest)
        extra = extra or loose_footnotes(rest, seams(spans))
        if not extra:
            return spans
        spans = merged([*spans, *moved_back(extra, spans)])
    return [(0, len(text))]


def _closed_up(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans with the blank lines behind them that would tell how many there were."""
    closed: list[Span] = []
    for start, end in spans:
        begin, stop = start, end
        if closed and begin <= closed[-1][1]:
            begin, stop = closed[-1][0], max(closed.pop()[1], stop)
        whole = stop == len(text) or text[stop - 1 : stop] == "\n"
        if whole and _BLANK_BEFORE.search(text[max(0, begin - _FAR) : begin]):
            while blank := _BLANK.match(text, stop):
                stop = blank.end()
        closed.append((begin, stop))
    return closed


def _apart(text: str, span: Span) -> Span:
    """The span without its last line end, where two paragraphs would run into one."""
    start, end = span
    before = text[text.rfind("\n", 0, max(0, start - 1)) + 1 : start]
    after = text[end : end + 2]
    if text[end - 1 : end] != "\n" or not before.strip() or not before.endswith("\n"):
        return span
    if not after.strip() or _GOES_ON.match(text, end):
        return span
    return start, end - (2 if text[end - 2 : end] == "\r\n" else 1)


# Whoever makes a site again and again changes few of its notes in between.
@lru_cache(_REMEMBERED)
def _remembered_body(body: str, audience: Audience) -> str:
    return _body_for(body, audience, hidden_spans)


def _body_for(body: str, audience: Audience, hidden: HiddenSpans) -> str:
    text = _fit(body)
    if audience is Audience.ME:
        return _one_kind_of_line_end(_tinted(text))
    return _one_kind_of_line_end(without(text, _closed_up(text, hidden(body, audience))))


def _tinted(text: str) -> str:
    """``text`` with tint marks in place of its markers."""
    marks: list[tuple[Span, str]] = []
    behind: list[tuple[Span, str]] = []
    footnotes: list[Span] = []
    looked_to = 0
    for one in passages(text):
        begin, end = (WORDS_BEGIN, WORDS_END) if one.words else (PASSAGE_BEGINS, PASSAGE_ENDS)
        if not one.words and one.begins >= looked_to:
            looked_to = one.ends
            inside = _FOOTNOTE.finditer(text, one.begins, one.ends)
            footnotes += [note.span("text") for note in inside]
        if one.breaks is not None:
            words_follow = one.opens[1] < one.breaks
            marks.append(
                ((one.start, one.opens[1]), f"\n{begin}\n" if words_follow else f"\n{begin}")
            )
        else:
            marks.append((one.opens, begin))
        if one.closes:
            marks.append((one.closes, end))
        else:
            behind.append(((len(text), len(text)), end if one.words else f"\n{end}"))
    # A footnote is shown far from where it stands, so it takes its tint along.
    for begins, ends in footnotes:
        marks += [((begins, begins), WORDS_BEGIN), ((ends, ends), WORDS_END)]
    pieces: list[str] = []
    at = 0
    for (start, end_at), mark in [*sorted(marks), *reversed(behind)]:
        pieces += [text[at:start], mark]
        at = end_at
    return "".join([*pieces, text[at:]])


def _one_kind_of_line_end(text: str) -> str:
    return _LINE_END.sub("\n", text) if _ANY_LINE_END.search(text) else text


def _goals_for(goals: Iterable[Goal], audience: Audience) -> tuple[GoalView, ...]:
    seen = (_goal_for(goal, audience) for goal in goals)
    return tuple(goal for goal in seen if goal is not None)


def _goal_for(goal: Goal, audience: Audience) -> GoalView | None:
    """The goal as ``audience`` sees it; None where it leaves no trace."""
    if audience.may_read(goal.audience):
        view = GoalView(
            text=line_for(goal.text, audience),
            outcome=goal.outcome,
            line=line_for(goal.line or "", audience) or None,
            stretch=goal.stretch,
            private=audience is Audience.ME and goal.audience is not Audience.PUBLIC,
        )
    else:
        view = GoalView(text=line_for(goal.public_text or "", audience), outcome=goal.outcome)
    return view if view.text else None
