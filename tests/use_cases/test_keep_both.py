"""Two change the same note: it stays one where their changes fit together, and else is two."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.remarks import SILENT_CHECKS
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.keep_beside import keep_beside, second_title
from weeknotes_desktop.use_cases.keep_both import goes_on, keep_both
from weeknotes_desktop.use_cases.note_language import language_of, set_language
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.silence_check import silent_checks
from weeknotes_desktop.use_cases.start_note import start_note

NOW = datetime(2021, 3, 5, 12, 0, tzinfo=UTC)
WORDS = st.sampled_from(["", "Mud", "Rain", "Sun"])


def keep(library: NoteLibrary, note: Note) -> Note:
    return save_note(library, note, LabelPattern(), NOW, typed=True)


def kept_in(library: FakeLibrary) -> list[Note]:
    return [library.note(line.id) for line in library.summaries()]


@given(*[WORDS] * 6)
def test_no_words_of_either_are_ever_lost(
    title: str, body: str, their_title: str, their_body: str, my_title: str, my_body: str
) -> None:
    library = FakeLibrary()
    base = start_note(library, Week(2021, 9), title=title, body=body)
    theirs = replace(base, title=their_title, body=their_body, tags=("wet",))
    save_note(library, theirs, LabelPattern(), NOW)
    mine = replace(base, title=my_title, body=my_body)
    kept = keep_both(library, base, mine, {}, keep)
    notes = kept_in(library)
    for part, before, there, here in (
        ("title", title, their_title, my_title),
        ("body", body, their_body, my_body),
    ):
        said = {getattr(note, part).removesuffix("(second text)").strip() for note in notes}
        assert here in said or here == before
        assert there in said or there == before
    assert (len(notes) == 1) == (kept.id == base.id)
    assert library.note(base.id).tags == ("wet",)


def test_texts_that_differ_both_stay_and_what_was_made_private_here_stays_so() -> None:
    library = FakeLibrary()
    base = start_note(library, Week(2021, 9), title="First")
    save_note(library, replace(base, body="Theirs"), LabelPattern(), NOW)
    beside = keep_both(
        library,
        base,
        replace(base, body="Mine"),
        {"audience": Audience.ME, "status": Status.PUBLISHED},
        keep,
    )
    assert {note.body for note in kept_in(library)} == {"Theirs", "Mine"}
    assert (beside.audience, beside.status) == (Audience.ME, Status.DRAFT)


def test_a_second_text_of_a_second_text_says_so_once() -> None:
    library = FakeLibrary()
    note = start_note(library, Week(2021, 9), title="First")
    second = keep_beside(library, note, title="First", body="Two")
    third = keep_beside(library, second, title=second.title, body="Three")
    assert (second.title, third.title) == ("First (second text)", "First (second text)")
    assert second_title("") == "(second text)"


def test_a_second_text_is_in_the_language_of_the_first_and_as_silent() -> None:
    library = FakeLibrary()
    note = start_note(library, Week(2021, 9), title="First")
    set_language(library, note.id, "de-DE")
    library.keep_remark(f"{SILENT_CHECKS}{note.id}", "a")
    second = keep_beside(library, note, title="First", body="Two")
    assert language_of(library, second.id, Settings()) == "de-DE"
    assert silent_checks(library, second.id) == {"a"}


def test_typing_goes_on_over_what_the_other_changed() -> None:
    typed = Note(id="note", week=Week(2021, 9), title="First", body="Mine", rev=1)
    both = replace(typed, title="Theirs", rev=3)
    on = replace(typed, body="Mine, and more")
    base, stands = goes_on(both, typed, on)
    assert base == both
    assert (stands.title, stands.body) == ("Theirs", "Mine, and more")


def test_where_both_changed_the_title_after_all_the_next_save_sees_it() -> None:
    library = FakeLibrary()
    opened = start_note(library, Week(2021, 9), title="First")
    save_note(library, replace(opened, title="Theirs"), LabelPattern(), NOW)
    typed = replace(opened, body="Mine")
    both = keep_both(library, opened, typed, {}, keep)
    base, stands = goes_on(both, typed, replace(typed, title="Firstly"))
    assert stands.title == "Firstly"
    beside = keep_both(library, base, stands, {}, keep)
    assert (library.note(opened.id).title, beside.title) == ("Theirs", "Firstly (second text)")
