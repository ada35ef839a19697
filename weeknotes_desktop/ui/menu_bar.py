"""The menu bar as it is painted first: its titles, before there is anything in the menus."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenuBar, QWidget


def titles() -> tuple[str, ...]:
    """The title of each menu, from left to right."""
    return (
        QCoreApplication.translate("Actions", "&File"),
        QCoreApplication.translate("Actions", "&Edit"),
        QCoreApplication.translate("Actions", "F&ormat"),
        QCoreApplication.translate("Actions", "&Week"),
        QCoreApplication.translate("Actions", "&View"),
        QCoreApplication.translate("Actions", "&Publish"),
        QCoreApplication.translate("Actions", "&Help"),
    )


class MenuBar(QMenuBar):
    """Shows every title from the beginning; ``Actions.fill`` puts the menus under them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for title in titles():
            self.addAction(title)
