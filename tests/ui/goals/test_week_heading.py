"""The heading over the goals says all of its words, however narrow the panel is."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.goal import Count
from weeknotes_desktop.ui.goals.week_heading import WeekHeading
from weeknotes_desktop.ui.theme import Theme


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_count_takes_a_line_of_its_own_before_it_is_cut(
    qtbot: QtBot, theme: Theme, scale: float
) -> None:
    theme.scale_text(scale)
    heading = WeekHeading(theme, with_bar=True)
    qtbot.addWidget(heading)
    heading.draw("Week 47", "16–22 November", Count(2, 3))
    wide, narrow = theme.dots(600), heading.minimumSizeHint().width()
    lines = {heading.heightForWidth(width) for width in range(narrow, wide, theme.dots(2))}
    one, two, three = sorted(lines)
    assert three - two == two - one
    assert heading.heightForWidth(narrow) == three
    assert heading.accessibleName() == "Week 47, 16–22 November · 2 of 3 done"
    heading.draw("Week 48", "23–29 November")
    assert heading.heightForWidth(narrow) == two
