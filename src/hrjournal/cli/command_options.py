"""What stood on the command line of a command, by name alone, so that no two can change places.

`dataclasses` would do the same; importing it takes longer than a short command.
"""

from __future__ import annotations

from typing import Any, ClassVar, dataclass_transform


@dataclass_transform(kw_only_default=True, frozen_default=True)
class CommandOptions:
    """Takes its annotated names as keywords; one that is not given has the default of the class."""

    _names: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """The names that it takes, in the order in which they are written."""
        return cls._names

    def __init_subclass__(cls) -> None:
        cls._names = (*cls._names, *cls.__annotations__)

    def __init__(self, **given: Any) -> None:
        if unknown := given.keys() - set(self._names):
            raise TypeError(f"{type(self).__name__} has no option {', '.join(sorted(unknown))}")
        vars(self).update(given)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(tuple(self._values().items()))

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in self._values().items())
        return f"{type(self).__name__}({values})"

    def _values(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self._names}


class OutputOptions(CommandOptions):
    """The form in which a page is shown; a screen's by default."""

    as_json: bool = False
    plain: bool = False
