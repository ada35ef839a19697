"""What an archive page leaves open once all that it proposes is confirmed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.publishing.importers.saved_page import SavedPage
from weeknotes_desktop.use_cases.confirm_goals import confirm_goals
from weeknotes_desktop.use_cases.goal_thread import goal_thread
from weeknotes_desktop.use_cases.import_notes import import_notes
from weeknotes_desktop.use_cases.loose_ends import loose_ends
from weeknotes_desktop.use_cases.tie_goals import tie_goals

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


def test_goals_that_go_on_in_other_words_are_tied_and_answered_by_what_came_of_them() -> None:
    """No import knows that two wordings are one goal; the writer says so.

    Tied, the first two goals of the first post are answered by those of the
    second, which still want their own answer. The third went nowhere: it stays.
    """
    library = FakeLibrary()
    import_notes(library, [SavedPage().read(PAGE)], LONG_AFTER)
    first, second = library.goals(Week(2022, 36)), library.goals(Week(2022, 37))
    for earlier, later in zip(first[:2], second[:2], strict=True):
        assert tie_goals(library, later.id, earlier.id, LONG_AFTER).proposed
    confirm_goals(library, LONG_AFTER)
    ends = [(end.goal.text, end.why.value) for end in loose_ends(library, LONG_AFTER)]
    assert ends[:4] == [
        (first[2].text, "partly"),
        *[(goal.text, "awaiting") for goal in second],
    ]
    thread = goal_thread(library, first[0].id, LONG_AFTER)
    assert [week.wordings for week in thread] == [(first[0].text,), (second[0].text,)]
    assert [week.goal.weeks_carried for week in thread] == [0, 1]
