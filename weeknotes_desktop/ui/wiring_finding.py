"""The connections of finding and replacing: what the user did, and what we do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from weeknotes_desktop.ui.crew import Presenters, Views
from weeknotes_desktop.ui.editor.mode import Mode

if TYPE_CHECKING:
    from weeknotes_desktop.presenters.finding import FindingPresenter
    from weeknotes_desktop.presenters.replacing import ReplacingPresenter
    from weeknotes_desktop.ui.finding.bar import FindBar
    from weeknotes_desktop.ui.finding.window import ReplacingWindow

NEED_A_NOTE = ("find_text", "replace_text", "find_next", "find_previous")
"""What cannot be done while no note is open."""


def wire_actions(views: Views, presenters: Presenters, do: Callable[[str], None]) -> None:
    """Have ``do`` hear what is chosen from the menus, and show what can be."""
    actions, editor = views.actions, presenters.editor
    actions.chosen.connect(do)
    editor.opened.connect(lambda _: actions.set_enabled(NEED_A_NOTE, enabled=True))
    editor.emptied.connect(lambda _: actions.set_enabled(NEED_A_NOTE, enabled=False))
    there = presenters.keeping.current() is not None
    actions.set_enabled(NEED_A_NOTE, enabled=there)


def wire_finding(
    bar: FindBar, views: Views, presenters: Presenters, finding: FindingPresenter
) -> None:
    """Introduce the bar to who looks into the text, and to whoever changes it."""
    bar.looked_for.connect(finding.look_for)
    bar.went.connect(finding.step)
    bar.replacing_offered.connect(finding.offer_replacing)
    bar.replace_chosen.connect(finding.replace_one)
    bar.replace_all_chosen.connect(finding.replace_all)
    bar.closed.connect(finding.close)
    views.editor.typed_something.connect(finding.text_changed)
    # What was found stands in another note.
    presenters.editor.opened.connect(lambda _: bar.light(()))
    presenters.editor.opened.connect(lambda _: finding.text_changed())
    presenters.editor.emptied.connect(lambda _: finding.close())
    views.editor.mode_shown.connect(lambda mode: finding.close() if mode is Mode.PREVIEW else None)


def wire_replacing(
    window: ReplacingWindow, presenters: Presenters, replacing: ReplacingPresenter
) -> None:
    """Introduce the window to who replaces in all notes, and to whoever shows what changed."""
    window.looked_for.connect(replacing.look_for)
    window.words_entered.connect(replacing.put_words)
    window.ticked.connect(replacing.tick)
    window.all_ticked.connect(replacing.tick_all)
    window.replace_chosen.connect(replacing.replace)
    window.stopped.connect(replacing.stop)
    window.undo_chosen.connect(replacing.back.take_back)
    window.closed.connect(replacing.closed)
    presenters.keeping.saved.connect(lambda _: replacing.refresh())
    presenters.editor.opened.connect(lambda _: replacing.refresh())
    for happened in replacing.changed:
        happened.connect(lambda _: presenters.archive.reload())
        happened.connect(lambda _: replacing.refresh())
