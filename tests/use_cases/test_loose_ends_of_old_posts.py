"""What an archive page leaves open once all that it proposes is confirmed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.publishing.importers.saved_page import SavedPage
from weeknotes_desktop.use_cases.confirm_goals import confirm_goals
from weeknotes_desktop.use_cases.import_notes import import_notes
from weeknotes_desktop.use_cases.loose_ends import loose_ends

PAGE = Path(__file__).parents[1] / "publishing" / "importers" / "pages" / "month.txt"
LONG_AFTER = datetime(2022, 12, 2, 17, 0, tzinfo=UTC)


def test_the_goals_of_a_month_of_posts_that_nobody_answered_are_found_oldest_first() -> None:
    """Three posts of one writer, and what each says of its goals.

    The first tells that there was progress on all three, so what is left of
    each was neither carried over nor let go, its third goal among them.
    The second sets three and tells of none, and the third does not answer
    them. Of the third's own, one was done; the rest is left. What it set for
    the week after, no post reports.
    """
    library = FakeLibrary()
    import_notes(library, [SavedPage().read(PAGE)], LONG_AFTER)
    assert loose_ends(library, LONG_AFTER) == ()
    confirmed = confirm_goals(library, LONG_AFTER)
    ends = loose_ends(library, LONG_AFTER)
    assert [(end.goal.week, end.why.value) for end in ends] == [
        *[(Week(2022, 36), "partly")] * 3,
        *[(Week(2022, 37), "awaiting")] * 3,
        *[(Week(2022, 38), "partly")] * 3,
        *[(Week(2022, 39), "awaiting")] * 3,
    ]
    assert ends[2].goal.text == "A story time that starts at ten and not at ten past"
    assert len(confirmed) == len(ends) + 1
    assert [goal.proposed for goal in library.goals(Week(2022, 38))] == [False] * 4
