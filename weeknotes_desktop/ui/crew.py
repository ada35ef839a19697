"""Who works together in one window: what is on the screen, and what each click means.

Some come first, some after the first paint; asking for one that has not come
is a mistake, and fails as one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weeknotes_desktop.presenters.archive import ArchivePresenter
from weeknotes_desktop.presenters.closing import ClosingPresenter
from weeknotes_desktop.presenters.editor import EditorPresenter
from weeknotes_desktop.presenters.goals import GoalsPresenter
from weeknotes_desktop.presenters.keeping import Keeping
from weeknotes_desktop.presenters.note_facts import NoteFacts
from weeknotes_desktop.presenters.status import StatusPresenter
from weeknotes_desktop.ui.archive.panel import ArchivePanel
from weeknotes_desktop.ui.editor.editor_pane import EditorPane
from weeknotes_desktop.ui.goals.panel import GoalsPanel
from weeknotes_desktop.ui.main_window import MainWindow
from weeknotes_desktop.ui.notice_bar import NoticeBar
from weeknotes_desktop.ui.status_bar import StatusBar

if TYPE_CHECKING:
    # Imported with the rest of the program.
    from weeknotes_desktop.presenters.bringing import BringingPresenter
    from weeknotes_desktop.presenters.leaving import LeavingPresenter
    from weeknotes_desktop.presenters.preview import PreviewPresenter
    from weeknotes_desktop.ui.actions import Actions
    from weeknotes_desktop.ui.dialogs import Dialogs
    from weeknotes_desktop.ui.preview.preview_panel import PreviewPanel


class Views:
    """What is on the screen."""

    actions: Actions
    dialogs: Dialogs
    preview: PreviewPanel

    def __init__(
        self,
        *,
        window: MainWindow,
        archive: ArchivePanel,
        editor: EditorPane,
        goals: GoalsPanel,
        notices: NoticeBar,
        status: StatusBar,
    ) -> None:
        self.window = window
        self.archive = archive
        self.editor = editor
        self.goals = goals
        self.notices = notices
        self.status = status

    def complete(self, *, actions: Actions, dialogs: Dialogs, preview: PreviewPanel) -> None:
        """Welcome those who come after the first paint."""
        self.actions = actions
        self.dialogs = dialogs
        self.preview = preview


class Presenters:
    """What each click means."""

    bringing: BringingPresenter
    leaving: LeavingPresenter
    preview: PreviewPresenter

    def __init__(
        self,
        *,
        archive: ArchivePresenter,
        editor: EditorPresenter,
        facts: NoteFacts,
        keeping: Keeping,
        goals: GoalsPresenter,
        status: StatusPresenter,
        closing: ClosingPresenter,
    ) -> None:
        self.archive = archive
        self.editor = editor
        self.facts = facts
        self.keeping = keeping
        self.goals = goals
        self.status = status
        self.closing = closing

    def complete(
        self,
        *,
        bringing: BringingPresenter,
        leaving: LeavingPresenter,
        preview: PreviewPresenter,
    ) -> None:
        """Welcome those who come after the first paint."""
        self.bringing = bringing
        self.leaving = leaving
        self.preview = preview
