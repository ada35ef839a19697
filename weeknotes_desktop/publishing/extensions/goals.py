"""``[GOALS]`` and ``[NEXT WEEK]``, alone on their lines, become the goals in the form of the view.

Inside a list, a quote or a footnote they are text, whether there are goals or
not: a place that stayed empty would tell that goals are kept back.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.goal_form import GoalForm
from weeknotes_desktop.domain.goal_places import PLAN, REPORT
from weeknotes_desktop.domain.goal_text import STRETCH, GoalLine, Run, goal_lines, goal_sentence
from weeknotes_desktop.domain.view import GoalView, NoteView
from weeknotes_desktop.publishing.words import Words

_CLASSES = {
    Outcome.DONE: "wn-done",
    Outcome.PARTLY: "wn-partly",
    Outcome.NOT_STARTED: "wn-not-started",
    Outcome.DROPPED: "wn-dropped",
    None: "wn-open",
}
_ELEMENT = "wn-goals"


class GoalsExtension(Extension):
    """Shows the goals of the view that is being rendered."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.report: Sequence[GoalView] = ()
        self.plan: Sequence[GoalView] = ()
        self.form = GoalForm.LIST

    def show(self, view: NoteView) -> None:
        """Take the goals of ``view`` for the next rendering."""
        self.report, self.plan, self.form = view.goals, view.next_goals, view.form

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
        goals, form = self._goals.report if report else self._goals.plan, self._goals.form
        if not goals:
            return
        if form is GoalForm.SENTENCE:
            _say(SubElement(parent, "p"), goal_sentence(goals, report=report))
            return
        # Not a list yet: a list of the writer's that follows would be put into it.
        kind = "wn-numbered" if form is GoalForm.NUMBERS else "wn-goals"
        shown = SubElement(parent, _ELEMENT, {"class": kind})
        for line in goal_lines(goals, form, report=report):
            self._add(shown, line)

    def _add(self, shown: Element, line: GoalLine) -> None:
        name = _CLASSES[line.outcome]
        item = SubElement(shown, "li", {"class": f"{name} wn-private" if line.private else name})
        if line.mark:
            last = _span(item, "wn-mark", line.mark)
            last.set("aria-hidden", "true")
            if line.outcome is not None:
                last.tail = " "
                last = _span(item, "wn-hidden", self._goals.words.outcomes[line.outcome])
            last.tail = f" {line.words}"
        else:
            item.text = line.words
        if line.stretch:
            _put(item, " ")
            SubElement(item, "em").text = STRETCH


class _GoalLists(Treeprocessor):
    def run(self, root: Element) -> None:
        for shown in root.iter(_ELEMENT):
            shown.tag = "ol" if shown.get("class") == "wn-numbered" else "ul"


def _say(sentence: Element, runs: Sequence[Run]) -> None:
    for run in runs:
        if run.private:
            _span(sentence, "wn-private", run.words)
        else:
            _put(sentence, run.words)


def _put(element: Element, words: str) -> None:
    """Put words behind whatever stands in the element."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def _span(item: Element, name: str, text: str) -> Element:
    span = SubElement(item, "span", {"class": name})
    span.text = text
    return span
