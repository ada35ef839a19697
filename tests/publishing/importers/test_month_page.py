"""A month of weeknotes as a browser saves it."""

from __future__ import annotations

from weeknotes_desktop.domain.found import FoundPage
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.week import Week


def test_every_post_is_a_note_of_its_week(month: FoundPage) -> None:
    told = [(note.label, str(note.week), note.title) for note in month.notes]

    assert told == [
        ("Weeknote v4.38", "2022-W38", ""),
        ("Weeknote v4.37", "2022-W37", ""),
        ("Weeknote v4.36", "2022-W36", ""),
    ]


def test_notes_say_where_in_the_file_they_begin(month: FoundPage) -> None:
    assert [note.line for note in month.notes] == [5, 34, 56]


def test_nothing_of_the_site_is_in_a_note(month: FoundPage) -> None:
    text = "\n".join(note.title + note.body for note in month.notes)

    for furniture in ("Personal blog", "Month:", "Theme by", "Up ↑", "©", "Week beginning"):
        assert furniture not in text
    assert "lines 1, 3, 88, 90" in month.skipped[0]


def test_headings_leads_lists_and_footnotes_become_markdown(month: FoundPage) -> None:
    assert month.notes[2].body == (
        "## Focus for the week\n\n"
        "The scanners came back from repair and the summer challenge closed with a record.\n\n"
        "*A poster with the forty most borrowed books of the summer*\n\n"
        "But the queue at the desk grew longer. After a week away I wrote three short goals for"
        " the week:\n\n"
        "1. A timetable for the renewals that the front desk has read\n"
        "2. A price for shelves on wheels\n"
        "3. A story time that starts at ten and not at ten past\n\n"
        "They were too many for four days. However, we made progress on all three of them.\n\n"
        "## What I’m learning\n\n"
        "**Quiet, for better and worse** – I borrowed three books[^1] about silence. Two were by"
        " monks and one by a sound engineer.\n\n"
        "[^1]: The Long Pause: notes from an abbey, 1961-1974 by Ann Farrow\n\n"
        "    Rooms Without Carpets by Idris Cole\n\n"
        "    The Decibel Diaries by M. Okafor\n\n"
        "## Next week\n\n"
        "I’ve got one hard letter to write."
    )


def test_a_picture_that_is_not_there_is_told_with_its_label(month: FoundPage) -> None:
    assert len(month.lost) == 1
    assert "“Weeknote v4.36” on line 56" in month.lost[0]
    assert "forty most borrowed books" in month.lost[0]


def test_no_break_spaces_stay_only_where_they_were_meant(month: FoundPage) -> None:
    assert not any("\u00a0" in note.body for note in month.notes)


def test_goals_belong_to_the_week_they_were_meant_for(month: FoundPage) -> None:
    counted: dict[tuple[str, Week], int] = {}
    for note in month.notes:
        for goal in note.goals:
            key = note.label, goal.week
            counted[key] = counted.get(key, 0) + 1

    assert counted == {
        ("Weeknote v4.38", Week(2022, 38)): 4,
        ("Weeknote v4.38", Week(2022, 39)): 3,
        ("Weeknote v4.37", Week(2022, 37)): 3,
        ("Weeknote v4.36", Week(2022, 36)): 3,
    }


def test_a_report_gives_wording_outcome_and_what_got_in_the_way(month: FoundPage) -> None:
    goals = month.notes[0].goals

    assert goals[0].text == "We have a loans report that branches can read"
    assert goals[0].outcome is Outcome.PARTLY
    assert goals[0].line == "It needs one more week of numbers to be trusted"
    assert goals[3].outcome is Outcome.DONE
    assert goals[3].line is None


def test_a_sentence_on_next_week_gives_its_goals(month: FoundPage) -> None:
    texts = [goal.text for goal in month.notes[0].goals if goal.week == Week(2022, 39)]

    assert texts == [
        "Settle the Sunday rota",
        "Write the letter on renewals",
        "Visit the mobile library",
    ]


def test_outcomes_are_proposed_only_where_the_text_tells(month: FoundPage) -> None:
    assert {goal.outcome for goal in month.notes[1].goals} == {None}
    assert {goal.outcome for goal in month.notes[2].goals} == {Outcome.PARTLY}
