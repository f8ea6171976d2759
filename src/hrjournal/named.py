"""Named tuples as `typing` makes them, without compiling annotations at each start.

`typing.NamedTuple` makes a forward reference of every annotation, which compiles it: a tenth of
what a short command takes. Nothing in this house reads annotations while it runs, so they stay
the words that they are. For whatever checks types, it is `typing.NamedTuple` itself.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple
else:

    class _Naming(type):
        """Makes a class statement a named tuple of its annotated fields."""

        def __new__(cls, name: str, _bases: tuple[type, ...], space: dict[str, Any]) -> type:
            fields = space["__annotations__"]
            defaults = [space[field] for field in fields if field in space]
            made = namedtuple(  # noqa: PYI024 - what `typing` builds on, too
                name, fields, defaults=defaults, module=space["__module__"]
            )
            for key, value in space.items():
                if key not in fields and key not in {"__module__", "__qualname__"}:
                    setattr(made, key, value)
            return made

    NamedTuple = type.__new__(_Naming, "NamedTuple", (), {})

__all__ = ["NamedTuple"]
