"""What the archive can be asked for beside drafts and published notes, in a menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from weeknotes_desktop.domain.archive import ArchiveFilter, Counted, FilterChoices, Showing


class FilterMenu(QMenu):
    """Offers what would find something; made for one opening, gone when it closes.

    Args:
        which: What is asked for now.
        ask: Is told what is asked for instead.
    """

    def __init__(
        self,
        choices: FilterChoices,
        which: ArchiveFilter,
        ask: Callable[[ArchiveFilter], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._which, self._ask = which, ask
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        changed = replace(which, showing=Showing.CHANGED)
        unchanged = replace(which, showing=Showing.PUBLISHED)
        holds = which.looks_for_changed
        self._add(self, self.tr("Changed since &published"), changed, unchanged, holds=holds)
        self.addSeparator()
        years = [(year, str(year), number) for year, number in choices.years]
        self._submenu(self.tr("&Category"), "category", self._categories(choices.categories))
        self._submenu(self.tr("&Tag"), "tag", _named(choices.tags))
        self._submenu(self.tr("&Workstream"), "workstream", _named(choices.workstreams))
        self._submenu(self.tr("&Year"), "year", years)

    def _categories(self, counted: Counted) -> Iterable[tuple[Any, str, int]]:
        for name, number in counted:
            yield name, name or self.tr("No category"), number

    def _submenu(self, title: str, fact: str, choices: Iterable[tuple[Any, str, int]]) -> None:
        """One more thing to ask for; left out where nothing would be found."""
        menu = QMenu(title, self)
        for value, words, number in choices:
            asked, without = self._with(fact, value), self._with(fact, None)
            line = f"{words.replace('&', '&&')}\t{number}"
            self._add(menu, line, asked, without, holds=getattr(self._which, fact) == value)
        if not menu.isEmpty():
            self.addMenu(menu)

    def _with(self, fact: str, value: Any) -> ArchiveFilter:
        return replace(self._which, **{fact: value})

    def _add(
        self, menu: QMenu, words: str, asked: ArchiveFilter, without: ArchiveFilter, *, holds: bool
    ) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(holds)
        action.triggered.connect(lambda: self._ask(without if holds else asked))


def _named(counted: Counted) -> Iterable[tuple[Any, str, int]]:
    return ((name, name, number) for name, number in counted)
