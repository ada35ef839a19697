"""No text keeps the window waiting, and none of it is lost."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest

from tests.publishing.example import view_of
from tests.publishing.pathological import GIVEN_UP, RENDERED
from weeknotes_desktop.domain.errors import PublishError
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.publishing.plain import escaped_text
from weeknotes_desktop.publishing.render_worker import RenderWorker

SMALL, LARGE, HUGE = 2_000, 100_000, 1_000_000
# The process allows itself ten seconds of work, which is far more than any of them takes and
# less than they take without their mends; on a busy machine that is a while.
PATIENT = 100.0
LAST = "\n\nThe last words.\n"


@pytest.fixture(scope="module")
def worker() -> Iterator[RenderWorker]:
    shared = RenderWorker()
    yield shared
    shared.close()


@pytest.fixture(scope="module")
def patient() -> Iterator[RenderWorker]:
    shared = RenderWorker(seconds=PATIENT)
    yield shared
    shared.close()


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("name", RENDERED)
def test_it_is_rendered_to_its_last_words(patient: RenderWorker, name: str, size: int) -> None:
    made = patient.render(view_of(RENDERED[name](size) + LAST, Audience.ME))
    assert "The last words." in re.sub(r"<[^>]*>", "", made)


@pytest.mark.parametrize(
    "name",
    ["[", "![[", "[a](", "<a", "<![", "rules", "the same abbreviation"],
)
def test_so_it_is_at_a_megabyte(patient: RenderWorker, name: str) -> None:
    made = patient.render(view_of(RENDERED[name](HUGE) + LAST, Audience.ME))
    assert "The last words." in re.sub(r"<[^>]*>", "", made)


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("name", GIVEN_UP)
def test_what_is_given_up_is_said_and_stands_there_letter_by_letter(
    worker: RenderWorker, name: str, size: int
) -> None:
    _is_rendered_or_shown_as_it_is(worker, GIVEN_UP[name](size) + LAST)


@pytest.mark.parametrize("name", ["1. 1. 1.", "nested lists", "`a", "> alone", "footnotes"])
def test_so_it_is_at_a_megabyte_too(worker: RenderWorker, name: str) -> None:
    _is_rendered_or_shown_as_it_is(worker, (GIVEN_UP | RENDERED)[name](HUGE) + LAST)


def _is_rendered_or_shown_as_it_is(worker: RenderWorker, source: str) -> None:
    view = view_of(source, Audience.ME)
    refused = None
    try:
        made = worker.render(view)
    except PublishError as error:
        refused, made = error, escaped_text(view)
    if refused is None:
        assert "The last words." in re.sub(r"<[^>]*>", "", made)
    else:
        assert refused.problem.startswith("“Working in the open”")
        assert refused.remedy
        assert html.unescape(re.sub(r"</?pre[^>]*>", "", made)) == view.body
    assert worker.render(view_of("still *here*")) == "<p>still <em>here</em></p>"
