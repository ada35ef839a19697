"""One thing to look at before a note leaves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from weeknotes_desktop.domain.before_publishing import Point, Way
from weeknotes_desktop.ui.publishing.labels import words
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.words import breakable


class PointRow(QFrame):
    """Mark, sentence, what is said below it, and what can be done."""

    followed = Signal(object)  # the Point
    silenced = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("publishPoint")
        self._point: Point | None = None
        self._mark = QLabel()
        self._mark.setObjectName("publishMark")
        self._message, self._detail = words(name="publishMessage"), words(name="publishDetail")
        self._way = link_button()
        self._way.clicked.connect(lambda: self.followed.emit(self._point))
        # Its room is kept free while nobody sees it, so that nothing moves when somebody does.
        self._silence = link_button(quiet=True)
        self._silence.setParent(self)
        self._silence.setText(self.tr("Not in this note"))
        self._silence.clicked.connect(lambda: self.silenced.emit(self._point))
        self._silence.installEventFilter(self)
        self._lay_out()

    def show_point(self, point: Point, *, may_silence: bool) -> None:
        """Show the point."""
        self._point = point
        self._mark.setText("✓" if point.ok else "!")
        self._mark.setProperty("ok", point.ok)
        self._mark.style().polish(self._mark)
        state = self.tr("All is well") if point.ok else self.tr("Worth a look")
        self._mark.setAccessibleName(state)
        self._message.setText(breakable(point.message))
        self._detail.setText(breakable(point.detail))
        self._detail.setVisible(bool(point.detail))
        self._way.setVisible(point.way is not None)
        if point.way is not None:
            self._way.setText(self._words(point))
            self._way.setAccessibleName(f"{self._way.text()}: {point.message}")
        self._silence.setVisible(may_silence and bool(point.keys))
        self._silence.setAccessibleName(f"{self._silence.text()}: {point.message}")
        self.setAccessibleName(". ".join(filter(None, (state, point.message, point.detail))))
        self._rest()

    def stops(self) -> list[QWidget]:
        """Where the keyboard stops in it."""
        return [stop for stop in (self._way, self._silence) if not stop.isHidden()]

    def ways(self) -> list[QWidget]:
        """Likewise, without what silences it."""
        return [stop for stop in self.stops() if stop is not self._silence]

    def about_to_silence(self) -> Point | None:
        """The point, while the keyboard is on what silences it."""
        return self._point if self.window().focusWidget() is self._silence else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The quiet way stays in its corner."""
        super().resizeEvent(event)
        self._place_quiet()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Under the pointer the quiet way is shown."""
        super().enterEvent(event)
        self._show_quiet(shown=True)

    def leaveEvent(self, event: QEvent) -> None:
        """It is quiet again."""
        super().leaveEvent(event)
        self._rest()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Shown as well while the keyboard is on it."""
        if watched is self._silence and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_quiet(shown=event.type() is QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def _rest(self) -> None:
        self._show_quiet(shown=self._silence.hasFocus())

    def _show_quiet(self, *, shown: bool) -> None:
        if self._silence.property("shown") != shown:
            self._silence.setProperty("shown", shown)
            self._silence.style().polish(self._silence)
        self._place_quiet()

    def _place_quiet(self) -> None:
        """At the end of the detail, or before the way on; the words there leave it its room."""
        self._silence.adjustSize()
        size, gap = self._silence.size(), self._theme.dots(8)
        beside, other = self._detail, self._message
        if self._detail.isHidden():
            beside, other = other, beside
        leading = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        room = 0 if self._silence.isHidden() else size.width() + gap
        beside.setContentsMargins(room if leading else 0, 0, 0 if leading else room, 0)
        other.setContentsMargins(0, 0, 0, 0)
        place = beside.geometry()
        left = place.left() if leading else place.right() + 1 - size.width()
        self._silence.move(left, place.bottom() + 1 - size.height())
        self._silence.raise_()

    def _words(self, point: Point) -> str:
        return {
            Way.SHOW: self.tr("Show"),
            Way.FIX: self.tr("Fix"),
            Way.ADD: self.tr("Add"),
            Way.ANSWER: self.tr("Answer"),
            Way.USE: self.tr("Use"),
        }[point.way or Way.SHOW]

    def _lay_out(self) -> None:
        dots = self._theme.dots
        grid = QGridLayout(self)
        grid.setContentsMargins(0, dots(9), 0, dots(9))
        grid.setHorizontalSpacing(dots(12))
        grid.setVerticalSpacing(dots(3))
        grid.setColumnMinimumWidth(0, dots(20))
        grid.setColumnStretch(1, 1)
        top, right = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignRight
        grid.addWidget(self._mark, 0, 0, top)
        grid.addWidget(self._message, 0, 1, top)
        # Two rows, so that a button makes the first one no taller.
        grid.addWidget(self._way, 0, 2, 2, 1, top | right)
        grid.addWidget(self._detail, 1, 1, 1, 2)


def link_button(*, quiet: bool = False) -> QPushButton:
    """A button that looks like a link."""
    button = QPushButton()
    button.setAutoDefault(False)
    button.setProperty("look", "quietLink" if quiet else "link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
