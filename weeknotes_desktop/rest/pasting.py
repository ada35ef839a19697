"""Makes what looks after pasting and pictures, and introduces it."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from weeknotes_desktop.presenters.pasting import PastingPresenter
from weeknotes_desktop.rest.means import Means
from weeknotes_desktop.ui.editor.pasting import Pasting
from weeknotes_desktop.ui.focused_text import edit_focused_text


class RestPasting:
    """Those who take in what comes from outside."""

    def __init__(self, means: Means) -> None:
        views = means.views
        self.presenter = PastingPresenter(
            means.parts.paste_reader, means.writer, means.jobs, views.notices, means.timers
        )
        self._text = views.editor.writing
        self._pasting = Pasting(self._text, self.presenter.paste, self.presenter.paste_plain)
        self._text.pasting = self._pasting
        views.actions.chosen.connect(self.do)

    def do(self, name: str) -> None:
        """Paste the words alone, if that is what was chosen."""
        if name != "paste_plain":
            return
        if self._text.hasFocus():
            self._pasting.take_plain(QGuiApplication.clipboard().mimeData())
        else:
            edit_focused_text("paste")
