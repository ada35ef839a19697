"""What a preview document shows, and what every kind of document can do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QWidget

_OUTSIDE = ("http", "https", "mailto")


@dataclass(frozen=True, slots=True)
class Page:
    """One note as its reader sees it.

    Args:
        title: As text, not HTML.
        facts: The line below the title, as text.
        body: Safe HTML from the renderer.
    """

    title: str = ""
    facts: str = ""
    body: str = ""


class PreviewDocument(Protocol):
    """A widget that shows a page."""

    remark: str
    """What the writer should know about this kind of preview; empty for nothing."""

    @property
    def up_to_date(self) -> bool:
        """Whether the page shows what it was last asked to show."""

    def on_failure(self, call: Callable[[], None]) -> None:
        """Call ``call`` once the page cannot be shown any more."""

    def widget(self) -> QWidget:
        """What to put into the window."""

    def show_page(self, page: Page) -> None:
        """Show ``page``; the reader's place on it stays."""


def leads_outside(url: QUrl) -> bool:
    """Whether a link may be opened in the system's browser."""
    return url.isValid() and url.scheme().lower() in _OUTSIDE
