"""The port of a folder that a destination ends in."""

from __future__ import annotations

from typing import Protocol

from weeknotes_desktop.domain.destination import Parcel, Progress, Sent


class Folder(Protocol):
    """Takes all files of a parcel, in place of those of an earlier one."""

    def put(self, parcel: Parcel, progress: Progress) -> Sent:
        """All of them, or none.

        Raises:
            PublishError: If they could not be written.
            CancelledError: If the writer stopped it.
        """
