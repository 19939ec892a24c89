"""Facts from data that no schema of ours vouches for: pydantic keeps what fits, and the rest is left out."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from checker.facts import Fact, Facts, Trial

if TYPE_CHECKING:
    from collections.abc import Mapping

    F = TypeVar("F", bound=Fact)

MANNER = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)


def fitting(parts: Mapping[str, Any]) -> Facts:
    """The facts of a front matter. Its `trials` are mappings; whatever the rest is, nothing is raised."""
    trials = tuple(_fitting(Trial, record) for record in parts["trials"])
    facts = _fitting(Facts, {**parts, "trials": ()})
    return Facts(**{**vars(facts), "trials": trials})


def _fitting(kind: type[F], parts: Mapping[str, Any]) -> F:
    model = _model(kind)  # type: ignore[arg-type]
    try:
        built = model.model_validate(parts)
    except ValidationError as error:
        wrong = {problem["loc"][0] for problem in error.errors(include_input=False, include_url=False)}
        built = model.model_validate({key: value for key, value in parts.items() if key not in wrong})
    return kind.read(built.model_dump(exclude_unset=True))


@cache
def _model(kind: type[Fact]) -> type[BaseModel]:
    """The model whose fields have the types of a fact's, and are all optional."""
    fields: Any = {name: (_modelled(hint), None) for name, hint in kind.fields.items()}
    return create_model(kind.__name__, __config__=MANNER, **fields)


def _modelled(hint: Any) -> Any:
    if isinstance(hint, UnionType):
        return Union[tuple(map(_modelled, hint.__args__))]  # noqa: UP007
    if get_origin(hint) is tuple:
        return tuple[tuple(map(_modelled, hint.__args__))]  # type: ignore[misc]
    return _model(hint) if isinstance(hint, type) and issubclass(hint, Fact) else hint  # type: ignore[arg-type]
