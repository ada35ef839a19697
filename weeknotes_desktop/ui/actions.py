"""Everything that can be done from the menus, as one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from weeknotes_desktop.ui.menu_bar import MenuBar, titles
from weeknotes_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to do.

    Args:
        words: As the menu shows it.
        icon: A name of ``ui/icons.py``; empty for none.
        toggles: Whether it is on or off.
        group: Of the entries with the same group exactly one is on.
        in_text: Whether its key is one of the text's own: pressed elsewhere
            it means something else, or nothing.
        anywhere: Whether its key holds in the windows beside the main one too.
    """

    name: str
    words: str
    key: str = ""
    icon: str = ""
    toggles: bool = False
    group: str = ""
    in_text: bool = False
    anywhere: bool = False


@dataclass(frozen=True, slots=True)
class Menu:
    """One menu, or one within another; None stands for a line between entries."""

    title: str
    entries: Entries

    def all_entries(self) -> Iterator[Entry]:
        """Every entry, those of the menus within it too."""
        for entry in self.entries:
            if isinstance(entry, Menu):
                yield from entry.all_entries()
            elif entry is not None:
                yield entry


Entries = tuple[Entry | Menu | None, ...]

_LINE = None
_WITHOUT_BUTTON = ("code", "heading-up", "heading-down", "tasks", "tick")


class Actions(QObject):
    """Every action by its name; says which one the user chose."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        entries = (
            self._file(),
            self._edit(),
            self._format(),
            self._week(),
            self._view(),
            self._publish(),
            self._help(),
        )
        self.menus = tuple(map(Menu, titles(), entries))
        """The table, as the menu bar and the list of keys are made from it."""
        for menu in self.menus:
            for entry in menu.all_entries():
                self._actions[entry.name] = self._make(entry, theme)

    def action(self, name: str) -> QAction:
        """The action with that name, for a button that does the same."""
        return self._actions[name]

    def set_enabled(self, names: Iterable[str], *, enabled: bool) -> None:
        """Offer these actions, or show that they cannot be had just now."""
        for name in names:
            self._actions[name].setEnabled(enabled)

    def set_checked(self, name: str, *, checked: bool = True) -> None:
        """Show that an action is on or off; nobody is told."""
        self._actions[name].setChecked(checked)

    def count_loose_ends(self, number: int) -> None:
        """Say how many loose ends there are, where there are some."""
        words = self.tr("&Loose ends (%n)…", "", number) if number else self.tr("&Loose ends…")
        self._actions["loose_ends"].setText(words)

    def fill(self, bar: MenuBar) -> None:
        """Put the menus, made from the table, under the titles of ``bar``."""
        for title, menu in zip(bar.actions(), self.menus, strict=True):
            title.setMenu(self._drawn(menu, bar))

    def more_formats(self, parent: QWidget) -> QMenu:
        """What has no button of its own above the text."""
        kept = (
            entry
            for entry in self._format()
            if not isinstance(entry, Entry) or entry.name in _WITHOUT_BUTTON
        )
        return self._drawn(Menu("", tuple(kept)), parent)

    def _drawn(self, menu: Menu, parent: QWidget) -> QMenu:
        drawn = QMenu(parent)
        for entry in menu.entries:
            if entry is None:
                drawn.addSeparator()
            elif isinstance(entry, Menu):
                inner = self._drawn(entry, drawn)
                inner.setTitle(entry.title)
                drawn.addMenu(inner)
            else:
                drawn.addAction(self._actions[entry.name])
        return drawn

    def _make(self, entry: Entry, theme: Theme) -> QAction:
        action = QAction(entry.words, self)
        action.setObjectName(entry.name)
        if entry.key:
            action.setShortcut(QKeySequence(entry.key))
        if entry.in_text:
            # The menu shows the key; the text listens to it.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        elif entry.anywhere:
            action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        if entry.icon:
            theme.icons.give(entry.icon, action)
        action.setCheckable(entry.toggles or bool(entry.group))
        if entry.group:
            if entry.group not in self._groups:
                self._groups[entry.group] = QActionGroup(self)
            self._groups[entry.group].addAction(action)
        action.triggered.connect(lambda _=False, name=entry.name: self.chosen.emit(name))
        return action

    def _file(self) -> Entries:
        return (
            Entry("new_note", self.tr("&New note for this week"), "Ctrl+N", "note"),
            _LINE,
            Entry("delete_note", self.tr("&Delete note"), "", "remove"),
            Entry("trash", self.tr("&Trash…"), "", "remove"),
            _LINE,
            Entry("import", self.tr("&Import old posts…"), "", "import"),
            Entry("save_pdf", self.tr("&Save as PDF…")),
            Entry("print", self.tr("&Print…"), "Ctrl+P"),
            Entry("write_markdown", self.tr("Write everything as &Markdown…")),
            _LINE,
            Entry("back_ups", self.tr("&Back-ups…"), "", "back_up"),
            _LINE,
            Entry("quit", self.tr("&Quit"), "Ctrl+Q"),
        )

    def _edit(self) -> Entries:
        return (
            Entry("undo", self.tr("&Undo"), "Ctrl+Z", anywhere=True),
            Entry("redo", self.tr("&Redo"), "Ctrl+Shift+Z", anywhere=True),
            _LINE,
            Entry("cut", self.tr("Cu&t"), "Ctrl+X"),
            Entry("copy", self.tr("&Copy"), "Ctrl+C"),
            Entry("paste", self.tr("&Paste"), "Ctrl+V"),
            Entry("paste_plain", self.tr("Paste as p&lain text"), "Ctrl+Shift+V"),
            Entry("select_all", self.tr("Select &all"), "Ctrl+A"),
            _LINE,
            Entry("move-up", self.tr("Mo&ve up"), "Alt+Up", "up", in_text=True),
            Entry("move-down", self.tr("Move do&wn"), "Alt+Down", "down", in_text=True),
            Entry("tab_leaves", self.tr("Tab &moves on"), "Ctrl+M", toggles=True),
            _LINE,
            Entry("next_slip", self.tr("Next sl&ip or misspelt word"), "F7"),
            Entry("own_words", self.tr("Own wor&ds…")),
            _LINE,
            Entry("find_text", self.tr("Find in this &note"), "Ctrl+F", "find"),
            Entry("replace_text", self.tr("Find and replac&e"), "Ctrl+H"),
            Entry("find_next", self.tr("Find ne&xt"), "F3"),
            Entry("find_previous", self.tr("Find previou&s"), "Shift+F3"),
            Entry("replace_everywhere", self.tr("Replace in all n&otes…"), "Ctrl+Alt+R"),
            _LINE,
            Entry("find", self.tr("&Find a note"), "Ctrl+Shift+F", "find"),
            Entry("history", self.tr("&History…"), "Ctrl+Alt+H", "history"),
        )

    def _format(self) -> Entries:
        return (
            Entry("bold", self.tr("&Bold"), "Ctrl+B", "bold"),
            Entry("italic", self.tr("&Italic"), "Ctrl+I", "italic"),
            Entry("code", self.tr("&Code"), "Ctrl+Shift+C", "code"),
            _LINE,
            Entry("heading", self.tr("&Heading"), "Ctrl+Shift+H", "heading"),
            Entry("heading-up", self.tr("Heading higher"), "Alt+Shift+Left", in_text=True),
            Entry("heading-down", self.tr("Heading lower"), "Alt+Shift+Right", in_text=True),
            _LINE,
            Entry("bullets", self.tr("B&ullets"), "Ctrl+Shift+8", "bullets"),
            Entry("numbers", self.tr("&Numbers"), "Ctrl+Shift+7", "numbers"),
            Entry("tasks", self.tr("&Tasks"), "Ctrl+Shift+6", "done"),
            Entry("tick", self.tr("Tick the task"), "Ctrl+Return", in_text=True),
            Entry("quote", self.tr("&Quote"), "Ctrl+Shift+9", "quote"),
            _LINE,
            Entry("link", self.tr("&Link"), "Ctrl+K", "link"),
            Entry("footnote", self.tr("&Footnote"), "Ctrl+Alt+F", "footnote"),
            Entry("figure", self.tr("Pictu&re"), "Ctrl+Shift+I", "picture"),
            _LINE,
            Entry("private", self.tr("&Private passage"), "Ctrl+Alt+P", "private"),
            Entry("goals", self.tr("&Goals of the week"), "Ctrl+Alt+G", "goals"),
            Entry("next-week", self.tr("Goals of the ne&xt week"), "Ctrl+Alt+N"),
            _LINE,
            Menu(
                self.tr("T&able"),
                (
                    Entry("table", self.tr("&New, or tidy"), "Ctrl+Shift+T", "table"),
                    _LINE,
                    Entry("add-row", self.tr("Add a &row"), "Ctrl+Return", in_text=True),
                    Entry("remove-row", self.tr("Remove the r&ow")),
                    Entry("add-column", self.tr("Add a &column")),
                    Entry("remove-column", self.tr("Remove the co&lumn")),
                    Entry("align-column", self.tr("&Align the column"), "Ctrl+Shift+A"),
                ),
            ),
            _LINE,
            Entry("form_list", self.tr("Goals as a li&st"), group="goal_form"),
            Entry("form_numbers", self.tr("Goals as nu&mbers"), group="goal_form"),
            Entry("form_sentence", self.tr("Goals as &one sentence"), group="goal_form"),
            Entry("form_questions", self.tr("Goals as qu&estions"), group="goal_form"),
        )

    def _week(self) -> Entries:
        return (
            Entry("add_goal", self.tr("&Add a goal"), "Ctrl+G", "add"),
            Entry("jot", self.tr("Catch a &jot…"), "Ctrl+J", "jot", anywhere=True),
            Entry("add_task", self.tr("Add a tas&k")),
            Entry("carry_over", self.tr("&Carry over what is unfinished"), "", "carry"),
            _LINE,
            Entry("review", self.tr("&Friday review…"), "Ctrl+Shift+R"),
            Entry("loose_ends", self.tr("&Loose ends…"), "Ctrl+Shift+L"),
            _LINE,
            Entry("turn_into_text", self.tr("Turn goals into &text"), "Ctrl+Alt+T"),
            Entry("away", self.tr("I am awa&y this week…")),
            Entry("away_next", self.tr("I am away &next week…")),
            _LINE,
            Entry("older_note", self.tr("&Older note"), "Ctrl+PgDown", "down"),
            Entry("newer_note", self.tr("Ne&wer note"), "Ctrl+PgUp", "up"),
        )

    def _view(self) -> Entries:
        return (
            Entry("write", self.tr("&Write"), "Ctrl+Alt+1", group="mode"),
            Entry("split", self.tr("&Split"), "Ctrl+Alt+2", group="mode"),
            Entry("preview", self.tr("&Preview"), "Ctrl+Alt+3", group="mode"),
            _LINE,
            Entry("me", self.tr("As seen by &me"), group="audience"),
            Entry("team", self.tr("As seen by the &team"), group="audience"),
            Entry("public", self.tr("As seen by the p&ublic"), group="audience"),
            _LINE,
            Entry("outline", self.tr("&Outline…"), "Ctrl+Alt+O"),
            Entry("last_week", self.tr("Last wee&k’s note…"), "Ctrl+L"),
            _LINE,
            Entry("focus", self.tr("&Focus on the text"), "F11", toggles=True),
            Entry("typewriter", self.tr("T&ypewriter scrolling"), "", toggles=True),
            Entry("paper", self.tr("P&review on paper"), "", toggles=True),
            _LINE,
            Entry("show_archive", self.tr("&Archive"), "Ctrl+1", toggles=True),
            Entry("show_goals", self.tr("&Goals"), "Ctrl+3", toggles=True),
            _LINE,
            Entry("system", self.tr("&Look of the system"), group="look"),
            Entry("light", self.tr("L&ight"), group="look"),
            Entry("dark", self.tr("&Dark"), group="look"),
        )

    def _publish(self) -> Entries:
        return (
            Entry("publish", self.tr("&Publish…"), "Ctrl+Shift+Return", "export"),
            Entry("since_published", self.tr("What chan&ged since…")),
            Entry("take_back", self.tr("&Take back: a draft again")),
            _LINE,
            Entry("export", self.tr("&Export HTML…"), "Ctrl+E"),
            Entry("copy_html", self.tr("&Copy as HTML")),
        )

    def _help(self) -> Entries:
        return (Entry("about", self.tr("&About WeekNotes"), "", "about"),)
