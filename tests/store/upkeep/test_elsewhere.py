from __future__ import annotations

import os
from pathlib import Path

import pytest

from hrjournal.domain.upkeep import CheckFinding, Trouble
from hrjournal.store import Place
from hrjournal.store.upkeep.elsewhere import carried, count_calls

NONE = Path("/nowhere")


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("Dropbox", "Dropbox"),
        ("OneDrive - Work", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("GoogleDrive-kim", "Google Drive"),
        ("Nextcloud/own", "Nextcloud"),
    ],
)
def test_folders_that_are_carried_elsewhere_are_known(
    tmp_path: Path, folder: str, name: str
) -> None:
    place = Place(tmp_path / folder / "journal.db")
    place.path.parent.mkdir(parents=True)
    assert list(carried(place, NONE)) == [CheckFinding(Trouble.SYNCED, name)]


def test_syncthing_is_known_by_what_it_leaves_above(tmp_path: Path) -> None:
    place = Place(tmp_path / "own" / "journal.db")
    place.path.parent.mkdir()
    assert list(carried(place, NONE)) == []
    (tmp_path / ".stfolder").mkdir()
    assert list(carried(place, NONE)) == [CheckFinding(Trouble.SYNCED, "Syncthing")]


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.rclone"])
def test_a_disk_of_another_computer_is_known(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "a b" / "own"
    folder.mkdir(parents=True)
    mounts = tmp_path / "mounts"
    told = str(tmp_path / "a b").replace(" ", "\\040")
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\nserver:/x {told} {kind} rw 0 0\nodd\n")
    assert list(carried(Place(folder / "journal.db"), mounts)) == [
        CheckFinding(Trouble.NETWORK, kind)
    ]
    assert list(carried(Place(tmp_path / "journal.db"), mounts)) == []


def test_calls_in_histories_are_counted_and_other_lines_are_not(tmp_path: Path) -> None:
    bash, zsh, fish = (tmp_path / name for name in ("bash", "zsh", "fish"))
    bash.write_bytes(
        b"#1795423200\nhrjournal log beer 3\n  hrj again\nTZ=UTC hrjournal\n/usr/bin/hrj today\n"
        b"cd src && hrjournal today\necho x | hrj log\n(hrj)\ncommand hrj days\n"
        b"cd hrjournal\nls ~/.local/share/hrjournal\nhrjx\nhrj.py\npip install hrjournal\n\xff\n"
    )
    zsh.write_bytes(b": 1795423200:0;hrjournal log beer 3\n: 1795423201:0;ls\n")
    fish.write_bytes(b"- cmd: hrj log beer 3\n  when: 1795423200\n- cmd: ls\n")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert count_calls([bash]) == 8
    assert count_calls([zsh, fish, fish, pipe, tmp_path / "none", tmp_path]) == 2
