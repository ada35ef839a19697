"""Links name a note by its label, its week or its title."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.links import NoteNames, mark_of, names_in
from weeknotes_desktop.domain.note import NoteSummary, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week

WEEK = Week(2022, 10)


def a_note(note_id: str = "n1", title: str = "", **rest: object) -> NoteSummary:
    said: dict[str, object] = {
        "id": note_id,
        "title": title,
        "week": WEEK,
        "label": "Weeknote 10.2022",
        "status": Status.PUBLISHED,
        "audience": Audience.PUBLIC,
        "category": "",
        "tags": (),
        "words": 0,
        "goals_set": 0,
        "goals_met": 0,
    }
    return NoteSummary(**(said | rest))  # type: ignore[arg-type]


MOORINGS = a_note(title="It’s a question of moorings")
NAMES = NoteNames((MOORINGS,))


@pytest.mark.parametrize(
    "name",
    [
        "10.2022",
        "Weeknote 10.2022",
        "weeknote  10.2022",
        "2022-W10",
        "2022-w10",
        "It’s a question of moorings",
        "it's a QUESTION of\u00a0moorings",
        " 10.2022 ",
    ],
)
def test_a_note_answers_to_its_label_its_week_and_its_title(name: str) -> None:
    assert NAMES.note(name) is MOORINGS


@pytest.mark.parametrize("name", ["", "11.2022", "2022-W11", "moorings", "99.2022", "2022-W99"])
def test_it_answers_to_nothing_else(name: str) -> None:
    assert NAMES.note(name) is None


def test_a_name_that_several_notes_have_leads_to_the_newest_and_a_label_goes_before_a_title() -> (
    None
):
    newer = a_note("n2", title="10.2022", week=Week(2022, 11), label="Weeknote 11.2022")
    again = a_note("n3", title=MOORINGS.title, label="Weeknote 10b.2022")
    names = NoteNames((newer, again, MOORINGS))
    assert names.note("10.2022") is MOORINGS
    assert names.note(MOORINGS.title) is again
    assert names.note("2022-W10") is again


def test_a_label_leads_to_its_week_when_labels_are_made_another_way() -> None:
    for label in ("2022.10", "Weeknote v3.10", "10.22"):
        assert NoteNames((replace(MOORINGS, label=label),)).note("Weeknote 10.2022") is not None


def test_a_former_name_leads_to_its_note_until_another_note_takes_it() -> None:
    former = {mark_of("Boats"): "n1", mark_of("Locks"): "gone"}
    assert NoteNames((MOORINGS,), former).note("boats") is MOORINGS
    assert NoteNames((MOORINGS,), former).note("Locks") is None
    other = a_note("n2", title="Boats", label="11.2022", week=Week(2022, 11))
    assert NoteNames((other, MOORINGS), former).note("boats") is other


def test_the_mark_of_a_name_does_not_tell_it() -> None:
    assert mark_of("Boats") == mark_of(" BOATS ")
    assert "boats" not in mark_of("Boats")


def test_links_are_told_by_their_names() -> None:
    ours = "[[a]] [[ b c |words]] [[d\\|e]]"
    body = f"{ours} [[f]][[g]]: h ![[no]] [[no]](u) [[no]][r] [[^no]] [[no\n]] [[]]"
    assert list(names_in(body)) == ["a", "b c", "d", "f", "g"]


KEPT = [
    replace(MOORINGS, audience=Audience.ME),
    replace(MOORINGS, audience=Audience.TEAM),
    replace(MOORINGS, status=Status.DRAFT),
]


@pytest.mark.parametrize("kept", KEPT)
@pytest.mark.parametrize("name", ["10.2022", "2022-W10", "It's a question of moorings", "Boats"])
def test_a_link_to_a_note_that_the_reader_may_not_see_is_a_dead_link(
    kept: NoteSummary, name: str
) -> None:
    body = f"See [[{name}]]."
    former = {mark_of("Boats"): "n1"}
    there, nowhere = NoteNames((kept,), former), NoteNames()
    assert there.links(body, Audience.PUBLIC) == nowhere.links(body, Audience.PUBLIC) == ()
    assert [link.note_id for link in there.links(body, Audience.ME)] == ["n1"]


def test_the_team_follows_what_is_published_for_it() -> None:
    for_team = replace(MOORINGS, audience=Audience.TEAM)
    assert NoteNames((for_team,)).links("[[10.2022]]", Audience.TEAM)


def test_hidden_words_of_a_title_are_no_name_and_no_part_of_an_address() -> None:
    names = NoteNames((replace(MOORINGS, title="Boats %%of Jo%%", label="10 %%lease%%"),))
    assert names.links("[[Boats of Jo]] [[Boats %%of Jo%%]]", Audience.PUBLIC) == ()
    (link,) = names.links("[[Boats]]", Audience.PUBLIC)
    assert link.address == "2022-W10-10.html"


def test_each_link_is_told_once_with_the_address_of_its_page() -> None:
    (link,) = NAMES.links("[[10.2022]] [[10.2022|here]] [[10.2022]]", Audience.PUBLIC)
    assert (link.name, link.address) == ("10.2022", "2022-W10-weeknote-10-2022.html")


@given(
    st.lists(st.sampled_from(["[[", "]]", "|", "a", "\\", " ", "\n", "^", "!", "(", "%%", "😀"]))
)
def test_nothing_that_is_typed_breaks_the_search_for_links(bits: list[str]) -> None:
    body = "".join(bits)
    assert all(name in body and "[" not in name for name in names_in(body))
    NAMES.links(body, Audience.PUBLIC)
