"""The row of filters over the archive: what is shown, and what else one could ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from weeknotes_desktop.domain.archive import (
    EVERYTHING,
    ArchiveFilter,
    FilterChoices,
    Showing,
)
from weeknotes_desktop.ui.archive.filter_menu import FilterMenu
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.flow import Flow

HEIGHT = 23
"""Of a filter at 100 % text; room for one row of them is kept before they come."""
_LONGEST = 24


class FilterRow(Flow):
    """Draws an ``ArchiveFilter`` and says what the writer asks for instead."""

    asked = Signal(object)  # the ArchiveFilter
    choices_wanted = Signal()  # the writer wants to see what else there is to ask for

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme.dots(4), theme.dots(5), parent)
        self._theme = theme
        self._which = EVERYTHING
        self.setObjectName("filters")
        self._group = QButtonGroup(self)
        self._showing = {
            showing: self._chip(words)
            for showing, words in (
                (Showing.ALL, self.tr("All")),
                (Showing.DRAFTS, self.tr("Drafts")),
                (Showing.PUBLISHED, self.tr("Published")),
            )
        }
        for showing, chip in self._showing.items():
            chip.setCheckable(True)
            self._group.addButton(chip)
            chip.clicked.connect(partial(self._ask_for, showing))
        self._more = self._chip(self.tr("More") + " ▾")
        self._more.setAccessibleName(
            self.tr("More filters: changed since published, category, tag, workstream, year")
        )
        self._more.clicked.connect(self.choices_wanted)
        self._further: list[QPushButton] = []
        theme.changed.connect(self._measure)
        self._measure()

    def draw(self, which: ArchiveFilter | None, drafts: int | None) -> None:
        """Show what is asked for; nobody is told."""
        before, self._which = self._which, which or EVERYTHING
        changed = self._which.looks_for_changed
        shown = Showing.PUBLISHED if changed else self._which.showing
        self._showing[shown].setChecked(True)
        count = self.tr("Drafts %n", "", drafts) if drafts else self.tr("Drafts")
        if self._showing[Showing.DRAFTS].text() != count:
            self._showing[Showing.DRAFTS].setText(count)
        if self._which != before:
            self._show_further()

    def offer(self, choices: FilterChoices) -> None:
        """Open the list of what one can ask for."""
        menu = FilterMenu(choices, self._which, self.asked.emit, self._more)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _ask_for(self, showing: Showing, _checked: bool = False) -> None:
        if showing is Showing.ALL:
            self.asked.emit(replace(EVERYTHING, words=self._which.words))
        else:
            self.asked.emit(replace(self._which, showing=showing))

    def _show_further(self) -> None:
        """A filter for each thing that is asked for beside; a click on it asks no longer."""
        had_keyboard = any(chip.hasFocus() for chip in self._further)
        for chip in self._further:
            self.remove(chip)
            chip.deleteLater()
        self._further = []
        for words, said, without in self._asked_beside():
            # Held together, or the cross would change places with a mark in the name.
            chip = self._chip(f"\u2068{_shortened(words)}\u2069 ✕")
            chip.setProperty("further", True)
            chip.setAccessibleName(self.tr("{filter}. Remove this filter.").format(filter=said))
            chip.setToolTip(said)
            chip.clicked.connect(partial(self._ask, without))
            chip.setFixedHeight(self._theme.dots(HEIGHT))
            self._further.append(chip)
        if had_keyboard:
            (self._further or [self._more])[-1].setFocus()

    def _ask(self, which: ArchiveFilter, _checked: bool = False) -> None:
        self.asked.emit(which)

    def _asked_beside(self) -> Iterator[tuple[str, str, ArchiveFilter]]:
        """The words of each such filter, the same in a sentence, and what is left without it."""
        which = self._which
        if which.looks_for_changed:
            words = self.tr("Changed since published")
            yield words, words, replace(which, showing=Showing.PUBLISHED)
        if which.category is not None:
            words = which.category or self.tr("No category")
            said = self.tr("Category: {name}").format(name=words)
            yield words, said, replace(which, category=None)
        if which.tag is not None:
            said = self.tr("Tag: {name}").format(name=which.tag)
            yield f"#{which.tag}", said, replace(which, tag=None)
        if which.workstream is not None:
            said = self.tr("Workstream: {name}").format(name=which.workstream)
            yield f"# {which.workstream}", said, replace(which, workstream=None)
        if which.year is not None:
            said = self.tr("Year: {year}").format(year=which.year)
            yield str(which.year), said, replace(which, year=None)

    def _chip(self, words: str) -> QPushButton:
        chip = QPushButton(words)
        chip.setProperty("look", "chip")
        self.add(chip)
        return chip

    def _measure(self) -> None:
        for chip in (*self._showing.values(), self._more, *self._further):
            chip.setFixedHeight(self._theme.dots(HEIGHT))


def _shortened(words: str) -> str:
    line = " ".join(words.split()).replace("&", "&&")
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
