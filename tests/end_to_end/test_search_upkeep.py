"""The search is kept up while the writer goes on, whatever happens to it."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import Open
from tests.end_to_end.test_damage import THIS_WEEK, said, type_words
from tests.storage.samples import a_note
from tests.storage.search.looking import found, make_sure
from weeknotes_desktop.domain.errors import DamagedSearchError
from weeknotes_desktop.storage.connection import connect
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.storage.search.reading import FileSearch


def test_what_is_not_found_yet_is_found_soon_after_the_first_paint(
    open_app: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "notes.db"
    with open_for_writing(path) as library:
        library.add_note(a_note(week=THIS_WEEK))
        library.keep_up_search(anew=True)
    open_app()
    with closing(FileSearch(path)) as searching:
        assert found(searching, "bridge") == []
        qtbot.waitUntil(lambda: found(searching, "bridge") == ["n1"], timeout=20_000)


def test_a_damaged_search_costs_no_word_and_is_made_anew_with_a_word_in_the_bar(
    open_app: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "notes.db"
    with open_for_writing(path) as library:
        library.add_note(a_note(week=THIS_WEEK))
    app = open_app()
    app.presenters.editor.open("n1")
    qtbot.waitUntil(lambda: app.views.editor.typed().title == "The bridge holds", timeout=10_000)
    with closing(connect(path)) as disk:
        disk.execute("UPDATE search_words_data SET block = randomblob(30) WHERE id = 10")
    told: list[str] = []
    type_words(app, "Unheard of. ")
    app.presenters.keeping.save_now()

    def made_anew() -> bool:
        told.append(said(app))
        with closing(FileSearch(path)) as searching, suppress(DamagedSearchError):
            return found(searching, "unheard") == ["n1"]
        return False

    qtbot.waitUntil(made_anew, timeout=20_000)
    qtbot.waitUntil(lambda: "finds everything again" in said(app), timeout=10_000)
    assert any("damaged and is being made anew" in one for one in told)
    make_sure(path)
