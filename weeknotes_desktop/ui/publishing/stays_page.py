"""What stays here of a note, and the exact text that leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from weeknotes_desktop.domain.before_publishing import Kept, Stays, StaysHere
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.presenters.publishing_state import PublishingState
from weeknotes_desktop.ui.publishing.labels import heading, words
from weeknotes_desktop.ui.theme import Theme

_NARROW = 640
_TEXT, _LOW = 330, 200


class StaysPage(QWidget):
    """Two texts to read: what stays, and what leaves."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("publishPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shown: Stays | None = None
        self._here = _text(self.tr("What stays here"), "publishHere")
        self._leaves = _text(self.tr("The exact text that leaves"), "publishLeaves")
        self._nothing = words(name="publishDetail")
        self._lay_out()
        theme.changed.connect(self._measure)
        self._measure()

    def draw(self, state: PublishingState) -> None:
        """Show both; what the writer has scrolled to stays in sight while nothing is new."""
        stays = state.stays
        if stays is None or stays == self._shown:
            return
        self._shown = stays
        self._nothing.setText(
            "" if stays.here else self.tr("Nothing: all of this note may be read.")
        )
        self._nothing.setVisible(not stays.here)
        self._here.setVisible(bool(stays.here))
        self._here.setPlainText("\n\n".join(map(self._told, stays.here)))
        self._leaves.setPlainText(stays.leaves)

    def first_stop(self) -> QWidget:
        """Where one begins to read."""
        return self._leaves if self._here.isHidden() else self._here

    def stops(self) -> list[QWidget]:
        """Where the keyboard stops."""
        return [text for text in (self._here, self._leaves) if not text.isHidden()]

    def height_at(self, width: int) -> int:
        """How tall it wants to be when it is that wide."""
        self._arrange(width)
        return self._row.totalHeightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One text above the other where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _told(self, line: StaysHere) -> str:
        """What it is and where it stands, what it says, and what others read in its place."""
        what = " · ".join(filter(None, (self._kind(line), line.where)))
        instead = self.tr("Others read: {words}").format(words=line.read_instead)
        return "\n".join([what, line.words, *([instead] if line.read_instead else [])])

    def _kind(self, line: StaysHere) -> str:
        team = line.kept_for is Audience.TEAM
        return {
            Kept.PASSAGE: self.tr("Passage for the team") if team else self.tr("Private passage"),
            Kept.GOAL: self.tr("Goal for the team") if team else self.tr("Private goal"),
            Kept.JOT: self.tr("Jot"),
            Kept.PICTURE: self.tr("Picture"),
            Kept.FOCUS: self.tr("Focus"),
        }[line.kind].upper()

    def _lay_out(self) -> None:
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._left.addWidget(heading(self.tr("What stays here")))
        self._left.addWidget(self._nothing)
        self._left.addWidget(self._here, 1)
        self._left.addStretch(0)
        self._right.addWidget(heading(self.tr("The exact text that leaves")))
        self._right.addWidget(self._leaves, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(self._left, 1)
        self._row.addLayout(self._right, 1)

    def _arrange(self, width: int | None = None) -> None:
        narrow = (width or self.width()) < self._theme.dots(_NARROW)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        for text in (self._here, self._leaves):
            text.setMinimumHeight(self._theme.dots(_LOW if narrow else _TEXT))

    def _measure(self) -> None:
        dots = self._theme.dots
        self._row.setContentsMargins(dots(23), dots(18), dots(23), dots(20))
        self._row.setSpacing(dots(26))
        for column in (self._left, self._right):
            column.setSpacing(dots(9))
        self._arrange()


def _text(name: str, look: str) -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setObjectName(look)
    text.setReadOnly(True)
    text.setAccessibleName(name)
    # To be read and copied by the keyboard too; Tab goes on.
    text.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    text.setTabChangesFocus(True)
    return text
