from __future__ import annotations

import grp
import os
import pwd
import stat
from pathlib import Path

import pytest

from hrjournal.store.file.rights import is_replaceable, make_folder


def status(mode: int, group: int = 0) -> os.stat_result:
    return os.stat_result((mode, 0, 0, 1, os.geteuid(), group, 0, 0, 0, 0))


@pytest.mark.parametrize(
    ("mode", "replaceable"),
    [
        (stat.S_IFREG | 0o600, False),
        (stat.S_IFREG | 0o644, False),
        (stat.S_IFREG | 0o602, True),
        (stat.S_IFDIR | 0o755, False),
        (stat.S_IFDIR | 0o777, True),
        (stat.S_IFDIR | 0o1777, False),
    ],
)
def test_what_others_may_write_into_can_be_replaced(mode: int, replaceable: bool) -> None:
    assert is_replaceable(status(mode)) is replaceable


def test_a_group_of_one_person_is_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    me = pwd.getpwuid(os.geteuid()).pw_name
    groups = {1: (me, []), 2: (me, [me]), 3: (me, [me, "other"]), 4: ("users", [])}
    monkeypatch.setattr(
        grp,
        "getgrgid",
        lambda number: grp.struct_group((groups[number][0], "", number, groups[number][1])),
    )
    assert [is_replaceable(status(stat.S_IFDIR | 0o770, number)) for number in groups] == [
        False,
        False,
        True,
        True,
    ]


def test_a_folder_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_folder(tmp_path / "a" / "b")
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700
