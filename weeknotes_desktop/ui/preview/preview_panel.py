"""The preview: the note as me, the team or the public will read it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import delete

from weeknotes_desktop.domain.checks.spots import Spot, block_of
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.ports import Jobs
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.presenters.preview import PreviewState
from weeknotes_desktop.ui import words
from weeknotes_desktop.ui.preview.documents import PreviewDocuments
from weeknotes_desktop.ui.preview.page import Page, PreviewDocument
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.segmented import Segmented


class PreviewPanel(QWidget):
    """Draws a ``PreviewState``; what draws the page is made when it is first seen.

    Args:
        theme: Gaps of today's text size.
        jobs: Imports what draws the page, away from the window.
        documents: Makes what draws the page.
    """

    audience_chosen = Signal(Audience)
    watched = Signal(bool)  # somebody can see the preview now, or no longer
    remarked = Signal(str)  # what the writer should know about this kind of preview
    scrolled_to = Signal(float, bool)  # the line that is on top, and whether it is the very end
    line_chosen = Signal(int)  # what comes from that line was clicked

    def __init__(
        self,
        theme: Theme,
        jobs: Jobs,
        documents: PreviewDocuments,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._documents = documents
        self._document: PreviewDocument | None = None
        self._asked = self._paper = False
        self._state = PreviewState()
        self._spots: tuple[Spot, ...] = ()
        self._spots_end = self._caret = -1
        self._audience = Segmented[Audience](
            self.tr("As seen by"),
            [
                (Audience.ME, self.tr("Me")),
                (Audience.TEAM, self.tr("Team")),
                (Audience.PUBLIC, self.tr("Public")),
            ],
        )
        self._audience.show_value(Audience.PUBLIC)
        self._audience.chosen.connect(self.audience_chosen)
        self._problem = QLabel()
        self._problem.setObjectName("previewProblem")
        self._problem.setWordWrap(True)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.hide()
        self._waiting = QLabel(self.tr("Preparing preview…"))
        self._waiting.setObjectName("previewWaiting")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setObjectName("preview")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Preview of the note"))
        self._lay_out(theme)

    def draw(self, state: PreviewState) -> None:
        """Show ``state``; the reader's place on the page stays."""
        self._state = state
        self._audience.show_value(state.audience)
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        self._show_page()

    def show_slips(self, spots: tuple[Spot, ...], last_line: int) -> None:
        """Mark what there is to look at, as long as the text has that many lines."""
        if (spots, last_line) != (self._spots, self._spots_end):
            self._spots, self._spots_end = spots, last_line
            self._show_page()

    @property
    def up_to_date(self) -> bool:
        """Whether the page shows the state drawn last."""
        return self._document is not None and self._document.up_to_date

    def show_paper(self, *, paper: bool) -> None:
        """Show the page as it is printed, or in the look of the window."""
        self._paper = paper
        if self._document is not None:
            self._document.show_paper(paper=paper)

    def follow(self, line: float, *, end: bool) -> None:
        """Scroll to where the text is: that line is on top, or it cannot go further."""
        self._caret = -1
        if self._document is not None:
            self._document.follow(line, end=end)

    def follow_caret(self, line: int) -> None:
        """Bring into sight what comes from that line, also on a page that comes later."""
        self._caret = line
        if self._document is not None:
            self._document.follow_caret(line)

    def scrolled(self, line: float, end: bool) -> None:
        """Somebody scrolled the page."""
        self._caret = -1
        self.scrolled_to.emit(line, end)

    def chose(self, line: int) -> None:
        """Somebody clicked into the page."""
        self.line_chosen.emit(line)

    def close_document(self) -> None:
        """Let go of what draws the page; it comes back when the preview is next shown."""
        if self._document is not None:
            # At once: Chromium's page must be gone before its profile, and the
            # end of a program keeps no order.
            delete(self._document.widget())
            self._document = None
            self._waiting.show()
        self._asked = False

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to make what draws the page, the first time."""
        super().showEvent(event)
        if event.spontaneous():
            return
        if not self._asked:
            self._asked = True
            self._jobs.run(self._documents.prepare, self._on_prepared, self._on_refused)
        self.watched.emit(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the page, or keep it until there is one."""
        super().focusInEvent(event)
        if self._document is not None:
            self._document.widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that nobody looks any more."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.watched.emit(False)

    def _lay_out(self, theme: Theme) -> None:
        seen_by = QLabel(self.tr("As seen by"))
        seen_by.setObjectName("asSeenBy")
        top = QHBoxLayout()
        top.setContentsMargins(12, theme.dots(11), 22, theme.dots(9))
        top.setSpacing(theme.dots(10))
        top.addStretch(1)
        top.addWidget(seen_by)
        top.addWidget(self._audience)
        problem = QHBoxLayout()
        problem.setContentsMargins(34, 0, 34, 0)
        problem.addWidget(self._problem)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(0)
        self._room.addLayout(top)
        self._room.addLayout(problem)
        self._room.addWidget(self._waiting, 1)

    def _on_prepared(self, _nothing: None) -> None:
        if self._asked and self._document is None:
            self._use(self._documents.make())

    def _on_refused(self, _error: WeekNotesError) -> None:
        self._fall_back()

    def _fall_back(self) -> None:
        self._use(self._documents.make_simple())

    def _use(self, document: PreviewDocument) -> None:
        if self._document is not None:
            self._document.widget().deleteLater()
        self._document = document
        document.on_failure(self._fall_back)
        document.tell(self)
        document.show_paper(paper=self._paper)
        self._waiting.hide()
        self._room.addWidget(document.widget(), 1)
        self._show_page()
        if self.hasFocus():
            document.widget().setFocus(Qt.FocusReason.OtherFocusReason)
        self.remarked.emit(document.remark)

    def _show_page(self) -> None:
        if self._document is not None:
            self._document.show_page(self._shown_page())
            if self._caret >= 0:
                self._document.follow_caret(self._caret)

    def _shown_page(self) -> Page:
        state = self._state
        # As on the exported page: without a title the label is the heading.
        heading = state.title or state.label
        facts = [state.label] if state.title and state.label else []
        if state.week is not None:
            beginning = self.tr("Week beginning {day}")
            facts.append(beginning.format(day=words.full_date(state.week.monday)))
        slips: list[tuple[int, str]] = []
        if state.last_line == self._spots_end:
            for spot in self._spots:
                block = block_of(spot, state.lines)
                if block is not None:
                    slips.append((block, spot.message))
        return Page(
            title=heading,
            facts=" · ".join(facts),
            body=state.body,
            lines=state.lines,
            last_line=state.last_line,
            slips=tuple(slips),
            audience=state.audience,
        )
