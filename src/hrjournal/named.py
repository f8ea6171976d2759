"""Named tuples like those of `typing`, in a fraction of the time that each takes to come to be.

`typing.NamedTuple` compiles every annotation, and a constructor for each class: a tenth of what a
short command takes. Here classes with as many fields share one compiled constructor, with the
names of their own fields in it, and annotations stay the words that they are, for nothing in this
house reads them while it runs. For whatever checks types, it is `typing.NamedTuple` itself.
"""

from __future__ import annotations

from functools import cache
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from operator import itemgetter

    try:
        from collections import _tuplegetter as _getter  # in C, as every named tuple reads a field
    except ImportError:

        def _getter(place: int, words: str) -> property:
            return property(itemgetter(place), doc=words)

    class _Named(tuple):
        """What every named tuple can do, as `collections.namedtuple` has it."""

        __slots__ = ()
        _fields = ()

        def __repr__(self) -> str:
            told = ", ".join(map("{}={!r}".format, self._fields, self))
            return f"{type(self).__name__}({told})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        @classmethod
        def _make(cls, given: Any) -> Any:
            made = tuple.__new__(cls, given)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, **named: Any) -> Any:
            made = self._make(map(named.pop, self._fields, self))
            if named:
                raise ValueError(f"Got unexpected field names: {list(named)!r}")
            return made

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

    @cache
    def _constructor(count: int) -> CodeType:
        """What makes a tuple of so many values, compiled once for all classes with as many."""
        names = "".join(f"_{place}, " for place in range(count))
        made = eval(f"lambda _cls, {names}: _new(_cls, ({names}))")  # noqa: S307 - numbers alone
        return made.__code__

    class _Naming(type):
        """Makes a class statement a named tuple of its annotated fields."""

        def __new__(cls, name: str, _bases: tuple[type, ...], space: dict[str, Any]) -> type:
            fields = tuple(space.pop("__annotations__"))
            usual = {field: space[field] for field in fields if field in space}
            code = _constructor(len(fields)).replace(
                co_varnames=("_cls", *fields), co_qualname=f"{name}.__new__"
            )
            new = FunctionType(code, {"_new": tuple.__new__}, "__new__", tuple(usual.values()))
            getters = {field: _getter(place, "") for place, field in enumerate(fields)}
            about = {"_fields": fields, "_field_defaults": usual, "__match_args__": fields}
            own = {"__slots__": (), **space, **getters, **about, "__new__": new}
            return type(name, (_Named,), own)

    NamedTuple = type.__new__(_Naming, "NamedTuple", (), {})

__all__ = ["NamedTuple"]
