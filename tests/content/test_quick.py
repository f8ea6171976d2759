from __future__ import annotations

import pytest

from hrjournal.content import files, quick


def test_the_quick_copy_says_what_the_files_say(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--approve"):
        quick.COPY.write_text(files.quickened(), encoding="utf-8")
    assert quick.COPY.read_text(encoding="utf-8") == files.quickened()


@pytest.mark.parametrize("name", quick.QUICK)
def test_a_quick_table_is_equal_to_its_file(name: str) -> None:
    found = {key: value for key, value in files.load(name).facts.items() if key != "reviewed"}
    copied = {key: value for key, value in quick.load(name).facts.items() if key != "reviewed"}
    assert copied == found
