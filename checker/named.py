"""`NamedTuple` as `typing` has it, made in a tenth of the time.

A first run makes some hundred and thirty of these classes. `typing` looks into every annotation and writes source code
for every class, which takes twice as long as starting Python; here, classes of so many fields share their code, and
annotations are left to those who check types.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING or sys.version_info >= (3, 14):  # From there on, a class knows its annotations by other ways.
    from typing import NamedTuple as NamedTuple
else:
    from functools import cache
    from types import FunctionType

    try:
        from _collections import _tuplegetter as field
    except ImportError:  # Another interpreter.
        from operator import itemgetter

        def field(index: int, doc: str) -> property:
            """What gives one value of a tuple by its name."""
            return property(itemgetter(index), doc=doc)

    NEW = {"new": tuple.__new__}

    @cache
    def code(count: int):
        """The code that makes a tuple of so many values, which is to be given their names."""
        names = "".join(f"_{index}, " for index in range(count))
        return eval(f"lambda _cls, {names}: new(_cls, ({names}))" if count else "lambda _cls: new(_cls, ())").__code__

    class Named(type):
        """Makes a class of tuples of a class body, for whoever derives from `NamedTuple`."""

        def __new__(cls, name, bases, body):
            if not bases:
                return type.__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {each: body[each] for each in fields if each in body}
            named = code(len(fields)).replace(co_varnames=("_cls", *fields), co_name="__new__")
            made = FunctionType(named, NEW, "__new__", tuple(defaults.values()))
            made.__qualname__ = f"{body['__qualname__']}.__new__"
            return type(
                name,
                (tuple,),
                {
                    **METHODS,
                    **body,
                    **{each: field(index, "") for index, each in enumerate(fields)},
                    "__slots__": (),
                    "__new__": made,
                    "__match_args__": fields,
                    "_fields": fields,
                    "_field_defaults": defaults,
                },
            )

    def _make(cls, values):
        """A tuple of these values."""
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, /, **changes):
        """A copy with other values for some fields."""
        made = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise ValueError(f"Got unexpected field names: {list(changes)!r}")
        return made

    def _asdict(self):
        """The values by their names."""
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self):  # noqa: N807
        values = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({values})"

    def __getnewargs__(self):  # noqa: N807
        return tuple(self)

    METHODS = {
        "_make": classmethod(_make),
        "_replace": _replace,
        "_asdict": _asdict,
        "__repr__": __repr__,
        "__getnewargs__": __getnewargs__,
    }

    class NamedTuple(metaclass=Named):
        """What a class of named tuples derives from."""
