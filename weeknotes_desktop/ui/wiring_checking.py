"""The connections of checking: what the user did, and what we do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weeknotes_desktop.presenters.checking import CheckingPresenter
from weeknotes_desktop.ui.crew import Presenters, Views

if TYPE_CHECKING:
    from weeknotes_desktop.presenters.link_names import LinkNames
    from weeknotes_desktop.presenters.own_words import OwnWordsPresenter
    from weeknotes_desktop.ui.editor.checked_text import CheckedText
    from weeknotes_desktop.ui.own_words.window import OwnWordsWindow

NEED_A_NOTE = ("next_slip",)
"""What cannot be done while no note is open."""


def wire_checking(
    text: CheckedText,
    views: Views,
    presenters: Presenters,
    checking: CheckingPresenter,
    names: LinkNames,
) -> None:
    """Introduce the marks under the text to who finds them, and to whoever changes the note."""
    menu, actions, editor = text.menu, views.actions, presenters.editor
    views.editor.writing.beneath.append(text.marks.paint)
    menu.looked_up.connect(checking.look_up)
    menu.word_added.connect(checking.add_word)
    menu.silenced.connect(checking.silence)
    menu.all_heard.connect(checking.hear_all)
    menu.language_chosen.connect(checking.set_language)
    views.status.checked_chosen.connect(text.go_to_next)
    views.editor.typed_something.connect(checking.something_typed)
    names.learnt.connect(lambda _: checking.notes_changed())
    editor.opened.connect(lambda _: checking.another_note())
    editor.emptied.connect(lambda _: checking.another_note())
    editor.opened.connect(lambda _: actions.set_enabled(NEED_A_NOTE, enabled=True))
    editor.emptied.connect(lambda _: actions.set_enabled(NEED_A_NOTE, enabled=False))
    actions.set_enabled(NEED_A_NOTE, enabled=presenters.keeping.current() is not None)


def wire_own_words(
    window: OwnWordsWindow, words: OwnWordsPresenter, checking: CheckingPresenter
) -> None:
    """Introduce the writer's own words to their window, and to whoever goes by them."""
    window.added.connect(words.add)
    window.removed.connect(words.remove)
    window.closed.connect(words.closed)
    words.changed.connect(lambda _: checking.learn())
    checking.learnt.connect(lambda _: words.refresh())
