"""What several kinds of fault begin and end with."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from random import Random

from tests.faults.stage import Answer, EndedError, LostError, Service, Stage
from tests.faults.story import Story


def opened(service: Service) -> Answer:
    """Open its library, which must work."""
    answer = service.ask("open")
    if not answer["ok"] or answer["state"] != "ok":
        raise LostError(f"it could not be opened: {answer}")
    return answer


def lived(stage: Stage, chance: Random, folder: Path | None = None) -> Story:
    """A library with a life behind it that ended well."""
    story = Story(chance)
    service = stage.start(folder)
    opened(service)
    story.go_on(service, chance.randint(2, 8))
    service.ask("quit")
    service.close()
    story.settle()
    return story


def perhaps_lived(stage: Stage, chance: Random) -> Story:
    """A library with a life behind it, or none at all yet."""
    return lived(stage, chance) if chance.random() < 0.5 else Story(chance)


def until_the_end(service: Service, story: Story, steps: int) -> None:
    """Open and go on until the service dies or enough was told; then it is killed."""
    with suppress(EndedError):
        answer = service.ask("open")
        if answer["ok"]:
            story.go_on(service, steps)
    service.kill()
    service.close()


def read_back(
    stage: Stage,
    story: Story,
    folder: Path | None = None,
    *,
    ended_at: float | None = None,
    answers: int | None = None,
) -> None:
    """Open the library in a new life and see that all is there."""
    service = stage.start(folder)
    opened(service)
    story.check(service.ask("dump"), ended_at=ended_at, answers=answers)
    service.ask("quit")
    service.close()
