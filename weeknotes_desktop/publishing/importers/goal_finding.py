"""Goals that an old post sets or reports, in lists or in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from weeknotes_desktop.domain.errors import WeekError
from weeknotes_desktop.domain.found import FoundGoal
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.publishing.importers.blocks import Block, Kind
from weeknotes_desktop.publishing.importers.escaping import apart
from weeknotes_desktop.publishing.importers.goal_matching import merge_groups
from weeknotes_desktop.publishing.importers.goal_split import split_goals
from weeknotes_desktop.publishing.importers.goal_words import (
    Section,
    goals_in,
    section_under,
    weeks_later,
)
from weeknotes_desktop.publishing.importers.lines import sentences
from weeknotes_desktop.publishing.importers.outcome_words import (
    is_report,
    judge_all,
    judge_each,
    judge_report,
    read_mark_of_outcome,
)

# Longer lists are lists of something else.
_MOST_GOALS = 15
_LONGEST_GOAL = 900
_MOST_IN_A_POST = 40
# What is said of a list stands near it.
_NEAR = 12


@dataclass(frozen=True, slots=True)
class _Part:
    """A heading and what stands below it."""

    section: Section
    blocks: tuple[Block, ...]


def find_goals(blocks: Sequence[Block], week: Week) -> tuple[FoundGoal, ...]:
    """The goals of a post of ``week``: its own, and those it sets for the week after.

    A goal that a post first sets and then reports on is found once, as reported.
    """
    groups: list[list[FoundGoal]] = []
    for part in _parts(blocks):
        for at, block in enumerate(part.blocks):
            if sum(map(len, groups)) >= _MOST_IN_A_POST:
                break
            if block.kind is Kind.LIST:
                found = _from_list(part, at, week)
            elif block.kind is Kind.PARAGRAPH:
                found = _from_paragraph(part, at, week)
            else:
                continue
            if found:
                groups.append(found)
    return tuple(merge_groups(groups))


def _parts(blocks: Sequence[Block]) -> list[_Part]:
    parts: list[_Part] = []
    heading = ""
    below: list[Block] = []
    for block in [*blocks, Block(Kind.HEADING)]:
        if block.kind is Kind.HEADING:
            parts.append(_Part(section_under(heading), tuple(below)))
            heading, below = block.text, []
        elif block.kind is not Kind.CAPTION:
            below.append(block)
    return parts


def _from_list(part: _Part, at: int, week: Week) -> list[FoundGoal]:
    items = [item.text for item in part.blocks[at].items if item.depth == 0]
    before = part.blocks[max(0, at - _NEAR) : at]
    above = _until_a_list(before[::-1])[::-1]
    intro = above[-1] if above and part.blocks[at - 1].kind is Kind.PARAGRAPH else ""
    talk = " ".join(block.text for block in before)
    later = weeks_later(part.section, talk, " ".join(above), intro)
    target = _week_after(week, later)
    if target is None or len(items) > _MOST_GOALS:
        return []
    if later:
        return [_found(target, text) for text in items]
    below = _until_a_list(part.blocks[at + 1 : at + _NEAR])
    around = [sentence for text in (intro, *below) for sentence in sentences(text)]
    if sum(map(is_report, items)) * 2 >= len(items):
        return _reported(target, items, around)
    return _with_outcomes(_marked(target, items), around)


def _from_paragraph(part: _Part, at: int, week: Week) -> list[FoundGoal]:
    said = sentences(part.blocks[at].text)
    for place, sentence in enumerate(said):
        found = goals_in(sentence, part.section)
        if found is None:
            continue
        later, words, count = found
        more = _sentences_that_go_on(said[place + 1 :])
        wordings = [goal for piece in [words, *more] for goal in split_goals(piece, count)]
        target = _week_after(week, later)
        if target is None or len(wordings) > _MOST_GOALS:
            return []
        if later:
            return [_found(target, text) for text in wordings]
        below = [
            one
            for text in _until_a_list(part.blocks[at + 1 : at + _NEAR])
            for one in sentences(text)
        ]
        around = [*said[place + 1 + len(more) :], *below]
        return _with_outcomes([_found(target, text) for text in wordings], around)
    return []


def _sentences_that_go_on(said: Sequence[str]) -> list[str]:
    """Goals that follow as sentences of their own, as “To hire B. To close C.” do."""
    more: list[str] = []
    for sentence in said:
        if not sentence.lower().startswith(("to ", "and to ")):
            break
        more.append(sentence)
    return more


def _until_a_list(blocks: Sequence[Block]) -> list[str]:
    texts: list[str] = []
    for block in blocks:
        if block.kind is Kind.LIST:
            break
        texts.append(block.text)
    return texts


def _reported(week: Week, items: Sequence[str], around: Sequence[str]) -> list[FoundGoal]:
    of_all = judge_all(around)
    goals = []
    for item in items:
        text, marked = read_mark_of_outcome(item)
        text, judged, line = (text, marked, None) if marked else judge_report(text)
        goals.append(replace(_found(week, text, line), outcome=judged or of_all))
    return goals


def _marked(week: Week, items: Sequence[str]) -> list[FoundGoal]:
    marks = map(read_mark_of_outcome, items)
    return [replace(_found(week, text), outcome=outcome) for text, outcome in marks]


def _with_outcomes(goals: Sequence[FoundGoal], around: Sequence[str]) -> list[FoundGoal]:
    each = judge_each(around, len(goals))
    of_all = None if each else judge_all(around)
    return [
        replace(goal, outcome=goal.outcome or each.get(place) or of_all)
        for place, goal in enumerate(goals)
    ]


def _found(week: Week, text: str, line: str | None = None) -> FoundGoal:
    return FoundGoal(week=week, text=_fitting(text), line=_fitting(line) if line else None)


def _fitting(text: str) -> str:
    """``text`` without the stop at its end, and no longer than a goal may be."""
    text = apart(" ".join(text.split()))
    if text.endswith((".", ";", ",")) and not text.endswith(".."):
        text = text[:-1].rstrip()
    return text if len(text) <= _LONGEST_GOAL else text[:_LONGEST_GOAL].rsplit(None, 1)[0] + "…"


def _week_after(week: Week, later: int | None) -> Week | None:
    if later is None:
        return None
    try:
        return week.plus(later)
    except WeekError:
        return None
