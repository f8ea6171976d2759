from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

import pytest

from hrjournal.errors import HrjournalError
from hrjournal.store.private_file import write_private_file
from support.keeping import names_in

WRITING: Final = """
import sys
from pathlib import Path
from hrjournal.store.private_file import write_private_file
folder, force = Path(sys.argv[1]), sys.argv[2] == "force"
print("ready", flush=True)
for number in range(10_000):
    name = "same" if force else str(number)
    write_private_file(folder / name, bytes([65 + number % 26]) * 4_000_000, force=force)
"""
LIMITED: Final = """
import resource, sys
from pathlib import Path
from hrjournal.errors import HrjournalError
from hrjournal.store.private_file import write_private_file
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_private_file(Path(sys.argv[1]), b"x" * 5000)
except HrjournalError as error:
    print(error)
"""


@pytest.fixture(params=[0o000, 0o022, 0o277, 0o777])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """Every habit of making files, from the most open to none at all."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.fixture
def no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk on which a file has one name."""

    def refuse(path: Path, target: Path) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)


def test_a_file_is_written_whole_and_alone(tmp_path: Path) -> None:
    write_private_file(tmp_path / "card.html", b"words\r\n\x00")
    assert (tmp_path / "card.html").read_bytes() == b"words\r\n\x00"
    assert names_in(tmp_path) == ["card.html"]


def test_a_name_without_a_folder_is_in_the_folder_one_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_private_file(Path("card.html"), b"words")
    assert (tmp_path / "card.html").read_bytes() == b"words"


def test_nobody_else_can_read_it_whatever_the_habit(tmp_path: Path, umask: int) -> None:
    for force in (False, True):
        path = tmp_path / f"card-{force}"
        write_private_file(path, b"words", force=force)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_replaced_file_becomes_private_too(tmp_path: Path) -> None:
    path = tmp_path / "card.html"
    path.write_bytes(b"before")
    path.chmod(0o666)
    write_private_file(path, b"after", force=True)
    assert path.read_bytes() == b"after"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_is_there_stays_unless_its_place_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "card.html"
    path.write_bytes(b"before")
    with pytest.raises(HrjournalError, match=r"there already.*--force"):
        write_private_file(path, b"after")
    assert path.read_bytes() == b"before"
    assert names_in(tmp_path) == ["card.html"]


@pytest.mark.parametrize("force", [False, True])
def test_what_is_no_file_is_never_replaced(tmp_path: Path, force: bool) -> None:
    aim = tmp_path / "aim"
    aim.write_bytes(b"aim")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(aim)
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    before = names_in(tmp_path)
    for name, words in {
        "folder": "That is a folder",
        "pipe": "not a file",
        "link": "link to another place",
        "dangling": "link to another place",
    }.items():
        with pytest.raises(HrjournalError, match=words):
            write_private_file(tmp_path / name, b"words", force=force)
    assert names_in(tmp_path) == before
    assert aim.read_bytes() == b"aim"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing/card.html", "folder for the file is not there"),
        ("file/card.html", "folder for the file is not there"),
        ("x" * 300, "cannot have that name"),
        ("a\x00.html", "cannot have that name"),
        (".", "That is a folder"),
    ],
)
def test_a_place_that_cannot_be_is_said_calmly(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "file").write_bytes(b"a file")
    with pytest.raises(HrjournalError, match=words):
        write_private_file(tmp_path / name, b"words")
    assert names_in(tmp_path) == ["file"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.EACCES, "may not be written there"),
        (errno.EROFS, "may not be written there"),
        (errno.ENOSPC, "disk is full"),
        (errno.EDQUOT, "disk is full"),
        (errno.EIO, "could not be written there"),
    ],
)
def test_a_disk_that_refuses_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    def refuse(number: int) -> None:
        raise OSError(code, "refused")

    (tmp_path / "before").write_bytes(b"before")
    monkeypatch.setattr(os, "fsync", refuse)
    for name in ("card.html", "before"):
        with pytest.raises(HrjournalError, match=words):
            write_private_file(tmp_path / name, b"words", force=True)
    assert names_in(tmp_path) == ["before"]
    assert (tmp_path / "before").read_bytes() == b"before"


def test_a_file_that_has_no_room_is_not_begun(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path / "card.html")],
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.startswith("The disk is full. Nothing was written.")
    assert names_in(tmp_path) == []


def race(folder: Path) -> list[bytes]:
    """Eight writers want one name at the same moment; gives what those who got it wrote."""
    start = threading.Barrier(8)
    wrote = []

    def writer(content: bytes) -> None:
        start.wait()
        try:
            write_private_file(folder / "card", content)
        except HrjournalError:
            return
        wrote.append(content)

    threads = [threading.Thread(target=writer, args=(b"%d" % one * 999,)) for one in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrote


def check_one_wins(folder: Path) -> None:
    for number in range(20):
        place = folder / str(number)
        place.mkdir()
        wrote = race(place)
        assert [(place / "card").read_bytes()] == wrote
        assert names_in(place) == ["card"]


def test_of_many_writers_one_gets_the_name(tmp_path: Path) -> None:
    check_one_wins(tmp_path)


def test_a_disk_without_links_is_as_careful(tmp_path: Path, no_links: None) -> None:
    check_one_wins(tmp_path)
    with pytest.raises(HrjournalError, match="there already"):
        write_private_file(tmp_path / "0" / "card", b"after")
    write_private_file(tmp_path / "0" / "card", b"after", force=True)
    assert (tmp_path / "0" / "card").read_bytes() == b"after"


def test_a_name_held_for_a_moment_is_given_back(
    tmp_path: Path, no_links: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, target: Path) -> None:
        raise OSError(errno.EIO, "refused")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(HrjournalError, match="could not be written"):
        write_private_file(tmp_path / "card", b"words")
    assert names_in(tmp_path) == []


@pytest.mark.parametrize("manner", ["new", "force"])
@pytest.mark.slow
def test_a_writer_that_is_killed_leaves_no_half_of_a_file(tmp_path: Path, manner: str) -> None:
    chance = Random(manner)
    halves = 0
    for number in range(25):
        folder = tmp_path / str(number)
        folder.mkdir()
        with subprocess.Popen(
            [sys.executable, "-c", WRITING, str(folder), manner], stdout=subprocess.PIPE
        ) as other:
            assert other.stdout is not None
            assert other.stdout.readline() == b"ready\n"
            time.sleep(chance.random() / 20)
            other.send_signal(signal.SIGKILL)
        for path in folder.iterdir():
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
            if path.name.startswith(".hrjournal-"):
                halves += 1
                continue
            content = path.read_bytes()
            assert content == content[:1] * 4_000_000
    assert halves  # some were killed in the middle, or this says nothing


def test_what_a_killed_writer_left_goes_with_a_later_writing(tmp_path: Path) -> None:
    for name in (".hrjournal-old.part", ".hrjournal-new.part", "own.part"):
        (tmp_path / name).write_bytes(b"half")
    for name in (".hrjournal-old.part", "own.part"):
        os.utime(tmp_path / name, (1_000_000, 1_000_000))
    write_private_file(tmp_path / "card", b"words")
    assert names_in(tmp_path) == [".hrjournal-new.part", "card", "own.part"]
