"""A way out that ends in one file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from weeknotes_desktop.domain.destination import Parcel, Progress, Sent
from weeknotes_desktop.domain.errors import PublishError
from weeknotes_desktop.publishing.whole_file import failure, write_whole


class OneFile:
    """The file, and what may be written over.

    Args:
        is_ours: Whether what lies there was made by the program.
        kind: What ours are, such as “an exported page”.
    """

    def __init__(self, path: Path, is_ours: Callable[[bytes], bool], kind: str) -> None:
        self._path = path
        self._is_ours = is_ours
        self._kind = kind

    def parcel(self, text: str, remarks: tuple[str, ...] = ()) -> Parcel:
        """What would be written."""
        # A lone half of a letter can stand in no file.
        content = text.encode("utf-8", "replace")
        return Parcel(files={self._path.name: content}, remarks=remarks)

    def put(self, parcel: Parcel, progress: Progress) -> Sent:
        """Write it whole, or leave what was there before.

        Raises:
            PublishError: If it could not be written, or if something of another
                kind lies there.
            CancelledError: If the writer stopped it.
        """
        (content,) = parcel.files.values()
        there = self._there()
        progress(0, 1)
        if there == content:
            return Sent(unchanged=1, remarks=parcel.remarks)
        if there and not self._is_ours(there):
            raise PublishError(
                f"{self._path} is something else than {self._kind}, so it was left as it is.",
                "Choose another name.",
            )
        try:
            write_whole(self._path, content)
        except ValueError:
            raise PublishError("That is no name for a file.", "Choose another.") from None
        progress(1, 1)
        return Sent(written=1, remarks=parcel.remarks)

    def _there(self) -> bytes | None:
        try:
            return self._path.read_bytes() if self._path.is_file() else None
        except OSError as error:
            raise failure(self._path, error) from None
        except ValueError:
            return None
