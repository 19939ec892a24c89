"""Which of the settings' disclaimers an article wants, and in which version."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from checker import dates
from checker.article import PROSE, Article, Block
from checker.rules.disclaimer._texts import fold
from checker.settings import Disclaimer

PUBLICATION = "{publication}"
NAME = "\ue000"
"""Stands for the publication's name in a template: a code point of private use, which Markdown takes for a letter."""

LABELLED = {"sponsored": "sponsored content", "press-release": "a press release"}
"""The types of article that open with a label, and what a reader needs to be told."""


class Approved(NamedTuple):
    """One version of one disclaimer, for this publication.

    `source` is its Markdown. `text` is what a reader sees of it, folded, and `template` the same with `NAME` for the
    publication's name. `paragraphs` counts its blocks.
    """

    id: str
    position: str
    source: str
    text: str
    template: str
    paragraphs: int
    since: str | None
    until: str | None


class Wanted(NamedTuple):
    """The version in force (rarely several: any of them will do), the other versions, and whether it is a label."""

    accepted: tuple[Approved, ...]
    others: tuple[Approved, ...]
    label: bool


def wanted(article: Article) -> tuple[Wanted, ...]:
    """The disclaimers that an article wants by its type, conditions, tags and date, in the order of the settings."""
    versions: dict[str, list[Disclaimer]] = {}
    for disclaimer in article.settings.disclaimers:
        if _concerns(disclaimer, article):
            versions.setdefault(disclaimer.id, []).append(disclaimer)
    found = []
    for texts in versions.values():
        in_force = [text for text in texts if _is_in_force(text, article)]
        if not in_force:
            continue
        newest = max(text.since or "" for text in in_force)
        accepted = [text for text in in_force if (text.since or "") == newest]
        found.append(
            Wanted(
                tuple(approved(text, article.settings.publication) for text in accepted),
                tuple(approved(text, article.settings.publication) for text in texts if text not in accepted),
                any(_is_label(text, article) for text in accepted),
            )
        )
    return tuple(one for one in found if all(version.text for version in one.accepted))


@lru_cache(maxsize=256)
def approved(disclaimer: Disclaimer, publication: str) -> Approved:
    """A disclaimer as a reader of this publication sees it."""
    from checker.reading.markdown import read_markdown

    source = disclaimer.text.strip()
    blocks = visible(read_markdown(source.replace(PUBLICATION, NAME)).blocks)
    template = " ".join(filter(None, (fold(block.text) for block in blocks)))
    return Approved(
        disclaimer.id,
        disclaimer.position,
        source.replace(PUBLICATION, publication or PUBLICATION),
        template.replace(NAME, fold(publication) or PUBLICATION),
        template,
        len(blocks),
        disclaimer.since,
        disclaimer.until,
    )


def visible(blocks: Iterable[Block]) -> list[Block]:
    """The blocks that a reader sees as text."""
    return [block for block in blocks if is_visible(block)]


def is_visible(block: Block) -> bool:
    """Whether a reader sees a block as text: code, addresses alone and descriptions of pictures are none."""
    return (
        block.hidden is None
        and block.kind in PROSE
        and block.kind != "caption"
        and ("\ufffc" not in block.prose or any(map(str.isalnum, block.prose)))
    )


def _concerns(disclaimer: Disclaimer, article: Article) -> bool:
    facts = article.facts
    return (
        (not disclaimer.types or "*" in disclaimer.types or _meets(disclaimer.types, (facts.type or "",)))
        and (not disclaimer.conditions or _meets(disclaimer.conditions, _conditions(article)))
        and (not disclaimer.tags or _meets(disclaimer.tags, facts.tags))
    )


def _conditions(article: Article) -> tuple[str, ...]:
    return (*article.facts.conditions, *(name for trial in article.trials for name in trial.conditions))


def _meets(some: Iterable[str], others: Iterable[str]) -> bool:
    return not {fold(one).casefold() for one in some}.isdisjoint(fold(other).casefold() for other in others)


def _is_in_force(disclaimer: Disclaimer, article: Article) -> bool:
    day = next((date for date in (article.facts.lastmod, article.facts.date) if date and dates.is_date(date)), None)
    since, until = disclaimer.since, disclaimer.until
    if day is None:
        return not (since and article.is_to_come(since)) and not (until and article.has_passed(until))
    return not (since and dates.is_before(day, since)) and not (until and dates.is_before(until, day))


def _is_label(disclaimer: Disclaimer, article: Article) -> bool:
    kind = article.facts.type or ""
    return disclaimer.position == "start" and kind in LABELLED and kind in disclaimer.types
