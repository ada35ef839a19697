"""All there is to look at before a note leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from weeknotes_desktop.domain.before_publishing import Point
from weeknotes_desktop.presenters.publishing_state import PublishingState
from weeknotes_desktop.ui.publishing.labels import words
from weeknotes_desktop.ui.publishing.point_row import PointRow
from weeknotes_desktop.ui.theme import Theme


class PointList(QWidget):
    """One row for each point; rows are used again, so that the keyboard stays where it is."""

    followed = Signal(object)  # the Point
    silenced = Signal(object)
    rearranged = Signal()  # other things in it can be reached by Tab

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[PointRow] = []
        self._shown: tuple[tuple[Point, ...], bool] | None = None
        self._hint = words(name="publishDetail")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._hint)

    def draw(self, state: PublishingState) -> None:
        """Show the points, or that the note is being looked through."""
        points = state.points or ()
        waiting = self.tr("Looking through the note…") if state.points is None else ""
        self._hint.setText(waiting)
        self._hint.setVisible(bool(waiting))
        if self._shown == (points, state.may_silence):
            return
        self._shown = points, state.may_silence
        place = self._place_of_keyboard()
        quiet = self._rows[place].about_to_silence() if place is not None else None
        while len(self._rows) > len(points):
            gone = self._rows.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for nth, point in enumerate(points):
            if nth == len(self._rows):
                self._add_row()
            self._rows[nth].show_point(point, may_silence=state.may_silence)
            self._rows[nth].setProperty("last", nth == len(points) - 1)
            self._rows[nth].style().polish(self._rows[nth])
        self.rearranged.emit()
        if place is not None:
            # Never what silences the next thing: a key may be pressed twice.
            moved = quiet is not None and points[place : place + 1] != (quiet,)
            self._give_keyboard(place, moved=moved)

    def stops(self) -> list[QWidget]:
        """Where the keyboard stops in it."""
        return [stop for row in self._rows for stop in row.stops()]

    def _add_row(self) -> None:
        row = PointRow(self._theme)
        row.followed.connect(self.followed)
        row.silenced.connect(self.silenced)
        self._rows.append(row)
        self._column.addWidget(row)
        row.show()

    def _place_of_keyboard(self) -> int | None:
        focused = self.window().focusWidget()
        return next((n for n, row in enumerate(self._rows) if focused in row.stops()), None)

    def _give_keyboard(self, place: int, *, moved: bool) -> None:
        """Back to where it was, or to what is nearest to it now."""
        if self._place_of_keyboard() is not None and not moved:
            return
        near = sorted(range(len(self._rows)), key=lambda nth: abs(nth - place))
        ways = [way for nth in near for way in self._rows[nth].ways()]
        stops = ways or [stop for nth in near for stop in self._rows[nth].stops()]
        if stops:
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focusNextChild()
