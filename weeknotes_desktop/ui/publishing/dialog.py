"""The dialog in which a note is published, over the window."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from weeknotes_desktop.presenters.publishing_state import Page, PublishingState
from weeknotes_desktop.ui.publishing.choice_page import ChoicePage
from weeknotes_desktop.ui.publishing.enter import is_enter, pressed_by
from weeknotes_desktop.ui.publishing.foot import Foot
from weeknotes_desktop.ui.publishing.labels import words
from weeknotes_desktop.ui.publishing.leaks_page import LeaksPage
from weeknotes_desktop.ui.publishing.places import asked_place
from weeknotes_desktop.ui.publishing.shade import Shade
from weeknotes_desktop.ui.publishing.stays_page import StaysPage
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.tall_scroll import TallScroll
from weeknotes_desktop.ui.words import breakable

_WIDTH, _LOWEST, _AROUND, _CORNER = 860, 300, 24, 11
_LONGEST_TITLE = 120


class PublishDialog(QDialog):
    """Draws a ``PublishingState`` and says what the user did.

    Args:
        over: The main window, which nothing can be done in meanwhile.
    """

    place_chosen = Signal(str)  # a path
    cancelled = Signal()
    published = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._theme, self._over = theme, over
        self._page: Page | None = None
        self._state: PublishingState | None = None
        self._said = ""
        self.setObjectName("publishDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowTitle(self.tr("Publish – WeekNotes"))
        self._shade = Shade(over)
        self._title, self._label = words(name="publishTitle"), QLabel()
        self._label.setObjectName("publishLabel")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.choice, self.stays, self.leaks = ChoicePage(theme), StaysPage(theme), LeaksPage(theme)
        self._foot = Foot(theme)
        self._foot.cancelled.connect(self.cancelled)
        self._foot.published.connect(self.published)
        self._pages: dict[Page, ChoicePage | StaysPage | LeaksPage] = {}
        self._pages |= {Page.CHOICE: self.choice, Page.STAYS: self.stays, Page.LEAKS: self.leaks}
        self._scrolls = {page: TallScroll(inside) for page, inside in self._pages.items()}
        self.choice.rearranged.connect(self._order_tabs)
        self.finished.connect(self._over_with)
        over.installEventFilter(self)
        self._lay_out()
        theme.changed.connect(self._measure)

    def draw(self, state: PublishingState) -> None:
        """Draw the whole dialog; drawing is never mistaken for the writer's own click."""
        before, self._state = self._state, state
        title = _shortened(state.title)
        self._title.setText(
            breakable(self.tr("Publish “{title}”").format(title=title))
            if title
            else self.tr("Publish")
        )
        self._label.setText(_shortened(state.label, 40))
        for page in (self.choice, self.stays, self.leaks):
            page.draw(state)
        self._foot.draw(state)
        self._turn_to(state.page)
        self._order_tabs()
        self._announce(state)
        self._fit()
        if before is not None and self.isVisible():
            self._keep_keyboard(before, state)

    def come(self) -> None:
        """Show itself over the window, with the keyboard on the way out that is chosen."""
        if not self.isVisible():
            self._shade.fall()
            self._fit()
            self.open()
        self.activateWindow()
        self.choice.chosen_stop().setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self._show_keyboard()

    def ask_place(self) -> None:
        """Ask for the file or folder of the way out that is chosen."""
        if self._state is not None:
            chosen = asked_place(self, self._state.card, self._state.name)
            if chosen:
                self.place_chosen.emit(chosen)
                self.activateWindow()
                self._foot.publish.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self) -> None:
        """Close."""
        if self.isVisible():
            self.done(0)

    def reject(self) -> None:
        """Escape means what *Cancel* does."""
        self.cancelled.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """So does whatever else would close it."""
        event.ignore()
        self.cancelled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is for the button that has the keyboard, else for *Publish*, as is Ctrl+Enter."""
        if not is_enter(event):
            super().keyPressEvent(event)
            return
        button = pressed_by(event, self.focusWidget(), self._foot.publish)
        # A key that is held down may be the one that opened the dialog.
        if button.isVisible() and not event.isAutoRepeat():
            button.click()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over the middle of the window."""
        if watched is self._over and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # all of it
        """One card with round corners."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("panel"))
        corner = self._theme.dots(_CORNER)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Round the corners, also where nothing can shine through a window."""
        super().resizeEvent(event)
        path = QPainterPath()
        corner = self._theme.dots(_CORNER)
        path.addRoundedRect(QRectF(self.rect()), corner, corner)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def _over_with(self) -> None:
        self._shade.hide()
        self._said = ""
        # Not every system gives the keyboard back by itself.
        self._over.activateWindow()
        self.closed.emit()

    def _turn_to(self, page: Page) -> None:
        if page is self._page:
            return
        before, self._page = self._page, page
        self._stack.setCurrentWidget(self._scrolls[page])
        if before is None or not self.isVisible():
            return
        stop: QWidget = self._foot.cancel
        if page is Page.CHOICE:
            stop = self._foot.publish
        elif page is Page.STAYS:
            stop = self.stays.first_stop()
        # Never on what lets something private pass: a key may be held down.
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_keyboard(self, before: PublishingState, state: PublishingState) -> None:
        """Where it is wanted now, and in sight."""
        if state.page is Page.CHOICE and before.work is not None and state.work is None:
            # While it worked, nothing on the page could have it.
            self.choice.chosen_stop().setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_keyboard()
        elif before.points != state.points:
            self._show_keyboard()

    def _show_keyboard(self) -> None:
        focused = self.focusWidget()
        if self.choice.isAncestorOf(focused):
            part = self.choice.part_of(focused)
            self._scrolls[Page.CHOICE].bring_into_sight(part, self._theme.dots(_AROUND) // 2)

    def _order_tabs(self) -> None:
        """Tab goes as one reads, in whatever order the rows were made."""
        page = self._pages[self._page or Page.CHOICE]
        stops = [*page.stops(), self._foot.cancel, self._foot.publish]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _announce(self, state: PublishingState) -> None:
        """Read out what the foot says now, but for each step forward of what is being done."""
        said = self._foot.words_for(state).partition(" · ")[0]
        if state.page is Page.LEAKS:
            said = self.leaks.accessibleName()
        if said == self._said or not said:
            return
        self._said = said
        told = QAccessibleAnnouncementEvent(self, said)
        if state.trouble or state.page is Page.LEAKS:
            told.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(told)

    def _lay_out(self) -> None:
        head = QWidget()
        head.setObjectName("publishHead")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._head = QHBoxLayout(head)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._label)
        self._stack = QStackedWidget()
        for scroll in self._scrolls.values():
            self._stack.addWidget(scroll)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self._foot)
        self._parts = (head, self._foot)
        # Only now: before it stood in a dialog, there was none to be the default of.
        self._foot.publish.setDefault(True)
        self._measure()

    def _fit(self) -> None:
        """As tall as what is in it, as far as the window is; over its middle."""
        dots = self._theme.dots
        room = self._over.size() - QSize(2, 2) * dots(_AROUND)
        width = min(dots(_WIDTH), room.width())
        around = sum(
            part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
            for part in self._parts
        )
        inside = self._pages[self._page or Page.CHOICE].height_at(width - 2)
        height = max(min(around + inside + 2, room.height()), min(dots(_LOWEST), room.height()))
        place = QRect(QPoint(0, 0), QSize(width, height))
        place.moveCenter(QRect(self._over.mapToGlobal(QPoint(0, 0)), self._over.size()).center())
        self.setGeometry(place)

    def _measure(self) -> None:
        dots = self._theme.dots
        self._head.setContentsMargins(dots(23), dots(17), dots(23), dots(17))
        self._head.setSpacing(dots(16))
        self._fit()


def _shortened(text: str, longest: int = _LONGEST_TITLE) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
