"""One line in a section, and what can be done to it by key and by mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from weeknotes_desktop.ui.capture.line import EDIT, Deed, Deeds, Line
from weeknotes_desktop.ui.capture.line_card import LineCard
from weeknotes_desktop.ui.theme import Theme

NOTE_TEXT = "noteText"
"""The name of the field into which a line may be dragged."""


class LineRow(LineCard):
    """Says what the user did to the line it shows; each signal carries its id.

    Args:
        deeds: What can be done to a line, as its menu shows it.
        press: The deed of the box, or of the line itself where it has none.
    """

    chosen = Signal(str, str)  # the name of a deed
    stepped = Signal(str, int)  # the keyboard goes that many rows down
    carried_off = Signal(str)  # it was dropped into the note

    def __init__(
        self,
        line: Line,
        deeds: Callable[[Line], Deeds],
        press: str,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(line, theme, parent)
        self._deeds, self._press = deeds, press
        self._pressed_at: QPoint | None = None

    def nextCheckState(self) -> None:  # noqa: N802
        """A tick is only asked for here; it is drawn when it has been kept."""
        self._do(self._press)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """Only the box ticks; the words beside it are there to be edited."""
        reach = self._theme.dots(5)
        box = self.plan().box.adjusted(-reach, -reach, reach, reach)
        return self.line.ticked is not None and box.contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key for each thing that can be done."""
        pressed = event.keyCombination()
        deed = next((one for one in self._offered() if pressed in one.keys), None)
        if deed is not None:
            self._do(deed.name)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(self.line.id, -1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The beginning of a click, or of a drag."""
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words edits them; on what is offered beside them, does it."""
        super().mouseReleaseEvent(event)
        place, plan = event.position().toPoint(), self.plan()
        pressed, self._pressed_at = self._pressed_at, None
        if event.button() is not Qt.MouseButton.LeftButton or pressed is None:
            return
        if plan.menu.contains(place):
            self._open_menu(self.mapToGlobal(plan.menu.bottomLeft()))
        elif plan.arrow.contains(place):
            self._do(self.line.quick)
        elif plan.offer.contains(place):
            self._do(self._offer_deed())
        elif plan.words.contains(place) and not self.hitButton(place):
            self.edit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where a click would write; carry the line off where one drags it."""
        super().mouseMoveEvent(event)
        place, plan = event.position().toPoint(), self.plan()
        if self._pressed_at is not None and self.line.carried:
            far = (place - self._pressed_at).manhattanLength()
            if far >= QApplication.startDragDistance():
                self._pressed_at = None
                self._carry_off()
                return
        beside = plan.menu.contains(place) or plan.arrow.contains(place)
        writes = plan.words.contains(place) and not beside
        presses = plan.offer.contains(place)
        self.setCursor(
            Qt.CursorShape.IBeamCursor
            if writes
            else Qt.CursorShape.PointingHandCursor
            if presses
            else Qt.CursorShape.ArrowCursor
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu at the pointer, or below the line when a key asked for it."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        below = self.mapToGlobal(self.plan().words.bottomLeft())
        self._open_menu(below if by_key else event.globalPos())

    def event(self, event: QEvent) -> bool:
        """What the arrow does is said where it is."""
        if isinstance(event, QHelpEvent) and self.plan().arrow.contains(event.pos()):
            words = next(deed.words for deed in self._offered() if deed.name == self.line.quick)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _offered(self) -> tuple[Deed, ...]:
        return tuple(deed for deed in self._deeds(self.line) if deed is not None)

    def _offer_deed(self) -> str:
        """The deed that the small words below offer: the one that is said the same."""
        return next(deed.name for deed in self._offered() if deed.words == self.line.offer)

    def _do(self, name: str) -> None:
        if name == EDIT:
            self.edit()
        else:
            self.chosen.emit(self.line.id, name)

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for deed in self._deeds(self.line):
            if deed is None:
                menu.addSeparator()
            elif deed.words:
                # The key is words only, for the row itself listens for it.
                action = menu.addAction(f"{deed.words}\t{deed.key_words}")
                action.triggered.connect(lambda _=False, name=deed.name: self._do(name))
        menu.popup(place)

    def _carry_off(self) -> None:
        self.setDown(False)
        words = QMimeData()
        words.setText(self.line.carried)
        drag = QDrag(self)
        drag.setMimeData(words)
        drag.exec(Qt.DropAction.CopyAction)
        self.say_dropped(drag.target())

    def say_dropped(self, where: object) -> None:
        """Say that the line went into the note, if it is there that it was dropped."""
        field = where.parent() if isinstance(where, QWidget) else None
        if field is not None and field.objectName() == NOTE_TEXT:
            self.carried_off.emit(self.line.id)
