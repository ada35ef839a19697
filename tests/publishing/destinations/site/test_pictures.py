"""Pictures of a site: files of their own, each once."""

from __future__ import annotations

from tests.publishing.destinations.site.blogs import a_note, pages_in, site_of
from tests.publishing.pictures_to_show import PICTURE


def test_a_picture_is_a_file_that_its_pages_lead_to() -> None:
    body = f'![The lock]({PICTURE.address} "At dawn")'
    notes = [a_note(weeks, body, title=f"N {weeks}", pictures=(PICTURE,)) for weeks in (1, 0)]
    parcel = site_of(notes)
    file = f"pictures/{PICTURE.id}.png"
    assert parcel.files[file] == PICTURE.content
    assert [name for name in parcel.files if name.startswith("pictures/")] == [file]
    page = pages_in(parcel)[f"{notes[0].place}/index.html"]
    assert f'src="../../{file}"' in page
    assert 'alt="The lock"' in page


def test_what_a_picture_was_called_is_nowhere() -> None:
    note = a_note(0, f"![The lock]({PICTURE.address})", pictures=(PICTURE,))
    parcel = site_of([note])
    assert not any("house" in name or b"my house" in parcel.files[name] for name in parcel.files)


def test_a_picture_that_cannot_be_shown_is_said_in_words() -> None:
    body = (
        "![A <b> lock](https://e.org/a.png)\n\n![Gone](picture:0123456789abcdef0123)\n\n![](b.png)"
    )
    page = pages_in(site_of([a_note(0, body)]))[f"{a_note().place}/index.html"]
    assert "<img" not in page
    assert "Picture: A &lt;b&gt; lock" in page
    assert "Picture: Gone" in page
    assert "b.png" not in page
