"""Questions to think with: rulers, two sides, values, reasons, a letter, open questions."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hrjournal.content.loader import load
from hrjournal.domain.reflection.reflection import (
    Exercise,
    Guide,
    NamedTheme,
    Prompt,
    QuestionGroup,
    Ruler,
    RulerScale,
    Side,
)

if TYPE_CHECKING:
    from hrjournal.content.loader import TomlTable


@cache
def guide() -> Guide:
    """All of them."""
    file = load("reflect")
    rulers, balance, values = (file.table(name) for name in ("rulers", "balance", "values"))
    themes, groups = values.table("themes"), file.table("questions").table("groups")
    named = {
        name: (toml_table.text("name"), toml_table.text("about"))
        for name, toml_table in file.tables("exercises")
    }
    return Guide(
        exercises={Exercise(name): NamedTheme(*words) for name, words in named.items()},
        rulers={
            RulerScale(name): _ruler(one, rulers.text("down"))
            for name, one in rulers.tables("scales")
        },
        sides=tuple(
            Side(name, side.text("name"), side.texts("asks"))
            for name, side in balance.tables("sides")
        ),
        closing=balance.text("closing"),
        values_ask=values.text("ask"),
        values_prompts=values.texts("prompts"),
        themes={name: themes.texts(name) for name in themes.facts},
        reason=_prompt(file.table("reason")),
        letter=_prompt(file.table("letter")),
        questions={QuestionGroup(name): groups.texts(name) for name in groups.facts},
    )


def _ruler(one: TomlTable, down: str) -> Ruler:
    return Ruler(one.text("name"), one.text("ask"), down, one.text("floor"), one.text("then"))


def _prompt(table: TomlTable) -> Prompt:
    return Prompt(table.text("ask"), table.text("hint"))
