"""Back-ups are made by themselves, are seen, and can be gone back to and forth again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fake_back_ups import FakeBackUps
from tests.fakes import FakeLibrary, ImmediateJobs, ImmediateWriter, ManualTimers, MemorySettings
from weeknotes_desktop.domain.backup import Fate, Reason
from weeknotes_desktop.domain.errors import DiskFullError, SettingsError
from weeknotes_desktop.domain.found import FoundPage
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.back_up_folder import BackUpFolder
from weeknotes_desktop.presenters.back_up_schedule import AFTER_START, EVERY, BackUpSchedule
from weeknotes_desktop.presenters.back_ups import BackUpsPresenter, BackUpsState, Doing
from weeknotes_desktop.presenters.bringing import BringingPresenter
from weeknotes_desktop.presenters.cloud_folder import CloudFolder
from weeknotes_desktop.presenters.editor import EditorPresenter, EditorState
from weeknotes_desktop.presenters.keeping import Keeping, Typed
from weeknotes_desktop.presenters.markdown_leaving import MarkdownLeaving
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.reading_anew import ReadingAnew
from weeknotes_desktop.presenters.restoring import Restoring
from weeknotes_desktop.presenters.status import BackedUp
from weeknotes_desktop.use_cases.start_note import start_note
from weeknotes_desktop.use_cases.trash_note import trash_note

START = datetime(2021, 3, 5, 9, 30, tzinfo=UTC)
WEEK = Week(2021, 9)
FULL = DiskFullError("The disk that holds the back-ups is full.", "Free some space.")


class Editor:
    """A pane that shows what it is given, and in which one can type."""

    def __init__(self) -> None:
        self.text = Typed("", "")
        self.opening = 0
        self.note_id: str | None = None

    def draw(self, state: EditorState) -> None:
        if state.opening != self.opening:
            self.opening, self.note_id, self.text = state.opening, state.note_id, state.typed

    def typed(self) -> Typed:
        return self.text

    def replace_text(self, typed: Typed) -> None:
        self.text = typed


class Page:
    """A reader that finds nothing in a page; what counts is when it is asked to."""

    def read(self, path: Path) -> FoundPage:
        return FoundPage(notes=())


class Desk:
    """A writer at a window whose clock and disk a test has in its hands."""

    def __init__(self) -> None:
        self.now = START
        self.library = FakeLibrary()
        self.note = start_note(self.library, WEEK)
        self.back_ups = FakeBackUps(self.library, lambda: self.now)
        self.timers, self.jobs = ManualTimers(), ImmediateJobs()
        self.writer = ImmediateWriter(self.library, self.back_ups)
        self.notices: list[Notice] = []
        self.said: list[BackedUp] = []
        self.drawn: list[BackUpsState] = []
        self.pane = Editor()
        self.keeping = Keeping(
            self.pane.typed, self.writer, self.timers, lambda: self.now, Settings
        )
        self.editor = EditorPresenter(
            self.pane, self.keeping, self.writer, self, lambda: self.now, Settings
        )
        self.schedule = BackUpSchedule(
            lambda: self.back_ups, self.jobs, self.timers, self, lambda: self.now, self.said.append
        )
        self.restoring = Restoring(lambda: self.back_ups, self.keeping, self.writer, self)
        self.window = BackUpsPresenter(
            self, lambda: self.back_ups, self.restoring, self.jobs, lambda: self.now, LabelPattern
        )
        anew = ReadingAnew(self.editor, self.keeping, self.writer, self)
        self.restoring.restored.connect(lambda _: anew.read(WEEK))
        self.editor.open(self.note.id)

    def show(self, notice: Notice) -> None:
        self.notices.append(notice)

    def withdraw(self, notice: Notice) -> None:
        self.notices[:] = [said for said in self.notices if said is not notice]

    def draw(self, state: BackUpsState) -> None:
        self.drawn.append(state)

    def type(self, body: str) -> None:
        self.pane.text = Typed("A title", body)
        self.keeping.typed_something()

    def save(self, body: str) -> None:
        self.type(body)
        self.keeping.save_now()

    def pass_time(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        self.timers.pass_time(seconds)

    def reasons(self) -> list[Reason]:
        return [one.reason for one in reversed(self.back_ups.all())]

    @property
    def body(self) -> str:
        return self.library.note(self.note.id).body


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_back_up_is_made_soon_after_the_start_and_then_each_half_hour_of_changes(
    desk: Desk,
) -> None:
    desk.schedule.begin()
    assert desk.reasons() == []
    desk.pass_time(AFTER_START)
    assert desk.reasons() == [Reason.START]
    desk.pass_time(EVERY)
    assert desk.reasons() == [Reason.START]
    desk.save("More")
    desk.pass_time(EVERY)
    assert desk.reasons() == [Reason.START, Reason.CHANGES]


def test_a_start_on_what_is_backed_up_already_makes_none(desk: Desk) -> None:
    desk.back_ups.make(Reason.CHANGES)
    desk.schedule.begin()
    desk.pass_time(AFTER_START)
    assert desk.reasons() == [Reason.CHANGES]


def test_the_status_bar_hears_of_the_newest_back_up(desk: Desk) -> None:
    desk.schedule.begin()
    assert desk.said == [BackedUp(at=None, today=START.date())]
    desk.pass_time(AFTER_START)
    assert desk.said[-1].at == START + timedelta(seconds=AFTER_START)
    # Tomorrow the same back-up is one of yesterday.
    desk.pass_time(24 * 3600)
    assert desk.said[-1].today == START.date() + timedelta(days=1)


def test_a_failure_is_said_once_and_stands_in_the_status_bar_until_it_is_over(desk: Desk) -> None:
    desk.schedule.begin()
    desk.pass_time(AFTER_START)
    desk.back_ups.refuses = FULL
    for _ in range(3):
        desk.pass_time(EVERY)
    assert [notice.text for notice in desk.notices] == [f"No back-up was made. {FULL.problem}"]
    assert not desk.notices[0].urgent
    assert desk.said[-1].problem == FULL.problem
    assert desk.said[-1].at == START + timedelta(seconds=AFTER_START)
    desk.back_ups.refuses = None
    desk.pass_time(EVERY)
    assert desk.said[-1].problem == ""


def bringing(desk: Desk) -> BringingPresenter:
    return BringingPresenter(
        Page, lambda: desk.back_ups, desk.writer, desk.jobs, desk, lambda: desk.now
    )


def test_before_an_import_there_is_a_back_up(desk: Desk) -> None:
    brought = bringing(desk)
    held: list[list[Reason]] = []
    brought.brought.connect(lambda _: held.append(desk.reasons()))
    brought.bring([Path("old.txt")])
    assert held == [[Reason.BEFORE_IMPORT]]


def test_without_a_back_up_nothing_is_imported_unless_the_writer_says_so(desk: Desk) -> None:
    brought = bringing(desk)
    reports: list[object] = []
    brought.brought.connect(reports.append)
    desk.back_ups.refuses = FULL
    brought.bring([Path("old.txt")])
    assert reports == []
    assert FULL.problem in desk.notices[-1].remedy
    act = desk.notices[-1].act
    assert act is not None
    act()
    assert len(reports) == 1


def test_the_window_lists_back_ups_and_says_what_restoring_the_newest_would_change(
    desk: Desk,
) -> None:
    desk.save("One")
    made = desk.back_ups.make(Reason.CHANGES)
    desk.save("Two")
    desk.window.look()
    state = desk.window.state
    assert state.chosen == made.path
    assert [(one.fate, one.label) for one in state.changes or ()] == [
        (Fate.CHANGES, "Weeknote 9.2021")
    ]
    desk.window.back_up_now()
    assert desk.window.state.changes == ()
    assert [one.reason for one in desk.window.state.back_ups or ()] == [
        Reason.ASKED,
        Reason.CHANGES,
    ]


def test_restoring_goes_back_and_undo_goes_forth_again(desk: Desk) -> None:
    desk.save("One")
    desk.back_ups.make(Reason.CHANGES)
    desk.save("Two")
    desk.window.look()
    desk.window.restore()
    assert desk.body == "One"
    assert desk.pane.text.body == "One"
    assert desk.reasons()[-1] is Reason.BEFORE_RESTORE
    assert desk.window.state.doing is Doing.NOTHING
    notice = desk.notices[-1]
    assert (notice.text, notice.action) == (
        "Your notes are as they were on 5 March 2021 at 09:30.",
        "Undo",
    )
    assert notice.act is not None
    notice.act()
    assert desk.body == "Two"
    assert desk.pane.text.body == "Two"


def test_what_is_typed_is_saved_before_it_makes_way(desk: Desk) -> None:
    desk.save("One")
    desk.back_ups.make(Reason.CHANGES)
    desk.save("Two")
    desk.window.look()
    desk.type("Two and a half")
    desk.window.restore()
    assert desk.body == "One"
    act = desk.notices[-1].act
    assert act is not None
    act()
    assert desk.body == "Two and a half"


def test_what_cannot_be_saved_is_not_replaced(desk: Desk) -> None:
    desk.save("One")
    desk.back_ups.make(Reason.CHANGES)
    desk.save("Two")
    desk.window.look()
    desk.type("Three")
    desk.library.refuses = FULL
    for _ in range(2):
        desk.window.restore()
        assert desk.pane.text.body == "Three"
        assert desk.window.state.doing is Doing.NOTHING
        assert "Nothing was restored" in desk.notices[-1].text
    said = len(desk.notices)
    desk.pass_time(60)
    assert len(desk.notices) == said
    desk.library.refuses = None
    desk.pass_time(5)
    # It was said that nothing was restored; saving later must not restore after all.
    assert desk.body == "Three"


def test_a_restore_that_fails_says_so_and_changes_nothing(desk: Desk) -> None:
    desk.save("One")
    desk.back_ups.make(Reason.CHANGES)
    desk.save("Two")
    desk.window.look()
    desk.back_ups.refuses = FULL
    desk.window.restore()
    assert desk.body == "Two"
    assert desk.notices[-1].text == FULL.problem
    assert desk.window.state.doing is Doing.NOTHING


def test_where_the_open_note_is_gone_the_next_one_opens(desk: Desk) -> None:
    desk.back_ups.make(Reason.CHANGES)
    desk.editor.start(WEEK.plus(1))
    assert desk.pane.note_id != desk.note.id
    desk.window.look()
    desk.window.restore()
    assert desk.pane.note_id == desk.note.id


def test_where_no_older_note_is_left_a_newer_one_opens(desk: Desk) -> None:
    newer = start_note(desk.library, WEEK.plus(2))
    trash_note(desk.library, desk.note.id, desk.now)
    desk.back_ups.make(Reason.CHANGES)
    desk.library.bring_back(desk.note.id, desk.now)
    desk.window.look()
    desk.window.restore()
    assert desk.pane.note_id == newer.id


def test_where_no_note_is_left_the_empty_page_opens(desk: Desk) -> None:
    trash_note(desk.library, desk.note.id, desk.now)
    desk.back_ups.make(Reason.CHANGES)
    desk.library.bring_back(desk.note.id, desk.now)
    desk.window.look()
    desk.window.restore()
    assert desk.pane.note_id is None
    assert desk.keeping.current() is None


def test_what_is_typed_into_a_note_that_goes_just_then_becomes_a_note_of_its_own(
    desk: Desk,
) -> None:
    desk.back_ups.make(Reason.CHANGES)
    desk.editor.start(WEEK.plus(1))
    desk.type("Typed while it went")
    desk.back_ups.restore(desk.back_ups.all()[0].path)
    desk.keeping.save_now()
    bodies = [desk.library.note(one.id).body for one in desk.library.summaries()]
    assert bodies == ["Typed while it went", ""]
    assert desk.keeping.safe


def test_nothing_is_restored_that_would_change_nothing(desk: Desk) -> None:
    desk.back_ups.make(Reason.CHANGES)
    desk.window.look()
    assert desk.window.state.changes == ()
    desk.window.restore()
    assert desk.reasons() == [Reason.CHANGES]


def test_a_file_from_elsewhere_that_is_none_of_ours_is_told_plainly(desk: Desk) -> None:
    desk.back_ups.make(Reason.CHANGES)
    desk.window.look()
    desk.window.choose_file(Path("/home/me/photos.db"))
    state = desk.window.state
    assert state.elsewhere == state.chosen == Path("/home/me/photos.db")
    assert state.problem == "photos.db is no library of WeekNotes. Choose another file."
    desk.window.choose(desk.back_ups.all()[0].path)
    assert desk.window.state.problem == ""


def test_a_back_up_that_cannot_be_made_is_said_in_the_window(desk: Desk) -> None:
    desk.back_ups.refuses = FULL
    desk.window.look()
    desk.window.back_up_now()
    assert desk.window.state.problem == str(FULL)
    assert desk.window.state.doing is Doing.NOTHING


class Choices:
    """Settings, and back-ups that know what they say."""

    def __init__(self, desk: Desk) -> None:
        self.store = MemorySettings()
        self.tried: list[str] = []
        self.changed: list[Path] = []
        self.refused: list[object] = []
        self.desk = desk
        self.folder = BackUpFolder(
            Path("/home/me/Dropbox/notes.db"), lambda: self.store, self.back_ups, desk.jobs
        )
        self.folder.changed.connect(self.changed.append)
        self.folder.refused.connect(self.refused.append)

    def back_ups(self) -> FakeBackUps:
        self.tried.append(self.chosen)
        return self.desk.back_ups

    @property
    def chosen(self) -> str:
        return self.store.load()[0].back_up_folder


def test_another_folder_is_kept_once_a_back_up_could_be_made_there(desk: Desk) -> None:
    choices = Choices(desk)
    choices.folder.change(Path("/media/stick"))
    assert choices.tried == [choices.chosen] == ["/media/stick"]
    assert choices.changed == [desk.back_ups.folder]
    assert desk.reasons() == [Reason.ASKED]
    choices.folder.change(Path("/home/me/Dropbox/backups"))
    assert choices.chosen == ""


def test_a_folder_that_cannot_be_used_is_forgotten_again(desk: Desk) -> None:
    choices = Choices(desk)
    desk.back_ups.refuses = FULL
    choices.folder.change(Path("/media/stick"))
    assert choices.tried == ["/media/stick"]
    assert choices.chosen == ""
    assert choices.refused == [FULL]
    choices.store.refuses = SettingsError("The settings could not be written.")
    choices.folder.change(Path("/media/stick"))
    assert choices.refused[-1] is choices.store.refuses


def cloud_folder(desk: Desk, choices: Choices, home: Path, cloud: str | None) -> CloudFolder:
    return CloudFolder(
        Path("/home/me/Dropbox/notes.db"),
        home,
        lambda _: cloud,
        choices.folder,
        desk.writer,
        desk.jobs,
        desk,
    )


def test_a_library_in_a_cloud_folder_is_said_once(desk: Desk, tmp_path: Path) -> None:
    for _ in range(2):
        cloud_folder(desk, Choices(desk), tmp_path / "notes.db", "Dropbox").look()
    (notice,) = desk.notices
    assert notice.text == ("Your notes file lies in Dropbox, which can break it while it is open.")
    assert (notice.action, notice.urgent) == ("Keep only back-ups there", True)


def test_a_library_in_nobodys_cloud_is_no_news(desk: Desk, tmp_path: Path) -> None:
    cloud = cloud_folder(desk, Choices(desk), tmp_path / "notes.db", None)
    cloud.look()
    assert (cloud.cloud, desk.notices) == ("", [])


def test_only_back_ups_stay_in_the_cloud_once_the_writer_says_so(
    desk: Desk, tmp_path: Path
) -> None:
    choices = Choices(desk)
    cloud = cloud_folder(desk, choices, tmp_path / "notes.db", "Dropbox")
    cloud.look()
    act = desk.notices[-1].act
    assert act is not None
    act()
    assert choices.chosen == "/home/me/Dropbox"
    assert cloud.moves
    assert str(tmp_path / "notes.db") in desk.notices[-1].remedy


def test_a_library_reached_by_a_link_keeps_its_back_ups_where_it_really_lies(
    desk: Desk, tmp_path: Path
) -> None:
    lies = tmp_path / "Dropbox" / "notes.db"
    lies.parent.mkdir()
    lies.touch()
    link = tmp_path / "notes.db"
    link.symlink_to(lies)
    choices = Choices(desk)
    home = tmp_path / "home" / "notes.db"
    cloud = CloudFolder(
        link, home, lambda _: "Dropbox", choices.folder, desk.writer, desk.jobs, desk
    )
    cloud.look()
    assert cloud.may_move
    cloud.keep_only_back_ups_there()
    assert choices.chosen == str(lies.parent)


def test_a_library_that_can_only_be_read_is_neither_backed_up_nor_restored(desk: Desk) -> None:
    desk.save("One.")
    desk.back_ups.make(Reason.ASKED)
    desk.save("Two.")
    desk.window.say_read_only(may_copy=True)
    desk.window.look()
    assert desk.window.state.changes
    desk.window.back_up_now()
    desk.window.restore()
    assert desk.reasons() == [Reason.ASKED]
    assert desk.window.state.doing is Doing.NOTHING


def test_where_another_library_lies_at_home_no_move_is_offered(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "notes.db").touch()
    cloud = cloud_folder(desk, Choices(desk), tmp_path / "notes.db", "Dropbox")
    cloud.look()
    assert desk.notices[-1].action == ""
    assert not cloud.may_move


def test_a_library_stays_where_no_back_up_could_be_made(desk: Desk, tmp_path: Path) -> None:
    cloud = cloud_folder(desk, Choices(desk), tmp_path / "notes.db", "Dropbox")
    cloud.look()
    desk.back_ups.refuses = FULL
    cloud.keep_only_back_ups_there()
    assert not cloud.moves
    assert desk.notices[-1].text == FULL.problem


def test_everything_goes_into_the_markdown_with_what_was_typed_just_now(desk: Desk) -> None:
    written: list[str] = []
    shown: list[Path] = []
    leaving = MarkdownLeaving(
        desk.keeping, lambda _: written.append(desk.body), desk.jobs, desk, shown.append
    )
    desk.type("Just now")
    leaving.write(Path("/media/stick/all"))
    assert written == ["Just now"]
    assert "private" in desk.notices[-1].remedy
    act = desk.notices[-1].act
    assert act is not None
    act()
    assert shown == [Path("/media/stick/all")]


def test_what_cannot_be_saved_is_missing_in_no_markdown_without_a_word(desk: Desk) -> None:
    written: list[Path] = []
    leaving = MarkdownLeaving(desk.keeping, written.append, desk.jobs, desk, written.append)
    desk.save("One")
    desk.type("Two")
    desk.library.refuses = FULL
    desk.pass_time(5)
    leaving.write(Path("/media/stick/all"))
    assert written == []
    assert "Nothing was written" in desk.notices[-1].text


def test_how_many_rows_of_the_chosen_one_are_damaged_is_said(desk: Desk) -> None:
    desk.save("One.")
    whole = desk.back_ups.make(Reason.ASKED)
    damaged = desk.back_ups.make(Reason.ASKED)
    desk.back_ups.damaged_in[damaged.path] = 3
    desk.window.look()
    assert desk.window.state.damaged == 3
    desk.window.choose(whole.path)
    assert desk.window.state.damaged == 0
