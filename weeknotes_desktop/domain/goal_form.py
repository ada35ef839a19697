"""How the goals of a week stand in a note."""

from __future__ import annotations

from enum import StrEnum


class GoalForm(StrEnum):
    """How ``[GOALS]`` and ``[NEXT WEEK]`` are shown.

    A list has a mark where the bullet was; questions are such a list, each goal
    worded as a question and answered by the line on what happened.
    """

    LIST = "list"
    NUMBERS = "numbers"
    SENTENCE = "sentence"
    QUESTIONS = "questions"
