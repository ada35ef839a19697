"""The rules of threads: one goal after the other, each in a later week, and no second branch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.week import Week


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """How a goal stands in its thread.

    Args:
        parent: The goal it was carried over from.
        in_use: False while it lies in the trash.
    """

    id: str
    parent: str | None
    in_use: bool


def successor(goal_id: str, carried_from: Callable[[str], Iterable[Link]]) -> str | None:
    """The goal that this one was carried over to; one that lies in the trash is passed over.

    Args:
        carried_from: Gives the goals that were carried over from a goal, oldest first.
    """
    waiting, seen = [goal_id], {goal_id}
    while waiting:
        children = [link for parent in waiting for link in carried_from(parent)]
        for child in children:
            if child.in_use:
                return child.id
        waiting = [child.id for child in children if child.id not in seen]
        seen.update(waiting)
    return None


def fits_in(goal_id: str, links: Iterable[Link]) -> bool:
    """Whether a goal that comes back from the trash still has its place in the thread.

    It has none where another goal took it meanwhile: one in use that neither
    was carried over to it nor comes from it.

    Args:
        links: Every goal of the thread, those in the trash too.
    """
    listed = tuple(links)
    parents = {link.id: link.parent for link in listed}
    others = [link.id for link in listed if link.in_use and link.id != goal_id]
    before = _ancestors(goal_id, parents)
    return all(other in before or goal_id in _ancestors(other, parents) for other in others)


def going_on_from(
    parent: Goal | None, goal: Goal, family: Iterable[Goal]
) -> Iterator[tuple[Goal, Goal]]:
    """A goal and all that come from it: each as it is, and once the goal goes on from another.

    Args:
        parent: What it goes on from; None where it begins a thread of its own.
        family: The thread that it stands in now, with what lies in the trash.
    """
    thread = goal.id if parent is None else parent.thread
    children: dict[str, list[Goal]] = {}
    for one in family:
        children.setdefault(one.parent or "", []).append(one)
    carried = 0 if parent is None else parent.weeks_carried + 1
    waiting = [(replace(goal, parent=None if parent is None else parent.id), carried)]
    before = {goal.id: goal}
    while waiting:
        one, times = waiting.pop()
        yield before[one.id], replace(one, thread=thread, weeks_carried=times)
        for child in children.pop(one.id, ()):
            before[child.id] = child
            waiting.append((child, times + 1))


def last_of_threads(goals: Iterable[Goal], before: Week) -> tuple[Goal, ...]:
    """The goals of the weeks before that no other one goes on from, latest week first.

    Args:
        goals: All that are in use.
    """
    listed = tuple(goals)
    ends: dict[str, Week] = {}
    for goal in listed:
        ends[goal.thread] = max(goal.week, ends.get(goal.thread, goal.week))
    found = [goal for goal in listed if goal.week < before and ends[goal.thread] == goal.week]
    found.sort(key=lambda goal: goal.position)
    return tuple(sorted(found, key=lambda goal: goal.week, reverse=True))


def _ancestors(goal_id: str, parents: Mapping[str, str | None]) -> set[str]:
    found: set[str] = set()
    above = parents.get(goal_id)
    while above is not None and above not in found:
        found.add(above)
        above = parents.get(above)
    return found
