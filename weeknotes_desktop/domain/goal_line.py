"""The one line on what happened to a goal, which never repeats the name of the outcome."""

from __future__ import annotations

import re

from weeknotes_desktop.domain.goal import Outcome

_NAMES = {
    Outcome.DONE: "done",
    Outcome.PARTLY: "partly",
    Outcome.NOT_STARTED: r"not[ -]started",
    Outcome.DROPPED: "dropped",
}
_MARKS = r"(?:\s*[.:;,!–—-]+\s*|\s*$)"


def without_outcome(line: str | None, outcome: Outcome | None) -> str | None:
    """The line without the name of the outcome in front; None where nothing else is said.

    Only a name that stands apart goes: “Done by Kim” is a sentence of its own.
    """
    if not line or outcome is None:
        return line or None
    said = re.sub(rf"^(?:{_NAMES[outcome]}{_MARKS})+", "", line.strip(), flags=re.IGNORECASE)
    return said or None
