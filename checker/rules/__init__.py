"""The rules: one module a rule, its page beside it; discovered by folder, never listed."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any, NamedTuple

HERE = os.path.dirname(__file__)

ENGINE_RULES = frozenset({"internal-error", "unreadable-file"})
"""Rules of which the engine itself says that they fire; no settings silence them."""


class Rule(NamedTuple):
    """A rule module, read: what it is called, how grave it is, and what it does (see `checker.rule`)."""

    name: str
    family: str
    summary: str
    severity: str
    fixable: str | None
    options: Mapping[str, Any]
    check: Callable[..., Iterator[Any]] | None = None
    collect: Callable[..., Iterator[Any]] | None = None
    compare: Callable[..., Iterator[Any]] | None = None
    review: Callable[..., Iterator[Any]] | None = None


@cache
def names() -> Mapping[str, str]:
    """Every rule's name and its family, sorted by name. Nothing is imported: the folders are the list."""
    found = {}
    for family in os.scandir(HERE):
        if family.is_dir() and not family.name.startswith(("_", ".")):
            for module in os.scandir(family.path):
                if module.name.endswith(".py") and not module.name.startswith("_"):
                    found[module.name[:-3].replace("_", "-")] = family.name
    return dict(sorted(found.items()))


def families() -> tuple[str, ...]:
    """Every family's name, sorted."""
    return tuple(sorted(set(names().values())))


@cache
def names_of(family: str) -> tuple[str, ...]:
    """The names of a family's rules, sorted."""
    return tuple(name for name, its in names().items() if its == family)


def silent(article: Any, family: str) -> frozenset[str]:
    """The rules of a family that have nothing to say of an article, as far as the family itself can tell.

    A family whose package has a function `silent` is asked; its rules need not be imported to be left out.
    """
    ask = _silent(family)
    return frozenset(ask(article)) if ask else frozenset()


@cache
def _silent(family: str) -> Callable[[Any], Iterable[str]] | None:
    return getattr(import_module(f"{__name__}.{family}"), "silent", None)


@cache
def load(name: str) -> Rule:
    """The rule of that name. Raises KeyError where there is none."""
    family = names()[name]
    return rule_of(import_module(f"{__name__}.{family}.{name.replace('-', '_')}"), name, family)


def rule_of(module: ModuleType, name: str, family: str) -> Rule:
    """What a rule module says of itself."""
    return Rule(
        name,
        family,
        (module.__doc__ or "").strip(),
        module.severity,
        module.fixable,
        getattr(module, "options", {}),
        *(getattr(module, part, None) for part in ("check", "collect", "compare", "review")),
    )


def page(name: str) -> str:
    """The page of a rule: Markdown. Raises KeyError where there is no such rule."""
    path = os.path.join(HERE, names()[name], name.replace("-", "_") + ".md")
    with open(path, encoding="utf-8") as file:
        return file.read()
