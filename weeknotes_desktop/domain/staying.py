"""What of a note stays here when it leaves, by its words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from weeknotes_desktop.domain.audience import hidden_spans, line_for
from weeknotes_desktop.domain.before_publishing import Kept, StaysHere
from weeknotes_desktop.domain.goal import Goal, WeekPlan
from weeknotes_desktop.domain.goal_places import with_goals
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.passages import Passage, passages
from weeknotes_desktop.domain.picture import address_of, pictures_named
from weeknotes_desktop.domain.public_view import PublicNote
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.spans import Span, merged, without


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What stands around a note that may stay here.

    Args:
        goals: Of its week.
        next_goals: Those that the note announces.
        pictures: What the files of its pictures were called, by id.
    """

    plan: WeekPlan
    goals: tuple[Goal, ...] = ()
    next_goals: tuple[Goal, ...] = ()
    jots: tuple[Jot, ...] = ()
    pictures: Mapping[str, str] = field(default_factory=dict)


def staying(note: Note, around: Surroundings, reader: Audience) -> tuple[StaysHere, ...]:
    """All of the note and its week that ``reader`` does not get, from title to jots."""
    return (
        *_in_lines(_lines_of(note), reader),
        *_in_body(note.body, reader),
        *_goals(around.goals, reader, "this week"),
        *_goals(around.next_goals, reader, "next week"),
        *_pictures(note.body, around.pictures, reader),
        *_beside(note, around),
    )


def sentence(things: Iterable[StaysHere]) -> str:
    """“1 private passage and 1 private goal stay here”; jots and the like go without saying."""
    counts: dict[tuple[Kept, Audience], int] = {}
    for thing in things:
        if thing.kind in _NAMES:
            key = (thing.kind, thing.kept_for)
            counts[key] = counts.get(key, 0) + 1
    if not counts:
        return "Nothing private in this note"
    parts = [
        _counted(counts[kind, kept_for], kind, kept_for)
        for kind in _NAMES
        for kept_for in (Audience.ME, Audience.TEAM)
        if (kind, kept_for) in counts
    ]
    told = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"{told} {'stays' if sum(counts.values()) == 1 else 'stay'} here"


def leaving(note: PublicNote) -> str:
    """The exact text that its readers get, as Markdown, with what stands above it."""
    view = note.view
    facts = (
        ("Title", view.title),
        ("Label", view.label),
        ("Day", note.day.isoformat()),
        ("Category", view.category),
        ("Tags", ", ".join(view.tags)),
    )
    above = "\n".join(f"{name}: {said}" for name, said in facts if said)
    return f"{above}\n\n{with_goals(view)}".rstrip("\n") + "\n"


_AUDIENCES = frozenset({"", "private", "team"})
_NAMES = {Kept.PASSAGE: "passage", Kept.GOAL: "goal"}


def _counted(number: int, kind: Kept, kept_for: Audience) -> str:
    name = _NAMES[kind] if number == 1 else f"{_NAMES[kind]}s"
    if kept_for is Audience.TEAM:
        return f"{number} {name} for the team"
    return f"{number} private {name}"


def _lines_of(note: Note) -> Iterator[tuple[str, str]]:
    yield "the title", note.title
    yield "the label", note.label
    yield "the category", note.category
    for tag in note.tags:
        yield "a tag", tag


def _in_lines(lines: Iterable[tuple[str, str]], reader: Audience) -> Iterator[StaysHere]:
    for where, line in lines:
        for words, kept_for, _ in _hidden(line, reader):
            yield StaysHere(kind=Kept.PASSAGE, words=words, where=where, kept_for=kept_for)


def _in_body(body: str, reader: Audience) -> Iterator[StaysHere]:
    line, counted_to = 1, 0
    for words, kept_for, at in _hidden(body, reader):
        line, counted_to = line + body.count("\n", counted_to, at), at
        yield StaysHere(kind=Kept.PASSAGE, words=words, where=f"line {line}", kept_for=kept_for)


def _hidden(text: str, reader: Audience) -> Iterator[tuple[str, Audience, int]]:
    """The words of all that the cut takes out, a passage at a time, and where they stand."""
    spans = hidden_spans(text, reader)
    found = passages(text) if spans else ()
    marks = merged(_marker(text, span) for one in found for span in (one.opens, one.closes) if span)
    outer = list(_outermost(found, reader))
    for begin, stop in _pieces(spans, outer):
        inside = tuple(_between(marks, begin, stop))
        words = _plain(text, (begin, stop), inside)
        if words:
            before = bisect_right(outer, begin, key=lambda one: one.start) - 1
            own = before >= 0 and begin < outer[before].end
            kept_for = outer[before].kept_for if own else Audience.ME
            yield words, kept_for, _first_word(text, (begin, stop), inside)


def _marker(text: str, span: Span) -> Span:
    """Of a marker what is one: a misspelt audience may be words of the passage."""
    start, end = span
    words = text[start:end].lstrip(":% \t")
    return span if words.strip().casefold() in _AUDIENCES else (start, end - len(words))


def _between(marks: Sequence[Span], begin: int, stop: int) -> Iterator[Span]:
    """Those that begin there."""
    first = bisect_left(marks, (begin,))
    return takewhile(lambda mark: mark[0] < stop, map(marks.__getitem__, range(first, len(marks))))


def _pieces(spans: Iterable[Span], outer: Iterable[Passage]) -> Iterator[Span]:
    """The spans, apart where a passage begins or ends."""
    edges = deque(sorted({edge for one in outer for edge in (one.start, one.end)}))
    for start, end in spans:
        begin = start
        while edges and edges[0] < end:
            edge = edges.popleft()
            if edge > begin:
                yield begin, edge
                begin = edge
        yield begin, end


def _outermost(found: Iterable[Passage], reader: Audience) -> Iterator[Passage]:
    """The passages kept from ``reader`` that lie in no other such one."""
    behind = 0
    for one in found:
        if not reader.may_read(one.kept_for) and one.start >= behind:
            behind = one.end
            yield one


def _plain(text: str, span: Span, marks: Iterable[Span]) -> str:
    """What stands there without its markers."""
    start, end = span
    inside = [(first - start, min(end, last) - start) for first, last in marks]
    left = _without_bare_lines(without(text[start:end], inside)).strip()
    return left.removeprefix("<!--").removesuffix("-->").strip()


def _bare(line: str) -> bool:
    """Whether nothing stands there, but perhaps that it is a quotation."""
    return not line.replace(">", "").strip()


def _without_bare_lines(words: str) -> str:
    """Without those at both ends, such as a marker leaves in a quotation."""
    lines = words.split("\n")
    told = [nth for nth, line in enumerate(lines) if not _bare(line)]
    return "\n".join(lines[told[0] : told[-1] + 1]) if told else words


def _first_word(text: str, span: Span, marks: Iterable[Span]) -> int:
    """Where the first word stands that is no marker."""
    at, end = span
    for first, last in marks:
        if not _bare(text[at:first]):
            break
        at = last
    line_end = text.find("\n", at, end)
    while line_end >= 0 and _bare(text[at:line_end]):
        at = line_end + 1
        line_end = text.find("\n", at, end)
    return at + len(text[at:end]) - len(text[at:end].lstrip())


def _goals(goals: Iterable[Goal], reader: Audience, where: str) -> Iterator[StaysHere]:
    for goal in goals:
        lines = [line for line in (goal.text, goal.line or "") if line]
        if not reader.may_read(goal.audience):
            yield StaysHere(
                kind=Kept.GOAL,
                words=" – ".join(lines),
                where=where,
                kept_for=goal.audience,
                read_instead=line_for(goal.public_text or "", reader),
            )
        else:
            yield from _in_lines(((f"a goal of {where}", line) for line in lines), reader)


def _pictures(body: str, names: Mapping[str, str], reader: Audience) -> Iterator[StaysHere]:
    spans = hidden_spans(body, reader)
    left = set(pictures_named(without(body, spans)))
    kept_back = "\n".join(body[start:end] for start, end in spans)
    for ident in pictures_named(kept_back):
        if ident not in left:
            words = names.get(ident) or address_of(ident)
            yield StaysHere(kind=Kept.PICTURE, words=words, where="a private passage")


def _beside(note: Note, around: Surroundings) -> Iterator[StaysHere]:
    if around.plan.focus:
        yield StaysHere(kind=Kept.FOCUS, words=around.plan.focus, where="the focus of the week")
    for jot in around.jots:
        if jot.used_in != note.id:
            yield StaysHere(kind=Kept.JOT, words=jot.text, where=jot.day)
