"""Who works together in one window: what is on the screen, and what each click means."""

from __future__ import annotations

from dataclasses import dataclass

from weeknotes_desktop.presenters.archive import ArchivePresenter
from weeknotes_desktop.presenters.bringing import BringingPresenter
from weeknotes_desktop.presenters.closing import ClosingPresenter
from weeknotes_desktop.presenters.editor import EditorPresenter
from weeknotes_desktop.presenters.goals import GoalsPresenter
from weeknotes_desktop.presenters.keeping import Keeping
from weeknotes_desktop.presenters.leaving import LeavingPresenter
from weeknotes_desktop.presenters.preview import PreviewPresenter
from weeknotes_desktop.presenters.status import StatusPresenter
from weeknotes_desktop.ui.actions import Actions
from weeknotes_desktop.ui.archive.panel import ArchivePanel
from weeknotes_desktop.ui.dialogs import Dialogs
from weeknotes_desktop.ui.editor.editor_pane import EditorPane
from weeknotes_desktop.ui.goals.panel import GoalsPanel
from weeknotes_desktop.ui.main_window import MainWindow
from weeknotes_desktop.ui.notice_bar import NoticeBar
from weeknotes_desktop.ui.preview.preview_panel import PreviewPanel


@dataclass(frozen=True, slots=True, kw_only=True)
class Views:
    """What is on the screen."""

    window: MainWindow
    actions: Actions
    archive: ArchivePanel
    editor: EditorPane
    goals: GoalsPanel
    preview: PreviewPanel
    notices: NoticeBar
    dialogs: Dialogs


@dataclass(frozen=True, slots=True, kw_only=True)
class Presenters:
    """What each click means."""

    archive: ArchivePresenter
    editor: EditorPresenter
    keeping: Keeping
    goals: GoalsPresenter
    preview: PreviewPresenter
    status: StatusPresenter
    leaving: LeavingPresenter
    bringing: BringingPresenter
    closing: ClosingPresenter
