"""A category of weeknotes: titles, labels of many forms, and no year above them."""

from __future__ import annotations

from weeknotes_desktop.domain.audience import hidden_spans
from weeknotes_desktop.domain.found import FoundPage
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.readers import Audience


def test_titles_labels_and_weeks_are_told_apart(category: FoundPage) -> None:
    told = [(note.title, note.label, str(note.week)) for note in category.notes]

    assert told == [
        ("Working in the open", "Weeknote 12.22", "2022-W13"),
        ("Fog, mostly", "Weeknote 12.22", "2022-W12"),
        ("", "Weeknotes: 11.22", "2022-W11"),
        ("", "10.22", "2022-W10"),
        ("How do you tie a bowline?", "9.22", "2022-W09"),
        ("Short days", "2022.3", "2022-W03"),
        ("Paint and patience", "Weeknote 52.2021", "2021-W52"),
    ]


def test_every_note_has_the_category_of_the_page(category: FoundPage) -> None:
    assert {note.category for note in category.notes} == {"Ferry Weeknotes"}


def test_posts_with_the_same_label_are_two_notes(category: FoundPage) -> None:
    origins = [note.origin for note in category.notes]

    assert len(set(origins)) == len(origins) == 7


def test_a_price_in_the_text_is_no_post(category: FoundPage) -> None:
    assert "early boat:\n\n12.20\n\nIt was worth it." in category.notes[0].body


def test_buttons_and_paging_are_left_out(category: FoundPage) -> None:
    text = "\n".join(note.body for note in category.notes)

    for words in ("Posted on", "Share this", "Twitter", "Loading", "Leave a comment", "Older", "©"):
        assert words not in text


def test_the_last_line_of_the_post_before_is_no_title(category: FoundPage) -> None:
    assert category.notes[1].body.endswith("- Radar checked\n- Fog horn painted")
    assert category.notes[2].body.endswith("for what we changed.")


def test_old_words_that_look_like_our_markers_are_words(category: FoundPage) -> None:
    body = category.notes[6].body

    assert body.endswith("&#58;&#58;&#58; private is what the tin said.")
    assert hidden_spans(body, Audience.PUBLIC) == ()


def test_the_first_the_second_and_the_third_have_their_own_outcomes(category: FoundPage) -> None:
    told = [(goal.text, goal.outcome) for goal in category.notes[3].goals]

    assert told == [
        ("Meet the harbour master", Outcome.DONE),
        ("Finish the safety form", Outcome.PARTLY),
        ("Start the rope inventory", Outcome.NOT_STARTED),
    ]


def test_what_is_wanted_of_next_week_belongs_to_it(category: FoundPage) -> None:
    told = [(str(goal.week), goal.text) for goal in category.notes[5].goals]

    assert told == [("2022-W04", "Varnish the wheelhouse"), ("2022-W04", "Order rope")]
