"""What of a text stays here is found out by another process, once for all who ask."""

from __future__ import annotations

from typing import cast

import pytest

from weeknotes_desktop.domain.audience import hidden_spans
from weeknotes_desktop.domain.errors import PublishError
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.publishing.render_worker import RenderWorker
from weeknotes_desktop.rest.staying import WhatStaysHere

PRIVATE = "One.\n\n::: private\nTwo.\n:::\n\nThree.\n\n"
LONG = PRIVATE * 1_000


class Process:
    """Answers as the process does, unless it has gone away."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Audience]] = []
        self.gone = False

    def hidden(self, text: str, audience: Audience) -> tuple[tuple[int, int], ...]:
        self.asked.append((text, audience))
        if self.gone:
            raise PublishError("What stays here could not be found out in time.")
        return hidden_spans(text, audience)


@pytest.fixture
def process() -> Process:
    return Process()


@pytest.fixture
def staying(process: Process) -> WhatStaysHere:
    return WhatStaysHere(lambda: cast("RenderWorker", process))


@pytest.mark.parametrize("text", [PRIVATE, LONG, "", "Nothing is private."])
@pytest.mark.parametrize("audience", Audience)
def test_it_is_what_the_cut_hides(staying: WhatStaysHere, text: str, audience: Audience) -> None:
    told = tuple(hidden_spans(text, audience))
    assert tuple(staying.surely(text, audience)) == told
    assert tuple(staying.by_other(text, audience)) == told


def test_two_who_ask_of_the_same_text_are_answered_once(
    staying: WhatStaysHere, process: Process
) -> None:
    staying.by_other(LONG, Audience.PUBLIC)
    staying.surely(LONG, Audience.PUBLIC)
    assert process.asked == [(LONG, Audience.PUBLIC)]
    staying.surely(LONG, Audience.TEAM)
    staying.surely(LONG + "More.", Audience.TEAM)
    assert len(process.asked) == 3


def test_of_a_short_text_nobody_else_is_asked(staying: WhatStaysHere, process: Process) -> None:
    staying.surely(PRIVATE, Audience.PUBLIC)
    assert process.asked == []


def test_without_the_process_it_is_found_out_here(staying: WhatStaysHere, process: Process) -> None:
    process.gone = True
    assert staying.surely(LONG, Audience.PUBLIC) == hidden_spans(LONG, Audience.PUBLIC)
    with pytest.raises(PublishError):
        staying.by_other(LONG, Audience.PUBLIC)
