"""Named tuples like those of `typing`, for a fraction of the time that each takes to come to be.

`collections.namedtuple` compiles a constructor for each class at every start, which adds up in a
short command. Here classes with as many fields share one, with the names of their own fields in
it. For whatever checks types, it is `typing.NamedTuple` itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import namedtuple
    from functools import cache
    from types import FunctionType

    @cache
    def _shape(count: int) -> type:
        """A tuple of so many fields, which go by their places."""
        shape = namedtuple("_shape", [""] * count, rename=True)  # noqa: PYI024 - typing's is heavier
        shape.__repr__, shape._replace = _repr, _replace
        return shape

    def _repr(self: Any) -> str:
        return f"{type(self).__name__}({', '.join(map('{}={!r}'.format, self._fields, self))})"

    def _replace(self: Any, **named: Any) -> Any:
        return self._make((self._asdict() | named).values())

    class _Naming(type):
        """Makes a class statement a named tuple of its annotated fields."""

        def __new__(cls, name: str, _bases: tuple[type, ...], space: dict[str, Any]) -> type:
            fields = tuple(space.pop("__annotations__"))
            usual = {field: space[field] for field in fields if field in space}
            shape = _shape(len(fields))
            made = shape.__new__
            code = made.__code__.replace(co_varnames=("_cls", *fields))
            new = FunctionType(code, made.__globals__, name, tuple(usual.values()))
            places = map(vars(shape).__getitem__, shape._fields)
            space |= zip(fields, places, strict=True)
            about = {"_fields": fields, "_field_defaults": usual, "__match_args__": fields}
            return type(name, (shape,), {"__slots__": (), **space, **about, "__new__": new})

    NamedTuple = type.__new__(_Naming, "NamedTuple", (), {})

__all__ = ["NamedTuple"]
