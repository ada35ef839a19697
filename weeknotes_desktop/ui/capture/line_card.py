"""How one line looks, and the field in which its words are edited."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from weeknotes_desktop.ui.capture.line import Line
from weeknotes_desktop.ui.capture.line_plan import LinePlan, Room
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.in_place_edit import InPlaceEdit


class LineCard(QCheckBox):
    """Paints a line and edits its words where they stand.

    A check box where the line has a box, and otherwise a button, so that
    screen readers know what it is.
    """

    reworded = Signal(str, str)

    def __init__(self, line: Line, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line, self._theme = line, theme
        self._plans: dict[int, LinePlan] = {}
        self._field: InPlaceEdit | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.show_line(line)

    @property
    def line(self) -> Line:
        """The line that is shown."""
        return self._line

    @property
    def field(self) -> InPlaceEdit | None:
        """The field that is open over the words."""
        return self._field

    def show_line(self, line: Line) -> None:
        """Show ``line`` as it is now; what is being typed stays."""
        self._line = line
        self.setCheckable(line.ticked is not None)
        self.setChecked(bool(line.ticked))
        self.setAccessibleName(line.name)
        small = (line.attention, line.fact, line.offer)
        self.setAccessibleDescription(", ".join(words for words in small if words))
        self.setToolTip(line.tip)
        self.replan()

    def edit(self) -> None:
        """Open a field over the words."""
        if self._field is not None:
            return
        field = InPlaceEdit(self._line.text, self.tr("Words of this line"), self)
        field.finished.connect(self._keep)
        field.given_up.connect(self._close)
        field.grew.connect(self.replan)
        self._field = field
        self.replan()
        # Tab goes on from the row it lies in, not from wherever fields are made.
        QWidget.setTabOrder(self, field)
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish_editing(self) -> None:
        """Keep what is being typed, if anything is."""
        if self._field is not None:
            self._field.finish()

    def hand_over_later(self) -> None:
        """Keep what was typed, but say so only after whoever draws the row has finished."""
        if self._field is not None:
            text = self._field.line()
            self._field.blockSignals(True)
            QTimer.singleShot(0, self, lambda: self._tell(text))

    def replan(self) -> None:
        """Something changed that the row makes room for."""
        self._plans.clear()
        if self._field is not None:
            self._field.setGeometry(self.plan().words.adjusted(-4, 0, 0, 0))
        self.updateGeometry()
        self.update()

    def plan(self, width: int | None = None) -> LinePlan:
        """Where everything stands, at ``width`` or at the row's own."""
        width = width or self.width()
        if width not in self._plans:
            field = 0 if self._field is None else self._field.needed_height()
            self._plans[width] = LinePlan(
                self._line, Room(width, self.layoutDirection(), field), self._theme
            )
        return self._plans[width]

    def event(self, event: QEvent) -> bool:
        """Fonts and direction change what the row makes room for."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self.replan()
        elif event.type() is QEvent.Type.Resize and self._field is not None:
            self._field.setGeometry(self.plan().words.adjusted(-4, 0, 0, 0))
        return handled

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The ground, then all that is planned upon it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, focused, hovered = self._theme, self.hasFocus(), self.underMouse()
        hovered = hovered and self.isEnabled()
        ground = "page" if focused or self._field else "hover" if hovered else "panel"
        if ground != "panel":
            edge = "accent" if focused else "border" if self._field else ground
            painter.setPen(QPen(theme.colour(edge), 1.5 if focused else 1))
            painter.setBrush(theme.colour(ground))
            round_ = theme.dots(6)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), round_, round_)
        self.plan().paint(painter, ground, deeds=hovered and self._field is None)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How tall the row is at that width."""
        return self.plan(width).height

    def sizeHint(self) -> QSize:
        """As tall as the words need."""
        return QSize(self._theme.dots(240), self.plan().height)

    def minimumSizeHint(self) -> QSize:
        """May be narrow; how tall it must be then, ``heightForWidth`` says."""
        return QSize(self._theme.dots(120), self._theme.dots(24))

    def _keep(self, text: str) -> None:
        self._close()
        self._tell(text)

    def _tell(self, text: str) -> None:
        if text and text != self._line.text:
            self.reworded.emit(self._line.id, text)

    def _close(self) -> None:
        """Take the field away; the keyboard goes back to the row it was in."""
        field, self._field = self._field, None
        if field is None:
            return
        had_keyboard = field.hasFocus()
        field.hide()
        field.deleteLater()
        if had_keyboard:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.replan()
