"""The settings of a run, as plain data. `checker schema --settings` prints what they may hold."""

from typing import Any, NamedTuple

from checker.diagnostic import Level

LARGEST = 64 * 1024 * 1024
"""Bytes that settings may allow an article to have, at most."""

DEFAULT_INCLUDE = ("articles/**/*.md",)


class Disclaimer(NamedTuple):
    """A version of a required text. Texts with one `id` are versions of one text.

    `types`, `conditions` and `tags` must all match the article (an empty tuple matches every one).
    `since` and `until` are dates (`yyyy-mm-dd`), both inclusive, on which this version is in force.
    """

    id: str
    text: str
    types: tuple[str, ...] = ("*",)
    conditions: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    position: str = "end"
    since: str | None = None
    until: str | None = None


class Limits(NamedTuple):
    """What one article may cost. Sizes in bytes.

    `findings` are those of one rule, `diagnostics` those of all; `seconds` are the processor's, for all checks.
    """

    article_size: int = 2 * 1024 * 1024
    yaml_depth: int = 40
    yaml_nodes: int = 50_000
    yaml_aliases: int = 100
    schema_errors: int = 50
    findings: int = 500
    seconds: int = 60
    sentences: int = 50_000
    diagnostics: int = 2_000


class Settings(NamedTuple):
    """All that the checks may depend on besides the article itself.

    `today` is the run's date (`yyyy-mm-dd`). `schemas` holds the text of the newsroom's own JSON
    Schemas by name (`article`, `trial`). `keys` maps our keys to the site's. `levels` and
    `draft_levels` map a rule's or a family's name to its level. `rules` maps a rule's name to its
    options.
    """

    today: str
    publication: str = ""
    include: tuple[str, ...] = DEFAULT_INCLUDE
    exclude: tuple[str, ...] = ()
    fail_on: str = "error"
    levels: dict[str, Level] = {}
    draft_levels: dict[str, Level] = {}
    keys: dict[str, str] = {}
    schemas: dict[str, str] = {}
    snapshot: str = "registry"
    max_age: int = 180
    disclaimers: tuple[Disclaimer, ...] = ()
    rules: dict[str, dict[str, Any]] = {}
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    limits: Limits = Limits()
