from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


@pytest.mark.parametrize(
    ("words", "substance", "amount"),
    [
        (("my can", "500ml", "4.8%"), "alcohol", "1.4 US standard drinks"),
        (("my can", "500ml 4.8%"), "alcohol", "1.4 US standard drinks"),
        (("my joint", "0.3g", "cannabis"), "cannabis", "300 mg"),
        (("my joint", "weed 0.3g"), "cannabis", "300 mg"),
        (("my trip", "1.5g", "magic", "mushrooms"), "mushrooms", "1.5 g"),
    ],
)
def test_a_serving_is_named_and_said_back(
    run: Run, words: tuple[str, ...], substance: str, amount: str
) -> None:
    answer = run("substances", "serving", *words)
    assert f"({amount})" in answer.out
    (serving,) = json.loads(run("export", "json").out)["servings"]
    assert serving["name"] == words[0]
    assert substance in serving["substance"]
    assert words[0] in run("substances", "serving").out
    run("substances", "serving", "--remove", words[0].upper())
    assert "no serving yet" in run("substances", "serving").out
    run("undo")
    assert words[0] in run("substances", "serving").out
