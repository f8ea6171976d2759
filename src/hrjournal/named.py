"""Named tuples like those of `typing`, for a fraction of the time that each takes to come to be.

`collections.namedtuple` compiles a constructor and writes half a dozen functions for each class at
every start, which adds up in a short command. Here all classes share one such tuple, and those with
as many fields one constructor, with the names of their own fields in it. For whatever checks types,
it is `typing.NamedTuple` itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import namedtuple
    from functools import cache
    from types import CodeType, FunctionType

    # Its fields go by their places, of which no class here has as many.
    _Shared = namedtuple("_Shared", [""] * 32, rename=True)  # noqa: PYI024 - typing's is heavier
    _PLACES = [vars(_Shared)[field] for field in _Shared._fields]

    @cache
    def _constructor(count: int) -> CodeType:
        """What makes a tuple of so many values."""
        names = ", ".join(_Shared._fields[:count])
        made = eval(f"lambda _cls, {names}: _new(_cls, ({names},))")  # noqa: S307 - numbers alone
        return made.__code__

    def _repr(self: Any) -> str:
        return f"{type(self).__name__}({', '.join(map('{}={!r}'.format, self._fields, self))})"

    def _make(cls: Any, given: Any) -> Any:
        made = tuple.__new__(cls, given)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self: Any, **named: Any) -> Any:
        return self._make((self._asdict() | named).values())

    _Shared.__repr__, _Shared._make, _Shared._replace = _repr, classmethod(_make), _replace

    class _Naming(type):
        """Makes a class statement a named tuple of its annotated fields."""

        def __new__(cls, name: str, _bases: tuple[type, ...], space: dict[str, Any]) -> type:
            fields = tuple(space.pop("__annotations__"))
            usual = {field: space[field] for field in fields if field in space}
            code = _constructor(len(fields)).replace(co_varnames=("_cls", *fields))
            new = FunctionType(code, {"_new": tuple.__new__}, name, tuple(usual.values()))
            space |= zip(fields, _PLACES, strict=False)
            about = {"_fields": fields, "_field_defaults": usual, "__match_args__": fields}
            return type(name, (_Shared,), {"__slots__": (), **space, **about, "__new__": new})

    NamedTuple = type.__new__(_Naming, "NamedTuple", (), {})

__all__ = ["NamedTuple"]
