"""Folders that somebody carries to other machines."""

from __future__ import annotations

from pathlib import Path

import pytest

from weeknotes_desktop.storage.cloud_folders import cloud_of


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("OneDrive", "OneDrive"),
        ("OneDrive - Ministry of Works", "OneDrive"),
        ("Library/CloudStorage/OneDrive-Personal", "OneDrive"),
        ("Nextcloud", "Nextcloud"),
        ("ownCloud", "ownCloud"),
        ("Syncthing", "Syncthing"),
        ("Google Drive", "Google Drive"),
        ("Library/CloudStorage/GoogleDrive-me@example.org/My Drive", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("iCloudDrive", "iCloud Drive"),
    ],
)
def test_a_service_is_known_by_the_name_of_its_folder(
    folder: str, service: str, tmp_path: Path
) -> None:
    assert cloud_of(tmp_path / folder / "Work" / "notes.db") == service
    assert cloud_of(tmp_path / folder) == service


@pytest.mark.parametrize(
    ("sign", "service"),
    [
        (".dropbox", "Dropbox"),
        (".dropbox.cache/", "Dropbox"),
        (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
        (".nextcloudsync.log", "Nextcloud"),
        ("._sync_4f1c.db", "Nextcloud"),
        (".sync_4f1c.db", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".stfolder/", "Syncthing"),
        (".stfolder", "Syncthing"),
    ],
)
def test_a_service_is_known_by_what_it_leaves_in_its_folder(
    sign: str, service: str, tmp_path: Path
) -> None:
    library = tmp_path / "mine" / "work" / "notes.db"
    library.parent.mkdir(parents=True)
    library.touch()
    assert cloud_of(library) is None
    left = tmp_path / "mine" / sign
    if sign.endswith("/"):
        left.mkdir()
    else:
        left.touch()
    assert cloud_of(library) == service


def test_the_settings_of_a_service_in_a_home_make_no_cloud_of_it(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()
    (tmp_path / ".config" / "Nextcloud").mkdir(parents=True)
    assert cloud_of(tmp_path / "notes.db") is None


@pytest.mark.parametrize("folder", ["Dropboxes", "my-onedrive", "Drive", "Sync", "cloud"])
def test_a_name_that_only_sounds_like_one_is_none(folder: str, tmp_path: Path) -> None:
    assert cloud_of(tmp_path / folder / "notes.db") is None


def test_a_link_into_such_a_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "notes").symlink_to(tmp_path / "Dropbox")
    assert cloud_of(tmp_path / "notes" / "notes.db") == "Dropbox"


def test_what_a_link_in_such_a_folder_leads_to_lies_in_it_no_longer(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "notes.db").touch()
    (tmp_path / "Dropbox" / "notes.db").symlink_to(tmp_path / "home" / "notes.db")
    assert cloud_of(tmp_path / "Dropbox" / "notes.db") is None
