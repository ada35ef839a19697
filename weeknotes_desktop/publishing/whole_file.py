"""Write a file whole, or leave what was there before."""

from __future__ import annotations

import errno
import os
import re
from contextlib import suppress
from pathlib import Path
from threading import get_ident

from weeknotes_desktop.domain.errors import PublishError

_PART = re.compile(r"\.weeknotes-(\d+)-\d+\.part")


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``; whoever opens it sees the old file or the new one.

    Raises:
        PublishError: If it could not be written; what was there before is still there.
    """
    try:
        if path.is_dir():
            raise PublishError(
                f"“{path}” is a folder.", "Name the file itself, such as weeknote.html."
            )
        if path.exists() and not path.is_file():
            raise PublishError(f"“{path}” is not a file.", "Choose another name.")
        _replace(path.resolve(), content)
    except OSError as error:
        raise failure(path, error) from None


def failure(path: Path, error: OSError) -> PublishError:
    """What the writer reads when ``path`` could not be written."""
    match error.errno:
        case errno.ENOENT:
            return PublishError(
                f"There is no folder “{path.parent}”.", "Make it first, or choose another."
            )
        case errno.ENOTDIR:
            return PublishError(f"“{path.parent}” is not a folder.", "Choose another.")
        case errno.ENOSPC | errno.EDQUOT:
            return PublishError(
                f"There is no room left to write “{path}”.", "Free some space and try again."
            )
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return PublishError(f"“{path}” cannot be written to.", "Choose another folder.")
        case errno.ENAMETOOLONG:
            return PublishError("That file name is too long.", "Choose a shorter one.")
    return PublishError(f"“{path}” could not be written: {error.strerror}.", "Choose another.")


def is_left(path: Path) -> bool:
    """Whether ``path`` is what somebody wrote who was ended before it had its name."""
    part = _PART.fullmatch(path.name)
    if part is None or path.is_symlink():
        return False
    try:
        os.kill(int(part[1]), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def _replace(path: Path, content: bytes) -> None:
    part = path.with_name(f".weeknotes-{os.getpid()}-{get_ident()}.part")
    part.unlink(missing_ok=True)
    try:
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            # Who may read it stays as it was.
            part.chmod(path.stat().st_mode & 0o777)
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """See that the new name is on the disk too, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
