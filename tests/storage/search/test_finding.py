"""What is found, and what is shown of it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.storage.samples import NOW, WEEK, a_goal, a_note
from tests.storage.search.looking import PATTERN, found, make_sure, shown
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.searching.folding import words_of
from weeknotes_desktop.domain.searching.found import Names
from weeknotes_desktop.domain.searching.parsing import parse
from weeknotes_desktop.domain.searching.query import Order
from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.domain.trash import Kind
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import SqlLibrary
from weeknotes_desktop.storage.search.reading import FileSearch

SPRING = Week(2022, 12)


@pytest.fixture
def filled(library: SqlLibrary) -> SqlLibrary:
    """A library in which something stands in every place there is."""
    library.add_note(a_note("bridge", week=SPRING, label="", tags=("long river", "steel")))
    library.add_note(
        a_note(
            "draft",
            week=SPRING.plus(1),
            label="Weeknote 13b",
            title="Café by the water",
            body="Don’t follow‑up on ‘naïve’ plans. 東京都に行った。 ✓ done",
            category="Rivers & cafés",
            tags=("riverside",),
            audience=Audience.ME,
        )
    )
    library.add_note(
        a_note(
            "out",
            title="The river",
            body="Water",
            status=Status.PUBLISHED,
            category="",
            tags=("river",),
        )
    )
    goals = (
        a_goal(
            "met", text="Take the props away", outcome=Outcome.DONE, line="By hand", week=SPRING
        ),
        a_goal("partly", text="Paint it", outcome=Outcome.PARTLY, how="It shines", week=SPRING),
        a_goal("late", text="Open it", outcome=Outcome.NOT_STARTED, workstream="Festivities"),
        a_goal("dropped", text="Rest", outcome=Outcome.DROPPED, let_go="Nobody was tired"),
        a_goal("open", text="Write it down", public_text="A report", audience=Audience.ME),
    )
    for goal in goals:
        library.add_goal(goal, NOW)
    library.add_jot(Jot(id="jot", week=SPRING, at=NOW, text="A prop swam by", used_in="draft"))
    library.add_jot(Jot(id="other", week=WEEK.plus(-5), at=NOW, text="Rain"))
    library.add_task(Task(id="task", text="Send the prop back"))
    return library


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("prop", {"bridge", "met", "jot", "task"}),
        ("PROP", {"bridge", "met", "jot", "task"}),
        ('"prop"', {"bridge", "jot", "task"}),
        ("pro", {"bridge", "met", "jot", "task"}),
        ("rop", {"bridge", "met", "jot", "task"}),
        ("ro", set()),
        ("ridge", {"bridge"}),
        ("by hand", {"met"}),
        ("shines", {"partly"}),
        ("report", {"open"}),
        ("tired", {"dropped"}),
        ("cafe", {"draft"}),
        ("CAFÉ", {"draft"}),
        ("cafe\u0301", {"draft"}),
        ("don't", {"draft"}),
        ("don’t", {"draft"}),
        ("follow-up", {"draft"}),
        ('"follow up"', {"draft"}),
        ("follow\xa0up", {"draft"}),
        ("naive", {"draft"}),
        ("aiv", {"draft"}),
        ("京都", {"draft"}),
        ("✓", {"draft"}),
        ("✕", set()),
        ("prop -swam", {"bridge", "met", "task"}),
        ('prop -"send the"', {"bridge", "met", "jot"}),
        ("-prop in:jots", {"other"}),
        ("-prop -props in:goals", {"partly", "late", "dropped", "open"}),
        ("in:titles bridge", {"bridge"}),
        ("in:titles prop", set()),
        ("in:titles", {"bridge", "draft", "out"}),
        ("in:notes prop", {"bridge"}),
        ("in:tasks in:jots prop", {"jot", "task"}),
        ("-in:notes -in:goals prop", {"jot", "task"}),
        ("in:goals -in:goals prop", set()),
        ("year:2022", {"bridge", "draft", "met", "partly", "jot"}),
        ("year:2022 prop", {"bridge", "met", "jot"}),
        ("-year:2022 prop", {"task"}),
        ("week:2022-W13", {"draft"}),
        ("week:2022-W13..", {"draft", "out", "late", "dropped", "open", "other"}),
        ("week:..2022-W12 year:2026", set()),
        ("week:2022-W01..2022-W12", {"bridge", "met", "partly", "jot"}),
        ("label:12.2022", {"bridge"}),
        ("label:“Weeknote 12.2022”", {"bridge"}),
        ("label:13b", {"draft"}),
        ("label:13", {"draft"}),
        ("label:12", {"bridge"}),
        ("goal:met", {"met"}),
        ("goal:missed", {"partly", "late", "dropped"}),
        ("goal:missed it", {"partly", "late"}),
        ("goal:partly", {"partly"}),
        ("goal:not-started", {"late"}),
        ("goal:dropped", {"dropped"}),
        ("goal:open", {"open"}),
        ("goal:met goal:open", {"met", "open"}),
        ("is:draft", {"bridge", "draft"}),
        ("is:published", {"out"}),
        ("is:draft is:published", set()),
        ("is:private", {"draft", "open"}),
        ("is:private is:draft", {"draft"}),
        ("is:public prop", {"bridge", "met"}),
        ("category:bridges", {"bridge"}),
        ("category:rivers", {"draft"}),
        ("category:“rivers cafes”", {"draft"}),
        ("category:nothing", set()),
        ("-category:bridges is:draft", {"draft"}),
        ("-category:bridges is:published", {"out"}),
        ("tag:steel", {"bridge"}),
        ('tag:"long river"', {"bridge"}),
        ("tag:long", {"bridge"}),
        ("tag:riv", {"draft", "out"}),
        ("tag:river", {"out"}),
        ("-tag:steel in:notes", {"draft", "out"}),
        ("workstream:festivities", {"late"}),
        ("tag:steel goal:met", set()),
        ("", set()),
        ("zzz", set()),
    ],
)
def test_what_is_asked_for_is_found(searching: FileSearch, typed: str, ids: set[str]) -> None:
    for order in Order:
        assert set(found(searching, typed, order)) == ids


@pytest.mark.usefixtures("filled")
def test_the_newest_week_comes_first_where_that_is_asked_and_a_task_last(
    searching: FileSearch,
) -> None:
    assert found(searching, "in:notes e", Order.NEWEST) == []
    assert found(searching, "it", Order.NEWEST) == ["open", "late", "partly"]
    assert found(searching, "prop", Order.NEWEST) == ["bridge", "met", "jot", "task"]


def test_what_fits_best_comes_first_and_parts_of_words_last(
    library: SqlLibrary, searching: FileSearch
) -> None:
    filling = "Nothing else happened that week. " * 20
    library.add_note(a_note("once", title="A", body=f"Once a ridge. {filling}"))
    library.add_note(a_note("often", title="B", body=f"Ridge, ridge, ridge. {filling}"))
    library.add_note(a_note("title", title="The ridge", body=filling))
    library.add_note(a_note("part", title="The bridge", body=f"Bridges, bridges! {filling}"))
    for number in range(9):
        library.add_note(a_note(f"n{number}", title="Other", body=filling))
    assert found(searching, "ridge") == ["title", "often", "once", "part"]
    hits = searching.find(parse("ridge"), PATTERN).hits
    assert hits[0].score > hits[1].score > hits[2].score > hits[3].score == 0


@pytest.mark.usefixtures("filled")
def test_no_more_is_found_than_was_asked_for_and_it_says_that_there_is_more(
    searching: FileSearch,
) -> None:
    for typed in ("prop", "rop", "year:2022"):
        for order in Order:
            some = searching.find(parse(typed), PATTERN, order, 2)
            assert (len(some.hits), some.more) == (2, True)
            assert not searching.find(parse(typed), PATTERN, order, 9).more
    assert not searching.find(parse("prop"), PATTERN, limit=0).hits


@pytest.mark.usefixtures("filled")
def test_a_line_says_where_it_stands(searching: FileSearch) -> None:
    query = parse("prop")
    lines = {
        line.id: line
        for line in searching.lines(searching.find(query, PATTERN).hits, query, PATTERN)
    }
    note, goal, jot, task = (lines[one] for one in ("bridge", "met", "jot", "task"))
    assert (note.hit.kind, note.note, note.week, note.label) == (
        Kind.NOTE,
        "bridge",
        SPRING,
        "Weeknote 12.2022",
    )
    assert note.title is not None
    assert note.title.text == "The bridge holds"
    assert (goal.hit.kind, goal.note, goal.week, goal.label) == (
        Kind.GOAL,
        "bridge",
        SPRING,
        "Weeknote 12.2022",
    )
    assert goal.excerpt.written("*", "*") == "Take the *props* away – By hand"
    assert (jot.hit.kind, jot.note, jot.week, jot.label) == (
        Kind.JOT,
        "draft",
        SPRING,
        "Weeknote 13b",
    )
    assert (task.hit.kind, task.note, task.week, task.label, task.title) == (
        (Kind.TASK,) + (None,) * 4
    )


@pytest.mark.usefixtures("filled")
def test_what_was_found_is_marked_in_title_and_text(searching: FileSearch) -> None:
    query = parse("bridge holds")
    (line,) = searching.lines(searching.find(query, PATTERN).hits, query, PATTERN)
    assert line.title is not None
    assert line.title.written("*", "*") == "The *bridge* *holds*"
    assert shown(searching, "naive") == [
        "Don’t follow‑up on ‘*naïve*’ plans. 東京都に行った。 ✓ done"
    ]


@pytest.mark.usefixtures("filled")
def test_a_label_that_is_not_stored_follows_the_pattern(searching: FileSearch) -> None:
    query = parse("label:2022/12")
    (hit,) = searching.find(query, LabelPattern("{year}/{week}")).hits
    (line,) = searching.lines((hit,), query, LabelPattern("{year}/{week}"))
    assert line.label == "2022/12"


@pytest.mark.usefixtures("filled")
def test_what_filters_can_name_is_what_stands_in_the_library(
    searching: FileSearch, library: SqlLibrary
) -> None:
    assert searching.names() == Names(
        years=(2026, 2022),
        categories=("Bridges", "Rivers & cafés"),
        tags=("long river", "river", "riverside", "steel"),
        workstreams=("Festivities",),
    )
    library.remove_note("bridge", NOW)
    assert searching.names().tags == ("river", "riverside")


@pytest.mark.usefixtures("filled")
def test_what_lies_in_the_trash_is_not_found_until_it_is_back(
    searching: FileSearch, library: SqlLibrary
) -> None:
    hits = searching.find(parse("prop"), PATTERN).hits
    library.remove_note("bridge", NOW)
    library.remove_goal("met", NOW)
    library.remove_jot("jot", NOW)
    library.remove_task("task", NOW)
    assert found(searching, "prop") == []
    assert found(searching, "year:2022") == ["draft", "partly"]
    assert searching.lines(hits, parse("prop"), PATTERN) == ()
    library.bring_back("bridge", NOW)
    assert found(searching, "prop") == ["bridge"]


pieces = """
    year:2022 -year:2022 week:..2022-W10 label:1 goal:missed is:draft category:a -tag:b
    workstream:c in:goals -in:notes is:private AND OR NOT NEAR( a* prop -prop rop body:x
"""
typed = (
    st.text(max_size=60)
    | st.text(alphabet='a東ß-"“”()*:^{}. \x00é’✓+', max_size=20)
    | st.lists(st.sampled_from([*pieces.split(), '"the last"']), max_size=8).map(" ".join)
)


@given(typed=typed, order=st.sampled_from(Order))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.usefixtures("filled")
def test_any_text_at_all_can_be_looked_for(searching: FileSearch, typed: str, order: Order) -> None:
    query = parse(typed)
    hits = searching.find(query, PATTERN, order).hits
    assert len(searching.lines(hits, query, PATTERN)) == len(hits)


texts = st.text(max_size=40) | st.text(alphabet="aé’ ß東-✓한b1\n", max_size=40)


@given(title=texts, body=texts, which=st.integers(0, 99))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_a_note_is_found_by_each_of_its_words_and_by_parts_of_them(
    library: SqlLibrary, searching: FileSearch, title: str, body: str, which: int
) -> None:
    note = library.add_note(a_note(new_id(), title=title, body=body))
    words = words_of(f"{title}\n{body}")
    if not words:
        return
    word = words[which % len(words)]
    wanted = {f'"{word}"', word, word[:1]} | ({word[1:]} if len(word[1:]) >= 4 else set())
    for asked in wanted:
        ids = found(searching, asked, limit=10_000)
        assert note.id in ids, asked


def test_the_index_is_whole_after_all_that(filled: SqlLibrary) -> None:
    make_sure(filled._path)
