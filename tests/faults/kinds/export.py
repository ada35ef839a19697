"""The program is killed while it writes pages over older ones."""

from __future__ import annotations

from contextlib import suppress
from random import Random

from tests.faults.kinds.common import opened
from tests.faults.stage import Arm, EndedError, LostError, Stage
from tests.faults.story import Story

_CALLS = 12


def play(stage: Stage, chance: Random) -> None:
    """Each page is whole, the old one or the new; and no private note is among them."""
    out = stage.folder / "pages"
    out.mkdir()
    for note in ("note0", "note1"):
        (out / f"{note}.html").write_text("<html>The old page</html>\n", encoding="utf-8")
    story = Story(chance)
    service = stage.start(arm=Arm("k", k=chance.randint(1, _CALLS), folder=out))
    opened(service)
    for note in ("note0", "note1"):
        story.save(service, note)
    story.save(service, "secret", private=True)
    with suppress(EndedError):
        service.ask("export", kind="html", out=str(out))
    service.kill()
    pages = {page.name: page.read_text(encoding="utf-8") for page in out.glob("*.html")}
    if sorted(pages) != ["note0.html", "note1.html"]:
        raise LostError(f"the pages are {sorted(pages)}")
    for name, page in pages.items():
        if not page.rstrip().endswith("</html>"):
            raise LostError(f"{name} ends after {len(page)} letters")
        for told in story.notes["secret"]:
            if told.value.split(":")[0] in page:
                raise LostError(f"{name} tells what is private")
