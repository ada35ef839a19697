"""The bar above the panes: what happened, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.words import breakable

_FADES_AFTER = 8_000
_LONGEST_PATH = 100
"""From how many letters on a path is broken as well; a shorter one is copied as it is."""
# What is quoted, unless it is a path.
_LONG_WORDING = re.compile(r"“([^”/\\]{100})[^”/\\]{20,}”")


class NoticeBar(QFrame):
    """Shows one notice; never modal. What is urgent or offers a way back stays, the rest goes.

    Args:
        fades_after: For how long any other stays, in milliseconds.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, fades_after: int = _FADES_AFTER
    ) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self._notice: Notice | None = None
        self._waiting: list[Notice] = []
        self._came_from: QWidget | None = None
        self._go_home: Callable[[], None] | None = None
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        # However long the words are, the window may be as narrow as it is without them.
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._mark = QLabel("!")
        self._mark.setObjectName("noticeMark")
        self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._action = QPushButton()
        self._action.clicked.connect(self._act)
        self._other = QPushButton()
        self._other.clicked.connect(self._act_other)
        self._dismiss = QToolButton()
        self._dismiss.setAccessibleName(self.tr("Dismiss"))
        self._dismiss.setToolTip(self.tr("Dismiss"))
        self._dismiss.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._dismiss.clicked.connect(self.hide)
        theme.icons.give("close", self._dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.dots(14), theme.dots(7), theme.dots(10), theme.dots(7))
        row.setSpacing(theme.dots(10))
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._other)
        row.addWidget(self._dismiss)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(fades_after)
        self._timer.timeout.connect(self._fade)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_keyboard)
        self.hide()

    def give_home(self, go_home: Callable[[], None]) -> None:
        """Say what takes the keyboard from here where it cannot go back."""
        self._go_home = go_home

    def show(self, notice: Notice | None = None) -> None:
        """Show ``notice`` in place of the one before; read out to who cannot see it.

        A lasting one comes back after what cannot wait, and the rest waits for it.
        """
        if notice is None:
            super().show()
            return
        if self._notice is not None and self._notice.lasting:
            if not (notice.urgent or notice.action):
                self._waiting.append(notice)
                return
            self._waiting.insert(0, self._notice)
        self._say(notice)

    def withdraw(self, notice: Notice) -> None:
        """Take ``notice`` back, be it shown or waiting; nothing happens to any other."""
        if self._notice is notice:
            self.hide()
        else:
            self._waiting = [other for other in self._waiting if other is not notice]

    def _say(self, notice: Notice) -> None:
        self._give_keyboard_back()
        self._notice = notice
        words = f"{notice.text} {notice.remedy}".strip()
        self._text.setText(_broken(words))
        self._mark.setVisible(notice.urgent)
        self._action.setText(notice.action)
        self._action.setVisible(bool(notice.action))
        self._other.setText(notice.other)
        self._other.setVisible(bool(notice.other))
        self.setProperty("urgent", notice.urgent)
        self.style().polish(self)
        self.setAccessibleName(words)
        super().show()
        self._announce(words, urgent=notice.urgent)
        # What offers a way back stays until it is taken, dismissed or overtaken.
        if notice.urgent or notice.action or notice.lasting:
            self._timer.stop()
        else:
            self._timer.start()

    def hide(self) -> None:
        """Go, and let come what had to wait."""
        self._give_keyboard_back()
        super().hide()
        self._notice = None
        if self._waiting:
            self._say(self._waiting.pop(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape dismisses."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is left to fade."""
        self._timer.stop()
        super().hideEvent(event)

    def _announce(self, words: str, *, urgent: bool) -> None:
        # Not on top: seldom is there a notice before the first paint.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        said = QAccessibleAnnouncementEvent(self, words)
        politeness = QAccessible.AnnouncementPoliteness
        said.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(said)

    def take_back(self) -> None:
        """Take back what happened, if that is what the notice that is shown offers."""
        if self._notice is not None and self._notice.takes_back:
            self.act()

    def act(self) -> None:
        """Do what the button offers, if a notice with one is shown."""
        if self.isVisible() and self._action.isVisibleTo(self):
            self._act()

    def _act(self) -> None:
        notice = self._taken()
        if notice is not None and notice.act is not None:
            notice.act()

    def _act_other(self) -> None:
        notice = self._taken()
        if notice is not None and notice.act_other is not None:
            notice.act_other()

    def _taken(self) -> Notice | None:
        """The notice whose button was pressed; it is over."""
        notice = self._notice
        self.hide()
        return notice

    def _follow_keyboard(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self.window() and not self.isAncestorOf(now):
            self._came_from = now

    def _give_keyboard_back(self) -> None:
        """Before a button goes, or the keyboard would land on whatever is near."""
        here = (self._text, self._action, self._other, self._dismiss)
        if self.window().focusWidget() not in here:
            return
        place = self._came_from
        if place is not None and isValid(place) and place.isVisible() and place.isEnabled():
            place.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._go_home is not None:
            self._go_home()

    def _fade(self) -> None:
        """Go, unless the user is just reading it or about to press its button."""
        buttons = (self._action, self._other, self._dismiss)
        if self.underMouse() or any(button.hasFocus() for button in buttons):
            self._timer.start()
        else:
            self.hide()


def _broken(words: str) -> str:
    """``words`` with long wordings cut short, and places to break in words that are too long."""
    words = _LONG_WORDING.sub(lambda found: f"“{found[1].rstrip()}…”", words)
    return " ".join(
        word if {"/", "\\"} & set(word) and len(word) <= _LONGEST_PATH else breakable(word)
        for word in words.split(" ")
    )
