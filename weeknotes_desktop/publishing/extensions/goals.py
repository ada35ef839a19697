"""``[GOALS]`` and ``[NEXT WEEK]``, alone on their lines, become lists of goals.

Inside a list, a quote or a footnote they are text, whether there are goals or
not: a place that stayed empty would tell that goals are kept back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.view import GoalView, NoteView
from weeknotes_desktop.publishing.words import Words

REPORT = "[GOALS]"
PLAN = "[NEXT WEEK]"
_MARKS = {
    Outcome.DONE: ("✓", "wn-done"),
    Outcome.PARTLY: ("◐", "wn-partly"),
    Outcome.NOT_STARTED: ("○", "wn-not-started"),
    Outcome.DROPPED: ("✕", "wn-dropped"),
    None: ("○", "wn-open"),
}
# Behind a dash these go on small; whatever else is large there may be a name.
_FUNCTION_WORDS = """
a all also although an and another as at because but by done each every few for from good half has
have he however if in it its just last less many more most much need needed needs next no not
nothing now of on one only onto or other our out over put ready she since so some still such that
the their then there these they this those though to too took two under until very was we went were
what when where while who will with without
"""
_SMALL = frozenset(_FUNCTION_WORDS.split())
_ELEMENT = "wn-goals"


class GoalsExtension(Extension):
    """Shows the goals of the view that is being rendered."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.report: Sequence[GoalView] = ()
        self.plan: Sequence[GoalView] = ()

    def show(self, view: NoteView) -> None:
        """Take the goals of ``view`` for the next rendering."""
        self.report, self.plan = view.goals, view.next_goals

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Find the lines after code has been found, so that they are literal in it."""
        md.parser.blockprocessors.register(_GoalLines(md, self), "wn-goals", 72)
        md.treeprocessors.register(_GoalLists(md), "wn-goals", 40)


class _GoalLines(BlockProcessor):
    def __init__(self, md: Markdown, goals: GoalsExtension) -> None:
        super().__init__(md.parser)
        self._goals = goals

    def test(self, parent: Element, block: str) -> bool:
        return parent is self.parser.root and block.strip() in (REPORT, PLAN)

    def run(self, parent: Element, blocks: list[str]) -> None:
        report = blocks.pop(0).strip() == REPORT
        goals = self._goals.report if report else self._goals.plan
        if goals:
            # Not a list yet: a list of the writer's that follows would be put into it.
            shown = SubElement(parent, _ELEMENT, {"class": "wn-goals"})
            for goal in goals:
                self._add(shown, goal, report=report)

    def _add(self, shown: Element, goal: GoalView, *, report: bool) -> None:
        outcome = goal.outcome if report else None
        mark, name = _MARKS[outcome]
        item = SubElement(shown, "li", {"class": name})
        if goal.private:
            item.set("class", f"{name} wn-private")
        words = goal.text
        if report and goal.line:
            words += f" – {as_clause(goal.line)}"
        last = _span(item, "wn-mark", mark)
        last.set("aria-hidden", "true")
        if outcome is not None:
            last.tail = " "
            last = _span(item, "wn-hidden", self._goals.words.outcomes[outcome])
        last.tail = f" {words}"
        if goal.stretch:
            last.tail += " "
            SubElement(item, "em").text = self._goals.words.stretch


class _GoalLists(Treeprocessor):
    def run(self, root: Element) -> None:
        for shown in root.iter(_ELEMENT):
            shown.tag = "ul"


def _span(item: Element, name: str, text: str) -> Element:
    span = SubElement(item, "span", {"class": name})
    span.text = text
    return span


def as_clause(line: str) -> str:
    """A line on what happened, as it reads behind a dash."""
    line = re.sub(r"(?<![.!?…])\.$", "", line)
    first = re.split(r"[ ’']", line, maxsplit=1)[0]
    if first.lower() in _SMALL and first.istitle():
        return line[0].lower() + line[1:]
    return line
