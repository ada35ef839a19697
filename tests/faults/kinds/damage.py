"""One bit of the file is flipped, or one sector is zeroed; and then it is mended."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from random import Random

from tests.faults.kinds.common import opened
from tests.faults.stage import Arm, EndedError, LostError, Stage
from tests.faults.story import Story

_SECTOR = 512
_CALLS = 200
_PAGE = 4096


def play(stage: Stage, chance: Random) -> None:
    """Text may be missing then, and that is said; it is never silently another text."""
    story = _harmed(stage, chance)
    if chance.random() < 0.3:
        _harm_badly(stage.library_folder / "notes.db", chance)
    after = stage.start()
    answer = after.ask("open")
    if not answer["ok"]:
        if not answer["msg"]:
            raise LostError("a damaged library was refused without a word")
        return
    dump = after.ask("dump")
    check = after.ask("check")
    told = answer["state"] != "ok" or bool(dump["msg"]) or not check["ok"]
    story.check(dump, told=told, missing=told)
    if answer["state"] == "restored" and any((stage.library_folder / "backups").glob("*.db")):
        # What was told before the back-up was made is all there.
        story.check(dump, answers=0, told=True)
    after.kill()


def killed(stage: Stage, chance: Random) -> None:
    """Killed while it is mended: the next start goes on with it, and the damaged file is kept."""
    story = _harmed(stage, chance)
    harmed = _harm_badly(stage.library_folder / "notes.db", chance)
    for _ in range(chance.randint(1, 3)):
        service = stage.start(arm=Arm("k", k=chance.randint(1, _CALLS)))
        with suppress(EndedError):
            service.ask("open")
        service.kill()
        service.close()
    after = stage.start()
    answer = after.ask("open")
    if answer["ok"]:
        # It may have been told by a start that was killed right after it.
        story.check(after.ask("dump"), told=True, missing=True)
        if answer["state"] == "restored" and not _is_kept(stage.library_folder, harmed):
            raise LostError("the damaged file was not kept")
    elif not answer["msg"]:
        raise LostError("a damaged library was refused without a word")


def _is_kept(folder: Path, harmed: bytes) -> bool:
    """Whether a file like the damaged one lies aside; starts since may have written into it."""
    pages = {harmed[place : place + _PAGE] for place in range(0, len(harmed), _PAGE)}
    for path in (folder / "damaged").glob("*.db"):
        kept = path.read_bytes()
        there = {kept[place : place + _PAGE] for place in range(0, len(kept), _PAGE)}
        if len(pages & there) > len(pages) / 2:
            return True
    return False


def _harmed(stage: Stage, chance: Random) -> Story:
    story = Story(chance)
    service = stage.start()
    opened(service)
    story.go_on(service, 14)
    if chance.random() < 0.5:
        service.ask("backup")
        story.settle()
        story.go_on(service, 3)
    service.ask("quit")
    service.close()
    _harm(stage.library_folder / "notes.db", story)
    return story


def _harm(path: Path, story: Story) -> None:
    whole, chance = bytearray(path.read_bytes()), story.chance
    place = chance.randrange(len(whole))
    if chance.random() < 0.6:
        # Most of the file is not text, and text is what must not change unseen.
        told = chance.choice(chance.choice(list(story.notes.values()))).value.encode()
        start = whole.find(told[:100])
        place = place if start < 0 else start + chance.randrange(len(told))
    if chance.random() < 0.6:
        whole[place % len(whole)] ^= 1 << chance.randrange(8)
    else:
        sector = place // _SECTOR * _SECTOR
        whole[sector : sector + _SECTOR] = bytes(_SECTOR)
    path.write_bytes(whole)


def _harm_badly(path: Path, chance: Random) -> bytes:
    """Take the beginnings of some pages away, that of the first one perhaps; what is left."""
    whole = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 4)):
        start = chance.choice([0, chance.randrange(len(whole) // _PAGE)]) * _PAGE
        whole[start : start + _SECTOR] = bytes(_SECTOR)
    path.write_bytes(whole)
    return bytes(whole)
